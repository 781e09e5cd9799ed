package export

import (
	"cmp"
	"fmt"
	"strings"

	"bordertop/model"
)

// ending names a deadline: by its title, or what ends by whose decision and where.
func (q quoter) ending(d *model.DeadlineStatus) string {
	if title := d.Title(); !title.Empty() {
		return short(line(title), factRoom/2)
	}
	if len(d.Measures) == 0 {
		return string(d.ID)
	}
	return q.effect(d.Measures)
}

// effect names measures that hold together.
func (q quoter) effect(ms []*model.Measure) string {
	w := q.o.Words
	var among []model.Country
	for _, c := range q.b.Crossings {
		among = append(among, c.Crossing.Countries...)
	}
	name := w.MeasureTitle(ms[0])
	if c := w.Mentioned(ms[0].By.String(), among); c != "" {
		name = w.EffectBy(c, w.Effect(ms))
		if fee := ms[0].Fee; fee != nil {
			name += ", " + w.Fee(*fee)
		}
	}
	if where := (text{b: q.b, o: q.o}).where(ms); where != "" {
		name += ", " + where
	}
	return short(name, factRoom/2)
}

// naming names a record or an act in a few words.
func (q quoter) naming(id model.ID) string {
	a, ok := q.b.Record(id)
	if !ok {
		if ms := q.b.Act(id); len(ms) > 0 {
			return q.effect(ms)
		}
		return string(id)
	}
	switch r := a.Record.(type) {
	case *model.Measure:
		return q.effect([]*model.Measure{r})
	case *model.Count:
		return q.claimant(r)
	case *model.Condition:
		return q.demand(r)
	case *model.Incident:
		return short(cmp.Or(line(r.Title), line(r.Summary), string(id)), factRoom/2)
	case *model.Amendment:
		return fmt.Sprintf(q.o.Words.Quote.Amends, q.o.Words.Amendment(r.Type), q.namings(r.Of))
	case *model.Source, *model.Place, *model.Crossing, *model.Report, *model.Deadline, *model.Queue, *model.Statement, *model.Tally:
	}
	return short(q.fact(a.Record), factRoom/2)
}

// several names records that something was done to: measures of one kind in one
// go, the first of others and how many more there are.
func (q quoter) several(rs []model.Record) string {
	var ms []*model.Measure
	for _, r := range rs {
		if m, ok := r.(*model.Measure); ok {
			ms = append(ms, m)
		}
	}
	if len(ms) == len(rs) && len(ms) > 0 {
		return q.effect(ms)
	}
	name := q.naming(rs[0].Head().ID)
	if len(rs) > 1 {
		name += " " + q.o.Words.More(len(rs)-1)
	}
	return name
}

func (q quoter) namings(ids []model.ID) string {
	parts := make([]string, 0, len(ids))
	for _, id := range ids {
		if q.b.Known.Before(q.b.KnownAt(id)) || len(parts) == maxGroups {
			continue
		}
		if a, ok := q.b.Record(id); ok && a.Record.Kind() == model.KindAmendment {
			parts = append(parts, string(id)) // Amendments may amend each other.
			continue
		}
		parts = append(parts, q.naming(id))
	}
	return strings.Join(parts, "; ")
}
