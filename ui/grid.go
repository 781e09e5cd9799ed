package ui

import (
	"bordertop/config"
	"bordertop/ui/layout"
)

// grid is the arrangement of the preset.
func (a *App) grid(c layout.Class) layout.Grid {
	if a.config.Preset == config.Log {
		return layout.Log(c)
	}
	return layout.Desk(c)
}
