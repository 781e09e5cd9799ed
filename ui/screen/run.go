package screen

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/charmbracelet/x/term"
)

// Run shows app on a local terminal until it quits, ctx ends, a signal comes or
// the terminal goes away, and puts the terminal back before it returns. A signal
// is returned as a *SignalError, a panic as a *PanicError, the end of the
// terminal as ErrHangup; see ExitStatus. The program's signals are its own while
// it runs.
func Run(ctx context.Context, app App, o Options) error {
	if o.Now == nil {
		return errors.New("screen: Options.Now is required")
	}
	t, err := open(o.In, o.Out)
	if err != nil {
		return err
	}
	defer t.close()
	sizes := make(chan Size, 1)
	o.In, o.Size, o.Sizes = t.in, t.size(), sizes
	if o.Command == nil {
		o.Command = RunCommand
	}
	s, err := newSession(app, o)
	if err != nil {
		t.restore()
		return err
	}
	s.m.stop = func() bool { return t.suspend(s) }
	s.m.enter = func() bool {
		if !foreground(t.in) || t.makeRaw() != nil {
			return false
		}
		s.away.Store(false)
		s.w.modes(s.m.modes())
		return true
	}
	detach := o.Guard.attach(func() {
		s.close()
		t.restore()
	})
	defer detach()
	stop := t.watch(s, sizes)
	err = s.run(ctx)
	stop()
	t.restore()
	o.Guard.report(err) // where it can be read
	return err
}

// terminal is a local terminal.
type terminal struct {
	in, out *os.File
	opened  bool // by us, for keys
	signals chan os.Signal

	mu    sync.Mutex
	saved *term.State // as it was at the start
	raw   bool
}

// open makes the terminal raw: keys come one by one, unread by the system.
func open(in io.Reader, out io.Writer) (*terminal, error) {
	t := &terminal{signals: make(chan os.Signal, 16)}
	var ok bool
	if t.out, ok = out.(*os.File); !ok || !term.IsTerminal(t.out.Fd()) {
		return nil, fmt.Errorf("output: %w", ErrNoTerminal)
	}
	if t.in, ok = in.(*os.File); !ok || !term.IsTerminal(t.in.Fd()) {
		var err error
		if t.in, err = os.OpenFile(controlling, os.O_RDWR, 0); err != nil {
			return nil, fmt.Errorf("input: %w: %w", ErrNoTerminal, err)
		}
		t.opened = true
	}
	if err := t.makeRaw(); err != nil {
		t.close()
		return nil, err
	}
	return t, nil
}

func (t *terminal) close() {
	if t.opened {
		_ = t.in.Close()
	}
}

func (t *terminal) makeRaw() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	state, err := term.MakeRaw(t.in.Fd())
	if err != nil {
		return fmt.Errorf("raw mode: %w", err)
	}
	if t.saved == nil {
		t.saved = state
	}
	t.raw = true
	return nil
}

// restore undoes makeRaw. In the background the terminal is not ours, and what
// the shell has set is to stay.
func (t *terminal) restore() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.raw && foreground(t.in) {
		_ = term.Restore(t.in.Fd(), t.saved)
	}
	t.raw = false
}

// size is that of the window now; zero if it is unknown.
func (t *terminal) size() Size {
	w, h, err := term.GetSize(t.out.Fd())
	if err != nil {
		return Size{}
	}
	return Size{w, h}
}
