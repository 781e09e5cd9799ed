package export

import (
	"cmp"
	"fmt"

	"bordertop/model"
)

// deadlineTurn tells what became of a deadline.
func (q quoter) deadlineTurn(d model.DeadlineTurn) Turn {
	w := q.o.Words.Changes
	a, b := d.Before, d.After
	t := Turn{Name: q.ending(cmp.Or(b, a))}
	if a != nil && !a.At.IsZero() {
		t.Was = q.when(a.At)
	}
	switch d.Fate {
	case model.Announced:
		t.Is, t.Was = q.announced(*b), ""
	case model.Begun:
		t.Is, t.Was = fmt.Sprintf(w.InForce, q.when(a.At)), ""
		if b != nil && !b.At.IsZero() {
			t.Note = fmt.Sprintf(w.ToEnd, q.when(b.At))
		}
	case model.MovedUp:
		t.Is = fmt.Sprintf(w.MovedUp, q.when(b.At))
	case model.MovedBack:
		t.Is = fmt.Sprintf(w.MovedBack, q.when(b.At))
		if b.At.IsZero() {
			t.Is = q.o.Words.DeadlineState(b.State)
		}
	case model.Lifted:
		t.Is, t.Was = fmt.Sprintf(w.Lifted, q.when(b.At), q.o.Words.Age(b.Early())), q.when(b.Was)
	case model.Passed:
		t.Is, t.Was = fmt.Sprintf(w.Unheard, q.when(b.At)), ""
	case model.Finished:
		t.Is, t.Was = q.finished(*a), ""
	case model.Replaced:
		t.Is = fmt.Sprintf(w.Replaced, q.naming(d.By))
	case model.CalledOff:
		t.Is = w.CalledOff
	}
	return t
}

// announced is the date of a deadline that is new.
func (q quoter) announced(d model.DeadlineStatus) string {
	w := q.o.Words.Changes
	switch {
	case d.At.IsZero():
		return q.o.Words.DeadlineState(d.State)
	case d.State == model.Coming:
		return fmt.Sprintf(w.ToBegin, q.when(d.At))
	case d.Deadline != nil:
		return fmt.Sprintf(w.DueOn, q.when(d.At))
	}
	return fmt.Sprintf(w.ToEnd, q.when(d.At))
}

// finished tells when what was waited for came, as far as is known.
func (q quoter) finished(d model.DeadlineStatus) string {
	for _, m := range d.Measures {
		a, _ := q.b.Record(m.ID)
		if now, ok := a.Record.(*model.Measure); ok && !now.Ended.IsZero() {
			return fmt.Sprintf(q.o.Words.Changes.Ended, q.when(now.Ended))
		}
	}
	return q.o.Words.Changes.Over
}
