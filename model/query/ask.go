package query

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"bordertop/model"
)

// asking is a segment that is asked a query.
type asking struct {
	segment *segment
	scope   Scope
	names   names
	log     model.Log
	kept    *recent // nil keeps nothing
}

// eval gives those of the rows that match.
func (a asking) eval(n *node, among rows) rows {
	switch n.op {
	case opAll:
		out := among
		for _, k := range cheapFirst(n.kids) {
			out = a.eval(k, out)
		}
		return out
	case opAny:
		out := noRows(a.segment.rows())
		for _, k := range n.kids {
			out.or(a.eval(k, among))
		}
		return out
	case opNot:
		out := slices.Clone(among)
		out.without(a.eval(n.kids[0], among))
		return out
	case opText:
		out := slices.Clone(a.text(n))
		out.and(among)
		return out
	case opField:
		return a.field(n, among)
	}
	return among
}

// cheapFirst lists parts so that those which cost most look at the fewest rows.
func cheapFirst(kids []*node) []*node {
	cost := func(n *node) int {
		if n.field == fIs {
			return int(opField) + 1
		}
		return int(opField - n.op)
	}
	return slices.SortedStableFunc(slices.Values(kids), func(x, y *node) int { return cmp.Compare(cost(x), cost(y)) })
}

// text gives the rows with a word or a phrase, which belong to what is kept.
func (a asking) text(n *node) rows {
	among := allRows(a.segment.rows())
	if a.kept != nil {
		found, whole := a.kept.find(n)
		if whole {
			return found
		}
		if found != nil {
			among = found
		}
	}
	out := noRows(a.segment.rows())
	if p := a.segment.pattern(n); p.possible() {
		a.segment.scan(p, among, out)
	}
	// A word that begins a name stands for what it names, however that is written.
	if ids := a.standing(n); len(ids) > 0 {
		f := a.segment.facets[colSite]
		if !n.whole {
			f = a.segment.mentions()
		}
		out.or(f.rows(func(id string) bool { return slices.Contains(ids, model.ID(id)) }))
	}
	if a.kept != nil {
		a.kept.keep(n, out)
	}
	return out
}

// standing lists the crossings and places that a text stands for. A phrase
// stands for what it is a part of the name of, and not for its other names.
func (a asking) standing(n *node) []model.ID {
	if !n.whole {
		return a.names.named(n.words)
	}
	return a.names.matching(func(own name) bool { return within(own.words, n.words) >= 0 })
}

// scan adds the rows in whose text a pattern occurs. Two goroutines share a large
// segment at a word of the sets, so that they never write the same.
func (s *segment) scan(p pattern, among, out rows) {
	part := func(from, to int) {
		s.scanWords(p, among[from:to], out[from:to], from*64)
	}
	half := len(out) / 2
	if half*64 < parallel {
		part(0, len(out))
		return
	}
	var wait sync.WaitGroup
	wait.Go(func() { part(0, half) })
	part(half, len(out))
	wait.Wait()
}

func (s *segment) scanWords(p pattern, among, out rows, first int) {
	if len(p) > 1 {
		out.or(among.filter(func(row int) bool { return p.in(s.text(first + row)) }))
		return
	}
	for i, w := range among {
		out[i] |= s.holding(p[0], w, first+i<<6)
	}
}

// holding gives those of 64 rows that hold one of some words. Every letter that is
// typed passes here, for each word of the log.
func (s *segment) holding(words wordRange, among uint64, first int) uint64 {
	out := uint64(0)
	for w := among; w > 0; w &= w - 1 {
		row := first + bits.TrailingZeros64(w)
		if s.tokens.high != nil {
			if s.text(row).any(words) {
				out |= w & -w
			}
			continue
		}
		for _, t := range s.tokens.low[s.start(row):s.ends[row]] {
			if uint32(t)-words.low < words.size {
				out |= w & -w
				break
			}
		}
	}
	return out
}

// rows gives the rows of which a value passes.
func (f facet) rows(pass func(value string) bool) rows {
	known := map[string]bool{}
	passing := make([]uint64, len(f.values))
	found := false
	for i, values := range f.values {
		for _, v := range values {
			ok, asked := known[v]
			if !asked {
				ok = pass(v)
				known[v] = ok
			}
			if ok {
				passing[i], found = 1, true
				break
			}
		}
	}
	out := noRows(f.n)
	switch {
	case found && f.of == nil:
		return allRows(f.n)
	case found:
		for row, n := range f.of {
			out[row>>6] |= passing[n] << (row & 63)
		}
	}
	return out
}

// recent keeps what the last texts found in a segment, the newest first: a
// further letter finds fewer rows of the same.
type recent struct{ found []found }

type found struct {
	words []string
	whole bool
	rows  rows
}

// remembered is how many texts are kept.
const remembered = 24

// find gives what a text found, or else, not whole, what the longest text that
// finds no less did; nil where none is kept.
func (r *recent) find(n *node) (got rows, whole bool) {
	last := len(n.words) - 1
	best := -1
	for i, f := range r.found {
		if slices.Equal(f.words, n.words) && f.whole == n.whole {
			r.found = slices.Insert(slices.Delete(r.found, i, i+1), 0, f)
			return f.rows, true
		}
		wider := !f.whole && !n.whole && len(f.words) == len(n.words) && slices.Equal(f.words[:last], n.words[:last])
		if wider && strings.HasPrefix(n.words[last], f.words[last]) && len(f.words[last]) > best {
			got, best = f.rows, len(f.words[last])
		}
	}
	return got, false
}

func (r *recent) keep(n *node, got rows) {
	r.found = slices.Insert(r.found, 0, found{n.words, n.whole, got})
	if len(r.found) > remembered {
		r.found = slices.Delete(r.found, remembered, len(r.found))
	}
}
