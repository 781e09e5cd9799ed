package model

import "strings"

// ClaimTurn is how a claimant's claim turned: a first one has no Before, one that
// stands no more no After. Where both are the same count it went stale.
type ClaimTurn struct{ Before, After *Claim }

// Aged tells whether the claim only went stale.
func (t ClaimTurn) Aged() bool {
	return t.Before != nil && t.After != nil && t.Before.Count.ID == t.After.Count.ID
}

// claimKey is whose claim of what it is; of a claimant without a name, which claim.
type claimKey struct {
	groupKey

	by     string
	partOf ID
}

// claimsOf lists the claims of a board in its order, and finds them by key.
func claimsOf(b Board) (order []claimKey, claims map[claimKey]*Claim) {
	claims = map[claimKey]*Claim{}
	for _, g := range b.Claims {
		for i := range g.Claims {
			c := &g.Claims[i]
			key := claimKey{groupKey{g.What, g.Unit, g.Crossing}, strings.ToLower(c.Count.By.String()), c.Count.PartOf}
			if key.by == "" {
				key.by = string(c.Count.ID)
			}
			order, claims[key] = append(order, key), c
		}
	}
	return order, claims
}

// claims lists those that are new or took the place of another, then those that
// stand no more, and last those that went stale. Of one that an amendment changed that tells.
func (d differ) claims() []Difference {
	were, before := claimsOf(d.a)
	are, after := claimsOf(d.b)
	var out, aged []Difference
	for _, key := range are {
		t := ClaimTurn{before[key], after[key]}
		_, _, shown := d.a.Claim(t.After.Count.ID)
		switch {
		case !shown:
			out = append(out, d.claimed(t))
		case t.Aged() && t.Before.Fresh != Stale && t.After.Fresh == Stale:
			aged = append(aged, d.claimed(t))
		}
	}
	for _, key := range were {
		was := before[key]
		_, _, shown := d.b.Claim(was.Count.ID)
		if after[key] == nil && !shown && !d.b.withdrawn(was.Count.ID) {
			out = append(out, d.claimed(ClaimTurn{Before: was}))
		}
	}
	return append(out, aged...)
}

func (d differ) claimed(t ClaimTurn) Difference {
	c := t.After
	if c == nil {
		c = t.Before
	}
	diff := d.difference(ClaimChanged, c.Count.ID, c.Count.ID)
	diff.Claim = &t
	return diff
}

// ConditionTurn is how a condition turned; one of both is nil where only the other
// board has it.
type ConditionTurn struct{ Before, After *ConditionStatus }

// conditions lists those that are new, stand no more or stand otherwise. Of one
// that was withdrawn the amendment tells.
func (d differ) conditions() []Difference {
	before := map[ID]*ConditionStatus{}
	for i := range d.a.Conditions {
		before[d.a.Conditions[i].Condition.ID] = &d.a.Conditions[i]
	}
	var out []Difference
	for i := range d.b.Conditions {
		now := &d.b.Conditions[i]
		was := before[now.Condition.ID]
		delete(before, now.Condition.ID)
		if was == nil || was.Condition.State != now.Condition.State {
			out = append(out, d.conditioned(now.Condition.ID, ConditionTurn{was, now}))
		}
	}
	for i := range d.a.Conditions {
		if was := &d.a.Conditions[i]; before[was.Condition.ID] != nil && !d.b.withdrawn(was.Condition.ID) {
			out = append(out, d.conditioned(was.Condition.ID, ConditionTurn{Before: was}))
		}
	}
	return out
}

func (d differ) conditioned(id ID, t ConditionTurn) Difference {
	diff := d.difference(ConditionChanged, id, id)
	diff.Condition = &t
	return diff
}
