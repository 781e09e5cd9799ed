// Package incidents is the pane of what happened and what was said, the newest
// first.
package incidents

import (
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane lists incidents and statements, a line each.
type Pane struct {
	pane.Browsing

	list pane.List
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{Browsing: pane.Browsing{Keys: keys}} }

// Title names the pane and counts what it lists.
func (*Pane) Title(s pane.Scene) string {
	return s.Words.Incidents + "  " + s.Words.Number(int64(len(s.Board.Events)))
}

// Wants is a line for each.
func (*Pane) Wants(s pane.Scene) int { return len(s.Board.Events) }

// Update moves the cursor.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	return p.list.Update(s, p.Keys, p.things(s), msg), nil
}

// View draws the list.
func (p *Pane) View(s pane.Scene) string {
	if len(s.Board.Events) == 0 {
		return draw.Block([]string{" " + s.Styles.Muted.Render(s.Words.NothingYet)}, s.Size.W, s.Size.H)
	}
	return strings.Join(p.list.View(s, p.things(s)), "\n")
}

func (p *Pane) things(s pane.Scene) pane.Things {
	// The columns depend on what is in view, which is settled when the first line
	// is drawn.
	table := sync.OnceValue(func() draw.Table {
		columns := []draw.Column{
			{Min: p.dateWidth(s), Priority: 2}, {Min: 4, Priority: 1}, {Min: 12, Flex: 1, Priority: 3}, {Min: 11},
		}
		if s.Size.W < sorted {
			columns = columns[:3]
		}
		return draw.NewTable(s.Size.W-2, 1, s.Styles.Glyphs, columns...)
	})
	return pane.Things{
		Len: len(s.Board.Events), Rows: 1,
		ID:   func(i int) model.ID { return s.Board.Events[i].Head().ID },
		Draw: func(i int) []string { return []string{" " + table().Row(p.row(s, i)...)} },
	}
}

// roomy is the width from which the hour is shown, and sorted that from which the
// category is: what happened comes first.
const (
	roomy  = 84
	sorted = 60
)

// dateWidth has room for the days in view, and where there is plenty for an
// hour too.
func (p *Pane) dateWidth(s pane.Scene) int {
	if s.Size.W >= roomy {
		return len("30 Nov 2025 24:00")
	}
	oldest := s.Board.Events[min(p.list.First()+max(s.Size.H, 1), len(s.Board.Events))-1]
	if oldest.Own().First().In(s.Zone).Year() == s.At().In(s.Zone).Year() {
		return len("30 Nov")
	}
	return len("30 Nov 2025")
}

// when is the day of an event, and its hour where there is room; nothing where
// the event above is of the same.
func (p *Pane) when(s pane.Scene, i int) string {
	tell := func(i int) string {
		own := s.Board.Events[i].Own()
		if text := s.Moment(own); s.Size.W >= roomy && draw.Width(text) <= len("30 Nov 2025 24:00") {
			return text
		}
		return s.Day(own)
	}
	text := tell(i)
	if i > p.list.First() && tell(i-1) == text {
		return ""
	}
	return text
}

func (p *Pane) row(s pane.Scene, i int) []string {
	e := s.Event(s.Board.Events[i])
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
	weight := s.Styles.Severity(e.Severity).Render(strings.Repeat(s.Styles.Glyphs.Severity, e.Severity))
	if _, ok := s.Board.Events[i].(*model.Statement); ok {
		weight = s.Styles.Faint.Render(`"`)
	}
	return []string{s.Styles.Muted.Render(p.when(s, i)), weight, title, s.Styles.Faint.Render(e.Category)}
}
