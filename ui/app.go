// Package ui is the dashboard: it arranges panes over a board, routes messages to
// them, and runs on a terminal.
package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/conditions"
	"bordertop/ui/pane/crossings"
	"bordertop/ui/pane/deadlines"
	"bordertop/ui/pane/detail"
	"bordertop/ui/pane/incidents"
	"bordertop/ui/pane/trucks"
	"bordertop/ui/theme"
)

// App is the dashboard. It is drawn by ui/screen; see Run.
type App struct {
	o     Options
	keys  Keys
	words lang.Words

	log    model.Log
	board  model.Board
	now    time.Time
	at     time.Time // the moment shown; zero while live
	folded time.Time // the wall clock when the board was last folded

	window layout.Size
	panes  [layout.Sources + 1]pane.Pane
	focus  layout.Pane
	back   layout.Pane // where esc leads from the detail; 0 is nowhere
	chosen layout.Pane // where the selection was made
	zoom   bool
	help   help
	mouse  bool
	dark   bool
	styles theme.Styles

	selected model.ID
	said     string
	ticks    int       // the number of the tick in hand; an older one is dropped
	due      time.Time // when it is to come, by the wall clock

	folds, dresses int // how often the board was folded and the styles were made
	drawn          [layout.Sources + 1]drawn
	shape          shape
	places         layout.Layout
}

// New makes the dashboard.
func New(o Options) *App {
	words := lang.English()
	a := &App{o: o, keys: NewKeys(o.Keys, words), words: words, log: o.Log, now: o.Now(), at: o.At, mouse: o.Mouse, dark: o.Background != Light}
	shared := pane.NewKeys(o.Keys, words)
	a.panes[layout.Crossings] = crossings.New(shared)
	a.panes[layout.Deadlines] = deadlines.New(shared)
	a.panes[layout.Trucks] = trucks.New(shared)
	a.panes[layout.Conditions] = conditions.New(shared)
	a.panes[layout.Incidents] = incidents.New(shared)
	a.panes[layout.Detail] = detail.New(shared)
	a.help.keys = shared
	a.focus = a.grid(layout.Wide).Panes()[0]
	a.said = o.Notice
	a.dress()
	a.fold()
	return a
}

// Init starts the clock.
func (a *App) Init() tea.Cmd { return a.tick() }

// fold works out the board of the moment shown.
func (a *App) fold() {
	at := a.at
	if at.IsZero() {
		at = a.now
	}
	a.board = a.log.At(at, at)
	a.folded = a.now
	a.folds++
	switch {
	case a.selected != "":
	case a.o.Preset == Log && len(a.board.Events) > 0:
		a.selected = a.board.Events[0].Head().ID
	case len(a.board.Crossings) > 0:
		a.selected = a.board.Crossings[0].Crossing.ID
	}
}

// dress makes the styles for the terminal's colours and background.
func (a *App) dress() {
	r := lipgloss.NewRenderer(nil)
	r.SetColorProfile(a.o.Colours.profile())
	r.SetHasDarkBackground(a.dark)
	palette, glyphs := theme.Light(), theme.Unicode()
	if a.dark {
		palette = theme.Dark()
	}
	if a.o.ASCII {
		glyphs = theme.ASCII()
	}
	a.styles = theme.New(r, palette, glyphs)
	a.dresses++
}

// live tells whether the board follows the clock.
func (a *App) live() bool { return a.at.IsZero() }

// scene is what a pane may know. The selection is told where it is shown: in the
// detail, where it was made, and where it may be made next.
func (a *App) scene(p layout.Pane, size layout.Size) pane.Scene {
	selected := a.selected
	if p != layout.Detail && p != a.focus && p != a.chosen {
		selected = ""
	}
	return pane.Scene{
		Board: a.board, Now: a.now, Live: a.live(), Zone: a.o.Zone, Clocks: a.o.Clocks, Size: size,
		Focused: p == a.focus && !a.help.open, Selected: selected, Styles: a.styles, Words: a.words,
	}
}

// grid is the arrangement of the preset.
func (a *App) grid(c layout.Class) layout.Grid {
	switch a.o.Preset {
	case Log:
		return layout.Log(c)
	case Desk:
	}
	return layout.Desk(c)
}
