package model

import (
	"cmp"
	"slices"
	"time"
)

// Story is what a board knows of time: what happened by days, and the measures as
// bars. With hindsight it tells also of what came after the board's moment.
type Story struct {
	// From is the first moment that it tells of, zero where there is none, and Until
	// the last by which anything was known: beyond it there are plans only.
	From, Until time.Time
	// Categories are those of all incidents of the log, the most frequent first;
	// statements are one.
	Categories []ID
	// Days are those on which anything happened, in their order.
	Days []DaySum
	// Lanes are the measures, the strictest first.
	Lanes []Lane
	// Decisions tell when measures, and what moves their ends, became known, in the
	// order of that.
	Decisions []Decision
	// Claims are the counts in the order of time, also those that newer ones replaced.
	Claims []*Count
	// Tallies are the figures per period, by subject and period.
	Tallies []*Tally
}

// DaySum is a day on which something happened.
type DaySum struct {
	// Start and End are its first instant and that of the next day.
	Start, End time.Time
	// Sums are by category, in the order of Story.Categories.
	Sums []CategorySum
}

// CategorySum is how much there was of a category, given by its place among those of the
// story, and the worst severity of it; 0 where there are statements only.
type CategorySum struct{ Category, Count, Worst int }

// Decision is a measure, or an amendment of its end, and when that became known.
type Decision struct {
	At     time.Time
	Record Record
}

// Story gives the story of the board, by the days of a zone.
func (b Board) Story(zone *time.Location) Story {
	v := b.view
	if v.by.After(v.valid) {
		v = v.view(v.by, v.by)
	}
	s := Story{Until: v.valid, Categories: v.categories, Days: v.days(zone), Decisions: v.decisions()}
	s.Lanes = v.lanes(v.acts(), b.Crossings)
	s.Claims = standing(v, v.counts)
	slices.SortFunc(s.Claims, func(a, b *Count) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	s.Tallies = v.talliesOf(standing(v, v.tallies))
	s.From = s.first()
	return s
}

func (s Story) first() time.Time {
	var first time.Time
	if len(s.Days) > 0 {
		first = s.Days[0].Start
	}
	for _, l := range s.Lanes {
		first = earlier(first, l.Bars[0].From)
	}
	if len(s.Claims) > 0 {
		first = earlier(first, s.Claims[0].At.First())
	}
	if first.After(s.Until) {
		return s.Until
	}
	return first
}

// days counts what happened by days. Events come the newest first, so that most
// are of the same day as the one before.
func (v view) days(zone *time.Location) []DaySum {
	c := calendar{zone: zone, days: map[int64]*DaySum{}}
	valid, by := v.valid.UnixMicro(), v.by.UnixMicro()
	a := v.annals()
	odd := a.odd
	for row := range a.len() {
		stands := a.at[row] <= valid && a.known[row] <= by
		if len(odd) > 0 && odd[0].row == row {
			_, stands = v.oddly(odd[0])
			odd = odd[1:]
		}
		if !stands {
			continue
		}
		if o, ok := v.occurrence(row); ok {
			c.count(o)
		}
	}
	return c.sorted()
}

// calendar is where events are counted.
type calendar struct {
	zone        *time.Location
	days        map[int64]*DaySum
	day         *DaySum // that of the last event
	first, next int64
}

func (c *calendar) count(e occurrence) {
	if c.day == nil || e.at < c.first || e.at >= c.next {
		c.turn(e.at)
	}
	i, ok := slices.BinarySearchFunc(c.day.Sums, int(e.category), func(s CategorySum, category int) int { return cmp.Compare(s.Category, category) })
	if !ok {
		c.day.Sums = slices.Insert(c.day.Sums, i, CategorySum{Category: int(e.category)})
	}
	sum := &c.day.Sums[i]
	sum.Count++
	sum.Worst = max(sum.Worst, int(e.severity))
}

// turn goes to the day of a moment, in microseconds since 1970.
func (c *calendar) turn(at int64) {
	year, month, day := time.UnixMicro(at).In(c.zone).Date()
	start, end := dayStart(year, month, day, c.zone), dayStart(year, month, day+1, c.zone)
	c.first, c.next = start.UnixMicro(), end.UnixMicro()
	if c.days[c.first] == nil {
		c.days[c.first] = &DaySum{Start: start.UTC(), End: end.UTC(), Sums: make([]CategorySum, 0, 4)}
	}
	c.day = c.days[c.first]
}

func (c *calendar) sorted() []DaySum {
	out := make([]DaySum, 0, len(c.days))
	for _, d := range c.days {
		out = append(out, *d)
	}
	slices.SortFunc(out, func(a, b DaySum) int { return a.Start.Compare(b.Start) })
	return out
}

// decisions lists when acts became known, and what moved their ends.
func (v view) decisions() []Decision {
	var out []Decision
	decide := func(r Record) {
		if at := v.Known(r.Head().ID); !at.IsZero() {
			out = append(out, Decision{at.UTC(), r})
		}
	}
	moved := map[ID]bool{}
	for _, a := range v.acts() {
		decide(a.measure)
		for _, c := range a.Changes {
			if by := c.By; by.Type == Update && (c.Field == "until" || c.Field == "ended") && !moved[by.ID] {
				moved[by.ID] = true
				decide(by)
			}
		}
	}
	slices.SortFunc(out, func(a, b Decision) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Record.Head().ID, b.Record.Head().ID))
	})
	return out
}

// Headlines lists at most n of what happened from one moment to before another:
// the worst first, then the newest. What was withdrawn is left out.
func (b Board) Headlines(from, to time.Time, n int) []Record {
	v, w := b.view, window{from.UnixMicro(), to.UnixMicro() - 1}
	var out []Record
	worst := func(a, b Record) int { return cmp.Or(cmp.Compare(severityOf(b), severityOf(a)), newestFirst(a, b)) }
	a := v.annals()
	take := func(row int) {
		// Most of a long list are no news; they are not looked at closely.
		if !a.is(row, amended) && len(out) == n && a.severity[row] <= severityOf(out[n-1]) {
			return
		}
		r, stands := v.shows(row)
		if !stands || !w.holds(r.Own().First().UnixMicro()) || v.amended(a.record(row)).Withdrawal != nil {
			return
		}
		i, _ := slices.BinarySearchFunc(out, r, worst)
		out = slices.Insert(out, i, r)
		out = out[:min(len(out), n)]
	}
	if n <= 0 {
		return nil
	}
	for row, to := a.within(w); row < to; row++ {
		take(row)
	}
	for _, row := range a.edited {
		// An amendment may have moved it here.
		if !w.holds(a.at[row]) && v.sets(a.record(row), "at") {
			take(row)
		}
	}
	return out
}
