// Package chart is the pane of the map: borders, the crossings by their states,
// cities and airports, and where something happened of late.
package chart

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"bordertop/model"
	"bordertop/model/atlas"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// Pane shows the map.
type Pane struct {
	pane.Browsing

	cursor model.ID // the crossing that was chosen last
	look   look
	shown  model.ID // the crossing that was last brought into view

	embedded *atlas.Atlas // decoded when it is first drawn
	scape    *scape
	ground   *ground
}

// Forget forgets what was worked out from a board.
func (p *Pane) Forget() { p.scape = nil }

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{Browsing: pane.Browsing{Keys: keys}} }

// Title names the pane, and how much larger than the whole the map is.
func (p *Pane) Title(s pane.Scene) string {
	if p.look.zoom == 0 {
		return s.Words.Map.Title
	}
	times := strings.Replace(strconv.FormatFloat(p.look.zoom, 'f', 1, 64), ".", s.Words.Decimal, 1)
	return s.Words.Map.Title + " " + s.Styles.Glyphs.Dot + " x" + times
}

// Wants is enough for names and a shape; more is better.
func (*Pane) Wants(pane.Scene) int { return 24 }

// ShortHelp lists the keys that matter most.
func (p *Pane) ShortHelp() []key.Binding {
	return []key.Binding{p.Keys.Open, p.Keys.ZoomIn, p.Keys.ZoomOut}
}

// FullHelp lists the keys.
func (p *Pane) FullHelp() [][]key.Binding {
	k := p.Keys
	return [][]key.Binding{{k.Up, k.Down, k.Left, k.Right, k.Top, k.Open}, k.Pictures()}
}

// Under is the crossing that the cursor is on.
func (p *Pane) Under(s pane.Scene) model.ID { return p.on(s, p.survey(s)) }

// Leaves tells whether the map shows less than the whole.
func (p *Pane) Leaves() bool { return p.look.zoom != 0 }

// Leave shows the whole again.
func (p *Pane) Leave() bool {
	left := p.Leaves()
	p.look = look{}
	return left
}

// View draws the map, and below it what the cursor is on and what the signs mean.
func (p *Pane) View(s pane.Scene) string {
	if s.Size.W <= 0 || s.Size.H <= 0 {
		return strings.Join(draw.Lines(nil, s.Size.W, s.Size.H), "\n")
	}
	m, why := p.sheet(s)
	if why != "" {
		return strings.Join(sentence(s, why), "\n")
	}
	return strings.Join(draw.Lines(append(m.lines(), m.below()...), s.Size.W, s.Size.H), "\n")
}

// sentence stands where the map would.
func sentence(s pane.Scene, why string) []string {
	lines := make([]string, (s.Size.H-1)/2, s.Size.H)
	indent := strings.Repeat(" ", max((s.Size.W-draw.Width(why))/2, 0))
	lines = append(lines, s.Styles.Muted.Render(draw.FitTail(indent+why, s.Size.W, s.Styles.Glyphs.Ellipsis)))
	return draw.Lines(lines, s.Size.W, s.Size.H)
}

// room is the size of the map itself: lines below it are for what the cursor is
// on, and for the key to the signs.
func room(size layout.Size) layout.Size {
	switch {
	case size.H >= 14:
		size.H -= 2
	case size.H >= 6:
		size.H--
	}
	return size
}
