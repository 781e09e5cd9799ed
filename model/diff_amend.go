package model

import (
	"cmp"
	"reflect"
	"slices"
)

// AmendmentTurn is an amendment that counts on the second board and did not on the
// first. Changes are the fields that it gave another value; none for a withdrawal
// and for a dispute, whose own values are in the amendment.
type AmendmentTurn struct {
	Amendment *Amendment
	// Records are those to which it did the same, as they stand.
	Records []Record
	Changes []Change
}

// amendments lists the corrections, withdrawals and disputes that a did not know,
// and the updates that no other difference rests on.
func (d differ) amendments(others []Difference) []Difference {
	told := map[ID]bool{}
	for _, o := range others {
		for _, id := range o.Records {
			told[id] = true
		}
	}
	var out []Difference
	for target, as := range d.b.view.amending {
		if !slices.ContainsFunc(as, d.mayTurn) {
			continue
		}
		for _, r := range d.b.view.named(target) {
			out = append(out, d.amended(r, told)...)
		}
	}
	slices.SortFunc(out, func(x, y Difference) int {
		return cmp.Or(x.Known.Compare(y.Known), cmp.Compare(x.Amendment.Amendment.ID, y.Amendment.Amendment.ID), cmp.Compare(x.ID, y.ID))
	})
	return together(out)
}

// together puts those in one to which an amendment did the same, such as the
// measures of an act. One that the amendment names twice is there twice.
func together(ds []Difference) []Difference {
	var out []Difference
	for _, d := range ds {
		i := len(out) - 1
		if i < 0 || out[i].Amendment.Amendment.ID != d.Amendment.Amendment.ID || !reflect.DeepEqual(out[i].Amendment.Changes, d.Amendment.Changes) {
			out = append(out, d)
			continue
		}
		if !slices.Contains(out[i].Records, d.ID) {
			out[i].Records = append(out[i].Records, d.ID)
			out[i].Amendment.Records = append(out[i].Amendment.Records, d.Amendment.Records...)
		}
	}
	return out
}

// mayTurn tells whether an amendment may count on b and not on a.
func (d differ) mayTurn(a *Amendment) bool {
	return len(d.b.view.amending[a.ID]) > 0 || d.b.view.heeds(a) && !d.a.view.heeds(a)
}

// heeds tells whether an amendment holds at the moment of the view.
func (v view) heeds(a *Amendment) bool {
	return v.records[a.ID] != nil && v.knows(a) && (a.Type != Update || !v.holdsFrom(a).After(v.valid))
}

// named lists the records that an amendment of a target is about.
func (v view) named(target ID) []Record {
	var out []Record
	if r := v.Record(target); r != nil && v.knows(r) {
		out = append(out, r)
	}
	for _, m := range v.measures {
		if m.Act == target && m.ID != target && v.knows(m) {
			out = append(out, m)
		}
	}
	return out
}

// amended lists what was done to a record between both boards.
func (d differ) amended(r Record, told map[ID]bool) []Difference {
	was, now := d.a.view.amended(r), d.b.view.amended(r)
	had := was.by()
	var out []Difference
	for _, a := range now.by() {
		if slices.ContainsFunc(had, func(o *Amendment) bool { return o.ID == a.ID }) || a.Type == Update && told[a.ID] {
			continue
		}
		t := AmendmentTurn{Amendment: a, Records: []Record{now.Record}}
		for _, c := range now.Changes {
			if c.By.ID == a.ID {
				t.Changes = append(t.Changes, c)
			}
		}
		if a.Type == Update && !slices.ContainsFunc(t.Changes, func(c Change) bool { return factual(c.Field) }) {
			continue
		}
		out = append(out, Difference{
			Kind: RecordAmended, ID: r.Head().ID, Records: []ID{a.ID, r.Head().ID}, Known: d.b.KnownAt(a.ID), Amendment: &t,
		})
	}
	return out
}

// factual tells whether a field is of the fact, and not of what the desk notes of it.
func factual(field string) bool {
	return !slices.Contains([]string{"note", "sources", "known", "confidence", "about"}, field)
}

// by lists the amendments that did something to a record, each once.
func (a Amended) by() []*Amendment {
	var out []*Amendment
	for _, c := range a.Changes {
		out = append(out, c.By)
	}
	out = append(out, a.Disputes...)
	if a.Withdrawal != nil {
		out = append(out, a.Withdrawal)
	}
	slices.SortStableFunc(out, func(x, y *Amendment) int { return cmp.Compare(x.ID, y.ID) })
	return slices.CompactFunc(out, func(x, y *Amendment) bool { return x.ID == y.ID })
}
