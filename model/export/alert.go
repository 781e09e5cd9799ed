package export

import (
	"cmp"
	"fmt"
	"time"

	"bordertop/model"
	"bordertop/model/source"
)

// Fact tells what a record states, with who says so and when, in a sentence.
func Fact(b model.Board, r model.Record, o Options) string { return sentence(quoter{b, o}.fact(r)) }

// Aged tells that a fact of the board is past its budget.
func Aged(b model.Board, r model.Record, o Options) string {
	return sentence(fmt.Sprintf(o.Words.Alerts.Stale, quoter{b, o}.fact(r)))
}

// Deadline tells how long it is to a deadline, or that it has passed.
func Deadline(b model.Board, d model.DeadlineStatus, o Options) string {
	q := quoter{b, o}
	w, at := o.Words, q.when(d.At)
	switch {
	case d.Left(b.Valid) <= 0:
		return sentence(fmt.Sprintf(w.Alerts.Due, q.ending(&d), at))
	case d.State == model.Coming:
		return sentence(fmt.Sprintf(w.Alerts.Begins, q.ending(&d), at, w.Countdown(d, b.Valid)))
	}
	return sentence(fmt.Sprintf(w.Alerts.Left, q.ending(&d), at, w.Countdown(d, b.Valid)))
}

// Feed tells how a live source fares that is not as it was.
func Feed(h source.Health, now time.Time, o Options) string {
	w := o.Words
	name := line(h.Title)
	if name == "" {
		name = string(h.ID)
	}
	switch age, _ := h.Age(now); h.State(now) {
	case source.Failing:
		return sentence(fmt.Sprintf(w.Alerts.Failing, name, w.Clock(h.Since, o.Zone), cmp.Or(line(h.Detail), string(h.Why))))
	case source.Stale, source.Ageing:
		return sentence(fmt.Sprintf(w.Alerts.Ageing, name, w.Back(age)))
	case source.Fresh, source.Waiting, source.Off:
	}
	return sentence(fmt.Sprintf(w.Alerts.Fresh, name))
}
