package draw

import (
	"cmp"
	"math"
	"strings"
)

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

// label writes a value of Y.
func (st PlotStyle) label(v float64) string {
	if st.Label != nil {
		return st.Label(v)
	}
	return strings.Replace(Compact(v), ".", cmp.Or(st.Decimal, "."), 1)
}

// ruleWidth is that of what stands between the values of Y and the field.
const ruleWidth = len(" |")

// yAxis returns what stands left of each row, and its width: 0 where the plot is too narrow for it.
func yAxis(y scale, rows, w int, st PlotStyle) ([]string, int) {
	lines := make([]string, rows)
	labels, widest := yLabels(y, rows, st)
	widest = max(widest, st.Margin-ruleWidth)
	margin := widest + ruleWidth
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

// yLabels are the values beside each row, and the width of the widest. Powers of ten come before what is
// between them on a logarithmic scale, and no two stand on rows that touch, where there are more than three.
func yLabels(y scale, rows int, st PlotStyle) (labels []string, widest int) {
	labels = make([]string, rows)
	taken := func(row int) bool { return row >= 0 && row < rows && labels[row] != "" }
	put := func(v float64) {
		row := rows - 1 - y.at(v, rows)
		off := math.Abs(y.exactly(v, rows)-float64(y.at(v, rows))) > offRow
		if off || v < y.low*(1-1e-9) || taken(row) || rows > 3 && (taken(row-1) || taken(row+1)) {
			return
		}
		labels[row] = st.label(v)
		widest = max(widest, Width(labels[row]))
	}
	for _, v := range y.ticks(rows) {
		if l := math.Log10(v); !y.log || math.Abs(l-math.Round(l)) < 1e-9 {
			put(v)
		}
	}
	for _, v := range y.ticks(rows) {
		put(v)
	}
	return labels, widest
}

// axis returns what stands under the field, in so many lines.
func (f field) axis(margin, lines int, st PlotStyle) []string {
	switch {
	case lines == 0:
		return nil
	case !st.Ruled:
		right := Cut(st.Right, f.w-Width(st.Left)-1)
		return []string{st.Axis.Render(pad(margin) + Fit(st.Left, f.w-Width(right)) + right)}
	}
	out := []string{f.rule(margin, st)}
	if lines > 1 {
		out = append(out, f.dates(margin, st))
	}
	return out
}

// rule is the axis of X, with its ticks and flags.
func (f field) rule(margin int, st PlotStyle) string {
	g := st.Glyphs
	cells := make([]cell, f.w)
	for i := range cells {
		cells[i] = cell{sign: g.Horizontal, style: st.Axis}
	}
	for _, t := range st.Ticks {
		if f.holds(t.X) {
			cells[f.x.at(t.X, f.w)].sign = g.TeeDown
		}
	}
	for _, t := range st.Flags {
		if f.holds(t.X) {
			cells[f.x.at(t.X, f.w)] = cell{sign: FitTail(t.Text, 1, ""), style: st.Flag}
		}
	}
	corner := ""
	if margin > 0 {
		corner = pad(margin-1) + g.BottomLeft
	}
	return st.Axis.Render(corner) + join(cells)
}

// dates are the texts of the ticks, each under its own as far as the edges allow, and none so near to another
// that they would be read as one.
func (f field) dates(margin int, st PlotStyle) string {
	var b strings.Builder
	used := 0
	for _, t := range st.Ticks {
		if !f.holds(t.X) || t.Text == "" {
			continue
		}
		w := Width(t.Text)
		at := margin + f.x.at(t.X, f.w) - w/2
		at = min(max(at, margin), margin+f.w-w)
		if at < used {
			continue
		}
		b.WriteString(pad(at-used) + t.Text)
		used = at + w
		if used+2 < margin+f.w {
			b.WriteString(pad(2))
			used += 2
		}
	}
	return st.Axis.Render(Fit(b.String(), margin+f.w))
}

// holds reports whether X has a place on the axis.
func (f field) holds(x float64) bool { return usable(x, false) && x >= f.x.low && x <= f.x.high }
