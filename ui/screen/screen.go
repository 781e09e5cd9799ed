// Package screen is the terminal: its modes, its size, its signals, and frames
// drawn at once as the bytes that changed.
//
// Bubble Tea keeps the loop, the commands and the keys, and runs without its
// renderer, which draws on a timer that never stops. Here an update draws at
// once, unless one has drawn in the last five milliseconds: then one frame is
// drawn for all that follow. The bytes are written by a goroutine of their own,
// which always takes the latest frame, so a terminal that does not read holds up
// nobody. While nothing changes nothing runs and nothing is written.
//
// The terminal is put back on every way out that the Go runtime lets us see:
// not after SIGKILL, nor after a fatal error of the runtime.
package screen

import (
	"context"
	"errors"
	"io"
	"time"

	_ "bordertop/ui/screen/early" // before Bubble Tea

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/clean"
)

// App is what a screen shows. Its methods are called from one goroutine.
type App interface {
	// Init is called first; then Update with the size, as a tea.WindowSizeMsg.
	Init() tea.Cmd
	Update(msg tea.Msg) tea.Cmd
	// View returns the frame: lines joined by "\n". It is clipped and padded to
	// the size, and each line stands alone: styles end with the line.
	View() string
}

// Options say what an app is shown on. Now is required.
type Options struct {
	// In is where keys come from; its end is the end of the session. Nil means
	// no keys. Run wants a terminal, and takes the controlling one if In is none.
	In io.Reader
	// Out is the terminal. Run wants an *os.File.
	Out io.Writer
	// Now tells how long ago the last frame was drawn.
	Now func() time.Time

	// Size is that of the window at the start, and Sizes sends each later one;
	// Run finds them out itself.
	Size  Size
	Sizes <-chan Size

	// Title is put in the window's title bar, and the old one back at the end. If
	// it is empty the title is left alone.
	Title string
	// Mouse reports clicks, drags and the wheel. SetMouse changes it.
	Mouse bool

	// AskBackground asks the terminal whether it is dark, before the first frame.
	// The app gets a BackgroundMsg when the answer comes, if ever. Leave it out
	// for terminals that print what they do not understand (TERM=linux).
	AskBackground bool
	// Patience is how long the first frame waits for that answer: long enough for
	// most terminals to spare the eye a change of colours, too short to be a stall
	// where nothing answers.
	Patience time.Duration

	// Multiplexer stands between us and the terminal; see MultiplexerOf.
	Multiplexer Multiplexer
	// Notifier is how the terminal shows notifications; see NotifierOf.
	Notifier Notifier
	// Command runs programs on the reader's own machine, as RunCommand does: the
	// browser, or tmux. Run takes that if it is nil; without one no page is opened.
	Command func(ctx context.Context, stdin string, argv ...string) error
	// Clipboard is what CopyNative asks; see NativeClipboard. Nil is the terminal.
	Clipboard func(ctx context.Context, text string) error

	// WriteLimit ends the session when one write takes longer; 0 means never. A
	// local terminal may be held with ctrl+s for hours; a remote one holds memory.
	WriteLimit time.Duration

	// Guard reports panics. They end the session, not the program, and are returned
	// as a *PanicError. It may be nil.
	Guard *Guard
}

// Size is that of a window in cells.
type Size struct{ Width, Height int }

// The largest window that is drawn on: a hostile or broken one may claim any size.
const (
	maxWidth  = 500
	maxHeight = 300
)

// Clamp returns the size to draw: 80x24 where it is unknown, and never more than
// 500x300.
func (s Size) Clamp() Size {
	if s.Width <= 0 || s.Height <= 0 {
		return Size{80, 24}
	}
	return Size{min(s.Width, maxWidth), min(s.Height, maxHeight)}
}

func (s Size) msg() tea.WindowSizeMsg {
	return tea.WindowSizeMsg{Width: s.Width, Height: s.Height}
}

// BackgroundMsg says what the terminal answered when asked for its background.
type BackgroundMsg struct{ Dark bool }

// What an app can ask of its screen.
type (
	mouseMsg   bool
	titleMsg   string
	repaintMsg struct{}
	copyMsg    struct {
		text   string
		native bool
	}
	sendMsg  struct{ text string } // to the terminal's clipboard, and nowhere else
	visitMsg struct{ to clean.URL }
)

// Suspend stops the program as ctrl+z does, and does nothing on a terminal that
// is not local. The app gets a tea.ResumeMsg when it goes on.
func Suspend() tea.Msg { return tea.Suspend() }

// SetMouse switches the reporting of the mouse.
func SetMouse(on bool) tea.Cmd { return func() tea.Msg { return mouseMsg(on) } }

// SetTitle sets the title of the window.
func SetTitle(title string) tea.Cmd { return func() tea.Msg { return titleMsg(title) } }

// Repaint draws the whole screen again, whatever the terminal shows now.
func Repaint() tea.Msg { return repaintMsg{} }

// Attach shows app on a terminal at the other end of In and Out until it quits,
// ctx ends or the terminal goes away, and puts the terminal back. It touches no
// signals and no files.
func Attach(ctx context.Context, app App, o Options) error {
	if o.Now == nil || o.Out == nil {
		return errors.New("screen: Options.Now and Options.Out are required")
	}
	s, err := newSession(app, o)
	if err != nil {
		return err
	}
	err = s.run(ctx)
	o.Guard.report(err)
	return err
}
