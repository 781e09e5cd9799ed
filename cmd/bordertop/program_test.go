//go:build unix

package main_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"bordertop/ui/uitest"
)

// built builds the program once, unless BORDERTOP names one.
var built = sync.OnceValues(func() (string, error) {
	if path := os.Getenv("BORDERTOP"); path != "" {
		return path, nil
	}
	dir, err := os.MkdirTemp("", "bordertop")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "bordertop")
	out, err := exec.CommandContext(context.Background(), "go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := built(); err == nil && os.Getenv("BORDERTOP") == "" {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// command is the program with a clean environment.
func command(tb testing.TB, env []string, args ...string) *exec.Cmd {
	tb.Helper()
	path, err := built()
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.CommandContext(tb.Context(), path, args...)
	cmd.Env = append([]string{"HOME=" + tb.TempDir(), "TERM=xterm-256color", "LANG=C.UTF-8"}, env...)
	return cmd
}

// piped runs the program without a terminal.
func piped(tb testing.TB, args ...string) (stdout, stderr string, status int) {
	tb.Helper()
	cmd := command(tb, nil, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		tb.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// session is the program on a pseudo-terminal, with an emulated terminal behind.
type session struct {
	tb   testing.TB
	cmd  *exec.Cmd
	term *uitest.Term
	pty  *os.File
	done chan struct{}
}

func start(tb testing.TB, args ...string) *session {
	tb.Helper()
	return startOn(tb, uitest.NewTerm(tb, 140, 42), args...)
}

func startOn(tb testing.TB, term *uitest.Term, args ...string) *session {
	tb.Helper()
	return startIn(tb, nil, term, args...)
}

func startIn(tb testing.TB, env []string, term *uitest.Term, args ...string) *session {
	tb.Helper()
	return attach(tb, term, command(tb, env, args...))
}

// attach starts a program on a pseudo-terminal.
func attach(tb testing.TB, term *uitest.Term, cmd *exec.Cmd) *session {
	tb.Helper()
	s := &session{tb: tb, cmd: cmd, term: term, done: make(chan struct{})}
	var err error
	if s.pty, err = pty.StartWithSize(s.cmd, &pty.Winsize{Rows: 42, Cols: 140}); err != nil {
		tb.Fatal(err)
	}
	go func() { _, _ = io.Copy(s.pty, s.term) }()
	go func() {
		defer close(s.done)
		_, _ = io.Copy(s.term, s.pty)
	}()
	tb.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = s.pty.Close()
	})
	return s
}

// stacks are those of the program's goroutines, which it writes to a file when it
// is asked to. A hang is rare: it must tell all the first time.
func (s *session) stacks() string {
	_ = s.cmd.Process.Signal(syscall.SIGUSR1)
	for range 400 {
		time.Sleep(5 * time.Millisecond)
		for _, variable := range s.cmd.Env {
			home, _ := strings.CutPrefix(variable, "HOME=")
			dumps, _ := filepath.Glob(filepath.Join(home, ".local", "state", "bordertop", "goroutines-*.txt"))
			for _, dump := range dumps {
				if text, err := os.ReadFile(dump); err == nil && len(text) > 0 {
					return string(text)
				}
			}
		}
	}
	return "none were told"
}

// status waits for the end, and expects the terminal as it was.
func (s *session) status() int {
	s.tb.Helper()
	late := time.AfterFunc(20*time.Second, func() {
		s.tb.Errorf("still running, with this on the screen:\n%s\nand these goroutines:\n%s", s.term.Screen(), s.stacks())
		_ = s.cmd.Process.Kill()
	})
	defer late.Stop()
	err := s.cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		s.tb.Fatal(err)
	}
	select {
	case <-s.done:
	case <-time.After(20 * time.Second):
		s.tb.Fatal("the terminal is still held")
	}
	if modes := s.term.Modes(); len(modes) > 0 {
		s.tb.Errorf("modes left on: %v", modes)
	}
	if title := s.term.Title(); title != "" {
		s.tb.Errorf("the title is still %q", title)
	}
	return s.cmd.ProcessState.ExitCode()
}

func TestProgramOpensTheBoard(t *testing.T) {
	t.Parallel()
	for name, prepare := range map[string]func(*uitest.Term){
		"a terminal": func(*uitest.Term) {}, "a silent terminal": (*uitest.Term).Silence,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			term := uitest.NewTerm(t, 140, 42)
			prepare(term)
			s := startOn(t, term, "--as-of", "2025-11-11 18:00")
			s.until("Medininkai – Kamenny Log")
			s.until("19 d 6 h")
			s.term.Press("5")
			s.term.Press("enter")
			s.until("╭ 6 ")
			s.term.Press("q")
			if got := s.status(); got != 0 {
				t.Errorf("exit status %d", got)
			}
		})
	}
}

func TestProgramPutsTheTerminalBackWhenSignalled(t *testing.T) {
	t.Parallel()
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		want := 128 + int(signal)
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			s := start(t)
			s.until("Medininkai")
			if err := s.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if got := s.status(); got != want {
				t.Errorf("exit status %d, want %d", got, want)
			}
		})
	}
}

func TestProgramPrintsTheStatusWithoutATerminal(t *testing.T) {
	t.Parallel()
	out, errs, status := piped(t, "--as-of", "2025-11-11 18:00")
	if status != 0 || errs != "" {
		t.Errorf("exit status %d, standard error %q", status, errs)
	}
	if strings.ContainsAny(out, "\x1b\x07\r") {
		t.Errorf("control characters in %q", out)
	}
	for _, want := range []string{"11 Nov 2025 18:00 Vilnius · 19:00 Minsk", "RESTRICTED", "Medininkai – Kamenny Log", "19 d 6 h", "31 Dec 2027"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	for line := range strings.Lines(out) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 {
			t.Errorf("%d cells, more than 80: %q", n, line)
		}
	}
}

func TestProgramAsksNothingOffTheScreen(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--version"}, {"--help"}, {"status"}, {"--preset", "none"}} {
		t.Run(args[0], func(t *testing.T) {
			t.Parallel()
			cmd := command(t, nil, args...)
			f, err := pty.Start(cmd) // nobody answers here
			if err != nil {
				t.Fatal(err)
			}
			out, _ := io.ReadAll(f) // a pseudo-terminal ends with an error
			_ = cmd.Wait()
			// Colours ask nothing.
			if len(out) == 0 || bytes.ContainsRune(regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAll(out, nil), 0x1b) {
				t.Errorf("%v wrote %q", args, out)
			}
		})
	}
}

func TestProgramTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	bad := filepath.Join(t.TempDir(), "bad.toml")
	if err := os.WriteFile(bad, []byte("[[crossing]]\nid = \"medininkai\"\nname = \"Medininkai\"\n[[count]]\nid = \"c-1\"\nat = 2026-07-01T12:00:00\nvalue = -5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name   string
		args   []string
		status int
		want   string
	}{
		{"a flag that is not", []string{"--as-off", "now"}, 2, "--as-off"},
		{"a preset that is not", []string{"--preset", "dusk"}, 2, `no preset "dusk"; there are desk, log, map and wall`},
		{"a moment that is not", []string{"--as-of", "yesterdayish"}, 2, "--as-of"},
		{"an hour that is skipped", []string{"--as-of", "2026-03-29 03:30"}, 2, "does not exist in Europe/Vilnius"},
		{"a file that is not", []string{"--data", "nowhere.toml"}, 3, "nowhere.toml"},
		{"a time without a zone", []string{"--data", bad}, 3, bad + ":6"},
		{"every fault at once", []string{"check", bad}, 3, bad + ":7"},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := piped(t, tt.args...)
			if status != tt.status || !strings.Contains(out+errs, tt.want) {
				t.Errorf("exit status %d, want %d; no %q in %q %q", status, tt.status, tt.want, out, errs)
			}
		})
	}
}

func TestMomentsCountFromNow(t *testing.T) {
	t.Parallel()
	for asOf, want := range map[string]bool{"1h": true, "yesterday": true, "now": false} {
		out, errs, status := piped(t, "status", "--as-of", asOf)
		if status != 0 || errs != "" || strings.Contains(out, "REPLAY") != want {
			t.Errorf("--as-of %s: exit status %d, standard error %q:\n%.200s", asOf, status, errs, out)
		}
	}
}
