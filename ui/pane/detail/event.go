package detail

import (
	"time"

	"bordertop/model"
	"bordertop/ui/theme"
)

// incident writes what happened.
func (p *page) incident(i *model.Incident) {
	p.text(p.s.Styles.Text, i.Summary.String())
	p.blank()
	p.field("figures", p.figures(i.Figures))
	p.field("where", i.Where.String())
	p.refs("places", i.Places)
	p.refs("crossings", i.Crossings)
	p.about(i.About)
}

// about names the records that an event tells of, a line each.
func (p *page) about(ids []model.ID) {
	label := p.s.Words.Field("about")
	for _, id := range ids {
		p.rowOf(label, p.ref(id))
		label = ""
	}
}

// statement writes what was said.
func (p *page) statement(st *model.Statement) {
	p.text(p.s.Styles.Text, st.Summary.String())
	if !st.Quote.Empty() {
		p.blank()
		p.text(p.s.Styles.Heading, "“"+st.Quote.String()+"”")
	}
	p.blank()
	p.field("role", st.Role.String())
	p.field("side", p.s.Side(st.Side))
	p.field("language", p.s.Words.Language(st.Language))
	p.about(st.About)
}

// condition writes what a side wants.
func (p *page) condition(c *model.Condition) {
	p.put(styled(p.conditionState(c.State)))
	p.blank()
	p.field("kind", p.s.Words.Demand(c.Type))
	p.field("side", p.s.Side(c.Side))
	p.field("by", c.By.String())
	p.field("stated", when(p.s, c.Stated))
}

// fate writes each state that a condition was in, and what made it so.
func (p *page) fate(c *model.Condition) {
	p.section(p.s.Words.Page.Fate)
	changes := p.stateChanges()
	first := p.value("state", c.State)
	if len(changes) > 0 {
		first = p.value("state", changes[0].Old)
	}
	p.row(p.s.Styles.Text, p.day(c.Stated), first)
	for _, change := range changes {
		p.rowOf(p.day(p.since(change.By)), p.to(p.s.Styles.Text, change.By.ID, p.value("state", change.New)))
		p.row(p.s.Styles.Muted, "", change.By.Reason.String())
	}
}

// since is from when an amendment holds, as it says.
func (p *page) since(a *model.Amendment) model.Moment {
	if a.At.IsZero() {
		return a.Known
	}
	return a.At
}

// day is the day of a moment with its year.
func (p *page) day(m model.Moment) string { return p.s.Words.DayOf(m, p.s.Zone, time.Time{}) }

func (p *page) stateChanges() []model.Change {
	var out []model.Change
	for _, c := range p.a.Changes {
		if c.Field == "state" {
			out = append(out, c)
		}
	}
	return out
}

// conditionState is the state of a condition with its sign.
func (p *page) conditionState(state model.ConditionState) string {
	g := p.s.Styles.Glyphs
	style, sign := p.s.Styles.Unknown, g.Unknown
	switch state {
	case model.Met:
		style, sign = p.s.Styles.Open, g.Check
	case model.PartlyMet:
		style, sign = p.s.Styles.Restricted, g.Restricted
	case model.Unmet, model.Relapsed:
		style, sign = p.s.Styles.Closed, g.Cross
	case model.DisputedState:
		style, sign = p.s.Styles.Disputed, g.Disputed
	case model.Untriggered, model.StillOpen, model.UnknownCondition:
	case model.WithdrawnState:
		style, sign = theme.Style{}, g.Dash
	}
	return style.Render(sign + " " + p.s.Words.Condition(state))
}

// deadline writes what falls due.
func (p *page) deadline(d *model.Deadline) {
	p.ending(d.ID)
	p.field("due", when(p.s, d.Due))
	p.field("by", d.By.String())
	p.about(d.About)
}
