package timeline

import (
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
)

// summary tells of the slot of the moment shown how much happened, by category.
func (c *chart) summary() string {
	st, words := c.s.Styles, c.s.Words
	m := c.moment(c.cursor)
	text := " " + st.Heading.Render(words.Named(m, c.s.Zone, c.s.At()))
	sums := c.sumsAt(c.cursor)
	all := whole(sums)
	if all.Count == 0 {
		return text + "  " + st.Muted.Render(words.Timeline.Nothing)
	}
	text += "  " + words.Number(int64(all.Count))
	var parts []string
	for _, i := range c.categories() {
		if sum := one(sums, i); sum.Count > 0 {
			part := words.Category(c.story.Categories[i]) + " " + words.Number(int64(sum.Count))
			if sum.Worst > 0 {
				part += " " + st.Severity(sum.Worst).Render(strings.Repeat(st.Glyphs.Severity, sum.Worst))
			}
			parts = append(parts, part)
		}
	}
	return text + st.Muted.Render(":") + " " + strings.Join(parts, st.Muted.Render(" "+st.Glyphs.Dot+" "))
}

// sumsAt is what happened in a slot.
func (c *chart) sumsAt(slot int) []model.CategorySum {
	at := *c
	at.left, at.slots, at.bounds = slot, 1, newWindow(c.scale, slot, 1).bounds
	return at.sums()[0]
}

// headline is a line on something that happened: how severe, when, and what. Some of
// a day may have hours.
func (c *chart) headline(r model.Record, hours bool) string {
	st := c.s.Styles
	e := c.s.Event(r)
	degree := st.Severity(e.Severity).Render(draw.Fit(strings.Repeat(st.Glyphs.Severity, min(max(e.Severity, 0), 4)), 4))
	when := ""
	switch own := r.Own(); {
	case c.level == weeks || c.level == months:
		when = draw.FitRight(c.s.Day(own), c.dayWidth()) + " "
	case own.Exact():
		when = own.First().In(c.s.Zone).Format("15:04") + " "
	case hours:
		when = draw.Fit("", len("15:04")) + " "
	}
	return "  " + degree + " " + st.Muted.Render(when) + e.Title
}

// dayWidth has room for the first and the last day of the slot of the moment
// shown.
func (c *chart) dayWidth() int {
	first, last := model.Exactly(c.start(c.cursor)), model.Exactly(c.start(c.cursor+1).Add(-1))
	return max(draw.Width(c.s.Day(first)), draw.Width(c.s.Day(last)))
}

// legend says what the signs mean, as far as there is room.
func (c *chart) legend() string {
	st, w := c.s.Styles, c.s.Words.Timeline
	g := st.Glyphs
	var heights strings.Builder
	for n := 1; n <= 4; n++ {
		heights.WriteString(st.Severity(n).Render(height(g, n)))
	}
	parts := []string{
		heights.String() + " " + c.s.Words.Severities(1, 4),
		st.Closed.Render(g.Closed) + " " + strings.ToLower(c.s.Words.Closed),
		st.Restricted.Render(g.Restricted) + " " + strings.ToLower(c.s.Words.Restricted),
		st.Restricted.Render(g.Cross) + " " + c.s.Words.Measure(model.Ban),
		g.BarPlanned + " " + w.Planned,
		g.Right + " " + w.Endless,
		st.Unknown.Render(g.Unknown) + " " + w.Doubt,
	}
	sides := c.s.Sides()
	for _, country := range []model.Country{sides.Near, sides.Far} {
		if country != "" {
			style, mark := sides.Of(string(country))
			parts = append(parts, style.Render(mark)+" "+c.s.Words.Country(country))
		}
	}
	parts = append(parts, st.SideC.Render(g.SideC)+" "+c.s.Words.Ledger.Others)
	if !c.s.Since.IsZero() {
		parts = append(parts, st.Warn.Render(g.Marked)+" "+w.Compared)
	}
	text := " "
	for i, part := range parts {
		if i > 0 {
			part = "  " + part
		}
		if draw.Width(text)+draw.Width(part) > c.s.Size.W {
			break
		}
		text += part
	}
	return st.Muted.Over(text)
}
