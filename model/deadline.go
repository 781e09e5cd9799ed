package model

import (
	"cmp"
	"slices"
	"time"
)

// deadlinesOf lists every end and due date, the soonest first: one line an act,
// unless its measures end at different times.
func (v view) deadlinesOf(acts []act, own []*Deadline) []DeadlineStatus {
	var out []DeadlineStatus
	for _, a := range acts {
		d, ok := v.ending(a)
		if !ok {
			continue
		}
		same := slices.IndexFunc(out, func(o DeadlineStatus) bool {
			return o.ID == d.ID && o.State == d.State && o.At == d.At && o.Was == d.Was
		})
		if same < 0 {
			out = append(out, d)
			continue
		}
		out[same].Measures = append(out[same].Measures, a.measure)
	}
	for _, d := range own {
		s := DeadlineStatus{ID: d.ID, State: Running, At: d.Due, From: Exactly(v.known[d.ID]), Deadline: d}
		if !v.valid.Before(d.Due.Last()) {
			s.State = Elapsed
		}
		out = append(out, s)
	}
	slices.SortFunc(out, soonestFirst)
	return out
}

// ending tells how the end of a measure stands; not ok where there is nothing
// to wait for.
func (v view) ending(a act) (DeadlineStatus, bool) {
	d := DeadlineStatus{ID: cmp.Or(a.measure.Act, a.measure.ID), From: a.measure.From, At: a.end(), Measures: []*Measure{a.measure}}
	switch a.phaseAt(v.valid) {
	case ahead:
		d.State, d.At, d.From = Coming, a.measure.From, Moment{}
		return d, true
	case replaced:
		return d, false
	case lapsed:
		d.State = Elapsed
		return d, true
	case over, doubtful:
		d.State, d.Was = LiftedEarly, a.measure.Until
		return d, !a.measure.Until.IsZero() && v.valid.Before(a.measure.Until.Last()) && a.measure.Ended.Last().Before(a.measure.Until.Last())
	case inForce:
	}
	if d.At.IsZero() {
		d.State = NoDate
		return d, !a.measure.EndsWhen.Empty() || a.measure.Type == FeeMeasure
	}
	d.State, d.Was = a.moved()
	return d, true
}

// moved tells whether the end of a measure is another than was planned, and
// what had been planned.
func (a act) moved() (DeadlineState, Moment) {
	var was Moment
	if c, ok := a.changed("until"); ok {
		was, _ = c.Old.(Moment)
	}
	if !a.measure.Ended.IsZero() {
		was = a.measure.Until
	}
	switch {
	case was.IsZero() || was.Last().Equal(a.end().Last()):
		return Running, Moment{}
	case a.end().Last().Before(was.Last()):
		return BroughtForward, was
	}
	return Extended, was
}

// soonestFirst orders what runs by its date, then what was lifted, then what
// elapsed, the newest first, and last what has no date.
func soonestFirst(a, b DeadlineStatus) int {
	sign := 1
	if a.group() == 2 {
		sign = -1
	}
	return cmp.Or(
		cmp.Compare(a.group(), b.group()),
		sign*a.end().Compare(b.end()),
		cmp.Compare(a.ID, b.ID),
		a.Was.Compare(b.Was),
	)
}

func (d DeadlineStatus) group() int {
	switch d.State {
	case Running, BroughtForward, Extended, Coming:
		return 0
	case LiftedEarly:
		return 1
	case Elapsed:
		return 2
	case NoDate:
	}
	return 3
}

// NextDeadline is the one that comes next; not ok where none runs.
func (b Board) NextDeadline() (DeadlineStatus, bool) {
	for _, d := range b.Deadlines {
		if d.group() == 0 && d.end().After(b.Valid) {
			return d, true
		}
	}
	return DeadlineStatus{}, false
}

// StaleCount is how many facts of the board are past their budget: crossings,
// the working figures' groups, conditions and queues.
func (b Board) StaleCount() int {
	n := 0
	for _, c := range b.Crossings {
		if c.Headline.Fresh == Stale {
			n++
		}
	}
	for _, g := range b.Claims {
		if g.Stale() {
			n++
		}
	}
	for _, c := range b.Conditions {
		if c.Fresh == Stale {
			n++
		}
	}
	for _, q := range b.Queues {
		if q.Fresh == Stale {
			n++
		}
	}
	return n
}

// Age is how long before the board's moment a moment lies; zero for one that
// lies ahead.
func (b Board) Age(m Moment) time.Duration { return max(0, b.Valid.Sub(m.First())) }
