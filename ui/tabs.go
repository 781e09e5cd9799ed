package ui

import (
	"cmp"
	"strconv"
	"strings"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
)

// tab is a pane's name in the line of tabs of a narrow window.
func (a *App) tab(p layout.Pane) string {
	return strings.TrimLeft(a.number(p)+" ", " ") + a.name(p)
}

// number is the digit that goes to a pane where keys are as they come; empty for
// one without a number.
func (a *App) number(p layout.Pane) string {
	if p > layout.Changes {
		return ""
	}
	return strconv.Itoa(int(p % layout.Changes))
}

func (a *App) name(p layout.Pane) string {
	switch p {
	case layout.Crossings:
		return a.words.Crossings
	case layout.Deadlines:
		return a.words.Deadlines
	case layout.Trucks:
		return a.words.Trucks
	case layout.Conditions:
		return a.words.Conditions
	case layout.Incidents:
		return a.words.Incidents
	case layout.Detail:
		return a.words.Detail
	case layout.Map:
		return a.words.Map.Title
	case layout.Timeline:
		return a.words.Timeline.Title
	case layout.Sources:
		return a.words.Sources.Title
	case layout.Changes:
		return a.words.Turns.Title
	case layout.Wall:
		return a.words.Wall.Title
	}
	return ""
}

// tabLine names the panes; where they do not fit, only the numbers of those
// that are not in view.
func (a *App) tabLine(w int) string {
	var text strings.Builder
	for _, t := range a.tabs(w) {
		style := a.styles.Muted
		if t.pane == a.focus {
			style = a.styles.Accent
		}
		text.WriteString(" " + style.Render(t.label))
	}
	return draw.Fit(text.String(), w)
}

type tabLabel struct {
	pane  layout.Pane
	label string
}

func (a *App) tabs(w int) []tabLabel {
	var out []tabLabel
	room := 0
	for _, p := range a.order() {
		out = append(out, tabLabel{p, a.tab(p)})
		room += draw.Width(a.tab(p)) + 1
	}
	if room <= w {
		return out
	}
	for i, t := range out {
		if t.pane != a.focus {
			out[i].label = cmp.Or(a.number(t.pane), a.name(t.pane))
		}
	}
	return out
}

// tabAt finds the tab at a cell; not ok where there is none.
func (a *App) tabAt(l layout.Layout, x, y int) (layout.Pane, bool) {
	if l.Tabs.H == 0 || y != l.Tabs.Y {
		return 0, false
	}
	at := 0
	for _, t := range a.tabs(l.Tabs.W) {
		next := at + 1 + draw.Width(t.label)
		if x >= at && x < next {
			return t.pane, true
		}
		at = next
	}
	return 0, false
}
