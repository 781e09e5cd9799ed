package dataset

import (
	"reflect"
	"slices"
	"strings"

	"bordertop/model"
)

// word takes one of the words; the plural of one is that one. Another is warned
// of and left empty, which is shown as unknown, for files may know more words
// than this program.
func (s site) word(v any, words []string) string {
	raw, ok := v.(string)
	if !ok {
		s.wrong("a word in quotes", v)
		return ""
	}
	if word, ok := spelled(raw, words); ok {
		return word
	}
	s.warn("unknown word "+show(raw), s.f.meant(raw, words))
	return ""
}

func spelled(raw string, words []string) (string, bool) {
	for _, w := range []string{raw, strings.TrimSuffix(raw, "s")} {
		if slices.Contains(words, w) {
			return w, true
		}
	}
	return "", false
}

// class refuses an unknown class where word would leave it out: a shorter list
// of classes is another statement, and an empty one means all of them.
func (s site) class(v any) model.Class {
	words := model.Class("").Words()
	raw, _ := v.(string)
	word, ok := spelled(raw, words)
	if !ok {
		s.fault("unknown class "+show(raw), s.f.meant(raw, words))
	}
	return model.Class(word)
}

// anyWord takes a word that the field has in some kind of record; which kind it
// is, only the target of the amendment tells.
func (s site) anyWord(field string, v any) string {
	raw, ok := v.(string)
	if !ok {
		s.wrong("a word in quotes", v)
		return ""
	}
	var words []string
	for _, k := range model.Kinds() {
		r := reflect.ValueOf(model.Blank(k)).Elem()
		index, has := s.b.plan(r.Type())[field]
		if !has {
			continue
		}
		if w, isWord := reflect.TypeAssert[model.Word](r.FieldByIndex(index)); isWord {
			words = append(words, w.Words()...)
		}
	}
	if word, ok := spelled(raw, words); ok {
		return word
	}
	s.fault("unknown word "+show(raw), s.f.meant(raw, words))
	return ""
}
