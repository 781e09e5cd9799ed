package export

import (
	"cmp"
	"fmt"
	"strings"

	"bordertop/model"
)

// claimTurn tells whose claim turned, and from which figure to which.
func (q quoter) claimTurn(c model.ClaimTurn) Turn {
	w := q.o.Words.Changes
	if c.After == nil {
		return Turn{Name: q.claimant(c.Before.Count), Is: w.Gone, Was: q.figured(c.Before.Count)}
	}
	t := Turn{Name: q.claimant(c.After.Count), Is: q.figured(c.After.Count)}
	switch {
	case c.Aged():
		t.Is = fmt.Sprintf(w.Aged, t.Is)
	case c.Before != nil:
		t.Was = q.figured(c.Before.Count)
	}
	if c.After.Count.PartOf != "" {
		t.Note = q.o.Words.Ledger.Part
	}
	return t
}

// claimant names a claim by who claims what: "Linava, trucks stranded".
func (q quoter) claimant(c *model.Count) string {
	w := q.o.Words
	what := q.at(w.Group(c.Unit, c.What), []model.ID{c.Crossing})
	if who := short(cmp.Or(c.By.String(), w.Side(c.Side.String())), factRoom/2); who != "" {
		return who + ", " + what
	}
	return what
}

// figured is the figure of a claim with its day.
func (q quoter) figured(c *model.Count) string {
	figure := cmp.Or(q.o.Words.Figure(c), q.o.Words.Ledger.NoNumber)
	if day := q.o.Words.DayOf(c.At, q.o.Zone, q.b.Valid); day != "" {
		return fmt.Sprintf(q.o.Words.Quote.Thing, figure, day)
	}
	return figure
}

// conditionTurn tells how a condition stands.
func (q quoter) conditionTurn(c model.ConditionTurn) Turn {
	w := q.o.Words
	if c.After == nil {
		return Turn{Name: q.demand(c.Before.Condition), Is: w.Changes.Gone, Was: w.Standing(c.Before.Condition.State)}
	}
	t := Turn{Name: q.demand(c.After.Condition), Is: w.Standing(c.After.Condition.State)}
	if c.Before != nil {
		t.Was = w.Standing(c.Before.Condition.State)
	}
	return t
}

// demand names a condition: "Lithuania, demand “balloons stop”".
func (q quoter) demand(c *model.Condition) string {
	w := q.o.Words
	side := cmp.Or(w.Side(c.Side.String()), c.By.String(), w.NoSide())
	text := fmt.Sprintf(w.Quote.Words, strings.TrimRight(short(line(c.Text), factRoom/2), "."))
	return strings.Join(strings.Fields(side+", "+w.Demand(c.Type)+" "+text), " ")
}

// eventTurn tells of an incident or a statement.
func (q quoter) eventTurn(r model.Record) Turn {
	w := q.o.Words
	kind := w.Kind(r.Kind())
	if i, ok := r.(*model.Incident); ok && i.Severity > 0 {
		kind += ", " + w.Degree(int(i.Severity))
	}
	t := Turn{Name: fmt.Sprintf(w.Changes.On, kind, q.when(r.Own())), Is: q.naming(r.Head().ID)}
	if s, ok := r.(*model.Statement); ok {
		t.Is = strings.TrimRight(short(cmp.Or(line(s.Summary), line(s.Quote)), factRoom/2), ".")
		if who := q.speaker(s); who != "" {
			t.Is = w.Turn(short(who, factRoom/2), t.Is, "")
		}
	}
	return t
}

// amendmentTurn tells what an amendment did to a record, by whom and why.
func (q quoter) amendmentTurn(a model.AmendmentTurn) Turn {
	w := q.o.Words
	by := a.Amendment
	t := Turn{Name: fmt.Sprintf(w.Quote.Amends, w.Amendment(by.Type), q.several(a.Records))}
	if !by.By.Empty() {
		t.Name = fmt.Sprintf(w.Changes.By, t.Name, short(line(by.By), factRoom/4))
	}
	var is, was []string
	for _, c := range a.Changes {
		name := w.Field(c.Field)
		is = append(is, w.Turn(name, cmp.Or(q.o.value(c.New), w.Page.Unknown), ""))
		if old := q.o.value(c.Old); old != "" {
			was = append(was, old)
		}
	}
	t.Is, t.Was = short(strings.Join(is, ", "), factRoom/2), short(strings.Join(was, ", "), factRoom/2)
	if by.Type == model.Withdrawal {
		t.Is = w.Changes.TakenBack
	}
	reason := short(line(by.Reason), factRoom/2)
	if t.Is == "" {
		t.Is = cmp.Or(short(q.claimed(by), factRoom/2), w.Amendment(by.Type))
	}
	if reason != "" && reason != t.Is {
		t.Note = fmt.Sprintf(w.Changes.Reason, reason)
	}
	return t
}
