// Package incidents is the pane of what happened and what was said, the newest
// first.
package incidents

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane lists incidents and statements, a line each.
type Pane struct {
	keys pane.Keys
	list pane.List
}

// New makes the pane.
func New(keys pane.Keys) *Pane { return &Pane{keys: keys} }

// Title names the pane and counts what it lists.
func (*Pane) Title(s pane.Scene) string {
	return s.Words.Incidents + "  " + s.Words.Number(int64(len(s.Board.Events)))
}

// Wants is a line for each.
func (*Pane) Wants(s pane.Scene) int { return len(s.Board.Events) }

// Typing is never so.
func (*Pane) Typing() bool { return false }

// ShortHelp lists the keys that matter most.
func (p *Pane) ShortHelp() []key.Binding { return []key.Binding{p.keys.Open} }

// FullHelp lists the keys.
func (p *Pane) FullHelp() [][]key.Binding {
	return [][]key.Binding{p.keys.Moves(), {p.keys.Open}}
}

// Update moves the cursor.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	return p.list.Update(s, p.keys, p.things(s), msg), nil
}

// View draws the list.
func (p *Pane) View(s pane.Scene) string {
	if len(s.Board.Events) == 0 {
		return draw.Block([]string{" " + s.Styles.Muted.Render(s.Words.NothingYet)}, s.Size.W, s.Size.H)
	}
	return strings.Join(p.list.View(s, p.things(s)), "\n")
}

func (p *Pane) things(s pane.Scene) pane.Things {
	g := s.Styles.Glyphs
	table := draw.NewTable(s.Size.W-1, 1, g,
		draw.Column{Min: dateWidth(s), Priority: 3},
		draw.Column{Min: 11, Priority: 1},
		draw.Column{Min: 4, Priority: 2},
		draw.Column{Min: 12, Flex: 1, Priority: 4},
	)
	return pane.Things{
		Len: len(s.Board.Events), Rows: 1,
		ID:   func(i int) model.ID { return s.Board.Events[i].Head().ID },
		Draw: func(i int) []string { return []string{" " + table.Row(row(s, s.Board.Events[i])...)} },
	}
}

// dateWidth has room for a day with its year, and where there is plenty for an
// hour too.
func dateWidth(s pane.Scene) int {
	if s.Size.W >= 84 {
		return 18
	}
	return 12
}

func row(s pane.Scene, r model.Record) []string {
	e := s.Event(r)
	title := e.Title
	switch {
	case e.Withdrawn:
		title = s.Styles.Struck.Render(title) + " " + s.Styles.Warn.Render(s.Words.Amendment(model.Withdrawal))
	case e.Corrected:
		title += " " + s.Styles.Warn.Render(s.Words.Amendment(model.Correction))
	}
	if e.Severity == 4 {
		title = s.Styles.Heading.Over(title)
	}
	when := s.Moment(r.Own())
	if draw.Width(when) > dateWidth(s) {
		when = s.Day(r.Own())
	}
	return []string{
		s.Styles.Muted.Render(when),
		s.Styles.Muted.Render(e.Category),
		s.Styles.Severity(e.Severity).Render(strings.Repeat(s.Styles.Glyphs.Severity, e.Severity)),
		title,
	}
}
