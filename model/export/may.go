package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/permit"
)

// May writes an answer for people: yes, no or not known, why, by which measure, its
// words and its source, what else concerns them, and where else they may pass.
func May(w io.Writer, b model.Board, a permit.Answer, o Options) error {
	o.Width = max(o.Width, 40)
	q := quoter{b, o}
	m := o.Words.May
	var out strings.Builder
	verdict := o.Words.Verdict(a.Verdict)
	out.WriteString(o.marked(verdictMark(a.Verdict), verdict))
	out.WriteString(strings.TrimPrefix(wrap(strings.Repeat(" ", len([]rune(verdict)))+"  ", q.asked(a), o.Width), strings.Repeat(" ", len([]rune(verdict)))))
	out.WriteString("\n" + wrap("", q.because(a), o.Width))
	q.part(&out, m.Rule, q.rules(a))
	if a.Reason == permit.NotListed || a.Reason == permit.WhoIsAboard || a.Reason == permit.MaybeAllowed {
		q.part(&out, m.Only, []string{strings.Join(permitted(a.Passage.Allows), "; ")})
	}
	var also []string
	for _, r := range a.Also {
		also = append(also, q.clause(r, r.Affects))
	}
	q.part(&out, m.Also, also)
	if a.Verdict != permit.Yes {
		q.part(&out, m.Nearby, q.instead(a))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func verdictMark(v permit.Verdict) Mark {
	switch v {
	case permit.Yes:
		return Open
	case permit.No:
		return Closed
	case permit.Unknown:
	}
	return Disputed
}

// asked is the question with what it left open.
func (q quoter) asked(a permit.Answer) string {
	w := q.o.Words
	where := ""
	if c, ok := q.b.Crossing(a.At); ok {
		where = q.name(c.Crossing)
	}
	at := w.Clock(q.b.Valid, q.o.Zone)
	if len(q.o.Clocks) > 0 {
		at = w.Clock(q.b.Valid, q.o.Clocks[0].Zone) + " " + q.o.Clocks[0].Name
	}
	text := join(fmt.Sprintf(w.May.Asked, a.Who.Text, w.Traffic([]model.Class{a.Class}, a.To)), where, at)
	if a.ClassAssumed {
		text = join(text, fmt.Sprintf(w.May.ClassAssumed, w.Classes([]model.Class{a.Class})))
	}
	if a.ToAssumed {
		text = join(text, fmt.Sprintf(w.May.ToAssumed, w.Country(a.To)))
	}
	return text
}

// because is the reason in a sentence.
func (q quoter) because(a permit.Answer) string {
	text := q.o.Words.Because(a.Reason)
	switch {
	case a.Reason == permit.TooOld:
		return fmt.Sprintf(text, q.o.Words.Stands(model.Passage{State: a.Passage.Last}), q.when(a.Passage.Seen))
	case a.Reason == permit.InDispute && a.Passage.Rival != nil:
		return fmt.Sprintf(text, q.fact(a.Passage.Rival))
	}
	return text
}

// maxRules is how many records behind an answer are told of.
const maxRules = 3

// rules are the records behind an answer, each with its words and its sources.
func (q quoter) rules(a permit.Answer) []string {
	var out []string
	for i, id := range a.Behind[:min(len(a.Behind), maxRules)] {
		if m, ok := q.measureOf(id); ok {
			words := m.Affects
			if i == 0 && words.Empty() {
				words = a.Clause
			}
			out = append(out, q.clause(m, words))
			continue
		}
		if record, ok := q.b.Record(id); ok {
			out = append(out, join(q.fact(record.Record), q.citing(id)))
		}
	}
	return out
}

func (q quoter) measureOf(id model.ID) (*model.Measure, bool) {
	record, _ := q.b.Record(id)
	m, ok := record.Record.(*model.Measure)
	return m, ok
}

// clause is a measure with its words and its sources.
func (q quoter) clause(m *model.Measure, words clean.Text) string {
	quoted := ""
	if !words.Empty() {
		quoted = fmt.Sprintf(q.o.Words.Quote.Words, short(line(words), factRoom))
	}
	return join(q.measure(m), quoted, line(m.Instrument), q.citing(m.ID))
}

// citing is the id of a record with its first source.
func (q quoter) citing(id model.ID) string {
	from := q.o.Words.Page.NoSources
	if s := q.sources(id); len(s) > 0 {
		from = q.source(s[0])
	}
	return join(string(id), from)
}

// permitted are the words for those who may pass.
func permitted(ps []model.Permit) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = line(p.Who)
	}
	return out
}

// instead are the other crossings that they may pass.
func (q quoter) instead(a permit.Answer) []string {
	if len(a.Nearby) == 0 {
		return []string{q.o.Words.May.NoNearby}
	}
	var out []string
	for _, n := range a.Nearby {
		out = append(out, join(q.name(n.Crossing), q.away(n), q.o.Words.Because(n.Reason)))
	}
	return out
}

// away is how far a crossing is.
func (q quoter) away(n permit.Nearby) string {
	if n.Kilometres == nil {
		return ""
	}
	w := q.o.Words
	km := strings.Replace(strconv.FormatFloat(*n.Kilometres, 'f', 0, 64), ".", w.Decimal, 1)
	text := fmt.Sprintf(w.May.Away, km)
	if n.Rough {
		return w.May.Rough + " " + text
	}
	return text
}

// part writes lines under a label.
func (q quoter) part(b *strings.Builder, label string, lines []string) {
	if len(lines) == 0 {
		return
	}
	b.WriteString("\n" + q.o.marked(Heading, label) + "\n")
	for _, text := range lines {
		b.WriteString(wrap("- ", text, q.o.Width))
	}
}
