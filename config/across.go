package config

import (
	"fmt"
	"slices"
	"time"

	"bordertop/model/dataset"
)

// Across is what holds for a screen across the room, the preset Wall.
type Across struct {
	// Rotate is for how many seconds each of Panes stands, named as in PaneNames; 0
	// keeps the wall.
	Rotate int
	Panes  []string
	// Night are the hours of the board's clock in which it is dimmed, "22:00-06:00";
	// empty never is.
	Night string
}

// longest is for how many seconds a pane may stand.
const longest = 3600

func across(a *Across) map[string]setting {
	return map[string]setting{
		"rotate": numbered(&a.Rotate, 0, longest),
		"panes": listed("map", object{"type": "string", "enum": PaneNames()},
			func() []string { return a.Panes }, func(list []string) { a.Panes = list }),
		"night": textual(&a.Night),
	}
}

func (v *validator) across(a Across) {
	if a.Rotate < 0 || a.Rotate > longest {
		v.fault("wall.rotate", fmt.Sprintf("want seconds from 1 to %d, or 0, got %d", longest, a.Rotate), "")
	}
	v.some("wall.panes", "pane", len(a.Panes))
	for _, p := range a.Panes {
		if !slices.Contains(PaneNames(), p) {
			v.fault("wall.panes", "no pane "+dataset.Quote(p), dataset.Meant(p, PaneNames()))
		}
	}
	if _, _, ok := a.hours(); a.Night != "" && !ok {
		v.fault("wall.night", `want hours such as "22:00-06:00", got `+dataset.Quote(a.Night), "")
	}
}

// hours are the first and the last minute of the night, as minutes of the day.
func (a Across) hours() (from, until int, ok bool) {
	var h, m, k, n int
	if c, err := fmt.Sscanf(a.Night, "%2d:%2d-%2d:%2d", &h, &m, &k, &n); c != 4 || err != nil {
		return 0, 0, false
	}
	from, until = h*60+m, k*60+n
	return from, until, a.Night == fmt.Sprintf("%02d:%02d-%02d:%02d", h, m, k, n) && h < 24 && k < 24 && m < 60 && n < 60 && from != until
}

// Dark tells whether it is night at a time, by its own clock.
func (a Across) Dark(at time.Time) bool {
	from, until, ok := a.hours()
	now := at.Hour()*60 + at.Minute()
	switch {
	case !ok:
		return false
	case from < until:
		return from <= now && now < until
	}
	return now >= from || now < until
}
