//go:build unix

package screen_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"bordertop/ui/screen"
	"bordertop/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// program runs in the place of the test binary and returns its exit status.
func program(name string) int {
	switch name {
	case "nothing":
		_, _ = os.Stdout.WriteString("ready")
		return 0
	case "shell":
		return shell()
	case "leaks":
		return leaks()
	case "clipboard":
		return clipboard()
	case "nohup":
		signal.Ignore(syscall.SIGHUP)
	}
	guard := &screen.Guard{
		Dir: os.Getenv("SCREEN_TEST_DIR"), Version: "v0-test", Err: os.Stderr, Now: time.Now, Exit: os.Exit,
	}
	b := &board{on: map[rune]tea.Cmd{
		'z': screen.Suspend,
		'y': screen.Copy("eilė"),
		'o': visiting(),
		'l': later(screen.Copy("late")),
		'c': func() tea.Msg { panic("broken command") },
		'e': func() tea.Msg {
			_, _ = os.Stderr.WriteString("nobody reads this")
			return tea.QuitMsg{}
		},
		'g': func() tea.Msg {
			guard.Go("poller", func() { panic("broken\x1b[2Jpoller") })
			return nil
		},
	}}
	err := screen.Run(context.Background(), breaking{b}, screen.Options{
		In: os.Stdin, Out: os.Stdout, Now: time.Now, Title: "board", Mouse: true, Guard: guard,
		AskBackground: true, Patience: time.Millisecond, Multiplexer: screen.MultiplexerOf(os.Getenv), Command: command(),
	})
	return screen.ExitStatus(err)
}

// breaking is a board that breaks when it is told to.
type breaking struct{ *board }

func (b breaking) Update(msg tea.Msg) tea.Cmd {
	if told, ok := msg.(screen.CopiedMsg); ok && told.Err != nil {
		_, _ = os.Stdout.WriteString("\r\nnot copied")
	}
	if key, ok := msg.(tea.KeyMsg); ok {
		switch key.String() {
		case "u":
			b.panics = "update"
		case "v":
			b.panics = "view"
		case "h":
			_, _ = os.Stdout.WriteString("\x1b[Hhangs")
			select {}
		}
	}
	return b.board.Update(msg)
}

// shell starts the program as a job, and waits until it stops. On SIGUSR1 it
// continues it, as fg does; on SIGUSR2 it ends it in the background, as kill does.
func shell() int {
	next := make(chan os.Signal, 1)
	signal.Notify(next, syscall.SIGUSR1, syscall.SIGUSR2)
	cmd := exec.CommandContext(context.Background(), os.Args[0])
	cmd.Env = append(os.Environ(), "SCREEN_TEST_PROGRAM=app")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Foreground: true, Ctty: 0}
	if err := cmd.Start(); err != nil {
		return 99
	}
	signal.Ignore(syscall.SIGTTOU) // but the job does not
	for stops := 1; ; stops++ {
		var status syscall.WaitStatus
		if _, err := syscall.Wait4(cmd.Process.Pid, &status, syscall.WUNTRACED, nil); err != nil {
			return 98
		}
		if !status.Stopped() {
			return status.ExitStatus()
		}
		_ = unix.IoctlSetPointerInt(0, unix.TIOCSPGRP, unix.Getpgrp())
		_, _ = fmt.Fprintf(os.Stdout, "\r\nstop %d by %v", stops, status.StopSignal())
		if <-next == syscall.SIGUSR2 {
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGCONT)
			continue
		}
		_ = unix.IoctlSetPointerInt(0, unix.TIOCSPGRP, cmd.Process.Pid)
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGCONT)
	}
}

// process is a program on a pseudo-terminal.
type process struct {
	t      *testing.T
	cmd    *exec.Cmd
	master *os.File // the pseudo-terminal
	fd     int      // its descriptor, for its size and its job
	pty    *os.File // a copy of it, to read and write
	tty    *os.File
	before *term.State
	shows  *uitest.Term
	dir    string
	drawn  chan struct{} // something was written
	ended  chan struct{} // closed when nothing more will be
}

// start starts the program of a name on a silent terminal.
func start(t *testing.T, name string, env ...string) *process {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(append(os.Environ(), "SCREEN_TEST_PROGRAM="+name), env...)
	if name == "redirected" {
		cmd.Stderr = broken(t)
	}
	return launch(t, cmd)
}

// launch starts a command on a silent terminal.
func launch(t *testing.T, cmd *exec.Cmd) *process {
	t.Helper()
	p := &process{t: t, dir: t.TempDir(), drawn: make(chan struct{}, 1), ended: make(chan struct{})}
	master, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	p.master, p.fd, p.tty = master, int(master.Fd()), tty
	// Asking for the descriptor has made it one whose Close waits for Read.
	copied, err := unix.FcntlInt(uintptr(p.fd), unix.F_DUPFD_CLOEXEC, 0)
	if err := errors.Join(err, unix.SetNonblock(copied, true)); err != nil {
		t.Fatal(err)
	}
	p.pty = os.NewFile(uintptr(copied), "pty")
	p.resize(40, 4)
	if p.before, err = term.GetState(p.tty.Fd()); err != nil {
		t.Fatal(err)
	}
	p.shows = uitest.NewTerm(t, 40, 4)
	p.cmd = cmd
	p.cmd.Env = append(p.cmd.Env, "SCREEN_TEST_DIR="+filepath.Join(p.dir, "crashes"), "TERM=xterm-256color")
	p.cmd.Stdout = p.tty
	if p.cmd.Stderr == nil {
		p.cmd.Stdin, p.cmd.Stderr = p.tty, p.tty
	}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go p.read()
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		_ = p.tty.Close()
		_ = p.pty.Close()
		_ = master.Close()
		<-p.ended
	})
	return p
}

// broken returns a pipe that nobody reads.
func broken(t *testing.T) *os.File {
	t.Helper()
	r, w, err := os.Pipe()
	if err := errors.Join(err, r.Close()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w
}

func (p *process) read() {
	defer close(p.ended)
	var b [4096]byte
	for {
		n, err := p.pty.Read(b[:])
		_, _ = p.shows.Write(b[:n])
		select {
		case p.drawn <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// until waits until the screen shows text.
func (p *process) until(text string) {
	p.t.Helper()
	limit := time.NewTimer(10 * time.Second)
	defer limit.Stop()
	for !strings.Contains(p.shows.Screen(), text) {
		select {
		case <-p.drawn:
		case <-limit.C:
			p.t.Fatalf("no %q on the screen:\n%s", text, p.shows.Screen())
		}
	}
}

func (p *process) signal(sig syscall.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(sig); err != nil {
		p.t.Fatal(err)
	}
}

// stop stops the job in the foreground: by its key, or by a signal.
func (p *process) stop(sig syscall.Signal) {
	p.t.Helper()
	if sig == 0 {
		p.press("z")
		return
	}
	group, err := unix.IoctlGetInt(p.fd, unix.TIOCGPGRP)
	if err := errors.Join(err, syscall.Kill(-group, sig)); err != nil {
		p.t.Fatal(err)
	}
}

func (p *process) resize(width, height uint16) {
	p.t.Helper()
	if err := unix.IoctlSetWinsize(p.fd, unix.TIOCSWINSZ, &unix.Winsize{Col: width, Row: height}); err != nil {
		p.t.Fatal(err)
	}
}

func (p *process) press(keys string) {
	p.t.Helper()
	if _, err := p.pty.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
}

// end waits for the end, and expects a status and a terminal as it was before.
func (p *process) end(status int) {
	p.t.Helper()
	p.exit(status)
	_, _ = p.tty.WriteString("\r\nthat was all")
	p.until("that was all")
	p.restored()
}

// restored expects the terminal to be as it was before.
func (p *process) restored() {
	p.t.Helper()
	now, err := term.GetState(p.tty.Fd())
	if err != nil || !reflect.DeepEqual(p.before, now) {
		p.t.Errorf("the terminal is not as it was: %+v, %v, before %+v", now, err, p.before)
	}
	if modes := p.shows.Modes(); len(modes) > 0 {
		p.t.Errorf("modes left: %v", modes)
	}
	if links := p.shows.Links(); len(links) > 0 {
		p.t.Errorf("links left: %v", links)
	}
	if title := p.shows.Title(); title != "" {
		p.t.Errorf("title left: %q", title)
	}
}

func (p *process) exit(status int) {
	p.t.Helper()
	_ = p.cmd.Wait()
	if got := p.cmd.ProcessState.ExitCode(); got != status {
		p.t.Errorf("exit status %d (%v), want %d", got, p.cmd.ProcessState, status)
	}
}
