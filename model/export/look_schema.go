package export

import (
	"reflect"
	"strings"
	"time"
)

// LookSchema describes what WriteLook writes, as a JSON Schema (draft 7). Names may
// be added to it; those that there are stay and mean the same while the schema does.
func LookSchema() map[string]any {
	s := described(reflect.TypeFor[Look]())
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "bordertop status --format json"
	s["description"] = "One look at the board. Every figure has its sources, the moment that it is of, and its freshness; what is not known is null."
	return s
}

// described is the schema of a type that JSON is made of.
func described(t reflect.Type) map[string]any {
	switch {
	case t == reflect.TypeFor[time.Time]():
		return map[string]any{"type": "string", "format": "date-time"}
	case t.Kind() == reflect.Pointer:
		return map[string]any{"anyOf": []any{described(t.Elem()), map[string]any{"type": "null"}}}
	case t.Kind() == reflect.Interface:
		return map[string]any{}
	case t.Kind() == reflect.Map:
		return map[string]any{"type": "object"}
	case t.Kind() == reflect.Slice:
		return map[string]any{"type": "array", "items": described(t.Elem())}
	case t.Kind() == reflect.Struct:
		s := map[string]any{"type": "object"}
		properties, required := map[string]any{}, []string{}
		for _, f := range reflect.VisibleFields(t) {
			name, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "" {
				continue // What is embedded; its fields are visible themselves.
			}
			properties[name] = property(f)
			if rest == "" {
				required = append(required, name)
			}
		}
		s["properties"], s["required"] = properties, required
		return s
	}
	return map[string]any{"type": plainType(t.Kind())}
}

func plainType(k reflect.Kind) string {
	switch k { //nolint:exhaustive // a look has no other kinds
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64:
		return "integer"
	case reflect.Float64:
		return "number"
	}
	return "string"
}

// property is the schema of a field.
func property(f reflect.StructField) map[string]any {
	p := described(f.Type)
	p["description"] = f.Tag.Get("doc")
	if words, ok := f.Tag.Lookup("enum"); ok {
		p["enum"] = strings.Split(words, ",")
	}
	return p
}
