package draw

import (
	"math"
	"slices"
	"strings"

	"bordertop/ui/theme"
)

// The dots of a cell of braille.
const (
	dotsAcross = 2
	dotsDown   = 4
)

// Canvas is a drawing of dots, two across and four down in each cell, with labels over them.
type Canvas struct {
	w, h   int
	pen    uint8
	dots   []uint8 // the dots of each cell, as braille numbers them
	pens   []uint8 // the highest pen of each cell
	labels [][]label
}

type label struct {
	x, cells int
	text     string
}

// NewCanvas returns an empty canvas of w by h cells.
func NewCanvas(w, h int) *Canvas {
	w, h = max(w, 0), max(h, 0)
	return &Canvas{w: w, h: h, dots: make([]uint8, w*h), pens: make([]uint8, w*h), labels: make([][]label, h)}
}

// Copy returns another canvas with the same dots and no labels.
func (c *Canvas) Copy() *Canvas {
	return &Canvas{w: c.w, h: c.h, pen: c.pen, dots: slices.Clone(c.dots), pens: slices.Clone(c.pens), labels: make([][]label, c.h)}
}

// Pen chooses the pen of the dots to come, by the place of its ink in Lines. Where the dots of two meet in a cell it
// has the ink of the higher.
func (c *Canvas) Pen(pen uint8) { c.pen = pen }

// Dots returns the size of the canvas in dots.
func (c *Canvas) Dots() (w, h int) { return c.w * dotsAcross, c.h * dotsDown }

// Set draws the dot at x, y from the top left; outside the canvas it does nothing.
func (c *Canvas) Set(x, y int) {
	if w, h := c.Dots(); x < 0 || y < 0 || x >= w || y >= h {
		return
	}
	column, row := x%dotsAcross, y%dotsDown
	bit := column*3 + row
	if row == dotsDown-1 {
		bit = 6 + column // the fourth row came to braille later
	}
	at := y/dotsDown*c.w + x/dotsAcross
	c.dots[at] |= 1 << bit
	c.pens[at] = max(c.pens[at], c.pen)
}

// Blank reports whether cells of a row have no dots; outside the canvas there are none.
func (c *Canvas) Blank(x, y, cells int) bool {
	if y < 0 || y >= c.h {
		return true
	}
	from, to := min(max(x, 0), c.w), min(max(x+cells, 0), c.w)
	return !slices.ContainsFunc(c.dots[y*c.w+min(from, to):y*c.w+to], func(dots uint8) bool { return dots != 0 })
}

// Line draws a line between two points, in dots. They may lie far outside: only what is inside costs time.
func (c *Canvas) Line(x0, y0, x1, y1 float64) {
	w, h := c.Dots()
	from, to := 0.0, 1.0
	dx, dy := x1-x0, y1-y0
	if math.IsNaN(dx*dy) || math.IsInf(dx, 0) || math.IsInf(dy, 0) ||
		!clip(-dx, x0+0.5, &from, &to) || !clip(dx, float64(w)-0.5-x0, &from, &to) ||
		!clip(-dy, y0+0.5, &from, &to) || !clip(dy, float64(h)-0.5-y0, &from, &to) {
		return
	}
	steps := math.Ceil(max(math.Abs(dx), math.Abs(dy)) * (to - from))
	for i := range int(steps) + 1 {
		at := from + (to-from)*float64(i)/max(steps, 1)
		c.Set(int(math.Round(x0+dx*at)), int(math.Round(y0+dy*at)))
	}
}

// clip narrows the stretch from, to of a line to where it is inside one edge (Liang and Barsky), and reports
// whether anything of it is left.
func clip(speed, distance float64, from, to *float64) bool {
	switch at := distance / speed; {
	case speed == 0:
		return distance >= 0
	case speed < 0:
		*from = max(*from, at)
	default:
		*to = min(*to, at)
	}
	return *from <= *to
}

// Put writes text from the cell at x, y on, cut at the edge, and reports whether the place was free.
func (c *Canvas) Put(x, y int, st theme.Style, text string) bool {
	if x < 0 || x >= c.w || y < 0 || y >= c.h {
		return false
	}
	text, cells := cut(text, c.w-x, "")
	if cells == 0 {
		return false
	}
	at, _ := slices.BinarySearchFunc(c.labels[y], x, func(l label, x int) int { return l.x - x })
	if at < len(c.labels[y]) && c.labels[y][at].x < x+cells {
		return false
	}
	if at > 0 && c.labels[y][at-1].x+c.labels[y][at-1].cells > x {
		return false
	}
	c.labels[y] = slices.Insert(c.labels[y], at, label{x: x, cells: cells, text: st.Render(text)})
	return true
}

// Lines returns the drawing, its dots in the inks of their pens; a pen beyond them has the last.
func (c *Canvas) Lines(g theme.Glyphs, inks ...theme.Style) []string {
	sign := rough
	if g.Braille {
		sign = braille
	}
	lines := make([]string, c.h)
	for y := range lines {
		var b strings.Builder
		x := 0
		for _, l := range c.labels[y] {
			c.run(&b, x, l.x, y, sign, inks)
			b.WriteString(l.text)
			x = l.x + l.cells
		}
		c.run(&b, x, c.w, y, sign, inks)
		lines[y] = b.String()
	}
	return lines
}

// run writes the dots of the cells from one to before another.
func (c *Canvas) run(b *strings.Builder, from, to, y int, sign func(uint8) rune, inks []theme.Style) {
	for from < to {
		pen := c.pens[y*c.w+from]
		var part strings.Builder
		for ; from < to && (c.pens[y*c.w+from] == pen || c.dots[y*c.w+from] == 0); from++ {
			part.WriteRune(sign(c.dots[y*c.w+from]))
		}
		ink := theme.Style{}
		if len(inks) > 0 {
			ink = inks[min(int(pen), len(inks)-1)]
		}
		b.WriteString(ink.Render(part.String()))
	}
}

func braille(dots uint8) rune {
	if dots == 0 {
		return ' ' // the blank pattern is drawn as eight circles by some fonts
	}
	return 0x2800 + rune(dots)
}

// rough shows in ASCII which halves of the cell have dots.
func rough(dots uint8) rune {
	const top = 1<<0 | 1<<1 | 1<<3 | 1<<4
	switch {
	case dots == 0:
		return ' '
	case dots&^top == 0:
		return '\''
	case dots&top == 0:
		return '.'
	}
	return ':'
}
