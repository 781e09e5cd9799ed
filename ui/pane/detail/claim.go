package detail

import (
	"slices"

	"bordertop/model"
)

// count writes a claim and its rivals.
func (p *page) count(c *model.Count) {
	w := p.s.Words
	p.text(p.s.Styles.Text, c.Summary.String())
	p.blank()
	p.field("value", p.known(w.Figure(c)))
	p.field("what", w.What(c.What))
	unit := w.Unit(c.Unit)
	if text := c.UnitText.String(); text != unit {
		unit = p.join(unit, text)
	}
	p.field("unit", unit)
	p.field("by", c.By.String())
	p.field("side", c.Side.String())
	if c.Crossing != "" {
		p.field("crossing", p.name(c.Crossing))
	}
	p.claim("part_of", c.PartOf)
	p.claim("repeats", c.Repeats)
	group, claim, ok := p.s.Board.Claim(c.ID)
	if ok {
		p.row(p.s.Styles.Text, w.Page.Fresh, w.Freshness(claim.Fresh))
	} else if p.a.Withdrawal == nil {
		p.row(p.s.Styles.Stale, w.Page.Fresh, w.Page.Superseded)
		group = p.groupOf(c)
	}
	p.rivals(c, group)
}

// claim names another claim and whose it is.
func (p *page) claim(field string, id model.ID) {
	a, ok := p.s.Board.Record(id)
	if c, is := a.Record.(*model.Count); ok && is {
		p.field(field, p.join(p.title(c), c.By.String(), p.s.Day(c.At)))
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
func (p *page) rivals(c *model.Count, g model.ClaimGroup) {
	var out []string
	for _, o := range g.Claims {
		if o.Count.ID != c.ID {
			out = append(out, p.join(p.known(p.s.Words.Figure(o.Count)), o.Count.By.String(), p.s.Day(o.Count.At), p.s.Words.Freshness(o.Fresh)))
		}
	}
	if len(out) > 0 {
		p.section(p.s.Words.Page.Rivals)
		p.bullets(p.s.Styles.Text, out)
		p.blank()
	}
}

// queue writes a reading of a queue.
func (p *page) queue(q *model.Queue) {
	p.field("crossing", p.name(q.Crossing))
	p.field("to", p.towards(q.To))
	p.field("class", p.s.Words.Class(q.Class))
	p.field("waiting", p.known(p.value("waiting", q.Waiting)))
	p.field("called", p.value("called", q.Called))
	p.field("per_hour", p.value("per_hour", q.PerHour))
	p.field("per_day", p.value("per_day", q.PerDay))
	if q.Wait > 0 {
		p.field("wait", p.s.Words.Span(q.Wait))
	}
	p.field("method", q.Method.String())
}

// readings lists the queues and claims at a crossing.
func (p *page) readings(id model.ID) {
	var out []string
	w := p.s.Words
	for _, q := range p.s.Board.Queues {
		if q.Queue.Crossing != id {
			continue
		}
		parts := []string{w.Kind(model.KindQueue), w.Class(q.Queue.Class), p.towards(q.Queue.To)}
		for _, f := range []struct {
			name string
			n    *int64
		}{{"waiting", q.Queue.Waiting}, {"per_hour", q.Queue.PerHour}, {"per_day", q.Queue.PerDay}} {
			if f.n != nil {
				parts = append(parts, w.Field(f.name)+" "+w.Number(*f.n))
			}
		}
		out = append(out, p.join(append(parts, p.s.Moment(q.Queue.At), w.Freshness(q.Fresh))...))
	}
	for _, g := range p.s.Board.Claims {
		for _, c := range g.Claims {
			if g.Crossing == id {
				out = append(out, p.join(p.title(c.Count), c.Count.By.String(), p.s.Day(c.Count.At), w.Freshness(c.Fresh)))
			}
		}
	}
	if len(out) > 0 {
		p.section(p.s.Words.Page.Readings)
		p.bullets(p.s.Styles.Text, out)
	}
}
