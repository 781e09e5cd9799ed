// Package pane is the contract between the dashboard and its panes, and what
// panes share: a cursor on a thing in a list, and the keys that move it.
package pane

import (
	"time"

	"github.com/charmbracelet/bubbles/help"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/atlas"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/query"
	"bordertop/model/source"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
)

// Pane is one part of the dashboard. What it shows comes from the Scene of each
// call; it keeps only how that is looked at.
type Pane interface {
	help.KeyMap
	// Title is what stands in the frame.
	Title(Scene) string
	// Wants is how many lines the pane would fill at the scene's width.
	Wants(Scene) int
	// Typing tells whether keys are text just now.
	Typing() bool
	// Update does what a message asks for. Mouse positions are in cells from the
	// pane's own corner.
	Update(Scene, tea.Msg) (Intent, tea.Cmd)
	// View draws exactly Scene.Size.H lines of Scene.Size.W cells.
	View(Scene) string
}

// Scene is all that a pane may know. It is made afresh for each call.
type Scene struct {
	Board model.Board
	// Now is the wall clock, Live whether the board shows that moment.
	Now  time.Time
	Live bool
	// Hindsight tells that the board shows what is known now, not what was known at
	// its moment, and Playing that it moves on by itself. Since is the moment from
	// which changes are counted; zero where none was chosen.
	Hindsight, Playing bool
	Since              time.Time
	Zone               *time.Location
	Clocks             []Clock
	Size               layout.Size
	Focused            bool
	Selected           model.ID
	Styles             theme.Styles
	Words              lang.Words
	// Version changes with everything above and below but Size, Focused and
	// Selected, so that what was worked out from a scene may be kept.
	Version int
	// Log is what the board was folded from, and Index the text of its events; nil
	// until a Searcher needed it and it was made.
	Log   model.Log
	Index *query.Index
	// Reader tells what was marked and what is new; nil knows of nothing.
	Reader *state.Reader
	// Embargoes are the records that must not leave the desk, and until when; nil where
	// there are none.
	Embargoes map[model.ID]time.Time
	// Fates tell the person what became of what was copied and exported.
	Fates []state.Fate
	// Feeds tells how the live sources fare by the wall clock.
	Feeds []source.Health
	// Filters are the saved ones.
	Filters []config.SavedFilter
	// Atlas is the desk's own map; nil is the one that comes with the program.
	Atlas *atlas.Atlas
	// Links tells that web addresses can be clicked.
	Links bool
}

// Clock is a named clock to show, such as a capital's.
type Clock struct {
	Name string
	Zone *time.Location
}

// At is the moment from which ages and times left are counted: that of the
// board in the past, the wall clock while it is live.
func (s Scene) At() time.Time {
	if s.Live {
		return s.Now
	}
	return s.Board.Valid
}

// Moment is a moment in the words and the zone of the scene.
func (s Scene) Moment(m model.Moment) string { return s.Words.Moment(m, s.Zone, s.At()) }

// Day is the day of a moment in the words and the zone of the scene.
func (s Scene) Day(m model.Moment) string { return s.Words.DayOf(m, s.Zone, s.At()) }

// Within gives the same scene for a part of the pane.
func (s Scene) Within(size layout.Size) Scene {
	s.Size = size
	return s
}

// Intent asks the app for what only the app can do; nil asks for nothing. The
// set is closed.
//
//sumtype:decl
type Intent interface{ intent() }

// Select makes a record what the detail shows.
type Select struct{ ID model.ID }

// Open selects a record and moves the focus to the detail.
type Open struct{ ID model.ID }

// Seek moves the board to a moment; the zero time is the present.
type Seek struct{ At time.Time }

// Compare shows what changed from one moment to another.
type Compare struct{ From, To time.Time }

// Say shows a message in the bottom line.
type Say struct{ Text string }

// Visit opens a web page, once the reader has seen its host and agreed.
type Visit struct{ URL clean.URL }

func (Select) intent()  {}
func (Open) intent()    {}
func (Seek) intent()    {}
func (Compare) intent() {}
func (Say) intent()     {}
func (Visit) intent()   {}

// What the app asks of panes. A pane that has no use for one ignores it.
type (
	// OpenMsg opens what is under the cursor, as the Open binding does.
	OpenMsg struct{}
	// FilterMsg filters the log by a query, as if it had been typed; empty shows
	// everything.
	FilterMsg struct{ Query string }
	// DateMsg puts the cursor on the newest event that is not after a moment.
	DateMsg struct{ At time.Time }
	// RevealMsg puts the cursor on a record, where the pane shows it.
	RevealMsg struct{ ID model.ID }
)

// Leaver is a pane in which there is something to leave, such as a filter, before
// the app goes a level up.
type Leaver interface {
	// Leaves tells whether there is any.
	Leaves() bool
	// Leave leaves the innermost of it, and tells whether there was any.
	Leave() bool
}

// Searcher is a pane that looks for words, and needs Scene.Index while it does.
type Searcher interface {
	// Searches tells whether it does now.
	Searches(Scene) bool
}

// Pointer is a pane whose cursor stands on a record: what the detail shows while
// the pane has the focus.
type Pointer interface {
	// Under is the record under the cursor; empty where there is none.
	Under(Scene) model.ID
}

// Forgetter is a pane that keeps what it worked out from a board.
type Forgetter interface {
	// Forget forgets it, for that board will not come again.
	Forget()
}

// Lister is a pane whose records can be written to a file.
type Lister interface {
	// Shown lists the records that the pane shows, in its order.
	Shown(Scene) []model.Record
}
