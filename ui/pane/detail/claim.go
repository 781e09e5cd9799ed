package detail

import (
	"slices"

	"bordertop/model"
	"bordertop/model/lang"
)

// count writes a claim. What the heading says is told again only where it was
// changed or is disputed.
func (p *page) count(c *model.Count) {
	w := p.s.Words
	p.text(p.s.Styles.Text, c.Summary.String())
	p.blank()
	for _, f := range []struct{ name, value string }{
		{"value", p.known(w.Figure(c))}, {"what", w.What(c.What)}, {"unit", w.Unit(c.Unit)},
	} {
		if p.contested(f.name) {
			p.field(f.name, f.value)
		}
	}
	// Datasets say it in English, and need not repeat the unit.
	if text := c.UnitText.String(); text != lang.English().Unit(c.Unit) {
		p.field("unit_text", text)
	}
	p.field("by", c.By.String())
	p.field("side", p.s.Side(c.Side))
	if c.Crossing != "" {
		p.refs("crossing", []model.ID{c.Crossing})
	}
	p.claim("part_of", c.PartOf)
	p.claim("repeats", c.Repeats)
	if _, claim, ok := p.s.Board.Claim(c.ID); ok {
		p.row(p.s.Styles.Text, w.Page.Fresh, w.Freshness(claim.Fresh))
	} else if p.a.Withdrawal == nil {
		p.row(p.s.Styles.Stale, w.Page.Fresh, w.Page.Superseded)
	}
}

// contested tells whether a field was changed or is disputed.
func (p *page) contested(field string) bool {
	return slices.ContainsFunc(p.a.Changes, func(c model.Change) bool { return c.Field == field }) ||
		slices.ContainsFunc(p.a.Disputes, func(d *model.Amendment) bool {
			return slices.ContainsFunc(d.Set, func(a model.Assignment) bool { return a.Field == field })
		})
}

// claim names another claim and whose it is.
func (p *page) claim(field string, id model.ID) {
	a, ok := p.s.Board.Record(id)
	if c, is := a.Record.(*model.Count); ok && is {
		p.rowOf(p.s.Words.Field(field), p.to(p.s.Styles.Text, id, p.join(p.title(c), c.By.String(), p.s.Day(c.At))))
	}
}

// groupOf finds the claims that may be compared with one that a newer replaced.
func (p *page) groupOf(c *model.Count) model.ClaimGroup {
	claims := p.s.Board.Claims
	i := slices.IndexFunc(claims, func(g model.ClaimGroup) bool {
		return g.What == c.What && g.Unit == c.Unit && g.Crossing == c.Crossing
	})
	if i < 0 {
		return model.ClaimGroup{}
	}
	return claims[i]
}

// rivals lists what others claim the same to be.
func (p *page) rivals(c *model.Count) {
	group, _, ok := p.s.Board.Claim(c.ID)
	if !ok && p.a.Withdrawal == nil {
		group = p.groupOf(c)
	}
	others := slices.DeleteFunc(slices.Clone(group.Claims), func(o model.Claim) bool { return o.Count.ID == c.ID })
	if len(others) == 0 {
		return
	}
	p.section(p.s.Words.Page.Rivals)
	for _, o := range others {
		p.bullet(p.to(p.s.Styles.Text, o.Count.ID, p.join(p.known(p.s.Words.Figure(o.Count)), o.Count.By.String(), p.s.Day(o.Count.At), p.s.Words.Freshness(o.Fresh))))
	}
}
