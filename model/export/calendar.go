package export

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/export/ical"
)

// domain ends the names of events, so that no other calendar has them. Nobody can
// ever own it.
const domain = "@bordertop.invalid"

// refresh is how often a subscribed calendar is asked for.
const refresh = time.Hour

// Alarms is the usual ladder of reminders before a date.
func Alarms() []time.Duration {
	return []time.Duration{7 * 24 * time.Hour, 24 * time.Hour, 2 * time.Hour}
}

// Calendar writes the deadlines of a board as an iCalendar to subscribe to, with
// Options.Alarms. What came, was lifted early, replaced or withdrawn stays in it,
// marked as such; what has no date is not in it. In the present the same records
// give the same bytes, whenever it is asked for, until something begins or ends.
func Calendar(w io.Writer, b model.Board, o Options) error {
	return ical.Write(w, calendarOf(b, o))
}

func calendarOf(b model.Board, o Options) ical.Calendar {
	c := calendar{dossier{quoter: quoter{b, o}}}
	words := o.Words.Calendar
	out := ical.Calendar{
		Name: fmt.Sprintf(words.Title, o.Name), Language: string(o.Words.Lang()), Refresh: refresh,
	}
	if !o.Live {
		out.Description = c.asOf()
	}
	for _, t := range termsOf(b) {
		if o.Only == nil || slices.ContainsFunc(t.members, func(a model.Amended) bool { return o.Only(a.Record) }) {
			out.Events = append(out.Events, c.event(t))
		}
	}
	return out
}

type calendar struct{ dossier }

func (c calendar) event(t term) ical.Event {
	e := ical.Event{
		UID: t.uid + domain, Sequence: t.sequence, Created: t.created, Modified: t.modified, Cancelled: t.fate.cancelled(),
		Summary: c.summary(t), Description: c.description(t), Location: c.where(t), Categories: c.categories(t),
	}
	e.Start, e.End, e.WholeDays = days(t.at)
	if t.fate == begins {
		e.Start, e.End, e.WholeDays = firstDay(t.at)
	}
	if t.fate < elapsed && e.End.After(c.b.Valid) {
		e.Alarms = c.o.Alarms
	}
	for _, s := range c.sourcesOf(t) {
		if e.URL == "" {
			e.URL = s.URL.String()
		}
	}
	return e
}

// days gives the days of a moment, or the instants that it lies between.
func days(m model.Moment) (start, end time.Time, whole bool) {
	first, last := m.Dates()
	switch m.Precision() {
	case model.Day, model.Month, model.Year:
		return first, last, true
	case model.Span:
		if midnight(m.First().In(first.Location())) && midnight(m.Last().In(last.Location())) {
			return first, last, true
		}
	case model.Minute, model.Midnight, model.None:
	}
	return m.First(), m.Last(), false
}

func midnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 }

// firstDay gives the day or the instant at which what is coming begins.
func firstDay(m model.Moment) (start, end time.Time, whole bool) {
	start, _, whole = days(m)
	return start, start, whole
}

// summary says in a line what ends, and what became of that.
func (c calendar) summary(t term) string {
	w, what := c.o.Words, c.what(t)
	if len(t.measures()) == 0 && (t.fate == stands || t.fate == elapsed) {
		return join(what, c.doubt(t))
	}
	switch t.fate {
	case begins:
		return sentenceless(sentence(w.Begins(what)))
	case ended:
		return fmt.Sprintf(w.Calendar.Ended, what)
	case lifted:
		return fmt.Sprintf(w.Calendar.Lifted, what)
	case replaced:
		return fmt.Sprintf(w.Calendar.Replaced, what)
	case calledOff:
		return fmt.Sprintf(w.Calendar.CalledOff, what)
	case withdrawn:
		return fmt.Sprintf(w.Calendar.Withdrawn, what)
	case stands, elapsed:
	}
	return join(fmt.Sprintf(w.Calendar.Ends, what), c.doubt(t))
}

func (c calendar) doubt(t term) string {
	if t.fate == elapsed {
		return c.o.Words.DeadlineState(model.Elapsed)
	}
	return ""
}

// what names the act with its crossings, or the deadline.
func (c calendar) what(t term) string {
	ms := t.measures()
	if len(ms) == 0 {
		return short(c.title(t.members[0].Record), factRoom)
	}
	look := text{b: c.b, o: c.o}
	return join(look.ends(model.DeadlineStatus{Measures: ms}, look.countries()), c.where(t))
}

func (c calendar) title(r model.Record) string {
	if d, ok := r.(*model.Deadline); ok {
		return line(d.Title)
	}
	return string(r.Head().ID)
}

func (c calendar) where(t term) string {
	ms := t.measures()
	if len(ms) == 0 {
		return ""
	}
	return text{b: c.b, o: c.o}.where(ms)
}

func (c calendar) categories(t term) []string {
	var out []string
	for _, m := range t.measures() {
		if kind := c.o.Words.Measure(m.Type); kind != "" && !slices.Contains(out, kind) {
			out = append(out, kind)
		}
	}
	return out
}

// description tells what holds, by both clocks and with all that was changed, who
// says so and where.
func (c calendar) description(t term) string {
	var lines []string
	for _, a := range t.members {
		lines = append(lines, sentence(c.fact(a.Record)))
	}
	lines = append(lines, c.clocks(t))
	if !t.was.IsZero() {
		lines = append(lines, sentence(c.o.Words.Planned(c.day(t.was))))
	}
	if t.fate == replaced {
		for _, by := range t.by {
			lines = append(lines, sentence(fmt.Sprintf(c.o.Words.Calendar.By, c.measure(by)+", "+string(by.ID))))
		}
	}
	for _, a := range t.members {
		lines = append(lines, c.amendments(a)...)
	}
	lines = append(lines, c.bibliography(c.sourcesOf(t), c.bare(t))...)
	lines = slices.Compact(lines) // A line may be empty, but not two.
	return strings.Join(lines, "\n")
}

// clocks is when it is by all clocks, where that is an instant.
func (c calendar) clocks(t term) string {
	if !t.at.Exact() || len(c.o.Clocks) == 0 {
		return ""
	}
	out := make([]string, 0, len(c.o.Clocks))
	for i, clock := range c.o.Clocks {
		at := c.o.Words.Dated(t.at, clock.Zone)
		if i > 0 {
			at = c.o.Words.Clock(t.at.First(), clock.Zone)
		}
		out = append(out, at+" "+clock.Name)
	}
	return strings.Join(out, " · ")
}

// bare says that a record of a date has no source; empty where all have one.
func (c calendar) bare(t term) string {
	for _, a := range t.members {
		if text := c.unsourced(a.Record); text != "" {
			return text
		}
	}
	return ""
}

// sourcesOf are the sources behind a date, each once.
func (c calendar) sourcesOf(t term) []*model.Source {
	var out []*model.Source
	for _, a := range t.members {
		for _, s := range c.cites(a.Record) {
			if !slices.Contains(out, s) && (s.Published.IsZero() || !s.Published.First().After(c.b.Known)) {
				out = append(out, s)
			}
		}
	}
	return out
}
