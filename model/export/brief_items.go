package export

import (
	"cmp"
	"fmt"
	"slices"

	"bordertop/model"
)

// changed tells what changed, by how much it matters: states and deadlines; severe
// incidents and conditions; claims; and what was amended or went stale.
func (p *brief) changed() [4][]sentenceOf {
	var out [4][]sentenceOf
	for _, d := range model.Diff(p.c.From, p.c.To) {
		rank := 3
		switch d.Kind {
		case model.StateChanged, model.DeadlineChanged:
			rank = 0
		case model.EventAdded:
			if p.c.Only == nil && !d.Severe() || p.c.Only != nil && !p.c.Only(d.Event) {
				continue
			}
			rank = 1
		case model.ConditionChanged:
			rank = 1
		case model.ClaimChanged:
			if !d.Claim.Aged() {
				rank = 2
			}
		case model.RecordAmended:
		}
		out[rank] = append(out[rank], sentenceOf{onChanges, Tell(p.b, d, p.o).Sentence(p.o.Words), d.Records})
	}
	return out
}

// due lists what ends, begins or falls due within three days, and within thirty; and
// what passed in the last three without a word.
func (p *brief) due() (near, far []sentenceOf) {
	for _, d := range p.b.Deadlines {
		left := d.Left(p.b.Valid)
		s := sentenceOf{onDue, "", recordsOf(d)}
		switch {
		case d.State == model.Elapsed && d.Over(p.b.Valid) <= soon:
			s.text = p.o.Words.Turn(p.ending(&d), fmt.Sprintf(p.o.Words.Changes.Unheard, p.when(d.At)), "")
			near = append(near, s)
		case left <= 0 || left > afar:
		default:
			s.text = p.o.Words.Turn(p.ending(&d), fmt.Sprintf(p.o.Words.Brief.In, p.announced(d), p.o.Words.Span(left)), "")
			if left <= soon {
				near = append(near, s)
			} else {
				far = append(far, s)
			}
		}
	}
	return near, far
}

// recordsOf are the records that a deadline rests on.
func recordsOf(d model.DeadlineStatus) []model.ID {
	if d.Deadline != nil {
		return []model.ID{d.Deadline.ID}
	}
	out := make([]model.ID, len(d.Measures))
	for i, m := range d.Measures {
		out[i] = m.ID
	}
	return out
}

// figures tell where claims of the same differ: their range, and the working figure.
func (p *brief) figures() []sentenceOf {
	var out []sentenceOf
	for _, g := range p.b.Claims {
		if g.Low == nil || g.High == nil || *g.Low == *g.High {
			continue
		}
		s := sentenceOf{section: onFigures, text: (&chain{quoter: p.quoter}).figure(g)}
		if g.Working != nil {
			s.records = []model.ID{g.Working.Count.ID}
		}
		for _, c := range g.Claims {
			if reaches(c.Count, *g.Low) || reaches(c.Count, *g.High) {
				s.records = append(s.records, c.Count.ID)
			}
		}
		out = append(out, s)
	}
	return out
}

// reaches tells whether a claim has a number as one of its own.
func reaches(c *model.Count, n int64) bool {
	return slices.ContainsFunc([]*int64{c.Value, c.Min, c.Max}, func(own *int64) bool { return own != nil && *own == n })
}

// stale tells which figures and conditions are too old to be stated plainly; what
// crossings are stands with them.
func (p *brief) stale() []sentenceOf {
	w := p.o.Words
	var out []sentenceOf
	for _, g := range p.b.Claims {
		if !g.Stale() || len(g.Claims) == 0 {
			continue
		}
		c := g.Claims[0].Count
		text := w.Turn(p.claimant(c), fmt.Sprintf(w.Brief.Last, p.figured(c), w.Age(p.b.Age(c.At))), "")
		out = append(out, sentenceOf{onStale, text, []model.ID{c.ID}})
	}
	for _, c := range p.b.Conditions {
		if c.Fresh == model.Stale {
			text := fmt.Sprintf(w.Brief.Unconfirmed, w.Turn(p.demand(c.Condition), w.Standing(c.Condition.State), ""), w.Age(p.b.Age(c.Since)))
			out = append(out, sentenceOf{onStale, text, []model.ID{c.Condition.ID}})
		}
	}
	return out
}

// maxWorst is how many incidents stand before other things.
const maxWorst = 3

// worst lists the severe incidents of late that are not told as changes: the worst
// first, then the newest.
func (p *brief) worst() (first, others []sentenceOf) {
	from := p.b.Valid.Add(-recently)
	var found []*model.Incident
	for r := range p.b.Events.Records() {
		if r.Own().First().Before(from) {
			break
		}
		i, ok := r.(*model.Incident)
		if a, known := p.b.Record(r.Head().ID); !ok || !i.Severe() || known && a.Withdrawal != nil || !i.At.First().Before(p.c.From.Valid) {
			continue
		}
		if p.c.Only == nil || p.c.Only(i) {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(a, b *model.Incident) int { return cmp.Compare(b.Severity, a.Severity) })
	all := make([]sentenceOf, len(found))
	for i, incident := range found {
		all[i] = sentenceOf{onWorst, p.eventTurn(incident).Sentence(p.o.Words), []model.ID{incident.ID}}
	}
	return cut(all, maxWorst)
}
