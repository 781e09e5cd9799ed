package config

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/query"
)

// each takes a list of tables, however it is written; nil where it is empty.
func each[T any](s site, v any, want string, take func(site, map[string]any) T) []T {
	items, ok := v.([]map[string]any)
	if list, mixed := v.([]any); mixed {
		ok = true
		for _, it := range list {
			t, table := it.(map[string]any)
			items, ok = append(items, t), ok && table
		}
	}
	if !ok {
		s.wrong(want, v)
		return nil
	}
	var out []T
	for i, t := range items {
		at := s
		at.path = append([]string{}, s.path...)
		last := len(at.path) - 1
		at.path[last] = item(at.path[last], i)
		out = append(out, take(at, t))
	}
	return out
}

func clocked(c *Clock) map[string]setting {
	return map[string]setting{"name": line(&c.Name, 1, mostName), "zone": zoned(&c.Zone)}
}

func saved(f *SavedFilter) map[string]setting {
	return map[string]setting{"name": line(&f.Name, 1, mostName), "query": textual(&f.Query)}
}

// line takes a line of text to show.
func (s site) line(v any, to *clean.Text) {
	raw, ok := v.(string)
	if !ok {
		s.wrong("text in quotes", v)
		return
	}
	if *to = clean.Line(raw); to.Flags() != 0 {
		s.fault("odd text: "+strings.Join(to.Flags().Words(), ", "), "")
	}
}

func number[T int | int64](s site, v any, to *T) {
	n, ok := v.(int64)
	if !ok || n != int64(int32(n)) { //nolint:gosec // what the conversion loses is refused
		s.wrong("a whole number", v)
		return
	}
	*to = T(n)
}

// zone takes a timezone by its name. Empty and "Local" would be the machine's
// own, or a silent UTC.
func (s site) zone(v any) *time.Location {
	const remedy = `write a name such as "Europe/Vilnius"`
	name, ok := v.(string)
	if !ok {
		s.wrong("the name of a timezone", v)
		return nil
	}
	if zone, err := time.LoadLocation(name); err == nil && name != "" && !strings.EqualFold(name, "local") {
		return zone
	}
	s.fault("unknown timezone "+dataset.Quote(name), remedy)
	return nil
}

// mostClocks is what the top line has room for.
const mostClocks = 4

func (v *validator) clocks(clocks []Clock) {
	v.most("clocks", len(clocks), mostClocks)
	names := map[string]string{}
	for i, c := range clocks {
		at := item("clocks", i)
		v.name(names, at+".name", c.Name, "Kyiv")
		if c.Zone == nil {
			v.fault(at+".zone", "want the name of a timezone", `such as "Europe/Kyiv"`)
		}
	}
}

func (v *validator) filters(filters []SavedFilter) {
	v.most("filters", len(filters), mostFilters)
	names := map[string]string{}
	for i, f := range filters {
		at := item("filters", i)
		v.name(names, at+".name", f.Name, "Airport")
		if strings.TrimSpace(f.Query) == "" {
			v.fault(at+".query", "want a query", "such as category:airport")
			continue
		}
		v.query(at+".query", f.Query)
	}
}

// mostName keeps names short enough for tabs and the top line.
const mostName = 24

func (v *validator) name(names map[string]string, at string, name clean.Text, example string) {
	n := len([]rune(name.String()))
	if n == 0 || n > mostName {
		v.fault(at, fmt.Sprintf("want a name of 1 to %d characters", mostName), "such as "+dataset.Quote(example))
		return
	}
	v.once(names, name.String(), at)
}

// query tells what is wrong with a query, and at which of its characters.
func (v *validator) query(at, text string) {
	_, err := query.Parse(text, time.UTC)
	if err == nil {
		return
	}
	problem, remedy := clean.Err(err), ""
	if f, ok := errors.AsType[*query.Fault](err); ok {
		column := 1 + len([]rune(text[:min(max(f.At, 0), len(text))]))
		problem = fmt.Sprintf("character %d: %s", column, clean.Line(f.Problem))
		if f.Meant != "" {
			remedy = "did you mean " + dataset.Quote(f.Meant) + "?"
		}
	}
	v.fault(at, problem, remedy)
}
