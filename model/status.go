package model

import (
	"cmp"
	"slices"
	"time"
)

// passageKey is what a state is of.
type passageKey struct {
	crossing ID
	class    Class
	to       Country
}

func (v view) status(c *Crossing, acts []act, reports []*Report) CrossingStatus {
	s := CrossingStatus{Crossing: c}
	countries := c.Countries
	if len(countries) == 0 {
		countries = []Country{""}
	}
	for _, class := range served(c, acts, reports) {
		for _, to := range countries {
			s.Passages = append(s.Passages, v.passage(passageKey{c.ID, class, to}, acts, reports))
		}
	}
	s.Headline = slices.MinFunc(s.Passages, func(a, b Passage) int { return cmp.Compare(a.rank(), b.rank()) })
	return s
}

// served lists the classes that a crossing serves; where its record does not
// say, those that measures and reports name, or one for all traffic.
func served(c *Crossing, acts []act, reports []*Report) []Class {
	if len(c.Serves) > 0 {
		return c.Serves
	}
	var out []Class
	for _, a := range acts {
		if slices.Contains(a.measure.Crossings, c.ID) {
			out = append(out, a.measure.Classes...)
		}
	}
	for _, r := range reports {
		if slices.Contains(r.Crossings, c.ID) {
			out = append(out, r.Classes...)
		}
	}
	slices.Sort(out)
	if out = slices.Compact(out); len(out) == 0 {
		return []Class{""}
	}
	return out
}

// rank orders passages for the headline: what lets more through comes first,
// and a plain state before a last known one.
func (p Passage) rank() int {
	switch p.State {
	case Open:
		return 0
	case OpenWithBans:
		return 1
	case Restricted:
		return 2
	case Closed:
		return 4
	case Unknown:
	}
	switch p.Last {
	case Open, OpenWithBans, Restricted:
		return 3
	case Closed:
		return 5
	case Unknown:
	}
	return 6
}

// passage derives the state of a class in a direction: from the closures in
// force, else from the nearest evidence of what was when none is.
func (v view) passage(key passageKey, acts []act, reports []*Report) Passage {
	var closures, bans []act
	for _, a := range acts {
		if !a.measure.covers(key.crossing, key.class, key.to) {
			continue
		}
		switch a.measure.Type {
		case Closure:
			closures = append(closures, a)
		case Ban:
			bans = append(bans, a)
		case FeeMeasure, Requirement, Emergency, Powers, Sanction, Law:
		}
	}
	var about []*Report
	for _, r := range reports {
		if r.covers(key.crossing, key.class, key.to) {
			about = append(about, r)
		}
	}
	p := Passage{Class: key.class, To: key.to}
	for _, b := range bans {
		if b.phaseAt(v.valid) == inForce {
			p.Bans = append(p.Bans, b.measure)
		}
	}
	if !v.limited(&p, closures) {
		v.unlimited(&p, closures, about)
	}
	v.contradict(&p, closures, about)
	v.settle(&p)
	return p
}

// limited gives the state under the closures in force, the strictest first; not
// ok where none is.
func (v view) limited(p *Passage, closures []act) bool {
	var holding []act
	for _, a := range closures {
		if a.phaseAt(v.valid) == inForce {
			holding = append(holding, a)
		}
	}
	if len(holding) == 0 {
		return false
	}
	slices.SortStableFunc(holding, func(a, b act) int {
		return cmp.Or(cmp.Compare(a.state(p.To), b.state(p.To)), a.measure.From.Compare(b.measure.From))
	})
	first := holding[0]
	p.State = first.state(p.To)
	p.Since = since(first, closures, p.To)
	p.Until = lastEnd(holding)
	if p.State == Restricted {
		p.Allows = permits(first.measure, p.To)
	}
	confirmed := first.confirmed
	for _, a := range holding {
		p.Why = append(p.Why, a.measure.ID)
		if a.confirmed.After(confirmed) {
			confirmed = a.confirmed
		}
	}
	p.Seen = Exactly(confirmed)
	if first.measure.EndsWhen.Empty() || !first.end().IsZero() {
		p.Fresh = Fresh
		return true
	}
	p.Fresh = FreshnessOf(v.valid.Sub(confirmed), v.rules.Budgets.Status)
	return true
}

// state is what a closure in force does in a direction.
func (a act) state(to Country) State {
	if len(permits(a.measure, to)) > 0 {
		return Restricted
	}
	return Closed
}

// since goes back through the measures that a closure replaced, as long as they
// held the same state.
func since(a act, closures []act, to Country) Moment {
	from := a.measure.From
	for range closures {
		i := slices.IndexFunc(closures, func(b act) bool {
			return (slices.Contains(a.measure.Replaces, b.measure.ID) || b.measure.Act != "" && slices.Contains(a.measure.Replaces, b.measure.Act)) &&
				b.state(to) == a.state(to) && b.measure.From.Compare(from) < 0
		})
		if i < 0 {
			break
		}
		a = closures[i]
		from = a.measure.From
	}
	return from
}

// lastEnd is when the last of the closures ends; zero where one has no end.
func lastEnd(holding []act) Moment {
	var last Moment
	for _, a := range holding {
		end := a.end()
		if end.IsZero() {
			return Moment{}
		}
		if end.Last().After(last.Last()) {
			last = end
		}
	}
	return last
}

// settle turns what rests on evidence that is too old into what was last known,
// and an open passage under a ban into one with bans.
func (v view) settle(p *Passage) {
	if p.State == Open && len(p.Bans) > 0 {
		p.State = OpenWithBans
	}
	if p.State != Unknown && p.Fresh == Stale {
		p.Last, p.State = p.State, Unknown
	}
	for _, b := range p.Bans {
		p.Why = append(p.Why, b.ID)
		if len(p.Why) > 0 && p.Until.IsZero() && p.State == OpenWithBans {
			p.Until = b.Until
		}
	}
	if p.Rival != nil {
		p.Why = append(p.Why, p.Rival.ID)
	}
}

// lastChange is when the closures last changed before or at the moment of the
// view; zero where they never did.
func (v view) lastChange(closures []act) time.Time {
	var last time.Time
	for _, a := range closures {
		for _, t := range []time.Time{a.measure.From.First(), a.measure.Ended.Last(), a.measure.Until.Last(), a.replacedFrom} {
			if !t.After(v.valid) && t.After(last) {
				last = t
			}
		}
	}
	return last
}
