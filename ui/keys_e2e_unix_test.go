//go:build unix

package ui_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"bordertop/ui"
	"bordertop/ui/uitest"
)

// TestBoardOfAShell is the dashboard that the test below starts.
func TestBoardOfAShell(t *testing.T) {
	t.Parallel()
	if os.Getenv("UI_TEST_BOARD") == "" {
		t.Skip("this is a program for another test")
	}
	o := board(t)
	o.In, o.Out = os.Stdin, os.Stdout
	if err := ui.Run(t.Context(), o); err != nil {
		t.Error(err)
	}
}

// The emulated terminal has no shell to go to: this one has.
func TestSuspendLeadsToTheShellAndBack(t *testing.T) {
	t.Parallel()
	const script = `set -m; "$0" -test.run='^TestBoardOfAShell$'; echo "stopped with $?"; read -r line; fg >/dev/null; echo "and ended with $?"`
	cmd := exec.CommandContext(t.Context(), "/bin/sh", "-c", script, os.Args[0])
	cmd.Env = append(os.Environ(), "UI_TEST_BOARD=1", "TERM=xterm-256color")
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 140, Rows: 42})
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	term := uitest.NewTerm(t, 140, 42)
	drawn := make(chan struct{}, 1)
	over := make(chan struct{})
	go func() {
		defer close(over)
		var b [4096]byte
		for err := error(nil); err == nil; {
			var n int
			n, err = tty.Read(b[:])
			_, _ = term.Write(b[:n])
			select {
			case drawn <- struct{}{}:
			default:
			}
		}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = tty.Close()
		<-over
	})
	for _, step := range []struct{ shows, press string }{
		{"bordertop", "\x1a"},
		{"stopped with", "\n"}, // 128 and the number of SIGTSTP, which systems differ about
		{"bordertop", "?"},
		{"half a page up", "\x03"},
		{"and ended with 0", ""},
	} {
		limit := time.After(20 * time.Second)
		for !strings.Contains(term.Screen(), step.shows) {
			select {
			case <-drawn:
			case <-limit:
				t.Fatalf("no %q on the screen:\n%s", step.shows, term.Screen())
			}
		}
		if _, err := tty.WriteString(step.press); err != nil {
			t.Fatal(err)
		}
	}
}
