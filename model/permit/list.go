package permit

import (
	"cmp"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
)

// Class is somebody whom records name: the word by which to ask, their own words,
// and which records have them. To is the direction in which a permit holds; empty for
// both, and for those of whom a measure tells that it affects them.
type Class struct {
	Word  string
	Text  clean.Text
	To    model.Country
	From  []model.ID
	Named Named
}

// Named is where a class is named.
type Named uint8

// The places: a crossing serves it, a closure lets it pass, a measure affects it.
const (
	Served Named = iota
	Permitted
	Affected
)

// Classes lists those whom the records known by the moment of a board name, so that
// one can ask for them.
func (r *Rules) Classes(b model.Board) []Class {
	var out []Class
	add := func(c Class, from model.ID) {
		i := slices.IndexFunc(out, func(o Class) bool { return o.Word == c.Word && o.Text == c.Text && o.To == c.To && o.Named == c.Named })
		if i < 0 {
			out = append(out, c)
			i = len(out) - 1
		}
		out[i].From = append(out[i].From, from)
	}
	for _, c := range b.Crossings {
		for _, class := range c.Crossing.Serves {
			add(Class{Word: string(class)}, c.Crossing.ID)
		}
	}
	for _, stated := range r.measures() {
		now, ok := b.Record(stated.ID)
		m, same := now.Record.(*model.Measure)
		if !ok || !same || now.Withdrawal != nil {
			continue
		}
		for _, p := range m.Allows {
			add(Class{Word: r.word(p.Who), Text: cmp.Or(p.Text, p.Who), To: p.To, Named: Permitted}, m.ID)
		}
		for _, word := range r.affectedWords(m) {
			add(Class{Word: word, Text: m.Affects, Named: Affected}, m.ID)
		}
	}
	slices.SortStableFunc(out, func(a, b Class) int { return cmp.Compare(a.Named, b.Named) })
	return out
}

// word is the shortest way to ask for those whom a permit names: the country and
// what follows it, or the first words that say something.
func (r *Rules) word(who clean.Text) string {
	clause := read(r.nations, who.String())
	var parts []string
	for i, t := range clause {
		switch {
		case t.nation != nil && !t.place && len(parts) == 0:
			parts = append(parts, strings.ToLower(string(t.nation.code)))
		case t.nation == nil && !t.plain():
			if t.narrows() && len(parts) > 0 {
				return strings.Join(parts, "-")
			}
			parts = append(parts, singular(t.word))
			if list := ofList(clause[i+1:]); len(parts) == 1 && len(list) > 0 {
				return strings.ToLower(string(list[0].code)) + "-" + parts[0]
			}
		}
		if len(parts) == 2 {
			break
		}
	}
	return strings.Join(parts, "-")
}

// singular leaves out the ending of a plural.
func singular(word string) string {
	if len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
		return word[:len(word)-1]
	}
	return word
}

// affectedWords are the ways to ask for those whom a ban, a fee or a requirement
// affects: each nation that it names, with each of its classes.
func (r *Rules) affectedWords(m *model.Measure) []string {
	if m.Type != model.Ban && m.Type != model.FeeMeasure && m.Type != model.Requirement {
		return nil
	}
	var out []string
	for _, n := range nationsOf(read(r.nations, m.Affects.String())) {
		for _, c := range m.Classes {
			if word := strings.ToLower(string(n.code)) + "-" + string(c); !slices.Contains(out, word) {
				out = append(out, word)
			}
		}
	}
	return out
}
