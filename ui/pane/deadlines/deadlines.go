// Package deadlines is the pane of what ends or falls due: how much time is
// left, of what, and who decided so.
package deadlines

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane lists the deadlines, two lines each, and three where all of them have room.
type Pane struct {
	pane.Browsing

	list pane.List
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{Browsing: pane.Browsing{Keys: keys}} }

// Title names the pane.
func (*Pane) Title(s pane.Scene) string { return s.Words.Deadlines }

// Wants is two lines a deadline.
func (*Pane) Wants(s pane.Scene) int { return max(1, lines*len(s.Board.Deadlines)) }

// Update moves the cursor.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	return p.list.Update(s, p.Keys, things(s), msg), nil
}

// Under is the deadline under the cursor.
func (p *Pane) Under(s pane.Scene) model.ID { return p.list.Under(things(s)) }

// View draws the list.
func (p *Pane) View(s pane.Scene) string {
	if len(s.Board.Deadlines) == 0 {
		return draw.Block([]string{" " + s.Styles.Muted.Render(s.Words.NoDeadlines())}, s.Size.W, s.Size.H)
	}
	return strings.Join(p.list.View(s, things(s)), "\n")
}

// lines is how high a deadline is drawn at least, and ample where there is room.
const lines, ample = 2, 3

func things(s pane.Scene) pane.Things {
	entries := make([]entry, len(s.Board.Deadlines))
	among := countries(s)
	for i, d := range s.Board.Deadlines {
		entries[i] = entryOf(s, d, among)
	}
	cols := measure(s, entries)
	cols.rows = lines
	if s.Size.H >= ample*len(entries) {
		cols.rows = ample
	}
	return pane.Things{
		Len: len(entries), Rows: cols.rows,
		ID:   func(i int) model.ID { return entries[i].ID },
		Draw: func(i int) []string { return cols.row(s, entries[i]) },
	}
}
