package detail

import (
	"slices"

	"bordertop/model"
	"bordertop/ui/draw"
)

// public splits the sources of a record into those that had appeared by the
// board's moment and the number of those that came later.
func (p *page) public(id model.ID) (out []*model.Source, later int) {
	for _, s := range p.s.Board.Sources(id) {
		if s.Published.First().After(p.s.Board.Known) {
			later++
		} else {
			out = append(out, s)
		}
	}
	return out, later
}

// sources writes who says so, the newest first.
func (p *page) sources(r model.Record) {
	if r.Kind() == model.KindSource {
		return
	}
	out, later := p.public(r.Head().ID)
	p.section(p.s.Words.Page.Sources)
	for _, s := range out {
		p.publisher(s)
		p.cited(s)
		p.blank()
	}
	if later > 0 {
		p.text(p.s.Styles.Faint, p.s.Words.LaterSources(later))
	} else if len(out) == 0 {
		p.text(p.s.Styles.Warn, p.s.Words.Page.NoSources)
	}
}

// publisher writes who published a source and how long ago, with the mark of
// state media.
func (p *page) publisher(s *model.Source) {
	date := p.published(s)
	if date == "" {
		date = p.s.Words.Page.Undated
	}
	name := p.s.Styles.Heading.Render(s.Publisher.String())
	if s.StateMedia {
		name += p.s.Styles.StateMedia.Render(p.s.Styles.Glyphs.StateMedia + " " + p.s.Words.Page.StateMedia)
	}
	room := p.w - draw.Width(date) - 2
	if draw.Width(name) <= room {
		p.put(draw.Fit(name, room) + "  " + p.s.Styles.Muted.Render(date))
		return
	}
	p.put(draw.FitTail(name, min(draw.Width(name), p.w), p.s.Styles.Glyphs.Ellipsis))
	p.text(p.s.Styles.Muted, date)
}

// published is when a source appeared and how long ago; empty where it is
// undated.
func (p *page) published(s *model.Source) string {
	if s.Published.IsZero() {
		return ""
	}
	return when(p.s, s.Published) + ", " + p.age(s.Published)
}

// age is how long ago a moment was; a day that is not over has no age in hours.
func (p *page) age(m model.Moment) string {
	if m.Within(p.s.At()) {
		return p.s.Words.Page.Today
	}
	return p.s.Words.Age(p.s.At().Sub(m.First())) + " " + p.s.Words.Ago
}

// cited writes what a source is and where it is found.
func (p *page) cited(s *model.Source) {
	title := s.Title.String()
	if s.Title.Empty() {
		title = s.Description.String()
	}
	p.text(p.s.Styles.Text, title)
	repeats := ""
	if !s.Origin.Empty() {
		repeats = p.s.Words.Page.Repeats + " " + p.origin(s)
	}
	p.text(p.s.Styles.Muted, p.join(s.URL.Host(), p.s.Words.Source(s.Type), repeats))
	p.text(p.s.Styles.Muted, s.Note.String())
}

// origin names what a source repeats: another source, or an agency.
func (p *page) origin(s *model.Source) string {
	if o := p.s.Board.Source(model.ID(s.Origin.String())); o != nil {
		return o.Publisher.String()
	}
	return s.Origin.String()
}

// source writes the page of a source.
func (p *page) source(s *model.Source) {
	if s.StateMedia {
		p.text(p.s.Styles.StateMedia, p.s.Styles.Glyphs.StateMedia+" "+p.s.Words.Page.StateMedia)
	}
	p.cited(s)
	p.blank()
	p.field("published", p.known(p.published(s)))
	p.row(p.s.Styles.Text, p.s.Words.Field("url"), s.URL.String())
}

// cite names the publishers of a record's sources in a line.
func (p *page) cite(id model.ID) {
	var names []string
	out, _ := p.public(id)
	for _, s := range out {
		name := s.Publisher.String()
		if s.StateMedia {
			name += p.s.Styles.Glyphs.StateMedia
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	p.row(p.s.Styles.Muted, p.s.Words.Field("sources"), p.join(names...))
}
