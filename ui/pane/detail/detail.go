// Package detail is the pane that tells all that is known of what is selected:
// what it says, what was changed, what stands behind it, who says so and what
// happened around it. What it names leads there.
package detail

import (
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane is a page to scroll, with links. It keeps its place in each record that
// was read.
type Pane struct {
	pane.Browsing

	read map[model.ID]place
	// kept are the pages that were written, by their width.
	kept map[int]*page
	of   sight
	// words are those of the pages, for the help.
	words lang.PageWords
	// followed tells that the last press of the mouse followed a link: what it may
	// begin, a double click, is done.
	followed bool
}

// place is where a page was left: its first line in view and the link in hand.
type place struct {
	top  int
	link target
}

// sight is what a page is written from, besides its width.
type sight struct {
	version  int
	selected model.ID
	// second is that from which ages and times left are counted.
	second time.Time
}

// New makes the pane.
func New(keys *pane.Keys) *Pane {
	return &Pane{Browsing: pane.Browsing{Keys: keys}, read: map[model.ID]place{}, kept: map[int]*page{}}
}

// page writes the page of what is selected, at least to the line of limit or to
// its end, unless it was written from the same before.
func (p *Pane) page(s pane.Scene, limit int) *page {
	if now := (sight{s.Version, s.Selected, s.At().Truncate(time.Second)}); p.of != now {
		p.of = now
		clear(p.kept)
	}
	pg := p.kept[s.Size.W]
	if pg == nil || pg.cut && len(pg.lines) < limit {
		pg = compose(s, limit)
		p.kept[s.Size.W], p.words = pg, s.Words.Page
	}
	return pg
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
func (p *Pane) Wants(s pane.Scene) int { return len(p.page(s, pane.Far).lines) }

// ShortHelp lists the keys that matter most, the one that is hardest to guess
// last: a short line drops the first ones.
func (p *Pane) ShortHelp() []key.Binding {
	return []key.Binding{p.Keys.Open, p.Keys.OpenLink, named(p.Keys.NextMatch, p.words.NextLink)}
}

// FullHelp lists the keys.
func (p *Pane) FullHelp() [][]key.Binding {
	next, previous := named(p.Keys.NextMatch, p.words.NextLink), named(p.Keys.PreviousMatch, p.words.PreviousLink)
	return [][]key.Binding{p.Keys.Moves(), {next, previous, p.Keys.Open, p.Keys.OpenLink}}
}

// named is a binding by what it does here, once that is known.
func named(b key.Binding, does string) key.Binding {
	if does != "" {
		b.SetHelp(b.Help().Key, does)
	}
	return b
}

// Update scrolls, goes through the links and follows them.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	pg := p.page(s, pane.Far)
	if by, ok := p.Keys.Move(msg, s.Size.H); ok {
		at := p.read[s.Selected]
		at.top = pg.clamp(pg.clamp(at.top, s.Size.H)+by, s.Size.H)
		p.read[s.Selected] = at
		return nil, nil
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		p.followed = false
		return p.press(s, pg, msg), nil
	case tea.MouseMsg:
		if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
			in := p.click(s, pg, msg.X, msg.Y)
			p.followed = in != nil
			return in, nil
		}
	case pane.OpenMsg:
		if !p.followed {
			return p.open(s, pg), nil
		}
		p.followed = false
	}
	return nil, nil
}

func (p *Pane) press(s pane.Scene, pg *page, msg tea.KeyMsg) pane.Intent {
	switch {
	case key.Matches(msg, p.Keys.NextMatch):
		return p.step(s, pg, 1)
	case key.Matches(msg, p.Keys.PreviousMatch):
		return p.step(s, pg, -1)
	case key.Matches(msg, p.Keys.Open):
		return p.open(s, pg)
	case key.Matches(msg, p.Keys.OpenLink):
		return p.visit(s, pg)
	}
	return nil
}

// View draws the part of the page that is in view. Where more follows or went
// before, the last column says so.
func (p *Pane) View(s pane.Scene) string {
	at := p.read[s.Selected]
	pg := p.page(s, at.top+max(s.Size.H, 0)+1)
	top := pg.clamp(at.top, s.Size.H)
	current := 0
	if s.Focused {
		current = pg.find(at.link)
	}
	var lines []string
	for _, l := range pg.lines[top:min(top+max(s.Size.H, 0), len(pg.lines))] {
		lines = append(lines, pg.draw(l, current))
	}
	lines = draw.Lines(lines, s.Size.W, s.Size.H)
	if s.Size.H > 1 && s.Size.W > 2 {
		if top > 0 {
			lines[0] = edge(s, lines[0], s.Styles.Glyphs.Up)
		}
		if top+s.Size.H < len(pg.lines) {
			lines[s.Size.H-1] = edge(s, lines[s.Size.H-1], s.Styles.Glyphs.Down)
		}
	}
	return strings.Join(lines, "\n")
}

func edge(s pane.Scene, line, sign string) string {
	return draw.FitTail(line, s.Size.W-1, "") + s.Styles.Muted.Render(sign)
}
