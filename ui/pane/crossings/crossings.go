// Package crossings is the pane of the crossings: who may pass where, since
// when and until when.
package crossings

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane lists the crossings, two lines each, and three where something queues.
type Pane struct {
	pane.Browsing

	list pane.List
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{Browsing: pane.Browsing{Keys: keys}} }

// Title names the pane.
func (*Pane) Title(s pane.Scene) string { return s.Words.Crossings }

// Wants is room for all lines of all crossings.
func (*Pane) Wants(s pane.Scene) int {
	n, t := 0, table{Scene: s}
	for _, c := range s.Board.Crossings {
		n += t.lines(c)
	}
	return n
}

// Update moves the cursor.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	return p.list.Update(s, p.Keys, p.things(s), msg), nil
}

// Under is the crossing under the cursor.
func (p *Pane) Under(s pane.Scene) model.ID { return p.list.Under(p.things(s)) }

// View draws the list.
func (p *Pane) View(s pane.Scene) string {
	return strings.Join(p.list.View(s, p.things(s)), "\n")
}

func (p *Pane) things(s pane.Scene) pane.Things {
	t := table{s, stateWidth(s), s.Size.W >= roomy}
	return pane.Things{
		Len: len(s.Board.Crossings), Rows: rows,
		High:   func(i int) int { return t.high(s.Board.Crossings[i]) },
		ID:     func(i int) model.ID { return s.Board.Crossings[i].Crossing.ID },
		Draw:   func(i int) []string { return t.row(s.Board.Crossings[i]) },
		Behind: func(i int) []model.ID { return behind(s.Board.Crossings[i]) },
	}
}

// behind lists a crossing and what its state rests on.
func behind(c model.CrossingStatus) []model.ID {
	ids := append([]model.ID{c.Crossing.ID}, c.Headline.Why...)
	for _, p := range c.Passages {
		ids = append(ids, p.Why...)
	}
	return ids
}

// roomy is the width from which the first line says since when the state holds
// and not only for how long.
const roomy = 72

// stateWidth is that of the longest state on the board.
func stateWidth(s pane.Scene) int {
	w := 0
	for _, c := range s.Board.Crossings {
		w = max(w, draw.Width(word(s, c.Headline)))
	}
	return w
}

func word(s pane.Scene, p model.Passage) string {
	if p.Disputed() {
		return s.Words.Disputed
	}
	return s.Words.State(p)
}

// table draws crossings in columns.
type table struct {
	pane.Scene
	state int
	roomy bool
}

// row draws a crossing: its state, its name and how old that is, and below since
// and until when, who may pass and who may not.
func (t table) row(c model.CrossingStatus) []string {
	p := c.Headline
	style, sign := t.State(p)
	head := " " + style.Render(sign+" "+draw.Fit(word(t.Scene, p), t.state)) + "  " + t.Styles.Heading.Render(t.Crossing(c.Crossing))
	age := t.age(p)
	indent := t.state + 5
	below, whole := t.passing(c, t.Size.W-indent-1)
	if !whole {
		// Who may not pass matters more than where the line begins.
		indent = outdent
		below, _ = t.passing(c, t.Size.W-indent-1)
	}
	lines := []string{
		draw.Fit(head, t.Size.W-draw.Width(age)-2) + " " + t.Styles.Muted.Render(age) + " ",
		strings.Repeat(" ", indent) + below,
	}
	if t.high(c) > rows {
		lines = append(lines, t.queueing(t.queues(c), indent))
	}
	return lines
}

// outdent is where the word of a state begins.
const outdent = 3

// longest is the age that has a column of its own.
const longest = 1000 * 24 * time.Hour

// age says for how long a state holds, or how old what was last known is.
func (t table) age(p model.Passage) string {
	if p.Since.IsZero() {
		return ""
	}
	if p.State == model.Unknown {
		return t.Words.Back(t.At().Sub(p.Seen.First()))
	}
	age := t.Words.Age(t.At().Sub(p.Since.First()))
	if t.roomy {
		return t.Words.Began(p) + " " + t.Day(p.Since) + "  " + draw.FitRight(age, draw.Width(t.Words.Age(longest)))
	}
	return age
}
