//go:build unix

package screen_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"bordertop/ui/screen"
	"bordertop/ui/uitest"

	"github.com/creack/pty"
	"github.com/google/go-cmp/cmp"
)

func TestEveryWayOutPutsTheTerminalBack(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		keys    string
		signals []syscall.Signal
		status  int
		crash   string // what panicked, if a crash report is to be there
	}{
		"quit":                {keys: "q"},
		"interrupt":           {signals: []syscall.Signal{syscall.SIGINT}, status: 130},
		"terminate":           {signals: []syscall.Signal{syscall.SIGTERM}, status: 143},
		"hangup":              {signals: []syscall.Signal{syscall.SIGHUP}, status: 129},
		"quit by signal":      {signals: []syscall.Signal{syscall.SIGQUIT}, status: 131},
		"stuck app":           {keys: "h", signals: []syscall.Signal{syscall.SIGTERM, syscall.SIGTERM}, status: 143},
		"panic in update":     {keys: "u", status: 70, crash: "update"},
		"panic in view":       {keys: "v", status: 70, crash: "view"},
		"panic in command":    {keys: "c", status: 70, crash: "command"},
		"panic in goroutine":  {keys: "g", status: 70, crash: "poller"},
		"broken pipe ignored": {keys: "q", signals: []syscall.Signal{syscall.SIGPIPE, syscall.SIGWINCH, syscall.SIGCONT}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := start(t, "app")
			p.until("0 of 40x4")
			if tt.keys == "h" {
				p.press(tt.keys)
				p.until("hangs")
			}
			for _, sig := range tt.signals {
				p.signal(sig)
			}
			if tt.keys != "h" {
				p.press(tt.keys)
			}
			p.end(tt.status)
			report(t, p.dir, tt.crash)
		})
	}
}

// report expects a crash report, or none if where is empty.
func report(t *testing.T, dir, where string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "crashes", "crash-*.txt"))
	if err != nil || (len(files) == 1) != (where != "") {
		t.Fatalf("crash reports %q, %v", files, err)
	}
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info.Mode(), err)
		}
		text, err := os.ReadFile(f)
		if err != nil || !bytes.Contains(text, []byte("panic in "+where+": \"broken")) || !bytes.Contains(text, []byte("v0-test")) ||
			!bytes.Contains(text, []byte("_test.go:")) || bytes.ContainsRune(text, 0x1b) {
			t.Errorf("%v\n%s", err, text)
		}
	}
}

func TestTheEndOfARealTerminalEndsTheProgram(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"app", "nohup"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := start(t, name)
			p.until("0 of 40x4")
			if err := errors.Join(p.tty.Close(), p.pty.Close(), p.master.Close()); err != nil {
				t.Fatal(err)
			}
			p.exit(129)
		})
	}
}

func TestKeysComeFromTheTerminalWhenInputIsRedirected(t *testing.T) {
	t.Parallel()
	p := start(t, "redirected")
	p.until("0 of 40x4")
	p.press("jj")
	p.until("2 of 40x4")
	p.press("e") // writes to a pipe that nobody reads, and quits
	p.end(0)
}

func TestGoroutinesAreDumpedOnRequest(t *testing.T) {
	t.Parallel()
	p := start(t, "app")
	p.until("0 of 40x4")
	p.signal(syscall.SIGUSR1)
	p.resize(30, 4) // a later signal, to know that the first was dealt with
	p.until("0 of 30x4")
	p.press("q")
	p.end(0)
	files, err := filepath.Glob(filepath.Join(p.dir, "crashes", "goroutines-*.txt"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	if text, err := os.ReadFile(files[0]); err != nil || !bytes.Contains(text, []byte("goroutine 1 ")) {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestTheWindowCanChange(t *testing.T) {
	t.Parallel()
	p := start(t, "app")
	p.until("0 of 40x4")
	for _, s := range []uitest.Size{{Width: 20, Height: 3}, {Width: 1, Height: 1}, {Width: 30, Height: 2}} {
		p.shows.Resize(s.Width, s.Height)
		p.resize(uint16(s.Width), uint16(s.Height))
	}
	p.until("0 of 30x2")
	p.shows.Resize(80, 24)
	p.resize(0, 0) // unknown
	p.until("0 of 80x24")
	p.press("jjq")
	p.end(0)
}

func TestTheProgramCanBeStoppedAndContinued(t *testing.T) {
	t.Parallel()
	for name, sig := range map[string]syscall.Signal{"by key": 0, "by SIGTSTP": syscall.SIGTSTP, "by SIGSTOP": syscall.SIGSTOP} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := start(t, "shell")
			p.until("0 of 40x4")
			for i := 1; i <= 2; i++ {
				p.stop(sig)
				p.until(fmt.Sprintf("stop %d by", i))
				if sig == 0 {
					p.restored()
				}
				p.signal(syscall.SIGUSR1)
				p.until("of 40x4")
				p.press("j")
				p.until(fmt.Sprintf("%d of 40x4", i))
				if diff := cmp.Diff([]int{25, 1002, 1004, 1006, 1049, 2004}, p.shows.Modes()); diff != "" || p.shows.Title() != "board" {
					t.Errorf("title %q, modes after (-want +got):\n%s", p.shows.Title(), diff)
				}
			}
			p.press("q")
			p.end(0)
		})
	}
}

// A program that touched the terminal in the background would be stopped again.
func TestAStoppedProgramCanBeTerminated(t *testing.T) {
	t.Parallel()
	for name, sig := range map[string]syscall.Signal{"by key": 0, "by SIGSTOP": syscall.SIGSTOP} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := start(t, "shell")
			p.until("0 of 40x4")
			p.stop(sig)
			p.until("stop 1 by")
			p.signal(syscall.SIGUSR2)
			p.exit(143)
			_, _ = p.tty.WriteString("\r\nthat was all")
			p.until("that was all")
			if modes := p.shows.Modes(); len(modes) > 0 {
				t.Errorf("modes left: %v", modes)
			}
		})
	}
}

// Where there is no shell to continue it, the program cannot be stopped.
func TestAProgramThatCannotBeStoppedGoesOn(t *testing.T) {
	t.Parallel()
	p := start(t, "app")
	p.until("0 of 40x4")
	p.press("zj")
	p.until("1 of 40x4")
	p.press("q")
	p.end(0)
}

// Bubble Tea alone asks a question while it initialises, and waits 5 s for the
// answer. Package early keeps it from doing so.
func TestASilentTerminalIsNotAsked(t *testing.T) {
	t.Parallel()
	master, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	defer func() { _ = master.Close() }()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "SCREEN_TEST_PROGRAM=nothing", "TERM=xterm-256color")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	_ = tty.Close()
	if all, _ := io.ReadAll(master); string(all) != "ready" {
		t.Errorf("wrote %q", all)
	}
}

func TestWithoutATerminalNothingIsWritten(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	err := screen.Run(t.Context(), &board{}, screen.Options{Out: &out, Now: time.Now})
	if !errors.Is(err, screen.ErrNoTerminal) || out.Len() > 0 {
		t.Errorf("error %v, wrote %q", err, out.String())
	}
}
