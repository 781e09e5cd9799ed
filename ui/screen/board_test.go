package screen_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/ui/screen"
	"bordertop/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

// board is an app that counts presses of j and does what its keys tell it.
type board struct {
	size    tea.WindowSizeMsg
	presses int
	seen    []string // messages besides sizes and presses of j
	views   int
	first   time.Time // when View was called first
	panics  string    // where it panics at the next chance
	on      map[rune]tea.Cmd
}

func (b *board) Init() tea.Cmd {
	if b.panics == "init" {
		panic("broken board")
	}
	return nil
}

func (b *board) Update(msg tea.Msg) tea.Cmd {
	if b.panics == "update" {
		panic("broken board")
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		b.size = msg
	case tea.KeyMsg:
		var cmds []tea.Cmd
		for _, r := range msg.Runes {
			cmds = append(cmds, b.press(r))
		}
		if len(msg.Runes) == 0 {
			b.seen = append(b.seen, msg.String())
		}
		return tea.Batch(cmds...)
	default:
		b.seen = append(b.seen, fmt.Sprintf("%T%v", msg, msg))
	}
	return nil
}

func (b *board) press(r rune) tea.Cmd {
	switch r {
	case 'j':
		b.presses++
	case 'q':
		return tea.Quit
	default:
		b.seen = append(b.seen, string(r))
	}
	return b.on[r]
}

func (b *board) View() string {
	if b.views++; b.views == 1 {
		b.first = time.Now()
	}
	if b.panics == "view" {
		panic("broken board")
	}
	first := fmt.Sprintf("%d of %dx%d", b.presses, b.size.Width, b.size.Height)
	return first + strings.Repeat("\n\x1b[7m"+linkOpen+"東"+linkEnd+"\x1b[m", max(b.size.Height-1, 0))
}

const (
	linkOpen = "\x1b]8;id=1f;https://example.lt/\x1b\\"
	linkEnd  = "\x1b]8;;\x1b\\"
)

// show starts a session on a new terminal. What it returns ends it, and gives
// its error.
func show(t *testing.T, app screen.App, o screen.Options) (*uitest.Term, func() error) {
	t.Helper()
	term := uitest.NewTerm(t, 40, 4)
	if o.In == nil {
		o.In = term
	}
	if o.Out == nil {
		o.Out = term
	}
	o.Now, o.Size = time.Now, screen.Size{Width: 40, Height: 4}
	ended := make(chan error, 1)
	go func() { ended <- screen.Attach(t.Context(), app, o) }()
	synctest.Wait()
	return term, func() error { return <-ended }
}

// pass lets time pass, and everything be done that is then due.
func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// quit ends a session by a key, after the last pending tick.
func quit(t *testing.T, term *uitest.Term, end func() error) {
	t.Helper()
	term.Press("q")
	if err := end(); err != nil {
		t.Error(err)
	}
	if modes := term.Modes(); len(modes) > 0 {
		t.Errorf("modes left: %v", modes)
	}
	unlinked(t, term)
	pass(time.Second)
}

// unlinked expects that what is written next is no part of a link, and in no style.
func unlinked(t *testing.T, term *uitest.Term) {
	t.Helper()
	write(t, term, []byte("\x1b[Hx"))
	if c := term.Cell(0, 0); c.Link.URL != "" || c.Style.Attrs != 0 {
		t.Errorf("link left %q, style %+v", c.Link.URL, c.Style)
	}
}
