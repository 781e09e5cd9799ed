package model

import (
	"math"
	"slices"
	"sort"
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

// within are the rows that begin in a window.
func (a *annals) within(w window) (from, to int) {
	return a.since(w.last), sort.Search(len(a.at), func(row int) bool { return a.at[row] < w.first })
}

// cut are those of some rows, in order, that begin in a window.
func (a *annals) cut(rows []int32, w window) []int32 {
	first, end := a.within(w)
	from, _ := slices.BinarySearch(rows, number(first))
	to, _ := slices.BinarySearch(rows, number(end))
	return rows[from:max(from, to)]
}

// standing adds a row that stands as it was stated and is wanted.
func (v view) standing(out []int32, row int, wanted func(row int) bool) []int32 {
	a := v.annals()
	if a.is(row, amended) || a.known[row] > v.by.UnixMicro() || a.at[row] > v.valid.UnixMicro() || !wanted(row) {
		return out
	}
	return append(out, number(row))
}

// edits lists the incidents and statements that amendments name and that stand, as
// amended, begin in a window and are wanted. What was withdrawn does not stand.
func (v view) edits(w window, wanted func(Record) bool) []Record {
	var out []Record
	a := v.annals()
	for _, row := range a.edited {
		r := a.record(row)
		// An amendment may have moved it here.
		if a.known[row] <= v.by.UnixMicro() && (w.holds(a.at[row]) || v.sets(r, "at")) {
			out = v.stand(out, r, w, wanted)
		}
	}
	return out
}

// stand adds a known record, as amended, if it stands, begins in the window and is
// wanted.
func (v view) stand(out []Record, r Record, w window, wanted func(Record) bool) []Record {
	now := v.amended(r)
	at := now.Record.Own().First().UnixMicro()
	if now.Withdrawal != nil || !w.holds(at) || at > v.valid.UnixMicro() || !wanted(now.Record) {
		return out
	}
	return append(out, now.Record)
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
// they were written, the newest first; none for a record that has no day.
func (b Board) SameDay(id ID) Events {
	r, _ := b.Record(id)
	day, ok := dayOf(r.Record)
	if !ok {
		return Events{}
	}
	that := func(r Record) bool {
		other, ok := dayOf(r)
		return ok && other == day && r.Head().ID != id
	}
	a, w := b.view.annals(), about(r.Record.Own(), apart)
	read := a.reader()
	var rows []int32
	for row, to := a.within(w); row < to; row++ {
		rows = b.view.standing(rows, row, func(row int) bool { return a.is(row, said) && that(read(row)) })
	}
	other := b.view.edits(w, func(r Record) bool { return r.Kind() == KindStatement && that(r) })
	for _, c := range b.view.counts {
		if (w.holds(c.At.First().UnixMicro()) || len(b.view.amending[c.ID]) > 0) && b.view.knows(c) {
			other = b.view.stand(other, c, w, that)
		}
	}
	return a.choose(rows, other)
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
func (b Board) Around(id ID, within time.Duration) Events {
	r, ok := b.Record(id)
	if !ok || vague(r.Record, within) {
		return Events{}
	}
	a, w := b.view.annals(), about(r.Record.Own(), within)
	where := b.view.sites(r.Record)
	var near, rows []int32
	for _, site := range where {
		near = append(near, a.cut(b.view.there[site], w)...)
	}
	slices.Sort(near)
	for _, row := range slices.Compact(near) {
		rows = b.view.standing(rows, int(row), func(row int) bool {
			surely := within >= long && !a.is(row, wide)
			return a.id(row) != id && (surely || !vague(a.record(row), within))
		})
	}
	here := func(id ID) bool { return slices.Contains(where, id) }
	return a.choose(rows, b.view.edits(w, func(r Record) bool {
		i, ok := r.(*Incident)
		return ok && i.ID != id && (slices.ContainsFunc(i.Crossings, here) || slices.ContainsFunc(i.Places, here)) && !vague(r, within)
	}))
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
// it, of whatever kind, and the sources that repeat it. What was withdrawn is left
// out, and what had not begun unless it was announced.
func (b Board) Resting(source ID) Events {
	var rows []int32
	for _, row := range b.view.citing[source] {
		rows = b.view.standing(rows, int(row), func(int) bool { return true })
	}
	named := func(r Record) bool { return names(r, source) }
	other := b.view.edits(window{math.MinInt64, math.MaxInt64}, named)
	// What is no event is little, and known by its id.
	for id := range b.view.known {
		a, ok := b.Record(id)
		if ok && a.Withdrawal == nil && named(a.Record) && (mayPrecede(a.Record) || !a.Record.Own().First().After(b.Valid)) {
			other = append(other, a.Record)
		}
	}
	other = append(other, b.view.measured(source)...)
	return b.view.annals().choose(rows, other)
}

// names tells whether a record names a source as its own, or repeats it.
func names(r Record, source ID) bool {
	s, ok := r.(*Source)
	return ok && s.Origin.String() == string(source) || slices.Contains(r.Head().Sources, source)
}
