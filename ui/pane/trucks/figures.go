package trucks

import (
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// subject is what figures per period are of: those with one subject, unit and
// length of period, in the order of time.
type subject struct {
	name, unit string
	length     model.Precision
	tallies    []*model.Tally
}

// subjects groups the figures of the board, which stand by subject and period.
func subjects(s pane.Scene) []subject {
	type kind struct {
		name, unit string
		length     model.Precision
	}
	var out []subject
	places := map[kind]int{}
	for _, t := range s.Board.Tallies {
		k := kind{t.Subject.String(), t.Unit.String(), length(t.Period)}
		at, ok := places[k]
		if !ok {
			at = len(out)
			places[k] = at
			out = append(out, subject{name: k.name, unit: k.unit, length: k.length})
		}
		out[at].tallies = append(out[at].tallies, t)
	}
	return out
}

// title is the name of a subject with its unit, unless the name tells that.
func (o subject) title(s pane.Scene) string {
	name := s.Styles.Heading.Render(o.name)
	if strings.Contains(strings.ToLower(o.name), strings.ToLower(o.unit)) {
		return name
	}
	return name + " " + s.Styles.Muted.Render(o.unit)
}

// length is that of a period: a day, a month or a year. One that begins and ends
// in a month is a part of that, any other one a part of a year.
func length(m model.Moment) model.Precision {
	first, last := m.Dates()
	switch m.Precision() {
	case model.Month, model.Year:
		return m.Precision()
	case model.Day, model.Minute, model.Midnight:
		return model.Day
	case model.Span:
		if first.Year() == last.Year() && first.Month() == last.Month() {
			return model.Month
		}
	case model.None:
	}
	return model.Year
}

// partial tells whether a figure is for a part of a month or a year.
func partial(t *model.Tally) bool { return t.Period.Precision() == model.Span }

// entry is a line of the list of figures: a figure, or the heading of a subject.
type entry struct {
	subject *subject
	tally   *model.Tally // nil on a heading
}

// figures is the list of all figures, by subject.
type figures struct {
	s              pane.Scene
	entries        []entry
	period, number int // the widths of columns
}

func newFigures(s pane.Scene) figures {
	f := figures{s: s, period: 4}
	of := subjects(s)
	for i := range of {
		f.entries = append(f.entries, entry{subject: &of[i]})
		for _, t := range of[i].tallies {
			f.entries = append(f.entries, entry{&of[i], t})
			f.number = max(f.number, draw.Width(number(s, t)))
			f.period = max(f.period, draw.Width(s.Moment(t.Period)))
		}
	}
	return f
}

func (f figures) things() pane.Things {
	return pane.Things{
		Len: len(f.entries), Rows: 1,
		ID:    f.id,
		Draw:  func(i int) []string { return []string{f.line(f.entries[i])} },
		Under: f.under,
	}
}

func (f figures) id(i int) model.ID {
	if t := f.entries[i].tally; t != nil {
		return t.ID
	}
	return ""
}

// under is the place of the heading that a figure stands under.
func (f figures) under(i int) int {
	for f.entries[i].tally != nil {
		i--
	}
	return i
}

// line is a heading, or a figure with its period and who gives it.
func (f figures) line(e entry) string {
	s := f.s
	if e.tally == nil {
		return draw.FitTail(" "+e.subject.title(s), s.Size.W-1, s.Styles.Glyphs.Ellipsis) + " "
	}
	period, figure := min(f.period, s.Size.W/2), min(f.number, s.Size.W/3)
	return "  " + draw.FitTail(s.Styles.Muted.Render(s.Moment(e.tally.Period)), period, s.Styles.Glyphs.Ellipsis) + " " +
		draw.FitRight(number(s, e.tally), figure) + "  " +
		draw.FitTail(s.Styles.Muted.Render(e.tally.By.String()), s.Size.W-period-figure-6, s.Styles.Glyphs.Ellipsis) + " "
}

// number is the figure of a tally without its unit.
func number(s pane.Scene, t *model.Tally) string {
	if t.Value == nil {
		return s.Words.Ledger.NoNumber
	}
	return strings.TrimSpace(s.Words.Qualifier(t.Qualifier) + " " + s.Words.Number(*t.Value))
}
