package export

import (
	"cmp"
	"slices"
	"time"

	"bordertop/model"
)

// fate is what became of a date.
type fate uint8

// The fates: it stands, something begins at it, it passed and nobody said what
// came of it, it came as planned, or it will not come.
const (
	stands fate = iota
	begins
	elapsed
	ended
	lifted
	replaced
	calledOff
	withdrawn
)

// cancelled tells whether nobody need wait for the date any more.
func (f fate) cancelled() bool { return f >= lifted }

// term is a date in a calendar: the end of an act's measures, the beginning of what
// is coming, or a due date.
type term struct {
	// uid names it for ever.
	uid     string
	members []model.Amended
	fate    fate
	at, was model.Moment
	// by are the measures that take its place.
	by []*model.Measure
	// sequence rises with all that was learnt of it, from created to modified.
	sequence          int
	created, modified time.Time
}

// id is that of the act, or of the record where it has none.
func (t term) id() model.ID {
	if m, ok := t.members[0].Record.(*model.Measure); ok && m.Act != "" {
		return m.Act
	}
	return t.members[0].Record.Head().ID
}

// measures are those that end; none where a deadline falls due.
func (t term) measures() []*model.Measure {
	var out []*model.Measure
	for _, a := range t.members {
		if m, ok := a.Record.(*model.Measure); ok {
			out = append(out, m)
		}
	}
	return out
}

// same tells whether two of one act are one date.
func (t term) same(o term) bool {
	return t.fate == o.fate && t.at.Last().Equal(o.at.Last()) && t.was.Last().Equal(o.was.Last())
}

// terms finds the dates of a board.
type terms struct {
	b   model.Board
	all []model.Amended
	// status is how records stand among the deadlines of the board.
	status map[model.ID]model.DeadlineStatus
	// by are the measures that replace another, by its id or its act.
	by map[model.ID][]model.Amended
	// acts are the measures of each act.
	acts map[model.ID][]model.Amended
}

// termsOf lists every date that anybody was told to wait for by the board's moment,
// also those that came or were cancelled, for a calendar may still show them. An act
// counts once, unless its measures end at different times.
func termsOf(b model.Board) []term {
	t := terms{
		b: b, all: b.Terms(), status: map[model.ID]model.DeadlineStatus{}, by: map[model.ID][]model.Amended{}, acts: map[model.ID][]model.Amended{},
	}
	t.index()
	var out []term
	places := map[model.ID][]int{}
	for _, a := range t.all {
		for _, found := range t.of(a) {
			id := found.id()
			i := slices.IndexFunc(places[id], func(i int) bool { return found.same(out[i]) })
			if i >= 0 {
				i = places[id][i]
				out[i].members = append(out[i].members, a)
				continue
			}
			places[id], out = append(places[id], len(out)), append(out, found)
		}
	}
	t.name(out)
	for i := range out {
		t.date(&out[i])
	}
	slices.SortStableFunc(out, func(a, b term) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.uid, b.uid)) })
	return out
}

// index sorts the records by what is asked of them.
func (t terms) index() {
	for _, d := range t.b.Deadlines {
		if d.Deadline != nil {
			t.status[d.Deadline.ID] = d
		}
		for _, m := range d.Measures {
			t.status[m.ID] = d
		}
	}
	for _, a := range t.all {
		m, ok := a.Record.(*model.Measure)
		if !ok {
			continue
		}
		for _, id := range m.Replaces {
			t.by[id] = append(t.by[id], a)
		}
		if m.Act != "" {
			t.acts[m.Act] = append(t.acts[m.Act], a)
		}
	}
}

// of gives the dates of a record: none where it has none.
func (t terms) of(a model.Amended) []term {
	one := term{members: []model.Amended{a}}
	switch r := a.Record.(type) {
	case *model.Deadline:
		one.at, one.was = r.Due, t.status[r.ID].Was
		if _, on := t.status[r.ID]; !on && a.Withdrawal == nil {
			return nil // It is not announced yet.
		}
		one.fate = t.fateOf(a, t.status[r.ID])
	case *model.Measure:
		return t.ofMeasure(a, r, one)
	case *model.Source, *model.Place, *model.Crossing, *model.Report, *model.Count, *model.Queue, *model.Incident, *model.Statement,
		*model.Condition, *model.Tally, *model.Amendment:
		return nil
	}
	return []term{one}
}

// fateOf is that of what stands among the deadlines, or was withdrawn.
func (t terms) fateOf(a model.Amended, d model.DeadlineStatus) fate {
	switch {
	case a.Withdrawal != nil:
		return withdrawn
	case d.State == model.LiftedEarly:
		return lifted
	case d.State == model.Elapsed:
		return elapsed
	}
	return stands
}

func (t terms) ofMeasure(a model.Amended, m *model.Measure, one term) []term {
	one.at = cmp.Or(m.Ended, m.Until)
	one.by = t.replacing(m)
	d, on := t.status[m.ID]
	over := !m.Ended.IsZero() && !m.Ended.Last().After(t.b.Valid)
	switch {
	case a.Withdrawal != nil:
		one.fate = withdrawn
	case on && d.State == model.Coming:
		start := one
		start.fate, start.at = begins, m.From
		if one.at.IsZero() {
			return []term{start}
		}
		return []term{start, one}
	case on:
		one.fate, one.was = t.fateOf(a, d), d.Was
	case off(m):
		one.fate, one.at = calledOff, m.Until
	case m.From.First().After(t.b.Valid):
		return nil // It is not announced yet.
	case over && !m.Until.IsZero() && m.Ended.Last().Before(m.Until.Last()):
		one.fate, one.was = lifted, m.Until
	case over:
		one.fate = ended
	case len(one.by) > 0:
		one.fate = replaced
	}
	if one.at.IsZero() {
		return nil
	}
	return []term{one}
}

// off tells whether a measure ended before it would have begun.
func off(m *model.Measure) bool { return !m.Ended.IsZero() && !m.Ended.Last().After(m.From.First()) }

// replacing lists the measures that stand in the place of another.
func (t terms) replacing(m *model.Measure) []*model.Measure {
	var out []*model.Measure
	for _, a := range t.replacers(m) {
		by, ok := a.Record.(*model.Measure)
		if ok && a.Withdrawal == nil && !off(by) {
			out = append(out, by)
		}
	}
	return out
}

// replacers lists the measures that name another, or its act, as one that they
// replace.
func (t terms) replacers(m *model.Measure) []model.Amended {
	all := slices.Clone(t.by[m.ID])
	if m.Act != "" && m.Act != m.ID {
		all = append(all, t.by[m.Act]...)
	}
	return slices.DeleteFunc(all, func(a model.Amended) bool {
		by, ok := a.Record.(*model.Measure)
		return !ok || by.ID == m.ID
	})
}
