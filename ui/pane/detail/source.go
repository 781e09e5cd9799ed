package detail

import (
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// sources writes who says so, the newest first.
func (p *page) sources(r model.Record) {
	if r.Kind() == model.KindSource {
		return
	}
	out, later := p.s.Sources(r.Head().ID)
	p.section(p.s.Words.Page.Sources)
	for _, s := range out {
		p.publisher(s)
		p.cited(s)
		p.address(s, p.short(s.URL))
		p.text(p.s.Styles.Muted, s.Note.String())
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
	mark := p.stateMedia(s)
	name := s.Publisher.String()
	room := p.w - draw.Width(date) - 2 - draw.Width(mark)
	if draw.Width(name) > room {
		p.prose(p.to(p.s.Styles.Heading, s.ID, name), piece{text: mark, style: p.s.Styles.StateMedia})
		p.text(p.s.Styles.Muted, date)
		return
	}
	gap := strings.Repeat(" ", room-draw.Width(name)+2)
	p.put(p.to(p.s.Styles.Heading, s.ID, name), piece{text: mark, style: p.s.Styles.StateMedia},
		piece{text: gap}, piece{text: date, style: p.s.Styles.Muted})
}

// stateMedia is the mark of a source that a state controls.
func (p *page) stateMedia(s *model.Source) string {
	if !s.StateMedia {
		return ""
	}
	return p.s.Styles.Glyphs.StateMedia + " " + p.s.Words.Page.StateMedia
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
	return p.s.Words.Back(p.s.At().Sub(m.First()))
}

// cited writes the title of a source, or else what it is about.
func (p *page) cited(s *model.Source) {
	title := s.Title.String()
	if s.Title.Empty() {
		title = s.Description.String()
	}
	p.text(p.s.Styles.Text, title)
}

// address writes where a source is found, what it is and what it repeats, in a
// line where it fits.
func (p *page) address(s *model.Source, address string) {
	at := []piece{p.web(p.s.Styles.Muted, s.URL, address)}
	what := p.beside([]piece{{text: p.s.Words.Source(s.Type), style: p.s.Styles.Muted}}, p.repeats(s))
	if all := p.beside(at, what); width(all) <= p.w {
		p.prose(all...)
		return
	}
	p.prose(at...)
	p.prose(what...)
}

// short is an address in a line: the host and as much of the path as fits. Where
// it is not all, it ends in an ellipsis.
func (p *page) short(u clean.URL) string {
	address := shown(u)
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address = address[:i] + p.s.Styles.Glyphs.Ellipsis
	}
	if draw.Width(address) <= p.w {
		return address
	}
	return draw.FitTail(address, p.w, p.s.Styles.Glyphs.Ellipsis)
}

// shown is an address as it is read: without what goes without saying.
func shown(u clean.URL) string {
	return strings.TrimSuffix(strings.TrimPrefix(u.String(), "https://"), "/")
}

// repeats says what a source repeats.
func (p *page) repeats(s *model.Source) []piece {
	if s.Origin.Empty() {
		return nil
	}
	before, after, _ := strings.Cut(p.s.Words.Page.Repeats, "%s")
	return []piece{{text: before, style: p.s.Styles.Muted}, p.origin(s), {text: after, style: p.s.Styles.Muted}}
}

// origin names what a source repeats: another source, or an agency.
func (p *page) origin(s *model.Source) piece {
	if o := p.s.Board.Source(model.ID(s.Origin.String())); o != nil {
		return p.to(p.s.Styles.Muted, o.ID, o.Publisher.String())
	}
	return piece{text: s.Origin.String(), style: p.s.Styles.Muted}
}

// source writes the page of a source.
func (p *page) source(s *model.Source) {
	p.cited(s)
	if !s.Title.Empty() {
		p.text(p.s.Styles.Text, s.Description.String())
	}
	p.blank()
	p.field("published", p.known(p.published(s)))
	kind, mark := piece{text: p.s.Words.Source(s.Type), style: p.s.Styles.Text}, piece{text: p.stateMedia(s), style: p.s.Styles.StateMedia}
	p.rowOf(p.s.Words.Field("kind"), p.beside([]piece{kind}, []piece{mark})...)
	p.rowOf(p.s.Words.Field("origin"), p.origin(s))
	p.rowOf(p.s.Words.Field("url"), p.web(p.s.Styles.Text, s.URL, s.URL.String()))
	p.fares(s.ID)
}

// fares tells how a live source does.
func (p *page) fares(id model.ID) {
	for _, h := range p.s.Feeds {
		if h.ID != id {
			continue
		}
		w := p.s.Words.Live
		p.blank()
		state, style := pane.Faring(p.s, h)
		p.row(style, w.State, state)
		p.row(p.s.Styles.Text, w.Data, pane.DataAge(p.s, h))
		p.row(p.s.Styles.Text, w.Next, pane.Due(p.s, h))
		if remark := pane.Remark(p.s, h); remark != "" {
			p.text(p.s.Styles.Muted, remark)
		}
	}
}

// cite names the publishers of sources that had appeared by then.
func (p *page) cite(ids []model.ID) {
	var names [][]piece
	for _, id := range ids {
		s := p.s.Board.Source(id)
		if s == nil || s.Published.First().After(p.s.Board.Known) {
			continue
		}
		name := s.Publisher.String()
		if s.StateMedia {
			name += p.s.Styles.Glyphs.StateMedia
		}
		names = append(names, []piece{p.to(p.s.Styles.Muted, s.ID, name)})
	}
	p.rowOf(p.s.Words.Field("sources"), p.beside(names...)...)
}
