package draw

import (
	"slices"

	"bordertop/ui/theme"
)

// Point is a claim: the value Y at X. Where Low and High differ they are the range that the claim leaves
// open, without end where infinite; both 0 is no range.
type Point struct {
	X, Y, Low, High float64
	Hedge           Hedge
	// Lit makes the mark stand out, over all others.
	Lit bool
}

// Hedge says how a number was meant where its words give no range, "over 1,000": it is drawn as a sign
// beside the mark, which has no length on the scale.
type Hedge uint8

// The hedges: none, on both sides of the number, above and below it.
const (
	Plain Hedge = iota
	Around
	Above
	Below
)

// ranged reports whether the claim leaves a range open.
func (p Point) ranged() bool { return p.Low < p.High }

// Series are the points of one side, drawn with its mark of one cell.
type Series struct {
	Mark   string
	Style  theme.Style
	Points []Point
}

// Run is what held from From to To: the span from Low to High, under everything else, and Y, a line under
// the marks. What is not a number is not drawn.
type Run struct{ From, To, Low, High, Y float64 }

// Tick is a place on the axis of X, and what is written under it.
type Tick struct {
	X    float64
	Text string
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
	// Label writes a value of Y; nil writes it in few letters. Margin is the least width of what stands left
	// of the field, so that plots above each other have their X in the same columns.
	Label  func(v float64) string
	Margin int
	// Ruled plots end in an axis of X with Ticks, and with the Texts of Flags in it. Where there is a tick with
	// a text, those stand in a line below, as far as they have room.
	Ruled       bool
	Ticks       []Tick
	Flags       []Tick
	Flag        theme.Style
	Runs        []Run
	Line, Shade theme.Style // of runs
	Lit         theme.Style
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
	rows := max(h-st.under(h), 1)
	y := scale{log: st.Log}
	if all := values(series, st.Runs); st.Ruled {
		y = y.gridded(all, rows)
	} else {
		y = y.over(all)
	}
	axis, margin := yAxis(y, rows, w, st)
	f := field{
		w: w - margin, h: rows, y: y, x: xScale(series, st), glyphs: st.Glyphs,
		cells: make([]cell, (w-margin)*rows),
	}
	f.runs(st)
	f.draw(series, st)
	lines := make([]string, 0, h)
	for i := range rows {
		lines = append(lines, axis[i]+f.line(i))
	}
	return append(lines, f.axis(margin, h-rows, st)...)
}

// under is how many lines of h stand under the field.
func (st PlotStyle) under(h int) int {
	switch {
	case st.Ruled && slices.ContainsFunc(st.Ticks, func(t Tick) bool { return t.Text != "" }) && h >= 4:
		return 2
	case st.Ruled && h >= 2, (st.Left != "" || st.Right != "") && h >= 4:
		return 1
	}
	return 0
}

// values are those that the scale of Y is to hold.
func values(series []Series, runs []Run) []float64 {
	var out []float64
	for _, s := range series {
		for _, p := range s.Points {
			out = append(out, p.Y)
			if p.ranged() {
				out = append(out, p.Low, p.High)
			}
		}
	}
	for _, r := range runs {
		out = append(out, r.Low, r.High, r.Y)
	}
	return out
}
