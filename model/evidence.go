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
		p.Last, p.Since, p.Until, p.Why = a.state(p.To), a.measure.From, a.end(), []ID{a.measure.ID}
		p.Seen, p.Fresh = Exactly(a.confirmed), FreshnessOf(v.valid.Sub(a.confirmed), v.rules.Budgets.Status)
		return
	}
	var best evidence
	switch {
	case len(before) > 0:
		best = before[0]
	case len(after) > 0:
		best = after[0]
	default:
		return
	}
	p.State, p.Since, p.Seen, p.Why = best.state, best.at, best.at, []ID{best.why}
	age := distance(v.valid, best.at)
	for _, e := range after {
		if e.state == best.state && !e.low && distance(v.valid, e.at) < age {
			age, p.Seen = distance(v.valid, e.at), e.at
			p.Why = append(p.Why, e.why)
		}
	}
	p.Fresh = FreshnessOf(age, v.rules.Budgets.Status)
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

// evidence lists what shows the state before and after the moment of the view,
// the best of each first: a report of low confidence never outweighs another.
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
		if end := a.measure.Ended; !end.IsZero() && !end.Last().After(v.valid) && a.phaseAt(v.valid) == over && !heldBefore(closures, a, end.Last()) {
			before = append(before, evidence{at: end, state: Open, why: a.measure.ID, ended: true})
		}
		if start := a.measure.From; start.First().After(v.valid) && !heldBefore(closures, a, start.First()) {
			after = append(after, evidence{at: start, state: Open, why: a.measure.ID})
		}
	}
	order := func(sign int) func(a, b evidence) int {
		return func(a, b evidence) int {
			return cmp.Or(compareBool(a.low, b.low), sign*a.at.Compare(b.at), cmp.Compare(a.why, b.why))
		}
	}
	slices.SortFunc(before, order(-1))
	slices.SortFunc(after, order(1))
	return before, after
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

// heldBefore tells whether another closure held just before t, so that the
// beginning or the end of a at t shows nothing.
func heldBefore(closures []act, a act, t time.Time) bool {
	return slices.ContainsFunc(closures, func(b act) bool {
		if b.measure.ID == a.measure.ID || b.measure.From.First().Equal(t) {
			return false
		}
		p := b.phaseAt(t.Add(-time.Nanosecond))
		return p == inForce || p == doubtful
	})
}

// unresolved finds a closure that passed its planned end without a word, or
// whose end lies somewhere in an interval that is running, unless later
// evidence says more.
func (v view) unresolved(closures []act, before []evidence) (act, bool) {
	var found act
	ok := false
	for _, a := range closures {
		p := a.phaseAt(v.valid)
		if p != lapsed && p != doubtful {
			continue
		}
		from := a.end().Last()
		if p == doubtful {
			from = a.end().First()
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
	var rival *Report
	for _, r := range reports {
		age := distance(v.valid, r.At)
		if r.At.First().After(v.valid) || r.seen() == Unknown {
			continue
		}
		if r.Confidence == Low {
			if slices.Index(p.Why, r.ID) < 0 && !r.At.First().Before(p.Seen.First()) {
				p.Beside = append(p.Beside, r)
			}
			continue
		}
		against := p.State != Unknown && r.seen() != p.State && r.At.First().After(changed)
		if against && FreshnessOf(age, v.rules.Budgets.Status) != Stale && (rival == nil || r.At.Compare(rival.At) > 0) {
			rival = r
		}
	}
	p.Rival = rival
}
