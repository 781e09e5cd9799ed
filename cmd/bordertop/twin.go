package main

import (
	"fmt"
	"time"

	"bordertop/model"
)

// warn points out what looks like a record that there is already.
func (d *drafts) warn() {
	for _, r := range d.records {
		for _, other := range d.q.records.Records {
			if alike(r, other) {
				_, _ = fmt.Fprintf(d.q.env.stderr, "bordertop: %s says the same: withdraw one if it is twice\n", other.Head().ID)
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
