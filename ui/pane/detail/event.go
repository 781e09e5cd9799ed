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
	p.field("places", p.names(i.Places))
	p.field("crossings", p.names(i.Crossings))
	p.about(i.About)
}

// about names the records that an event tells of.
func (p *page) about(ids []model.ID) {
	for _, id := range ids {
		p.row(p.s.Styles.Text, p.s.Words.Field("about"), p.name(id))
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
	p.field("side", st.Side.String())
	p.field("language", p.s.Words.Language(st.Language))
	p.about(st.About)
}

// condition writes what a side wants and each step of its fate.
func (p *page) condition(c *model.Condition) {
	w := p.s.Words
	p.put(p.conditionState(c.State))
	p.blank()
	p.field("kind", w.Demand(c.Type))
	p.field("side", c.Side.String())
	p.field("by", c.By.String())
	p.field("stated", when(p.s, c.Stated))
	p.section(w.Page.Fate)
	state := p.value("state", c.State)
	for i, change := range p.stateChanges() {
		if i == 0 {
			p.row(p.s.Styles.Text, p.day(c.Stated), p.value("state", change.Old))
		}
		state = ""
		at := change.By.At
		if at.IsZero() {
			at = change.By.Known
		}
		p.row(p.s.Styles.Text, p.day(at), p.value("state", change.New))
		p.row(p.s.Styles.Muted, "", change.By.Reason.String())
	}
	if state != "" {
		p.row(p.s.Styles.Text, p.day(c.Stated), state)
	}
	p.blank()
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
