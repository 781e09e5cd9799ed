// Package detail is the pane that tells all that is known of what is selected:
// what it says, what was changed, what stands behind it and who says so.
package detail

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane is a page to scroll. It keeps its place in each record that was read.
type Pane struct {
	pane.Browsing

	top map[model.ID]int
}

// New makes the pane.
func New(keys *pane.Keys) *Pane {
	return &Pane{Browsing: pane.Browsing{Keys: keys}, top: map[model.ID]int{}}
}

// Title names the kind of what is selected.
func (*Pane) Title(s pane.Scene) string {
	if a, ok := s.Board.Record(s.Selected); ok {
		return s.Words.Detail + "  " + s.Words.Kind(a.Record.Kind())
	}
	if s.Selected != "" && len(s.Board.Act(s.Selected)) > 0 {
		return s.Words.Detail + "  " + s.Words.Page.Act
	}
	return s.Words.Detail
}

// Wants is the length of the page.
func (*Pane) Wants(s pane.Scene) int { return len(compose(s, pane.Far)) }

// ShortHelp lists the keys that matter most.
func (p *Pane) ShortHelp() []key.Binding { return []key.Binding{p.Keys.Up, p.Keys.Down} }

// FullHelp lists the keys.
func (p *Pane) FullHelp() [][]key.Binding { return [][]key.Binding{p.Keys.Moves()} }

// Update scrolls.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	if by, ok := p.Keys.Move(msg, s.Size.H); ok {
		last := len(compose(s, pane.Far)) - s.Size.H
		p.top[s.Selected] = clamp(clamp(p.top[s.Selected], last)+by, last)
	}
	return nil, nil
}

// View draws the part of the page that is in view. Where more follows or went
// before, the last column says so.
func (p *Pane) View(s pane.Scene) string {
	lines := compose(s, p.top[s.Selected]+max(s.Size.H, 0)+1)
	last := len(lines) - s.Size.H
	top := clamp(p.top[s.Selected], last)
	lines = draw.Lines(lines[min(top, len(lines)):], s.Size.W, s.Size.H)
	if s.Size.H > 1 && s.Size.W > 2 {
		if top > 0 {
			lines[0] = edge(s, lines[0], s.Styles.Glyphs.Up)
		}
		if top < last {
			lines[s.Size.H-1] = edge(s, lines[s.Size.H-1], s.Styles.Glyphs.Down)
		}
	}
	return strings.Join(lines, "\n")
}

func edge(s pane.Scene, line, sign string) string {
	return draw.FitTail(line, s.Size.W-1, "") + s.Styles.Muted.Render(sign)
}

// clamp keeps a place between the first line and last.
func clamp(n, last int) int { return max(0, min(n, last)) }
