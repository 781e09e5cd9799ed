package model

import (
	"cmp"
	"slices"
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
	// What was not known late was known no sooner than it happened.
	from, to := b.eventFrom(b.valid.UnixMicro()), b.eventFrom(min(a.valid.UnixMicro(), a.by.UnixMicro()))
	var places []int
	for i := from; i < to; i++ {
		places = append(places, i)
	}
	known := func(at int64) int {
		i, _ := slices.BinarySearchFunc(b.late, at, func(i int, at int64) int {
			if b.events[i].known <= at {
				return -1
			}
			return 1
		})
		return i
	}
	if first, last := known(a.by.UnixMicro()), known(b.by.UnixMicro()); first < last {
		places = append(places, b.late[first:last]...)
	}
	for _, i := range b.edited {
		// What tells of one that was moved may stand by itself now.
		places = append(append(places, i), b.telling[b.events[i].record.Head().ID]...)
	}
	slices.Sort(places)
	var out []Record
	for _, i := range slices.Compact(places) {
		if r, ok := b.shows(i); ok {
			if _, had := a.shows(i); !had {
				out = append(out, r)
			}
		}
	}
	slices.SortFunc(out, newestFirst)
	return out
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
func (l Log) sameEvents(other Log) bool {
	return len(l.events) == len(other.events) && (len(l.events) == 0 || &l.events[0] == &other.events[0])
}

// eventFrom is the place of the newest event that is not later than a moment.
func (l Log) eventFrom(at int64) int {
	i, _ := slices.BinarySearchFunc(l.events, at, func(e event, at int64) int {
		if e.at > at {
			return -1
		}
		return 1
	})
	return i
}

// shows gives the event at a place of the log as it stands at the moment of the
// view; not ok where a board does not show it.
func (v view) shows(i int) (Record, bool) {
	e := v.events[i]
	if e.known > v.by.UnixMicro() {
		return nil, false
	}
	if e.amended {
		e.record = v.amended(e.record).Record
		e.at = e.record.Own().First().UnixMicro()
	}
	return e.record, e.at <= v.valid.UnixMicro() && (!e.statement || !v.toldElsewhere(e))
}
