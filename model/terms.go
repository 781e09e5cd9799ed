package model

import (
	"cmp"
	"slices"
)

// Terms lists the measures and deadlines that were known by the board's moment, by
// id, with what became of them: also those that are over or were withdrawn, which
// Deadlines leaves out.
func (b Board) Terms() []Amended {
	var out []Amended
	for _, m := range b.view.measures {
		if b.view.knows(m) {
			out = append(out, b.view.amended(m))
		}
	}
	for _, d := range b.view.deadlines {
		if b.view.knows(d) {
			out = append(out, b.view.amended(d))
		}
	}
	slices.SortFunc(out, func(a, b Amended) int { return cmp.Compare(a.Record.Head().ID, b.Record.Head().ID) })
	return out
}

// Amending lists the amendments known by the board's moment that name a record or
// its act, and those that amend these in turn, in the order in which they became
// known. One that was withdrawn, or holds only later, is listed too: their number
// never falls.
func (b Board) Amending(id ID) []*Amendment {
	targets := []ID{id}
	if m, ok := b.view.records[id].(*Measure); ok && m.Act != "" {
		targets = append(targets, m.Act)
	}
	var out []*Amendment
	for i := 0; i < len(targets); i++ {
		for _, a := range b.view.amending[targets[i]] {
			if b.view.knows(a) && !slices.Contains(out, a) {
				out, targets = append(out, a), append(targets, a.ID)
			}
		}
	}
	slices.SortFunc(out, func(x, y *Amendment) int {
		return cmp.Or(b.KnownAt(x.ID).Compare(b.KnownAt(y.ID)), cmp.Compare(x.ID, y.ID))
	})
	return out
}
