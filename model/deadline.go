package model

import (
	"cmp"
	"slices"
	"time"
)

// deadlinesOf lists every end and due date, the soonest first: one line an act,
// unless its measures end at different times.
func (v view) deadlinesOf(acts []act) []DeadlineStatus {
	var out []DeadlineStatus
	for _, a := range acts {
		d, ok := v.ending(a)
		if !ok {
			continue
		}
		same := slices.IndexFunc(out, func(o DeadlineStatus) bool {
			return o.ID == d.ID && o.State == d.State && o.At.Last().Equal(d.At.Last()) && o.Was.Last().Equal(d.Was.Last())
		})
		if same < 0 {
			out = append(out, d)
			continue
		}
		out[same].Measures = append(out[same].Measures, a.measure)
		if d.From.Compare(out[same].From) < 0 {
			out[same].From = d.From
		}
	}
	for _, r := range v.deadlines {
		a := v.amended(r)
		if d, ok := a.Record.(*Deadline); ok && v.knows(r) && v.stated(r) && a.Withdrawal == nil {
			out = append(out, v.falling(a, d))
		}
	}
	slices.SortFunc(out, soonestFirst)
	return out
}

// stated tells whether a record was public at the moment shown: nothing was
// coming that nobody had announced.
func (v view) stated(r Record) bool { return !v.Known(r.Head().ID).After(v.valid) }

// falling tells how a deadline of its own stands.
func (v view) falling(a Amended, d *Deadline) DeadlineStatus {
	s := DeadlineStatus{ID: d.ID, At: d.Due, Deadline: d}
	if known := v.Known(d.ID); !known.IsZero() {
		s.From = Exactly(known)
	}
	if !v.valid.Before(d.Due.Last()) {
		s.State = Elapsed
		return s
	}
	s.State, s.Was = moved(a, "due", d.Due)
	return s
}

// ending tells how the end of a measure stands; not ok where there is nothing
// to wait for.
func (v view) ending(a act) (DeadlineStatus, bool) {
	m := a.measure
	d := DeadlineStatus{ID: cmp.Or(m.Act, m.ID), From: m.From, At: a.end(), Measures: []*Measure{m}}
	switch a.phaseAt(v.valid) {
	case ahead:
		d.State, d.At, d.From = Coming, m.From, Moment{}
		return d, v.stated(m)
	case replaced, calledOff:
		return d, false
	case lapsed:
		d.State = Elapsed
		return d, true
	case over:
		d.State, d.Was = LiftedEarly, m.Until
		return d, !m.Until.IsZero() && v.valid.Before(m.Until.Last()) && m.Ended.Last().Before(m.Until.Last())
	case doubtful:
		// What is known to have ended, at an hour that nobody told, leaves nothing to
		// wait for, unless that came before its planned end.
		if !m.Ended.Last().Before(m.Until.Last()) {
			return d, false
		}
	case inForce:
	}
	switch {
	case d.At.IsZero():
		d.State = NoDate
		return d, !m.EndsWhen.Empty() || m.Type == FeeMeasure
	case !m.Ended.IsZero():
		d.State, d.Was = shifted(m.Until, m.Ended)
	default:
		d.State, d.Was = moved(a.Amended, "until", m.Until)
	}
	return d, true
}

// moved tells whether an update moved the date in a field.
func moved(a Amended, field string, to Moment) (DeadlineState, Moment) {
	c, _ := a.updated(field)
	was, _ := c.Old.(Moment)
	return shifted(was, to)
}

// shifted tells whether a date is another than was planned, and what had been
// planned.
func shifted(was, to Moment) (DeadlineState, Moment) {
	switch {
	case was.IsZero() || was.Last().Equal(to.Last()):
		return Running, Moment{}
	case to.Last().Before(was.Last()):
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
// lies ahead, and where no time was given.
func (b Board) Age(m Moment) time.Duration {
	if m.IsZero() {
		return 0
	}
	return max(0, b.Valid.Sub(m.First()))
}
