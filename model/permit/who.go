package permit

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"bordertop/model"
	"bordertop/model/near"
)

// Who is somebody who wants to pass, by the words that records have for people and
// vehicles: "lt-truck", "eu-citizen", "diplomat".
type Who struct {
	Text string
	// Class is the class of traffic that the text names; empty where it names none.
	Class model.Class
	// Country is that of citizenship or registration; empty where the text names none.
	Country model.Country

	nation *nation
	words  []string
}

// UnknownError says that no record has a word. Near is one that some have; empty
// where none is near.
type UnknownError struct{ Word, Near string }

// Error names the word.
func (e *UnknownError) Error() string {
	if e.Near != "" {
		return fmt.Sprintf("no record speaks of %q; did you mean %s?", e.Word, e.Near)
	}
	return fmt.Sprintf("no record speaks of %q", e.Word)
}

// Parse reads who somebody is. Words other than countries and classes of traffic
// are those of the records: one that none of them has is an *UnknownError.
func (r *Rules) Parse(text string) (Who, error) {
	w := Who{Text: text}
	rest := strings.ToLower(text)
	for _, c := range longestFirst(model.Class("").Words()) {
		if cut, ok := without(rest, c); ok {
			w.Class, rest = model.Class(c), cut
			break
		}
	}
	for _, word := range strings.FieldsFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) && !unicode.IsMark(c) }) {
		t := token{word: word}
		n, _, ok := spelled(r.nations, word, false)
		switch {
		case ok && w.nation == nil:
			w.nation, w.Country = &n, n.code
		case t.plain():
		case slices.ContainsFunc(r.vocabulary, func(own string) bool { return alike(word, own) }):
			w.words = append(w.words, word)
		default:
			return w, &UnknownError{word, near.Word(word, slices.Values(r.known()))}
		}
	}
	if w.Class == "" && w.nation == nil && len(w.words) == 0 {
		return w, &UnknownError{Word: text}
	}
	return w, nil
}

// without takes a word, or its plural, out of words that stand apart.
func without(text, word string) (rest string, ok bool) {
	for _, form := range []string{word + "s", word + "es", word} {
		before, after, found := strings.Cut(text, form)
		if found && (before == "" || !letter(before[len(before)-1])) && (after == "" || !letter(after[0])) {
			return before + " " + after, true
		}
	}
	return text, false
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || c >= 0x80 }

func longestFirst(words []string) []string {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
}

// known are the words that Parse takes.
func (r *Rules) known() []string {
	out := append(slices.Clone(r.vocabulary), model.Class("").Words()...)
	for _, n := range r.nations {
		out = append(out, strings.ToLower(string(n.code)), n.noun)
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}
