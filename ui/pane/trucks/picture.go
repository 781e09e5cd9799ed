package trucks

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// The sizes from which the pane is a picture, and from which the ledger stands
// beside it instead of below, with a rule above what is told of the selection.
const (
	largeW, largeH  = 76, 18
	besideW, spareH = 110, 28
)

// large tells whether the pane is a picture.
func large(s pane.Scene) bool { return s.Size.W >= largeW && s.Size.H >= largeH }

// places are those of the parts of the picture.
type places struct{ head, plots, list, told layout.Rect }

// The shares of the parts: the ledger has between so many columns beside the plots,
// and so many lines below them.
const (
	leastList, mostList = 46, 64
	shortTold, fullTold = 2, 5
)

// places divides the pane.
func (p *Pane) places(s pane.Scene) places {
	w, h := s.Size.W, s.Size.H
	top := 1 + len(p.heading(s))
	told := fullTold
	switch {
	case h >= spareH:
	case p.page == claims:
		told = shortTold
	default:
		told = shortTold + 1 // a figure has a basis, a claim a name
	}
	out := places{
		head: layout.Rect{W: w, H: top},
		told: layout.Rect{Y: h - told, W: w, H: told},
	}
	body := h - top - told
	if w >= besideW {
		list := min(max(w*2/5, leastList), mostList)
		out.plots = layout.Rect{Y: top, W: w - list, H: body}
		out.list = layout.Rect{X: w - list, Y: top, W: list, H: body}
		return out
	}
	list := max(body/3, minList-1)
	out.plots = layout.Rect{Y: top, W: w, H: body - list}
	out.list = layout.Rect{Y: top + body - list, W: w, H: list}
	return out
}

// picture draws the pane where it is large.
func (p *Pane) picture(s pane.Scene) []string {
	at := p.places(s)
	lines := append([]string{p.strip(s)}, p.heading(s)...)
	var pieces []draw.Piece
	switch {
	case p.page == tallies:
		pieces = p.months(s, at)
	case len(s.Board.Claims) > 0:
		pieces = p.over(s, at)
	}
	return draw.Compose(s.Size, append(pieces, draw.Piece{Rect: at.head, Lines: draw.Lines(lines, at.head.W, at.head.H)}))
}

// heading is what stands above the claims: the headline, but not the other units
// where a line of their own would take it from the plots.
func (p *Pane) heading(s pane.Scene) []string {
	switch {
	case p.page == tallies:
		return nil
	case len(s.Board.Claims) == 0:
		return []string{" " + s.Styles.Muted.Render(s.Words.NothingYet)}
	case s.Size.H < spareH:
		lines := head(s)
		return lines[:min(len(lines), 3)]
	}
	return head(s)
}

// over draws the claims over time, the ledger of all that were made, and what is
// told of the one that is selected.
func (p *Pane) over(s pane.Scene, at places) []draw.Piece {
	k := p.of(s)
	here := k.ledger.rows[p.list.Index(k.ledger.things())]
	return []draw.Piece{
		{Rect: at.plots, Lines: p.panels(s.Within(at.plots.Size()), k, here)},
		{Rect: at.list, Lines: p.list.View(s.Within(at.list.Size()), k.ledger.things())},
		{Rect: at.told, Lines: told(s.Within(at.told.Size()), here)},
	}
}

// page is one of the pages of the picture.
type page uint8

const (
	claims page = iota
	tallies
)

// strip names the pages, that in view in brackets, and the keys of the picture.
func (p *Pane) strip(s pane.Scene) string {
	names := []string{claims: " " + s.Words.Plots.Claims + " ", tallies: " " + s.Words.Plots.Tallies + " "}
	for i, name := range names {
		if page(i) == p.page {
			names[i] = s.Styles.Accent.Render("[" + strings.TrimSpace(name) + "]")
		} else {
			names[i] = s.Styles.Muted.Render(name)
		}
	}
	text := " " + strings.Join(names, "")
	keys := p.hints(s)
	if draw.Width(text)+draw.Width(keys)+2 > s.Size.W {
		return draw.Fit(text, s.Size.W)
	}
	return draw.Fit(text, s.Size.W-draw.Width(keys)-1) + keys + " "
}

// pageAt is the page whose name is at a cell of the strip.
func pageAt(s pane.Scene, x int) (page, bool) {
	first := 1 + draw.Width(s.Words.Plots.Claims) + 2
	switch {
	case x < 1 || x >= first+draw.Width(s.Words.Plots.Tallies)+2:
		return 0, false
	case x < first:
		return claims, true
	}
	return tallies, true
}

// hints are the keys of the picture, as far as they have any.
func (p *Pane) hints(s pane.Scene) string {
	pages, scale := p.Keys.Right, p.Keys.Scale
	pages.SetHelp(pages.Help().Key, s.Words.Plots.Turn)
	scale.SetHelp(scale.Help().Key, s.Words.Plots.Scale)
	keys := []key.Binding{pages}
	if p.page == claims {
		keys = append(keys, scale, p.Keys.ZoomIn)
	}
	var parts []string
	for _, k := range keys {
		if k.Enabled() {
			parts = append(parts, s.Styles.Key.Render(k.Help().Key)+" "+s.Styles.KeyText.Render(k.Help().Desc))
		}
	}
	return strings.Join(parts, "  ")
}

// watch does what a message asks of the picture.
func (p *Pane) watch(s pane.Scene, msg tea.Msg) pane.Intent {
	at := p.places(s)
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if p.look(msg) {
			return nil
		}
	case tea.MouseMsg:
		if msg.Y == 0 && msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
			if page, ok := pageAt(s, msg.X); ok {
				p.page = page
			}
			return nil
		}
	}
	k := p.of(s)
	msg = within(msg, at.list.X, at.list.Y)
	switch s := s.Within(at.list.Size()); {
	case p.page == tallies:
		return p.tallies.Update(s, p.Keys, k.figures.things(), msg)
	case len(s.Board.Claims) > 0:
		return k.ledger.intent(p.list.Update(s, p.Keys, k.ledger.things(), msg))
	}
	return nil
}

// look turns the page, or changes the scale or the time shown; not ok where a key
// does not ask for that.
func (p *Pane) look(msg tea.KeyMsg) bool {
	switch k := p.Keys; {
	case key.Matches(msg, k.Left), key.Matches(msg, k.Right):
		p.page = tallies - p.page
	case key.Matches(msg, k.Scale):
		p.flipped = !p.flipped
	case key.Matches(msg, k.ZoomIn):
		p.zoom = min(p.zoom+1, mostZoom)
	case key.Matches(msg, k.ZoomOut):
		p.zoom = max(p.zoom-1, 0)
	default:
		return false
	}
	return true
}

// FullHelp lists the keys.
func (p *Pane) FullHelp() [][]key.Binding {
	k := p.Keys
	return [][]key.Binding{k.Moves(), {k.Open, k.Left, k.Right, k.Scale, k.ZoomIn, k.ZoomOut}}
}
