package lang

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
)

// NoDeadlines says that none is known.
func (w Words) NoDeadlines() string { return "no deadline is known" }

// Countdown is what a deadline comes down to at now: "19 d 6 h" that are left,
// "11 d early", "3 d ago", or that it runs without an end. Where the date is a
// month or a longer time, what is left is less than is shown.
func (w Words) Countdown(d model.DeadlineStatus, now time.Time) string {
	const day = 24 * time.Hour
	switch d.State {
	case model.NoDate:
		return w.DeadlineState(model.Running)
	case model.Elapsed:
		return w.Age(d.Over(now)) + " " + w.Ago
	case model.LiftedEarly:
		return w.Age(d.Early()) + " early"
	case model.Running, model.BroughtForward, model.Extended, model.Coming:
	}
	left := d.Left(now)
	switch p := d.At.Precision(); {
	case left <= 0:
		return w.Now
	case p < model.Month:
		return w.Span(left)
	case d.State == model.Coming:
		return "> " + w.Age(left)
	}
	return "< " + w.Age(left+day)
}

// Planned tells a date that no longer holds: "was 30 Nov 24:00".
func (w Words) Planned(date string) string { return "was " + date }

// Begins marks what has not begun.
func (w Words) Begins(what string) string { return w.DeadlineState(model.Coming) + ": " + what }

// Percent is a share of 0 to 1. Less than all is never rounded up to it, nor
// something down to nothing.
func (w Words) Percent(share float64) string {
	if share > 0 && share < 0.01 {
		return "< 1 %"
	}
	return strconv.Itoa(int(share*100)) + " %"
}

// Effect names what measures do together: "closure", "truck ban", "ban for
// cars, buses".
func (w Words) Effect(ms []*model.Measure) string {
	var kinds []string
	var classes []model.Class
	all := false
	for _, m := range ms {
		if kind := w.Measure(m.Type); !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
		all = all || len(m.Classes) == 0
		for _, c := range m.Classes {
			if !slices.Contains(classes, c) {
				classes = append(classes, c)
			}
		}
	}
	what := strings.Join(kinds, ", ")
	switch {
	case all || len(classes) == 0:
		return what
	case len(classes) == 1:
		return w.Plain(string(classes[0])) + " " + what
	}
	return what + " for " + w.Classes(classes)
}

// AllCrossings says that each is meant.
func (w Words) AllCrossings() string { return "all crossings" }

// SomeCrossings says how many are meant.
func (w Words) SomeCrossings(n int) string {
	if n == 1 {
		return "1 crossing"
	}
	return w.Number(int64(n)) + " crossings"
}

// OtherClock is what the clocks of another zone show at an instant, with the
// day where that is another than text begins with: "01:00", "1 Dec 01:00". It
// is empty where they show the same as those of home, and for what is no
// instant.
func (w Words) OtherClock(m model.Moment, text string, home, other *time.Location, now time.Time) string {
	if !m.Exact() {
		return ""
	}
	here, there := m.First().In(home), m.First().In(other)
	_, a := here.Zone()
	_, b := there.Zone()
	if a == b {
		return ""
	}
	clock, day := there.Format("15:04"), w.Date(there, now.In(other))
	if strings.HasPrefix(text, day+" ") {
		return clock
	}
	return day + " " + clock
}
