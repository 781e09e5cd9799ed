package model

import (
	"cmp"
	"slices"
	"time"
)

// Change is one field of a record that an amendment gave another value.
type Change struct {
	Field    string
	Old, New any
	By       *Amendment
}

// Amended is a record as it stood at a moment: with the values that updates and
// corrections known by then gave it, and what they replaced.
type Amended struct {
	Record     Record
	Changes    []Change
	Disputes   []*Amendment
	Withdrawal *Amendment
}

// updated finds the last change of a field in time; a correction is none, for it
// says that the value never was another.
func (a Amended) updated(field string) (Change, bool) {
	for _, c := range slices.Backward(a.Changes) {
		if c.Field == field && c.By.Type == Update {
			return c, true
		}
	}
	return Change{}, false
}

// view is a log as seen at one moment.
type view struct {
	Log
	valid, by time.Time
	// settled are the amendments that others amended, as they stand then; nil
	// for one that was withdrawn.
	settled map[ID]*Amendment
	// reread are the readings of queues that amendments name, as they stand then. Only
	// the view of a board has them.
	reread []*Queue
}

// view looks at the log. Amendments of amendments are resolved first.
func (l Log) view(valid, known time.Time) view {
	v := view{Log: l, valid: valid.UTC(), by: known.UTC(), settled: make(map[ID]*Amendment, len(l.rewritten))}
	for _, a := range l.rewritten {
		v.settle(a)
	}
	return v
}

// settle resolves an amendment after those that amend it. In a circle the first
// one met counts as it was stated, so that the circle ends.
func (v view) settle(a *Amendment) {
	if _, begun := v.settled[a.ID]; begun {
		return
	}
	v.settled[a.ID] = a
	for _, by := range v.amending[a.ID] {
		if len(v.amending[by.ID]) > 0 {
			v.settle(by)
		}
	}
	now := v.amended(a)
	v.settled[a.ID], _ = now.Record.(*Amendment)
	if now.Withdrawal != nil {
		v.settled[a.ID] = nil
	}
}

// knows tells whether a record was known by the moment of the view.
func (v view) knows(r Record) bool { return !v.Known(r.Head().ID).After(v.by) }

// amended gives the record with its amendments. The record itself is never
// touched.
func (v view) amended(r Record) Amended {
	out := Amended{Record: r}
	for _, a := range v.amendmentsOf(r) {
		v.amend(&out, r, a)
	}
	return out
}

// amendmentsOf lists the amendments that name a record or its act, in the order
// of the times from which they hold. Ties go by when they became known, then by
// id.
func (v view) amendmentsOf(r Record) []*Amendment {
	stated := v.amending[r.Head().ID]
	if m, ok := r.(*Measure); ok && m.Act != "" && m.Act != m.ID {
		stated = slices.Concat(stated, v.amending[m.Act])
	}
	if len(stated) == 0 {
		return nil
	}
	out := make([]*Amendment, 0, len(stated))
	for _, a := range stated {
		if settled, ok := v.settled[a.ID]; ok {
			a = settled
		}
		if a != nil && v.knows(a) {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b *Amendment) int {
		return cmp.Or(v.holdsFrom(a).Compare(v.holdsFrom(b)), v.Known(a.ID).Compare(v.Known(b.ID)), cmp.Compare(a.ID, b.ID))
	})
	// One that names a measure and its act was listed twice.
	return slices.Compact(out)
}

// holdsFrom is from when an amendment holds: a correction always did, an update
// does from its own time.
func (v view) holdsFrom(a *Amendment) time.Time {
	switch {
	case a.Type == Correction:
		return time.Time{}
	case a.At.IsZero():
		return v.Known(a.ID)
	}
	return a.At.First()
}

func (v view) amend(out *Amended, stated Record, a *Amendment) {
	switch a.Type {
	case Withdrawal:
		out.Withdrawal = a
	case Dispute:
		out.Disputes = append(out.Disputes, a)
	case Update, Correction:
		for _, set := range a.Set {
			if !v.holds(a, set.Field) {
				continue
			}
			if out.Record == stated {
				out.Record = clone(stated)
			}
			if old, ok := set.apply(out.Record); ok {
				out.Changes = append(out.Changes, Change{set.Field, old, set.Value, a})
			}
		}
	}
}

// holds tells whether an amendment's value for a field holds at the moment of
// the view. An end carries a time of its own.
func (v view) holds(a *Amendment, field string) bool {
	return field == "until" || field == "ended" || !v.holdsFrom(a).After(v.valid)
}
