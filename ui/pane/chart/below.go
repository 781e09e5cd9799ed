package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
)

// below are the lines under the map.
func (m *sheet) below() []string {
	lines := []string{m.here(), m.legend()}
	return lines[:m.Size.H-m.size.H]
}

// here tells of the crossing under the cursor: its state, its names, its roads, and
// how well its position is known.
func (m *sheet) here() string {
	i := m.scape.find(m.on)
	if i < 0 {
		return ""
	}
	status := m.scape.spots[i].crossing
	style, sign := m.State(status.Headline)
	dot := m.Styles.Muted.Render(" " + m.Styles.Glyphs.Dot + " ")
	word := m.Words.State(status.Headline)
	if status.Headline.Disputed() {
		word = m.Words.Disputed
	}
	name := m.Crossing(status.Crossing)
	if uncertain(status.Crossing) {
		name = "~" + name
	}
	text := " " + style.Render(sign+" "+word) + "  " + m.Styles.Heading.Render(name)
	if roads := roads(status.Crossing); roads != "" {
		text += dot + m.Styles.Muted.Render(roads)
	}
	if m.scape.unplaced > 0 {
		text += dot + m.Styles.Warn.Render(m.Words.Count(m.Words.Map.Unplaced, int64(m.scape.unplaced)))
	}
	return draw.FitTail(text, m.Size.W, m.Styles.Glyphs.Ellipsis)
}

func roads(c *model.Crossing) string {
	parts := make([]string, len(c.Roads))
	for i, r := range c.Roads {
		parts[i] = r.String()
	}
	return strings.Join(parts, ", ")
}

// legend is the key to the signs that are on the map, as far as there is room, and
// a scale.
func (m *sheet) legend() string {
	scale := m.scale()
	left := m.Size.W - width(scale) - 2
	var parts []string
	for _, part := range m.signsUsed() {
		if left -= width(part) + 2; left >= 0 {
			parts = append(parts, part)
		}
	}
	text := " " + strings.Join(parts, "  ")
	return m.Styles.Faint.Render(draw.Fit(text, m.Size.W-width(scale)-1)) + m.Styles.Muted.Render(scale) + " "
}

// signsUsed explains the signs for which there is something to map.
func (m *sheet) signsUsed() []string {
	g, w := m.Styles.Glyphs, m.Words.Map
	var out []string
	for _, one := range []struct {
		text string
		uses func(spot) bool
	}{
		{"~ " + w.About, func(sp spot) bool { return sp.crossing != nil && uncertain(sp.crossing.Crossing) }},
		{strings.Join(g.Recent[:], "") + " " + fmt.Sprintf(w.Recent, strconv.Itoa(int(late/day))), func(sp spot) bool { return sp.recent.count > 0 }},
		{g.Airport + " " + w.Airport, func(sp spot) bool { return sp.kind == model.Airport }},
		{g.City + " " + w.City, func(sp spot) bool { return sp.kind == model.City }},
	} {
		if slices.ContainsFunc(m.scape.spots, one.uses) {
			out = append(out, one.text)
		}
	}
	return out
}

// kilometres is the length of a degree of latitude.
const kilometres = 111.2

// scale is a line of a round length that says how long it is; empty where there is
// no room.
func (m *sheet) scale() string {
	cell := 2 * kilometres / m.view.Scale
	most := float64(m.Size.W) / 5
	if most < 4 {
		return ""
	}
	length := math.Pow(10, math.Floor(math.Log10(most*cell)))
	for _, by := range []float64{5, 2} {
		if by*length <= most*cell {
			length *= by
			break
		}
	}
	g := m.Styles.Glyphs
	cells := max(int(math.Round(length/cell)), 2)
	number := strings.Replace(strconv.FormatFloat(length, 'f', -1, 64), ".", m.Words.Decimal, 1)
	return g.TeeRight + strings.Repeat(g.Horizontal, cells-2) + g.TeeLeft + " " + fmt.Sprintf(m.Words.Map.Kilometres, number)
}
