package ui

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/muesli/termenv"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/atlas"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
)

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
	// Atlas is the desk's own map; nil is the one that comes with the program.
	Atlas *atlas.Atlas
	// Name is what the board is of, such as "Lithuania–Belarus".
	Name string
	// Now is the wall clock.
	Now func() time.Time
	// At is the moment to show; zero follows the clock. Known is by when it was
	// public; zero is At. Play plays on from there, from the beginning where At is
	// zero.
	At, Known time.Time
	// Since is the moment from which changes are counted; zero is the last visit.
	Since time.Time
	Play  bool
	// Zone is that of all times shown; Clocks are shown beside it.
	Zone   *time.Location
	Clocks []pane.Clock
	// Config are the settings to begin with; what the zero Config leaves out is as
	// in config.Default. The log was made by its rules.
	Config config.Config
	// Changes brings what becomes of files; nil where nobody watches them. Whoever
	// sends closes it. Reload asks for the records to be read again, which Changes will
	// bring; nil where nobody can.
	Changes <-chan Change
	Reload  func()
	// Attend takes the alert of a key as seen, or for a time above 0 lets it sleep; it
	// must not block. Nil where nobody minds alerts.
	Attend func(key string, sleep time.Duration)
	// Notice is a message to begin with.
	Notice string

	// Reader tells of marks and news; nil keeps none. Save writes it down and may
	// take its time; nil forgets it.
	Reader *state.Reader
	Save   func(*state.Saving) error
	// Append adds an entry to the desk's journal and gives its number; with a number, an
	// error tells what went wrong after it was sure to last. It may take its time; nil
	// adds nothing. Drafts keeps what was typed and not added yet; nil keeps it only as
	// long as the program runs.
	Append func(ctx context.Context, e Entry) (seq int64, err error)
	Drafts *state.Drafts
	// Export makes a file that must not be there yet; nil where none can be made.
	Export func(name string) (io.WriteCloser, error)
	// Note writes down what left by the clipboard or a file, and Copies reads that; both
	// may take their time, and are nil where nothing is remembered.
	Note   func(state.Copy) error
	Copies func() ([]state.Copy, error)
	// Remote tells that the reader sits at another machine: nothing is opened here.
	Remote bool
	// Links tells that the terminal follows OSC 8 hyperlinks.
	Links bool
	// Multiplexer stands between us and the terminal; Clipboard is the desktop's, nil
	// where there is none. See screen.Options.
	Multiplexer screen.Multiplexer
	// Notifier is how the terminal shows notifications.
	Notifier  screen.Notifier
	Clipboard func(ctx context.Context, text string) error

	// Title is put in the window's title bar; empty leaves that alone.
	Title string

	In      io.Reader
	Out     io.Writer
	Colours Colours
	// Background is what the environment tells, where the theme leaves that open.
	Background Background
	// AskBackground allows to ask the terminal for its background where it is
	// Auto.
	AskBackground bool
	// Guard reports panics; see screen.Guard.
	Guard *screen.Guard
}
