package cap

import (
	"encoding/xml"
	"net/url"

	"bordertop/model/source"
)

// entry is where an index says that there is an alert, and when that changed.
type entry struct{ address, changed string }

// index lists the entries of an index.
func index(at string, text []byte) ([]entry, error) {
	var of struct {
		Entries []struct {
			Updated string `xml:"updated"`
			Links   []struct {
				Href string `xml:"href,attr"`
				Type string `xml:"type,attr"`
			} `xml:"link"`
		} `xml:"entry"`
		Items []struct {
			Link    string `xml:"link"`
			Changed string `xml:"pubDate"`
		} `xml:"channel>item"`
	}
	if err := xml.Unmarshal(text, &of); err != nil {
		return nil, source.Troublef(source.Malformed, "%w", err)
	}
	base, err := url.Parse(at)
	if err != nil {
		return nil, source.Troublef(source.Unexpected, "%w", err)
	}
	var out []entry
	add := func(href, changed string) {
		if to, err := base.Parse(href); err == nil && href != "" {
			out = append(out, entry{to.String(), changed})
		}
	}
	for _, e := range of.Entries {
		href := ""
		for _, l := range e.Links {
			if href == "" || l.Type == "application/cap+xml" {
				href = l.Href
			}
		}
		add(href, e.Updated)
	}
	for _, i := range of.Items {
		add(i.Link, i.Changed)
	}
	return out, nil
}
