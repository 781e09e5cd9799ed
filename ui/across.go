package ui

import (
	"slices"
	"time"

	"bordertop/config"
)

// still is how long a wall that turns stands after a key.
const still = time.Minute

// late tells whether the wall is to be dimmed now.
func (a *App) late() bool {
	return a.config.Preset == config.Wall && a.config.Wall.Dark(a.now.In(a.o.Zone))
}

// turns is when the next pane of the wall is due; the zero time is never. Nobody is
// disturbed who reads or types.
func (a *App) turns() time.Time {
	if a.config.Preset != config.Wall || a.config.Wall.Rotate <= 0 || a.help.open || a.palette.IsOpen() || a.panes[a.focus].Typing() {
		return time.Time{}
	}
	return a.turned.Add(time.Duration(a.config.Wall.Rotate) * time.Second)
}

// rotate shows the next pane of the wall once it is due.
func (a *App) rotate() {
	if a.turned.IsZero() {
		a.turned = a.now
	}
	due := a.turns()
	if due.IsZero() || a.now.Before(due) {
		return
	}
	a.turned = a.now
	names := a.config.Wall.Panes
	at := slices.IndexFunc(names, func(name string) bool { return paneOf(name) == a.focus })
	a.turnTo(paneOf(names[(at+1)%len(names)]))
}

// disturb lets what is in view stand, for somebody looks at it: for as long as a
// pane stands anyway, or for a minute where that is less.
func (a *App) disturb() {
	stands := time.Duration(a.config.Wall.Rotate) * time.Second
	a.turned = a.now.Add(max(still-stands, 0))
}
