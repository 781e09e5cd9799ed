package config

import (
	_ "embed" // the example
	"regexp"
	"slices"
	"strings"

	"bordertop/model/lang"
)

// Example is a file of settings with every key, explained; it sets what is so
// anyway.
//
//go:embed example.toml
var Example string

// Schema describes files of settings as a JSON Schema (draft 7), for editors. It is
// made from what takes the values; what explains a key is what the example says
// above or beside it, or for a key of [keys] what the program calls the action.
func Schema() map[string]any {
	c := Default()
	s := tableShape(settings(&c))
	explain(s, "", explanations(Example))
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "The settings of bordertop"
	return s
}

// explain puts explanations to the keys of a table.
func explain(s object, at string, about map[string]string) {
	properties, _ := s["properties"].(object)
	for name, p := range properties {
		key := below(at, name)
		property, _ := p.(object)
		text := about[key]
		if action, ok := strings.CutPrefix(key, "keys."); ok && text == "" {
			text = lang.English().Action(action)
		}
		if text != "" {
			property["description"] = text
		}
		explain(property, key, about)
		if items, ok := property["items"].(object); ok {
			explain(items, key, about)
		}
	}
}

// exampleKey is a line of the example that sets a key, in use or not: the key, its
// value, and what stands beside it.
var exampleKey = regexp.MustCompile(`^#?([a-z_]+) = ((?:"[^"]*"|[^#"])*?)\s*(?:# (.*))?$`)

// exampleTable is one that begins a table, in use or not.
var exampleTable = regexp.MustCompile(`^#?\[\[?([a-z_.]+)\]\]?\s*$`)

// explanations are the comments of the example by the keys that they explain.
func explanations(text string) map[string]string {
	e := explainer{about: map[string]string{}}
	for line := range strings.Lines(text) {
		e.take(strings.TrimRight(line, "\n"))
	}
	return e.about
}

// explainer reads the comments of the example.
type explainer struct {
	about map[string]string
	// order are the keys as they stand.
	order []string
	table string
	// above is the comment above a key, spent where a key stood below it already;
	// keys without an empty line between them share it.
	above string
	spent bool
}

func (e *explainer) take(line string) {
	if comment, ok := strings.CutPrefix(line, "# "); ok {
		if e.spent {
			e.above, e.spent = "", false
		}
		e.above = strings.TrimSpace(e.above + " " + comment)
		return
	}
	e.spent = true
	if m := exampleTable.FindStringSubmatch(line); m != nil {
		e.table = m[1]
		e.put(e.table, e.above)
	} else if m := exampleKey.FindStringSubmatch(line); m != nil {
		beside := m[3]
		if e.table == "" && beside == "" {
			beside = e.above
		}
		e.put(below(e.table, m[1]), beside)
	} else {
		e.above = ""
	}
}

// put keeps the first explanation of a key.
func (e *explainer) put(key, text string) {
	if !slices.Contains(e.order, key) {
		e.order = append(e.order, key)
	}
	if _, known := e.about[key]; !known && text != "" {
		e.about[key] = text
	}
}
