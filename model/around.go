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

// during lists the wanted incidents and statements that stand at the moment of
// the view and begin in a window, the newest first. What was withdrawn does not
// stand.
func (v view) during(w window, wanted func(Record) bool) []Record {
	from, _ := slices.BinarySearchFunc(v.events, w.last, func(e event, last int64) int { return cmp.Compare(last, e.at) })
	var out []Record
	for _, e := range v.events[from:] {
		if e.at < w.first {
			break
		}
		out = v.stand(out, e, w, wanted)
	}
	for _, i := range v.edited {
		// An amendment may have moved it here.
		if e := v.events[i]; !w.holds(e.at) && v.sets(e.record, "at") {
			out = v.stand(out, e, w, wanted)
		}
	}
	slices.SortFunc(out, newestFirst)
	return out
}

// stand adds a record, as amended, if it stands, begins in the window and is
// wanted.
func (v view) stand(out []Record, e event, w window, wanted func(Record) bool) []Record {
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
	if !w.holds(e.at) || e.at > v.valid.UnixMicro() || !wanted(e.record) {
		return out
	}
	return append(out, e.record)
}

// sets tells whether an amendment may give an event another value of a field.
// There may be a thousand amended ones: it asks no more than it must.
func (v view) sets(e Record, field string) bool {
	return slices.ContainsFunc(v.amending[e.Head().ID], func(a *Amendment) bool {
		_, rewritten := v.settled[a.ID]
		return rewritten || slices.ContainsFunc(a.Set, func(s Assignment) bool { return s.Field == field })
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
	that := func(r Record) bool {
		other, ok := dayOf(r)
		return ok && other == day && r.Head().ID != id
	}
	w := about(a.Record.Own(), apart)
	out := b.view.during(w, func(r Record) bool { return r.Kind() == KindStatement && that(r) })
	for _, c := range b.view.counts {
		e := event{record: c, at: c.At.First().UnixMicro(), amended: len(b.view.amending[c.ID]) > 0}
		if e.amended || w.holds(e.at) {
			e.known = b.view.Known(c.ID).UnixMicro()
			out = b.view.stand(out, e, w, that)
		}
	}
	slices.SortFunc(out, newestFirst)
	return out
}

// date is a day of the calendar, whatever clock shows it.
type date struct {
	year  int
	month time.Month
	day   int
}

// dayOf is the day of a record as it was written; not ok where that is not known.
func dayOf(r Record) (day date, ok bool) {
	if r == nil {
		return date{}, false
	}
	switch r.Own().Precision() {
	case Minute, Midnight, Day:
		first, _ := r.Own().Dates()
		year, month, day := first.Date()
		return date{year, month, day}, true
	case None, Month, Year, Span:
	}
	return date{}, false
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
	if len(where) == 0 {
		return nil
	}
	here := func(id ID) bool { return slices.Contains(where, id) }
	return b.view.during(about(a.Record.Own(), within), func(r Record) bool {
		i, ok := r.(*Incident)
		return ok && i.ID != id && (slices.ContainsFunc(i.Crossings, here) || slices.ContainsFunc(i.Places, here)) && !vague(r, within)
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
	named := func(r Record) bool { return names(r, source) }
	for _, e := range b.view.events {
		if e.amended || named(e.record) {
			out = b.view.stand(out, e, always, named)
		}
	}
	// What is no event is little, and known by its id.
	for id := range b.view.known {
		a, ok := b.Record(id)
		if ok && a.Withdrawal == nil && named(a.Record) && (mayPrecede(a.Record) || !a.Record.Own().First().After(b.Valid)) {
			out = append(out, a.Record)
		}
	}
	slices.SortFunc(out, newestFirst)
	return out
}

// names tells whether a record names a source as its own, or repeats it.
func names(r Record, source ID) bool {
	s, ok := r.(*Source)
	return ok && s.Origin.String() == string(source) || slices.Contains(r.Head().Sources, source)
}
