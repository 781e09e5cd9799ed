package export

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bordertop/model"
)

// The reasons why something cannot be quoted.
var (
	// ErrNoSource says that nobody is known to have said so.
	ErrNoSource = errors.New("it has no source to quote")
	// ErrNotKnown says that the board knows nothing of it at its moment.
	ErrNotKnown = errors.New("nothing was known of it at the moment shown")
)

// The lengths of a quotation in bytes. A long fact is cut, its source and date
// never are; what may be left out is added while there is room.
const (
	quoteRoom = 600
	factRoom  = 280
)

// maxAmended is how many corrections and disputes a quotation tells of, the last
// ones; the others it counts.
const maxAmended = 5

// Quote puts a record, an act or a crossing into a sentence or two for another
// text: the figure or the fact, who says so, as of when and in which zone, and
// the link. What was withdrawn begins with that word. The error is ErrNoSource
// for what has no source, and ErrNotKnown for what the board does not know.
func Quote(b model.Board, id model.ID, o Options) (string, error) {
	q := quoter{b, o}
	p, err := q.passage(id)
	if err != nil {
		return "", err
	}
	if len(p.sources) == 0 {
		return "", ErrNoSource
	}
	return p.write(q), nil
}

// quoter puts facts into sentences.
type quoter struct {
	b model.Board
	o Options
}

// quotation is what is to be said: sentences before the fact, the fact and its
// sources, sentences that must follow and those that may.
type quotation struct {
	before  []string
	fact    string
	sources []*model.Source
	after   []string
	more    []string
}

func (q quoter) passage(id model.ID) (quotation, error) {
	if c, ok := q.b.Crossing(id); ok {
		return q.crossing(c)
	}
	if a, ok := q.b.Record(id); ok {
		return q.record(a), nil
	}
	if ms := q.b.Act(id); len(ms) > 0 {
		return q.act(ms), nil
	}
	return quotation{}, ErrNotKnown
}

// write makes the text.
func (p quotation) write(q quoter) string {
	w := q.o.Words.Quote
	told := make([]string, len(p.sources))
	for i, s := range p.sources {
		told[i] = q.source(s)
	}
	text := func(sources, more []string) string {
		fact := fmt.Sprintf(w.Sources, p.fact, strings.Join(sources, "; "))
		all := slices.Concat(p.before, []string{fact}, p.after, more, []string{q.asOf()})
		for i, s := range all {
			all[i] = sentence(s)
		}
		return strings.Join(all, " ")
	}
	n, m := 1, 0
	for n < len(told) && n < 2 && len(text(told[:n+1], nil)) <= quoteRoom {
		n++
	}
	for m < len(p.more) && len(text(told[:n], p.more[:m+1])) <= quoteRoom {
		m++
	}
	return text(told[:n], p.more[:m])
}

// asOf tells the moment of the board by the first of the clocks.
func (q quoter) asOf() string {
	if len(q.o.Clocks) > 0 {
		return q.o.Words.AsOf(q.b.Valid, q.o.Clocks[0].Zone, q.o.Clocks[0].Name)
	}
	return q.o.Words.AsOf(q.b.Valid, q.o.Zone, "")
}

// source names the publisher and the address.
func (q quoter) source(s *model.Source) string {
	name := q.publisher(s)
	if q.rank(s) >= later {
		name = fmt.Sprintf(q.o.Words.Quote.Published, name, q.day(s.Published))
	}
	if s.URL.IsZero() {
		return name
	}
	return name + ", " + s.URL.String()
}

// publisher names whoever published a source.
func (q quoter) publisher(s *model.Source) string {
	name := cmp.Or(s.Publisher.String(), s.Title.String(), s.URL.Host())
	if s.StateMedia {
		return fmt.Sprintf(q.o.Words.Quote.Media, name)
	}
	return name
}

// sources are those that can be named, those with an address first. One of later
// than the board stands only where there is no other.
func (q quoter) sources(ids ...model.ID) []*model.Source {
	var out []*model.Source
	for _, id := range ids {
		for _, s := range q.behind(id) {
			if !slices.Contains(out, s) && (!s.Publisher.Empty() || !s.Title.Empty() || !s.URL.IsZero()) {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *model.Source) int {
		return cmp.Compare(q.rank(a), q.rank(b))
	})
	if i := slices.IndexFunc(out, func(s *model.Source) bool { return q.rank(s) >= later }); i > 0 {
		out = out[:i]
	}
	return out
}

// behind are the sources of what a record says by now: its own, and those of what
// changed the fact. Whoever disputes or withdraws it does not say so.
func (q quoter) behind(id model.ID) []*model.Source {
	a, ok := q.b.Record(id)
	if !ok {
		return nil
	}
	ids := slices.Clone(a.Record.Head().Sources)
	for _, c := range a.Changes {
		if telling(c.Field) {
			ids = append(ids, c.By.Sources...)
		}
	}
	return slices.DeleteFunc(q.b.Sources(id), func(s *model.Source) bool { return !slices.Contains(ids, s.ID) })
}

// later is the rank of sources that appeared after the moment of the board.
const later = 2

func (q quoter) rank(s *model.Source) int {
	rank := 0
	if s.URL.IsZero() {
		rank = 1
	}
	if !s.Published.IsZero() && s.Published.First().After(q.b.Known) {
		rank += later
	}
	return rank
}

// record quotes a record as it stood.
func (q quoter) record(a model.Amended) quotation {
	w := q.o.Words
	id := a.Record.Head().ID
	p := quotation{fact: q.fact(a.Record), sources: q.sources(id), more: q.more(a.Record)}
	if s, ok := a.Record.(*model.Source); ok {
		p.sources = []*model.Source{s}
	}
	if a.Withdrawal != nil {
		p.before = append(p.before, fmt.Sprintf(w.Quote.Withdrawn, q.amendedOn(a.Withdrawal)))
	}
	for _, c := range a.Changes {
		was := q.o.value(c.Old)
		if c.By.Type == model.Correction && was != "" && telling(c.Field) {
			p.after = append(p.after, fmt.Sprintf(w.Quote.Corrected, q.amendedOn(c.By), w.Field(c.Field), short(was, factRoom/4)))
		}
	}
	for _, d := range a.Disputes {
		p.after = append(p.after, q.disputed(d))
	}
	if n := len(p.after) - maxAmended; n > 0 {
		p.after = append(p.after[n:], w.More(n))
	}
	p.after = append(p.after, q.aged(a)...)
	return p
}

func (q quoter) day(m model.Moment) string { return q.o.Words.Dated(m, q.o.Zone) }

// aged says how old is what is stale, and what a claimant has renewed.
func (q quoter) aged(a model.Amended) []string {
	w, budgets := q.o.Words.Quote, q.b.Rules().Budgets
	budget := budgets.Count
	var out []string
	switch r := a.Record.(type) {
	case *model.Count:
		if _, _, ok := q.b.Claim(r.ID); !ok && a.Withdrawal == nil && !r.At.First().After(q.b.Valid) {
			out = append(out, w.Superseded)
		}
	case *model.Queue:
		budget = budgets.Queue
	case *model.Report:
		budget = budgets.Status
	case *model.Condition:
		budget = budgets.Condition
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Deadline, *model.Incident, *model.Statement,
		*model.Tally, *model.Amendment:
		return nil
	}
	age := q.b.Age(a.Record.Own())
	if s, ok := q.standing(a.Record); ok {
		age = q.b.Age(s.Since)
	}
	if model.FreshnessOf(age, budget) == model.Stale {
		out = append(out, fmt.Sprintf(w.Stale, q.o.Words.Age(age)))
	}
	return out
}

// standing is how a condition stands on the board; not ok for another record.
func (q quoter) standing(r model.Record) (model.ConditionStatus, bool) {
	i := slices.IndexFunc(q.b.Conditions, func(c model.ConditionStatus) bool { return c.Condition.ID == r.Head().ID })
	if i < 0 {
		return model.ConditionStatus{}, false
	}
	return q.b.Conditions[i], true
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size > 0 && !strings.HasPrefix(s, "http") {
		s = string(unicode.ToUpper(first)) + s[size:]
	}
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// short cuts a text to a number of bytes, at a word where it can.
func short(s string, room int) string {
	if len(s) <= room {
		return s
	}
	end := room
	for !utf8.RuneStart(s[end]) {
		end--
	}
	if space := strings.LastIndexByte(s[:end], ' '); space > room/2 {
		end = space
	}
	return strings.TrimRight(s[:end], " ,;") + "…"
}
