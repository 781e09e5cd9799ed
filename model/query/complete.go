package query

import (
	"maps"
	"slices"

	"bordertop/model"
)

// offered is how many completions there are at most.
const offered = 50

// Complete tells how the word before byte at of a query may go on: each of the
// words may stand in place of text[from:at]. They are names of fields, or values
// that the events of the log have.
func (x *Index) Complete(text string, at int) (from int, words []string) {
	x = x.orEmpty()
	at = max(0, min(at, len(text)))
	if at > longest {
		return at, nil
	}
	p := &completing{lexer: lexer{text: text[:at]}}
	field, value := p.read()
	from = p.from
	var all []string
	if field == "" {
		for _, f := range fieldNames() {
			all = append(all, f+":")
		}
	} else {
		all = x.values(field)
	}
	sought := wordsOf(value)
	for _, w := range all {
		if len(sought) == 0 || follows(wordsOf(w), sought) >= 0 {
			words = append(words, w)
		}
	}
	if field != "" {
		words = each(words, quoted)
	}
	return from, words[:min(len(words), offered)]
}

// completing reads a query up to its last word.
type completing struct {
	lexer

	from int
}

// read gives the last word, and the field of which it is a value.
func (c *completing) read() (field Field, value string) {
	for {
		c.space()
		c.from = c.at
		t := c.next()
		switch t.kind {
		case tokEnd:
			return "", ""
		case tokField:
			if f, text, ok := c.value(t); ok {
				return f, text
			}
		case tokWord, tokQuote:
			if t.end == len(c.text) && !t.closed {
				return "", t.text
			}
		case tokSign, tokNot, tokOr, tokOpen, tokClose:
		}
	}
}

// value reads the values of a field; ok where the text ends within one.
func (c *completing) value(name token) (f Field, text string, ok bool) {
	f, _ = fieldOf(name.text)
	c.sign()
	for {
		c.from = c.at
		t := c.lexer.value()
		if c.comma() {
			continue
		}
		return f, t.text, t.end == len(c.text) && !t.closed
	}
}

// values lists those that a field may have.
func (x *Index) values(f Field) []string {
	switch f {
	case fIs:
		return isWords()
	case fKind:
		return kindWords()
	case fConfidence:
		return model.High.Words()
	case fClass:
		return model.Car.Words()
	case fSeverity:
		return []string{"1", "2", "3", "4"}
	case fSince, fUntil, fOn:
		return namedDays()
	case fCrossing, fPlace:
		return x.sites(f)
	case fSource:
		return x.publishers()
	case fCategory, fSide, fSpeaker, fUnit, fTo:
		return x.seen(f.column(), func(v string) string { return v })
	case fMonth, fWaiting, fWait, fValue:
	}
	return nil
}

// sites lists the ids of the crossings, or of the places, and where events were.
func (x *Index) sites(f Field) []string {
	var out []string
	for _, e := range x.names.entities {
		if e.crossing == (f == fCrossing) {
			out = append(out, string(e.id))
		}
	}
	if f == fPlace {
		out = append(out, x.seen(colWhere, func(v string) string { return v })...)
	}
	return out
}

// publishers lists the publishers of the events' sources, and their kinds.
func (x *Index) publishers() []string {
	return append(x.seen(colSource, func(id string) string {
		s, ok := x.world.log.Record(model.ID(id)).(*model.Source)
		if !ok {
			return id
		}
		return s.Publisher.String()
	}), model.Official.Words()...)
}

// seen lists what the events have in a column, in order.
func (x *Index) seen(c column, shown func(string) string) []string {
	all := map[string]bool{}
	for _, values := range x.base.facets[c].values {
		for _, v := range values {
			all[shown(v)] = true
		}
	}
	delete(all, "")
	return slices.Sorted(maps.Keys(all))
}
