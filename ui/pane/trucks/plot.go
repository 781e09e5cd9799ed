package trucks

import (
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// history lists the claims with a number of what a group counts, also those that
// newer ones of the same claimant replaced. Claims in other units never join.
func history(s pane.Scene, g model.ClaimGroup) []*model.Count {
	return slices.DeleteFunc(s.Board.History(g.What), func(c *model.Count) bool {
		return c.Unit != g.Unit || c.Crossing != g.Crossing || s.Words.Figure(c) == ""
	})
}

// drawable tells whether claims of different times are there to be compared.
func drawable(s pane.Scene, g model.ClaimGroup) bool {
	cs := history(s, g)
	return len(cs) > 1 && cs[0].At.First().Before(cs[len(cs)-1].At.First())
}

// logFrom is the span from which a linear scale would press what is small to
// the foot.
const logFrom = 8

// plot draws the claims of a group over time, a mark for each side, and the key
// to the marks above.
func plot(s pane.Scene, g model.ClaimGroup) []string {
	if s.Size.H <= 0 {
		return nil
	}
	claims := history(s, g)
	sides := s.Sides()
	gl := s.Styles.Glyphs
	series := sideSeries(s)
	low, high := point(claims[0]).Y, 0.0
	for _, c := range claims {
		_, mark := sides.Of(c.Side.String())
		i := slices.IndexFunc(series, func(one draw.Series) bool { return one.Mark == mark })
		p := point(c)
		series[i].Points = append(series[i].Points, p)
		low, high = min(low, p.Y), max(high, p.Y)
	}
	first, last := claims[0].At, claims[len(claims)-1].At
	st := draw.PlotStyle{
		Axis: s.Styles.Faint, Glyphs: gl, Log: low > 0 && high > logFrom*low,
		Left: s.Day(first), Right: s.Day(last), Decimal: s.Words.Decimal,
	}
	key := legendOf(s, series)
	key = append(key, s.Words.Unit(g.Unit))
	if st.Log {
		key = append(key, s.Words.Ledger.LogScale)
	}
	if slices.ContainsFunc(claims, func(c *model.Count) bool { return onlyStateMedia(s, c) }) {
		key = append(key, s.Styles.StateMedia.Render(gl.StateMedia)+" "+s.Styles.Muted.Render(s.Words.Ledger.OnlyStateMedia))
	}
	for len(key) > 1 && draw.Width(strings.Join(key, "  ")) > s.Size.W-2 {
		key = key[:len(key)-1]
	}
	lines := []string{" " + strings.Join(key, "  ")}
	for _, line := range draw.Plot(series, s.Size.W-2, s.Size.H-1, st) {
		lines = append(lines, " "+line+" ")
	}
	return draw.Lines(lines, s.Size.W, s.Size.H)
}

// sideSeries are the series of the three sides, with nothing in them.
func sideSeries(s pane.Scene) []draw.Series {
	st, gl := s.Styles, s.Styles.Glyphs
	return []draw.Series{{Mark: gl.SideA, Style: st.SideA}, {Mark: gl.SideB, Style: st.SideB}, {Mark: gl.SideC, Style: st.SideC}}
}

// legendOf explains the marks of the series that have points.
func legendOf(s pane.Scene, series []draw.Series) []string {
	sides := s.Sides()
	names := []string{s.Words.Country(sides.Near), s.Words.Country(sides.Far), s.Words.Ledger.Others}
	if s.Size.W < roomy {
		names[0], names[1] = string(sides.Near), string(sides.Far)
	}
	var out []string
	for i, one := range series {
		if len(one.Points) > 0 {
			out = append(out, one.Style.Render(one.Mark)+" "+s.Styles.Muted.Render(names[i]))
		}
	}
	return out
}

// point places a claim: a range by its middle, between its ends.
func point(c *model.Count) draw.Point {
	p := draw.Point{X: float64(c.At.First().Unix()) / time.Hour.Seconds()}
	switch {
	case c.Min != nil && c.Max != nil:
		p.Low, p.High = float64(*c.Min), float64(*c.Max)
		p.Y = (p.Low + p.High) / 2
	case c.Max != nil:
		p.Y = float64(*c.Max)
	case c.Min != nil:
		p.Y = float64(*c.Min)
	case c.Value != nil:
		p.Y = float64(*c.Value)
	}
	return p
}
