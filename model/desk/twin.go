package desk

import (
	"iter"
	"slices"
	"time"

	"bordertop/model"
)

// Twins lists the records that look like the same as one that was drafted.
func (d *Desk) Twins() []model.ID {
	var out []model.ID
	for _, r := range d.drafts {
		for other := range d.about(r) {
			if alike(r, other) {
				out = append(out, other.Head().ID)
			}
		}
	}
	return out
}

// about are the records among which one may have a twin. There may be very many
// events, the newest first: those of earlier days are not asked.
func (d *Desk) about(r model.Record) iter.Seq[model.Record] {
	if k := r.Kind(); k != model.KindIncident && k != model.KindStatement {
		return slices.Values(d.rest)
	}
	return func(yield func(model.Record) bool) {
		for other := range d.log.Events().Records() {
			if other.Own().First().Before(r.Own().First().AddDate(0, 0, -2)) || !yield(other) {
				return
			}
		}
	}
}

// alike tells whether two records of one day say the same.
func alike(a, b model.Record) bool {
	if a.Kind() != b.Kind() || a.Head().ID == b.Head().ID || a.Own().IsZero() || !sameDay(a.Own(), b.Own()) {
		return false
	}
	switch a := a.(type) {
	case *model.Count:
		b, ok := b.(*model.Count)
		return ok && a.Value != nil && b.Value != nil && *a.Value == *b.Value && a.Unit == b.Unit && a.What == b.What && a.By == b.By && a.Crossing == b.Crossing
	case *model.Incident:
		b, ok := b.(*model.Incident)
		return ok && a.Category == b.Category && a.Title == b.Title
	case *model.Statement:
		b, ok := b.(*model.Statement)
		return ok && a.Speaker == b.Speaker && a.Summary == b.Summary
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Queue,
		*model.Condition, *model.Tally, *model.Amendment:
	}
	return false
}

func sameDay(a, b model.Moment) bool {
	x, _ := a.Dates()
	y, _ := b.Dates()
	return x.Format(time.DateOnly) == y.Format(time.DateOnly)
}
