package model

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// seal notes which of the records carry an embargo, or are given one by an amendment
// among them, beside those that the log has noted.
func (l *Log) seal(records []Record) {
	sealed := map[ID]bool{}
	for _, id := range l.sealed {
		sealed[id] = true
	}
	l.sealed = nil
	for _, r := range records {
		if !r.Head().Embargo.IsZero() {
			sealed[r.Head().ID] = true
		}
		a, ok := r.(*Amendment)
		if !ok || !slices.ContainsFunc(a.Set, func(s Assignment) bool { return s.Field == "embargo" }) {
			continue
		}
		for _, id := range a.Of {
			sealed[id] = true
		}
	}
	for _, m := range l.measures {
		if m.Act != "" && sealed[m.Act] {
			sealed[m.ID] = true
		}
	}
	for id := range sealed {
		l.sealed = append(l.sealed, ID(strings.Clone(string(id)))) // and not a whole packed log
	}
}

// Sealed tells whether any record carries an embargo, be it over or not.
func (l Log) Sealed() bool { return len(l.sealed) > 0 }

// Embargoes tells which records are under embargo at a moment, and until when; nil
// where none is.
func (l Log) Embargoes(now time.Time) map[ID]time.Time {
	ends := l.ends(now)
	maps.DeleteFunc(ends, func(_ ID, end time.Time) bool { return !end.After(now) })
	if len(ends) == 0 {
		return nil
	}
	return ends
}

// Public gives the log without what is under embargo at the present, now: without
// the records that carry it, as amended by then, and without all that names one of
// them, such as what cites it, tells of it or amends it. What was under embargo
// before became known when that was over, and of the embargo itself nothing is
// told. A log without embargoes is its own public one, at no cost; any other is made
// anew, and not packed.
func (l Log) Public(now time.Time) Log {
	ends := l.ends(now)
	if len(ends) == 0 {
		return l
	}
	public := make([]Record, 0, l.Len())
	take := func(r Record) {
		if r = l.publicly(r, ends[r.Head().ID], now); r != nil {
			public = append(public, r)
		}
	}
	for r := range l.Events().Records() {
		take(r)
	}
	for _, r := range l.Rest() {
		take(r)
	}
	out, err := NewLog(l.rules, public...)
	if err != nil {
		return Log{rules: l.rules} // Each had an id of its own, so that none clashes.
	}
	return out
}

// publicly is a record as others know it, given the end of its embargo; nil where
// they know of none. What an amendment does holds from when it did at the desk.
func (l Log) publicly(r Record, end, now time.Time) Record {
	if end.After(now) {
		return nil
	}
	known := l.Known(r.Head().ID)
	if end.After(known) || !r.Head().Embargo.IsZero() {
		r = clone(r)
		r.Head().Embargo = Moment{}
	}
	if end.After(known) {
		r.Head().Known = Exactly(end)
	}
	a, ok := r.(*Amendment)
	if !ok {
		return r
	}
	if end.After(known) && a.At.IsZero() {
		a.At = Exactly(known)
	}
	return a.unsealed()
}

// unsealed is the amendment without what it says of embargoes; nil where that is all.
func (a *Amendment) unsealed() Record {
	embargo := func(s Assignment) bool { return s.Field == "embargo" }
	if !slices.ContainsFunc(a.Set, embargo) {
		return a
	}
	out := *a
	if out.Set = slices.DeleteFunc(slices.Clone(a.Set), embargo); len(out.Set) == 0 && a.Type != Withdrawal {
		return nil
	}
	return &out
}

// ends are the ends of all embargoes in force at a moment or before it, also of
// what names a record that has one.
func (l Log) ends(now time.Time) map[ID]time.Time {
	if len(l.sealed) == 0 {
		return nil
	}
	e := embargoes{log: l, ends: map[ID]time.Time{}, lifts: map[ID]ID{}}
	v := l.view(now, now)
	for _, id := range l.sealed {
		if r := l.Record(id); r != nil {
			e.own(v, r)
		}
	}
	rest := l.Rest()
	for e.grown {
		e.grown = false
		e.spread(rest)
	}
	return e.ends
}

// embargoes are the ends of embargoes by record, while they are being found.
type embargoes struct {
	log   Log
	ends  map[ID]time.Time
	lifts map[ID]ID // which amendment set the end, of those that one did
	grown bool
}

// own takes the embargo that a record carries. One that an amendment moved ends no
// sooner than that was known.
func (e *embargoes) own(v view, r Record) {
	id, now := r.Head().ID, v.amended(r)
	end := now.Record.Head().Embargo.Last()
	for _, c := range slices.Backward(now.Changes) {
		if c.Field == "embargo" {
			e.lifts[id] = c.By.ID
			end = later(end, v.Known(c.By.ID))
			break
		}
	}
	e.raise(id, end)
}

func (e *embargoes) raise(id ID, end time.Time) {
	if end.After(e.ends[id]) {
		e.ends[id], e.grown = end, true
	}
}

// spread puts what names a record under its embargo, and an act under that of the
// first of its measures that may be told of.
func (e *embargoes) spread(rest []Record) {
	l := e.log
	for _, r := range rest {
		for id := range named(r) {
			e.raise(r.Head().ID, e.ends[id])
		}
	}
	for id, by := range e.lifts {
		e.raise(id, e.ends[by])
	}
	for act, end := range e.acts() {
		e.raise(act, end)
	}
	for id, end := range maps.Clone(e.ends) {
		for _, rows := range [][]int32{l.citing[id], l.telling[id], l.there[id]} {
			for _, row := range rows {
				e.raise(l.events.id(int(row)), end)
			}
		}
	}
}

func (e *embargoes) acts() map[ID]time.Time {
	first := map[ID]time.Time{}
	for _, m := range e.log.measures {
		if m.Act == "" || e.log.Holds(m.Act) {
			continue
		}
		if end, ok := first[m.Act]; !ok || e.ends[m.ID].Before(end) {
			first[m.Act] = e.ends[m.ID]
		}
	}
	return first
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
