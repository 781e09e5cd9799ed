package model

import (
	"cmp"
	"slices"
	"time"
)

// At gives the board: what was true at valid according to what was public by
// known. It is the one place that says what a record does to the board.
func (l Log) At(valid, known time.Time) Board {
	v := view{Log: l, valid: valid.UTC(), by: known.UTC()}
	b := Board{Valid: v.valid, Known: v.by, view: v}
	acts := v.acts()
	reports := standing(v, v.reports)
	for _, c := range v.crossings {
		b.Crossings = append(b.Crossings, v.status(current(v, c), acts, reports))
	}
	b.Deadlines = v.deadlinesOf(acts, upcoming(v, v.deadlines))
	b.Claims = v.ledger(standing(v, v.counts))
	b.Conditions = v.conditions(standing(v, v.conds))
	b.Queues = v.queueReadings(standing(v, v.queues))
	b.Tallies = v.talliesOf(standing(v, v.tallies))
	b.Events = v.eventsNow()
	return b
}

// current gives a timeless record as amended.
func current[R Record](v view, r R) R {
	if now, ok := v.amended(r).Record.(R); ok {
		return now
	}
	return r
}

// upcoming gives the records that were known by then and not withdrawn, as
// amended, whenever they take effect.
func upcoming[R Record](v view, records []R) []R {
	var out []R
	for _, r := range records {
		if !v.knows(r) {
			continue
		}
		a := v.amended(r)
		if now, ok := a.Record.(R); ok && a.Withdrawal == nil {
			out = append(out, now)
		}
	}
	return out
}

// standing gives the records of upcoming whose own time had come, but of
// reports, which may show from after what was before, all.
func standing[R Record](v view, records []R) []R {
	return slices.DeleteFunc(upcoming(v, records), func(r R) bool {
		return r.Kind() != KindReport && r.Own().First().After(v.valid)
	})
}

// eventsNow lists incidents and statements. A statement that tells of another
// event is drawn there.
func (v view) eventsNow() []Record {
	from, _ := slices.BinarySearchFunc(v.events, v.valid, func(e event, at time.Time) int {
		return -cmp.Or(e.record.Own().First().Compare(at), -1)
	})
	out := make([]Record, 0, len(v.events)-from)
	moved := false
	for _, e := range v.events[from:] {
		if e.known.After(v.by) || v.toldElsewhere(e) {
			continue
		}
		if e.amended {
			a := v.amended(e.record)
			_, at := a.changed("at")
			moved = moved || at
			e.record = a.Record
		}
		out = append(out, e.record)
	}
	if moved {
		slices.SortFunc(out, newestFirst)
	}
	return out
}

func newestFirst(a, b Record) int {
	return cmp.Or(b.Own().First().Compare(a.Own().First()), cmp.Compare(a.Head().ID, b.Head().ID))
}

func (v view) toldElsewhere(e event) bool {
	if e.record.Kind() != KindStatement {
		return false
	}
	return slices.ContainsFunc(e.about(), func(id ID) bool {
		_, incident := v.records[id].(*Incident)
		return incident && !v.known[id].After(v.by)
	})
}

func (v view) conditions(records []*Condition) []ConditionStatus {
	out := make([]ConditionStatus, 0, len(records))
	for _, c := range records {
		s := ConditionStatus{Condition: c, Since: c.Stated}
		last := v.known[c.ID]
		for _, a := range v.amendmentsOf(c, maxAmendments) {
			last = v.known[a.ID]
		}
		if change, ok := v.amended(v.records[c.ID]).changed("state"); ok {
			s.Since = whenever(change.By.At, change.By.Known, Exactly(v.known[change.By.ID]))
		}
		s.Fresh = FreshnessOf(v.valid.Sub(last), v.rules.Budgets.Condition)
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b ConditionStatus) int {
		return cmp.Or(cmp.Compare(a.Condition.Side.String(), b.Condition.Side.String()),
			b.Condition.Stated.Compare(a.Condition.Stated), cmp.Compare(a.Condition.ID, b.Condition.ID))
	})
	return out
}

func whenever(ms ...Moment) Moment {
	for _, m := range ms {
		if !m.IsZero() {
			return m
		}
	}
	return Moment{}
}

func (v view) talliesOf(records []*Tally) []*Tally {
	slices.SortFunc(records, func(a, b *Tally) int {
		return cmp.Or(cmp.Compare(a.Subject.String(), b.Subject.String()), a.Period.Compare(b.Period), cmp.Compare(a.ID, b.ID))
	})
	return records
}

func (v view) queueReadings(records []*Queue) []QueueStatus {
	slices.SortFunc(records, func(a, b *Queue) int {
		return cmp.Or(cmp.Compare(a.Crossing, b.Crossing), cmp.Compare(a.To, b.To), cmp.Compare(a.Class, b.Class),
			b.At.Compare(a.At), cmp.Compare(a.ID, b.ID))
	})
	records = slices.CompactFunc(records, func(a, b *Queue) bool {
		return a.Crossing == b.Crossing && a.To == b.To && a.Class == b.Class
	})
	out := make([]QueueStatus, len(records))
	for i, q := range records {
		out[i] = QueueStatus{q, FreshnessOf(v.valid.Sub(q.At.First()), v.rules.Budgets.Queue)}
	}
	return out
}
