package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Lane is what stands in one line of a chart of measures: the closures of the same
// crossings for the same traffic, or one act.
type Lane struct {
	// Kind is what the measures are.
	Kind MeasureKind
	// Crossings, To and Classes are what closures limit, as measures have them.
	Crossings []ID
	To        Country
	Classes   []Class
	// Bars are the measures by their beginning; there is one at least.
	Bars []Bar
}

// Bar is a measure over time, as far as was known.
type Bar struct {
	Measure *Measure
	// State is what a closure does; Unknown for any other measure.
	State State
	// From is its beginning, and Held until when it was in force for certain; both
	// are the same for one that has not begun.
	From, Held time.Time
	// Doubt is until when it may have been in force after that: it ended at an hour
	// that nobody told. Zero where there is no doubt.
	Doubt time.Time
	// Due is the end that lies ahead, decided or planned; zero where none does.
	Due time.Time
	// Plan is the latest end that was ever planned, where another came before it;
	// else zero.
	Plan time.Time
	// Endless tells that it is in force and that no date was named for its end,
	// Lapsed that its planned end passed without a word.
	Endless, Lapsed bool
}

// lanes draws acts into lanes: the strictest first, what limits all traffic before
// what limits some, then by the crossings as they are given.
func (v view) lanes(acts []act, crossings []CrossingStatus) []Lane {
	order := map[ID]int{}
	for i, c := range crossings {
		order[c.Crossing.ID] = i - len(crossings)
	}
	var out []Lane
	places := map[string]int{}
	for _, a := range acts {
		if a.calledOff() {
			continue
		}
		bar := v.bar(a)
		for _, l := range lanesOf(a.measure) {
			key := l.key(a.measure)
			i, ok := places[key]
			if !ok {
				i = len(out)
				places[key] = i
				out = append(out, l)
			}
			out[i].Bars = append(out[i].Bars, bar)
		}
	}
	for _, l := range out {
		slices.SortFunc(l.Bars, func(a, b Bar) int {
			return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Measure.ID, b.Measure.ID))
		})
	}
	out = joined(out)
	slices.SortStableFunc(out, func(a, b Lane) int {
		return cmp.Or(cmp.Compare(a.strictness(), b.strictness()), cmp.Compare(len(a.Classes), len(b.Classes)),
			cmp.Compare(a.place(order), b.place(order)), b.last().Compare(a.last()), cmp.Compare(a.Bars[0].Measure.ID, b.Bars[0].Measure.ID))
	})
	return out
}

// lanesOf lists the lanes in which a measure stands: a closure in that of each
// crossing, any other in its own.
func lanesOf(m *Measure) []Lane {
	if m.Type != Closure || len(m.Crossings) == 0 {
		return []Lane{{Kind: m.Type, Crossings: m.Crossings, To: m.To, Classes: m.Classes}}
	}
	var out []Lane
	for _, id := range m.Crossings {
		out = append(out, Lane{Kind: m.Type, Crossings: []ID{id}, To: m.To, Classes: m.Classes})
	}
	return out
}

// key tells which measures share a lane.
func (l Lane) key(m *Measure) string {
	if l.Kind != Closure || len(l.Crossings) == 0 {
		return "act " + string(l.Kind) + " " + string(cmp.Or(m.Act, m.ID))
	}
	parts := []string{"crossing", string(l.Crossings[0]), string(l.To)}
	for _, c := range l.Classes {
		parts = append(parts, string(c))
	}
	slices.Sort(parts[3:])
	return strings.Join(parts, " ")
}

// joined makes one of the lanes in which the same closures stand.
func joined(lanes []Lane) []Lane {
	var out []Lane
	places := map[string]int{}
	for _, l := range lanes {
		ids := make([]string, len(l.Bars))
		for i, b := range l.Bars {
			ids[i] = string(b.Measure.ID)
		}
		key := strings.Join(ids, " ")
		i, ok := places[key]
		if !ok || l.Kind != Closure {
			places[key] = len(out)
			out = append(out, l)
			continue
		}
		out[i].Crossings = append(out[i].Crossings, l.Crossings...)
	}
	return out
}

// strictness orders lanes: closed before restricted, then bans and what is less.
func (l Lane) strictness() int {
	strictest := len(MeasureKind("").Words()) + 2
	for _, b := range l.Bars {
		strictest = min(strictest, b.Strictness())
	}
	return strictest
}

// Strictness is the place of a bar among all, the strictest first, from 0.
func (b Bar) Strictness() int {
	switch b.State {
	case Closed:
		return 0
	case Restricted:
		return 1
	case Unknown, OpenWithBans, Open:
	}
	return 2 + rank(b.Measure.Type)
}

// place is that of the first of the crossings in their order.
func (l Lane) place(order map[ID]int) int {
	if l.Kind != Closure || len(l.Crossings) == 0 {
		return 0
	}
	return order[l.Crossings[0]]
}

// last is when the last of the measures began.
func (l Lane) last() time.Time { return l.Bars[len(l.Bars)-1].From }

// bar places a measure in time.
func (v view) bar(a act) Bar {
	m := a.measure
	b := Bar{Measure: m, From: m.From.First()}
	if m.Type == Closure {
		b.State = a.state(m.To)
	}
	first, last := a.stops()
	b.Held = atMost(v.valid, first)
	b.Doubt = atMost(v.valid, last)
	if !b.Doubt.After(b.Held) {
		b.Doubt = time.Time{}
	}
	if b.Held.Before(b.From) {
		b.Held = b.From
	}
	if last.After(v.valid) {
		b.Due = last
	}
	phase := a.phaseAt(v.valid)
	b.Endless = phase == inForce && last.IsZero()
	b.Lapsed = phase == lapsed
	if a.replacedFrom.IsZero() {
		if plan := a.planned(); plan.After(last) {
			b.Plan = plan
		}
	}
	return b
}

// stops gives the first and the last instant at which a measure may end; zero where
// nothing says so.
func (a act) stops() (first, last time.Time) {
	m := a.measure
	first, last = m.Ended.First(), m.Ended.Last()
	if m.Ended.IsZero() {
		first, last = m.Until.Last(), m.Until.Last()
	}
	if !a.replacedFrom.IsZero() {
		first, last = earlier(first, a.replacedFrom), earlier(last, a.replacedFrom)
	}
	return first, last
}

// planned is the latest end that was ever planned; zero where none was.
func (a act) planned() time.Time {
	plan := a.measure.Until.Last()
	for _, c := range a.Changes {
		if was, ok := c.Old.(Moment); ok && c.Field == "until" && c.By.Type == Update && was.Last().After(plan) {
			plan = was.Last()
		}
	}
	return plan
}

// atMost gives a limit, or where it is set an earlier t.
func atMost(limit, t time.Time) time.Time {
	if t.IsZero() || t.After(limit) {
		return limit
	}
	return t
}
