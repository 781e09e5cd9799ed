package detail

import "bordertop/model"

// name is what a record is called, in a line; its id where nothing is known of
// it at the moment shown.
func (p *page) name(id model.ID) string { return p.s.Name(id) }

func (p *page) names(ids []model.ID) string { return p.s.NamesOf(ids) }

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
func (p *page) title(r model.Record) string { return p.s.Title(r) }

// known is a figure, or the word that there is none: unknown is not zero.
func (p *page) known(figure string) string { return p.s.Figure(figure) }

// towards is a direction; empty for both ways.
func (p *page) towards(to model.Country) string { return p.s.Towards(to) }

// where names the crossings of a measure, in a line.
func (p *page) where(m *model.Measure) string {
	if m.Crossings == nil {
		return p.s.Words.Page.Every
	}
	return p.names(m.Crossings)
}
