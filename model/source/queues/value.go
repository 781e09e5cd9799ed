package queues

import (
	"encoding/json"
	"strings"

	"github.com/andybalholm/cascadia"

	"bordertop/model/source"
	"bordertop/model/source/tree"
)

// Map is a value of a tree as a map, which may be read even where it is none.
func Map(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

// List is a value of a tree as a list; nil where it is none.
func List(v any) []any {
	l, _ := v.([]any)
	return l
}

// Text is a value of a tree as a text with single spaces; empty where it is none.
func Text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.Join(strings.Fields(v), " ")
	case json.Number:
		return v.String()
	}
	return ""
}

// Find lists the elements of a page that a selector matches. It refuses a page that
// has none, with its title, which mostly says what it is instead.
func Find(p source.Page, selector, what string) ([]any, error) {
	elements, err := find(p, selector)
	if err != nil || len(elements) > 0 {
		return elements, err
	}
	titles, err := find(p, "title")
	if err != nil || len(titles) == 0 {
		return nil, source.Troublef(source.Unexpected, "there is no %s on the page", what)
	}
	return nil, source.Troublef(source.Challenge, "there is no %s on a page titled %q", what, Text(Map(titles[0])["text"]))
}

func find(p source.Page, selector string) ([]any, error) {
	s, err := cascadia.Compile(selector)
	if err != nil {
		return nil, source.Troublef(source.Failed, "%w", err)
	}
	out, err := tree.HTML(p.Body, p.Charset, s)
	return List(out), err
}
