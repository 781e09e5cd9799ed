package query

import (
	"slices"
	"strings"
	"sync"

	"bordertop/model"
)

// segment is the text and the values of a list of records, each a row.
//
// Words are known by their place in the sorted dictionary, so that those with the
// same beginning are a range, and looking for them compares numbers.
type segment struct {
	records model.Events
	words   []string
	// tokens are the words of the texts, row after row, with gap between texts;
	// ends tells where each row ends.
	tokens tokens
	ends   []uint32
	facets [columns]facet
	// mentions gives the crossings and places of which each row tells, in whatever
	// way.
	mentions    func() facet
	severity    []int8
	first, last []int64
	dated       []dating
	// late are the rows that say less before a moment.
	late []late
	// unsettled are the rows of which only a board can tell. Settled tells that the
	// segment is of a log as it was stated, and has such rows for others to read.
	unsettled rows
	settled   bool
}

// late is a row that is whole for boards of valid and known, in microseconds.
type late struct {
	row          int
	known, valid int64
}

// facet has the values of each row, told by a number, for few differ.
type facet struct {
	n      int
	of     []uint32 // nil where all rows have the same
	values [][]string
}

// lists gives the values of a row.
func (f facet) lists(row int) []string {
	if f.of == nil {
		return f.values[0]
	}
	return f.values[f.of[row]]
}

// whole is the facet of rows whose values a pool numbers.
func (p *pool) whole(of []uint32) facet {
	f := facet{n: len(of), of: of, values: p.lists()}
	if len(f.values) == 1 {
		f.of = nil
	}
	return f
}

// pool numbers texts in the order in which they first come.
type pool struct {
	numbers map[string]uint32
	texts   []string
}

// few is how many texts are found without a map: a segment of one record has no
// more.
const few = 8

func (p *pool) number(text []byte) uint32 {
	if n, ok := p.find(text); ok {
		return n
	}
	n, s := uint32(len(p.texts)), string(text) //nolint:gosec // memory ends before numbers do
	p.texts = append(p.texts, s)
	switch {
	case p.numbers != nil:
		p.numbers[s] = n
	case len(p.texts) > few:
		p.numbers = make(map[string]uint32, len(p.texts))
		for i, t := range p.texts {
			p.numbers[t] = uint32(i)
		}
	}
	return n
}

func (p *pool) find(text []byte) (uint32, bool) {
	if p.numbers != nil {
		n, ok := p.numbers[string(text)]
		return n, ok
	}
	for i, t := range p.texts {
		if t == string(text) {
			return uint32(i), true
		}
	}
	return 0, false
}

// draft is the segment of some of the rows, with numbers of its own.
type draft struct {
	segment

	numbers []uint32 // of the words of the texts, with gap between texts
	pool    pool
	pools   [columns]pool
	scanner scanner
	joined  []byte
}

// parallel is how many records are worth another goroutine.
const parallel = 4096

// newSegment reads records, which may take two goroutines.
func newSegment(records model.Events, w world, n names) *segment {
	parts := []model.Events{records}
	if rows := records.Len(); rows >= parallel {
		parts = []model.Events{records.Slice(0, rows/2), records.Slice(rows/2, rows)}
	}
	drafts := make([]draft, len(parts))
	var wait sync.WaitGroup
	for i, part := range parts {
		wait.Go(func() { drafts[i].read(part, w) })
	}
	wait.Wait()
	s := merge(records, drafts)
	s.settled = w.board == nil
	s.mentions = sync.OnceValue(func() facet { return s.mention(n) })
	return s
}

func (d *draft) read(records model.Events, w world) {
	rows := records.Len()
	for c := range d.pools {
		d.facets[c].of = make([]uint32, 0, rows)
	}
	d.unsettled = noRows(rows)
	d.severity = make([]int8, 0, rows)
	d.dated = make([]dating, 0, rows)
	d.first, d.last = make([]int64, 0, rows), make([]int64, 0, rows)
	d.ends = make([]uint32, 0, rows)
	const usual = 24 // words of an event
	d.numbers = make([]uint32, 0, usual*rows)
	var doc document
	for row, r := range records.All() {
		doc.of(r, w)
		doc.settle(r, w)
		d.add(row, &doc)
	}
}

func (d *draft) add(row int, doc *document) {
	for _, text := range doc.texts {
		d.scanner.text, d.scanner.at = text, 0
		for d.scanner.next() {
			d.numbers = append(d.numbers, d.pool.number(d.scanner.word)+1)
		}
		d.numbers = append(d.numbers, gap)
	}
	d.ends = append(d.ends, uint32(len(d.numbers))) //nolint:gosec // memory ends before numbers do
	for c := range d.pools {
		d.joined = d.joined[:0]
		for _, v := range doc.values[c] {
			d.joined = append(append(d.joined, v...), 0)
		}
		d.facets[c].of = append(d.facets[c].of, d.pools[c].number(d.joined))
	}
	d.severity = append(d.severity, doc.severity)
	d.first, d.last, d.dated = append(d.first, doc.first), append(d.last, doc.last), append(d.dated, doc.dated)
	if !doc.settled {
		d.unsettled.add(row)
	}
	if doc.known > 0 || doc.valid > 0 {
		d.late = append(d.late, late{row, doc.known, doc.valid})
	}
}

// merge makes a segment of drafts that follow each other.
func merge(records model.Events, drafts []draft) *segment {
	rows := records.Len()
	s := &segment{records: records, unsettled: noRows(rows)}
	for _, d := range drafts {
		s.words = append(s.words, d.pool.texts...)
	}
	slices.Sort(s.words)
	s.words = slices.Clip(slices.Compact(s.words))
	all := 0
	for _, d := range drafts {
		all += len(d.numbers)
	}
	s.tokens, s.ends = newTokens(all, len(s.words)), make([]uint32, 0, rows)
	s.severity, s.dated = make([]int8, 0, rows), make([]dating, 0, rows)
	s.first, s.last = make([]int64, 0, rows), make([]int64, 0, rows)
	for i := range drafts {
		s.append(&drafts[i])
	}
	for c := range s.facets {
		s.facets[c] = mergeFacets(drafts, column(c))
	}
	return s
}

func (s *segment) append(d *draft) {
	rank := make([]uint32, len(d.pool.texts)+1)
	for word, text := range d.pool.texts {
		at, _ := slices.BinarySearch(s.words, text)
		rank[word+1] = uint32(at) + 1 //nolint:gosec // memory ends before numbers do
	}
	before, row := uint32(s.tokens.len()), len(s.ends) //nolint:gosec // as above
	for _, w := range d.numbers {
		s.tokens.add(rank[w])
	}
	for _, end := range d.ends {
		s.ends = append(s.ends, before+end)
	}
	for i := range d.ends {
		if d.unsettled.has(i) {
			s.unsettled.add(row + i)
		}
	}
	for _, l := range d.late {
		l.row += row
		s.late = append(s.late, l)
	}
	s.severity = append(s.severity, d.severity...)
	s.first, s.last, s.dated = append(s.first, d.first...), append(s.last, d.last...), append(s.dated, d.dated...)
}

func mergeFacets(drafts []draft, c column) facet {
	var of []uint32
	var all pool
	for _, d := range drafts {
		of = slices.Grow(of, len(d.facets[c].of))
		numbers := make([]uint32, len(d.pools[c].texts))
		for i, text := range d.pools[c].texts {
			numbers[i] = all.number([]byte(text))
		}
		for _, n := range d.facets[c].of {
			of = append(of, numbers[n])
		}
	}
	return all.whole(of)
}

// lists takes apart the lists that a pool holds, of texts each ended by a zero
// byte, which cleaned text never has.
func (p *pool) lists() [][]string {
	return each(p.texts, func(joined string) []string {
		if joined == "" {
			return nil
		}
		return strings.Split(strings.TrimSuffix(joined, "\x00"), "\x00")
	})
}

// rows is how many there are.
func (s *segment) rows() int { return s.records.Len() }

// text gives the tokens of a row.
func (s *segment) text(row int) tokens { return s.tokens.slice(s.start(row), s.ends[row]) }

// start is where the tokens of a row start.
func (s *segment) start(row int) uint32 {
	if row == 0 {
		return 0
	}
	return s.ends[row-1]
}
