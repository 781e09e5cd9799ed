package timeline

import (
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/ui/theme"
)

// part is what a bar says of a cell, the weakest first.
type part uint8

const (
	nothing part = iota
	planned      // it was to be in force, and was not
	due          // it is to be
	doubt        // it may have been
	held         // it was
)

// paint is what a lane shows in a cell.
type paint struct {
	part   part
	strict int // of its bar, the strictest being 0
}

// place is where in its line a cell stands.
type place uint8

const (
	within place = iota
	begins
	ends
)

// over tells whether a paint hides another.
func (p paint) over(other paint) bool {
	return p.part > other.part || p.part == other.part && p.strict < other.strict
}

// paints works out what a lane shows in each cell: of all that holds in it, the
// strictest.
func (c *chart) paints(l model.Lane) []paint {
	out := make([]paint, c.cells())
	lay := func(from, to time.Time, p paint) {
		first, last := c.span(from, to)
		for i := first; i < last; i++ {
			if p.over(out[i]) {
				out[i] = p
			}
		}
	}
	for _, b := range l.Bars {
		strict := b.Strictness()
		lay(b.From, b.Held, paint{held, strict})
		lay(b.Held, b.Doubt, paint{doubt, strict})
		lay(latest(b.Held, b.Doubt), b.Due, paint{due, strict})
		lay(latest(b.Held, b.Doubt, b.Due), b.Plan, paint{planned, strict})
	}
	return out
}

func latest(ts ...time.Time) time.Time {
	return slices.MaxFunc(ts, time.Time.Compare)
}

// lane draws the bars of a lane.
func (c *chart) lane(l model.Lane) []cell {
	cells := slices.Clone(c.plain)
	paints := c.paints(l)
	for i, p := range paints {
		if p.part == nothing {
			continue
		}
		at := within
		switch {
		case p.part == held && (i > 0 && paints[i-1] != p || i == 0 && c.began(l, p)):
			at = begins
		case i+1 < len(paints) && paints[i+1].part == nothing || i+1 == len(paints) && c.stops(l):
			at = ends
		}
		text, style := c.sign(p, at)
		cells[i] = cell{text: text, style: style}
	}
	c.ends(cells, paints, l)
	return cells
}

// began tells whether what the first cell in view shows began in it.
func (c *chart) began(l model.Lane, p paint) bool {
	return !slices.ContainsFunc(l.Bars, func(b model.Bar) bool {
		return b.Strictness() == p.strict && b.From.Before(c.from()) && b.Held.After(c.from())
	})
}

// stops tells whether what the last cell in view shows as planned ends there.
func (c *chart) stops(l model.Lane) bool {
	return !slices.ContainsFunc(l.Bars, func(b model.Bar) bool { return latest(b.Due, b.Plan).After(c.to()) })
}

// sign is that of a paint in a cell: what is in force is a line that begins with
// the sign of the state, what was planned one with gaps that stops where the plan
// does.
func (c *chart) sign(p paint, at place) (text string, style theme.Style) {
	st, g := c.s.Styles, c.s.Styles.Glyphs
	style, begin, line := c.strict(p.strict)
	switch p.part {
	case planned:
		style = st.Faint
	case doubt:
		return g.Unknown, st.Unknown
	case held:
		if at == begins {
			return begin, style
		}
		return line, style
	case due, nothing:
	}
	if at == ends {
		return g.TeeLeft, style
	}
	return g.BarPlanned, style
}

// strict gives the style of what is so strict, the sign that it begins with, and
// that of its line.
func (c *chart) strict(strict int) (style theme.Style, begin, line string) {
	st, g := c.s.Styles, c.s.Styles.Glyphs
	switch strict {
	case 0:
		return st.Closed, g.Closed, g.BarFull
	case 1:
		return st.Restricted, g.Restricted, g.BarFull
	case model.Bar{Measure: &model.Measure{Type: model.Ban}}.Strictness():
		return st.Restricted, g.Cross, g.BarBan
	}
	return st.Muted, g.TeeRight, g.Horizontal
}

// ends marks behind the bars what has no end date, and what passed its own without
// a word.
func (c *chart) ends(cells []cell, paints []paint, l model.Lane) {
	for _, b := range l.Bars {
		_, last := c.span(b.From, b.Held)
		if last <= 0 || last >= len(cells) || paints[last].part != nothing {
			continue
		}
		style, _, _ := c.strict(b.Strictness())
		switch {
		case b.Endless:
			cells[last] = cell{text: c.s.Styles.Glyphs.Right, style: style}
		case b.Lapsed:
			cells[last] = cell{text: c.s.Styles.Glyphs.Unknown, style: c.s.Styles.Unknown}
		}
	}
}

// seen lists the lanes of which anything is in view.
func (c *chart) seen() []model.Lane {
	var out []model.Lane
	for _, l := range c.story.Lanes {
		if slices.ContainsFunc(l.Bars, func(b model.Bar) bool {
			return b.From.Before(c.to()) && latest(b.Held, b.Doubt, b.Due, b.Plan).After(c.from())
		}) {
			out = append(out, l)
		}
	}
	return out
}

// here is the bar of a lane that is in force at the moment shown, the strictest;
// else, not in force, the one that is nearest.
func here(l model.Lane, at time.Time) (b model.Bar, inForce bool) {
	b = l.Bars[0]
	for _, other := range l.Bars {
		holds := !other.From.After(at) && !other.Held.Before(at) && other.From.Before(other.Held)
		switch {
		case holds && (!inForce || other.Strictness() < b.Strictness()):
			b, inForce = other, true
		case !inForce && distance(other, at) < distance(b, at):
			b = other
		}
	}
	return b, inForce
}

// distance is how far a bar lies from a moment.
func distance(b model.Bar, at time.Time) time.Duration {
	switch {
	case at.Before(b.From):
		return b.From.Sub(at)
	case at.After(b.Held):
		return at.Sub(b.Held)
	}
	return 0
}

// titled names a lane before its bars, with the sign of what is in force at the
// moment shown.
func (c *chart) titled(l model.Lane) string {
	b, inForce := here(l, c.s.Board.Valid)
	if !inForce {
		return "   " + c.s.Styles.Muted.Render(c.called(l))
	}
	style, sign, line := c.strict(b.Strictness())
	if sign == c.s.Styles.Glyphs.TeeRight {
		sign = line
	}
	return " " + style.Render(sign) + " " + c.called(l)
}

// called names a lane: a closure by its crossings and, where it is not for all, the
// traffic; any other by what it does and to whom.
func (c *chart) called(l model.Lane) string {
	if l.Kind == model.Closure && len(l.Crossings) > 0 {
		names := make([]string, len(l.Crossings))
		for i, id := range l.Crossings {
			names[i] = string(id)
			if known, ok := c.s.Board.Crossing(id); ok {
				names[i] = c.s.Near(known.Crossing)
			}
		}
		classes := make([]string, len(l.Classes))
		for i, class := range l.Classes {
			classes[i] = c.s.Words.Class(class)
		}
		return c.s.Join(strings.Join(names, ", "), strings.Join(classes, ", "), c.s.Towards(l.To))
	}
	m := l.Bars[0].Measure
	ms := make([]*model.Measure, len(l.Bars))
	for i, b := range l.Bars {
		ms[i] = b.Measure
	}
	sides := c.s.Sides()
	country := c.s.Words.Mentioned(m.By.String(), []model.Country{sides.Near, sides.Far})
	effect := c.s.Words.EffectBy(country, c.s.Words.Effect(ms))
	if country == "" {
		effect = c.s.Title(m)
	}
	return c.s.Join(effect, m.Affects.String(), m.Scope.String())
}
