// Package generic reads any source that a desk describes in its settings: what it
// answers becomes one tree, of which a jq program makes rows, and the rows become
// records.
package generic

import (
	"context"
	"regexp"
	"time"

	"github.com/andybalholm/cascadia"

	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/rows"
	"bordertop/model/source/tree"
)

// mostBytes bounds an answer.
const mostBytes = 8 << 20

// Kind is that of sources that a program reads. It gives rows as package rows takes
// them; $now is the time in it, in seconds since 1970.
func Kind() source.Kind {
	return source.Kind{
		Name: "generic",
		Keys: []string{
			"url", "headers", "ca", "plain", "local", "hosts", "crossings", "to", "language",
			"decode", "rows", "expect", "select", "pattern", "separator", "lists", "layouts", "zone", "tests",
		},
		Floor: 30 * time.Second, Every: 5 * time.Minute, Stale: time.Hour,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			a, faults := newAsker(s)
			if len(faults) > 0 {
				return nil, faults
			}
			return a, nil
		},
	}
}

// asker is one such source.
type asker struct {
	settings source.Settings
	rows     program
	expect   *program
	selector cascadia.Selector
	pattern  *regexp.Regexp
}

// Ask fetches the answer and reads it.
func (a *asker) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	page, err := c.Web.Get(ctx, source.Request{URL: a.settings.URL, Limit: mostBytes})
	if err != nil {
		return source.Reading{}, err //nolint:wrapcheck // a *source.TroubleError says all
	}
	all, notes, err := a.read(ctx, page, c.Now)
	if err != nil {
		return source.Reading{}, err
	}
	h := rows.New(rows.Options{Settings: a.settings, Call: c, Modified: page.Modified})
	for _, note := range notes {
		h.Note(note.String())
	}
	for _, row := range all {
		h.Take(row)
	}
	return h.Reading() //nolint:wrapcheck // as above
}

// read gives the rows of an answer, with notes of what is odd about it.
func (a *asker) read(ctx context.Context, p source.Page, now time.Time) ([]any, []clean.Text, error) {
	t, notes, err := a.decode(p)
	if err != nil {
		return nil, nil, err
	}
	if a.expect != nil {
		if err := a.expect.holds(ctx, t, now); err != nil {
			return nil, nil, err
		}
	}
	all, err := a.rows.run(ctx, t, now)
	return all, notes, err
}

// decode makes a tree of an answer.
func (a *asker) decode(p source.Page) (any, []clean.Text, error) {
	var t any
	var err error
	switch a.settings.Decode {
	case "xml":
		t, err = tree.XML(p.Body, p.Charset, a.settings.Lists)
	case "csv":
		t, err = tree.CSV(p.Body, p.Charset, separator(a.settings))
	case "html":
		t, err = tree.HTML(p.Body, p.Charset, a.selector)
	case "text":
		t, err = tree.Text(p.Body, p.Charset, a.pattern)
	case "rss":
		t, err = tree.Feed(p.Body, p.Charset)
	default:
		return tree.JSON(p.Body) //nolint:wrapcheck // as all errors of tree
	}
	return t, nil, err //nolint:wrapcheck // a *source.TroubleError says all
}

func separator(s source.Settings) string {
	if s.Separator == "" {
		return ","
	}
	return s.Separator
}
