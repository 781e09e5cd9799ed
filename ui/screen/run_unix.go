//go:build unix

package screen

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// controlling is the terminal of the program's session.
const controlling = "/dev/tty"

// How long the loop may take to end after a signal, before the program ends
// without it; and how long a stop may take to come.
const (
	grace    = 3 * time.Second
	stopping = 100 * time.Millisecond
)

// foreground reports whether the terminal is ours just now.
func foreground(tty *os.File) bool {
	group, err := unix.IoctlGetInt(int(tty.Fd()), unix.TIOCGPGRP)
	return err != nil || group == unix.Getpgrp()
}

// watch follows the signals until stop is called.
func (t *terminal) watch(s *session, sizes chan Size) (stop func()) {
	signals := []os.Signal{
		syscall.SIGINT, syscall.SIGTERM, syscall.SIGQUIT, // ways out
		syscall.SIGWINCH, syscall.SIGCONT,
		syscall.SIGPIPE, // which would end us raw: the write's error is enough
	}
	if s.o.Guard != nil {
		signals = append(signals, syscall.SIGUSR1)
	}
	if !signal.Ignored(syscall.SIGHUP) { // nohup: the end of the input ends us
		signals = append(signals, syscall.SIGHUP)
	}
	signal.Notify(t.signals, signals...)
	s.spawn("signals", func() { t.follow(s, sizes) })
	return func() { signal.Stop(t.signals) }
}

// follow acts on signals until the session is over.
func (t *terminal) follow(s *session, sizes chan Size) {
	for {
		select {
		case <-s.over:
			return
		case sig := <-t.signals:
			if wayOut(sig) {
				t.end(s, &SignalError{Signal: sig})
				return
			}
			t.act(sig, s, sizes)
		}
	}
}

func wayOut(sig os.Signal) bool {
	return sig == syscall.SIGINT || sig == syscall.SIGTERM || sig == syscall.SIGQUIT || sig == syscall.SIGHUP
}

// act acts on a signal that does not end the program.
func (t *terminal) act(sig os.Signal, s *session, sizes chan Size) {
	switch sig {
	case syscall.SIGWINCH:
		t.resize(sizes)
	case syscall.SIGCONT:
		t.resize(sizes) // while it was stopped nobody told us
		s.spawn("continue", func() { s.send(continuedMsg{}) })
	case syscall.SIGUSR1:
		s.o.Guard.dump()
	}
}

// resize passes on the size as it is now, in place of one that still waits.
func (t *terminal) resize(sizes chan Size) {
	select {
	case <-sizes:
	default:
	}
	sizes <- t.size()
}

// end ends the session, and the program if the app does not come to its end, or
// at a second signal.
func (t *terminal) end(s *session, err error) {
	s.end(err)
	limit := time.NewTimer(grace)
	defer limit.Stop()
	for patient := true; patient; {
		select {
		case <-s.over:
			return
		case <-limit.C:
			patient = false
		case sig := <-t.signals:
			patient = !wayOut(sig)
		}
	}
	if s.o.Guard != nil {
		s.close()
		t.restore()
		s.o.Guard.Exit(ExitStatus(err))
	}
}

// suspend puts the terminal back and stops the program's process group, as
// ctrl+z does. It returns true if nothing has stopped us: a process without a
// shell to continue it cannot be stopped. SIGTSTP is never watched for: the Go
// runtime would not give it back its effect.
func (t *terminal) suspend(s *session) bool {
	s.w.modes(s.m.parting())
	s.w.flush(closing)
	s.away.Store(true)
	t.restore()
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	_ = syscall.Kill(0, syscall.SIGTSTP)
	// The stop comes a moment after the call returns.
	limit := time.NewTimer(stopping)
	defer limit.Stop()
	select {
	case <-continued:
		return false
	case <-limit.C:
	}
	select {
	case <-continued:
		return false
	default:
		return true
	}
}

// readsKeys is false: we filter what Bubble Tea reads.
func readsKeys(io.Reader) bool { return false }
