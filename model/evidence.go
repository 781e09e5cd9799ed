package model

import (
	"cmp"
	"slices"
	"time"
)

// evidence is what shows the state of a passage while no closure holds.
type evidence struct {
	at    Moment
	state State
	why   ID
	low   bool
	// ended marks the end of an act, whose state holds from then.
	ended bool
}

// unlimited gives the state where no closure is in force: what the last word
// before the moment says, or where there is none the first one after it. A
// closure that passed its end without a word leaves it unknown.
func (v view) unlimited(p *Passage, closures []act, reports []*Report) {
	before, after := v.evidence(closures, reports)
	if a, ok := v.unresolved(closures, before); ok {
		p.Last, p.Since, p.Why = a.state(p.To), a.measure.From, []ID{a.measure.ID}
		if a.replacedFrom.IsZero() {
			p.Until = a.end()
		}
		p.Seen, p.Fresh = a.seen, FreshnessOf(distance(v.valid, a.seen), v.rules.Budgets.Status)
		return
	}
	best, ok := v.best(before, after)
	if !ok {
		return
	}
	p.State, p.Seen, p.Why = best.state, best.at, []ID{best.why}
	for _, e := range after {
		if e.state == best.state && !e.low && distance(v.valid, e.at) < distance(v.valid, p.Seen) {
			p.Seen = e.at
			p.Why = append(p.Why, e.why)
		}
	}
	p.Fresh = FreshnessOf(distance(v.valid, p.Seen), v.rules.Budgets.Status)
	p.Since = best.at
	if end, ok := best.follows(before, closures); ok {
		p.Since = end
		return
	}
	_, p.Reported = v.Record(best.why).(*Report)
	// What later evidence shows of now does not tell since when.
	if p.Fresh != Stale && p.Since.First().After(v.valid) {
		p.Since = Moment{}
	}
}

// follows finds the end of an act after which nothing but what agrees with the
// evidence was known: the state holds since then, and the evidence confirms it.
func (e evidence) follows(before []evidence, closures []act) (Moment, bool) {
	for _, b := range before {
		if b.low || b.at.Compare(e.at) > 0 {
			continue
		}
		if b.state != e.state {
			break
		}
		if b.ended {
			return b.at, !slices.ContainsFunc(closures, func(a act) bool {
				from := a.measure.From.First()
				return !a.calledOff() && !from.Before(b.at.Last()) && from.Before(e.at.First())
			})
		}
	}
	return Moment{}, false
}

// best picks what decides the state. A report that contradicts the end of an act
// disputes it, and does not replace it, while that end is recent.
func (v view) best(before, after []evidence) (evidence, bool) {
	all := slices.Concat(before, after)
	if len(all) == 0 {
		return evidence{}, false
	}
	slices.SortStableFunc(all, func(a, b evidence) int { return compareBool(a.low, b.low) })
	for _, e := range before {
		if e.ended && e.state != all[0].state && FreshnessOf(distance(v.valid, e.at), v.rules.Budgets.Status) != Stale {
			return e, true
		}
	}
	return all[0], true
}

// evidence lists what shows the state before and after the moment of the view,
// the nearest of each first, but those of low confidence last, because they
// never outweigh others.
func (v view) evidence(closures []act, reports []*Report) (before, after []evidence) {
	for _, r := range reports {
		e := evidence{at: r.At, state: r.seen(), why: r.ID, low: r.Confidence == Low}
		if r.At.First().After(v.valid) {
			after = append(after, e)
		} else {
			before = append(before, e)
		}
	}
	for _, a := range closures {
		end, start := a.measure.Ended, a.measure.From
		if a.phaseAt(v.valid) == over && !held(closures, a, end.Last()) {
			before = append(before, evidence{at: end, state: Open, why: a.measure.ID, ended: true})
		}
		// Whoever closes a crossing shows that it was open just before.
		if a.phaseAt(v.valid) == ahead && !held(closures, a, start.First().Add(-time.Nanosecond)) {
			after = append(after, evidence{at: start, state: Open, why: a.measure.ID})
		}
	}
	slices.SortFunc(before, func(a, b evidence) int {
		return cmp.Or(compareBool(a.low, b.low), b.holdsFrom().Compare(a.holdsFrom()), cmp.Compare(a.why, b.why))
	})
	slices.SortFunc(after, func(a, b evidence) int {
		return cmp.Or(compareBool(a.low, b.low), a.at.Compare(b.at), cmp.Compare(a.why, b.why))
	})
	return before, after
}

// holdsFrom is when the state surely was so: an act that ended on some day had
// ended when the day was over.
func (e evidence) holdsFrom() time.Time {
	if e.ended {
		return e.at.Last()
	}
	return e.at.First()
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// seen is the state that a report gives.
func (r *Report) seen() State {
	switch r.State {
	case SeenOpen:
		return Open
	case SeenRestricted:
		return Restricted
	case SeenClosed:
		return Closed
	}
	return Unknown
}

// held tells whether another closure held at t, so that the beginning or the end
// of a there shows nothing.
func held(closures []act, a act, t time.Time) bool {
	return slices.ContainsFunc(closures, func(b act) bool {
		p := b.phaseAt(t)
		return b.measure.ID != a.measure.ID && (p == inForce || p == doubtful)
	})
}

// unresolved finds a closure that passed its planned end without a word, whose
// end lies somewhere in an interval that is running, or whose place was taken
// by what limits nothing here, unless later evidence says more.
func (v view) unresolved(closures []act, before []evidence) (act, bool) {
	var found act
	ok := false
	for _, a := range closures {
		var from time.Time
		switch a.phaseAt(v.valid) {
		case lapsed:
			from = a.measure.Until.Last()
		case doubtful:
			from = a.measure.Ended.First()
		case replaced:
			from = a.replacedFrom
		case ahead, inForce, over, calledOff:
			continue
		}
		later := slices.ContainsFunc(before, func(e evidence) bool { return !e.low && !e.at.First().Before(from) })
		if !later && (!ok || a.measure.From.Compare(found.measure.From) > 0) {
			found, ok = a, true
		}
	}
	return found, ok
}

// contradict marks a report that says other than the acts, or than another
// report, until an act changes or the report goes stale. One of low confidence
// stands beside.
func (v view) contradict(p *Passage, closures []act, reports []*Report) {
	changed := v.lastChange(closures)
	for _, r := range reports {
		if r.At.First().After(v.valid) || r.seen() == Unknown {
			continue
		}
		if r.Confidence == Low {
			if !slices.Contains(p.Why, r.ID) && !r.At.First().Before(p.Seen.First()) {
				p.Beside = append(p.Beside, r)
			}
			continue
		}
		against := p.State != Unknown && r.seen() != p.State && r.At.First().After(changed)
		recent := FreshnessOf(distance(v.valid, r.At), v.rules.Budgets.Status) != Stale
		if against && recent && (p.Rival == nil || r.At.Compare(p.Rival.At) > 0) {
			p.Rival = r
		}
	}
}

// lastChange is when the closures last changed before or at the moment of the
// view; zero where they never did.
func (v view) lastChange(closures []act) time.Time {
	var last time.Time
	for _, a := range closures {
		times := []time.Time{a.measure.From.First(), a.end().Last(), a.replacedFrom}
		for _, c := range a.Changes {
			if c.By.Type == Update {
				times = append(times, v.holdsFrom(c.By))
			}
		}
		for _, t := range times {
			if !t.After(v.valid) && t.After(last) {
				last = t
			}
		}
	}
	return last
}
