package export

import (
	"maps"
	"reflect"
	"slices"
)

// Lists names the lists that List writes.
func Lists() []string {
	var out []string
	for _, p := range panes() {
		out = append(out, p.name)
	}
	return out
}

// ListSchema describes what List writes as JSON, as a JSON Schema (draft 7).
func ListSchema(name string) map[string]any {
	s := described(reflect.TypeFor[document]())
	switch name {
	case "deadlines":
		s = listSchema[LookDeadline](name)
	case "trucks":
		s = listSchema[LookGroup](name)
	case "conditions":
		s = listSchema[LookCondition](name)
	case "crossings":
		s = listSchema[LookCrossing](name)
	case "queues":
		s = listSchema[LookQueue](name)
	case "sources":
		s = listSchema[ListedSource](name)
	}
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "bordertop " + name + " --format json"
	s["description"] = "A list of the board. Every figure has its sources, and its freshness where it ages. As jsonl each line has the same head, one item, and the sources that it names."
	return s
}

// listSchema describes a document of items.
func listSchema[T any](key string) map[string]any {
	s := described(reflect.TypeFor[struct {
		header
		Sources []LookSource `json:"sources" doc:"the sources that are named above, each once"`
	}]())
	properties, _ := s["properties"].(map[string]any)
	properties = maps.Clone(properties)
	properties[key] = described(reflect.TypeFor[[]T]())
	required, _ := s["required"].([]string)
	if !slices.Contains(required, key) {
		required = append(required, key)
	}
	s["properties"], s["required"] = properties, required
	return s
}
