package detail

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

// crossing writes the state of a crossing, who may pass, and why.
func (p *page) crossing(c *model.Crossing) {
	status, ok := p.s.Board.Crossing(c.ID)
	if ok {
		p.state(status.Headline)
		p.section(p.s.Words.Page.ByClass)
		p.matrix(status.Passages)
		p.allowed(status.Passages)
		p.readings(c.ID)
		p.chain(c.ID)
		p.alsoInForce(c.ID)
		p.here(c.ID)
		p.blank()
	}
	p.spoken(c.Names)
	p.field("aliases", texts(c.Aliases))
	countries := make([]string, len(c.Countries))
	for i, country := range c.Countries {
		countries[i] = p.s.Words.Country(country)
	}
	p.field("countries", strings.Join(countries, ", "))
	if len(c.Serves) > 0 {
		p.field("serves", p.s.Words.Classes(c.Serves))
	}
	p.field("hours", c.Hours.String())
	p.field("roads", texts(c.Roads))
	p.field("coord_confidence", p.position(c.Lat, c.Lon, c.CoordConfidence))
}

// state writes the headline state with its times.
func (p *page) state(h model.Passage) {
	w := p.s.Words
	style, sign := p.s.State(h)
	word := w.State(h)
	if h.Disputed() {
		word += " " + w.Disputed
	}
	p.put(styled(style.Render(sign + " " + word)))
	if !h.Since.IsZero() && h.State != model.Unknown && !h.Reported {
		p.row(p.s.Styles.Text, w.Since, p.join(w.Age(p.s.At().Sub(h.Since.First())), when(p.s, h.Since)))
	}
	if !h.Until.IsZero() && h.State != model.Open {
		p.field("until", when(p.s, h.Until))
	}
	if !h.Seen.IsZero() {
		p.row(p.s.Styles.Text, w.Seen, p.join(p.day(h.Seen), w.Freshness(h.Fresh)))
	}
	for _, r := range h.Beside {
		p.rowOf(w.Seen, p.to(p.s.Styles.Text, r.ID, p.join(p.dated(r), w.Confidence(model.Low))))
	}
	if h.Rival != nil {
		p.rowOf(w.Disputed, p.to(p.s.Styles.Disputed, h.Rival.ID, p.dated(h.Rival)))
	}
}

// matrix writes a line for each class, with a column for each direction.
func (p *page) matrix(passages []model.Passage) {
	var tos []model.Country
	var classes []model.Class
	for _, one := range passages {
		if !slices.Contains(tos, one.To) {
			tos = append(tos, one.To)
		}
		if !slices.Contains(classes, one.Class) {
			classes = append(classes, one.Class)
		}
	}
	columns := []draw.Column{{Min: 15, Priority: 2}}
	head := []string{""}
	for _, to := range tos {
		columns = append(columns, draw.Column{Min: 13, Flex: 1, Max: 22, Priority: 1})
		title := p.s.Words.Page.BothWays
		if to != "" {
			title = p.towards(to)
		}
		head = append(head, p.s.Styles.Muted.Render(title))
	}
	t := draw.NewTable(p.w, 1, p.s.Styles.Glyphs, columns...)
	p.put(styled(t.Row(head...)))
	for _, class := range classes {
		name := p.s.Words.Class(class)
		if class == "" {
			name = p.s.Words.Classes(nil)
		}
		row := []string{p.s.Styles.Muted.Render(name)}
		for _, to := range tos {
			row = append(row, p.cell(passages, class, to))
		}
		p.put(styled(t.Row(row...)))
	}
}

// cell says whether a class may pass in a direction.
func (p *page) cell(passages []model.Passage, class model.Class, to model.Country) string {
	i := slices.IndexFunc(passages, func(o model.Passage) bool { return o.Class == class && o.To == to })
	if i < 0 {
		return ""
	}
	one := passages[i]
	style, sign := p.answer(one)
	word := p.s.Words.Answer(one.May())
	if one.State == model.Unknown && one.Last != model.Unknown {
		word = strings.ToLower(p.s.Words.State(one))
	}
	return style.Render(sign + " " + word)
}

// answer gives the style and the sign of whether a class may pass: under a ban
// that is another than the state of the crossing.
func (p *page) answer(one model.Passage) (theme.Style, string) {
	g := p.s.Styles.Glyphs
	if one.Disputed() {
		return p.s.Styles.Disputed, g.Disputed
	}
	switch one.May() {
	case model.MayNot:
		return p.s.Styles.Closed, g.Closed
	case model.SomeMay:
		return p.s.Styles.Restricted, g.Restricted
	case model.May:
		return p.s.Styles.Open, g.Open
	case model.NotKnown:
	}
	return p.s.Styles.Unknown, g.Unknown
}

// allowed lists who may pass in full, each once.
func (p *page) allowed(passages []model.Passage) {
	for _, one := range passages {
		for _, permit := range one.Allows {
			if !slices.Contains(p.told, permit) {
				p.told = append(p.told, permit)
			}
		}
	}
	if len(p.told) > 0 {
		p.section(p.s.Words.Page.Allowed)
		p.bullets(p.permits(p.told))
	}
}

// permits words each permit by its clause.
func (p *page) permits(ps []model.Permit) []string {
	out := make([]string, len(ps))
	for i, permit := range ps {
		text := permit.Text.String()
		if permit.Text.Empty() {
			text = permit.Who.String()
		}
		if permit.To != "" {
			text += " (" + p.towards(permit.To) + ")"
		}
		out[i] = text
	}
	return out
}
