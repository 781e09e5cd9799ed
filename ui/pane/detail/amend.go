package detail

import (
	"slices"
	"strings"

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
		p.amendment(p.s.Styles.Disputed, p.s.Styles.Glyphs.Disputed+" ", d)
	}
}

// changes writes each amendment that changed the record at hand.
func (p *page) changes() {
	for _, a := range p.changedBy() {
		p.amendment(p.s.Styles.Warn, "", a)
	}
	if p.a.Withdrawal != nil {
		p.amendment(p.s.Styles.Error, "", p.a.Withdrawal)
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

// amendment writes what one amendment says, under what it is and whose, after a
// sign. One that the page has told before is only named.
func (p *page) amendment(st theme.Style, sign string, a *model.Amendment) {
	title := p.join(p.s.Words.Amendment(a.Type), a.By.String(), when(p.s, p.since(a)))
	if p.said[a.ID] {
		p.prose(piece{text: sign, style: st}, p.to(st, a.ID, title), piece{text: p.dot() + p.s.Words.Page.Above, style: p.s.Styles.Muted})
		return
	}
	p.said[a.ID] = true
	p.prose(piece{text: sign, style: st}, p.to(st, a.ID, title))
	p.sets(a)
	p.row(p.s.Styles.Text, p.s.Words.Field("reason"), a.Reason.String())
	p.row(p.s.Styles.Text, p.s.Words.Field("note"), a.Note.String())
	p.cite(a.Sources)
}

// sets writes the values that an amendment gives, each with what it replaced in
// the record at hand.
func (p *page) sets(a *model.Amendment) {
	for _, set := range a.Set {
		value, old := p.value(set.Field, set.Value), p.replaced(a, set.Field)
		if added, ok := grown(set.Field, old, value); ok {
			p.row(p.s.Styles.Text, p.s.Words.Field(set.Field), p.s.Styles.Glyphs.Ellipsis+added)
			continue
		}
		p.rowOf(p.s.Words.Field(set.Field), p.valued(set.Field, set.Value)...)
		if old != value {
			p.was(old)
		}
	}
}

// grown gives what was added to a text; not ok where it was written anew,
// and for fields that are short.
func grown(field, old, value string) (added string, ok bool) {
	added, ok = strings.CutPrefix(value, old)
	return added, ok && (field == "note" || field == "summary") && old != "" && added != ""
}

// replaced is the value of a field of the record at hand that an amendment
// replaced; empty where there was none.
func (p *page) replaced(a *model.Amendment, field string) string {
	for _, c := range p.a.Changes {
		if c.By.ID == a.ID && c.Field == field {
			return p.value(field, c.Old)
		}
	}
	return ""
}

// valued is the value of a field in words that lead to what they name.
func (p *page) valued(field string, v any) []piece {
	switch v := v.(type) {
	case model.ID:
		return []piece{p.ref(v)}
	case []model.ID:
		return p.list(v)
	}
	return []piece{{text: p.value(field, v), style: p.s.Styles.Text}}
}
