// Package ui is the dashboard: it arranges panes over a board, routes messages to
// them, and runs on a terminal.
package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/alert"
	"bordertop/model/atlas"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/query"
	"bordertop/model/source"
	"bordertop/ui/layout"
	"bordertop/ui/palette"
	"bordertop/ui/pane"
	"bordertop/ui/pane/changes"
	"bordertop/ui/pane/chart"
	"bordertop/ui/pane/conditions"
	"bordertop/ui/pane/crossings"
	"bordertop/ui/pane/deadlines"
	"bordertop/ui/pane/detail"
	"bordertop/ui/pane/incidents"
	"bordertop/ui/pane/sources"
	"bordertop/ui/pane/timeline"
	"bordertop/ui/pane/trucks"
	"bordertop/ui/pane/wall"
	"bordertop/ui/theme"
)

// App is the dashboard. It is drawn by ui/screen; see Run.
type App struct {
	o      Options
	config config.Config
	keys   Keys
	shared pane.Keys // those of the panes
	words  lang.Words

	log    model.Log
	atlas  *atlas.Atlas
	index  *query.Index // nil until it was needed and made
	board  model.Board
	now    time.Time
	travel travel
	folded time.Time              // the wall clock when the board was last folded
	sealed map[model.ID]time.Time // what is under embargo, and until when

	window  layout.Size
	panes   [layout.Last + 1]pane.Pane
	strip   *timeline.Strip
	focus   layout.Pane
	back    layout.Pane // where esc leads from the detail; 0 is nowhere
	trail   []model.ID  // what links in the detail led away from
	chosen  layout.Pane // where the selection was made
	zoom    bool
	under   under // what the changes are laid over
	still   bool  // this is a picture: nobody can press a key
	help    help
	palette palette.Palette
	clicked click     // where the mouse was pressed last
	asked   clean.URL // the page that the next key may open
	mouse   bool
	night   bool // the terminal is dark, as far as we were told
	dark    bool
	dimmed  bool      // as the settings ask for at night
	turned  time.Time // when another pane came into view on the wall, or a key was pressed
	styles  theme.Styles

	reload  reload
	writing writing
	feeds   []source.Health // how the live sources fare
	polls   int             // how often that was told
	reading bool            // the index is being made, or was
	saving  func() error    // writes down marks; nil while nothing is being written
	unsaved string          // why marks could not be, as last told
	visited bool            // this visit was written down

	fates  []state.Fate  // what became of what left
	alerts []alert.Alert // those to be seen to, the newest first
	away   bool          // the terminal says that the reader looks elsewhere

	selected model.ID
	said     string    // the message in the bottom line
	failed   bool      // and whether it tells of a fault
	ticks    int       // the number of the tick in hand; an older one is dropped
	due      time.Time // when it is to come, by the wall clock

	folds, dresses int // how often the board was folded and the styles were made
	drawn          [layout.Last + 1]drawn
	stripped       drawn
	shape          shape
	places         layout.Layout
}

// New makes the dashboard.
func New(o Options) *App {
	if o.Reader == nil {
		o.Reader = new(state.Reader) // marks last as long as the program
	}
	a := &App{o: o, log: o.Log, atlas: o.Atlas, now: o.Now(), travel: travel{at: o.At, by: o.Known, since: o.Since, hindsight: !o.Known.IsZero() && !o.At.IsZero()}, night: o.Background != Light, mouse: o.Config.Mouse}
	a.panes[layout.Crossings] = crossings.New(&a.shared)
	a.panes[layout.Deadlines] = deadlines.New(&a.shared)
	a.panes[layout.Trucks] = trucks.New(&a.shared)
	a.panes[layout.Conditions] = conditions.New(&a.shared)
	a.panes[layout.Incidents] = incidents.New(&a.shared)
	a.panes[layout.Detail] = detail.New(&a.shared)
	a.panes[layout.Wall] = wall.New(&a.shared)
	a.panes[layout.Map] = chart.New(&a.shared)
	story := timeline.New(&a.shared)
	a.panes[layout.Timeline], a.strip = story, story.Strip()
	a.panes[layout.Sources] = sources.New(&a.shared)
	a.panes[layout.Changes] = changes.New(&a.shared)
	a.settle(o.Config)
	a.focus = a.grid(layout.Wide).Panes()[0]
	a.say(o.Notice)
	a.fold()
	a.agree()
	return a
}

// Init starts the clock, and waits for settings to change.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.tick(), a.begin()}
	if a.o.Play {
		cmds = append(cmds, a.startOrStop())
	}
	return tea.Batch(append(cmds, a.await(), a.lookBack(false))...)
}

// fold works out the board of the moment shown.
func (a *App) fold() {
	a.board = a.log.At(a.moment(), a.known())
	a.folded = a.now
	a.sealed = a.log.Embargoes(a.now)
	a.folds++
	switch {
	case a.selected != "":
	case a.config.Preset == config.Log && a.board.Events.Len() > 0:
		a.selected = a.board.Events.ID(0)
	case len(a.board.Crossings) > 0:
		a.selected = a.board.Crossings[0].Crossing.ID
	}
}

// scene is what a pane may know. The selection is told where it is shown: in the
// detail and on the map, where it was made, and where it may be made next.
func (a *App) scene(p layout.Pane, size layout.Size) pane.Scene {
	selected := a.selected
	if p != layout.Detail && p != layout.Map && p != a.focus && p != a.chosen {
		selected = ""
	}
	return pane.Scene{
		Board: a.board, Now: a.now, Live: a.live(), Zone: a.o.Zone, Clocks: a.o.Clocks, Size: size,
		Focused: p == a.focus && !a.help.open && !a.palette.IsOpen() && !a.writing.form.IsOpen(), Selected: selected, Styles: a.styles, Words: a.words,
		Version: a.version(), Log: a.log, Index: a.index, Hindsight: a.travel.hindsight, Since: a.travel.since, Playing: a.travel.play.on, Reader: a.o.Reader, Embargoes: a.sealed, Fates: a.fates, Feeds: a.feeds, Filters: a.config.Filters, Atlas: a.atlas, Links: a.links(),
	}
}

// version counts what the panes are drawn from, but for the seconds before a
// deadline.
func (a *App) version() int {
	return a.folds + a.dresses + a.polls + a.o.Reader.Version()
}
