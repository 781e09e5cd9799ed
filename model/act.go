package model

import (
	"slices"
	"time"
)

// act is a measure as it stood at the moment of a view.
type act struct {
	Amended
	measure *Measure
	// replacedFrom is when another measure took its place; zero where none did.
	replacedFrom time.Time
	// confirmed is the newest word on it known by then.
	confirmed time.Time
}

// phase is where a measure stands at some moment.
type phase uint8

const (
	// ahead: it has not begun.
	ahead phase = iota
	// inForce: it holds.
	inForce
	// doubtful: it ended somewhere in an interval that is running.
	doubtful
	// lapsed: its planned end passed without a word.
	lapsed
	// over: it ended.
	over
	// replaced: another measure holds in its place.
	replaced
)

// acts gives the measures that were known by then and not withdrawn.
func (v view) acts() []act {
	out := make([]act, 0, len(v.measures))
	for _, m := range v.measures {
		if !v.knows(m) {
			continue
		}
		a := v.amended(m)
		if now, ok := a.Record.(*Measure); ok && a.Withdrawal == nil {
			out = append(out, act{Amended: a, measure: now, replacedFrom: v.replacedFrom(now), confirmed: v.confirmed(a)})
		}
	}
	return out
}

func (v view) replacedFrom(m *Measure) time.Time {
	var from time.Time
	by := v.replacers[m.ID]
	if m.Act != "" && m.Act != m.ID {
		by = slices.Concat(by, v.replacers[m.Act])
	}
	for _, r := range by {
		if r.ID == m.ID || !v.knows(r) || v.amended(r).Withdrawal != nil {
			continue
		}
		if first := r.From.First(); from.IsZero() || first.Before(from) {
			from = first
		}
	}
	return from
}

// confirmed is the newest source, known by then, of a record or of what amended
// it; its own time where no source is dated.
func (v view) confirmed(a Amended) time.Time {
	last := a.Record.Own().First()
	ids := slices.Clone(a.Record.Head().Sources)
	for _, c := range a.Changes {
		ids = append(ids, c.By.Sources...)
	}
	for _, id := range ids {
		if s, ok := v.records[id].(*Source); ok && !s.Published.First().After(v.by) && s.Published.First().After(last) {
			last = s.Published.First()
		}
	}
	return last
}

func (a act) phaseAt(t time.Time) phase {
	switch {
	case t.Before(a.measure.From.First()):
		return ahead
	case !a.replacedFrom.IsZero() && !t.Before(a.replacedFrom):
		return replaced
	case !a.measure.Ended.IsZero() && !t.Before(a.measure.Ended.Last()):
		return over
	case !a.measure.Ended.IsZero() && !t.Before(a.measure.Ended.First()):
		return doubtful
	case a.measure.Ended.IsZero() && !a.measure.Until.IsZero() && !t.Before(a.measure.Until.Last()):
		return lapsed
	}
	return inForce
}

// end is when the measure ends as far as is decided or planned; zero where
// nobody said.
func (a act) end() Moment {
	if !a.measure.Ended.IsZero() {
		return a.measure.Ended
	}
	return a.measure.Until
}

// covers tells whether the measure is about a class at a crossing in a
// direction.
func (m *Measure) covers(crossing ID, class Class, to Country) bool {
	return (m.Crossings == nil || slices.Contains(m.Crossings, crossing)) &&
		(len(m.Classes) == 0 || slices.Contains(m.Classes, class)) &&
		(m.To == "" || to == "" || m.To == to)
}

// covers tells whether the report is about a class at a crossing in a
// direction.
func (r *Report) covers(crossing ID, class Class, to Country) bool {
	return slices.Contains(r.Crossings, crossing) &&
		(len(r.Classes) == 0 || slices.Contains(r.Classes, class)) &&
		(r.To == "" || to == "" || r.To == to)
}

// permits lists who may pass in a direction.
func permits(m *Measure, to Country) []Permit {
	var out []Permit
	for _, p := range m.Allows {
		if p.To == "" || to == "" || p.To == to {
			out = append(out, p)
		}
	}
	return out
}
