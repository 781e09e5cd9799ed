package ui

import (
	"io"
	"strings"
	"time"

	"github.com/muesli/termenv"

	"bordertop/config"
	"bordertop/model"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
)

// Preset arranges the panes.
type Preset string

// The presets.
const (
	// Desk shows all at once.
	Desk Preset = "desk"
	// Log shows the incidents and the detail of one.
	Log Preset = "log"
)

// Presets lists the presets.
func Presets() []Preset { return []Preset{Desk, Log} }

// Background is that of the terminal.
type Background uint8

// The backgrounds. Auto asks the terminal, and takes it for dark until it says
// otherwise.
const (
	Auto Background = iota
	Dark
	Light
)

// Colours are those that a terminal can show.
type Colours uint8

// The colours: none, the 16 of old, 256, and all.
const (
	NoColours Colours = iota
	Colours16
	Colours256
	TrueColour
)

// ColoursOf tells from TERM, COLORTERM and NO_COLOR what a terminal can show.
func ColoursOf(getenv func(string) string) Colours {
	term := getenv("TERM")
	switch {
	case getenv("NO_COLOR") != "" || term == "dumb" || term == "":
		return NoColours
	case getenv("COLORTERM") == "truecolor" || getenv("COLORTERM") == "24bit" || strings.Contains(term, "direct"):
		return TrueColour
	case strings.Contains(term, "256"):
		return Colours256
	}
	return Colours16
}

func (c Colours) profile() termenv.Profile {
	switch c {
	case TrueColour:
		return termenv.TrueColor
	case Colours256:
		return termenv.ANSI256
	case Colours16:
		return termenv.ANSI
	case NoColours:
	}
	return termenv.Ascii
}

// Options say what the dashboard shows, and on what. Log, Now and Zone are
// required.
type Options struct {
	Log model.Log
	// Name is what the board is of, such as "Lithuania–Belarus".
	Name string
	// Now is the wall clock.
	Now func() time.Time
	// At is the moment to show; zero follows the clock.
	At time.Time
	// Zone is that of all times shown; Clocks are shown beside it.
	Zone   *time.Location
	Clocks []pane.Clock
	Preset Preset
	// Keys say which keys do what; nil is the default.
	Keys config.Keys
	// Notice is a message to begin with.
	Notice string

	// Title is put in the window's title bar; empty leaves that alone.
	Title string

	In         io.Reader
	Out        io.Writer
	Colours    Colours
	Background Background
	// AskBackground allows to ask the terminal for its background where it is
	// Auto.
	AskBackground bool
	ASCII         bool
	Mouse         bool
	// Guard reports panics; see screen.Guard.
	Guard *screen.Guard
}
