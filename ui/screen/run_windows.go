package screen

import (
	"io"
	"os"
	"os/signal"
	"syscall"
)

// controlling is the console.
const controlling = "CONIN$"

// foreground is true: a console has no job control.
func foreground(*os.File) bool { return true }

// watch ends the session at an interrupt or when the console closes. Bubble Tea
// reports the size.
func (t *terminal) watch(s *session, _ chan Size) (stop func()) {
	signal.Notify(t.signals, os.Interrupt, syscall.SIGTERM)
	s.spawn("signals", func() {
		select {
		case <-s.over:
		case sig := <-t.signals:
			s.end(&SignalError{Signal: sig})
		}
	})
	return func() { signal.Stop(t.signals) }
}

// suspend does nothing: a console cannot be left.
func (t *terminal) suspend(*session) bool { return true }

// readsKeys is true of a console: it has keys and sizes as events, which Bubble
// Tea reads itself.
func readsKeys(r io.Reader) bool {
	_, ok := r.(*os.File)
	return ok
}
