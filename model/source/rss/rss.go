// Package rss reads news feeds: RSS of any version and Atom. A headline that matches a
// rule becomes an incident with a link to its article; of the article nothing else is
// kept.
package rss

import (
	"context"
	"net/url"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/query"
	"bordertop/model/source"
	"bordertop/model/source/headline"
)

const (
	// largest is what a feed may measure, and most how many items of it are read.
	largest, most = 1 << 20, 500
	// ahead is how wrong a clock may be.
	ahead = 5 * time.Minute
	// old is from when on items are no news, unless the settings allow more.
	old = 14 * 24 * time.Hour
)

// Kind is that of news feeds. Their rules are those of package headline; where the
// settings give none, its defaults.
func Kind() source.Kind {
	return source.Kind{
		Name:  "rss",
		Keys:  []string{"url", "headers", "ca", "plain", "local", "hosts", "language", "rules", "layouts", "zone"},
		Floor: time.Minute, Every: 10 * time.Minute, Stale: 7 * 24 * time.Hour,
		New: open,
	}
}

func open(s source.Settings) (source.Asker, []source.Fault) {
	rules, faults := headline.Compile(s.Rules)
	if s.URL == "" {
		faults = append(faults, source.Fault{Key: "url", Problem: "want the address of a feed", Remedy: `such as "https://www.lrt.lt/en/news-in-english?rss"`})
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return &feed{settings: s, rules: rules}, nil
}

type feed struct {
	settings source.Settings
	rules    headline.Rules
}

// Ask asks for the feed.
func (f *feed) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	page, err := c.Web.Get(ctx, source.Request{URL: f.settings.URL, Limit: largest})
	if err != nil {
		return source.Reading{}, err
	}
	items, cut, err := parse(page)
	if err != nil {
		return source.Reading{}, err
	}
	e := edition{feed: f, now: c.Now, names: query.NewGazetteer(c.Log), cut: cut}
	if e.base, err = url.Parse(page.URL); err != nil {
		e.base = &url.URL{}
	}
	return e.read(items)
}

// oldest is how old an item may be.
func (f *feed) oldest() time.Duration { return max(old, f.settings.Stale) }

// records are an incident and the article that it cites.
func (f *feed) records(a article, of source.Rule, g query.Gazetteer) []model.Record {
	cited := &model.Source{
		Fact:      model.Fact{ID: source.ID(string(f.settings.ID), "article", a.key)},
		Publisher: f.settings.Publisher, Title: a.title, URL: a.link, Published: model.Exactly(a.at),
		Type: f.settings.Type, StateMedia: f.settings.StateMedia, Origin: clean.Line(string(f.settings.ID)),
	}
	crossings, places := headline.Sites(of, g, a.title.String())
	return []model.Record{cited, &model.Incident{
		Fact: model.Fact{
			ID: source.ID(string(f.settings.ID), a.key), Sources: []model.ID{cited.ID}, Known: model.Exactly(a.at),
			Note: clean.Line("A headline that a rule picked by its words; nobody has read the article."),
		},
		At: model.Exactly(a.at), Category: of.Category, Severity: of.Severity,
		Crossings: crossings, Places: places, Title: a.title,
	}}
}
