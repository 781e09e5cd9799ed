// Package trucks is the pane of the claims: how many vehicles are stranded, who
// says so, and how far that may be relied on.
package trucks

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// Pane shows the headline, the claims over time where there is room, and the
// ledger of claims. Where it is large it is a picture, of all that was ever claimed
// on one page and of the figures per period on the other.
type Pane struct {
	pane.Browsing

	list, tallies pane.List
	page          page
	flipped       bool // the scale is not the one that suits the claims
	zoom          int  // how often the time shown is halved
	kept          kept
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{Browsing: pane.Browsing{Keys: keys}} }

// Title names the pane.
func (*Pane) Title(s pane.Scene) string { return s.Words.Trucks }

// Wants is the headline, a plot and a line for each claim and group.
func (*Pane) Wants(s pane.Scene) int {
	if len(s.Board.Claims) == 0 {
		return 1
	}
	n := maxHead + minPlot
	for _, g := range s.Board.Claims {
		n += 1 + len(g.Claims)
	}
	return n
}

// Update moves the cursor, turns the page, or looks at the picture another way.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	if large(s) {
		return p.watch(s, msg), nil
	}
	if len(s.Board.Claims) == 0 {
		return nil, nil
	}
	l := p.of(s).ledger
	a := arrange(s, len(l.rows))
	return l.intent(p.list.Update(s.Within(a.list), p.Keys, l.things(), within(msg, 0, a.top()))), nil
}

// within is a message as a part of the pane gets it, whose corner is at x, y: a
// click beside it is none.
func within(msg tea.Msg, x, y int) tea.Msg {
	m, ok := msg.(tea.MouseMsg)
	if !ok {
		return msg
	}
	m.X -= x
	m.Y -= y
	if (m.X < 0 || m.Y < 0) && m.Action == tea.MouseActionPress && m.Button == tea.MouseButtonLeft {
		return nil
	}
	return m
}

// Under is the record under the cursor, or that of the group.
func (p *Pane) Under(s pane.Scene) model.ID {
	if large(s) && p.page == tallies {
		return p.tallies.Under(p.of(s).figures.things())
	}
	if len(s.Board.Claims) == 0 {
		return ""
	}
	l := p.of(s).ledger
	return l.record(p.list.Under(l.things()))
}

// View draws the pane.
func (p *Pane) View(s pane.Scene) string {
	switch {
	case large(s):
		return strings.Join(p.picture(s), "\n")
	case len(s.Board.Claims) == 0:
		return draw.Block([]string{" " + s.Styles.Muted.Render(s.Words.NothingYet)}, s.Size.W, s.Size.H)
	}
	l := p.of(s).ledger
	a := arrange(s, len(l.rows))
	lines := append(a.head, plot(s.Within(a.plot), s.Board.Claims[0])...)
	if a.list.H > 0 {
		lines = append(lines, p.list.View(s.Within(a.list), l.things())...)
	}
	return strings.Join(draw.Lines(lines, s.Size.W, s.Size.H), "\n")
}

// arrangement says which lines of the pane are what, from the top.
type arrangement struct {
	head       []string
	plot, list layout.Size
}

func (a arrangement) top() int { return len(a.head) + a.plot.H }

// The heights of the parts: a plot is drawn where it leaves minList lines for
// the ledger.
const (
	maxHead = 4
	minPlot = 6
	maxPlot = 12
	minList = 6
)

// arrange gives the headline what it needs, but most of the lines to the ledger.
func arrange(s pane.Scene, rows int) arrangement {
	a := arrangement{head: head(s)}
	a.head = a.head[:min(len(a.head), max(s.Size.H/2, 1), max(s.Size.H, 0))]
	rest := s.Size.H - len(a.head)
	if rest >= minPlot+minList && drawable(s, s.Board.Claims[0]) {
		a.plot = layout.Size{W: s.Size.W, H: min(max(rest/2, minPlot, rest-rows), maxPlot)}
		if rest < minList+a.plot.H {
			a.plot.H = rest - minList
		}
	}
	a.list = layout.Size{W: s.Size.W, H: max(rest-a.plot.H, 0)}
	return a
}

// stale tells whether no claim of a group may still be stated plainly.
func stale(g model.ClaimGroup) bool { return g.Working == nil }
