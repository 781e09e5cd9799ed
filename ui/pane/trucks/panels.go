package trucks

import (
	"slices"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// panel is a plot of the claims of one group. Claims of different units are never
// in one: they have no scale in common.
type panel struct {
	group  *model.ClaimGroup
	claims []*model.Count // those with a number
	h      int
	// dated tells that dates stand below, as under the last of the panels.
	dated bool
}

// frame is what the panels have in common.
type frame struct {
	stretch stretch
	log     bool
	margin  int
	lit     *model.Count
}

const (
	// panelFrame is the heading of a panel and the rule below, minField and fullField
	// what a field needs for one claim and for many.
	panelFrame          = 2
	minField, fullField = 2, 4
	// mostKey is how many lines the key to the signs may have, and spareKey the height
	// from which it may have more than one.
	mostKey, spareKey = 3, 18
)

// least is how many lines a panel needs.
func (p panel) least() int { return panelFrame + min(max(len(p.claims)+1, minField), fullField) }

// panels draws the claims of what the cursor is on over time, one plot below the
// other for each unit in which they were made, as far as there is room; that of
// the cursor is always there. Above them stands what the signs mean.
func (p *Pane) panels(s pane.Scene, k *kept, here row) []string {
	all := k.related(s, here.group)
	f := frame{stretch: p.stretch(s, all, here.counted()), log: logarithmic(all) != p.flipped, lit: here.counted()}
	lines := k.legend(s, all, f)
	shown := chosen(all, here.group, s.Size.H-len(lines)-1)
	if left := len(all) - len(shown); left > 0 {
		note := " " + s.Words.Count(s.Words.Plots.Others, int64(left)) + " "
		last := &lines[len(lines)-1]
		*last = draw.FitTail(*last, s.Size.W-draw.Width(note), s.Styles.Glyphs.Ellipsis) + s.Styles.Faint.Render(note)
	}
	for _, one := range shown {
		f.margin = max(f.margin, axisWidth(s, one.claims))
	}
	for i, one := range shown {
		if one.dated = i == len(shown)-1; one.dated {
			one.h++
		}
		lines = append(lines, k.draw(s.Within(layout.Size{W: s.Size.W, H: one.h}), one, f)...)
	}
	return draw.Lines(lines, s.Size.W, s.Size.H)
}

// related are the groups that count the same as one, where anybody gave a number.
func (k *kept) related(s pane.Scene, to *model.ClaimGroup) []panel {
	var out []panel
	for i := range s.Board.Claims {
		g := &s.Board.Claims[i]
		if g.What != to.What || g.Crossing != to.Crossing {
			continue
		}
		id := headingID(*g)
		if _, ok := k.numbered[id]; !ok {
			k.numbered[id] = slices.DeleteFunc(slices.Clone(k.past[i]), func(c *model.Count) bool { return s.Words.Figure(c) == "" })
		}
		if len(k.numbered[id]) > 0 {
			out = append(out, panel{group: g, claims: k.numbered[id]})
		}
	}
	return out
}

// chosen are the panels that have room, that of a group among them, with their
// heights.
func chosen(all []panel, here *model.ClaimGroup, room int) []panel {
	need := 0
	for _, one := range all {
		need += one.least()
	}
	shown := slices.Clone(all)
	for len(shown) > 1 && need > room {
		last := len(shown) - 1
		if shown[last].group == here {
			last--
		}
		need -= shown[last].least()
		shown = slices.Delete(shown, last, last+1)
	}
	parts := make([]layout.Part, len(shown))
	for i, one := range shown {
		parts[i] = layout.Part{Min: one.least(), Weight: len(one.claims)}
	}
	for i, h := range layout.Split(max(room, 0), parts...) {
		shown[i].h = h
	}
	return shown
}

// logarithmic tells whether any panel spans so much that a linear scale would
// press what is small to the foot.
func logarithmic(all []panel) bool {
	return slices.ContainsFunc(all, func(one panel) bool {
		low, high := point(one.claims[0]).Y, 0.0
		for _, c := range one.claims {
			low, high = min(low, point(c).Y), max(high, point(c).Y)
		}
		return low > 0 && high > logFrom*low
	})
}

// axisWidth is what the values of a panel need at its left.
func axisWidth(s pane.Scene, claims []*model.Count) int {
	high := 0.0
	for _, c := range claims {
		p := point(c)
		high = max(high, p.Y, p.High)
	}
	return draw.Width(value(s, 2*high)) + len(" |") // the axis ends on a round number
}

// draw draws a panel.
func (k *kept) draw(s pane.Scene, one panel, f frame) []string {
	w := s.Size.W - 2
	st := draw.PlotStyle{
		Axis: s.Styles.Faint, Glyphs: s.Styles.Glyphs, Log: f.log, From: hours(f.stretch.from), To: hours(f.stretch.to),
		Label: func(v float64) string { return value(s, v) }, Margin: f.margin, Ruled: true,
		Flag: s.Styles.Warn, Line: s.Styles.Muted, Shade: s.Styles.Faint, Lit: s.Styles.Selected,
		Ticks: ticks(s, f.stretch, w-f.margin), Runs: k.course(s, one, f, w-f.margin),
	}
	if !one.dated {
		for i := range st.Ticks {
			st.Ticks[i].Text = ""
		}
	}
	marks := k.series(s, one)
	st.Flags = marks.flags
	lines := []string{heading(s, *one.group)}
	for _, line := range draw.Plot(lit(s, marks.sides, f.lit, one.group), w, s.Size.H-1, st) {
		lines = append(lines, " "+line+" ")
	}
	return lines
}

// lit adds the selected claim to the series, where it is one of the group.
func lit(s pane.Scene, sides []draw.Series, c *model.Count, g *model.ClaimGroup) []draw.Series {
	if c.What != g.What || c.Unit != g.Unit || c.Crossing != g.Crossing || s.Words.Figure(c) == "" {
		return sides
	}
	style, mark := s.Sides().Of(c.Side.String())
	p := placed(s, c)
	p.Lit = true
	return append(slices.Clip(sides), draw.Series{Mark: mark, Style: style, Points: []draw.Point{p}})
}

// series makes marks of the claims of a panel.
func (k *kept) series(s pane.Scene, one panel) series {
	id := headingID(*one.group)
	if made, ok := k.plots[id]; ok {
		return made
	}
	sides, made := s.Sides(), series{sides: sideSeries(s)}
	for _, c := range one.claims {
		_, mark := sides.Of(c.Side.String())
		i := slices.IndexFunc(made.sides, func(of draw.Series) bool { return of.Mark == mark })
		made.sides[i].Points = append(made.sides[i].Points, placed(s, c))
	}
	for _, c := range model.Clashes(one.claims) {
		made.flags = append(made.flags, draw.Tick{X: hours(middle(s, c.Day)), Text: s.Styles.Glyphs.Clash})
	}
	k.plots[id] = made
	return made
}

// legend says what the signs of the panels mean.
func (k *kept) legend(s pane.Scene, all []panel, f frame) []string {
	gl, w := s.Styles.Glyphs, s.Words.Plots
	muted := s.Styles.Muted.Render
	marked := sideSeries(s)
	var claims []*model.Count
	for _, one := range all {
		claims = append(claims, one.claims...)
		for i, of := range k.series(s, one).sides {
			marked[i].Points = append(marked[i].Points, of.Points...)
		}
	}
	parts := legendOf(s.Within(layout.Size{W: max(s.Size.W, roomy)}), marked)
	if slices.ContainsFunc(all, func(one panel) bool { return !stale(*one.group) }) {
		parts = append(parts, muted(gl.Horizontal+" "+s.Words.WorkingBy(s.Board.Rules().Working)))
	}
	for _, sign := range []struct {
		sign, word string
		of         draw.Hedge
	}{{gl.Up, w.Above, draw.Above}, {gl.Down, w.Below, draw.Below}, {gl.Span, w.Around, draw.Around}} {
		if slices.ContainsFunc(claims, func(c *model.Count) bool { return hedge(c) == sign.of }) {
			parts = append(parts, muted(sign.sign+" "+sign.word))
		}
	}
	parts = append(parts, muted(gl.Dot+" "+w.Span), s.Styles.Warn.Render(gl.Clash)+" "+muted(w.Clash))
	scale := w.Linear
	if f.log {
		scale = s.Words.Ledger.LogScale
	}
	return wrapped(s, append(parts, muted(scale)))
}

// wrapped puts the parts of the key into lines, whole, as far as there is room.
func wrapped(s pane.Scene, parts []string) []string {
	most := 1
	if s.Size.H >= spareKey {
		most = mostKey
	}
	lines := []string{""}
	for _, part := range parts {
		last := len(lines) - 1
		switch joined := lines[last] + "  " + part; {
		case lines[last] == "":
			lines[last] = " " + part
		case draw.Width(joined) < s.Size.W:
			lines[last] = joined
		case len(lines) < most:
			lines = append(lines, " "+part)
		default:
			return lines
		}
	}
	return lines
}
