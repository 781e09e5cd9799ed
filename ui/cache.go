package ui

import (
	"slices"
	"strings"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane/timeline"
)

// A board that stays open all day is drawn every second for its clock, and with
// every key for one pane or two. What the others show cannot have changed while
// what they are drawn from has not, so it is kept.

// sight is what a pane is drawn from, besides how it is looked at.
type sight struct {
	version  int
	size     layout.Size
	focused  bool
	selected model.ID
	second   int64
	alert    bool
}

// drawn is what a pane last showed, in its frame.
type drawn struct {
	sight sight
	lines []string
}

// shape is what the places of the panes depend on.
type shape struct {
	window layout.Size
	made   int // the board and the settings
	focus  layout.Pane
	zoom   bool
}

// plenty is more lines than any window has: the detail takes what is left, so
// that the panes stay where they are whatever is selected.
const plenty = 1000

// layout divides the window among the panes.
func (a *App) layout() layout.Layout {
	now := shape{a.window, a.folds + a.dresses, a.focus, a.zoom}
	if now == a.shape {
		return a.places
	}
	plan := layout.Plan{Window: a.window, Grid: a.grid(layout.Classify(a.window)), Focused: a.focus, Zoom: a.zoom, Frame: 2}
	for p, content := range a.panes {
		// The detail would write its whole page to count it, and takes what is left.
		if content != nil && layout.Pane(p) != layout.Detail {
			plan.Want[p] = content.Wants(a.scene(layout.Pane(p), layout.Size{W: a.window.W / 2, H: a.window.H}))
		}
	}
	plan.Want[layout.Detail] = plenty
	if a.config.Preset == config.Desk && !a.zoom && a.focus != layout.Timeline {
		plan.Strip = timeline.StripLines
	}
	a.shape, a.places = now, layout.Arrange(plan)
	return a.places
}

// box draws a pane in its frame, unless it was drawn from the same before.
func (a *App) box(p layout.Placement) []string {
	w, h := draw.Inner(p.Rect.W, p.Rect.H)
	s := a.scene(p.Pane, layout.Size{W: w, H: h})
	now := sight{a.version(), p.Rect.Size(), s.Focused, s.Selected, a.countdown(), a.alerting(p.Pane)}
	if p.Pane == layout.Wall {
		now.second = a.now.Unix()
	}
	if kept := a.drawn[p.Pane]; kept.lines != nil && kept.sight == now {
		return kept.lines
	}
	content := a.panes[p.Pane]
	title := strings.TrimLeft(a.number(p.Pane)+" ", " ") + content.Title(s)
	style := a.boxStyle()
	if s.Focused {
		style = a.focusedStyle()
	}
	if now.alert {
		title, style = a.styles.Glyphs.Alert+" "+title, a.alertStyle(style)
	}
	lines := draw.Box(title, "", strings.Split(content.View(s), "\n"), p.Rect.W, p.Rect.H, style)
	a.drawn[p.Pane] = drawn{now, lines}
	return lines
}

// stripLines draws the strip, unless it was drawn from the same before.
func (a *App) stripLines(size layout.Size) []string {
	now := sight{version: a.folds + a.dresses, size: size} // what was read does not matter
	if a.stripped.lines == nil || a.stripped.sight != now {
		a.stripped = drawn{now, a.strip.View(a.scene(layout.Timeline, size))}
	}
	return a.stripped.lines
}

// urgent is how long before a deadline its seconds count.
const urgent = 2 * time.Minute

// countdown is the second, while a deadline is so near that seconds show; else 0:
// all other times are in minutes, and the board is folded anew with each.
func (a *App) countdown() int64 {
	if d, ok := a.board.NextDeadline(); ok && a.live() && d.Left(a.now) < urgent {
		return a.now.Unix()
	}
	return 0
}

// beating tells whether the wall is in view, which shows each second: a screen
// that stands still is seen to.
func (a *App) beating() bool {
	return slices.ContainsFunc(a.layout().Panes, func(p layout.Placement) bool { return p.Pane == layout.Wall })
}
