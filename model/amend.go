package model

import (
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

// changed finds the last change of a field.
func (a Amended) changed(field string) (Change, bool) {
	for _, c := range slices.Backward(a.Changes) {
		if c.Field == field {
			return c, true
		}
	}
	return Change{}, false
}

// view is a log as seen at one moment.
type view struct {
	Log
	valid, by time.Time
}

// knows tells whether a record was known by the moment of the view.
func (v view) knows(r Record) bool { return !v.known[r.Head().ID].After(v.by) }

// amended gives the record with its amendments, those of amendments first. The
// record itself is never touched.
func (v view) amended(r Record) Amended { return v.amendedTo(r, maxAmendments) }

// maxAmendments is how deep amendments of amendments are followed. The data
// check refuses circles; one that got past it ends here.
const maxAmendments = 8

func (v view) amendedTo(r Record, depth int) Amended {
	out := Amended{Record: r}
	if depth == 0 {
		return out
	}
	for _, a := range v.amendmentsOf(r, depth) {
		v.amend(&out, r, a)
	}
	return out
}

// amendmentsOf lists the amendments that name a record or its act, as they are
// once amended themselves, in the order in which they became known.
func (v view) amendmentsOf(r Record, depth int) []*Amendment {
	stated := v.amending[r.Head().ID]
	if m, ok := r.(*Measure); ok && m.Act != "" {
		stated = slices.Concat(stated, v.amending[m.Act])
		slices.SortStableFunc(stated, func(a, b *Amendment) int { return v.known[a.ID].Compare(v.known[b.ID]) })
	}
	if len(stated) == 0 {
		return nil
	}
	out := make([]*Amendment, 0, len(stated))
	for _, a := range stated {
		if !v.knows(a) {
			continue
		}
		now := v.amendedTo(a, depth-1)
		if amended, ok := now.Record.(*Amendment); ok && now.Withdrawal == nil {
			out = append(out, amended)
		}
	}
	return out
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
// the view: a correction always did, an update does from its own time, and an
// end carries a time of its own.
func (v view) holds(a *Amendment, field string) bool {
	if a.Type == Correction || field == "until" || field == "ended" {
		return true
	}
	from := v.known[a.ID]
	if !a.At.IsZero() {
		from = a.At.First()
	}
	return !from.After(v.valid)
}
