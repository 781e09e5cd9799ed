package model

import (
	"reflect"
	"strings"
)

// Turnover tells what became of the records of one log in another that took its
// place, by their ids: events first, as boards list them, then the rest by id.
type Turnover struct {
	// Came are new ones, Changed those of the same id and other content, and Gone
	// those that are no longer there.
	Came, Changed, Gone []ID
	// News is how many of Came, the first of them, are events.
	News int
}

// None tells whether both logs hold the same.
func (t Turnover) None() bool { return len(t.Came)+len(t.Changed)+len(t.Gone) == 0 }

// Turnover compares a log with the one that was there before it.
func (l Log) Turnover(before Log) Turnover {
	var t Turnover
	compare := func(r Record) {
		// One id must not keep those of a whole log in memory.
		id := ID(strings.Clone(string(r.Head().ID)))
		switch old := before.Record(id); {
		case old == nil:
			t.Came = append(t.Came, id)
		case old != r && (old.Kind() != r.Kind() || !reflect.DeepEqual(old, r)):
			t.Changed = append(t.Changed, id)
		}
	}
	a, b := l.annals(), before.annals()
	read := a.reader()
	for row := range a.len() {
		if !a.shares(row, b) {
			compare(read(row))
		}
	}
	t.News = len(t.Came)
	for _, r := range l.Rest() {
		compare(r)
	}
	for id := range before.Events().IDs() {
		if !l.Holds(id) {
			t.Gone = append(t.Gone, ID(strings.Clone(string(id))))
		}
	}
	for _, r := range before.Rest() {
		if id := r.Head().ID; !l.Holds(id) {
			t.Gone = append(t.Gone, id)
		}
	}
	return t
}

// shares tells whether a row is in the same bytes as one of the same id of others: a
// log that grew keeps those that it had.
func (a *annals) shares(row int, with *annals) bool {
	if a == with {
		return true
	}
	if a.packed == nil || with.packed == nil {
		return false
	}
	other := with.row(a.id(row))
	return other >= 0 && a.packed.at(row) == with.packed.at(other)
}

// Holds tells whether there is a record of that id. To ask so costs less than to
// ask for the record.
func (l Log) Holds(id ID) bool {
	if _, ok := l.records[id]; ok {
		return true
	}
	a := l.annals()
	return a.packed != nil && a.row(id) >= 0
}
