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
		pass(time.Minute)
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
		pass(time.Second)
		before := b.views
		for range 1000 {
			term.Press("j")
			synctest.Wait()
		}
		if got := term.Lines()[0]; got != "1 of 40x4" {
			t.Errorf("the first of a burst is not drawn at once: %q", got)
		}
		pass(5 * time.Millisecond)
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
			pass(2500 * time.Microsecond)
		}
		pass(5 * time.Millisecond)
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
		pass(24 * time.Hour)
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
			pass(10 * time.Millisecond)
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
			pass(20 * time.Millisecond)
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
				pass(time.Second)
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
				pass(time.Duration(r.IntN(8)) * time.Millisecond)
			}
		}
		term.Resize(33, 5)
		sizes <- screen.Size{Width: 33, Height: 5}
		pass(10 * time.Millisecond)
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
			pass(10 * time.Millisecond)
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
				pass(time.Second)
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
				if !errors.As(err, &p) || !strings.HasPrefix(where, p.Where) || !strings.Contains(string(p.Stack), "_test.go:") {
					t.Errorf("error %v", err)
				}
				if screen.ExitStatus(err) != 70 || len(term.Modes()) > 0 {
					t.Errorf("status %d, modes left %v", screen.ExitStatus(err), term.Modes())
				}
				unlinked(t, term)
				pass(time.Second)
			})
		})
	}
}
