package model

import (
	"cmp"
	"math"
	"slices"
)

// SourceStatus is a source with what rests on it, as Board.Resting lists that.
type SourceStatus struct {
	Source  *Source
	Resting Events
}

// Sourced lists the sources that had appeared by the board's moment, those first on
// which most rests, then by id. Undated ones appeared when something first rested on
// them.
func (b Board) Sourced() []SourceStatus {
	other := b.restingElse()
	var out []SourceStatus
	for id := range b.view.known {
		s := b.Source(id)
		if s == nil || s.Published.First().After(b.Known) {
			continue
		}
		var rows []int32
		for _, row := range b.view.citing[id] {
			rows = b.view.standing(rows, int(row), func(int) bool { return true })
		}
		resting := b.view.annals().choose(rows, other[id])
		if !s.Published.IsZero() || resting.Len() > 0 {
			out = append(out, SourceStatus{s, resting})
		}
	}
	slices.SortFunc(out, func(x, y SourceStatus) int {
		return cmp.Or(cmp.Compare(y.Resting.Len(), x.Resting.Len()), cmp.Compare(x.Source.ID, y.Source.ID))
	})
	return out
}

// restingElse lists by source what rests on it besides the events that stand as they
// were stated.
func (b Board) restingElse() map[ID][]Record {
	out := map[ID][]Record{}
	file := func(r Record) {
		ids := slices.Clone(r.Head().Sources)
		if s, ok := r.(*Source); ok && !s.Origin.Empty() {
			ids = append(ids, ID(s.Origin.String()))
		}
		slices.Sort(ids)
		for _, id := range slices.Compact(ids) {
			out[id] = append(out[id], r)
		}
	}
	for _, r := range b.view.edits(window{math.MinInt64, math.MaxInt64}, func(Record) bool { return true }) {
		file(r)
	}
	for id := range b.view.known {
		a, ok := b.Record(id)
		if ok && a.Withdrawal == nil && (mayPrecede(a.Record) || !a.Record.Own().First().After(b.Valid)) {
			file(a.Record)
		}
	}
	return out
}
