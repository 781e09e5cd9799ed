// Package timeline is the pane of the story: a calendar of what happened and of
// the measures, with a cursor on it that moves the board through time.
package timeline

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane is a chart of measures above one of what happened, and below both the
// headlines of the moment shown. What it keeps is how closely and from where time
// is looked at.
type Pane struct {
	pane.Browsing

	sight sight
	row   row
	kept  *kept
}

// Forget forgets what was worked out from a board, for the strip too.
func (p *Pane) Forget() { *p.kept = kept{} }

// New makes the pane.
func New(keys *pane.Keys) *Pane {
	return &Pane{Browsing: pane.Browsing{Keys: keys}, kept: new(kept)}
}

// Title names the pane.
func (*Pane) Title(s pane.Scene) string { return s.Words.Timeline.Title }

// wants is what a chart with most of its rows takes.
const wants = 24

// Wants is the same whatever happened: to count its rows is to draw it.
func (*Pane) Wants(pane.Scene) int { return wants }

// ShortHelp lists the keys that matter most.
func (p *Pane) ShortHelp() []key.Binding {
	k := p.Keys
	return []key.Binding{k.Left, k.Right, k.ZoomIn, k.ZoomOut, k.Open}
}

// FullHelp lists the keys.
func (p *Pane) FullHelp() [][]key.Binding {
	k := p.Keys
	return [][]key.Binding{
		{k.Left, k.Right, k.HalfUp, k.HalfDown, k.PageUp, k.PageDown, k.Top, k.Bottom},
		{k.ZoomIn, k.ZoomOut, k.Up, k.Down, k.Open},
	}
}

// Under is the record that the cursor of rows is on.
func (p *Pane) Under(s pane.Scene) model.ID {
	pic := p.picture(s)
	on, ok := pic.on(p.row)
	if !ok {
		return ""
	}
	return pic.record(on)
}

// Shown lists the headlines.
func (p *Pane) Shown(s pane.Scene) []model.Record {
	pic := p.picture(s)
	return pic.heads
}

// View draws the chart and the headlines.
func (p *Pane) View(s pane.Scene) string {
	if s.Size.W <= 0 || s.Size.H <= 0 {
		return draw.Block(nil, s.Size.W, s.Size.H)
	}
	pic := p.picture(s)
	return strings.Join(pic.draw(p.row), "\n")
}
