package ui

import (
	"slices"
	"strings"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/palette"
	"bordertop/ui/theme"
)

// block is a part of the help under its title.
type block struct {
	title   string
	entries []entry
}

// entry is a line of the help: a key, a command or a sign, and what it means.
type entry struct {
	sign  string
	style theme.Style
	means string
	press string // the key that a click on it presses
	types string // what a click on it types into the palette
}

// matching keeps the entries in which a text occurs.
func (b block) matching(text string) block {
	text = palette.Plain(strings.TrimSpace(text))
	b.entries = slices.DeleteFunc(b.entries, func(e entry) bool {
		return !strings.Contains(palette.Plain(e.sign+" "+e.means), text)
	})
	return b
}

// The least width of the column of keys, and what parts columns of the help.
const (
	keyWidth = 10
	gutter   = 3
)

// signs is the width that the signs of a block take.
func (b block) signs() int {
	w := keyWidth
	for _, e := range b.entries {
		w = max(w, draw.Width(e.sign))
	}
	return w
}

// page is the help laid out in columns of one width. It begins to be drawn at
// line top, under as many lines as head has.
type page struct {
	head    []string
	columns [][]helpLine
	cell    int
	top     int
	size    layout.Size // of the box
}

// helpLine is a line of a column: of an entry, a title or nothing.
type helpLine struct {
	text  string
	entry entry
}

// helpPage lays out what the search leaves of the help for a box of a size.
func (a *App) helpPage(size layout.Size) page {
	w, _ := draw.Inner(size.W, size.H)
	p := page{cell: 1, size: size}
	if text := a.help.search.Text(); a.help.typing || text != "" {
		p.head = []string{a.help.search.View("/", w, a.styles)}
	}
	var blocks [][]helpLine
	for _, b := range a.blocks() {
		if b = b.matching(a.help.search.Text()); len(b.entries) > 0 {
			blocks = append(blocks, a.helpLines(b))
		}
	}
	if len(blocks) == 0 {
		blocks = [][]helpLine{{{text: a.styles.Muted.Render(a.words.Palette.NotFound)}}}
	}
	p.arrange(blocks, w-1)
	p.top = max(0, min(a.help.top, p.last()))
	return p
}

func (a *App) helpLines(b block) []helpLine {
	out := []helpLine{{text: a.styles.Heading.Render(b.title)}}
	signs := b.signs()
	for _, e := range b.entries {
		out = append(out, helpLine{e.style.Render(draw.Fit(e.sign, signs)) + " " + e.means, e})
	}
	return append(out, helpLine{})
}

// arrange sets blocks in columns of equal width, each under the shortest.
func (p *page) arrange(blocks [][]helpLine, w int) {
	for _, b := range blocks {
		for _, line := range b {
			p.cell = max(p.cell, draw.Width(line.text)+gutter)
		}
	}
	p.columns = make([][]helpLine, min(max((w+gutter)/p.cell, 1), len(blocks)))
	for _, b := range blocks {
		at := 0
		for i := range p.columns {
			if len(p.columns[i]) < len(p.columns[at]) {
				at = i
			}
		}
		p.columns[at] = append(p.columns[at], b...)
	}
}

// last is the furthest that the page can be scrolled.
func (p page) last() int {
	_, h := draw.Inner(p.size.W, p.size.H)
	height := 0
	for _, c := range p.columns {
		height = max(height, len(c))
	}
	return max(0, height+len(p.head)-h)
}

// lines are those in view.
func (p page) lines() []string {
	_, h := draw.Inner(p.size.W, p.size.H)
	room := max(h-len(p.head), 0)
	columns := make([][]string, len(p.columns))
	for i, c := range p.columns {
		var texts []string
		for _, line := range c[min(p.top, len(c)):] {
			texts = append(texts, line.text)
		}
		columns[i] = draw.Lines(texts, p.cell, room)
	}
	out := slices.Clone(p.head)
	for _, line := range draw.Beside(columns...) {
		out = append(out, " "+line)
	}
	return out
}

// at finds the entry at a cell of the box.
func (p page) at(x, y int) (entry, bool) {
	w, h := draw.Inner(p.size.W, p.size.H)
	x -= (p.size.W-w)/2 + 1
	y -= (p.size.H - h) / 2
	row := y - len(p.head)
	if x < 0 || row < 0 || y >= h || x/p.cell >= len(p.columns) {
		return entry{}, false
	}
	column := p.columns[x/p.cell]
	if row += p.top; row >= len(column) {
		return entry{}, false
	}
	return column[row].entry, true
}
