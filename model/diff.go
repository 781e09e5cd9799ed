package model

import (
	"cmp"
	"slices"
)

// DifferenceKind is what differs between two boards.
type DifferenceKind uint8

// The kinds of difference, the gravest first.
const (
	StateChanged DifferenceKind = iota
	DeadlineChanged
	ClaimChanged
	ConditionChanged
	EventAdded
	RecordAmended
)

// Difference is one thing that is other on the second of two boards. ID is that
// of the crossing, deadline, count, condition, incident or statement, or of the
// record that was amended. Before and After are the states of a crossing, of a
// deadline or of a condition; nil where there was, or is, none.
type Difference struct {
	Kind          DifferenceKind
	ID            ID
	Before, After any
}

// Diff lists what is other on board b than on a, by kind and id; events the
// newest first. Boards of one log and moment have no difference.
func Diff(a, b Board) []Difference {
	var out []Difference
	out = append(out, diffKeyed(StateChanged, crossingStates(a), crossingStates(b))...)
	out = append(out, diffKeyed(DeadlineChanged, deadlineStates(a), deadlineStates(b))...)
	out = append(out, diffKeyed(ClaimChanged, claimStates(a), claimStates(b))...)
	out = append(out, diffKeyed(ConditionChanged, conditionStates(a), conditionStates(b))...)
	had := map[ID]bool{}
	for id := range a.Events.IDs() {
		had[id] = true
	}
	for id := range b.Events.IDs() {
		if !had[id] {
			out = append(out, Difference{Kind: EventAdded, ID: id})
		}
	}
	return append(out, amendedSince(a, b)...)
}

func diffKeyed[S comparable](kind DifferenceKind, a, b map[ID]S) []Difference {
	var out []Difference
	for id, was := range a {
		is, ok := b[id]
		switch {
		case !ok:
			out = append(out, Difference{Kind: kind, ID: id, Before: was})
		case is != was:
			out = append(out, Difference{Kind: kind, ID: id, Before: was, After: is})
		}
	}
	for id, is := range b {
		if _, ok := a[id]; !ok {
			out = append(out, Difference{Kind: kind, ID: id, After: is})
		}
	}
	slices.SortFunc(out, func(x, y Difference) int { return cmp.Compare(x.ID, y.ID) })
	return out
}

// CrossingState is what of a crossing's status a difference tells.
type CrossingState struct {
	State, Last State
	Disputed    bool
	Banned      bool
}

func crossingStates(b Board) map[ID]CrossingState {
	out := map[ID]CrossingState{}
	for _, c := range b.Crossings {
		out[c.Crossing.ID] = CrossingState{c.Headline.State, c.Headline.Last, c.Headline.Disputed(), c.Banned()}
	}
	return out
}

// DeadlineChange is what of a deadline a difference tells.
type DeadlineChange struct {
	State DeadlineState
	At    Moment
}

func deadlineStates(b Board) map[ID]DeadlineChange {
	out := map[ID]DeadlineChange{}
	for _, d := range b.Deadlines {
		if _, ok := out[d.ID]; !ok {
			out[d.ID] = DeadlineChange{d.State, d.At}
		}
	}
	return out
}

// claimStates gives the claims that stand, each by its least and greatest
// number; a claim without a number has none.
func claimStates(b Board) map[ID][2]int64 {
	out := map[ID][2]int64{}
	for _, g := range b.Claims {
		for _, c := range g.Claims {
			if low, high := c.Count.span(); low != nil {
				out[c.Count.ID] = [2]int64{*low, *high}
			}
		}
	}
	return out
}

func conditionStates(b Board) map[ID]ConditionState {
	out := map[ID]ConditionState{}
	for _, c := range b.Conditions {
		out[c.Condition.ID] = c.Condition.State
	}
	return out
}

// amendedSince lists the targets of corrections, withdrawals and disputes that
// b knows and a did not.
func amendedSince(a, b Board) []Difference {
	seen := map[ID]bool{}
	var out []Difference
	for target, as := range b.view.amending {
		for _, am := range as {
			if am.Type == Update || !b.view.knows(am) || a.view.knows(am) && a.view.records[am.ID] != nil || seen[target] {
				continue
			}
			seen[target] = true
			out = append(out, Difference{Kind: RecordAmended, ID: target})
		}
	}
	slices.SortFunc(out, func(x, y Difference) int { return cmp.Compare(x.ID, y.ID) })
	return out
}
