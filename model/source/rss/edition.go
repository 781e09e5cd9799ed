package rss

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"bordertop/model/clean"
	"bordertop/model/query"
	"bordertop/model/source"
)

// article is an item that can be told of.
type article struct {
	// key is what the feed knows it by, for good: its guid, its link or its title.
	key   string
	title clean.Text
	link  clean.URL
	at    time.Time
}

// edition is a feed as it was read once.
type edition struct {
	*feed
	now   time.Time
	base  *url.URL
	names query.Gazetteer
	cut   bool

	reading                  source.Reading
	untitled, undated, early int
	unlinked, doubled        int
}

// read makes records of the items.
func (e *edition) read(items []*gofeed.Item) (source.Reading, error) {
	var all []article
	for _, item := range items {
		if a, ok := e.article(item); ok {
			all = append(all, a)
			e.reading.Of = later(e.reading.Of, a.at)
		}
	}
	switch oldest := e.now.Add(-e.oldest()); {
	case len(items) == 0:
		return source.Reading{}, source.Troublef(source.Unexpected, "no items")
	case len(all) > 0 && e.reading.Of.Before(oldest):
		return source.Reading{}, source.Troublef(source.Frozen, "the newest item is of %s", e.reading.Of.UTC().Format(time.DateOnly))
	default:
		all = slices.DeleteFunc(all, func(a article) bool { return a.at.Before(oldest) })
	}
	all = e.once(all)
	e.reading.Rows = len(all)
	for _, a := range all {
		e.reading.Flags |= a.title.Flags()
		if of, ok := e.rules.Match(a.title.String()); ok {
			e.reading.Records = append(e.reading.Records, e.records(a, of, e.names)...)
		}
	}
	if len(e.reading.Records) > 0 {
		e.reading.Records = append(e.reading.Records, e.settings.Cite())
	}
	e.note()
	return e.reading, nil
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// article takes an item, unless it has no title or no sensible date.
func (e *edition) article(item *gofeed.Item) (a article, ok bool) {
	a.title = clean.Line(plain(item.Title))
	a.link = e.address(item.Link)
	a.key = cmp.Or(strings.TrimSpace(item.GUID), a.link.String(), a.title.String())
	a.at, ok = e.date(item)
	switch {
	case a.title.Empty():
		e.untitled++
	case !ok:
		e.undated++
	case a.at.After(e.now.Add(ahead)):
		e.early++
	default:
		if a.link.IsZero() {
			e.unlinked++
		}
		return a, true
	}
	e.reading.Skipped++
	return article{}, false
}

// address is the public page that a link leads to; zero where it leads elsewhere.
func (e *edition) address(link string) clean.URL {
	to, err := url.Parse(strings.TrimSpace(link))
	if err != nil || link == "" {
		return clean.URL{}
	}
	public, err := clean.ParseURL(e.base.ResolveReference(to).String())
	if err != nil {
		return clean.URL{}
	}
	return public
}

// date is when an item was published, or else when it last changed.
func (f *feed) date(item *gofeed.Item) (at time.Time, ok bool) {
	for _, layout := range f.settings.Layouts {
		at, err := time.ParseInLocation(layout, strings.TrimSpace(cmp.Or(item.Published, item.Updated)), cmp.Or(f.settings.Zone, time.UTC))
		if err == nil {
			return at.UTC(), true
		}
	}
	for _, parsed := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if parsed != nil {
			return parsed.UTC(), true
		}
	}
	for _, extension := range item.Extensions { // Atom's within RSS
		for _, updated := range extension["updated"] {
			if at, err := time.Parse(time.RFC3339, strings.TrimSpace(updated.Value)); err == nil {
				return at.UTC(), true
			}
		}
	}
	return time.Time{}, false
}

// once leaves out what is there twice, by its key or its title: the older one stays,
// which was told already. Many feeds give all items the same link.
func (e *edition) once(all []article) []article {
	slices.SortStableFunc(all, func(a, b article) int { return a.at.Compare(b.at) })
	seen := map[string]bool{}
	kept := all[:0]
	for _, a := range all {
		marks := []string{"key " + a.key, "title " + strings.Join(query.Words(a.title.String()), " ")}
		if slices.ContainsFunc(marks, func(m string) bool { return seen[m] }) {
			e.doubled++
			continue
		}
		for _, m := range marks {
			seen[m] = true
		}
		kept = append(kept, a)
	}
	return kept
}

// note says what people should know of the feed.
func (e *edition) note() {
	say := func(n int, what string) {
		if n > 0 {
			e.reading.Notes = append(e.reading.Notes, clean.Line(fmt.Sprintf("%d %s", n, what)))
		}
	}
	say(e.untitled, "left out: no title")
	say(e.undated, "left out: no date that can be read")
	say(e.early, "left out: dated in the future")
	say(e.unlinked, "without a link to a public page")
	say(e.doubled, "told twice")
	if e.cut {
		say(most, "items read, and no more")
	}
}
