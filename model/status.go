package model

import (
	"cmp"
	"slices"
	"strings"
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
	s.Headline = slices.MinFunc(s.Passages, func(a, b Passage) int {
		return cmp.Or(cmp.Compare(a.voice(), b.voice()), cmp.Compare(a.rank(), b.rank()),
			cmp.Compare(distance(v.valid, a.Seen), distance(v.valid, b.Seen)))
	})
	return s
}

// served lists the classes that a crossing serves; where its record does not
// say, those that measures and reports name, after one for all other traffic.
func served(c *Crossing, acts []act, reports []*Report) []Class {
	if len(c.Serves) > 0 {
		return c.Serves
	}
	out := []Class{""}
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
	return slices.Compact(out)
}

// voice orders passages by whether they speak for the crossing: vehicles and
// trains before those on foot and bicycles, who may be barred for ever where the
// rest comes and goes, and last what nothing tells of.
func (p Passage) voice() int {
	switch {
	case p.State == Unknown && p.Last == Unknown:
		return 2
	case p.Class == Pedestrian || p.Class == Bicycle:
		return 1
	}
	return 0
}

// rank orders passages for the headline: what lets more through comes first,
// and a plain state before a last known one. Of equals the one seen last counts.
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
			if a.phaseAt(v.valid) == inForce {
				bans = append(bans, a)
			}
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
	if !v.limited(&p, closures, about) {
		v.unlimited(&p, closures, about)
	}
	v.contradict(&p, closures, about)
	p.settle(bans)
	return p
}

// limited gives the state under the closures in force, the strictest first; not
// ok where none is.
func (v view) limited(p *Passage, closures []act, reports []*Report) bool {
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
	p.State, p.Allows = combined(holding, p.To)
	p.Until, p.Fresh = lastEnd(holding), Stale
	for _, a := range holding {
		p.Why = append(p.Why, a.measure.ID)
		if a.state(p.To) != holding[0].state(p.To) {
			continue
		}
		seen := v.lastSeen(a, p.State, reports)
		from := since(a, closures, p.To)
		// The state began with the first of the closures that make it, but that
		// which takes several together with the last.
		if p.Since.IsZero() || (from.Compare(p.Since) > 0) == (a.state(p.To) != p.State) {
			p.Since = from
		}
		if p.Seen.IsZero() {
			p.Seen = seen
		}
		p.Seen, p.Fresh = v.nearer(p.Seen, seen), min(p.Fresh, v.freshness(a, seen))
	}
	return true
}

// lastSeen is the word nearest to the view that a closure holds: on the act, or
// of a report that bears it out.
func (v view) lastSeen(a act, s State, reports []*Report) Moment {
	seen := a.seen
	for _, r := range reports {
		if r.seen() == s && r.Confidence != Low && a.phaseAt(r.At.First()) == inForce {
			seen = v.nearer(seen, r.At)
		}
	}
	return seen
}

// freshness judges an act in force. It does not age while its end lies ahead, nor
// where nobody named what would end it.
func (v view) freshness(a act, seen Moment) Freshness {
	if a.measure.EndsWhen.Empty() || !a.end().IsZero() {
		return Fresh
	}
	return FreshnessOf(distance(v.valid, seen), v.rules.Budgets.Status)
}

// combined gives the state under all closures together, the strictest being the
// first: who may pass must be allowed by each.
func combined(holding []act, to Country) (State, []Permit) {
	allowed := permits(holding[0].measure, to)
	for _, a := range holding[1:] {
		others := permits(a.measure, to)
		allowed = slices.DeleteFunc(allowed, func(p Permit) bool {
			return !slices.ContainsFunc(others, func(o Permit) bool { return strings.EqualFold(o.Who.String(), p.Who.String()) })
		})
	}
	if len(allowed) == 0 {
		return Closed, nil
	}
	return Restricted, allowed
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
func (p *Passage) settle(bans []act) {
	if p.State == Open && len(bans) > 0 {
		p.State, p.Until = OpenWithBans, lastEnd(bans)
	}
	if p.State != Unknown && p.Fresh == Stale {
		p.Last, p.State = p.State, Unknown
	}
	for _, b := range bans {
		p.Bans = append(p.Bans, b.measure)
		p.Why = append(p.Why, b.measure.ID)
	}
	if p.Rival != nil {
		p.Why = append(p.Why, p.Rival.ID)
	}
}
