package draw

import (
	"math"
	"strings"

	"bordertop/ui/theme"
)

type cell struct {
	sign  string
	style theme.Style
	mark  bool
}

// field is the part of a plot where the points are.
type field struct {
	w, h   int
	x, y   scale
	glyphs theme.Glyphs
	cells  []cell
}

// runs draws the spans and, over them, the lines.
func (f field) runs(st PlotStyle) {
	for _, r := range st.Runs {
		if from, to, ok := f.columns(r); ok && usable(r.Low, false) && usable(r.High, false) {
			f.fill(from, to, f.row(r.High), f.row(r.Low), cell{sign: f.glyphs.Dot, style: st.Shade})
		}
	}
	for _, r := range st.Runs {
		if from, to, ok := f.columns(r); ok && usable(r.Y, false) {
			f.fill(from, to, f.row(r.Y), f.row(r.Y), cell{sign: f.glyphs.Horizontal, style: st.Line})
		}
	}
}

// columns are the first and the last of a run.
func (f field) columns(r Run) (from, to int, ok bool) {
	if !usable(r.From, false) || !usable(r.To, false) || r.To < f.x.low || r.From > f.x.high {
		return 0, 0, false
	}
	return f.x.at(r.From, f.w), f.x.at(r.To, f.w), true
}

func (f field) fill(from, to, top, foot int, c cell) {
	for row := top; row <= foot; row++ {
		for x := from; x <= to; x++ {
			f.cells[row*f.w+x] = c
		}
	}
}

// draw draws the ranges of all points and then, over them, the marks, the lit ones last.
func (f field) draw(series []Series, st PlotStyle) {
	f.each(series, func(s Series, p Point) { f.span(p, s.Style) })
	f.each(series, func(s Series, p Point) { f.mark(p, cell{sign: FitTail(s.Mark, 1, ""), style: s.Style, mark: true}) })
	f.each(series, func(s Series, p Point) {
		if p.Lit {
			f.light(p, FitTail(s.Mark, 1, ""), st.Lit)
		}
	})
}

// each gives the points that have a place.
func (f field) each(series []Series, draw func(Series, Point)) {
	for _, s := range series {
		for _, p := range s.Points {
			if f.shows(p) {
				draw(s, p)
			}
		}
	}
}

// shows reports whether the point has a place in the field.
func (f field) shows(p Point) bool {
	return usable(p.X, false) && usable(p.Y, false) && p.X >= f.x.low && p.X <= f.x.high
}

func (f field) row(y float64) int { return f.h - 1 - f.y.at(y, f.h) }

// span draws the range of a point: a line, ending in an arrow where the range has no end, or the signs of its
// hedge. A range within one row is drawn as if it had none.
func (f field) span(p Point, st theme.Style) {
	x, top, foot := f.x.at(p.X, f.w), f.row(p.Y), f.row(p.Y)
	if p.ranged() {
		top, foot = f.row(p.High), f.row(p.Low)
	}
	f.fill(x, x, top, foot, cell{sign: f.glyphs.Span, style: st})
	switch {
	case math.IsInf(p.High, 1) && p.ranged():
		f.cells[top*f.w+x].sign = f.glyphs.Up
	case p.Hedge == Above && top > 0:
		f.cells[(top-1)*f.w+x] = cell{sign: f.glyphs.Up, style: st}
	case p.Hedge == Around && top > 0:
		f.cells[(top-1)*f.w+x] = cell{sign: f.glyphs.Span, style: st}
	}
	switch {
	case math.IsInf(p.Low, -1) && p.ranged():
		f.cells[foot*f.w+x].sign = f.glyphs.Down
	case p.Hedge == Below && foot < f.h-1:
		f.cells[(foot+1)*f.w+x] = cell{sign: f.glyphs.Down, style: st}
	case p.Hedge == Around && foot < f.h-1:
		f.cells[(foot+1)*f.w+x] = cell{sign: f.glyphs.Span, style: st}
	}
}

// light draws the mark of a point over all others, between brackets where there is room.
func (f field) light(p Point, sign string, st theme.Style) {
	x, row := f.x.at(p.X, f.w), f.row(p.Y)
	for _, c := range []struct {
		x    int
		sign string
	}{{x - 1, "["}, {x, sign}, {x + 1, "]"}} {
		if c.x >= 0 && c.x < f.w {
			f.cells[row*f.w+c.x] = cell{sign: c.sign, style: st, mark: true}
		}
	}
}

func (f field) mark(p Point, c cell) {
	x, row := f.x.at(p.X, f.w), f.row(p.Y)
	for _, at := range []int{x, x + 1, x - 1} {
		if at >= 0 && at < f.w && !f.cells[row*f.w+at].mark {
			x = at
			break
		}
	}
	f.cells[row*f.w+x] = c
}

func (f field) line(row int) string { return join(f.cells[row*f.w : (row+1)*f.w]) }

// join is a row of cells.
func join(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		if c.sign == "" {
			b.WriteByte(' ')
		} else {
			b.WriteString(c.style.Render(c.sign))
		}
	}
	return b.String()
}
