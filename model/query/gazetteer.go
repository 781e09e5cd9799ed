package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"bordertop/model"
)

// Gazetteer is the crossings and places of a log by all the names that they have or
// had. The zero Gazetteer knows none.
type Gazetteer struct{ names names }

// NewGazetteer collects the names of a log. Its events, however many, cost nothing.
func NewGazetteer(log model.Log) Gazetteer { return Gazetteer{namesOf(log.Rest())} }

// Named lists the crossings and the places that a text names, in any case and script,
// by their ids.
func (g Gazetteer) Named(text string) (crossings, places []model.ID) {
	words := wordsOf(text)
	for _, e := range g.names.entities {
		named := func(n name) bool { return inflected(words, n.stems) }
		switch {
		case !slices.ContainsFunc(e.names, named):
		case e.crossing:
			crossings = append(crossings, e.id)
		default:
			places = append(places, e.id)
		}
	}
	slices.Sort(crossings)
	slices.Sort(places)
	return crossings, places
}

// inflected tells whether words that begin like stems follow each other. A single stem
// too short to begin only its own word is a word itself, such as the code of an airport.
func inflected(words, stems []string) bool {
	const short = 4
	whole := len(stems) == 1 && utf8.RuneCountInString(stems[0]) < short
	like := func(word, stem string) bool { return word == stem || !whole && strings.HasPrefix(word, stem) }
	for at := 0; at+len(stems) <= len(words); at++ {
		if slices.EqualFunc(words[at:at+len(stems)], stems, like) {
			return true
		}
	}
	return false
}

// Words lists the words of a text, folded so that case, accents and apostrophes do
// not count.
func Words(text string) []string { return wordsOf(text) }
