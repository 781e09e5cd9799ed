package config

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"bordertop/model/clean"
)

// object is a JSON Schema, or a part of one.
type object = map[string]any

// setting takes the value of a key, describes for Schema what it takes, and says as
// TOML what holds; empty where nothing is set.
type setting struct {
	take  func(s site, v any)
	shape func() object
	show  func() string
	// table are the keys within; nil where the value is no table of settings.
	table map[string]setting
}

func shaped(o object) func() object { return func() object { return o } }

// textual takes text. What it may say is for Validate to judge.
func textual[T ~string](to *T) setting {
	return setting{
		take:  func(s site, v any) { text(s, v, to) },
		shape: shaped(object{"type": "string"}),
		show:  func() string { return quoted(string(*to)) },
	}
}

// chosen takes one of some words.
func chosen[T ~string](to *T, words []T) setting {
	s := textual(to)
	s.shape = func() object { return object{"type": "string", "enum": words} }
	return s
}

func switched(to *bool) setting {
	return setting{
		take:  func(s site, v any) { s.yes(v, to) },
		shape: shaped(object{"type": "boolean"}),
		show:  func() string { return strconv.FormatBool(*to) },
	}
}

func numbered[T int | int64](to *T, least, most int) setting {
	return setting{
		take:  func(s site, v any) { number(s, v, to) },
		shape: shaped(object{"type": "integer", "minimum": least, "maximum": most}),
		show:  func() string { return strconv.FormatInt(int64(*to), 10) },
	}
}

func lasting(b budget) setting {
	return setting{
		take:  func(s site, v any) { s.duration(v, b) },
		shape: shaped(object{"type": "string", "pattern": span.String(), "minLength": 2}),
		show:  func() string { return quoted(Span(*b.budget)) },
	}
}

// line takes a line of text to show, of some characters at most.
func line(to *clean.Text, least, most int) setting {
	return setting{
		take:  func(s site, v any) { s.line(v, to) },
		shape: shaped(object{"type": "string", "minLength": least, "maxLength": most}),
		show:  func() string { return quoted(to.String()) },
	}
}

// zoned takes a timezone by its name.
func zoned(to **time.Location) setting {
	return setting{
		take:  func(s site, v any) { *to = s.zone(v) },
		shape: shaped(object{"type": "string", "minLength": 1}),
		show:  func() string { return quoted((*to).String()) },
	}
}

// listed takes a list of text, of which the example is one; a single text is a list
// of one.
func listed(example string, item object, list func() []string, put func([]string)) setting {
	return setting{
		take: func(s site, v any) {
			if list, ok := s.list(v, example); ok {
				put(list)
			}
		},
		shape: shaped(object{"anyOf": []any{item, object{"type": "array", "items": item}}}),
		show: func() string {
			var items []string
			for _, text := range list() {
				items = append(items, quoted(text))
			}
			return "[" + strings.Join(items, ", ") + "]"
		},
	}
}

// within takes a table.
func within(known map[string]setting) setting {
	return setting{
		take:  func(s site, v any) { s.sub(v, known) },
		shape: func() object { return tableShape(known) },
		show:  func() string { return inline(known) },
		table: known,
	}
}

// inline is a table in one line.
func inline(known map[string]setting) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(known)) {
		if value := known[name].show(); value != "" {
			parts = append(parts, name+" = "+value)
		}
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// many takes a list of tables. Each begins as given, and of tells where its values
// go.
func many[T any](to *[]T, want string, most int, begin T, of func(*T) map[string]setting) setting {
	return setting{
		take: func(s site, v any) {
			*to = each(s, v, want, func(s site, t map[string]any) T {
				item := begin
				s.table(t, of(&item))
				return item
			})
		},
		shape: func() object {
			item := begin
			return object{"type": "array", "maxItems": most, "items": tableShape(of(&item))}
		},
		show: func() string {
			var items []string
			for _, item := range *to {
				items = append(items, inline(of(&item)))
			}
			return "[" + strings.Join(items, ", ") + "]"
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
