// Package export writes a board or a log in the formats that other programs, and
// people without a screen, read.
package export

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/lang"
)

// Options say how a board is written.
type Options struct {
	// Name is what the board is of.
	Name  string
	Words lang.Words
	// Zone is that of all times, Clocks are named beside it.
	Zone   *time.Location
	Clocks []Clock
	// Width is the length of a line in cells, at least 40.
	Width int
	// Live tells that the board shows the present.
	Live bool
	// Paint colours text that people read; nil leaves it as it is.
	Paint func(m Mark, text string) string
	// Signs stand for states in a bar.
	Signs Signs
	// Asked is the query that was asked, for the name of a feed.
	Asked string
	// Kinds are those whose fields a CSV has, even where there is no record of them.
	Kinds []model.Kind
	// Alarms are how long before a date a calendar reminds of it.
	Alarms []time.Duration
	// Told takes the ids of what a list writes; nil where nobody asks.
	Told func(model.ID)
	// Only tells which incidents are asked for; nil is all of them.
	Only func(r model.Record) bool
}

// Clock is a named clock.
type Clock struct {
	Name string
	Zone *time.Location
}

// text writes a status, line by line.
type text struct {
	*bufio.Writer
	b model.Board
	o Options
	// first is the width of the first column, the same in all sections.
	first int
}

// Status writes one look at the board as plain text: crossings, deadlines,
// trucks, conditions and what happened last. It holds no escape sequences but
// those of Options.Paint.
func Status(w io.Writer, b model.Board, o Options) error {
	o.Width = max(o.Width, 40)
	t := text{bufio.NewWriter(w), b, o, widestState(o.Words)}
	t.head()
	t.crossings()
	t.deadlines()
	t.trucks()
	t.queues()
	t.conditions()
	t.incidents()
	return t.Flush()
}

// put writes a line, cut to the width.
func (t text) put(line string) { t.write(fit(line, t.o.Width)) }

// write writes a line that is cut already.
func (t text) write(line string) { _, _ = t.WriteString(strings.TrimRight(line, " ") + "\n") }

func (t text) head() {
	now := []string{t.o.Words.Clock(t.b.Valid, t.o.Zone)}
	for i, c := range t.o.Clocks {
		if i == 0 {
			now[0] += " " + c.Name
			continue
		}
		now = append(now, t.b.Valid.In(c.Zone).Format("15:04")+" "+c.Name)
	}
	line := []string{"bordertop", t.o.Name, strings.Join(now, " · ")}
	if !t.o.Live {
		line = append(line, t.o.Words.Replay)
	}
	t.put(strings.Join(line, "  "))
	if !t.b.Known.Equal(t.b.Valid) {
		t.put(t.o.Words.Known + " " + t.o.Words.Clock(t.b.Known, t.o.Zone))
	}
}

func (t text) moment(m model.Moment) string { return t.o.Words.Moment(m, t.o.Zone, t.b.Valid) }

func (t text) day(m model.Moment) string { return t.o.Words.DayOf(m, t.o.Zone, t.b.Valid) }

func (t text) crossings() {
	w := t.o.Words
	var rows [][]string
	marks := map[int]Mark{}
	for _, c := range t.b.Crossings {
		p := c.Headline
		name, far := w.Crossing(c.Crossing)
		if far != "" {
			name += " – " + far
		}
		marks[len(rows)] = markOf(p)
		rows = append(rows, []string{t.label(p), name, t.since(p)})
		if limits := w.Limits(c); len(limits) > 0 {
			rows = append(rows, []string{"", strings.Join(limits, ", ")})
		}
		if p.State == model.Restricted && len(p.Allows) > 0 {
			rows = append(rows, []string{"", w.MayPass(len(p.Allows)) + ": " + w.Who(p.Allows)})
		}
	}
	t.section(w.Crossings, rows, marks)
}

// label is the state of a passage in capitals.
func (t text) label(p model.Passage) string {
	if p.Disputed() {
		return t.o.Words.Disputed
	}
	return t.o.Words.State(p)
}

func (t text) since(p model.Passage) string {
	w := t.o.Words
	switch {
	case p.Since.IsZero():
		return ""
	case p.State == model.Unknown:
		return t.day(p.Seen) + ", " + w.Freshness(p.Fresh)
	case p.Until.IsZero() || p.State == model.Open:
		return w.Began(p) + " " + t.day(p.Since)
	}
	return w.Until + " " + t.moment(p.Until)
}

func (t text) deadlines() {
	w := t.o.Words
	among := t.countries()
	var rows [][]string
	for _, d := range t.b.Deadlines {
		when := t.moment(d.At)
		if d.State == model.NoDate {
			when = w.DeadlineState(d.State)
		}
		rows = append(rows, []string{w.Countdown(d, t.b.Valid), when, t.ending(d, among)})
	}
	if len(rows) == 0 {
		rows = [][]string{{w.NoDeadlines()}}
	}
	t.section(w.Deadlines, rows, nil)
}

// mark tells in a word or two that a record is not as it was stated: what was last
// done to it, and when.
func (t text) mark(text string, ids ...model.ID) string {
	w := t.o.Words
	on := func(by *model.Amendment) string { return t.day(quoter{t.b, t.o}.made(by)) }
	for _, id := range ids {
		a, ok := t.b.Record(id)
		switch n := len(a.Changes); {
		case !ok:
		case a.Withdrawal != nil:
			return w.Page.Withdrawn + ": " + text + " [" + on(a.Withdrawal) + "]"
		case len(a.Disputes) > 0:
			by := a.Disputes[len(a.Disputes)-1]
			return text + " [" + w.Amendment(by.Type) + " " + on(by) + "]"
		case n > 0 && slices.ContainsFunc(a.Changes, func(c model.Change) bool { return telling(c.Field) }):
			by := a.Changes[n-1].By
			return text + " [" + w.Amendment(by.Type) + " " + on(by) + "]"
		}
	}
	return text
}

// countries are those that the crossings join.
func (t text) countries() []model.Country {
	var among []model.Country
	for _, c := range t.b.Crossings {
		among = append(among, c.Crossing.Countries...)
	}
	return among
}

// ends says what ends, and by whose decision.
func (t text) ends(d model.DeadlineStatus, among []model.Country) string {
	if d.Deadline != nil {
		return d.Title().String()
	}
	w, m, fee := t.o.Words, d.Measures[0], ""
	if m.Fee != nil {
		fee = w.Fee(*m.Fee)
	}
	return join(w.EffectBy(w.Mentioned(m.By.String(), among), w.Effect(d.Measures)), fee)
}

// ending says what ends, by whose decision, and what became of it.
func (t text) ending(d model.DeadlineStatus, among []model.Country) string {
	w, where := t.o.Words, ""
	if d.Deadline == nil {
		where = t.where(d.Measures)
	}
	fate := ""
	switch d.State {
	case model.BroughtForward, model.Extended, model.LiftedEarly:
		fate = w.DeadlineState(d.State) + ", " + w.Planned(t.moment(d.Was))
	case model.Elapsed, model.Coming:
		fate = w.DeadlineState(d.State)
	case model.Running, model.NoDate:
	}
	text := join(t.ends(d, among), fate, where)
	if fate != "" { // which tells of it
		return text
	}
	return t.mark(text, append(all(d.Measures, func(m *model.Measure) model.ID { return m.ID }), d.ID)...)
}

// where names the crossings of measures.
func (t text) where(ms []*model.Measure) string {
	var names []string
	for _, m := range ms {
		if m.Crossings == nil {
			return t.o.Words.AllCrossings()
		}
		for _, id := range m.Crossings {
			c, ok := t.b.Crossing(id)
			if !ok {
				continue
			}
			if near, _ := t.o.Words.Crossing(c.Crossing); !slices.Contains(names, near) {
				names = append(names, near)
			}
		}
	}
	return strings.Join(names, ", ")
}

func (t text) conditions() {
	w := t.o.Words
	var rows [][]string
	for _, c := range t.b.Conditions {
		state := w.Standing(c.Condition.State)
		if c.Fresh == model.Stale {
			state += ", " + w.Freshness(c.Fresh)
		}
		side := w.Side(c.Condition.Side.String())
		if side == "" {
			side = w.NoSide()
		}
		rows = append(rows, []string{side, state, t.mark(c.Condition.Text.String(), c.Condition.ID)})
	}
	if len(rows) == 0 {
		rows = [][]string{{w.NoConditions()}}
	}
	t.section(w.Conditions, rows, nil)
}

// latest is how many incidents a status tells of.
const latest = 5

// newest are the incidents to tell of.
func (t text) newest() []*model.Incident {
	var out []*model.Incident
	for e := range t.b.Events.Records() {
		if len(out) == latest {
			break
		}
		if i, ok := e.(*model.Incident); ok && (t.o.Only == nil || t.o.Only(i)) {
			out = append(out, i)
		}
	}
	return out
}

func (t text) incidents() {
	w := t.o.Words
	var rows [][]string
	for _, i := range t.newest() {
		rows = append(rows, []string{t.day(i.At), w.Category(i.Category), t.mark(i.Title.String(), i.ID)})
	}
	if len(rows) == 0 {
		rows = [][]string{{w.NothingYet}}
	}
	t.section(w.Incidents, rows, nil)
}
