package screen

import (
	"context"
	"errors"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// closing is how long a terminal may take what is written last. One that is held
// with ctrl+s never takes it.
const closing = 300 * time.Millisecond

// session is one app on one terminal.
type session struct {
	o    Options
	w    *writer
	m    *model
	in   *input // nil if there are no keys
	prog *tea.Program
	over chan struct{} // closed when the loop has ended
	away atomic.Bool   // suspended: the terminal is somebody else's

	mu    sync.Mutex
	cause error // why the session ended, if the app did not end it
}

func newSession(app App, o Options) (*session, error) {
	s := &session{o: o, over: make(chan struct{})}
	s.w = newWriter(o.Out, o.WriteLimit, s.end)
	s.m = &model{
		app: app, o: o, w: s.w, size: o.Size.Clamp(), mouse: o.Mouse, title: o.Title,
		crash: func(p *PanicError) { s.end(p) },
	}
	keys := o.In
	if o.In != nil && !readsKeys(o.In) {
		var err error
		if s.in, err = newInput(o.In, o.AskBackground, s.send, s.end); err != nil {
			return nil, err
		}
		keys = s.in
	}
	s.prog = tea.NewProgram(
		s.m, tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithoutCatchPanics(),
		tea.WithInput(keys), tea.WithOutput(io.Discard), tea.WithFilter(filterSuspend),
	)
	return s, nil
}

// end ends the session. The first reason counts.
func (s *session) end(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cause == nil {
		s.cause = err
	}
	s.prog.Kill()
}

// spawn runs fn in a goroutine; a panic in it ends the session.
func (s *session) spawn(name string, fn func()) {
	go catch(name, fn, func(p *PanicError) { s.end(p) })
}

// run shows the app until it ends, and puts the terminal back.
func (s *session) run(ctx context.Context) error {
	stop := context.AfterFunc(ctx, func() { s.end(context.Cause(ctx)) })
	defer stop()
	if s.in != nil {
		defer s.in.close()
	}
	s.w.modes(s.m.modes())
	if s.o.AskBackground {
		s.w.modes(askBackground)
		s.m.patience = s.o.Patience
	}
	s.spawn("writer", s.w.run)
	s.spawn("sizes", s.forwardSizes)
	_, err := s.prog.Run()
	close(s.over)
	s.close()

	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.cause != nil:
		return s.cause
	case errors.Is(err, tea.ErrInterrupted):
		return &SignalError{Signal: os.Interrupt}
	}
	return err
}

// close puts the terminal back, as far as bytes can.
func (s *session) close() {
	if s.away.Load() {
		s.w.close("", closing)
		return
	}
	s.w.close(s.m.parting(), closing)
}

func (s *session) send(msg tea.Msg) { s.prog.Send(msg) }

// forwardSizes tells the app of new sizes. Where they come faster than the app
// takes them, Sizes is to keep the last.
func (s *session) forwardSizes() {
	for {
		select {
		case <-s.over:
			return
		case size, ok := <-s.o.Sizes:
			if !ok {
				return
			}
			s.send(size.msg())
		}
	}
}

// filterSuspend keeps Bubble Tea from suspending: it would not put back modes
// that it has not set.
func filterSuspend(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		return suspendMsg{}
	}
	return msg
}
