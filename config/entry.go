package config

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"bordertop/model/dataset"
)

// Entry is a setting as it is: its key, with that of its table before a dot, and its
// value as TOML.
type Entry struct{ Key, Value string }

// Entries lists the settings that hold, in the order of the example; what is set to
// nothing but what the theme or the environment gives is left out. Written one below
// the other they are a file of settings.
func (c Config) Entries() []Entry {
	known := settings(&c)
	var out []Entry
	for _, key := range exampleKeys() {
		if value := shownAt(known, key); value != "" {
			out = append(out, Entry{key, value})
		}
	}
	return out
}

// shownAt is the value of a key; empty for a table, whose keys come by themselves.
func shownAt(known map[string]setting, key string) string {
	s, ok := known[key]
	if ok && s.table == nil {
		return s.show()
	}
	table, name, _ := strings.Cut(key, ".")
	if s, ok := known[table].table[name]; ok {
		return s.show()
	}
	return ""
}

// exampleKeys lists the keys of the example.
func exampleKeys() []string {
	e := explainer{about: map[string]string{}}
	for line := range strings.Lines(Example) {
		e.take(strings.TrimRight(line, "\n"))
	}
	return e.order
}

// Lines tells on which line of a file of settings a key is set; 0 where it is not.
func Lines(text string) func(key string) int {
	tree, found := dataset.ParseDocument("", text).Tree(), locate(text)
	return func(key string) int {
		var at any = tree
		for part := range strings.SplitSeq(key, ".") {
			table, ok := at.(map[string]any)
			if !ok {
				return 0
			}
			if at, ok = table[part]; !ok {
				return 0
			}
		}
		if place, ok := found[key]; ok {
			return place.line
		}
		// A list of tables stands where the first of them does.
		return found.find(key + "[1]").line
	}
}

// quoted is text as TOML. What a terminal would not show as it is, is escaped.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case !unicode.IsPrint(r) || unicode.Is(unicode.Variation_Selector, r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

// Span is a duration as settings have it, to the second; see Duration.
func Span(d time.Duration) string {
	const day = 24 * time.Hour
	var b strings.Builder
	for _, unit := range []struct {
		length time.Duration
		name   string
	}{{7 * day, "w"}, {day, "d"}, {time.Hour, "h"}, {time.Minute, "m"}, {time.Second, "s"}} {
		// Days are easier to compare, and four digits of them nearly always enough.
		if unit.name == "w" && d/day <= 9999 {
			continue
		}
		if n := int64(d / unit.length); n > 0 {
			fmt.Fprintf(&b, "%d%s", n, unit.name)
			d %= unit.length
		}
	}
	return b.String()
}

// Binding is what keys do.
type Binding struct {
	Action Action
	Keys   []string
	// Own tells that they are not the default ones.
	Own bool
}

// Bindings lists what the keys do, in the order of the example.
func (c Config) Bindings() []Binding {
	var out []Binding
	for _, key := range exampleKeys() {
		name, ok := strings.CutPrefix(key, "keys.")
		if !ok {
			continue
		}
		a := Action(name)
		out = append(out, Binding{a, c.Keys.Of(a), !slices.Equal(c.Keys.Of(a), Keys(nil).Of(a))})
	}
	return out
}
