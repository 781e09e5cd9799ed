package trucks

import (
	"math"
	"slices"
	"strconv"
	"time"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// months draws the figures per period: the bars of a subject, the list of all of
// them, and what stands behind the one that is selected.
func (p *Pane) months(s pane.Scene, at places) []draw.Piece {
	f := p.of(s).figures
	if len(f.entries) == 0 {
		text := " " + s.Styles.Muted.Render(s.Words.Plots.NoTally)
		return []draw.Piece{{Rect: at.plots, Lines: draw.Lines([]string{text}, at.plots.W, at.plots.H)}}
	}
	here := f.entries[p.tallies.Index(f.things())]
	return []draw.Piece{
		{Rect: at.plots, Lines: bars(s.Within(at.plots.Size()), here)},
		{Rect: at.list, Lines: p.tallies.View(s.Within(at.list.Size()), f.things())},
		{Rect: at.told, Lines: basis(s.Within(at.told.Size()), here.tally)},
	}
}

// basis tells of a figure: for which period, who gives it, what it rests on, and
// its sources.
func basis(s pane.Scene, t *model.Tally) []string {
	period := s.Moment(t.Period)
	if partial(t) {
		period += " (" + s.Words.Plots.Partial + ")"
	}
	figure := s.Styles.Figure.Render(s.Figure(s.Words.Tally(t)))
	lines := []string{s.Join(figure, t.Subject.String(), s.Styles.Muted.Render(period), t.By.String())}
	field := func(name, text string) {
		if text != "" && len(lines) < s.Size.H-2 {
			lines = append(lines, s.Styles.Muted.Render(s.Words.Field(name))+" "+text)
		}
	}
	field("basis", t.Basis.String())
	field("note", t.Note.String())
	return ruled(s, append(lines, sources(s, t.ID)))
}

// bars draws the figures of a subject, each over its period. A period for which
// there is none is no bar: unknown is not zero.
func bars(s pane.Scene, here entry) []string {
	all := uprights(s, here)
	key := ""
	if slices.ContainsFunc(here.subject.tallies, partial) {
		key = part + " " + s.Words.Plots.Partial
	}
	if slices.ContainsFunc(all, func(b draw.Upright) bool { return math.IsNaN(b.Value) }) {
		key += "  " + s.Styles.Glyphs.Dot + " " + s.Words.Plots.Gap
	}
	lines := []string{" " + here.subject.title(s) + "  " + s.Styles.Muted.Render(key)}
	for _, line := range draw.Uprights(all, s.Size.W-2, s.Size.H-1, draw.UprightStyle{
		Axis: s.Styles.Faint, Label: s.Styles.Muted, Lit: s.Styles.Selected, Glyphs: s.Styles.Glyphs, Unknown: s.Styles.Glyphs.Dot,
	}) {
		lines = append(lines, " "+line+" ")
	}
	return draw.Lines(lines, s.Size.W, s.Size.H)
}

// mostGap is how many periods without a figure are shown before the next.
const mostGap = 24

// uprights are the bars of a subject, with what was left out between them.
func uprights(s pane.Scene, here entry) []draw.Upright {
	of := here.subject
	var out []draw.Upright
	for i, t := range of.tallies {
		at, _ := t.Period.Dates()
		if i > 0 {
			before, _ := of.tallies[i-1].Period.Dates()
			out = append(out, of.gap(s, before, at)...)
		}
		b := of.upright(s, at)
		b.Value, b.Text, b.Style, b.Lit = math.NaN(), s.Styles.Glyphs.Dot, s.Styles.Muted, t == here.tally
		if t.Value != nil {
			b.Value, b.Text = float64(*t.Value), short(s, t)
		}
		out = append(out, b)
	}
	return out
}

// part is the sign of a figure for a part of a period.
const part = "*"

// short is the number of a figure over its bar, with signs for how it was meant
// and for a part of its period.
func short(s pane.Scene, t *model.Tally) string {
	text := value(s, float64(*t.Value))
	switch t.Qualifier {
	case model.Over:
		text = ">" + text
	case model.Under, model.UpTo, model.Almost:
		text = "<" + text
	case model.About:
		text = "~" + text
	}
	if partial(t) {
		text += part
	}
	return text
}

// gap are the periods between two for which there is no figure.
func (o subject) gap(s pane.Scene, from, to time.Time) []draw.Upright {
	var out []draw.Upright
	for t := o.next(from); o.before(t, to) && len(out) < mostGap; t = o.next(t) {
		b := o.upright(s, t)
		b.Value, b.Style = math.NaN(), s.Styles.Faint
		out = append(out, b)
	}
	return out
}

// next is the period after that of a day.
func (o subject) next(t time.Time) time.Time {
	switch o.length {
	case model.Month:
		return time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, t.Location())
	case model.Day:
		return time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, t.Location())
	case model.Year, model.Span, model.Minute, model.Midnight, model.None:
	}
	return time.Date(t.Year()+1, 1, 1, 0, 0, 0, 0, t.Location())
}

// before tells whether the period of a day is before that of another.
func (o subject) before(t, u time.Time) bool {
	switch o.length {
	case model.Month:
		return t.Year()*12+int(t.Month()) < u.Year()*12+int(u.Month())
	case model.Day:
		return t.Format(time.DateOnly) < u.Format(time.DateOnly)
	case model.Year, model.Span, model.Minute, model.Midnight, model.None:
	}
	return t.Year() < u.Year()
}

// upright is the bar of the period of a day, with nothing in it.
func (o subject) upright(s pane.Scene, t time.Time) draw.Upright {
	year := strconv.Itoa(t.Year())
	switch o.length {
	case model.Month:
		return draw.Upright{Label: s.Words.Months[t.Month()-1], Era: year}
	case model.Day:
		return draw.Upright{Label: strconv.Itoa(t.Day()), Era: s.Words.Months[t.Month()-1]}
	case model.Year, model.Span, model.Minute, model.Midnight, model.None:
	}
	return draw.Upright{Label: year}
}
