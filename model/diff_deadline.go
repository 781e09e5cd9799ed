package model

import "slices"

// DeadlineTurn is how a deadline turned. One of both is nil where only the other
// board waits for it.
type DeadlineTurn struct {
	Before, After *DeadlineStatus
	Fate          DeadlineFate
	// By is the measure that took the place of what is replaced; empty otherwise.
	By ID
}

// DeadlineFate is what became of a deadline.
type DeadlineFate uint8

// The fates of a deadline. One that is Begun was coming, one that is Finished came
// to its end as planned, or has no end any more that somebody waits for.
const (
	Announced DeadlineFate = iota
	Begun
	MovedUp
	MovedBack
	Lifted
	Passed
	Finished
	Replaced
	CalledOff
)

// deadlines lists those that turned. What ends is compared measure by measure, for
// an act may end in parts, and told once.
func (d differ) deadlines() []Difference {
	before, after := endings(d.a), endings(d.b)
	var out []Difference
	type pair struct{ before, after *DeadlineStatus }
	told := map[pair]bool{}
	add := func(e ending) {
		p := pair{find(before, e.of), find(after, e.of)}
		if told[p] {
			return
		}
		told[p] = true
		if t, ok := d.fate(e.of, p.before, p.after); ok {
			diff := d.difference(DeadlineChanged, e.status.ID, t.records(e.of)...)
			diff.Deadline = &t
			out = append(out, diff)
		}
	}
	for _, e := range slices.Concat(after, before) {
		add(e)
	}
	return out
}

// ending is the deadline of one measure, or of a deadline of its own.
type ending struct {
	of     ID
	status *DeadlineStatus
}

func endings(b Board) []ending {
	var out []ending
	for i := range b.Deadlines {
		s := &b.Deadlines[i]
		if s.Deadline != nil {
			out = append(out, ending{s.Deadline.ID, s})
		}
		for _, m := range s.Measures {
			out = append(out, ending{m.ID, s})
		}
	}
	return out
}

func find(all []ending, of ID) *DeadlineStatus {
	for _, e := range all {
		if e.of == of {
			return e.status
		}
	}
	return nil
}

// fate tells what became of the deadline of a record; not ok where nothing did, or
// where an amendment tells of it.
func (d differ) fate(of ID, before, after *DeadlineStatus) (DeadlineTurn, bool) {
	t := DeadlineTurn{Before: before, After: after}
	switch {
	case after == nil:
		return t, d.gone(of, &t)
	case before == nil && after.State == Elapsed:
		t.Fate = Passed
	case before == nil && after.State == LiftedEarly:
		t.Fate = Lifted
	case before == nil:
		t.Fate = Announced
	case before.State == after.State && before.At == after.At:
		return t, false
	case after.State == Elapsed:
		t.Fate = Passed
	case after.State == LiftedEarly:
		t.Fate = Lifted
	case before.State == Coming && after.State != Coming:
		t.Fate = Begun
	case before.At == after.At:
		return t, false
	case after.At.IsZero() || !before.At.IsZero() && after.At.Compare(before.At) > 0:
		t.Fate = MovedBack
	default:
		t.Fate = MovedUp
	}
	return t, true
}

// gone tells why nobody waits for a deadline any more. One that had been lifted
// leaves the board quietly when its planned day comes.
func (d differ) gone(of ID, t *DeadlineTurn) bool {
	if t.Before == nil || t.Before.State == LiftedEarly || d.b.withdrawn(of) {
		return false
	}
	t.Fate = Finished
	for _, a := range d.b.view.acts() {
		if a.measure.ID != of {
			continue
		}
		switch a.phaseAt(d.b.Valid) {
		case replaced:
			t.Fate, t.By = Replaced, d.replacer(a)
		case calledOff:
			t.Fate = CalledOff
		case inForce:
			if t.Before.State == Coming {
				t.Fate = Begun
			}
		case ahead, doubtful, lapsed, over:
		}
	}
	return true
}

// replacer is the measure that took the place of an act.
func (d differ) replacer(of act) ID {
	for _, a := range d.b.view.acts() {
		m := a.measure
		named := slices.Contains(m.Replaces, of.measure.ID) || of.measure.Act != "" && slices.Contains(m.Replaces, of.measure.Act)
		if named && m.From.First().Equal(of.replacedFrom) {
			return m.ID
		}
	}
	return ""
}

// records are those behind the turn of the deadline of a record.
func (t DeadlineTurn) records(of ID) []ID {
	out := []ID{of}
	for _, s := range []*DeadlineStatus{t.Before, t.After} {
		if s == nil {
			continue
		}
		for _, m := range s.Measures {
			out = append(out, m.ID)
		}
	}
	return append(out, t.By)
}
