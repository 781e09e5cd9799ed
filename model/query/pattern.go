package query

import (
	"slices"
	"sort"
	"strings"
)

// span is a range of words of a dictionary: from low, size many.
type wordRange struct{ low, size uint32 }

func (w wordRange) has(token uint32) bool { return token-w.low < w.size }

// pattern is words that follow each other, each any of a range.
type pattern []wordRange

// ranged gives the words that begin so.
func (s *segment) ranged(beginning string) wordRange {
	low := sort.SearchStrings(s.words, beginning)
	size := sort.Search(len(s.words)-low, func(i int) bool { return !strings.HasPrefix(s.words[low+i], beginning) })
	return wordRange{uint32(low) + 1, uint32(size)} //nolint:gosec // memory ends before numbers do
}

// exactly gives a word itself.
func (s *segment) exactly(word string) wordRange {
	w := s.ranged(word)
	if w.size > 0 && s.words[w.low-1] == word {
		w.size = 1
		return w
	}
	return wordRange{}
}

// pattern is that of words; the last one may be the beginning of a word, unless
// whole.
func (s *segment) pattern(n *node) pattern {
	p := pattern(each(n.words, s.exactly))
	if !n.whole {
		p[len(p)-1] = s.ranged(n.words[len(n.words)-1])
	}
	return p
}

// possible tells whether there are words for each part.
func (p pattern) possible() bool {
	return !slices.ContainsFunc(p, func(w wordRange) bool { return w.size == 0 })
}

// in tells whether a pattern occurs among tokens. Texts end with a gap, so none
// goes on into the next.
func (p pattern) in(text tokens) bool {
	first, rest := p[0], p[1:]
	for i := range text.len() {
		if first.has(text.at(i)) && rest.begin(text, i+1) {
			return true
		}
	}
	return false
}

// begin tells whether tokens go on with a pattern from a place on.
func (p pattern) begin(text tokens, from int) bool {
	if len(p) > text.len()-from {
		return false
	}
	for i, w := range p {
		if !w.has(text.at(from + i)) {
			return false
		}
	}
	return true
}

// mentioned is the pattern of a name and what it names.
type mentioned struct {
	pattern pattern
	id      string
}

// mention finds in the texts the names of crossings and places, in any case, and
// adds the crossings and places that records are linked to.
func (s *segment) mention(n names) facet {
	begins := s.beginnings(n)
	var all pool
	of := make([]uint32, s.rows())
	var ids []string
	var joined []byte
	for row := range of {
		ids = append(ids[:0], s.facets[colSite].lists(row)...)
		text := s.text(row)
		for i := range text.len() {
			for _, m := range begins[text.at(i)] {
				if m.pattern.begin(text, i) {
					ids = append(ids, m.id)
				}
			}
		}
		slices.Sort(ids)
		joined = joined[:0]
		for _, id := range slices.Compact(ids) {
			joined = append(append(joined, id...), 0)
		}
		of[row] = all.number(joined)
	}
	return all.whole(of)
}

// beginnings lists, by each word that may begin it, the names to look for.
func (s *segment) beginnings(n names) [][]mentioned {
	out := make([][]mentioned, len(s.words)+1)
	for _, e := range n.entities {
		for _, own := range e.names {
			p := pattern(each(own.stems, s.ranged))
			if !p.possible() {
				continue
			}
			for t := p[0].low; p[0].has(t); t++ {
				out[t] = append(out[t], mentioned{p, string(e.id)})
			}
		}
	}
	return out
}
