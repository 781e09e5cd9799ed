package lang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
)

// EndWords say how deadlines stand.
type EndWords struct {
	Running, BroughtForward, Extended, Coming, LiftedEarly, Elapsed, NoDate string
	// Early has a length of time (%s), Was a date that no longer holds (%s), Begins what
	// has not begun (%s), When the event (%s) that is to be the end.
	Early, Was, Begins, When string
}

// EffectWords say what measures do.
type EffectWords struct {
	AllTraffic, AllCrossings string
	Crossings                Plural
	// As has the class (%s) that is limited by itself and what limits it (%s), For what
	// limits (%s) several (%s), By a country (%s) and what it does (%s).
	As, For, By string
	// None and Bans have the class (%s) that may not pass, or not all of it. Groups
	// counts those who may.
	None, Bans string
	Groups     Plural
	// Euro is a sum in euros, Per what is due (%s) for each period (%s), Fee that (%s) with
	// the kind of measure (%s).
	Euro     Plural
	Per, Fee string
}

func (w Words) englishEffects() {
	w.Ends = EndWords{
		Running: "running", BroughtForward: "brought forward", Extended: "extended", Coming: "begins",
		LiftedEarly: "lifted early", Elapsed: "no confirmation", NoDate: "no end date",
		Early: "%s early", Was: "was %s", Begins: "begins: %s", When: "until %s",
	}
	w.Effects = EffectWords{
		AllTraffic: "all traffic", AllCrossings: "all crossings", Crossings: Plural{One: "%s crossing", Other: "%s crossings"},
		As: "%s %s", For: "%s for %s", By: "%s %s", None: "no %s", Bans: "bans for %s",
		Groups: Plural{One: "%s group may pass", Other: "%s groups may pass"},
		Euro:   Plural{One: "€%s", Other: "€%s"}, Per: "%s a %s", Fee: "%s %s",
	}
}

// DeadlineState says how a deadline stands.
func (w Words) DeadlineState(s model.DeadlineState) string {
	switch s {
	case model.Running:
		return w.Ends.Running
	case model.BroughtForward:
		return w.Ends.BroughtForward
	case model.Extended:
		return w.Ends.Extended
	case model.Coming:
		return w.Ends.Coming
	case model.LiftedEarly:
		return w.Ends.LiftedEarly
	case model.Elapsed:
		return w.Ends.Elapsed
	case model.NoDate:
	}
	return w.Ends.NoDate
}

// Back says how long ago something was: "3 d ago".
func (w Words) Back(d time.Duration) string { return fmt.Sprintf(w.Past, w.Age(d)) }

// Countdown is what a deadline comes down to at now: "19 d 6 h" that are left,
// "11 d early", "3 d ago", or that it runs without an end. Where the date is a
// month or a longer time, what is left is less than is shown.
func (w Words) Countdown(d model.DeadlineStatus, now time.Time) string {
	const day = 24 * time.Hour
	switch d.State {
	case model.NoDate:
		return w.DeadlineState(model.Running)
	case model.Elapsed:
		return w.Back(d.Over(now))
	case model.LiftedEarly:
		return fmt.Sprintf(w.Ends.Early, w.Age(d.Early()))
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
func (w Words) Planned(date string) string { return fmt.Sprintf(w.Ends.Was, date) }

// EndsWhen names the event that is to be the end: "until traffic is restored".
func (w Words) EndsWhen(event string) string { return fmt.Sprintf(w.Ends.When, event) }

// Begins marks what has not begun.
func (w Words) Begins(what string) string { return fmt.Sprintf(w.Ends.Begins, what) }

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
		return fmt.Sprintf(w.Effects.As, w.classAs[classes[0]], what)
	}
	return fmt.Sprintf(w.Effects.For, what, w.list(w.classesFor, classes))
}

// EffectBy is an effect with the code of the country whose authorities decided so,
// where that is known: "BY truck ban".
func (w Words) EffectBy(c model.Country, effect string) string {
	if c == "" {
		return effect
	}
	return fmt.Sprintf(w.Effects.By, string(c), effect)
}

// MeasureTitle names a measure by its author and what it does: "Belarus: truck
// ban".
func (w Words) MeasureTitle(m *model.Measure) string {
	what := w.Measure(m.Type)
	if what == "" {
		what = w.Kind(model.KindMeasure)
	}
	if (m.Type == model.Ban || m.Type == model.Closure) && len(m.Classes) > 0 {
		what = fmt.Sprintf(w.Effects.For, what, w.list(w.classesFor, m.Classes))
	}
	if m.Fee != nil {
		what = fmt.Sprintf(w.Effects.Fee, w.Fee(*m.Fee), what)
	}
	if m.By.Empty() {
		return what
	}
	return w.Side(m.By.String()) + ": " + what
}

// AllCrossings says that each is meant.
func (w Words) AllCrossings() string { return w.Effects.AllCrossings }

// SomeCrossings says how many are meant.
func (w Words) SomeCrossings(n int) string { return w.Count(w.Effects.Crossings, int64(n)) }

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
