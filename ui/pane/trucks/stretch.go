package trucks

import (
	"math"
	"strconv"
	"time"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// stretch is the time that the plots of a group show, in so many columns.
type stretch struct {
	group    model.ID
	from, to time.Time
	columns  int
}

const (
	day = 24 * time.Hour
	// mostZoom is how often the time shown can be halved.
	mostZoom = 8
	// mostWork is how many claims are looked at for the course of one group.
	mostWork = 400_000
	// mostSeparated is the number from which thousands would take too much room.
	mostSeparated = 1e7
)

// stretch is from the first claim to where the last is stale, or to the moment
// shown. Closer, it is a part of that around the selected claim.
func (p *Pane) stretch(s pane.Scene, all []panel, around *model.Count) stretch {
	var from, to time.Time
	for _, one := range all {
		if first := one.claims[0].At.First(); from.IsZero() || first.Before(from) {
			from = first
		}
		if last := one.claims[len(one.claims)-1].At.Last().Add(s.Board.Rules().Budgets.Count); last.After(to) {
			to = last
		}
	}
	if to.After(s.Board.Valid) {
		to = s.Board.Valid
	}
	if from.IsZero() || to.Sub(from) < day {
		from = to.Add(-day)
	}
	edge := to.Sub(from) / 50 // no mark stands on the axis, nor at the end
	from, to = from.Add(-edge), to.Add(edge)
	if p.zoom == 0 {
		return stretch{from: from, to: to}
	}
	length := max(to.Sub(from)>>p.zoom, day)
	begin := middle(s, around.At).Add(-length / 2)
	if begin.After(to.Add(-length)) {
		begin = to.Add(-length)
	}
	if begin.Before(from) {
		begin = from
	}
	return stretch{from: begin, to: begin.Add(length)}
}

// hours is a time on the axis of a plot.
func hours(t time.Time) float64 { return float64(t.Unix()) / time.Hour.Seconds() }

// middle is where a moment stands on the axis: that of a day at its noon, but
// nothing later than the moment shown.
func middle(s pane.Scene, m model.Moment) time.Time {
	t := m.First().Add(m.Last().Sub(m.First()) / 2)
	if t.After(s.Board.Valid) {
		return s.Board.Valid
	}
	return t
}

// placed is a claim as a mark.
func placed(s pane.Scene, c *model.Count) draw.Point {
	p := point(c)
	p.X, p.Hedge = hours(middle(s, c.At)), hedge(c)
	return p
}

// hedge is on which side of a number its claim leaves it open.
func hedge(c *model.Count) draw.Hedge {
	switch c.Qualifier {
	case model.About:
		return draw.Around
	case model.Over:
		return draw.Above
	case model.Under, model.UpTo, model.Almost:
		return draw.Below
	}
	if c.Min != nil && c.Max != nil && *c.Min < *c.Max {
		return draw.Around
	}
	return draw.Plain
}

// value is a number at the axis of a plot. There is nothing between whole ones.
func value(s pane.Scene, v float64) string {
	switch {
	case v != math.Trunc(v):
		return ""
	case math.Abs(v) >= mostSeparated:
		return draw.Compact(v)
	}
	return s.Words.Number(int64(v))
}

// course is how the claims of a panel stood in each of its columns.
func (k *kept) course(s pane.Scene, one panel, f frame, columns int) []draw.Run {
	at := stretch{group: headingID(*one.group), from: f.stretch.from, to: f.stretch.to, columns: columns}
	if runs, ok := k.courses[at]; ok || columns < 2 {
		return runs
	}
	wide := at.to.Sub(at.from) / time.Duration(columns-1)
	step := max(1, len(one.claims)*columns/mostWork)
	var moments []time.Time
	for i := 0; i < columns; i += step {
		if t := at.from.Add(wide * time.Duration(i)); !t.After(s.Board.Valid) {
			moments = append(moments, t)
		}
	}
	var runs []draw.Run
	for _, stood := range s.Board.Course(one.claims, moments) {
		if stood.Working == nil {
			continue
		}
		run := draw.Run{From: hours(stood.At), To: hours(stood.At.Add(wide * time.Duration(step-1))), Y: point(stood.Working.Count).Y}
		if stood.Low != nil && stood.High != nil {
			run.Low, run.High = float64(*stood.Low), float64(*stood.High)
		}
		runs = append(runs, run)
	}
	k.courses[at] = runs
	return runs
}

// cadence is the distance of ticks on a calendar.
type cadence struct{ years, months, days int }

// ticks are the closest round dates whose names have room.
func ticks(s pane.Scene, at stretch, columns int) []draw.Tick {
	for _, c := range []cadence{
		{days: 1},
		{days: 2},
		{days: 7},
		{days: 14},
		{months: 1},
		{months: 2},
		{months: 3},
		{months: 6},
		{years: 1},
		{years: 2},
		{years: 5},
		{years: 10},
		{years: 20},
		{years: 50},
		{years: 100},
	} {
		if out, ok := c.ticks(s, at, columns); ok {
			return out
		}
	}
	return nil
}

// ticks are the dates of a cadence; not ok where they have no room.
func (c cadence) ticks(s pane.Scene, at stretch, columns int) ([]draw.Tick, bool) {
	var out []draw.Tick
	free, year := 0, 0
	for t := c.first(at.from.In(s.Zone)); !t.After(at.to); t = t.AddDate(c.years, c.months, c.days) {
		if t.Before(at.from) {
			continue
		}
		name := c.name(s, t, t.Year() != year)
		year = t.Year()
		middle := int(float64(columns) * float64(t.Sub(at.from)) / float64(at.to.Sub(at.from)))
		if left := middle - draw.Width(name)/2; left < free && len(out) > 0 {
			return nil, false
		}
		free = middle + (draw.Width(name)+1)/2 + 2
		out = append(out, draw.Tick{X: hours(t), Text: name})
	}
	return out, len(out) > 0
}

// first is the last date of a cadence that is not after a time.
func (c cadence) first(t time.Time) time.Time {
	y, m, d := t.Date()
	switch {
	case c.years > 0:
		return time.Date(y-y%c.years, 1, 1, 0, 0, 0, 0, t.Location())
	case c.months > 0:
		return time.Date(y, m-(m-1)%time.Month(c.months), 1, 0, 0, 0, 0, t.Location())
	case c.days >= 7:
		return time.Date(y, m, d-(int(t.Weekday())+6)%7, 0, 0, 0, 0, t.Location())
	}
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// name writes a tick, with its year where that was not told before and is not
// that of the moment shown.
func (c cadence) name(s pane.Scene, t time.Time, told bool) string {
	other := told && t.Year() != s.At().In(s.Zone).Year()
	switch {
	case c.years > 0:
		return strconv.Itoa(t.Year())
	case c.months > 0 && other:
		return s.Moment(model.MonthOf(t.Year(), t.Month(), s.Zone))
	case c.months > 0:
		return s.Words.Months[t.Month()-1]
	case other:
		return s.Words.FullDate(t)
	}
	return s.Words.Date(t, t)
}
