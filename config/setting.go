package config

import (
	"time"

	"bordertop/model/clean"
)

// object is a JSON Schema, or a part of one.
type object = map[string]any

// setting takes the value of a key, and describes for Schema what it takes.
type setting struct {
	take  func(s site, v any)
	shape func() object
}

func shaped(o object) func() object { return func() object { return o } }

// textual takes text. What it may say is for Validate to judge.
func textual[T ~string](to *T) setting {
	return setting{func(s site, v any) { text(s, v, to) }, shaped(object{"type": "string"})}
}

// chosen takes one of some words.
func chosen[T ~string](to *T, words []T) setting {
	return setting{func(s site, v any) { text(s, v, to) }, func() object { return object{"type": "string", "enum": words} }}
}

func switched(to *bool) setting {
	return setting{func(s site, v any) { s.yes(v, to) }, shaped(object{"type": "boolean"})}
}

func numbered(to *int, least, most int) setting {
	return setting{func(s site, v any) { s.number(v, to) }, shaped(object{"type": "integer", "minimum": least, "maximum": most})}
}

func lasting(b budget) setting {
	return setting{func(s site, v any) { s.duration(v, b) }, shaped(object{"type": "string", "pattern": span.String(), "minLength": 2})}
}

// line takes a line of text to show.
func line(to *clean.Text) setting {
	return setting{func(s site, v any) { s.line(v, to) }, shaped(object{"type": "string", "minLength": 1, "maxLength": mostName})}
}

// zoned takes a timezone by its name.
func zoned(to **time.Location) setting {
	return setting{func(s site, v any) { *to = s.zone(v) }, shaped(object{"type": "string", "minLength": 1})}
}

// listed takes a list of text, of which the example is one; a single text is a list
// of one.
func listed(example string, item object, put func([]string)) setting {
	return setting{
		func(s site, v any) {
			if list, ok := s.list(v, example); ok {
				put(list)
			}
		},
		shaped(object{"anyOf": []any{item, object{"type": "array", "items": item}}}),
	}
}

// within takes a table.
func within(known map[string]setting) setting {
	return setting{func(s site, v any) { s.sub(v, known) }, func() object { return tableShape(known) }}
}

// many takes a list of tables. Each begins as given, and of tells where its values
// go.
func many[T any](to *[]T, want string, most int, begin T, of func(*T) map[string]setting) setting {
	return setting{
		func(s site, v any) {
			*to = each(s, v, want, func(s site, t map[string]any) T {
				item := begin
				s.table(t, of(&item))
				return item
			})
		},
		func() object {
			item := begin
			return object{"type": "array", "maxItems": most, "items": tableShape(of(&item))}
		},
	}
}

func tableShape(known map[string]setting) object {
	properties := object{}
	for name, s := range known {
		properties[name] = s.shape()
	}
	return object{"type": "object", "properties": properties, "additionalProperties": false}
}
