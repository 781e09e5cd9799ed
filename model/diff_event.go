package model

import (
	"cmp"
	"slices"
	"sort"
)

// events lists the incidents and statements that b has and a had not, the newest
// first, but for what was withdrawn by then.
func (d differ) events() []Difference {
	added := d.arrived
	if d.a.view.sameEvents(d.b.view.Log) {
		added = d.passed
	}
	var out []Difference
	for _, r := range added() {
		id := r.Head().ID
		if d.b.withdrawn(id) {
			continue
		}
		diff := d.difference(EventAdded, id, id)
		diff.Event = r
		out = append(out, diff)
	}
	return out
}

// passed finds what one log shows on b and not on a: what lies between both, what
// became known between them, and what was amended. It does not look at all events,
// of which there may be a million.
func (d differ) passed() []Record {
	a, b := d.a.view, d.b.view
	rows := b.annals().between(a, b)
	for _, row := range b.annals().edited {
		rows = append(rows, row)
		// What tells of one that was moved may stand by itself now.
		for _, telling := range b.telling[b.annals().id(row)] {
			rows = append(rows, int(telling))
		}
	}
	slices.Sort(rows)
	var out []Record
	for _, row := range slices.Compact(rows) {
		if r, ok := b.shows(row); ok {
			if _, had := a.shows(row); !had {
				out = append(out, r)
			}
		}
	}
	slices.SortFunc(out, newestFirst)
	return out
}

// between are the rows that lie between two views, or that became known there.
func (a *annals) between(was, now view) []int {
	var rows []int
	// What was not known late was known no sooner than it happened.
	to := a.since(min(was.valid.UnixMicro(), was.by.UnixMicro()))
	for row := a.since(now.valid.UnixMicro()); row < to; row++ {
		rows = append(rows, row)
	}
	known := func(at int64) int {
		return sort.Search(len(a.late), func(i int) bool { return a.known[a.late[i]] > at })
	}
	if first, last := known(was.by.UnixMicro()), known(now.by.UnixMicro()); first < last {
		rows = append(rows, a.late[first:last]...)
	}
	return rows
}

// arrived finds what b shows and a does not, where they are of different logs. Both
// have the newest first.
func (d differ) arrived() []Record {
	a, b := d.a.Events, d.b.Events
	var out []Record
	i := 0
	for k := range b.Len() {
		at, id := b.Time(k), b.ID(k)
		for i < a.Len() && cmp.Or(at.Compare(a.Time(i)), cmp.Compare(a.ID(i), id)) < 0 {
			i++
		}
		if i < a.Len() && a.ID(i) == id {
			continue
		}
		// What was amended may have stood elsewhere.
		if _, ok := d.a.Record(id); !ok || a.Place(id) < 0 {
			out = append(out, b.At(k))
		}
	}
	return out
}

// sameEvents tells whether two logs have the very same events.
func (l Log) sameEvents(other Log) bool { return l.annals() == other.annals() }

// shows gives the event of a row as it stands at the moment of the view; not ok
// where a board does not show it.
func (v view) shows(row int) (Record, bool) {
	r, stands := v.oddly(v.annals().oddityOf(row))
	if stands && r == nil {
		r = v.annals().record(row)
	}
	return r, stands
}
