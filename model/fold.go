package model

import (
	"cmp"
	"slices"
	"time"
)

// At gives the board: what was true at valid according to what was public by
// known. It is the one place that says what a record does to the board.
func (l Log) At(valid, known time.Time) Board {
	v := l.view(valid, known)
	b := Board{Valid: v.valid, Known: v.by, view: v}
	acts := v.acts()
	reports := standing(v, v.reports)
	for _, c := range upcoming(v, v.crossings) {
		b.Crossings = append(b.Crossings, v.status(c, acts, reports))
	}
	mostToldFirst(b.Crossings, acts, reports)
	b.Deadlines = v.deadlinesOf(acts)
	b.Claims = v.ledger(standing(v, v.counts))
	b.Conditions = v.conditions(standing(v, v.conds))
	b.Queues = v.queueReadings(standing(v, v.queues))
	b.Tallies = v.talliesOf(standing(v, v.tallies))
	b.Events = v.eventsNow()
	return b
}

// mostToldFirst puts first the crossings that most acts and reports tell of,
// which is what a reader wants first.
func mostToldFirst(crossings []CrossingStatus, acts []act, reports []*Report) {
	told := map[ID]int{}
	for _, a := range acts {
		for _, id := range a.measure.Crossings {
			told[id]++
		}
	}
	for _, r := range reports {
		for _, id := range r.Crossings {
			told[id]++
		}
	}
	slices.SortStableFunc(crossings, func(a, b CrossingStatus) int {
		return cmp.Compare(told[b.Crossing.ID], told[a.Crossing.ID])
	})
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

// eventsNow lists incidents and statements. A statement that tells of an
// incident is drawn there.
func (v view) eventsNow() Events {
	out := make([]Record, 0, len(v.events))
	rewritten := false
	valid, by := v.valid.UnixMicro(), v.by.UnixMicro()
	for _, e := range v.events {
		if e.known > by {
			continue
		}
		if e.amended {
			// Its time may be another now.
			e.record, rewritten = v.amended(e.record).Record, true
			e.at = e.record.Own().First().UnixMicro()
		}
		if e.at <= valid && (!e.statement || !v.toldElsewhere(e)) {
			out = append(out, e.record)
		}
	}
	if rewritten {
		slices.SortFunc(out, newestFirst)
	}
	return Events{out}
}

func newestFirst(a, b Record) int {
	return cmp.Or(b.Own().First().Compare(a.Own().First()), cmp.Compare(a.Head().ID, b.Head().ID))
}

// toldElsewhere tells whether a statement is about an incident that is shown.
func (v view) toldElsewhere(e event) bool {
	return slices.ContainsFunc(e.about(), func(id ID) bool {
		i, ok := v.records[id].(*Incident)
		return ok && v.knows(i) && !v.amended(i).Record.Own().First().After(v.valid)
	})
}

func (v view) conditions(records []*Condition) []ConditionStatus {
	out := make([]ConditionStatus, 0, len(records))
	for _, c := range records {
		a := v.amended(v.records[c.ID])
		s := ConditionStatus{Condition: c, Since: c.Stated}
		if change, ok := a.updated("state"); ok {
			s.Since = whenever(change.By.At, change.By.Known, Exactly(v.Known(change.By.ID)))
		}
		seen := v.nearer(v.seen(a), Exactly(v.Known(c.ID)))
		for _, change := range a.Changes {
			seen = v.nearer(seen, whenever(change.By.At, Exactly(v.Known(change.By.ID))))
		}
		s.Fresh = FreshnessOf(distance(v.valid, seen), v.rules.Budgets.Condition)
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
		out[i] = QueueStatus{q, FreshnessOf(distance(v.valid, q.At), v.rules.Budgets.Queue)}
	}
	return out
}
