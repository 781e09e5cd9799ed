package incidents

import (
	"iter"
	"maps"
	"slices"
	"sort"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/query"
	"bordertop/ui/pane"
)

// kept is what was worked out from a board, so that no key has to wait for it
// again. The first that asks after another board has come makes it anew.
type kept struct {
	events  model.Events
	index   *query.Index
	zone    *time.Location
	filters []config.SavedFilter
	tabs    []asked // the saved filters, read

	all      []int // the places of all events
	heavy    []int8
	searches map[string]search
	ranked   struct {
		order order
		group group
		is    ranking
	}
	listed struct {
		key view
		is  *listed
	}
	hits struct {
		of   *listed
		key  hitKey
		rows []int
	}
	sought struct {
		of  *listed
		id  model.ID
		row int
	}
	counts struct {
		of    *listed
		field query.Field
		is    []query.Frequency
	}
}

// search is what a query found: places on the board, in order. What depends on
// marks and news holds for one version of the reader.
type search struct {
	places   []int
	personal bool
	reader   int
}

// view is what decides which rows are listed.
type view struct {
	tab, filter string
	order       order
	group       group
	reader      int
}

// many is how many searches are kept beside those of the tabs: enough to take back
// what was typed, and not so many that they weigh more than the log.
const many = 8

// of makes what is kept fit the scene.
func (k *kept) of(s pane.Scene) *kept {
	if k.events.Same(s.Board.Events) && same(k.filters, s.Filters) && k.index == s.Index && k.zone == s.Zone {
		return k
	}
	*k = kept{events: s.Board.Events, index: s.Index, zone: s.Zone, filters: s.Filters}
	for _, f := range s.Filters {
		// The settings hold no filter that cannot be read; one that slips through shows
		// everything.
		q, _ := query.Parse(f.Query, s.Zone)
		k.tabs = append(k.tabs, asked{f.Query, q})
	}
	return k
}

// same tells whether two lists are the very same: each reading of the settings
// makes one of its own.
func same[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// places are those of all events. Nobody may write there.
func (k *kept) places() []int {
	if k.all == nil {
		k.all = count(k.events.Len())
	}
	return k.all
}

// weights are the severities of the events, 0 for statements.
func (k *kept) weights() []int8 {
	if k.heavy == nil {
		k.heavy = each(k.events, func(r model.Record) int8 {
			if i, ok := r.(*model.Incident); ok {
				return int8(max(0, min(i.Severity, 4)))
			}
			return 0
		})
	}
	return k.heavy
}

// find lists what a query finds on the board: everything, while its text is not
// ready for search.
func (k *kept) find(s pane.Scene, q asked) search {
	if got, ok := k.searches[q.text]; ok && (!got.personal || got.reader == s.Reader.Version()) {
		return got
	}
	got := search{reader: s.Reader.Version()}
	if s.Index == nil || q.query.Empty() {
		got.places = k.places()
	} else {
		scope := scopeOf(s)
		scope.Marked = func(id model.ID) bool { got.personal = true; return s.Reader.Marked(id) }
		scope.New = func(id model.ID) bool { got.personal = true; return s.Reader.New(id) }
		got.places = s.Index.Search(q.query, scope)
	}
	k.keep(q.text, got)
	return got
}

func (k *kept) keep(text string, got search) {
	if k.searches == nil {
		k.searches = map[string]search{}
	}
	if len(k.searches) >= many+len(k.tabs) {
		maps.DeleteFunc(k.searches, func(text string, _ search) bool {
			return text != "" && !slices.ContainsFunc(k.tabs, func(tab asked) bool { return tab.text == text })
		})
	}
	k.searches[text] = got
}

// scopeOf is what queries are asked of. Ages count from the moment of the board,
// which stands still between two folds.
func scopeOf(s pane.Scene) query.Scope {
	return query.Scope{Board: s.Board, At: s.Board.Valid, Zone: s.Zone, Marked: s.Reader.Marked, New: s.Reader.New}
}

// listed are the rows of the list.
type listed struct {
	// found are the places of the events that are listed, in the board's order.
	found []int
	// rows are the same in the list's order, and the heading of group g as ^g.
	rows []int
	// heads are the rows of the headings.
	heads []int
	// ranked are the places of all events in the list's order.
	ranked []int
	// straight tells that the rows are in the board's order, without headings.
	straight bool
}

// listed tells which events pass tab and filter, in what order. What has been
// listed stays while the reader looks at it, though it may no longer be new or
// marked by then.
func (p *Pane) listed(s pane.Scene) *listed {
	k := p.kept.of(s)
	tab, filter := k.find(s, p.tabQuery(s)), k.find(s, p.filter)
	key := view{tab: p.tabQuery(s).text, filter: p.filter.text, order: p.order, group: p.group}
	if tab.personal || filter.personal {
		key.reader = s.Reader.Version()
	}
	if k.listed.is != nil && k.listed.key == key {
		return k.listed.is
	}
	found, before := both(tab.places, filter.places), k.listed.key
	if before.reader = key.reader; before == key && k.listed.is != nil {
		found = either(found, k.listed.is.found)
	}
	k.listed.key, k.listed.is = key, k.list(s, found, p.order, p.group)
	return k.listed.is
}

func (k *kept) list(s pane.Scene, found []int, o order, g group) *listed {
	if k.ranked.is.places == nil || k.ranked.order != o || k.ranked.group != g {
		k.ranked.order, k.ranked.group, k.ranked.is = o, g, k.rank(s, o, g)
	}
	r := k.ranked.is
	l := &listed{found: found, rows: found, ranked: r.places}
	if o == byTime && g == ungrouped {
		l.straight = true
		return l
	}
	in := make([]bool, k.events.Len())
	for _, at := range found {
		in[at] = true
	}
	l.rows = make([]int, 0, len(found))
	before := -1
	for _, at := range r.places {
		if !in[at] {
			continue
		}
		if r.compare != nil && (before < 0 || r.compare(before, at) != 0) {
			l.heads = append(l.heads, len(l.rows))
			l.rows = append(l.rows, ^(len(l.heads) - 1))
		}
		l.rows = append(l.rows, at)
		before = at
	}
	return l
}

// size is how many events stand under the heading of group g.
func (l *listed) size(g int) int {
	end := len(l.rows)
	if g+1 < len(l.heads) {
		end = l.heads[g+1]
	}
	return end - l.heads[g] - 1
}

// head is the row of the heading above a row, and that row itself for one.
func (l *listed) head(row int) int {
	return l.heads[sort.SearchInts(l.heads, row+1)-1]
}

// records lists the events in the list's order.
func (l *listed) records(s pane.Scene) iter.Seq[model.Record] {
	return func(yield func(model.Record) bool) {
		for _, at := range l.rows {
			if at >= 0 && !yield(s.Board.Events.At(at)) {
				return
			}
		}
	}
}

// row is that of the event at a place on the board; -1 where it is not listed.
func (l *listed) row(place int) int {
	if !l.straight {
		return slices.Index(l.rows, place)
	}
	if row, ok := slices.BinarySearch(l.rows, place); ok {
		return row
	}
	return -1
}

// near is the row of the event at a place, or of the nearest in the list's order
// that is listed; -1 where none is.
func (l *listed) near(place int) int {
	if row := l.row(place); row >= 0 || len(l.found) == 0 {
		return row
	}
	at := slices.Index(l.ranked, place)
	for by := 1; by < len(l.ranked); by++ {
		for _, other := range []int{at + by, at - by} {
			if other < 0 || other >= len(l.ranked) {
				continue
			}
			if _, ok := slices.BinarySearch(l.found, l.ranked[other]); ok {
				return l.row(l.ranked[other])
			}
		}
	}
	return -1
}
