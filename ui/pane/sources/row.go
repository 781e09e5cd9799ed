package sources

import (
	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// columns are how a line is set.
type columns struct{ table draw.Table }

// The widths of dates and names: of publishers, of kinds, of titles and of what is repeated.
const (
	mostDate                = 14
	leastName, mostName     = 16, 34
	mostKind                = 26
	leastTitle              = 16
	leastOrigin, mostOrigin = 10, 26
)

// measure sets the columns: who says so and how much rests on it before all else,
// then when it appeared, the newest that it told, what sort of source it is, what
// it says and what it repeats.
func (p *Pane) measure(s pane.Scene) columns {
	all := p.cited(s)
	if k := p.kept; k.columns != nil && k.version == s.Version && k.width == s.Size.W {
		return *k.columns
	}
	w := s.Words
	date, name, kind, number, newest := draw.Width(w.Field("published")), leastName, draw.Width(w.Field("kind")), draw.Width(w.Sources.Records), draw.Width(w.Sources.Newest)
	for _, c := range all {
		date = max(date, draw.Width(published(s, c)))
		name = max(name, draw.Width(publisher(s, c)))
		kind = max(kind, draw.Width(w.Source(c.Source.Type)))
		number = max(number, draw.Width(w.Number(int64(weight(c)))))
		newest = max(newest, draw.Width(told(s, c)))
	}
	date, name, kind = min(date, mostDate), min(name, mostName), min(kind, mostKind)
	out := columns{draw.NewTable(s.Size.W-2, 2, s.Styles.Glyphs,
		draw.Column{Min: date, Priority: 5},
		draw.Column{Min: leastName, Max: name, Flex: 2, Priority: 7},
		draw.Column{Min: kind, Priority: 2},
		draw.Column{Min: leastTitle, Flex: 3, Priority: 3},
		draw.Column{Min: leastOrigin, Max: mostOrigin, Flex: 1, Priority: 1},
		draw.Column{Min: number, Priority: 6, Align: draw.AlignRight},
		draw.Column{Min: newest, Priority: 4, Align: draw.AlignRight},
	)}
	p.kept.columns, p.kept.width, p.kept.version = &out, s.Size.W, s.Version
	return out
}

// header names the columns.
func (c columns) header(s pane.Scene) string {
	w := s.Words
	cells := []string{
		w.Field("published"), w.Field("publisher"), w.Field("kind"), w.Field("title"), w.Field("origin"), w.Sources.Records, w.Sources.Newest,
	}
	for i, cell := range cells {
		cells[i] = s.Styles.Faint.Render(cell)
	}
	return " " + c.table.Row(cells...)
}

// row is a source.
func (c columns) row(s pane.Scene, of model.Citation) string {
	muted := s.Styles.Muted.Render
	return " " + c.table.Row(
		muted(published(s, of)),
		publisher(s, of),
		muted(s.Words.Source(of.Source.Type)),
		about(of),
		muted(origin(s, of)),
		s.Styles.Figure.Render(s.Words.Number(int64(weight(of)))),
		muted(told(s, of)),
	)
}

// published is the day on which a source appeared.
func published(s pane.Scene, c model.Citation) string {
	if c.Source.Published.IsZero() {
		return s.Words.Page.Undated
	}
	return s.Day(c.Source.Published)
}

// publisher names a source, with the mark of state media.
func publisher(s pane.Scene, c model.Citation) string {
	name := c.Source.Publisher.String()
	if c.Source.StateMedia {
		name += s.Styles.StateMedia.Render(s.Styles.Glyphs.StateMedia)
	}
	return name
}

// about is what a source says of itself.
func about(c model.Citation) string {
	if c.Source.Title.Empty() {
		return c.Source.Description.String()
	}
	return c.Source.Title.String()
}

// origin names what a source repeats: another source, or an agency.
func origin(s pane.Scene, c model.Citation) string {
	if o := s.Board.Source(model.ID(c.Source.Origin.String())); o != nil {
		return o.Publisher.String()
	}
	return c.Source.Origin.String()
}

// told is the day of the newest record that rests on a source, the last where it is
// one of some.
func told(s pane.Scene, c model.Citation) string {
	if c.Newest == nil {
		return s.Styles.Glyphs.Dash
	}
	m := c.Newest.Own()
	last := m.First().In(s.Zone)
	if m.Precision() != model.Minute {
		_, last = m.Dates()
	}
	return s.Words.Date(last, s.At().In(s.Zone))
}
