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

// queue writes a reading of a queue.
func (p *page) queue(q *model.Queue) {
	p.refs("crossing", []model.ID{q.Crossing})
	p.field("to", p.towards(q.To))
	p.field("class", p.s.Words.Class(q.Class))
	p.field("waiting", p.known(p.value("waiting", q.Waiting)))
	p.field("called", p.value("called", q.Called))
	p.field("per_hour", p.value("per_hour", q.PerHour))
	p.field("per_day", p.value("per_day", q.PerDay))
	if q.Wait != nil {
		p.field("wait", p.s.Words.Span(*q.Wait))
	}
	p.field("method", q.Method.String())
}

// readings lists the queues and claims at a crossing.
func (p *page) readings(id model.ID) {
	var out []piece
	w := p.s.Words
	for _, q := range p.s.Board.Queues {
		if q.Queue.Crossing == id {
			out = append(out, p.to(p.s.Styles.Text, q.Queue.ID, p.reading(q)))
		}
	}
	for _, g := range p.s.Board.Claims {
		for _, c := range g.Claims {
			if g.Crossing == id {
				text := p.join(p.title(c.Count), c.Count.By.String(), p.s.Day(c.Count.At), w.Freshness(c.Fresh))
				out = append(out, p.to(p.s.Styles.Text, c.Count.ID, text))
			}
		}
	}
	if len(out) == 0 {
		return
	}
	p.section(w.Page.Readings)
	for _, one := range out {
		p.bullet(one)
	}
}

// reading tells a queue in a line.
func (p *page) reading(q model.QueueStatus) string {
	w := p.s.Words
	parts := []string{w.Kind(model.KindQueue), w.Class(q.Queue.Class), p.towards(q.Queue.To)}
	for _, f := range []struct {
		name string
		n    *int64
	}{{"waiting", q.Queue.Waiting}, {"per_hour", q.Queue.PerHour}, {"per_day", q.Queue.PerDay}} {
		if f.n != nil {
			parts = append(parts, w.Field(f.name)+" "+w.Number(*f.n))
		}
	}
	return p.join(append(parts, p.s.Moment(q.Queue.At), w.Freshness(q.Fresh))...)
}
