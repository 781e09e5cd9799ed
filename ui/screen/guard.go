package screen

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/pprof"
	"sync"
	"syscall"
	"time"
)

// What ends a session besides the app.
var (
	// ErrHangup says that the terminal has gone away.
	ErrHangup = errors.New("terminal hung up")
	// ErrStuck says that the terminal took nothing for Options.WriteLimit.
	ErrStuck = errors.New("terminal does not read")
	// ErrNoTerminal says that there is no terminal to run on.
	ErrNoTerminal = errors.New("not a terminal")
)

// SignalError says which signal ended the program.
type SignalError struct{ Signal os.Signal }

func (e *SignalError) Error() string { return "ended by signal: " + e.Signal.String() }

// PanicError is a panic, caught.
type PanicError struct {
	Where string // what panicked: "update", "view", "command", or a goroutine's name
	Value any
	Stack []byte
}

// Error quotes the value, which may hold anything.
func (e *PanicError) Error() string {
	return fmt.Sprintf("panic in %s: %q", e.Where, fmt.Sprint(e.Value))
}

// The exit status of a panic, as sysexits.h has it, and of a hangup, as shells do.
const (
	exitPanic  = 70
	exitHangup = 128 + 1
)

// ExitStatus returns the status that a program ends with after err: 0 for nil,
// 128+n for signal n, 129 for a hangup, 70 for a panic, and 1 for other errors.
func ExitStatus(err error) int {
	var s *SignalError
	var p *PanicError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &p):
		return exitPanic
	case errors.As(err, &s):
		if n, ok := s.Signal.(syscall.Signal); ok {
			return 128 + int(n)
		}
	case errors.Is(err, ErrHangup):
		return exitHangup
	}
	return 1
}

// catch runs fn and hands a panic of it to report.
func catch(where string, fn func(), report func(*PanicError)) {
	defer func() {
		if v := recover(); v != nil {
			report(&PanicError{Where: where, Value: v, Stack: debug.Stack()})
		}
	}()
	fn()
}

// Guard ends the program in good order when a goroutine panics. All fields are
// required, but Dir.
type Guard struct {
	Dir     string           // where crash reports go; empty means nowhere
	Version string           // of the program
	Err     io.Writer        // gets the stack, after the terminal is put back
	Now     func() time.Time // dates the report
	Exit    func(status int) // ends the program

	once    sync.Once
	mu      sync.Mutex
	restore func() // puts the terminal back; nil while none is used
}

// Go runs fn in a goroutine. If it panics the terminal is put back, a crash
// report is written and the program ends with status 70. Every goroutine of the
// program starts here: a panic in any other leaves the terminal raw.
func (g *Guard) Go(name string, fn func()) {
	go catch(name, fn, g.crash)
}

// attach sets what puts the terminal back, and returns what undoes that.
func (g *Guard) attach(restore func()) (detach func()) {
	if g == nil {
		return func() {}
	}
	set := func(f func()) {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.restore = f
	}
	set(restore)
	return func() { set(nil) }
}

// crash ends the program. The first of several panics counts; the others wait
// for the end, lest they go on with what is broken.
func (g *Guard) crash(p *PanicError) {
	g.once.Do(func() {
		g.mu.Lock()
		restore := g.restore
		g.mu.Unlock()
		if restore != nil {
			restore()
		}
		g.report(p)
		g.Exit(exitPanic)
	})
}

// report tells of a panic, if err is one: on Err, and in a file. A file that
// cannot be written is no reason to lose the stack.
func (g *Guard) report(err error) {
	var p *PanicError
	if g == nil || !errors.As(err, &p) {
		return
	}
	text := fmt.Appendf(nil, "bordertop %s\n%s\n%s\n\n%s", g.Version, g.Now().UTC().Format(time.RFC3339), p, p.Stack)
	_, _ = g.Err.Write(text)
	if g.Dir == "" {
		return
	}
	path, err := g.save("crash", text)
	if err != nil {
		_, _ = fmt.Fprintf(g.Err, "crash report: %v\n", err)
		return
	}
	_, _ = fmt.Fprintf(g.Err, "crash report: %s\n", path)
}

// dump writes the stacks of all goroutines to a file, while the program goes on.
func (g *Guard) dump() {
	if g == nil || g.Dir == "" {
		return
	}
	var b bytes.Buffer
	_ = pprof.Lookup("goroutine").WriteTo(&b, 2) // a Buffer takes everything
	_, _ = g.save("goroutines", b.Bytes())       // the screen is not the place to complain
}

// save writes a file that nobody else may read, named for what it is and when.
func (g *Guard) save(what string, text []byte) (path string, err error) {
	if err := os.MkdirAll(g.Dir, 0o700); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(g.Dir, what+"-"+g.Now().UTC().Format("20060102T150405Z")+"-*.txt")
	if err != nil {
		return "", err
	}
	_, err = f.Write(text)
	return f.Name(), errors.Join(err, f.Close())
}
