package detail

import (
	"slices"

	"bordertop/model"
	"bordertop/ui/theme"
)

// amendments writes what was changed and what is disputed.
func (p *page) amendments() {
	by := p.changedBy()
	if len(by) > 0 || p.a.Withdrawal != nil {
		p.section(p.s.Words.Page.Amendments)
		p.changes()
	}
	if len(p.a.Disputes) > 0 {
		p.section(p.s.Words.Page.Disputed)
		p.disputes()
	}
}

// disputes writes what others say instead.
func (p *page) disputes() {
	for _, d := range p.a.Disputes {
		p.amendment(p.s.Styles.Disputed, p.join(p.s.Styles.Glyphs.Disputed+" "+p.s.Words.Amendment(d.Type), d.By.String()), d)
	}
}

// changes writes each amendment that changed the record at hand.
func (p *page) changes() {
	for _, a := range p.changedBy() {
		p.amendment(p.s.Styles.Warn, p.join(p.s.Words.Amendment(a.Type), a.By.String()), a)
	}
	if p.a.Withdrawal != nil {
		a := p.a.Withdrawal
		p.amendment(p.s.Styles.Error, p.join(p.s.Words.Amendment(a.Type), a.By.String()), a)
	}
}

// changedBy lists the amendments that changed the record, in order, each once. A
// condition's changes of state alone are told as its fate.
func (p *page) changedBy() []*model.Amendment {
	var out []*model.Amendment
	for _, c := range p.a.Changes {
		fate := c.Field == "state" && p.a.Record.Kind() == model.KindCondition
		known := slices.ContainsFunc(out, func(a *model.Amendment) bool { return a.ID == c.By.ID })
		if !fate && !known {
			out = append(out, c.By)
		}
	}
	return out
}

// amendment writes what one amendment says, under what it is and whose.
func (p *page) amendment(st theme.Style, title string, a *model.Amendment) {
	moment := a.At
	if moment.IsZero() {
		moment = a.Known
	}
	p.text(st, p.join(title, when(p.s, moment)))
	for _, set := range a.Set {
		p.row(p.s.Styles.Text, p.s.Words.Field(set.Field), p.value(set.Field, set.Value))
		for _, c := range p.a.Changes {
			if c.By.ID == a.ID && c.Field == set.Field {
				if old := p.value(c.Field, c.Old); old != "" {
					p.was(old)
				}
			}
		}
	}
	p.row(p.s.Styles.Text, p.s.Words.Field("reason"), a.Reason.String())
	p.row(p.s.Styles.Text, p.s.Words.Field("note"), a.Note.String())
}
