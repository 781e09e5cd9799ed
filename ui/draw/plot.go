package draw

import (
	"cmp"
	"math"
	"strings"

	"bordertop/ui/theme"
)

// Point is a claim: the value Y at X. Where Low and High differ they are the range that the claim leaves
// open, without end where infinite ("over 1,000"); both 0 is no range.
type Point struct{ X, Y, Low, High float64 }

// ranged reports whether the claim leaves a range open.
func (p Point) ranged() bool { return p.Low < p.High }

// Series are the points of one side, drawn with its mark of one cell.
type Series struct {
	Mark   string
	Style  theme.Style
	Points []Point
}

// PlotStyle is how a plot looks.
type PlotStyle struct {
	Axis   theme.Style
	Glyphs theme.Glyphs
	Log    bool // the scale of Y is logarithmic; values of 0 or less then stand at the foot
	// From and To are the ends of X, where From is less; else the points are. Points outside are left out.
	From, To float64
	// Left and Right are written under the ends of X. Without them, or below 4 lines, there is no such line.
	Left, Right string
	// Decimal stands before decimals; empty is a point.
	Decimal string
}

const (
	minPlotW = 8
	offRow   = 0.4 // of a row: what stands further from its middle would be labelled with another's value
)

// Plot returns w by h cells with the points of each series over X, and the values of Y at the left. Marks
// that fall on one cell are moved apart by a cell where there is room.
func Plot(series []Series, w, h int, st PlotStyle) []string {
	if w <= 0 || h <= 0 {
		return Lines(nil, w, h)
	}
	rows := h
	under := (st.Left != "" || st.Right != "") && h >= 4
	if under {
		rows--
	}
	var values []float64
	for _, s := range series {
		for _, p := range s.Points {
			values = append(values, p.Y)
			if p.ranged() {
				values = append(values, p.Low, p.High)
			}
		}
	}
	y := scale{log: st.Log}.over(values)
	axis, margin := yAxis(y, rows, w, st)
	f := field{
		w: w - margin, h: rows, y: y, x: xScale(series, st), glyphs: st.Glyphs,
		cells: make([]cell, (w-margin)*rows),
	}
	f.draw(series)
	lines := make([]string, 0, h)
	for i := range rows {
		lines = append(lines, axis[i]+f.line(i))
	}
	if under {
		right := Cut(st.Right, f.w-Width(st.Left)-1)
		lines = append(lines, st.Axis.Render(pad(margin)+Fit(st.Left, f.w-Width(right))+right))
	}
	return lines
}

// xScale returns the scale of X, whose ends are not round: they are moments.
func xScale(series []Series, st PlotStyle) scale {
	if st.From < st.To && usable(st.From, false) && usable(st.To, false) {
		return scale{low: st.From, high: st.To}
	}
	s := scale{low: math.Inf(1), high: math.Inf(-1)}
	for _, one := range series {
		for _, p := range one.Points {
			if usable(p.X, false) {
				s.low, s.high = min(s.low, p.X), max(s.high, p.X)
			}
		}
	}
	if s.low > s.high {
		return scale{high: 1}
	}
	return s.widened()
}

// yAxis returns what stands left of each row, and its width: 0 where the plot is too narrow for it.
func yAxis(y scale, rows, w int, st PlotStyle) ([]string, int) {
	lines, labels, widest := make([]string, rows), make([]string, rows), 0
	last := rows
	for _, v := range y.ticks(rows) {
		row := rows - 1 - y.at(v, rows)
		crowded := labels[row] != "" || row == last+1 && rows > 3
		if crowded || math.Abs(y.exactly(v, rows)-float64(y.at(v, rows))) > offRow {
			continue
		}
		labels[row], last = strings.Replace(Compact(v), ".", cmp.Or(st.Decimal, "."), 1), row
		widest = max(widest, len(labels[row]))
	}
	margin := widest + len(" |")
	if w-margin < minPlotW {
		return lines, 0
	}
	for i, label := range labels {
		rule := st.Glyphs.Vertical
		if label != "" {
			rule = st.Glyphs.TeeLeft
		}
		lines[i] = st.Axis.Render(FitRight(label, widest) + " " + rule)
	}
	return lines, margin
}

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

// draw draws the ranges of all points and then, over them, the marks.
func (f field) draw(series []Series) {
	for _, s := range series {
		for _, p := range s.Points {
			if f.shows(p) && p.ranged() {
				f.span(p, s.Style)
			}
		}
	}
	for _, s := range series {
		mark := FitTail(s.Mark, 1, "")
		for _, p := range s.Points {
			if f.shows(p) {
				f.mark(p, cell{sign: mark, style: s.Style, mark: true})
			}
		}
	}
}

// shows reports whether the point has a place in the field.
func (f field) shows(p Point) bool {
	return usable(p.X, false) && usable(p.Y, false) && p.X >= f.x.low && p.X <= f.x.high
}

func (f field) row(y float64) int { return f.h - 1 - f.y.at(y, f.h) }

// span draws the range of a point: a line, ending in an arrow where the range has no end.
func (f field) span(p Point, st theme.Style) {
	x, top, foot := f.x.at(p.X, f.w), f.row(p.High), f.row(p.Low)
	for row := top; row <= foot; row++ {
		f.cells[row*f.w+x] = cell{sign: f.glyphs.Span, style: st}
	}
	if math.IsInf(p.High, 1) {
		f.cells[top*f.w+x].sign = f.glyphs.Up
	}
	if math.IsInf(p.Low, -1) {
		f.cells[foot*f.w+x].sign = f.glyphs.Down
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

func (f field) line(row int) string {
	var b strings.Builder
	for _, c := range f.cells[row*f.w : (row+1)*f.w] {
		if c.sign == "" {
			b.WriteByte(' ')
		} else {
			b.WriteString(c.style.Render(c.sign))
		}
	}
	return b.String()
}
