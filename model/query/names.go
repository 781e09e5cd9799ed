package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bordertop/model"
	"bordertop/model/clean"
)

// entity is a crossing or a place with the names that it has or ever had.
type entity struct {
	id       model.ID
	crossing bool
	names    []name
}

// name is one name, folded: its words, what these sound like, and the stems that
// their cases share.
type name struct{ words, loose, stems []string }

// names are the crossings and places of a log.
type names struct {
	entities []entity
	places   map[model.ID]int
}

// namesOf collects the names of a log, of which amendments may give more.
func namesOf(rest []model.Record) names {
	n := names{places: map[model.ID]int{}}
	for _, r := range rest {
		switch r := r.(type) {
		case *model.Crossing:
			n.place(entity{id: r.ID, crossing: true}, crossingNames(r))
		case *model.Place:
			n.place(entity{id: r.ID}, placeNames(r))
		case *model.Source, *model.Measure, *model.Report, *model.Deadline, *model.Count, *model.Queue,
			*model.Incident, *model.Statement, *model.Condition, *model.Tally, *model.Amendment:
		}
	}
	for _, r := range rest {
		if a, ok := r.(*model.Amendment); ok {
			n.rename(a)
		}
	}
	return n
}

func (n *names) place(e entity, texts []string) {
	n.places[e.id] = len(n.entities)
	n.entities = append(n.entities, e)
	n.call(e.id, texts)
}

// call gives an entity more names.
func (n *names) call(id model.ID, texts []string) {
	at, ok := n.places[id]
	if !ok {
		return
	}
	e := &n.entities[at]
	for _, text := range texts {
		for _, piece := range pieces(text) {
			words := wordsOf(piece)
			same := func(other name) bool { return slices.Equal(other.words, words) }
			if len(words) > 0 && !slices.ContainsFunc(e.names, same) {
				e.names = append(e.names, name{words, each(words, loose), each(words, stem)})
			}
		}
	}
}

// rename adds the names that an amendment gives.
func (n *names) rename(a *model.Amendment) {
	for _, set := range a.Set {
		var texts []string
		switch v := set.Value.(type) {
		case clean.Text:
			if set.Field == "name" || set.Field == "counterpart" {
				texts = []string{v.String()}
			}
		case []clean.Text:
			if set.Field == "aliases" {
				texts = each(v, clean.Text.String)
			}
		case []model.Name:
			texts = inLanguages(v)
		}
		for _, id := range a.Of {
			n.call(id, texts)
		}
	}
}

func crossingNames(c *model.Crossing) []string {
	out := []string{c.Name.String(), c.Counterpart.String()}
	for _, alias := range c.Aliases {
		out = append(out, alias.String())
	}
	return append(out, inLanguages(c.Names)...)
}

func placeNames(p *model.Place) []string {
	return append(inLanguages(p.Names), p.Name.String())
}

func inLanguages(ns []model.Name) []string {
	return each(ns, func(n model.Name) string { return n.Text.String() })
}

// pieces takes a name apart that is several: "Vilnius airport (VNO/EYVI)" or one
// with a dash between both sides. What stands in parentheses and begins small is
// no name.
func pieces(text string) []string {
	split := func(s string) []string {
		return strings.FieldsFunc(strings.ReplaceAll(s, " - ", "–"), func(r rune) bool { return strings.ContainsRune("–—/,;", r) })
	}
	var out []string
	for text != "" {
		before, after, _ := strings.Cut(text, "(")
		within, rest, _ := strings.Cut(after, ")")
		out = append(out, split(before)...)
		if r, _ := utf8.DecodeRuneInString(within); unicode.IsUpper(r) {
			out = append(out, split(within)...)
		}
		text = rest
	}
	return out
}

// find lists the entities that words stand for: those of that id, or else those
// in one of whose names the words follow each other, the last as a beginning.
func (n names) find(words []string) []model.ID {
	if _, ok := n.places[model.ID(strings.Join(words, "-"))]; ok {
		return []model.ID{model.ID(strings.Join(words, "-"))}
	}
	return n.named(words)
}

// named lists the entities in one of whose names the words follow each other, the
// last as a beginning.
func (n names) named(words []string) []model.ID {
	heard := each(words, loose)
	return n.matching(func(own name) bool { return follows(own.loose, heard) >= 0 })
}

// matching lists the entities of which a name passes.
func (n names) matching(pass func(name) bool) []model.ID {
	var out []model.ID
	for _, e := range n.entities {
		if slices.ContainsFunc(e.names, pass) {
			out = append(out, e.id)
		}
	}
	return out
}

// follows is where in a list of words others follow each other, the last as the
// beginning of a word; -1 where they do not.
func follows(words, sought []string) int {
	last := len(sought) - 1
	for at := 0; at+last < len(words); at++ {
		if slices.Equal(words[at:at+last], sought[:last]) && strings.HasPrefix(words[at+last], sought[last]) {
			return at
		}
	}
	return -1
}

// within is where in a list of words others follow each other; -1 where they do
// not.
func within(words, sought []string) int {
	for at := 0; at+len(sought) <= len(words); at++ {
		if slices.Equal(words[at:at+len(sought)], sought) {
			return at
		}
	}
	return -1
}

func each[T, U any](from []T, of func(T) U) []U {
	out := make([]U, len(from))
	for i, v := range from {
		out[i] = of(v)
	}
	return out
}
