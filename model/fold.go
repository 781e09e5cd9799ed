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
	v.reread = standing(v, v.ordered().edited)
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
	b.Queues = v.queueStatuses()
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
// incident is drawn there. What is not odd stands once its time has come, so that
// nobody has to look at it.
func (v view) eventsNow() Events {
	a := v.annals()
	valid, by := v.valid.UnixMicro(), v.by.UnixMicro()
	first := a.since(valid)
	var hidden []int32
	for row := first; row < a.len() && a.at[row] > by; row++ {
		if a.known[row] > by {
			hidden = append(hidden, number(row))
		}
	}
	var changed []Record
	for _, o := range a.odd {
		r, stands := v.oddly(o)
		if o.row >= first && (!stands || r != nil) {
			hidden = append(hidden, number(o.row))
		}
		if stands && r != nil {
			changed = append(changed, r)
		}
	}
	if len(hidden)+len(changed) == 0 {
		return a.run(first, a.len()-first)
	}
	slices.Sort(hidden)
	return a.choose(a.rest(first, slices.Compact(hidden)), changed)
}

// rest are the rows from first on, without some.
func (a *annals) rest(first int, without []int32) []int32 {
	out := make([]int32, 0, a.len()-first)
	for row := first; row < a.len(); row++ {
		if len(without) > 0 && int(without[0]) == row {
			without = without[1:]
			continue
		}
		out = append(out, number(row))
	}
	return out
}

// oddly tells whether an odd row stands on the board, and with what record where
// that is not as it was stated.
func (v view) oddly(o oddity) (r Record, stands bool) {
	a, valid := v.annals(), v.valid.UnixMicro()
	if a.known[o.row] > v.by.UnixMicro() {
		return nil, false
	}
	if a.is(o.row, amended) {
		stated := a.record(o.row)
		if now := v.amended(stated).Record; now != stated {
			ahead := now.Own().First().UnixMicro() > valid
			return now, !ahead && !(a.is(o.row, said) && slices.ContainsFunc(aboutOf(now), func(id ID) bool {
				return v.begun(a.row(id))
			}))
		}
	}
	return nil, a.at[o.row] <= valid && !slices.ContainsFunc(o.tale, func(row int32) bool { return v.begun(int(row)) })
}

// begun tells whether an incident is shown. There is none in a negative row.
func (v view) begun(row int) bool {
	a := v.annals()
	if row < 0 || a.is(row, said) || a.known[row] > v.by.UnixMicro() {
		return false
	}
	if a.is(row, amended) {
		return !v.amended(a.record(row)).Record.Own().First().After(v.valid)
	}
	return a.at[row] <= v.valid.UnixMicro()
}

func newestFirst(a, b Record) int {
	return cmp.Or(b.Own().First().Compare(a.Own().First()), cmp.Compare(a.Head().ID, b.Head().ID))
}

func (v view) conditions(records []*Condition) []ConditionStatus {
	out := make([]ConditionStatus, 0, len(records))
	for _, c := range records {
		a := v.amended(v.Record(c.ID))
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
