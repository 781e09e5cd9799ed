package screen_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/ui/screen"
	"bordertop/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
)

// board is an app that counts presses of j and does what its keys tell it.
type board struct {
	size    tea.WindowSizeMsg
	presses int
	seen    []string // messages besides sizes and presses of j
	views   int
	panics  string // where it panics at the next chance
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
	b.views++
	if b.panics == "view" {
		panic("broken board")
	}
	first := fmt.Sprintf("%d of %dx%d", b.presses, b.size.Width, b.size.Height)
	return first + strings.Repeat("\n\x1b[7m東\x1b[m", max(b.size.Height-1, 0))
}

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
	time.Sleep(time.Second)
}

func TestAKeyIsDrawnAtOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		term, end := show(t, &board{}, screen.Options{Title: "borders\x07\x1b", Mouse: true})
		if got := term.Lines()[0]; got != "0 of 40x4" {
			t.Errorf("first frame %q", got)
		}
		if diff := cmp.Diff([]int{25, 1002, 1004, 1006, 1049, 2004}, term.Modes()); diff != "" || term.Title() != "borders" {
			t.Errorf("title %q, modes (-want +got):\n%s", term.Title(), diff)
		}
		time.Sleep(time.Minute)
		before := time.Now()
		term.Press("j")
		synctest.Wait() // and no time passes
		if got := term.Lines()[0]; got != "1 of 40x4" || !time.Now().Equal(before) {
			t.Errorf("after a key %q", got)
		}
		quit(t, term, end)
	})
}

func TestBurstsAreMergedBeforeViewIsCalled(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &board{}
		term, end := show(t, b, screen.Options{})
		time.Sleep(time.Second)
		before := b.views
		for range 1000 {
			term.Press("j")
			synctest.Wait()
		}
		if got := term.Lines()[0]; got != "1 of 40x4" {
			t.Errorf("the first of a burst is not drawn at once: %q", got)
		}
		time.Sleep(5 * time.Millisecond)
		synctest.Wait()
		if got := term.Lines()[0]; got != "1000 of 40x4" || b.views != before+2 {
			t.Errorf("after the burst %q with %d views, want 2", got, b.views-before)
		}
		quit(t, term, end)
	})
}

func TestAHeldKeyLosesNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &board{}
		term, end := show(t, b, screen.Options{})
		for range 400 {
			term.Press("j")
			time.Sleep(2500 * time.Microsecond)
		}
		time.Sleep(5 * time.Millisecond)
		synctest.Wait()
		if got := term.Lines()[0]; got != "400 of 40x4" || b.views > 202 {
			t.Errorf("%q with %d views in a second", got, b.views)
		}
		quit(t, term, end)
	})
}

func TestIdleWritesNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		term, end := show(t, &board{}, screen.Options{})
		writes, _ := term.Written()
		term.Press("x") // changes nothing that shows
		time.Sleep(24 * time.Hour)
		if after, _ := term.Written(); after != writes || writes != 1 {
			t.Errorf("%d writes at the start, %d a day later", writes, after)
		}
		quit(t, term, end)
	})
}

// gate is a terminal that takes nothing until it is opened.
type gate struct {
	io.Writer
	open chan struct{}
	once sync.Once
}

func (g *gate) Write(p []byte) (int, error) {
	<-g.open
	return g.Writer.Write(p)
}

func (g *gate) release() { g.once.Do(func() { close(g.open) }) }

func TestBlockedOutputBlocksNobody(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &board{}
		term := uitest.NewTerm(t, 40, 4)
		g := &gate{Writer: term, open: make(chan struct{})}
		_, end := show(t, b, screen.Options{In: term, Out: g})
		for range 500 {
			term.Press("j")
			time.Sleep(10 * time.Millisecond)
		}
		if b.presses != 500 {
			t.Errorf("%d presses while blocked", b.presses)
		}
		g.release()
		synctest.Wait()
		if writes, _ := term.Written(); term.Lines()[0] != "500 of 40x4" || writes != 2 {
			t.Errorf("%q after %d writes, want the first and the last frame", term.Lines()[0], writes)
		}
		quit(t, term, end)
	})
}

// reluctant takes a few bytes at a time, and often none.
type reluctant struct {
	io.Writer
	calls int
}

func (r *reluctant) Write(p []byte) (int, error) {
	if r.calls++; r.calls%3 != 0 || len(p) < 7 {
		return r.Writer.Write(p)
	}
	n, _ := r.Writer.Write(p[:7])
	return n, syscall.EAGAIN
}

func TestATerminalThatTakesNothingJustNowIsTriedAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		term := uitest.NewTerm(t, 40, 4)
		_, end := show(t, &board{}, screen.Options{In: term, Out: &reluctant{Writer: term}})
		for i := range 20 {
			term.Press("j")
			time.Sleep(20 * time.Millisecond)
			if got, want := term.Lines()[0], fmt.Sprintf("%d of 40x4", i+1); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
		quit(t, term, end)
	})
}

func TestQuittingDoesNotWaitForAStuckTerminal(t *testing.T) {
	t.Parallel()
	for _, limit := range []time.Duration{0, 10 * time.Second} {
		t.Run(limit.String(), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				term := uitest.NewTerm(t, 40, 4)
				g := &gate{Writer: term, open: make(chan struct{})}
				start := time.Now()
				_, end := show(t, &board{}, screen.Options{In: term, Out: g, WriteLimit: limit})
				if limit == 0 {
					term.Press("q")
				}
				err := end()
				if took := time.Since(start) - limit; took > time.Second {
					t.Errorf("took %v", took)
				}
				if errors.Is(err, screen.ErrStuck) != (limit > 0) {
					t.Errorf("error %v", err)
				}
				g.release()
				time.Sleep(time.Second)
			})
		})
	}
}

func TestAResizeStormEndsInTheLastSize(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &board{}
		sizes := make(chan screen.Size)
		term, end := show(t, b, screen.Options{Sizes: sizes})
		r := rand.New(rand.NewPCG(5, 6))
		for i := range 2000 {
			s := screen.Size{Width: 1 + r.IntN(120), Height: 1 + r.IntN(50)}
			term.Resize(s.Width, s.Height)
			sizes <- s
			if i%3 == 0 {
				time.Sleep(time.Duration(r.IntN(8)) * time.Millisecond)
			}
		}
		term.Resize(33, 5)
		sizes <- screen.Size{Width: 33, Height: 5}
		time.Sleep(10 * time.Millisecond)
		synctest.Wait()
		if diff := cmp.Diff([]string{"0 of 33x5", "東", "東", "東", "東"}, term.Lines()); diff != "" {
			t.Errorf("screen (-want +got):\n%s", diff)
		}
		for given, want := range map[screen.Size]string{
			{}:                             "80x24",
			{Width: -1, Height: 5}:         "80x24",
			{Width: 1 << 31, Height: 1e9}:  "500x300",
			{Width: 7, Height: 1_000_000}:  "7x300",
			{Width: 1_000_000, Height: 10}: "500x10",
		} {
			sizes <- given
			time.Sleep(10 * time.Millisecond)
			if got := fmt.Sprintf("%dx%d", b.size.Width, b.size.Height); got != want {
				t.Errorf("size %v is taken as %s, want %s", given, got, want)
			}
		}
		quit(t, term, end)
	})
}

func TestTheEndOfTheTerminalEndsTheSession(t *testing.T) {
	t.Parallel()
	broken := errors.New("connection reset")
	canceled := errors.New("shutting down")
	for name, tt := range map[string]struct {
		cut    func(*uitest.Term, context.CancelCauseFunc)
		out    io.Writer
		want   error
		status int
	}{
		"no more keys": {func(term *uitest.Term, _ context.CancelCauseFunc) { term.Hangup() }, nil, screen.ErrHangup, 129},
		"write fails":  {func(*uitest.Term, context.CancelCauseFunc) {}, failing{broken}, broken, 129},
		"context ends": {func(_ *uitest.Term, cancel context.CancelCauseFunc) { cancel(canceled) }, nil, canceled, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				term := uitest.NewTerm(t, 40, 4)
				ctx, cancel := context.WithCancelCause(t.Context())
				defer cancel(nil)
				o := screen.Options{In: term, Out: term, Now: time.Now}
				if tt.out != nil {
					o.Out = tt.out
				}
				time.AfterFunc(time.Second, func() { tt.cut(term, cancel) })
				err := screen.Attach(ctx, &board{}, o)
				if !errors.Is(err, tt.want) || screen.ExitStatus(err) != tt.status || len(term.Modes()) > 0 {
					t.Errorf("error %v, status %d, modes left %v", err, screen.ExitStatus(err), term.Modes())
				}
				time.Sleep(time.Second)
			})
		})
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestAPanicEndsTheSessionInGoodOrder(t *testing.T) {
	t.Parallel()
	boom := func() tea.Msg { panic("broken board") }
	fine := func() tea.Msg { return nil }
	for where, start := range map[string]*board{
		"init": {panics: "init"}, "update": {panics: "update"}, "view": {panics: "view"},
		"command":             {on: map[rune]tea.Cmd{'x': boom}},
		"command in batch":    {on: map[rune]tea.Cmd{'x': tea.Batch(fine, tea.Batch(fine, boom))}},
		"command in sequence": {on: map[rune]tea.Cmd{'x': tea.Sequence(fine, tea.Sequence(fine, boom, fine))}},
	} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				term, end := show(t, start, screen.Options{})
				term.Press("x")
				err := end()
				var p *screen.PanicError
				if !errors.As(err, &p) || !strings.HasPrefix(where, p.Where) || !strings.Contains(string(p.Stack), "session_test.go") {
					t.Errorf("error %v", err)
				}
				if screen.ExitStatus(err) != 70 || len(term.Modes()) > 0 {
					t.Errorf("status %d, modes left %v", screen.ExitStatus(err), term.Modes())
				}
				time.Sleep(time.Second)
			})
		})
	}
}

func TestAnAppCanChangeItsTerminal(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &board{on: map[rune]tea.Cmd{
			'm': screen.SetMouse(true), 'M': screen.SetMouse(false), 't': screen.SetTitle("Šalčininkai"),
			'l': screen.Repaint, 'z': screen.Suspend,
		}}
		term, end := show(t, b, screen.Options{})
		press := func(key string) {
			term.Press(key)
			time.Sleep(10 * time.Millisecond)
		}
		base := []int{25, 1004, 1049, 2004}
		press("m")
		if diff := cmp.Diff([]int{25, 1002, 1004, 1006, 1049, 2004}, term.Modes()); diff != "" {
			t.Errorf("mouse on (-want +got):\n%s", diff)
		}
		press("M")
		press("t")
		if diff := cmp.Diff(base, term.Modes()); diff != "" || term.Title() != "Šalčininkai" {
			t.Errorf("title %q, mouse off (-want +got):\n%s", term.Title(), diff)
		}
		_, _ = term.Write([]byte("\x1b[2J"))
		press("l")
		if got := term.Lines()[0]; got != "0 of 40x4" {
			t.Errorf("repainted %q", got)
		}
		press("z") // a terminal that is not local cannot be left
		if diff := cmp.Diff(base, term.Modes()); diff != "" {
			t.Errorf("suspended (-want +got):\n%s", diff)
		}
		quit(t, term, end)
	})
}

func TestTheBackgroundIsSettledBeforeTheFirstFrame(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		answers []string
		after   time.Duration // of each
		drawn   time.Duration // when the first frame is there
		want    []string
	}{
		"dark":               {[]string{"\x1b]11;rgb:0c0c/0c0c/0c0c\x1b\\\x1b[?62;22c"}, 0, 0, []string{"screen.BackgroundMsg{true}"}},
		"light":              {[]string{"\x1b]11;rgb:ff/ff/e0\a\x1b[?1c"}, 0, 0, []string{"screen.BackgroundMsg{false}"}},
		"split":              {[]string{"\x1b]", "11;rgb:ffff/ff", "ff/e0e0\x1b", "\\\x1b[?6", "2c"}, time.Microsecond, 0, []string{"screen.BackgroundMsg{false}"}},
		"no colour":          {[]string{"\x1b[?6c"}, 0, 0, nil},
		"silent":             {nil, 0, 3 * time.Millisecond, nil},
		"late":               {[]string{"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?6c"}, time.Second, 3 * time.Millisecond, []string{"screen.BackgroundMsg{false}"}},
		"nonsense":           {[]string{"\x1b]11;red\x1b\\\x1b[?6c"}, 0, 0, nil},
		"keys among them":    {[]string{"\x1b[A\x1b]11;rgb:0/0/0\x1b\\\x1b[B\x1b[?6c\x1b[C"}, 0, 0, []string{"screen.BackgroundMsg{true}", "up", "down", "right"}},
		"foreground as well": {[]string{"\x1b]10;rgb:0/0/0\x1b\\\x1b]11;rgb:0/0/0\x1b\\"}, 0, 3 * time.Millisecond, []string{"screen.BackgroundMsg{true}"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				b := &board{}
				term := uitest.NewTerm(t, 40, 4)
				term.Silence()
				start := time.Now()
				ask := screen.Options{In: term, Out: term, AskBackground: true, Patience: 3 * time.Millisecond}
				_, end := show(t, b, ask)
				for _, a := range tt.answers {
					time.Sleep(tt.after)
					term.Press(a)
					synctest.Wait()
				}
				for b.views == 0 {
					time.Sleep(time.Millisecond)
					synctest.Wait()
				}
				if took := time.Since(start); tt.after < time.Second && took.Truncate(time.Millisecond) > tt.drawn {
					t.Errorf("first frame after %v, want %v", took, tt.drawn)
				}
				time.Sleep(time.Second)
				if diff := cmp.Diff(tt.want, b.seen); diff != "" {
					t.Errorf("messages (-want +got):\n%s", diff)
				}
				quit(t, term, end)
			})
		})
	}
}

func TestAPasteIsBounded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &board{}
		term, end := show(t, b, screen.Options{})
		term.Paste("jj\x1b]11;rgb:0/0/0\x1b\\jj") // text, and no reply
		term.Paste(strings.Repeat("j", 1<<20))
		term.Press("j")
		time.Sleep(time.Second)
		if b.presses != 4+64<<10+1 {
			t.Errorf("%d presses", b.presses)
		}
		quit(t, term, end)
	})
}
