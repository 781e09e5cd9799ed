package model

import "slices"

// Events lists the incidents and statements of the log as they were stated, in
// the order in which a board lists those that it shows.
func (l Log) Events() Events {
	out := make([]Record, len(l.events))
	for i, e := range l.events {
		out[i] = e.record
	}
	return Events{out}
}

// Rest lists the records that are no events, by id.
func (l Log) Rest() []Record {
	out := make([]Record, 0, len(l.known))
	for id := range l.known {
		out = append(out, l.records[id])
	}
	byID(out)
	return out
}

// Telling lists the incidents and statements that tell of a record, as they were
// stated, the newest first.
func (l Log) Telling(id ID) []Record {
	places := l.telling[id]
	out := make([]Record, 0, len(places))
	for _, i := range slices.Compact(slices.Clone(places)) {
		out = append(out, l.events[i].record)
	}
	return out
}

// Amended tells whether an amendment names a record, or its act, at any time.
func (l Log) Amended(r Record) bool {
	m, ok := r.(*Measure)
	return len(l.amending[r.Head().ID]) > 0 || ok && len(l.amending[m.Act]) > 0
}
