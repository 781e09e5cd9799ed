// Package source asks live sources: pages, feeds, files and programs that tell of
// a border as it is now. One Hub asks all of them for all screens. What they answer
// becomes records, each citing its source; a source that fails changes its own
// health and nothing else.
//
// Each kind of source is a package below this one and gives a Kind.
package source

import (
	"context"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// Kind is a kind of source, by the word that settings name it with.
type Kind struct {
	Name string
	// Keys are the settings that only some kinds take and this one does; see
	// Settings.
	Keys []string
	// Floor is the shortest time between two requests, whatever the settings say;
	// Every and Stale hold where they say nothing.
	Floor, Every, Stale time.Duration
	// New makes a source of its settings, or tells every fault of them.
	New func(Settings) (Asker, []Fault)
}

// Fault is what is wrong with the settings of a source. Key is one of Settings, in
// dotted form, such as "rules.2.any".
type Fault struct{ Key, Problem, Remedy string }

// Asker is a source that can be asked.
type Asker interface {
	// Ask asks once. It ends with ctx. An error keeps the last good reading; a
	// *TroubleError says why in words, ErrUnchanged that nothing is new.
	Ask(ctx context.Context, c Call) (Reading, error)
}

// Tester is an Asker whose settings have tests.
type Tester interface {
	// Test runs them and tells what fails. It asks nobody.
	Test(ctx context.Context) []Fault
}

// Call is what a source is asked with.
type Call struct {
	// Now is the wall clock.
	Now time.Time
	Web Web
	// Log is what the board shows, by whose names of crossings and places a text is
	// understood.
	Log model.Log
}

// Reading is what a source answered.
type Reading struct {
	// Records are the facts; see Settings.Cite. One whose id was told before stays as
	// it was.
	Records []model.Record
	// Whole tells that Records are all that there is, such as those of a file: others
	// that were told before are gone, and one whose id was told before is as it is now.
	Whole bool
	// Of is when the source says that they were true; zero where it does not say.
	Of time.Time
	// Rows counts what was understood, Skipped what was not and was left out.
	Rows, Skipped int
	// Flags are those of all texts that were cleaned.
	Flags clean.Flags
	// Notes say what people should know besides, such as why rows were left out.
	Notes []clean.Text
}

// Feed is a source as a desk has set it up; see Kind.Feed.
type Feed struct {
	Settings
	Asker
	// Floor is the shortest time between two requests.
	Floor time.Duration
}

// Feed makes a feed of settings, or tells every fault of them. What they leave out,
// the kind has.
func (k Kind) Feed(s Settings) (Feed, []Fault) {
	if s.Every <= 0 {
		s.Every = k.Every
	}
	if s.Stale <= 0 {
		s.Stale = k.Stale
	}
	asker, faults := k.New(s)
	return Feed{Settings: s, Asker: asker, Floor: k.Floor}, faults
}
