// Package changes is the pane of what is other than at an earlier moment: states,
// deadlines, claims, conditions, what happened, and what was corrected.
package changes

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane lists what changed by its kind, each with how it was and how it is, when
// that became known, and the records behind it.
type Pane struct {
	pane.Browsing

	cursor id
	at     int // where the cursor was last found
	top    int // the first line in view
	kept   kept
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{Browsing: pane.Browsing{Keys: keys}} }

// Title names the pane and counts what changed.
func (p *Pane) Title(s pane.Scene) string {
	d := p.difference(s)
	title := s.Words.Turns.Title
	if n := d.total(); n > 0 {
		title += "  " + s.Words.Number(int64(n))
	}
	return title + "  " + d.since(s)
}

// wants is what a few changes take.
const wants = 20

// Wants is the same whatever changed: to count that is to compare two boards.
func (*Pane) Wants(pane.Scene) int { return wants }

// Under is the record under the cursor.
func (p *Pane) Under(s pane.Scene) model.ID {
	d := p.difference(s)
	if i := p.index(d); i >= 0 {
		p.cursor = d.items[i].id()
		return d.items[i].record()
	}
	return ""
}

// Shown lists the records that changed, in the order of the list.
func (p *Pane) Shown(s pane.Scene) []model.Record {
	var out []model.Record
	for _, it := range p.difference(s).items {
		r, ok := s.Board.Record(it.record())
		if ok && !slices.ContainsFunc(out, func(o model.Record) bool { return o.Head().ID == r.Record.Head().ID }) {
			out = append(out, r.Record)
		}
	}
	return out
}

// Update moves the cursor.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	d := p.difference(s)
	i := p.index(d)
	if i < 0 {
		return nil, nil
	}
	if by, ok := p.Keys.Move(msg, max(s.Size.H/rows, 1)); ok {
		return p.choose(d, min(max(i+by, 0), len(d.items)-1)), nil
	}
	switch msg := msg.(type) {
	case tea.MouseMsg:
		if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
			if at := p.sheet(s).at(msg.Y + p.top); at >= 0 {
				return p.choose(d, at), nil
			}
		}
	case tea.KeyMsg:
		if key.Matches(msg, p.Keys.Open) {
			return pane.Open{ID: d.items[i].record()}, nil
		}
	case pane.OpenMsg:
		return pane.Open{ID: d.items[i].record()}, nil
	}
	return nil, nil
}

// rows is about how many lines a change takes.
const rows = 3

// choose puts the cursor on a change, and asks for its record.
func (p *Pane) choose(d *difference, i int) pane.Intent {
	p.at, p.cursor = i, d.items[i].id()
	return pane.Select{ID: d.items[i].record()}
}

// index is the place of the cursor: that of its change, or where that last was if
// it is gone; -1 where nothing changed.
func (p *Pane) index(d *difference) int {
	if i := slices.IndexFunc(d.items, func(it item) bool { return it.id() == p.cursor }); i >= 0 {
		p.at = i
	}
	p.at = min(p.at, len(d.items)-1)
	if p.cursor == (id{}) {
		p.at = min(0, p.at)
	}
	return p.at
}

// View draws the lines around the cursor.
func (p *Pane) View(s pane.Scene) string {
	d := p.difference(s)
	sheet := p.sheet(s)
	i := p.index(d)
	if i >= 0 {
		from, to := sheet.span(i)
		p.top = min(max(p.top, to-s.Size.H), from)
		switch { // with what stands above and below all
		case i == 0 && to <= s.Size.H:
			p.top = 0
		case i == len(d.items)-1 && len(sheet)-from <= s.Size.H:
			p.top = len(sheet) - s.Size.H
		}
	}
	p.top = max(0, min(p.top, len(sheet)-s.Size.H))
	var lines []string
	for _, l := range sheet[p.top:min(p.top+max(s.Size.H, 0), len(sheet))] {
		lines = append(lines, p.mark(s, l, i))
	}
	return draw.Block(lines, s.Size.W, s.Size.H)
}

// mark marks the lines of the change under the cursor.
func (p *Pane) mark(s pane.Scene, l line, i int) string {
	switch {
	case l.item < 0 || l.item != i:
		return l.text
	case s.Focused:
		return s.Styles.Selected.Over(draw.Fit(l.text, s.Size.W))
	case s.Selected != "" && p.difference(s).items[i].record() == s.Selected:
		return s.Styles.SelectedBlurred.Over(draw.Fit(l.text, s.Size.W))
	}
	return l.text
}
