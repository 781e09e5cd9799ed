package query

import (
	"slices"
	"unicode/utf8"
)

// Span is a piece of a text, in bytes.
type Span struct{ From, To int }

// Highlights tells which pieces of a text the query's words match, in order and
// apart from each other. What a query must not find is not told, and neither are
// values of fields.
func (x *Index) Highlights(q Query, text string) []Span {
	var sought []*node
	q.root.wanted(&sought)
	if len(sought) == 0 || text == "" {
		return nil
	}
	var t marked
	for s := (scanner{text: text}); s.next(); {
		t.words = append(t.words, string(s.word))
		t.spans = append(t.spans, Span{s.from, s.to})
	}
	t.text = text
	for _, n := range sought {
		t.find(n)
		if x != nil && !n.whole {
			t.call(x.names, n)
		}
	}
	return apart(t.found)
}

// wanted collects the texts that a query wants found.
func (n *node) wanted(out *[]*node) {
	switch {
	case n == nil || n.op == opNot:
	case n.op == opText:
		*out = append(*out, n)
	default:
		for _, k := range n.kids {
			k.wanted(out)
		}
	}
}

// marked is a text with its folded words, where these are and what was found.
type marked struct {
	text  string
	words []string
	spans []Span
	found []Span
}

// find marks where a word or a phrase is.
func (t *marked) find(n *node) {
	for at := 0; at+len(n.words) <= len(t.words); at++ {
		rest := t.words[at : at+len(n.words)]
		last := at + len(n.words) - 1
		switch {
		case n.whole && slices.Equal(rest, n.words):
			t.found = append(t.found, Span{t.spans[at].From, t.spans[last].To})
		case !n.whole && follows(rest, n.words) == 0:
			t.found = append(t.found, Span{t.spans[at].From, t.upTo(last, len(n.words[len(n.words)-1]))})
		}
	}
}

// upTo is where a word of the text has given so many folded bytes, with the marks
// of the last letter.
func (t *marked) upTo(word, folded int) int {
	span := t.spans[word]
	for at := span.From; at < span.To; {
		_, size := utf8.DecodeRuneInString(t.text[at:])
		at += size
		s := scanner{text: t.text[span.From:at]}
		if s.next(); len(s.word) < folded {
			continue
		}
		// Marks that follow belong to the letter, and fold to nothing.
		for at < span.To {
			_, size := utf8.DecodeRuneInString(t.text[at:])
			more := scanner{text: t.text[at : at+size]}
			if more.next() {
				break
			}
			at += size
		}
		return at
	}
	return span.To
}

// call marks the names of what a word stands for.
func (t *marked) call(ns names, n *node) {
	for _, id := range ns.named(n.words) {
		for _, own := range ns.entities[ns.places[id]].names {
			for at := 0; at+len(own.stems) <= len(t.words); at++ {
				if begins(t.words[at:], own.stems) {
					t.found = append(t.found, Span{t.spans[at].From, t.spans[at+len(own.stems)-1].To})
				}
			}
		}
	}
}

// begins tells whether words begin with others, each as a beginning.
func begins(words, sought []string) bool {
	for i, s := range sought {
		if len(words[i]) < len(s) || words[i][:len(s)] != s {
			return false
		}
	}
	return true
}

// apart puts spans in order and ties together those that touch.
func apart(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.From - b.From })
	var out []Span
	for _, s := range spans {
		if last := len(out) - 1; last >= 0 && s.From <= out[last].To {
			out[last].To = max(out[last].To, s.To)
			continue
		}
		out = append(out, s)
	}
	return out
}
