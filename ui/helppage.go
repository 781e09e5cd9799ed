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

// The least width of the column of keys, what parts columns of the help, and from
// what width there may be more than one.
const (
	keyWidth   = 10
	gutter     = 3
	twoAbreast = 94
)

// readings are how wide an explanation may be beside others, the best first.
// Narrower ones are for what would otherwise have to be scrolled.
func readings(w int) []int {
	if w < twoAbreast {
		return []int{w}
	}
	return []int{36, 32, 28, 24}
}

// signs is the width that the signs of a block take.
func (b block) signs() int {
	w := keyWidth
	for _, e := range b.entries {
		w = max(w, draw.Width(e.sign))
	}
	return w
}

// page is the help laid out in columns. It begins to be drawn at line top, under
// as many lines as head has.
type page struct {
	head    []string
	columns []column
	top     int
	size    layout.Size // of the box
}

// column is some blocks under each other.
type column []helpLine

// helpLine is a line of a column: of an entry, a title or nothing.
type helpLine struct {
	text  string
	entry entry
}

// width is that of the widest line, and of what parts columns.
func (c column) width() int {
	w := 0
	for _, line := range c {
		w = max(w, draw.Width(line.text))
	}
	return w + gutter
}

// helpPage lays out what the search leaves of the help for a box of a size.
func (a *App) helpPage(size layout.Size) page {
	w, _ := draw.Inner(size.W, size.H)
	p := page{size: size}
	if text := a.help.search.Text(); a.help.typing || text != "" {
		p.head = []string{a.help.search.View("/", w, a.styles)}
	}
	for _, reading := range readings(w - 1) {
		if p.columns = columns(a.found(w-1, reading), w-1); p.last() == 0 {
			break
		}
	}
	p.top = max(0, min(a.help.top, p.last()))
	return p
}

// found is what the search leaves, each block within a width, and with
// explanations of at most another.
func (a *App) found(w, reading int) []column {
	var out []column
	for _, b := range a.blocks() {
		if b = b.matching(a.help.search.Text()); len(b.entries) > 0 {
			out = append(out, a.helpLines(b, min(w-b.signs()-1, reading)))
		}
	}
	if len(out) == 0 {
		return []column{{{text: a.styles.Muted.Render(a.words.Palette.NotFound)}}}
	}
	return out
}

// helpLines are those of a block, with room for explanations. What a line cannot
// hold goes on in the next.
func (a *App) helpLines(b block, room int) column {
	out := column{{text: a.styles.Heading.Render(b.title)}}
	signs := b.signs()
	for _, e := range b.entries {
		sign := e.style.Render(draw.Fit(e.sign, signs))
		for _, means := range draw.Wrap(e.means, max(room, keyWidth)) {
			out = append(out, helpLine{sign + " " + means, e})
			sign = strings.Repeat(" ", signs)
		}
	}
	return append(out, helpLine{})
}

// columns sets blocks, in their order, in as many columns as fit, about as high as
// each other.
func columns(blocks []column, w int) []column {
	for n := len(blocks); n > 1; n-- {
		out, used := shared(blocks, n), -gutter
		for _, c := range out {
			used += c.width()
		}
		if used <= w {
			return out
		}
	}
	return []column{slices.Concat(blocks...)}
}

// shared sets blocks in n columns of the least height.
func shared(blocks []column, n int) []column {
	for height := 1; ; height++ {
		var out []column
		for _, b := range blocks {
			if last := len(out) - 1; last >= 0 && len(out[last])+len(b) <= height {
				out[last] = slices.Concat(out[last], b)
			} else {
				out = append(out, b)
			}
		}
		if len(out) <= n {
			return out
		}
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
	texts := make([][]string, len(p.columns))
	for i, c := range p.columns {
		for _, line := range c[min(p.top, len(c)):] {
			texts[i] = append(texts[i], line.text)
		}
		cells := c.width()
		if i == len(p.columns)-1 {
			cells -= gutter
		}
		texts[i] = draw.Lines(texts[i], cells, room)
	}
	out := slices.Clone(p.head)
	for _, line := range draw.Beside(texts...) {
		out = append(out, " "+line)
	}
	return out
}

// at finds the entry at a cell of the box.
func (p page) at(x, y int) (entry, bool) {
	w, h := draw.Inner(p.size.W, p.size.H)
	x -= (p.size.W-w)/2 + 1
	y -= (p.size.H - h) / 2
	row := p.top + y - len(p.head)
	if y < len(p.head) || y >= h {
		return entry{}, false
	}
	for _, c := range p.columns {
		if x >= 0 && x < c.width() && row < len(c) {
			return c[row].entry, true
		}
		x -= c.width()
	}
	return entry{}, false
}
