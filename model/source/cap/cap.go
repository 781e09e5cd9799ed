// Package cap reads alerts of the Common Alerting Protocol, version 1.2: one, or those
// that an index in Atom or RSS links to. An alert becomes an incident; what updates it
// becomes an amendment, and what cancels it withdraws it.
//
// Severity is 4 for Extreme, 3 for Severe, 2 for Moderate and 1 for Minor; where it is
// Unknown, that of the rule which the alert matches, or else 1. It is one less, but not
// below 1, where the urgency is Past or the certainty Unlikely. Categories are those of
// the protocol in small letters, unless a rule gives another.
package cap

import (
	"context"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"bordertop/model/query"
	"bordertop/model/source"
	"bordertop/model/source/headline"
	"bordertop/model/source/markup"
)

const (
	// largest is what a page may measure, most how many alerts an index may list.
	largest, most = 1 << 20, 100
	// ahead is how wrong a clock may be.
	ahead = 5 * time.Minute
	// kept is for how long an alert is remembered that no index lists any more, so that
	// what amends it finds it.
	kept = 14 * 24 * time.Hour
)

// Kind is that of alerts. With rules, only those that match one are taken.
func Kind() source.Kind {
	return source.Kind{
		Name:  "cap",
		Keys:  []string{"url", "headers", "ca", "plain", "local", "hosts", "language", "rules"},
		Floor: time.Minute, Every: 5 * time.Minute, Stale: time.Hour,
		New: open,
	}
}

func open(s source.Settings) (source.Asker, []source.Fault) {
	var rules headline.Rules
	var faults []source.Fault
	if len(s.Rules) > 0 {
		rules, faults = headline.Compile(s.Rules)
	}
	if s.URL == "" {
		faults = append(faults, source.Fault{Key: "url", Problem: "want the address of an alert or of an index of alerts", Remedy: `such as "https://feeds.meteoalarm.org/feeds/meteoalarm-legacy-atom-lithuania"`})
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return &feed{settings: s, rules: rules, alerts: map[string]alert{}}, nil
}

type feed struct {
	settings source.Settings
	// rules are nil where every alert is taken.
	rules headline.Rules

	mu sync.Mutex
	// alerts are remembered by their keys, and the pages of an index by what it said
	// of their last change.
	alerts map[string]alert
	pages  map[string]string
}

// Ask asks for the alert, or for the index and what is new in it.
func (f *feed) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	page, err := c.Web.Get(ctx, source.Request{URL: f.settings.URL, Limit: largest})
	if err != nil {
		return source.Reading{}, err
	}
	doc, err := markup.Admit(page.Body, page.Charset, markup.Limits{Items: []string{"entry", "item", "info"}, Most: most})
	if err != nil {
		return source.Reading{}, err
	}
	e := edition{feed: f, now: c.Now, names: query.NewGazetteer(c.Log)}
	if doc.Cut {
		e.note(most, "alerts read, and no more")
	}
	switch doc.Root {
	case "alert":
		err = e.take(page.URL, doc.Text)
	case "feed", "rss":
		err = e.follow(ctx, c.Web, page.URL, doc.Text)
	default:
		err = source.Troublef(source.Unexpected, "XML, but neither alerts nor an index")
	}
	if err != nil {
		return source.Reading{}, err
	}
	return e.read(f.all(c.Now)), nil
}

// all are the alerts that are remembered. Old ones are forgotten.
func (f *feed) all(now time.Time) []alert {
	f.mu.Lock()
	defer f.mu.Unlock()
	maps.DeleteFunc(f.alerts, func(_ string, a alert) bool { return now.Sub(a.latest()) > kept })
	return slices.Collect(maps.Values(f.alerts))
}

// take remembers the alert of a page.
func (f *feed) take(address string, text []byte) error {
	var a alert
	if err := xml.Unmarshal(text, &a); err != nil {
		return source.Troublef(source.Malformed, "%w", err)
	}
	if err := a.check(address); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.alerts[a.key()] = a
	return nil
}

// knows tells whether a page of an index is as it was.
func (f *feed) knows(e entry) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	changed, ok := f.pages[e.address]
	return ok && changed != "" && e.changed == changed
}

// seen keeps in mind the pages that were read, and no others.
func (f *feed) seen(pages map[string]string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.pages = pages
}

// follow takes the alerts of an index. One that cannot be had leaves the others; none
// at all is an error.
func (e *edition) follow(ctx context.Context, web source.Web, at string, text []byte) error {
	entries, err := index(at, text)
	if err != nil {
		return err
	}
	var failed error
	lost, pages := 0, map[string]string{}
	for _, entry := range entries {
		if !e.knows(entry) {
			if err := e.fetch(ctx, web, entry); err != nil {
				failed = err
				lost++
				continue
			}
		}
		pages[entry.address] = entry.changed
	}
	e.seen(pages)
	if lost > 0 && lost == len(entries) {
		return fmt.Errorf("alerts of the index: %w", failed)
	}
	e.reading.Skipped += lost
	e.note(lost, "alerts that cannot be had")
	return nil
}

func (e *edition) fetch(ctx context.Context, web source.Web, at entry) error {
	page, err := web.Get(ctx, source.Request{URL: at.address, Limit: largest, Always: true})
	if err != nil {
		return err
	}
	doc, err := markup.Admit(page.Body, page.Charset, markup.Limits{})
	if err != nil {
		return err
	}
	if doc.Root != "alert" {
		return source.Troublef(source.Unexpected, "XML, but no alert")
	}
	return e.take(at.address, doc.Text)
}
