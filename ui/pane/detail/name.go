package detail

import (
	"strings"

	"bordertop/model"
	"bordertop/model/lang"
)

// name is what a record is called, in a line; its id where nothing is known of
// it at the moment shown.
func (p *page) name(id model.ID) string {
	if a, ok := p.s.Board.Record(id); ok {
		return p.title(a.Record)
	}
	if ms := p.s.Board.Act(id); len(ms) > 0 {
		return p.title(ms[0])
	}
	return string(id)
}

func (p *page) names(ids []model.ID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = p.name(id)
	}
	return strings.Join(parts, ", ")
}

// list names records, each a link.
func (p *page) list(ids []model.ID) []piece {
	var out []piece
	for _, id := range ids {
		if len(out) > 0 {
			out = append(out, piece{text: ", ", style: p.s.Styles.Text})
		}
		out = append(out, p.ref(id))
	}
	return out
}

// ref names a record and leads to it.
func (p *page) ref(id model.ID) piece { return p.to(p.s.Styles.Text, id, p.name(id)) }

// title is what a record is called.
func (p *page) title(r model.Record) string {
	w := p.s.Words
	switch r := r.(type) {
	case *model.Source:
		return r.Publisher.String()
	case *model.Place:
		return p.s.Place(r)
	case *model.Crossing:
		return p.s.Crossing(r)
	case *model.Measure:
		return w.MeasureTitle(r)
	case *model.Report:
		return p.names(r.Crossings) + ": " + w.Report(r.State)
	case *model.Deadline:
		return r.Title.String()
	case *model.Incident, *model.Statement:
		return p.s.Event(r).Title
	case *model.Condition:
		return p.s.Side(r.Side) + ": " + r.Text.String()
	case *model.Count, *model.Queue, *model.Tally:
		return p.figureTitle(r)
	case *model.Amendment:
		return w.Amendment(r.Type) + ": " + p.names(r.Of)
	}
	return string(r.Head().ID)
}

// figureTitle is what a record of a figure is called.
func (p *page) figureTitle(r model.Record) string {
	w := p.s.Words
	switch r := r.(type) {
	case *model.Count:
		return w.Counted(p.known(w.Figure(r)), lang.Most(r), r.Unit, r.What)
	case *model.Queue:
		return p.join(w.Kind(model.KindQueue)+" "+p.name(r.Crossing), w.Class(r.Class), p.towards(r.To))
	case *model.Tally:
		return r.Subject.String() + ": " + p.known(w.Tally(r))
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Incident,
		*model.Statement, *model.Condition, *model.Amendment:
	}
	return ""
}

// known is a figure, or the word that there is none: unknown is not zero.
func (p *page) known(figure string) string {
	if figure == "" {
		return p.s.Words.Page.Unknown
	}
	return figure
}

// towards is a direction; empty for both ways.
func (p *page) towards(to model.Country) string {
	if to == "" {
		return ""
	}
	return p.s.Styles.Glyphs.Right + " " + p.s.Words.Country(to)
}

// where names the crossings of a measure, in a line.
func (p *page) where(m *model.Measure) string {
	if m.Crossings == nil {
		return p.s.Words.Page.Every
	}
	return p.names(m.Crossings)
}
