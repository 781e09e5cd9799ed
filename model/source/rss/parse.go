package rss

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"bordertop/model/source"
	"bordertop/model/source/markup"
)

// parse gives the items of a feed, and whether there are more.
func parse(page source.Page) (items []*gofeed.Item, cut bool, err error) {
	doc, err := markup.Admit(page.Body, page.Charset, markup.Limits{Items: []string{"item", "entry"}, Most: most})
	if err != nil {
		return nil, false, err
	}
	if !slices.Contains([]string{"rss", "RDF", "feed"}, doc.Root) {
		return nil, false, source.Troublef(source.Unexpected, "XML, but no feed")
	}
	// It parses what strangers wrote.
	defer func() {
		if r := recover(); r != nil {
			err = source.Troublef(source.Malformed, "the parser gave up: %v", r)
		}
	}()
	f, err := gofeed.NewParser().Parse(bytes.NewReader(doc.Text))
	if err != nil {
		return nil, false, source.Troublef(source.Malformed, "%w", err)
	}
	return f.Items, doc.Cut, nil
}

// plain is the text of a title that may be HTML.
func plain(title string) string {
	if !strings.ContainsAny(title, "<&") {
		return title
	}
	var out strings.Builder
	silent := ""
	for z := html.NewTokenizer(strings.NewReader(title)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			if silent == "" {
				out.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken:
			name, _ := z.TagName()
			silent = ""
			if kind == html.StartTagToken && (string(name) == "script" || string(name) == "style") {
				silent = string(name)
			}
			out.WriteByte(' ')
		case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
			out.WriteByte(' ')
		}
	}
}
