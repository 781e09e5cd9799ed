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
	dots   []uint8 // the dots of each cell, as braille numbers them
	labels [][]label
}

type label struct {
	x, cells int
	text     string
}

// NewCanvas returns an empty canvas of w by h cells.
func NewCanvas(w, h int) *Canvas {
	w, h = max(w, 0), max(h, 0)
	return &Canvas{w: w, h: h, dots: make([]uint8, w*h), labels: make([][]label, h)}
}

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
	c.dots[y/dotsDown*c.w+x/dotsAcross] |= 1 << bit
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

// Lines returns the drawing, its dots in the given style.
func (c *Canvas) Lines(ink theme.Style, g theme.Glyphs) []string {
	sign := rough
	if g.Braille {
		sign = braille
	}
	lines := make([]string, c.h)
	for y := range lines {
		var b strings.Builder
		x := 0
		for _, l := range c.labels[y] {
			b.WriteString(ink.Render(c.run(x, l.x, y, sign)))
			b.WriteString(l.text)
			x = l.x + l.cells
		}
		b.WriteString(ink.Render(c.run(x, c.w, y, sign)))
		lines[y] = b.String()
	}
	return lines
}

// run returns the dots of the cells from one to before another.
func (c *Canvas) run(from, to, y int, sign func(uint8) rune) string {
	var b strings.Builder
	for _, dots := range c.dots[y*c.w+from : y*c.w+to] {
		b.WriteRune(sign(dots))
	}
	return b.String()
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
