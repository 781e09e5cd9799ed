package desk

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/query"
)

// Names tells what kind of record a field names; not ok where it names none that a
// desk finds by name.
func Names(field string) (k model.Kind, ok bool) {
	switch field {
	case "crossing", "crossings":
		return model.KindCrossing, true
	case "places":
		return model.KindPlace, true
	case "sources":
		return model.KindSource, true
	}
	return "", false
}

// Find lists the records of a kind that a text names by any of their names, in any
// script, of which the beginning is enough. Nothing typed names all of them.
func (d *Desk) Find(k model.Kind, text string) []model.Record {
	found := d.names.Called(text)
	var out []model.Record
	for _, r := range d.rest {
		if r.Kind() != k {
			continue
		}
		s, source := r.(*model.Source)
		switch {
		case text == "" || slices.Contains(found, r.Head().ID):
		case source && (string(s.ID) == text || query.Mentions(s.Publisher.String()+" "+s.Title.String()+" "+string(s.ID), text)):
		default:
			continue
		}
		out = append(out, r)
	}
	return out
}

// named puts ids in the place of names in a field that names records. What names
// none, or several, stays as it was typed: it is told of with the field.
func (d *Desk) named(field, value string) string {
	k, ok := Names(field)
	if !ok {
		return value
	}
	var out []string
	for name := range strings.SplitSeq(value, ",") {
		name = strings.TrimSpace(name)
		if found := d.Find(k, name); name != "" && d.log.Record(model.ID(name)) == nil && len(found) == 1 {
			name = string(found[0].Head().ID)
		}
		out = append(out, name)
	}
	return strings.Join(out, ",")
}

// often lists the fields whose texts are said again and again.
func often() []string { return []string{"by", "side", "speaker", "role", "category", "where"} }

// latest is how many events are asked for what is said again.
const latest = 2000

// gather counts what is said in the fields of often.
func (d *Desk) gather() {
	counts := map[string]map[string]int{}
	for _, field := range often() {
		counts[field] = map[string]int{}
	}
	take := func(r model.Record) {
		for _, f := range model.Fields(r) {
			if texts, text := counts[f.Name], textOf(f.Value); texts != nil && text != "" && !strings.Contains(text, "\n") {
				texts[text]++
			}
		}
	}
	for _, r := range d.rest {
		take(r)
	}
	n := 0
	for r := range d.log.Events().Records() {
		if n++; n > latest {
			break
		}
		take(r)
	}
	d.said = map[string][]string{}
	for field, texts := range counts {
		all := slices.Collect(maps.Keys(texts))
		slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(texts[b], texts[a]), cmp.Compare(a, b)) })
		d.said[field] = all
	}
}

// textOf is a text or a word.
func textOf(v reflect.Value) string {
	if text, ok := reflect.TypeAssert[clean.Text](v); ok {
		return text.String()
	}
	return v.String()
}

// Said lists what records say in a field and begins, in any of its words, as a text
// does; the most frequent first, all for no text.
func (d *Desk) Said(field, text string) []string {
	if d.said == nil {
		d.gather()
	}
	const most = 50
	var out []string
	for _, said := range d.said[field] {
		if len(out) < most && (text == "" || query.Mentions(said, text)) {
			out = append(out, said)
		}
	}
	return out
}
