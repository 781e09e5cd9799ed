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
	// seen is the word on it, known by then, that is nearest to the view.
	seen Moment
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
	// calledOff: it ended before it would have begun.
	calledOff
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
			out = append(out, act{Amended: a, measure: now, seen: v.seen(a)})
		}
	}
	replace(out)
	return out
}

// replace tells each act when another took its place.
func replace(acts []act) {
	from := map[ID]time.Time{}
	for _, a := range acts {
		for _, id := range a.measure.Replaces {
			if id != a.measure.ID && id != a.measure.Act && !a.calledOff() {
				from[id] = earlier(from[id], a.measure.From.First())
			}
		}
	}
	for i, a := range acts {
		acts[i].replacedFrom = from[a.measure.ID]
		if a.measure.Act != "" {
			acts[i].replacedFrom = earlier(from[a.measure.ID], from[a.measure.Act])
		}
	}
}

// earlier gives the earlier of two times; a zero one is none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// seen is the word on a record, known by then, that is nearest to the moment of
// the view: its own time, or a later source of it or of what amended it. An
// earlier one announced it and did not see it.
func (v view) seen(a Amended) Moment {
	nearest := a.Record.Own()
	ids := slices.Clone(a.Record.Head().Sources)
	for _, c := range a.Changes {
		ids = append(ids, c.By.Sources...)
	}
	for _, id := range ids {
		s, ok := v.Record(id).(*Source)
		if ok && s.Published.Compare(a.Record.Own()) > 0 && !s.Published.First().After(v.by) {
			nearest = v.nearer(nearest, s.Published)
		}
	}
	return nearest
}

// nearer gives the moment that is nearer to that of the view, the later of two
// as near.
func (v view) nearer(a, b Moment) Moment {
	x, y := distance(v.valid, a), distance(v.valid, b)
	if y < x || y == x && b.Compare(a) > 0 {
		return b
	}
	return a
}

// distance is how far a moment lies from t; nothing within it.
func distance(t time.Time, m Moment) time.Duration {
	switch {
	case m.First().After(t):
		return m.First().Sub(t)
	case m.Last().Before(t):
		return t.Sub(m.Last())
	}
	return 0
}

func (a act) calledOff() bool {
	m := a.measure
	return !m.Ended.IsZero() && !m.Ended.Last().After(m.From.First())
}

func (a act) phaseAt(t time.Time) phase {
	m := a.measure
	ended := !m.Ended.IsZero()
	switch {
	case a.calledOff():
		return calledOff
	case ended && !t.Before(m.Ended.Last()) && (a.replacedFrom.IsZero() || !m.Ended.Last().After(a.replacedFrom)):
		return over
	case !a.replacedFrom.IsZero() && !t.Before(a.replacedFrom):
		return replaced
	case t.Before(m.From.First()):
		return ahead
	case ended && !t.Before(m.Ended.First()):
		return doubtful
	case !ended && !m.Until.IsZero() && !t.Before(m.Until.Last()):
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

// InForce lists the measures that hold at the moment of the board, as amended, by
// id.
func (b Board) InForce() []*Measure {
	var out []*Measure
	for _, a := range b.view.acts() {
		if a.phaseAt(b.Valid) == inForce {
			out = append(out, a.measure)
		}
	}
	return out
}
