package detail

import (
	"fmt"
	"slices"

	"bordertop/model"
	"bordertop/ui/pane"
)

// sameAct lists what else the act of a measure does.
func (p *page) sameAct(m *model.Measure) {
	var others []*model.Measure
	for _, o := range p.s.Board.Act(m.Act) {
		if o.ID != m.ID {
			others = append(others, o)
		}
	}
	if len(others) == 0 {
		return
	}
	p.section(p.s.Words.Page.SameAct)
	for _, o := range others {
		p.bullet(p.to(p.s.Styles.Text, o.ID, p.join(p.title(o), p.where(o), o.Scope.String())))
	}
}

// clauses writes what a measure says.
func (p *page) clauses(m *model.Measure) {
	w := p.s.Words
	p.field("from", when(p.s, m.From))
	p.field("until", when(p.s, m.Until))
	p.field("ended", when(p.s, m.Ended))
	p.field("ends_when", m.EndsWhen.String())
	if m.Crossings == nil {
		p.field("crossings", w.Page.Every)
	} else {
		p.refs("crossings", m.Crossings)
	}
	p.field("to", p.towards(m.To))
	p.field("classes", w.Classes(m.Classes))
	if m.Scope.String() != w.Classes(m.Classes) {
		p.field("scope", m.Scope.String())
	}
	p.field("affects", m.Affects.String())
	p.field("fee", p.fee(m.Fee))
	p.field("reason", m.Reason.String())
	p.field("instrument", m.Instrument.String())
	p.refs("replaces", m.Replaces)
	if m.Act != m.ID && m.Act != "" {
		p.rowOf(w.Field("act"), p.to(p.s.Styles.Text, m.Act, string(m.Act)))
	}
	p.allows(m)
}

// allows lists who may pass, unless the page has told so already.
func (p *page) allows(m *model.Measure) {
	untold := slices.ContainsFunc(m.Allows, func(permit model.Permit) bool { return !slices.Contains(p.told, permit) })
	if untold {
		p.row(p.s.Styles.Muted, p.s.Words.Field("allows"), p.s.Words.Number(int64(len(m.Allows)))+":")
		p.bullets(p.permits(m.Allows))
	}
}

// act writes the page of an act: how its end stands, and each of its measures.
func (p *page) act(id model.ID) {
	p.text(p.s.Styles.Heading, p.name(id))
	p.text(p.s.Styles.Muted, p.s.Words.Page.Act)
	p.sealed()
	p.blank()
	p.ending(id)
	for _, a := range p.s.Board.Why(id) {
		title := p.title(a.Record)
		if m, ok := a.Record.(*model.Measure); ok {
			title = p.join(title, p.where(m))
		}
		p.reason(a, title)
	}
}

// ending writes how the end of a measure or an act stands.
func (p *page) ending(id model.ID) {
	for _, d := range p.s.Board.Deadlines {
		ends := d.ID == id || slices.ContainsFunc(d.Measures, func(m *model.Measure) bool { return m.ID == id })
		if ends {
			p.row(p.s.Styles.Text, p.s.Words.Page.Deadline, stands(p.s, d))
		}
	}
}

// stands says how a deadline stands: how much is left or how long it is past.
func stands(s pane.Scene, d model.DeadlineStatus) string {
	w := s.Words
	text := w.DeadlineState(d.State)
	switch d.State {
	case model.Running, model.BroughtForward, model.Extended, model.Coming:
		text += ", " + fmt.Sprintf(w.Page.Left, w.Span(d.Left(s.At())))
	case model.LiftedEarly:
		text += ", " + fmt.Sprintf(w.Page.Early, w.Span(d.Early()))
	case model.Elapsed:
		text = w.Back(d.Over(s.At())) + ", " + text
	case model.NoDate:
	}
	if share, ok := d.Share(s.At()); ok && d.Left(s.At()) > 0 {
		text += ", " + fmt.Sprintf(w.Page.Share, w.Number(int64(share*100)))
	}
	return text
}

// chain writes the records behind the state of a crossing, what decides first.
func (p *page) chain(id model.ID) {
	why := p.s.Board.Why(id)
	if len(why) == 0 {
		return
	}
	p.section(p.s.Words.Page.Chain)
	for _, a := range why {
		p.reason(a, p.title(a.Record))
	}
}

// reason writes one record of a chain: what it says, what was changed, who says
// so.
func (p *page) reason(a model.Amended, title string) {
	own := p.a
	p.a = a
	p.blank()
	p.prose(p.to(p.s.Styles.Heading, a.Record.Head().ID, title))
	switch r := a.Record.(type) {
	case *model.Measure:
		p.clauses(r)
	case *model.Report, *model.Place, *model.Queue, *model.Tally, *model.Amendment:
		p.row(p.s.Styles.Text, p.s.Words.Field("at"), when(p.s, r.Own()))
		p.small(r)
	case *model.Source, *model.Crossing, *model.Deadline, *model.Count, *model.Incident, *model.Statement, *model.Condition:
		p.row(p.s.Styles.Text, p.s.Words.Field("at"), when(p.s, r.Own()))
	}
	p.field("note", a.Record.Head().Note.String())
	p.learnt(a.Record)
	p.cite(a.Record.Head().Sources)
	p.changes()
	p.disputes()
	p.a = own
}

// alsoInForce lists the measures at a crossing that limit no passage, such as
// fees and requirements, as far as the board awaits their end.
func (p *page) alsoInForce(id model.ID) {
	var out []piece
	why := p.s.Board.Why(id)
	for _, d := range p.s.Board.Deadlines {
		if d.State == model.Coming || d.State == model.Elapsed || d.State == model.LiftedEarly {
			continue
		}
		for _, m := range d.Measures {
			told := slices.ContainsFunc(why, func(a model.Amended) bool { return a.Record.Head().ID == m.ID })
			if !told && (m.Crossings == nil || slices.Contains(m.Crossings, id)) {
				out = append(out, p.to(p.s.Styles.Text, m.ID, p.join(p.title(m), m.Scope.String(), m.Affects.String(), stands(p.s, d))))
			}
		}
	}
	if len(out) == 0 {
		return
	}
	p.section(p.s.Words.Page.InForce)
	for _, one := range out {
		p.bullet(one)
	}
}
