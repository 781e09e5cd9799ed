package dataset

import (
	"reflect"
	"slices"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// object is a JSON Schema, or a part of one.
type object = map[string]any

// Schema describes the files of a dataset as a JSON Schema (draft 7), for editors.
// It is made from the fields that the decoder binds, from the words that it knows
// and from what it requires. It takes a time in quotes, as every reader of TOML
// hands it to a validator.
func Schema() map[string]any {
	properties := object{
		"schema":   described(object{"const": 1}, "the version of this format"),
		"title":    described(text(), "what the board is of"),
		"timezone": described(text(), "by whose clocks times without an offset are, such as Europe/Vilnius"),
		"zones": described(object{"type": "array", "items": closed(object{
			"name": described(text(), "the name of the clock"), "zone": described(text(), "its timezone, such as Europe/Minsk"),
		}, "name", "zone")}, "the clocks to show, the board's own first"),
	}
	for _, k := range model.Kinds() {
		properties[string(k)] = described(object{"type": "array", "items": recordSchema(k)}, kindAbout()[k])
	}
	s := closed(properties)
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "A dataset of bordertop"
	return s
}

// recordSchema describes the records of a kind.
func recordSchema(k model.Kind) object {
	b := &binder{plans: map[reflect.Type]plan{}}
	t := reflect.TypeOf(model.Blank(k)).Elem()
	properties := object{}
	for name, index := range b.plan(t) {
		properties[name] = described(valueOf(name, t.FieldByIndex(index).Type, k), about(k, name))
	}
	s := closed(properties)
	var all []any
	for _, keys := range required(k) {
		if len(keys) == 1 {
			all = append(all, object{"required": keys})
			continue
		}
		var either []any
		for _, key := range keys {
			either = append(either, object{"required": []string{key}})
		}
		all = append(all, object{"anyOf": either})
	}
	s["allOf"] = all
	return s
}

// valueOf describes the values that the decoder takes for a field: site.value, in
// other words.
func valueOf(name string, t reflect.Type, k model.Kind) object {
	switch t {
	case reflect.TypeFor[clean.Text](), reflect.TypeFor[model.Moment]():
		return text()
	case reflect.TypeFor[clean.URL]():
		return object{"type": "string", "pattern": "^https?://"}
	case reflect.TypeFor[model.ID]():
		return object{"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$"}
	case reflect.TypeFor[model.Country]():
		return object{"type": "string", "pattern": "^[A-Z]{2}$"}
	case reflect.TypeFor[model.Lang]():
		return object{"type": "string", "pattern": "^[a-z]{2,3}$"}
	case reflect.TypeFor[bool]():
		return object{"type": "boolean"}
	case reflect.TypeFor[int64]():
		return object{"type": "integer", "minimum": 1, "maximum": 4}
	case reflect.TypeFor[*int64]():
		return object{"type": "integer", "minimum": 0, "maximum": maxNumber}
	case reflect.TypeFor[float64]():
		return object{"type": "number", "minimum": 0, "maximum": maxNumber}
	case reflect.TypeFor[*float64]():
		most := 180
		if name == "lat" {
			most = 90
		}
		return object{"type": "number", "minimum": -most, "maximum": most}
	case reflect.TypeFor[*time.Duration]():
		return object{"type": "string", "examples": []string{"1h30m"}}
	}
	if w, ok := reflect.TypeAssert[model.Word](reflect.Zero(t)); ok {
		return object{"type": "string", "enum": w.Words()}
	}
	return listOf(t, k)
}

// listOf describes what holds more than one value: site.list, in other words.
func listOf(t reflect.Type, k model.Kind) object {
	switch t {
	case reflect.TypeFor[[]model.Name]():
		return object{"type": "object", "propertyNames": object{"pattern": "^[a-z]{2,3}$"}, "additionalProperties": text()}
	case reflect.TypeFor[[]model.Permit]():
		return object{"type": "array", "items": inner[model.Permit](k, "who")}
	case reflect.TypeFor[*model.Fee]():
		return inner[model.Fee](k, "amount")
	case reflect.TypeFor[[]model.Figure]():
		return object{
			"type": "object", "propertyNames": object{"pattern": "^[a-z0-9][a-z0-9-]{0,63}$"},
			"additionalProperties": object{"type": "integer", "minimum": 0, "maximum": maxNumber},
		}
	case reflect.TypeFor[[]model.Assignment]():
		return assigned()
	}
	item := valueOf("", t.Elem(), k)
	return object{"anyOf": []any{item, object{"type": "array", "items": item}}}
}

// inner describes a table within a record.
func inner[T any](k model.Kind, required ...string) object {
	b := &binder{plans: map[reflect.Type]plan{}}
	t := reflect.TypeFor[T]()
	properties := object{}
	for name, index := range b.plan(t) {
		properties[name] = described(valueOf(name, t.FieldByIndex(index).Type, k), about("", name))
	}
	return closed(properties, required...)
}

// assigned describes the new values of an amendment: those of the fields of every
// kind of record.
func assigned() object {
	b := &binder{plans: map[reflect.Type]plan{}}
	properties := object{}
	for _, name := range b.fieldNames() {
		if name == "id" || name == "set" {
			continue
		}
		// Where kinds differ in it, it is a word of one of them.
		value := object{"type": "string", "enum": b.words(name)}
		if t := model.AssignedType(name); t != reflect.TypeFor[string]() {
			value = valueOf(name, t, "")
		}
		properties[name] = described(value, about("", name))
	}
	return closed(properties)
}

// words are those that a field has in any kind of record.
func (b *binder) words(field string) []string {
	var words []string
	for _, k := range model.Kinds() {
		r := reflect.ValueOf(model.Blank(k)).Elem()
		index, has := b.plan(r.Type())[field]
		if !has {
			continue
		}
		if w, isWord := reflect.TypeAssert[model.Word](r.FieldByIndex(index)); isWord {
			words = append(words, w.Words()...)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func text() object { return object{"type": "string"} }

// closed describes a table that has no other keys than these.
func closed(properties object, required ...string) object {
	s := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

func described(s object, about string) object {
	if about != "" {
		s["description"] = about
	}
	return s
}
