package config

import (
	"fmt"
	"slices"

	"bordertop/model"
	"bordertop/model/dataset"
)

// Preset is the name of an arrangement of the panes.
type Preset string

// The presets that come with the program.
const (
	Desk Preset = "desk"
	Log  Preset = "log"
	Map  Preset = "map"
	// Wall is for a screen across the room.
	Wall Preset = "wall"
)

// Presets lists the presets that come with the program.
func Presets() []Preset { return []Preset{Desk, Log, Map, Wall} }

// PresetNames lists the presets that there are: those that come with the program,
// and then those of the desk.
func (c Config) PresetNames() []Preset {
	names := Presets()
	for _, a := range c.Presets {
		if !slices.Contains(names, a.Name) {
			names = append(names, a.Name)
		}
	}
	return names
}

// Arrangement is a preset that a desk describes: rows from the top, each of
// columns from the left, each a stack of panes.
type Arrangement struct {
	Name Preset
	Rows []Row
}

// Row is a row of an arrangement. Share is its part of the height beside the
// other rows, 1 to 100.
type Row struct {
	Share   int
	Columns []Column
}

// Column is a column of a row. Share is its part of the width beside the other
// columns, 1 to 100. Panes are named as in PaneNames.
type Column struct {
	Share int
	Panes []string
}

// PaneNames lists the panes that an arrangement may have, in the order of their
// numbers.
func PaneNames() []string {
	return []string{"crossings", "deadlines", "trucks", "conditions", "incidents", "detail", "map", "timeline", "sources", "changes", "wall"}
}

const (
	// mostShare keeps sums of shares small; finer divisions cannot be seen.
	mostShare = 100
	// mostPresets and mostFilters are more than anybody remembers.
	mostPresets, mostFilters = 50, 50
)

// arranged tells where the values of a preset go.
func arranged(a *Arrangement) map[string]setting {
	return map[string]setting{
		"name": textual(&a.Name),
		"rows": many(&a.Rows, `a list such as [{ columns = [{ panes = ["incidents"] }] }]`, mostShare, Row{Share: 1}, rowed),
	}
}

func rowed(r *Row) map[string]setting {
	return map[string]setting{
		"share":   numbered(&r.Share, 1, mostShare),
		"columns": many(&r.Columns, `a list such as [{ panes = ["incidents"] }]`, mostShare, Column{Share: 1}, columned),
	}
}

func columned(c *Column) map[string]setting {
	return map[string]setting{
		"share": numbered(&c.Share, 1, mostShare),
		"panes": listed("incidents", object{"type": "string", "enum": PaneNames()},
			func() []string { return c.Panes }, func(list []string) { c.Panes = list }),
	}
}

func (v *validator) presets(presets []Arrangement) {
	v.most("presets", len(presets), mostPresets)
	names := map[string]string{}
	for i, a := range presets {
		at := item("presets", i)
		if model.ID(a.Name).Valid() {
			v.once(names, string(a.Name), at+".name")
		} else {
			v.fault(at+".name", dataset.Quote(string(a.Name))+" is not the name of a preset", "want 1 to 64 of a-z, 0-9 and -, the first not a -")
		}
		v.some(at+".rows", "row", len(a.Rows))
		panes := map[string]string{}
		for y, r := range a.Rows {
			at := item(at+".rows", y)
			v.share(at, r.Share)
			v.some(at+".columns", "column", len(r.Columns))
			for x, c := range r.Columns {
				v.column(panes, item(at+".columns", x), c)
			}
		}
	}
}

func (v *validator) column(panes map[string]string, at string, c Column) {
	v.share(at, c.Share)
	at += ".panes"
	v.some(at, "pane", len(c.Panes))
	for _, p := range c.Panes {
		if !slices.Contains(PaneNames(), p) {
			v.fault(at, "no pane "+dataset.Quote(p), dataset.Meant(p, PaneNames()))
			continue
		}
		v.once(panes, p, at)
	}
}

func (v *validator) share(at string, share int) {
	if share < 1 || share > mostShare {
		v.fault(at+".share", fmt.Sprintf("want a share from 1 to %d, got %d", mostShare, share), "")
	}
}

// some tells that there is none of what there must be.
func (v *validator) some(at, what string, n int) {
	if n == 0 {
		v.fault(at, "want at least one "+what, "")
	}
}

func (v *validator) most(at string, n, most int) {
	if n > most {
		v.fault(at, fmt.Sprintf("want at most %d, got %d", most, n), "")
	}
}

// once takes down where a name stands, and tells where it stood before.
func (v *validator) once(taken map[string]string, name, at string) {
	if before, ok := taken[name]; ok && before == at {
		v.fault(at, dataset.Quote(name)+" stands twice", "leave one out")
	} else if ok {
		v.fault(at, dataset.Quote(name)+" stands in "+before+" as well", "choose another for one of the two")
	}
	taken[name] = at
}

// item is the key of an item of a list, counted from 1.
func item(key string, i int) string { return fmt.Sprintf("%s[%d]", key, i+1) }
