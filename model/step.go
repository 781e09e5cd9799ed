package model

import (
	"cmp"
	"slices"
	"time"
)

// Steps are the moments at which records change the board, in their order. The
// zero Steps has none.
type Steps struct{ steps []step }

// step is a moment, in microseconds since 1970, and the record that changes the
// board at it.
type step struct {
	at int64
	id ID
}

// Steps lists the moments at which the board changes while valid and known move
// together. A measure changes it also where it ends, as planned and as it came to
// be. Readings of queues are no steps: they come every few minutes.
func (l Log) Steps() Steps {
	all := make([]step, 0, l.Len())
	l.eachTurn(func(id ID, at, known int64) { all = append(all, step{max(at, known), id}) })
	for id, known := range l.known {
		if r := l.records[id]; !known.IsZero() && (mayPrecede(r) || r.Kind() == KindCrossing) {
			all = append(all, step{known.UnixMicro(), id})
		}
	}
	return ordered(all)
}

// StepsKnown lists the moments at which the board changes while valid moves and
// known stays at by.
func (l Log) StepsKnown(by time.Time) Steps {
	all, last := make([]step, 0, l.Len()), by.UnixMicro()
	l.eachTurn(func(id ID, at, known int64) {
		if known <= last {
			all = append(all, step{at, id})
		}
	})
	return ordered(all)
}

func ordered(all []step) Steps {
	slices.SortFunc(all, func(a, b step) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.id, b.id)) })
	return Steps{slices.Compact(all)}
}

// eachTurn goes through the turns of all records, with when those became known.
func (l Log) eachTurn(do func(id ID, at, known int64)) {
	a := l.annals()
	for row := range a.len() {
		do(a.id(row), a.at[row], a.known[row])
	}
	for id, known := range l.known {
		for _, at := range turns(l.records[id]) {
			do(id, at.UnixMicro(), known.UnixMicro())
		}
	}
}

// turns are the moments of a record's own at which it begins or ceases to say
// something, as it was stated.
func turns(r Record) []time.Time {
	var out []time.Time
	switch r := r.(type) {
	case *Source, *Place, *Crossing, *Queue:
	case *Measure:
		out = []time.Time{r.From.First(), r.Until.Last(), r.Ended.First(), r.Ended.Last()}
	case *Amendment:
		out = []time.Time{r.At.First()}
		for _, s := range r.Set {
			if m, ok := s.Value.(Moment); ok {
				out = append(out, m.First(), m.Last())
			}
		}
	case *Deadline:
		out = []time.Time{r.Due.Last()}
	case *Report, *Count, *Condition, *Incident, *Statement, *Tally:
		out = []time.Time{r.Own().First()}
	}
	return slices.DeleteFunc(out, time.Time.IsZero)
}

// Len is the number of steps; records that step together count each.
func (s Steps) Len() int { return len(s.steps) }

// First is the first of the moments; zero where there is none.
func (s Steps) First() time.Time {
	if len(s.steps) == 0 {
		return time.Time{}
	}
	return time.UnixMicro(s.steps[0].at).UTC()
}

// After is the next moment after t, and the records that change the board then,
// by id; not ok after the last.
func (s Steps) After(t time.Time) (at time.Time, ids []ID, ok bool) {
	i, _ := slices.BinarySearchFunc(s.steps, t.UnixMicro(), func(x step, t int64) int {
		if x.at <= t {
			return -1
		}
		return 1
	})
	return s.from(i)
}

// Before is the moment before t nearest to it, in the same way.
func (s Steps) Before(t time.Time) (at time.Time, ids []ID, ok bool) {
	i, _ := slices.BinarySearchFunc(s.steps, t.UnixMicro(), func(x step, t int64) int { return cmp.Compare(x.at, t) })
	if i == 0 {
		return time.Time{}, nil, false
	}
	first, _ := slices.BinarySearchFunc(s.steps, s.steps[i-1].at, func(x step, t int64) int { return cmp.Compare(x.at, t) })
	return s.from(first)
}

// from is the moment of the step at a place.
func (s Steps) from(i int) (at time.Time, ids []ID, ok bool) {
	if i >= len(s.steps) {
		return time.Time{}, nil, false
	}
	for j := i; j < len(s.steps) && s.steps[j].at == s.steps[i].at; j++ {
		ids = append(ids, s.steps[j].id)
	}
	return time.UnixMicro(s.steps[i].at).UTC(), ids, true
}
