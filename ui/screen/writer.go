package screen

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"syscall"
	"time"
)

// writer writes to the terminal in a goroutine of its own. Frames wait in a
// slot for one, where a newer one takes the place of an older; modes wait in
// line. No method waits for the terminal, but flush and close, which have limits.
type writer struct {
	out   io.Writer
	limit time.Duration // of one write; 0 is none
	fail  func(error)   // told once why writing ended early

	wake chan struct{}
	done chan struct{} // closed when the goroutine has ended

	closing sync.Once
	mu      sync.Mutex
	due     due
	closed  bool
}

// due is what is to be written: modes first, then a frame.
type due struct {
	modes   []byte
	frame   string
	size    Size // zero means no frame
	repaint bool
	written []chan struct{} // closed afterwards
}

func newWriter(out io.Writer, limit time.Duration, fail func(error)) *writer {
	return &writer{out: out, limit: limit, fail: fail, wake: make(chan struct{}, 1), done: make(chan struct{})}
}

// add changes what is due and wakes the goroutine.
func (w *writer) add(change func(*due)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return
	}
	change(&w.due)
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// draw shows frame next, in place of any that still waits.
func (w *writer) draw(frame string, size Size) {
	w.add(func(d *due) { d.frame, d.size = frame, size })
}

// modes writes sequences that draw nothing.
func (w *writer) modes(seq string) {
	w.add(func(d *due) { d.modes = append(d.modes, seq...) })
}

// repaint draws the next frame whole.
func (w *writer) repaint() {
	w.add(func(d *due) { d.repaint = true })
}

// flush waits until what is due has been written, up to a limit.
func (w *writer) flush(limit time.Duration) {
	written := make(chan struct{})
	w.add(func(d *due) { d.written = append(d.written, written) })
	wait(limit, written, w.done)
}

// close writes what is due and then last, and ends the goroutine. It returns
// after the limit even if the terminal takes nothing. Only the first call counts;
// others wait for it.
func (w *writer) close(last string, limit time.Duration) {
	w.closing.Do(func() {
		w.mu.Lock()
		w.closed = true
		close(w.wake)
		w.mu.Unlock()
		wait(limit, w.done, nil)
		// The goroutine may be stuck in a write, and this one then would be too.
		written := make(chan struct{})
		go catch("last write", func() {
			defer close(written)
			_ = w.put([]byte(last))
		}, func(*PanicError) {})
		wait(limit, written, nil)
	})
}

// wait returns when one of two channels is closed, or after the limit.
func wait(limit time.Duration, a, b <-chan struct{}) {
	t := time.NewTimer(limit)
	defer t.Stop()
	select {
	case <-a:
	case <-b:
	case <-t.C:
	}
}

// run writes what is due until close is called or writing fails.
func (w *writer) run() {
	defer close(w.done)
	var c Canvas
	var b []byte
	for range w.wake {
		w.mu.Lock()
		d := w.due
		w.due = due{}
		w.mu.Unlock()
		if d.repaint {
			c.Invalidate()
		}
		b = append(b[:0], d.modes...)
		if d.size != (Size{}) {
			b = c.Draw(b, d.frame, d.size)
		}
		if err := w.write(b); err != nil {
			w.fail(err)
			return
		}
		for _, written := range d.written {
			close(written)
		}
	}
}

// again is how long to wait with a terminal that takes nothing just now: some
// other program has made the descriptor, which it shares with us, non-blocking.
const again = 5 * time.Millisecond

// write writes b within the limit.
func (w *writer) write(b []byte) error {
	if w.limit > 0 {
		t := time.AfterFunc(w.limit, func() { w.fail(ErrStuck) })
		defer t.Stop()
	}
	return w.put(b)
}

// put writes all of b, however often that takes.
func (w *writer) put(b []byte) error {
	for len(b) > 0 {
		n, err := w.out.Write(b)
		switch b = b[min(n, len(b)):]; {
		case errors.Is(err, syscall.EAGAIN):
			time.Sleep(again)
		case err != nil:
			return fmt.Errorf("%w: write: %w", ErrHangup, err)
		case n == 0:
			return fmt.Errorf("%w: write: %w", ErrHangup, io.ErrShortWrite)
		}
	}
	return nil
}
