package permit

import (
	"slices"
	"strings"
	"unicode"

	"bordertop/model"
)

// token is a word of a clause, as it was written.
type token struct {
	word string
	// nation is what it names, if any; adjective how. A noun after "in" is a place
	// and no nationality.
	nation    *nation
	adjective bool
	place     bool
	// sep tells that a semicolon stands before it.
	sep bool
}

// read takes a text apart into words.
func read(all []nation, text string) []token {
	var out []token
	sep, preposition := false, ""
	for _, field := range strings.FieldsFunc(strings.ReplaceAll(text, ";", " ; "), func(r rune) bool {
		return r != ';' && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	}) {
		if field == ";" {
			sep, preposition = true, ""
			continue
		}
		t := token{word: strings.ToLower(field), sep: sep}
		sep = false
		if n, adjective, ok := spelled(all, field, true); ok {
			t.nation, t.adjective = &n, adjective
			t.place = !adjective && placing(preposition)
		} else if relating(t.word) {
			preposition = t.word
		}
		out = append(out, t)
	}
	return out
}

func placing(preposition string) bool {
	return slices.Contains([]string{"in", "to", "from", "into", "at", "across", "via", "through", "for", "leaving", "entering"}, preposition)
}

func relating(word string) bool {
	return word == "of" || word == "with" || word == "by" || placing(word)
}

// nationality tells whether the token says of which nation somebody is.
func (t token) nationality() bool { return t.nation != nil && !t.place }

// plain tells whether a word narrows nothing: articles, prepositions, and who has
// what the clause is about.
func (t token) plain() bool {
	return t.place || slices.Contains([]string{
		"a", "an", "the", "of", "and", "or", "with", "in", "to", "from", "into", "at", "by", "for", "all", "any", "each", "their", "other",
		"holder", "holders", "carrier", "carriers", "traveller", "travellers", "traveler", "travelers", "person", "persons", "people", "those",
		"valid", "registered", "state", "states",
	}, t.word)
}

// narrows tells whether a word begins what is told of some only.
func (t token) narrows() bool {
	return slices.Contains([]string{
		"since", "before", "after", "until", "carrying", "entering", "leaving", "that", "which", "who", "whose", "with", "without", "under", "if",
		"when", "over", "above", "below", "unless", "except", "only",
	}, t.word)
}

// alike tells whether two words are forms of one: "diplomat" and "diplomatic",
// "resident" and "residence".
func alike(a, b string) bool {
	if a == b || a+"s" == b || b+"s" == a {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && len(a)-n <= 3 && len(b)-n <= 3
}

// fit is how far a clause names somebody.
type fit uint8

// The fits: it does not, it may or may not, it does.
const (
	apart fit = iota
	perhaps
	fits
)

// permits tells how far the clause of a permit names somebody who is named by
// words: all of them must be in the clause, and nothing before them that narrows it
// further. What follows is left to the reader, who sees the clause.
func (w Who) permits(clause []token) fit {
	if len(w.words) == 0 {
		return apart
	}
	first := -1
	for _, word := range w.words {
		at := slices.IndexFunc(clause, func(t token) bool { return t.nation == nil && alike(word, t.word) })
		if at < 0 {
			return apart
		}
		if first < 0 || at < first {
			first = at
		}
	}
	before, narrowed := nationsOf(clause[:first]), false
	for _, t := range clause[:first] {
		narrowed = narrowed || !t.plain() && t.nation == nil
	}
	if len(before) == 0 {
		before = ofList(clause[first+1:])
	}
	switch n := w.among(before); {
	case n == apart:
		return apart
	case narrowed:
		return perhaps
	default:
		return n
	}
}

// nationsOf lists the nations that tokens name as nationalities.
func nationsOf(ts []token) []nation {
	var out []nation
	for _, t := range ts {
		if t.nationality() {
			out = append(out, *t.nation)
		}
	}
	return out
}

// ofList lists the nations of a list that follows at once: "of Andorra, Monaco and
// Ukraine". Names of two words have one that we do not know.
func ofList(ts []token) []nation {
	if len(ts) == 0 || ts[0].word != "of" {
		return nil
	}
	end := slices.IndexFunc(ts[1:], func(t token) bool { return t.narrows() })
	if end >= 0 {
		ts = ts[:end+1]
	}
	return nationsOf(ts)
}

// among tells whether somebody is of one of some nations: not told where nobody
// said of which they are.
func (w Who) among(nations []nation) fit {
	switch {
	case len(nations) == 0:
		return fits
	case w.nation == nil:
		return perhaps
	case slices.ContainsFunc(nations, func(n nation) bool { return n.holds(w.nation.code) }):
		return fits
	case slices.ContainsFunc(nations, func(n nation) bool { return w.nation.holds(n.code) }):
		return perhaps // Some of a union.
	}
	return apart
}

// affected tells how far a text of whom a measure affects names somebody. Whoever
// is told of in no word that we know may be meant. Each part between semicolons is
// by itself.
func (w Who) affected(text []token) fit {
	if len(text) == 0 {
		return fits
	}
	best := apart
	for len(text) > 0 {
		end := 1
		for end < len(text) && !text[end].sep {
			end++
		}
		best = max(best, w.meant(text[:end]))
		text = text[end:]
	}
	return best
}

// meant tells how far one part of a text names somebody.
func (w Who) meant(part []token) fit {
	head := slices.IndexFunc(part, func(t token) bool { return isClass(t.word) || alike(t.word, "vehicle") })
	own := slices.IndexFunc(part, func(t token) bool { return alike(t.word, string(w.Class)) || alike(t.word, "vehicle") })
	if head >= 0 && own < 0 {
		return apart
	}
	n := w.among(nationsOf(part))
	switch {
	case n == apart:
		return apart
	case own < 0:
		return perhaps
	}
	for i, t := range part {
		if i > own && t.narrows() || i < own && !t.plain() && t.nation == nil && !isClass(t.word) {
			return perhaps
		}
	}
	return n
}

// spokenOf tells whether a text speaks of their class of traffic or their nation.
func (w Who) spokenOf(text []token) bool {
	return slices.ContainsFunc(text, func(t token) bool {
		return w.Class != "" && (alike(t.word, string(w.Class)) || alike(t.word, "vehicle")) ||
			t.nationality() && w.nation != nil && t.nation.holds(w.nation.code)
	})
}

// isClass tells whether a word names a class of traffic.
func isClass(word string) bool {
	return slices.ContainsFunc(model.Class("").Words(), func(c string) bool { return alike(word, c) && word[0] == c[0] })
}
