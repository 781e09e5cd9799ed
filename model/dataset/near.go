package dataset

import (
	"iter"
	"slices"
	"strings"

	"bordertop/model/near"
)

// nearest is the word that was probably meant. It is "" where none is near, or
// when the file has had all the effort that one file gets.
func (l *ledger) nearest(word string, words iter.Seq[string]) string {
	best := near.Word(word, func(yield func(string) bool) {
		for w := range words {
			if l.effort -= len(word) * len(w); l.effort < 0 || !yield(w) {
				return
			}
		}
	})
	if l.effort < 0 {
		return ""
	}
	return best
}

// meant is the remedy for a word that is not in a list.
func (l *ledger) meant(word string, words []string) string {
	if likely := l.nearest(word, slices.Values(words)); likely != "" {
		return "did you mean " + show(likely) + "?"
	}
	return "want one of " + strings.Join(words, ", ")
}
