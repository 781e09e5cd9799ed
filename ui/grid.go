package ui

import (
	"slices"

	"bordertop/config"
	"bordertop/ui/layout"
)

// grid is the arrangement of the preset. One of the desk's own stands before one
// that comes with the program.
func (a *App) grid(c layout.Class) layout.Grid {
	for _, own := range a.config.Presets {
		if own.Name == a.config.Preset {
			return arranged(own)
		}
	}
	switch a.config.Preset {
	case config.Log:
		return layout.Log(c)
	case config.Map:
		return layout.Chart(c)
	case config.Wall:
		return layout.Across()
	case config.Desk:
	}
	return layout.Desk(c)
}

// arranged is an arrangement as a grid. It is the same for windows of all
// classes: what has no room is left out.
func arranged(a config.Arrangement) layout.Grid {
	var g layout.Grid
	for _, r := range a.Rows {
		row := layout.Row{Share: max(r.Share, 1)}
		for _, c := range r.Columns {
			column := layout.Column{Min: layout.LeastColumns, Weight: max(c.Share, 1)}
			for _, name := range c.Panes {
				column.Panes = append(column.Panes, paneOf(name))
			}
			row.Columns = append(row.Columns, column)
		}
		g = append(g, row)
	}
	return g
}

// paneOf is the pane of a name in the settings; 0 for one that there is not.
func paneOf(name string) layout.Pane {
	names := []string{
		layout.Crossings: "crossings", layout.Deadlines: "deadlines", layout.Trucks: "trucks", layout.Conditions: "conditions",
		layout.Incidents: "incidents", layout.Detail: "detail", layout.Map: "map", layout.Timeline: "timeline",
		layout.Sources: "sources", layout.Changes: "changes", layout.Wall: "wall",
	}
	return layout.Pane(max(slices.Index(names, name), 0))
}
