package screen

import (
	"errors"
	"fmt"
	"io"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/cancelreader"
)

// input reads the terminal for Bubble Tea. It can be stopped, takes out what is
// no key, and notices when the terminal goes away, which Bubble Tea does not.
type input struct {
	r      cancelreader.CancelReader
	end    func(error)
	filter filter

	reading sync.Mutex
	buf     [1024]byte
	ready   []byte // filtered, but not yet read
}

func newInput(r io.Reader, asked bool, send func(tea.Msg), end func(error)) (*input, error) {
	c, err := cancelreader.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("terminal input: %w", err)
	}
	return &input{r: c, end: end, filter: filter{asked: asked, send: send}}, nil
}

// Read reads what Bubble Tea may see.
func (in *input) Read(p []byte) (int, error) {
	in.reading.Lock()
	defer in.reading.Unlock()
	for len(in.ready) == 0 {
		n, err := in.r.Read(in.buf[:])
		in.ready = in.filter.pass(in.buf[:n])
		switch {
		case err == nil:
		case errors.Is(err, cancelreader.ErrCanceled):
			return 0, err
		default:
			in.end(fmt.Errorf("%w: read: %w", ErrHangup, err))
			return 0, io.EOF
		}
	}
	n := copy(p, in.ready)
	in.ready = in.ready[n:]
	return n, nil
}

// close stops reading. A reader that cannot be stopped keeps its goroutine
// until it returns by itself, and so does one that was told of a key which some
// other program then took: to wait for that one would be to wait for the next key.
func (in *input) close() {
	if !in.r.Cancel() {
		return
	}
	closed := make(chan struct{})
	go catch("end of input", func() {
		defer close(closed)
		in.reading.Lock()
		defer in.reading.Unlock()
		_ = in.r.Close()
	}, func(*PanicError) {})
	wait(closing, closed, nil)
}
