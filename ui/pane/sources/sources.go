// Package sources is the pane of who says so: the live sources and how they fare, and
// all sources of what is known, how much rests on each, and what they repeat.
package sources

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// Pane lists the sources, one in a line, below a summary of them.
type Pane struct {
	pane.Browsing

	list  pane.List
	order order
	kept  kept
}

// order is what the list is sorted by: the newest first, or that on which most
// rests.
type order uint8

const (
	byDate order = iota
	byRecords
	orders
)

// kept is what was worked out from a board: it may be drawn often before the next.
// all is nil while there is nothing, columns until they are measured.
type kept struct {
	board   model.Board
	order   order
	all     []model.Citation
	version int
	width   int
	columns *columns
	live    []model.ID
}

// of tells whether it is of the board of a scene. A scene changes with all that is
// read, and then the board stays the same.
func (k kept) of(s pane.Scene) bool {
	b := s.Board
	return k.all != nil && slices.Equal(k.live, live(s)) && b.Events.Same(k.board.Events) && b.Valid.Equal(k.board.Valid) && b.Known.Equal(k.board.Known) &&
		(b.Events.Len() > 0 || k.version == s.Version)
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{Browsing: pane.Browsing{Keys: keys}} }

// Title names the pane and counts the sources.
func (p *Pane) Title(s pane.Scene) string {
	title := s.Words.Sources.Title
	if n := len(p.cited(s)); n > 0 {
		title += "  " + s.Words.Number(int64(n))
	}
	if n := len(s.Feeds); n > 0 {
		title += "  " + s.Words.Count(s.Words.Live.Count, int64(n))
	}
	if n := failing(s); n > 0 {
		title += ", " + s.Words.Count(s.Words.Live.Failing, n)
	}
	if p.order == byRecords {
		title += "  " + s.Styles.Glyphs.Down + " " + s.Words.Sources.Records
	}
	return title
}

// wants is what a list that is worth its place takes.
const wants = 20

// Wants is the same however many there are: to count them is to read the log.
func (*Pane) Wants(pane.Scene) int { return wants }

// ShortHelp lists the keys that matter most.
func (p *Pane) ShortHelp() []key.Binding { return []key.Binding{p.Keys.Open, p.Keys.Sort} }

// FullHelp lists the keys.
func (p *Pane) FullHelp() [][]key.Binding {
	return [][]key.Binding{p.Keys.Moves(), {p.Keys.Open, p.Keys.Sort}}
}

// Update moves the cursor, or sorts the list by something else.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok && key.Matches(k, p.Keys.Sort) {
		p.order = (p.order + 1) % orders
		return nil, nil
	}
	head := len(p.head(s))
	if m, ok := msg.(tea.MouseMsg); ok {
		if m.Y -= head; m.Y < 0 && m.Action == tea.MouseActionPress && m.Button == tea.MouseButtonLeft {
			return nil, nil
		}
		msg = m
	}
	return p.list.Update(below(s, head), p.Keys, p.things(s), msg), nil
}

// Under is the source under the cursor.
func (p *Pane) Under(s pane.Scene) model.ID { return p.list.Under(p.things(s)) }

// Shown lists the sources in the order of the list.
func (p *Pane) Shown(s pane.Scene) []model.Record {
	all := p.cited(s)
	out := make([]model.Record, len(all))
	for i, c := range all {
		out[i] = c.Source
	}
	return out
}

// View draws the list.
func (p *Pane) View(s pane.Scene) string {
	if len(p.cited(s)) == 0 && len(s.Feeds) == 0 {
		none := " " + s.Styles.Muted.Render(s.Words.Sources.None)
		return draw.Block([]string{none, " " + s.Styles.Muted.Render(s.Words.Live.None)}, s.Size.W, s.Size.H)
	}
	head := p.head(s)
	lines := append(head, p.list.View(below(s, len(head)), p.things(s))...)
	return draw.Block(lines, s.Size.W, s.Size.H)
}

// below is the part of a scene that is left to the list.
func below(s pane.Scene, head int) pane.Scene {
	return s.Within(layout.Size{W: s.Size.W, H: max(s.Size.H-head, 0)})
}

// cited are the sources in the order of the list.
func (p *Pane) cited(s pane.Scene) []model.Citation {
	if p.kept.of(s) && p.kept.order == p.order {
		return p.kept.all
	}
	feeds := live(s)
	all := slices.DeleteFunc(slices.Clone(s.Board.Citations()), func(c model.Citation) bool { return slices.Contains(feeds, c.Source.ID) })
	if all == nil {
		all = []model.Citation{}
	}
	if p.order == byRecords {
		slices.SortStableFunc(all, func(a, b model.Citation) int { return cmp.Compare(weight(b), weight(a)) })
	}
	p.kept = kept{board: s.Board, order: p.order, all: all, live: feeds, version: s.Version}
	return all
}

// live are the ids of the live sources.
func live(s pane.Scene) []model.ID {
	var ids []model.ID
	for _, h := range s.Feeds {
		ids = append(ids, h.ID)
	}
	return ids
}

// weight is how much rests on a source.
func weight(c model.Citation) int { return c.Records + c.Repeats }

// ample is the height from which there is room for a head.
const ample = 8

// head says above the list what there is in all, and what the columns are.
func (p *Pane) head(s pane.Scene) []string {
	switch {
	case s.Size.H < ample || len(p.cited(s)) == 0:
		return nil
	case len(s.Feeds) > 0:
		return []string{p.summary(s)}
	}
	return []string{p.summary(s), p.measure(s).header(s)}
}

// summary says how many sources there are, how many of them a state controls, how
// many only repeat another, and how there may be live ones.
func (p *Pane) summary(s pane.Scene) string {
	var state, repeating int64
	all := p.cited(s)
	for _, c := range all {
		if c.Source.StateMedia {
			state++
		}
		if !c.Source.Origin.Empty() {
			repeating++
		}
	}
	w := s.Words
	parts := []string{w.Count(w.Sources.Count, int64(len(all)))}
	if state > 0 {
		parts = append(parts, s.Styles.StateMedia.Render(s.Styles.Glyphs.StateMedia)+" "+w.Count(w.Sources.State, state))
	}
	if repeating > 0 {
		parts = append(parts, w.Count(w.Sources.Repeating, repeating))
	}
	if len(s.Feeds) == 0 {
		parts = append(parts, w.Live.None)
	}
	return " " + s.Styles.Muted.Render(strings.Join(parts, " "+s.Styles.Glyphs.Dot+" "))
}

func (p *Pane) others(s pane.Scene) pane.Things {
	all := p.cited(s)
	return pane.Things{
		Len: len(all), Rows: 1,
		ID:   func(i int) model.ID { return all[i].Source.ID },
		Draw: func(i int) []string { return []string{p.measure(s).row(s, all[i])} },
	}
}
