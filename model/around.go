package model

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// window is a stretch of time, both ends included, in microseconds since 1970 as
// events have them.
type window struct{ first, last int64 }

// about is the window of that much before and after the start of a moment.
func about(m Moment, within time.Duration) window {
	at := m.First()
	return window{at.Add(-within).UnixMicro(), at.Add(within).UnixMicro()}
}

func (w window) holds(at int64) bool { return w.first <= at && at <= w.last }

// during lists the incidents and statements that stand at the moment of the
// view and begin in a window, the newest first. What was withdrawn does not
// stand.
func (v view) during(w window) []Record {
	from, _ := slices.BinarySearchFunc(v.events, w.last, func(e event, last int64) int { return cmp.Compare(last, e.at) })
	var out []Record
	for _, e := range v.events[from:] {
		if e.at < w.first {
			break
		}
		out = v.stand(out, e, w)
	}
	for _, i := range v.edited {
		// An amendment may have moved it here.
		if e := v.events[i]; !w.holds(e.at) && v.moved(e.record) {
			out = v.stand(out, e, w)
		}
	}
	slices.SortFunc(out, newestFirst)
	return out
}

// stand adds a record, as amended, if it stands and begins in the window.
func (v view) stand(out []Record, e event, w window) []Record {
	if e.known > v.by.UnixMicro() {
		return out
	}
	if e.amended {
		now := v.amended(e.record)
		if now.Withdrawal != nil {
			return out
		}
		e.record, e.at = now.Record, now.Record.Own().First().UnixMicro()
	}
	if !w.holds(e.at) || e.at > v.valid.UnixMicro() {
		return out
	}
	return append(out, e.record)
}

// moved tells whether an amendment may give an event another time. There may be
// a thousand amended ones: it asks no more than it must.
func (v view) moved(e Record) bool {
	return slices.ContainsFunc(v.amending[e.Head().ID], func(a *Amendment) bool {
		_, rewritten := v.settled[a.ID]
		return rewritten || slices.ContainsFunc(a.Set, func(s Assignment) bool { return s.Field == "at" })
	})
}

// apart is more than a day and what any two clocks differ by: what was written
// as one day begins within this of it.
const apart = 50 * time.Hour

// SameDay lists the statements and counts of the day of a record, by the days as
// they were written, the newest first; nil for a record that has no day.
func (b Board) SameDay(id ID) []Record {
	a, _ := b.Record(id)
	day, ok := dayOf(a.Record)
	if !ok {
		return nil
	}
	w := about(a.Record.Own(), apart)
	out := b.view.during(w)
	for _, c := range b.view.counts {
		e := event{record: c, at: c.At.First().UnixMicro(), amended: len(b.view.amending[c.ID]) > 0}
		if e.amended || w.holds(e.at) {
			e.known = b.view.Known(c.ID).UnixMicro()
			out = b.view.stand(out, e, w)
		}
	}
	out = slices.DeleteFunc(out, func(r Record) bool {
		other, ok := dayOf(r)
		return !ok || other != day || r.Head().ID == id || r.Kind() == KindIncident
	})
	slices.SortFunc(out, newestFirst)
	return out
}

// dayOf is the day of a record as it was written; not ok where that is not known.
func dayOf(r Record) (day string, ok bool) {
	if r == nil {
		return "", false
	}
	switch r.Own().Precision() {
	case Minute, Midnight, Day:
		first, _ := r.Own().Dates()
		return first.Format(time.DateOnly), true
	case None, Month, Year, Span:
	}
	return "", false
}

// Around lists the incidents at a crossing or a place of a record that began at
// most within before or after it did, the newest first. What has a less exact
// time than that is around nothing.
func (b Board) Around(id ID, within time.Duration) []Record {
	a, ok := b.Record(id)
	if !ok || vague(a.Record, within) {
		return nil
	}
	where := b.view.sites(a.Record)
	here := func(id ID) bool { return slices.Contains(where, id) }
	return slices.DeleteFunc(b.view.during(about(a.Record.Own(), within)), func(r Record) bool {
		return r.Kind() != KindIncident || r.Head().ID == id || vague(r, within) || !slices.ContainsFunc(b.view.sites(r), here)
	})
}

// vague tells whether the time of a record is not known as exactly as that.
func vague(r Record, exact time.Duration) bool {
	own := r.Own()
	return own.IsZero() || own.Last().Sub(own.First()) > exact
}

// sites lists the crossings and places where something happened or holds.
func (v view) sites(r Record) []ID {
	switch r := r.(type) {
	case *Measure:
		if r.Crossings != nil {
			return r.Crossings
		}
		var every []ID
		for _, c := range v.crossings {
			every = append(every, c.ID)
		}
		return every
	case *Report:
		return r.Crossings
	case *Count:
		return []ID{r.Crossing}
	case *Queue:
		return []ID{r.Crossing}
	case *Incident:
		return slices.Concat(r.Crossings, r.Places)
	case *Source, *Place, *Crossing, *Deadline, *Statement, *Condition, *Tally, *Amendment:
	}
	return nil
}

// Resting lists what rests on a source, the newest first: the records that name
// it, and the sources that repeat it. What was withdrawn is left out, and what
// had not begun unless it was announced.
func (b Board) Resting(source ID) []Record {
	var out []Record
	always := window{math.MinInt64, math.MaxInt64}
	for _, e := range b.view.events {
		if e.amended || names(e.record, source) {
			out = b.view.stand(out, e, always)
		}
	}
	// What is no event is little, and known by its id.
	for id := range b.view.known {
		a, ok := b.Record(id)
		if ok && a.Withdrawal == nil && (mayPrecede(a.Record) || !a.Record.Own().First().After(b.Valid)) {
			out = append(out, a.Record)
		}
	}
	out = slices.DeleteFunc(out, func(r Record) bool { return !names(r, source) })
	slices.SortFunc(out, newestFirst)
	return out
}

// names tells whether a record names a source as its own, or repeats it.
func names(r Record, source ID) bool {
	s, ok := r.(*Source)
	return ok && s.Origin.String() == string(source) || slices.Contains(r.Head().Sources, source)
}
