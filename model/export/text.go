// Package export writes a board or a log in the formats that other programs, and
// people without a screen, read.
package export

import (
	"bufio"
	"io"
	"strings"
	"time"

	"github.com/rivo/uniseg"

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
}

// Status writes one look at the board as plain text: crossings, deadlines,
// trucks, conditions and what happened last. It holds no escape sequence.
func Status(w io.Writer, b model.Board, o Options) error {
	o.Width = max(o.Width, 40)
	t := text{bufio.NewWriter(w), b, o}
	t.head()
	t.crossings()
	t.deadlines()
	t.trucks()
	t.conditions()
	t.incidents()
	return t.Flush()
}

// put writes a line, cut to the width. A text of several lines becomes one.
func (t text) put(line string) {
	line = strings.TrimRight(strings.ReplaceAll(line, "\n", " "), " ")
	_, _ = t.WriteString(cut(line, t.o.Width) + "\n")
}

// cut shortens a line to w cells: a letter may take two, and a mark none.
func cut(line string, w int) string {
	if uniseg.StringWidth(line) <= w {
		return line
	}
	var b strings.Builder
	for used := 0; ; {
		cluster, rest, cells, _ := uniseg.FirstGraphemeClusterInString(line, -1)
		if used += cells; used >= w {
			return b.String() + "…"
		}
		b.WriteString(cluster)
		line = rest
	}
}

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
}

func (t text) title(s string) {
	t.put("")
	t.put(strings.ToUpper(s))
}

func pad(s string, w int) string {
	return s + strings.Repeat(" ", max(1, w-uniseg.StringWidth(s)))
}

// The columns of a status line.
const (
	stateColumn = 17
	spanColumn  = 14
	whenColumn  = 14
)

func (t text) crossings() {
	w := t.o.Words
	t.title(w.Crossings)
	for _, c := range t.b.Crossings {
		p := c.Headline
		state := w.State(p)
		if p.Disputed() {
			state = w.Disputed
		}
		name := c.Crossing.Name.String()
		if !c.Crossing.Counterpart.Empty() {
			name += " – " + c.Crossing.Counterpart.String()
		}
		t.put(pad(state, stateColumn) + name + t.since(p))
		if more := t.limits(c); more != "" {
			t.put(strings.Repeat(" ", stateColumn) + more)
		}
	}
}

func (t text) since(p model.Passage) string {
	w := t.o.Words
	switch {
	case p.Since.IsZero():
		return ""
	case p.State == model.Unknown:
		return ", " + w.DayOf(p.Seen, t.o.Zone, t.b.Valid) + ", " + w.Freshness(p.Fresh)
	case p.Until.IsZero() || p.State == model.Open:
		return ", " + w.Since + " " + w.DayOf(p.Since, t.o.Zone, t.b.Valid)
	}
	return ", " + w.Until + " " + w.Moment(p.Until, t.o.Zone, t.b.Valid)
}

func (t text) limits(c model.CrossingStatus) string {
	w := t.o.Words
	parts := []string{}
	if c.Headline.State == model.Restricted {
		parts = append(parts, w.Who(c.Headline.Allows))
	}
	if l := w.Limits(c); len(l) > 0 {
		parts = append([]string{strings.Join(l, ", ")}, parts...)
	}
	return strings.Join(parts, "; ")
}

func (t text) deadlines() {
	w := t.o.Words
	t.title(w.Deadlines)
	for _, d := range t.b.Deadlines {
		span := w.DeadlineState(d.State)
		switch d.State {
		case model.Running, model.BroughtForward, model.Extended, model.Coming:
			span = w.Span(d.Left(t.b.Valid))
		case model.LiftedEarly:
			span = w.Span(d.Early()) + " early"
		case model.Elapsed:
			span = w.Span(d.Over(t.b.Valid)) + " " + w.Ago
		case model.NoDate:
		}
		t.put(pad(span, spanColumn) + pad(w.Moment(d.At, t.o.Zone, t.b.Valid), whenColumn) + t.ending(d))
	}
}

func (t text) ending(d model.DeadlineStatus) string {
	w := t.o.Words
	name := d.Title().String()
	if len(d.Measures) > 0 {
		name = w.MeasureTitle(d.Measures[0])
	}
	switch d.State {
	case model.BroughtForward, model.Extended, model.LiftedEarly:
		name += ", " + w.DeadlineState(d.State) + ", was " + w.Moment(d.Was, t.o.Zone, t.b.Valid)
	case model.Elapsed, model.Coming:
		name += ", " + w.DeadlineState(d.State)
	case model.Running, model.NoDate:
	}
	return name
}

func (t text) trucks() {
	w := t.o.Words
	t.title(w.Trucks)
	for _, g := range t.b.Claims {
		if g.Crossing != "" || len(g.Claims) == 0 {
			continue
		}
		figure, unit := w.Range(g.Low, g.High), w.Unit(g.Unit)
		newest := g.Claims[0]
		if g.Stale() {
			figure = w.Figure(newest.Count)
		}
		by := newest.Count.By.String() + ", " + w.DayOf(newest.Count.At, t.o.Zone, t.b.Valid)
		if g.Working != nil && !g.Stale() {
			by = "working figure " + w.Figure(g.Working.Count) + ", " + g.Working.Count.By.String() + ", " +
				w.DayOf(g.Working.Count.At, t.o.Zone, t.b.Valid)
		}
		if g.Stale() {
			by += ", " + w.Freshness(model.Stale)
		}
		t.put(pad(w.What(g.What), spanColumn) + pad(figure+" "+unit, 2*whenColumn) + by)
	}
}

func (t text) conditions() {
	w := t.o.Words
	t.title(w.Conditions)
	for _, c := range t.b.Conditions {
		state := w.Condition(c.Condition.State)
		if c.Fresh == model.Stale {
			state += ", " + w.Freshness(c.Fresh)
		}
		t.put(pad(c.Condition.Side.String(), spanColumn) + pad(state, stateColumn) + c.Condition.Text.String())
	}
}

// latest is how many incidents a status tells of.
const latest = 5

func (t text) incidents() {
	w := t.o.Words
	t.title(w.Incidents)
	n := 0
	for _, e := range t.b.Events {
		i, ok := e.(*model.Incident)
		if !ok {
			continue
		}
		if n++; n > latest {
			return
		}
		t.put(pad(w.DayOf(i.At, t.o.Zone, t.b.Valid), spanColumn) + pad(string(i.Category), whenColumn) + i.Title.String())
	}
}
