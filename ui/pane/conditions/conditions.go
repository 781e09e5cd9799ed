// Package conditions is the pane of what each side demands, offers or pledges,
// how that stands, and who contradicts it.
package conditions

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane shows the conditions by side: the sides one above the other, or next to
// each other where there is room.
type Pane struct {
	pane.Browsing

	cursor model.ID
	top    int // the first line in view
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{Browsing: pane.Browsing{Keys: keys}} }

// Title names the pane.
func (*Pane) Title(s pane.Scene) string { return s.Words.Conditions }

// Wants is what it takes to show all in full.
func (*Pane) Wants(s pane.Scene) int {
	return max(1, arrange(s, sidesOf(s), whole, "").height())
}

// Update moves the cursor.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	i := p.index(s)
	if i < 0 {
		return nil, nil
	}
	if by, ok := p.Keys.Move(msg, s.Size.H/3); ok {
		return p.choose(s.Board.Conditions[min(max(i+by, 0), len(s.Board.Conditions)-1)].Condition.ID), nil
	}
	switch msg := msg.(type) {
	case tea.MouseMsg:
		if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
			if id := fit(s, s.Board.Conditions[i].Condition.ID).at(msg.X, msg.Y+p.top); id != "" {
				return p.choose(id), nil
			}
		}
	case tea.KeyMsg:
		if key.Matches(msg, p.Keys.Open) {
			return pane.Open{ID: s.Board.Conditions[i].Condition.ID}, nil
		}
	}
	return nil, nil
}

// Under is the condition under the cursor, which is followed from now on.
func (p *Pane) Under(s pane.Scene) model.ID {
	i := p.index(s)
	if i < 0 {
		return ""
	}
	id := s.Board.Conditions[i].Condition.ID
	p.cursor = cmp.Or(p.cursor, id)
	return id
}

func (p *Pane) choose(id model.ID) pane.Intent {
	p.cursor = id
	return pane.Select{ID: id}
}

// index is the place of the cursor on the board, 0 where its condition is gone;
// -1 where there is none.
func (p *Pane) index(s pane.Scene) int {
	for i, c := range s.Board.Conditions {
		if c.Condition.ID == p.cursor {
			return i
		}
	}
	return min(0, len(s.Board.Conditions)-1)
}

// View draws the conditions around the cursor.
func (p *Pane) View(s pane.Scene) string {
	i := p.index(s)
	if i < 0 {
		return draw.Block([]string{" " + s.Styles.Muted.Render(s.Words.NoConditions())}, s.Size.W, s.Size.H)
	}
	id := s.Board.Conditions[i].Condition.ID
	sheet := fit(s, id)
	from, to := sheet.span(id, s.Size.H)
	p.top = min(max(p.top, to-s.Size.H), from)
	p.top = max(0, min(p.top, sheet.height()-s.Size.H))
	return strings.Join(sheet.lines(s, id, p.top), "\n")
}
