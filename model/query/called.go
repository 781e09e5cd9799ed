package query

import (
	"slices"

	"bordertop/model"
)

// Called lists the crossings and places that a text is the name of: by an id, by a whole name, or else by words that
// follow each other in a name, in any script, the last as a beginning.
func (g Gazetteer) Called(text string) []model.ID {
	if _, ok := g.names.places[model.ID(text)]; ok {
		return []model.ID{model.ID(text)}
	}
	words := wordsOf(text)
	if len(words) == 0 {
		return nil
	}
	if whole := g.names.matching(func(own name) bool { return slices.Equal(own.words, words) }); len(whole) > 0 {
		return whole
	}
	return g.names.named(words)
}

// Mentions tells whether the words of what is sought follow each other in a text, in
// any script, the last as a beginning.
func Mentions(text, sought string) bool {
	words := each(wordsOf(sought), loose)
	return len(words) > 0 && follows(each(wordsOf(text), loose), words) >= 0
}
