package model

import "slices"

// StateTurn is how the state of a crossing turned. Before and After are what the
// boards say of it first; of a crossing that only one of them has, the other says
// that it is Unknown.
type StateTurn struct {
	Crossing      *Crossing
	Before, After Passage
	// Passages are the classes and directions that turned.
	Passages []PassageTurn
}

// PassageTurn is how the state of one class in one direction turned.
type PassageTurn struct{ Before, After Passage }

// Headline tells whether what is said first of the crossing turned, and not only
// what is said of some class or direction.
func (t StateTurn) Headline() bool {
	a, b := t.Before, t.After
	return a.State != b.State || a.Last != b.Last || rivalOf(a) != rivalOf(b)
}

// states lists the crossings whose state turned.
func (d differ) states() []Difference {
	var out []Difference
	for _, now := range d.b.Crossings {
		was, _ := d.a.Crossing(now.Crossing.ID)
		out = d.turned(out, StateTurn{Crossing: now.Crossing, Before: was.Headline, After: now.Headline}, was, now)
	}
	for _, was := range d.a.Crossings {
		if _, ok := d.b.Crossing(was.Crossing.ID); !ok {
			out = d.turned(out, StateTurn{Crossing: was.Crossing, Before: was.Headline}, was, CrossingStatus{})
		}
	}
	return out
}

func (d differ) turned(out []Difference, t StateTurn, was, now CrossingStatus) []Difference {
	for _, p := range now.Passages {
		if before, _ := was.Passage(p.Class, p.To); !alike(before, p) {
			t.Passages = append(t.Passages, PassageTurn{before, p})
		}
	}
	for _, p := range was.Passages {
		if after, ok := now.Passage(p.Class, p.To); !ok && !alike(p, after) {
			t.Passages = append(t.Passages, PassageTurn{p, after})
		}
	}
	if len(t.Passages) == 0 && !t.Headline() {
		return out
	}
	causes := t.causes()
	if now.Crossing == nil {
		causes = append(causes, t.Crossing.ID)
	}
	diff := d.difference(StateChanged, t.Crossing.ID, causes...)
	diff.State = &t
	return append(out, diff)
}

// Passage gives the state of a class in a direction; Unknown, and not ok, where the
// crossing serves no such.
func (c CrossingStatus) Passage(class Class, to Country) (p Passage, ok bool) {
	for _, p := range c.Passages {
		if p.Class == class && p.To == to {
			return p, true
		}
	}
	return Passage{Class: class, To: to}, false
}

// alike tells whether as much is known of two passages, and the same, but for its
// age and its end: deadlines tell of that.
func alike(a, b Passage) bool {
	return a.State == b.State && a.Last == b.Last && rivalOf(a) == rivalOf(b) &&
		slices.EqualFunc(a.Allows, b.Allows, func(x, y Permit) bool { return x.Who == y.Who && x.To == y.To }) &&
		slices.EqualFunc(a.Bans, b.Bans, func(x, y *Measure) bool { return x.ID == y.ID })
}

func rivalOf(p Passage) ID {
	if p.Rival == nil {
		return ""
	}
	return p.Rival.ID
}

// causes lists the records that stand behind one of both states alone; where none
// does, what decides the second.
func (t StateTurn) causes() []ID {
	var causes, behind []ID
	pairs := t.Passages
	if t.Headline() {
		pairs = append([]PassageTurn{{t.Before, t.After}}, pairs...)
	}
	for _, p := range pairs {
		causes = append(causes, without(p.After.Why, p.Before.Why)...)
		behind = append(behind, p.After.Why[:min(1, len(p.After.Why))]...)
	}
	for _, p := range pairs {
		causes = append(causes, without(p.Before.Why, p.After.Why)...)
	}
	if len(causes) == 0 {
		return behind
	}
	return causes
}

// without lists the ids that are not among the others.
func without(ids, others []ID) []ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id ID) bool { return slices.Contains(others, id) })
}
