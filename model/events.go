package model

import (
	"cmp"
	"iter"
	"slices"
	"sort"
	"time"
)

// Events are incidents and statements, the newest first, or where it is said so
// other records with them. They are a value that is cheap to hand on; what is not
// looked at need not be in memory.
type Events struct{ *chosen }

// chosen are some of the rows of the annals, with records of which they have
// none, or none that is like these.
type chosen struct {
	of *annals
	// rows has by place a row, or ^i of other[i]; where it is nil there are n rows
	// from first on.
	rows     []int32
	first, n int
	other    []Record
}

// run are n rows from first on.
func (a *annals) run(first, n int) Events { return Events{&chosen{of: a, first: first, n: n}} }

// choose are rows, which are in order, and other records, which need not be.
func (a *annals) choose(rows []int32, other []Record) Events {
	slices.SortFunc(other, newestFirst)
	c := &chosen{of: a, rows: make([]int32, 0, len(rows)+len(other)), other: other, n: len(rows) + len(other)}
	for i, r := range other {
		before := number(a.seek(r.Own().First().UnixMicro(), r.Head().ID))
		from, _ := slices.BinarySearch(rows, before)
		c.rows = append(append(c.rows, rows[:from]...), ^number(i))
		rows = rows[from:]
	}
	c.rows = append(c.rows, rows...)
	return Events{c}
}

// EventsOf are records in the order in which they are given, whatever their kind.
func EventsOf(records ...Record) Events {
	c := &chosen{of: &annals{}, other: records, n: len(records), rows: make([]int32, len(records))}
	for i := range records {
		c.rows[i] = ^number(i)
	}
	return Events{c}
}

// Len is how many there are.
func (e Events) Len() int {
	if e.chosen == nil {
		return 0
	}
	return e.n
}

// row is the row at a place, or ^i of other[i].
func (e Events) row(i int) int {
	if e.rows == nil {
		return e.first + i
	}
	return int(e.rows[i])
}

// At gives the event at a place. Asked again, it may give a copy: events are
// told apart by their ids.
func (e Events) At(i int) Record {
	row := e.row(i)
	if row < 0 {
		return e.other[^row]
	}
	return e.of.record(row)
}

// ID is that of the event at a place. To ask for it costs less than At.
func (e Events) ID(i int) ID {
	row := e.row(i)
	if row < 0 {
		return e.other[^row].Head().ID
	}
	return e.of.id(row)
}

// Time is the first instant of the event at a place. To ask for it costs less
// than At.
func (e Events) Time(i int) time.Time {
	row := e.row(i)
	if row < 0 {
		return e.other[^row].Own().First()
	}
	return time.UnixMicro(e.of.at[row]).UTC()
}

// Stated tells which of Log.Events the event at a place is; not ok where it is
// none, for amendments gave it other values.
func (e Events) Stated(i int) (place int, ok bool) {
	row := e.row(i)
	return row, row >= 0
}

// Of tells whether the events are of this log, under whatever rules.
func (e Events) Of(l Log) bool { return e.chosen == nil || e.of == l.events }

// Place finds an event; -1 where it is none of these.
func (e Events) Place(id ID) int {
	if e.Len() == 0 {
		return -1
	}
	if i := slices.IndexFunc(e.other, func(r Record) bool { return r.Head().ID == id }); i >= 0 {
		return slices.Index(e.rows, ^number(i))
	}
	row := e.of.row(id)
	if row < 0 {
		return -1
	}
	at := time.UnixMicro(e.of.at[row])
	i := sort.Search(e.n, func(i int) bool {
		return cmp.Or(at.Compare(e.Time(i)), cmp.Compare(e.ID(i), id)) >= 0
	})
	if i == e.n || e.row(i) != row {
		return -1
	}
	return i
}

// Slice are the events at the places from i to before j.
func (e Events) Slice(i, j int) Events {
	if e.chosen == nil {
		return e
	}
	c := &chosen{of: e.of, first: e.first + i, n: j - i, other: e.other}
	if e.rows != nil {
		c.rows = e.rows[i:j:j]
	}
	return Events{c}
}

// All lists the events by their places. To look at many so costs less than At.
func (e Events) All() iter.Seq2[int, Record] {
	return func(yield func(int, Record) bool) {
		if e.Len() == 0 {
			return
		}
		read := e.of.reader()
		for i := range e.n {
			row := e.row(i)
			if row < 0 && !yield(i, e.other[^row]) || row >= 0 && !yield(i, read(row)) {
				return
			}
		}
	}
}

// Records lists the events, as All does.
func (e Events) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, r := range e.All() {
			if !yield(r) {
				return
			}
		}
	}
}

// IDs lists the ids of the events.
func (e Events) IDs() iter.Seq[ID] {
	return func(yield func(ID) bool) {
		for i := range e.Len() {
			if !yield(e.ID(i)) {
				return
			}
		}
	}
}

// Same tells whether both are the very same events, at no cost; two boards never
// share theirs.
func (e Events) Same(other Events) bool { return e.chosen == other.chosen }
