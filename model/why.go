package model

import (
	"cmp"
	"slices"
	"time"
)

// Record gives a record with what amendments known by the board's moment did to
// it; not ok where there is none, or where it was not known yet.
func (b Board) Record(id ID) (Amended, bool) {
	r := b.view.Record(id)
	if r == nil || !b.view.knows(r) {
		return Amended{}, false
	}
	return b.view.amended(r), true
}

// Source gives a source; nil where there is none of that id.
func (b Board) Source(id ID) *Source {
	s, _ := b.view.Record(id).(*Source)
	return s
}

// Crossing gives the status of a crossing; not ok where there is none.
func (b Board) Crossing(id ID) (CrossingStatus, bool) {
	i := slices.IndexFunc(b.Crossings, func(c CrossingStatus) bool { return c.Crossing.ID == id })
	if i < 0 {
		return CrossingStatus{}, false
	}
	return b.Crossings[i], true
}

// Sources lists the sources of a record and of what amended it, the newest
// first, each once.
func (b Board) Sources(id ID) []*Source {
	a, ok := b.Record(id)
	if !ok {
		return nil
	}
	ids := slices.Clone(a.Record.Head().Sources)
	for _, c := range a.Changes {
		ids = append(ids, c.By.Sources...)
	}
	for _, d := range a.Disputes {
		ids = append(ids, d.Sources...)
	}
	if a.Withdrawal != nil {
		ids = append(ids, a.Withdrawal.Sources...)
	}
	var out []*Source
	for _, id := range ids {
		if s := b.Source(id); s != nil && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b *Source) int { return b.Published.Compare(a.Published) })
	return out
}

// Why gives the chain behind a crossing, an act or a record: the records that
// make its state, each followed by what amended it.
func (b Board) Why(id ID) []Amended {
	ids := []ID{id}
	if c, ok := b.Crossing(id); ok {
		ids = slices.Clone(c.Headline.Why)
		for _, p := range c.Passages {
			ids = append(ids, p.Why...)
		}
	} else if members := b.Act(id); len(members) > 0 {
		ids = nil
		for _, m := range members {
			ids = append(ids, m.ID)
		}
	}
	var out []Amended
	seen := map[ID]bool{}
	for _, id := range ids {
		if a, ok := b.Record(id); ok && !seen[id] {
			seen[id] = true
			out = append(out, a)
		}
	}
	return out
}

// Act lists the measures of an act, as amended; nil where no measure names it.
func (b Board) Act(id ID) []*Measure {
	if id == "" {
		return nil
	}
	var out []*Measure
	for _, m := range b.view.measures {
		if m.Act != id || !b.view.knows(m) {
			continue
		}
		if now, ok := b.view.amended(m).Record.(*Measure); ok {
			out = append(out, now)
		}
	}
	return out
}

// Related lists the incidents and statements that tell of a record, the newest
// first.
func (b Board) Related(id ID) Events {
	v, a := b.view, b.view.annals()
	tells := func(r Record) bool { return slices.Contains(aboutOf(r), id) }
	var rows []int32
	for _, row := range v.telling[id] {
		rows = v.standing(rows, int(row), func(int) bool { return true })
	}
	var other []Record
	for _, row := range a.edited {
		r := a.record(row)
		if a.known[row] > v.by.UnixMicro() || !tells(r) && !v.sets(r, "about") {
			continue
		}
		if r = v.amended(r).Record; tells(r) && !r.Own().First().After(b.Valid) {
			other = append(other, r)
		}
	}
	return a.choose(rows, other)
}

// KnownAt is when a record became known, as Log.Known tells it.
func (b Board) KnownAt(id ID) time.Time { return b.view.Known(id) }

// Rules are those that the board was made by.
func (b Board) Rules() Rules { return b.view.rules }

// Claim gives the group of a count and its place there; not ok where the board
// does not show it.
func (b Board) Claim(id ID) (ClaimGroup, Claim, bool) {
	for _, g := range b.Claims {
		for _, c := range g.Claims {
			if c.Count.ID == id {
				return g, c, true
			}
		}
	}
	return ClaimGroup{}, Claim{}, false
}

// History lists all claims known by the board's moment of a what, in the order
// in which they were made.
func (b Board) History(what What) []*Count {
	var out []*Count
	for _, c := range standing(b.view, b.view.counts) {
		if c.What == what {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b *Count) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	return out
}

// StateCounts counts the crossings by the state of their headline; what is
// last known counts as Unknown.
func (b Board) StateCounts() map[State]int {
	out := make(map[State]int, Open+1)
	for _, c := range b.Crossings {
		out[c.Headline.State]++
	}
	return out
}
