// Package uitest is a terminal for tests, and checks of what is drawn.
package uitest

import (
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Term is an emulated terminal: a program writes to it and reads keys from it.
// It answers queries, unless it is silent. Its methods may be called from any
// goroutine, and inside a synctest bubble.
type Term struct {
	mu     sync.Mutex
	e      *vt.Emulator
	modes  map[int]bool // DEC private modes, as last set
	title  string
	titles []string // saved by the program
	copied []string // put into the clipboard
	silent bool
	writes int
	bytes  int

	input  sync.Mutex
	more   *sync.Cond // on input
	keys   []byte
	closed bool
}

// NewTerm returns a terminal of a size, which is closed when the test ends.
func NewTerm(tb testing.TB, width, height int) *Term {
	tb.Helper()
	term := &Term{e: vt.NewEmulator(width, height), modes: map[int]bool{}}
	term.more = sync.NewCond(&term.input)
	set := func(on bool) func(ansi.Mode) {
		return func(m ansi.Mode) {
			if dec, ok := m.(ansi.DECMode); ok {
				term.modes[dec.Mode()] = on
			}
		}
	}
	term.e.SetCallbacks(vt.Callbacks{
		EnableMode:  set(true),
		DisableMode: set(false),
		Title:       func(title string) { term.title = title },
	})
	term.e.RegisterCsiHandler('t', term.stack)
	term.e.RegisterOscHandler(52, term.copy)
	done := make(chan struct{})
	go func() {
		defer close(done)
		term.answer()
	}()
	tb.Cleanup(func() {
		term.Hangup()
		// Emulator.Close would race with its Read.
		if replies, ok := term.e.InputPipe().(io.Closer); ok {
			_ = replies.Close()
		}
		<-done
	})
	return term
}

// stack saves the title and puts it back (XTWINOPS 22 and 23), which the emulator
// does not.
func (t *Term) stack(params ansi.Params) bool {
	what, _, _ := params.Param(0, 0)
	switch n := len(t.titles); {
	case what == 22:
		t.titles = append(t.titles, t.title)
	case what == 23 && n > 0:
		t.title, t.titles = t.titles[n-1], t.titles[:n-1]
	}
	return true
}

// answer passes the emulator's replies on to the program. The emulator waits in
// Write until they are read.
func (t *Term) answer() {
	var buf [256]byte
	for {
		n, err := t.e.Read(buf[:])
		if err != nil {
			return
		}
		t.reply(buf[:n])
	}
}

// Silence makes the terminal answer nothing from now on.
func (t *Term) Silence() {
	t.input.Lock()
	defer t.input.Unlock()
	t.silent = true
}

func (t *Term) reply(b []byte) {
	t.input.Lock()
	silent := t.silent
	t.input.Unlock()
	if !silent {
		t.send(b)
	}
}

func (t *Term) send(b []byte) {
	t.input.Lock()
	defer t.input.Unlock()
	t.keys = append(t.keys, b...)
	t.more.Broadcast()
}

// Read is for the program: it waits for keys and replies, and ends at a hangup.
func (t *Term) Read(p []byte) (int, error) {
	t.input.Lock()
	defer t.input.Unlock()
	for len(t.keys) == 0 {
		if t.closed {
			return 0, io.EOF
		}
		t.more.Wait()
	}
	n := copy(p, t.keys)
	t.keys = t.keys[n:]
	return n, nil
}

// Hangup ends what the program reads.
func (t *Term) Hangup() {
	t.input.Lock()
	defer t.input.Unlock()
	t.closed = true
	t.more.Broadcast()
}

// Write is for the program.
func (t *Term) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.writes++
	t.bytes += len(p)
	return t.e.Write(p)
}

// Written returns how often the program has written, and how many bytes.
func (t *Term) Written() (writes, bytes int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.writes, t.bytes
}

// Resize changes the size of the window. The program is not told.
func (t *Term) Resize(width, height int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.e.Resize(width, height)
}

// Lines returns the text of each line, without the spaces at its end.
func (t *Term) Lines() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	lines := make([]string, t.e.Height())
	for y := range lines {
		var b strings.Builder
		for x := range t.e.Width() {
			if c := t.e.CellAt(x, y); c != nil && c.Width > 0 {
				b.WriteString(c.Content)
			} else if c == nil {
				b.WriteByte(' ')
			}
		}
		lines[y] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// Screen returns the text of the screen: Lines, joined.
func (t *Term) Screen() string { return strings.Join(t.Lines(), "\n") }

// Cells returns the screen with its styles and links, line by line.
func (t *Term) Cells() [][]uv.Cell {
	t.mu.Lock()
	defer t.mu.Unlock()
	cells := make([][]uv.Cell, t.e.Height())
	for y := range cells {
		cells[y] = make([]uv.Cell, t.e.Width())
		for x := range cells[y] {
			if c := t.e.CellAt(x, y); c != nil {
				cells[y][x] = *c
			}
		}
	}
	return cells
}

// Cell returns one cell of the screen, counted from 0.
func (t *Term) Cell(x, y int) uv.Cell { return t.Cells()[y][x] }

// Title returns the title of the window.
func (t *Term) Title() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.title
}

// CursorHidden tells whether the cursor is hidden.
func (t *Term) CursorHidden() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.e.CursorHidden()
}

// Modes returns the DEC private modes that are not as a terminal has them when it
// starts, in order. A program that has ended should have left none.
func (t *Term) Modes() []int {
	t.mu.Lock()
	defer t.mu.Unlock()
	initial := map[int]bool{7: true, 25: true} // wrapping and the cursor
	var modes []int
	for mode, on := range t.modes {
		if on != initial[mode] {
			modes = append(modes, mode)
		}
	}
	slices.Sort(modes)
	return modes
}
