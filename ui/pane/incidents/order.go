package incidents

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/pane"
)

// order is what the list is sorted by. Within it the newest comes first.
type order uint8

const (
	byTime order = iota
	bySeverity
	byCategory
	bySource
	orders
)

func (o order) name(w lang.Words) string {
	return [orders]string{w.Log.ByTime, w.Log.BySeverity, w.Log.ByCategory, w.Log.BySource}[o]
}

// group is what the list is divided by.
type group uint8

const (
	ungrouped group = iota
	days
	categories
	groups
)

func (g group) name(w lang.Words) string {
	return [groups]string{"", w.Log.Days, w.Log.Categories}[g]
}

// last sorts behind every id and every name.
const last = "\U0010FFFF"

// ranking is an order of all events: their places on the board, and what divides
// them into groups; nil where nothing does.
type ranking struct {
	places  []int
	compare func(a, b int) int
}

// rank orders the events of a board, first by their group.
func (k *kept) rank(s pane.Scene, o order, g group) ranking {
	r := ranking{places: k.places(), compare: k.grouping(s, g)}
	within := k.ordering(s, o)
	if r.compare == nil && within == nil {
		return r
	}
	r.places = slices.Clone(r.places)
	sortBy(r.places, r.compare, within)
	return r
}

func (k *kept) grouping(s pane.Scene, g group) func(a, b int) int {
	switch g {
	case days:
		all := each(s.Board.Events, func(r model.Record) dates { return datesOf(r.Own(), s.Zone) })
		return func(a, b int) int { return all[b].compare(all[a]) }
	case categories:
		return byText(s.Board.Events, category)
	case ungrouped, groups:
	}
	return nil
}

func (k *kept) ordering(s pane.Scene, o order) func(a, b int) int {
	switch o {
	case bySeverity:
		weights := k.weights()
		return func(a, b int) int { return cmp.Compare(weights[b], weights[a]) }
	case byCategory:
		return byText(s.Board.Events, category)
	case bySource:
		return byText(s.Board.Events, publisher(s.Log))
	case byTime, orders:
	}
	return nil
}

func byText(events model.Events, text func(model.Record) string) func(a, b int) int {
	// A text is a part of its record, which it would keep in memory, and few differ.
	words := map[string]string{}
	all := each(events, func(r model.Record) string {
		s := text(r)
		if _, ok := words[s]; !ok {
			s = strings.Clone(s)
			words[s] = s
		}
		return words[s]
	})
	return func(a, b int) int { return strings.Compare(all[a], all[b]) }
}

// category is that of an incident. Statements come last.
func category(r model.Record) string {
	if i, ok := r.(*model.Incident); ok {
		return string(i.Category)
	}
	return last
}

// publisher names who publishes the first source of an event. What has none
// comes last.
func publisher(log model.Log) func(model.Record) string {
	names := map[model.ID]string{}
	return func(r model.Record) string {
		if len(r.Head().Sources) == 0 {
			return last
		}
		id := r.Head().Sources[0]
		name, ok := names[id]
		if !ok {
			name = last
			if source, ok := log.Record(id).(*model.Source); ok {
				name = strings.ToLower(source.Publisher.String())
			}
			names[id] = name
		}
		return name
	}
}

// dates are the first and the last day of a moment, as numbers that grow.
type dates struct{ first, last int }

func (d dates) compare(o dates) int {
	return cmp.Or(cmp.Compare(d.first, o.first), cmp.Compare(d.last, o.last))
}

// datesOf tells the days of a moment as the list shows them: an instant by the
// clocks of zone, a day as it was written.
func datesOf(m model.Moment, zone *time.Location) dates {
	number := func(t time.Time) int {
		year, month, day := t.Date()
		return (year*16+int(month))*32 + day
	}
	if m.Precision() == model.Minute {
		day := number(m.First().In(zone))
		return dates{day, day}
	}
	first, last := m.Dates()
	return dates{number(first), number(last)}
}
