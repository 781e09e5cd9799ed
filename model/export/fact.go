package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
)

// Gist is what a record of a board says, in a few words: that which tells it from
// what it says once it is amended.
func Gist(b model.Board, r model.Record, o Options) string {
	q := quoter{b, o}
	text := sentenceless(q.fact(r))
	if c, ok := b.Crossing(r.Head().ID); ok {
		text += ": " + o.Words.State(c.Headline)
	}
	return short(text, factRoom)
}

// fact is a record in words, with who says so and when.
func (q quoter) fact(r model.Record) string {
	w := q.o.Words
	switch r := r.(type) {
	case *model.Source:
		return q.said(cmp.Or(line(r.Title), line(r.Description), r.URL.Host(), line(r.Publisher)), "", r.Published)
	case *model.Place:
		return q.thing(w.NameOf(r.Names, r.Name), w.Place(r.Type))
	case *model.Crossing:
		return q.name(r)
	case *model.Measure:
		return short(q.measure(r), factRoom)
	case *model.Report:
		return q.said(fmt.Sprintf(w.Quote.Reported, q.names(r.Crossings), w.Report(r.State)), r.By.String(), r.At)
	case *model.Deadline:
		return fmt.Sprintf(w.Quote.Due, short(line(r.Title), factRoom), q.day(r.Due))
	case *model.Count:
		return q.said(q.count(r), r.By.String(), r.At)
	case *model.Queue:
		return q.said(q.queue(r), "", r.At)
	case *model.Incident:
		return q.said(cmp.Or(line(r.Title), line(r.Summary)), "", r.At)
	case *model.Statement:
		text := line(r.Summary)
		if !r.Quote.Empty() {
			text = fmt.Sprintf(w.Quote.Words, short(line(r.Quote), factRoom))
		}
		return q.said(text, q.speaker(r), r.At)
	case *model.Condition:
		text := fmt.Sprintf(w.Quote.Condition, w.Demand(r.Type), strings.TrimRight(short(line(r.Text), factRoom), "."), w.Standing(r.State))
		return q.said(text, cmp.Or(r.By.String(), w.Side(r.Side.String())), r.Stated)
	case *model.Tally:
		figure := cmp.Or(w.Tally(r), w.Ledger.NoNumber)
		return q.said(fmt.Sprintf(w.Quote.Tally, line(r.Subject), q.day(r.Period), figure), r.By.String(), model.Moment{})
	case *model.Amendment:
		return q.said(q.amendment(r), r.By.String(), r.At)
	}
	return ""
}

// said adds who says so, and when, as far as is known.
func (q quoter) said(fact, by string, at model.Moment) string {
	w := q.o.Words.Quote
	fact, by = strings.TrimRight(short(fact, factRoom), "."), short(by, factRoom/2)
	switch {
	case by != "" && !at.IsZero():
		return fmt.Sprintf(w.Said, fact, by, q.day(at))
	case by != "":
		return fmt.Sprintf(w.Stated, fact, by)
	case !at.IsZero():
		return fmt.Sprintf(w.Dated, fact, q.day(at))
	}
	return fact
}

// thing is a name with what it is.
func (q quoter) thing(name, kind string) string {
	if kind == "" {
		return name
	}
	return fmt.Sprintf(q.o.Words.Quote.Thing, name, kind)
}

func (q quoter) name(c *model.Crossing) string {
	near, far := q.o.Words.Crossing(c)
	if far == "" {
		return near
	}
	return near + " – " + far
}

// names lists crossings by name; ids stand for those that the board does not know.
func (q quoter) names(ids []model.ID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
		if c, ok := q.b.Crossing(id); ok {
			out[i], _ = q.o.Words.Crossing(c.Crossing)
		}
	}
	return short(strings.Join(out, ", "), factRoom/2)
}

// at adds at which crossings.
func (q quoter) at(fact string, ids []model.ID) string {
	if len(ids) == 0 || ids[0] == "" {
		return fact
	}
	return fmt.Sprintf(q.o.Words.Quote.At, fact, q.names(ids))
}

func (q quoter) measure(m *model.Measure) string {
	w := q.o.Words.Quote
	text := q.at(q.o.Words.MeasureTitle(m), m.Crossings)
	if !m.From.IsZero() {
		text = fmt.Sprintf(w.From, text, q.day(m.From))
	}
	switch {
	case !m.Ended.IsZero() && m.Ended.First().After(q.b.Valid):
		return fmt.Sprintf(w.Until, text, q.day(m.Ended))
	case !m.Ended.IsZero():
		return fmt.Sprintf(w.Ended, text, q.day(m.Ended))
	case !m.Until.IsZero():
		return fmt.Sprintf(w.Until, text, q.day(m.Until))
	case !m.EndsWhen.Empty():
		return fmt.Sprintf(w.EndsWhen, text, line(m.EndsWhen))
	}
	return text
}

func (q quoter) count(c *model.Count) string {
	w := q.o.Words
	figure := w.Figure(c)
	switch {
	case figure == "":
		figure = fmt.Sprintf(w.Quote.State, w.Group(c.Unit, c.What), w.Ledger.NoNumber)
	case c.Unit == "" && !c.UnitText.Empty():
		figure = fmt.Sprintf(w.Ledger.Counted, figure+" "+line(c.UnitText), w.What(c.What))
	default:
		figure = w.Counted(figure, lang.Most(c), c.Unit, c.What)
	}
	return q.at(figure, []model.ID{c.Crossing})
}

func (q quoter) queue(r *model.Queue) string {
	w := q.o.Words
	var parts []string
	for _, f := range []struct {
		name string
		n    *int64
	}{{"called", r.Called}, {"per_hour", r.PerHour}, {"per_day", r.PerDay}} {
		if f.n != nil {
			parts = append(parts, fmt.Sprintf(w.Numbered, w.Field(f.name), w.Number(*f.n)))
		}
	}
	if r.Wait != nil {
		parts = append(parts, fmt.Sprintf(w.Quote.Wait, w.Span(*r.Wait)))
	}
	of := slices.DeleteFunc([]string{w.Class(r.Class), w.Country(r.To)}, func(s string) bool { return s == "" })
	where := q.thing(q.names([]model.ID{r.Crossing}), strings.Join(of, " → "))
	if r.Waiting == nil {
		return fmt.Sprintf(w.Quote.State, where, cmp.Or(strings.Join(parts, ", "), w.Ledger.NoNumber))
	}
	unit := model.UnitVehicle
	if r.Class == model.Truck {
		unit = model.UnitTruck
	}
	waiting := fmt.Sprintf(w.Quote.Queue, w.Units(w.Number(*r.Waiting), r.Waiting, unit), where)
	return strings.Join(append([]string{waiting}, parts...), ", ")
}

func (q quoter) speaker(s *model.Statement) string {
	if s.Role.Empty() {
		return s.Speaker.String()
	}
	return fmt.Sprintf(q.o.Words.Quote.SaidBy, s.Speaker, line(s.Role))
}

func (q quoter) amendment(a *model.Amendment) string {
	w := q.o.Words
	of := make([]string, len(a.Of))
	for i, id := range a.Of {
		of[i] = string(id)
	}
	text := fmt.Sprintf(w.Quote.Amends, w.Amendment(a.Type), short(strings.Join(of, ", "), factRoom/3))
	if claimed := q.claimed(a); claimed != "" {
		return fmt.Sprintf(w.Quote.State, text, claimed)
	}
	return text
}

// more is what a record says beyond its fact.
func (q quoter) more(r model.Record) []string {
	switch r := r.(type) {
	case *model.Count:
		return told(r.Summary)
	case *model.Incident:
		var figures []string
		for _, f := range r.Figures {
			figures = append(figures, q.o.Words.Measured(f))
		}
		if len(figures) == 0 {
			return told(r.Summary)
		}
		return append([]string{strings.Join(figures, ", ")}, told(r.Summary)...)
	case *model.Statement:
		if !r.Quote.Empty() {
			return told(r.Summary)
		}
	case *model.Tally:
		return told(r.Basis)
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Queue,
		*model.Condition, *model.Amendment:
	}
	return nil
}

// told is a text as a sentence; none where there is no text.
func told(t clean.Text) []string {
	if t.Empty() {
		return nil
	}
	return []string{line(t)}
}

// line is a text without its line breaks.
func line(t clean.Text) string { return strings.Join(strings.Fields(t.String()), " ") }

// act quotes the measures of an act.
func (q quoter) act(ms []*model.Measure) quotation {
	var p quotation
	var ids []model.ID
	for i, m := range ms {
		ids = append(ids, m.ID)
		if i == 0 {
			p.fact = short(q.measure(m), factRoom)
		} else {
			p.more = append(p.more, short(q.measure(m), factRoom))
		}
		if a, ok := q.b.Record(m.ID); ok && a.Withdrawal != nil && len(p.before) == 0 {
			p.before = []string{fmt.Sprintf(q.o.Words.Quote.Withdrawn, q.amendedOn(a.Withdrawal))}
		}
	}
	p.sources = q.sources(ids...)
	return p
}

// crossing quotes the state of a crossing, with what is behind it and what
// contradicts it.
func (q quoter) crossing(c model.CrossingStatus) (quotation, error) {
	w, h := q.o.Words, c.Headline
	state := w.State(h)
	switch {
	case h.Since.IsZero():
	case !h.Until.IsZero() && h.State != model.Open && h.State != model.Unknown:
		state += " " + w.Until + " " + q.day(h.Until)
	case h.State == model.Unknown:
		state += ", " + w.Known + " " + q.day(h.Seen)
	default:
		state += " " + w.Began(h) + " " + q.day(h.Since)
	}
	state = strings.Join(append([]string{state}, w.Limits(c)...), ", ")
	p := quotation{fact: fmt.Sprintf(w.Quote.State, q.name(c.Crossing), state), sources: q.sources(c.Crossing.ID)}
	behind := slices.DeleteFunc(slices.Clone(h.Why), func(id model.ID) bool { return h.Rival != nil && id == h.Rival.ID })
	if len(behind) > 0 {
		a, _ := q.b.Record(behind[0])
		p.before, p.fact, p.sources = []string{p.fact}, q.fact(a.Record), q.sources(behind[0])
	}
	if h.Rival != nil {
		against := q.sources(h.Rival.ID)
		if len(against) == 0 {
			return p, ErrNoSource
		}
		p.after = append(p.after, fmt.Sprintf(w.Quote.Rival, fmt.Sprintf(w.Quote.Sources, q.fact(h.Rival), q.source(against[0]))))
	}
	if h.Fresh == model.Stale && !h.Seen.IsZero() {
		p.after = append(p.after, fmt.Sprintf(w.Quote.Stale, w.Age(q.b.Age(h.Seen))))
	}
	return p, nil
}
