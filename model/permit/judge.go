package permit

import (
	"cmp"
	"slices"

	"bordertop/model"
	"bordertop/model/clean"
)

// judge gives the verdict. What surely forbids it comes first, then what nobody
// knows.
func (r *Rules) judge(b model.Board, c model.CrossingStatus, a *Answer) {
	p, ok := c.Passage(a.Class, a.To)
	if !ok && len(c.Crossing.Serves) > 0 {
		a.Verdict, a.Reason, a.Behind = No, NotServed, []model.ID{c.Crossing.ID}
		return
	}
	a.Passage, a.Behind = p, p.Why
	doubt := r.banned(b, a)
	switch {
	case a.Verdict == No || a.Reason == AtOdds:
	case p.Disputed():
		a.Reason = InDispute
	case p.State == model.Closed:
		a.Verdict, a.Reason = No, Shut
	case p.State == model.Unknown && p.Last == model.Unknown:
		a.Reason = NoWord
	case p.State == model.Unknown:
		a.Reason = TooOld
	case p.State == model.Restricted:
		r.listed(b, a)
	default:
		a.Verdict, a.Reason = Yes, Free
	}
	if a.Verdict == Yes && doubt != nil {
		a.Verdict, a.Reason, a.Clause = Unknown, MaybeBanned, doubt.Affects
		a.first(doubt.ID)
	}
}

// first puts a record before the others that stand behind the answer.
func (a *Answer) first(id model.ID) {
	a.Behind = append([]model.ID{id}, slices.DeleteFunc(slices.Clone(a.Behind), func(o model.ID) bool { return o == id })...)
}

// banned looks at the bans in force, those of this very crossing and direction
// first, and gives one that may or may not mean them.
func (r *Rules) banned(b model.Board, a *Answer) (doubt *model.Measure) {
	bans := slices.Clone(a.Passage.Bans)
	slices.SortStableFunc(bans, func(x, y *model.Measure) int { return cmp.Compare(a.general(x), a.general(y)) })
	for _, m := range bans {
		allowed := r.allowed(m.Allows, *a)
		f := r.affects(m, *a)
		switch {
		case f == apart || allowed == fits:
		case f == perhaps || allowed == perhaps || aged(b, m):
			doubt = m
		default:
			r.forbid(b, m, a)
			return nil
		}
	}
	return doubt
}

// general is 0 for a measure that names the crossing and the direction, more for
// one that does not.
func (a Answer) general(m *model.Measure) int {
	n := 0
	if !slices.Contains(m.Crossings, a.At) {
		n++
	}
	if m.To == "" {
		n++
	}
	return n
}

// forbid answers no, by a ban; or that the records are at odds, where a later one
// tells on which terms such people pass.
func (r *Rules) forbid(b model.Board, ban *model.Measure, a *Answer) {
	a.Verdict, a.Reason, a.Clause = No, Forbidden, ban.Affects
	if later := r.onTerms(b, ban, *a); later != nil {
		a.Verdict, a.Reason, a.Clause = Unknown, AtOdds, later.Affects
		a.first(later.ID)
	}
	a.first(ban.ID)
}

// affects tells how far those whom a measure affects are they.
func (r *Rules) affects(m *model.Measure, a Answer) fit {
	return a.Who.affected(read(r.nations, m.Affects.String()))
}

// aged tells whether nobody has spoken for long of a ban that an event would end.
func aged(b model.Board, m *model.Measure) bool {
	if m.EndsWhen.Empty() || !m.Until.IsZero() || !m.Ended.IsZero() {
		return false
	}
	nearest := b.Valid.Sub(m.From.First()).Abs()
	for _, s := range b.Sources(m.ID) {
		if !s.Published.IsZero() && !s.Published.First().After(b.Known) {
			nearest = min(nearest, b.Valid.Sub(s.Published.First()).Abs())
		}
	}
	return model.FreshnessOf(nearest, b.Rules().Budgets.Status) == model.Stale
}

// onTerms finds a measure of later than a ban, for this very crossing and direction,
// that has such people pass: a requirement of them, or a ban of some of them.
func (r *Rules) onTerms(b model.Board, ban *model.Measure, a Answer) *model.Measure {
	for _, m := range b.InForce() {
		f := r.affects(m, a)
		of := m.Type == model.Requirement && f != apart || m.Type == model.Ban && f == perhaps
		if of && a.general(m) == 0 && a.covers(m) && m.From.Compare(ban.From) > 0 {
			return m
		}
	}
	return nil
}

// covers tells whether a measure is about the class and direction that is asked.
func (a Answer) covers(m *model.Measure) bool {
	return (len(m.Classes) == 0 || a.Class == "" || slices.Contains(m.Classes, a.Class)) && (m.To == "" || a.To == "" || m.To == a.To)
}

// listed looks for them among those whom the closures let pass.
func (r *Rules) listed(b model.Board, a *Answer) {
	best, clause, people := apart, clean.Text{}, false
	for _, p := range a.Passage.Allows {
		text := read(r.nations, p.Who.String())
		if f := a.Who.permits(text); f > best {
			best, clause = f, p.Who
			if !p.Text.Empty() {
				clause = p.Text
			}
		}
		people = people || len(a.Who.words) > 0
	}
	a.Clause = clause
	switch {
	case best == fits:
		a.Verdict, a.Reason = Yes, Listed
	case best == perhaps:
		a.Reason = MaybeAllowed
	case people:
		a.Verdict, a.Reason = No, NotListed
	default:
		a.Reason = WhoIsAboard
	}
	if id := r.from(b, *a); id != "" {
		a.first(id)
	}
}

// allowed tells how far permits name them.
func (r *Rules) allowed(ps []model.Permit, a Answer) fit {
	best := apart
	for _, p := range ps {
		if p.To == "" || a.To == "" || p.To == a.To {
			best = max(best, a.Who.permits(read(r.nations, p.Who.String())))
		}
	}
	return best
}

// from is the closure whose words the clause is; where there is none, the first that
// does not let them pass.
func (r *Rules) from(b model.Board, a Answer) model.ID {
	for _, id := range a.Passage.Why {
		record, _ := b.Record(id)
		m, ok := record.Record.(*model.Measure)
		if !ok || m.Type != model.Closure {
			continue
		}
		worded := !a.Clause.Empty() && slices.ContainsFunc(m.Allows, func(p model.Permit) bool { return p.Who == a.Clause || p.Text == a.Clause })
		if worded || a.Clause.Empty() && r.allowed(m.Allows, a) == apart {
			return m.ID
		}
	}
	return ""
}
