package model

import (
	"iter"
	"slices"
	"time"
)

// Events are incidents and statements, the newest first. They are a value that
// is cheap to hand on; what is not looked at need not be in memory.
type Events struct{ list []Record }

// Len is how many there are.
func (e Events) Len() int { return len(e.list) }

// At gives the event at a place. Asked again, it may give a copy: events are
// told apart by their ids.
func (e Events) At(i int) Record { return e.list[i] }

// ID is that of the event at a place. To ask for it costs less than At.
func (e Events) ID(i int) ID { return e.list[i].Head().ID }

// Time is the first instant of the event at a place. To ask for it costs less
// than At.
func (e Events) Time(i int) time.Time { return e.list[i].Own().First() }

// Place finds an event; -1 where it is none of these.
func (e Events) Place(id ID) int {
	return slices.IndexFunc(e.list, func(r Record) bool { return r.Head().ID == id })
}

// All lists the events by their places.
func (e Events) All() iter.Seq2[int, Record] { return slices.All(e.list) }

// Records lists the events.
func (e Events) Records() iter.Seq[Record] { return slices.Values(e.list) }

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
func (e Events) Same(other Events) bool {
	return len(e.list) == len(other.list) && (len(e.list) == 0 || &e.list[0] == &other.list[0])
}
