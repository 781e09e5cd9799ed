//go:build unix

package screen_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bordertop/model/clean"
	"bordertop/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// visiting opens a page in the test program.
func visiting() tea.Cmd {
	to, err := clean.ParseURL("https://vsat.lrv.lt/?q=--help&x=$(id)")
	if err != nil {
		return nil
	}
	return screen.Visit(to)
}

// later does what cmd does when the program has had the time to be stopped.
func later(cmd tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		time.Sleep(200 * time.Millisecond)
		return cmd()
	}
}

// command is what runs programs in the test program: as at the end of a
// connection, none of the reader's can be, if the environment says so.
func command() func(context.Context, string, ...string) error {
	if os.Getenv("SCREEN_TEST_FAR") == "" {
		return nil
	}
	return func(context.Context, string, ...string) error { return errors.ErrUnsupported }
}

// clipboard copies natively in the test program, and prints what came of it.
func clipboard() int {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_, _ = fmt.Print(screen.NativeClipboard(os.Getenv)(ctx, "eilė\n-rf"))
	return 0
}

// bin makes a directory of programs. Each is a script that has OUT to write to.
func bin(t *testing.T, programs map[string]string) (dir, out string) {
	t.Helper()
	dir = t.TempDir()
	out = filepath.Join(dir, "out")
	for name, script := range programs {
		text := "#!/bin/sh\nOUT='" + out + "'\n" + script + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return dir, out
}

func TestTheDesktopsClipboardIsFound(t *testing.T) {
	t.Parallel()
	const takes = `{ echo "$0 $*" | /bin/sed 's:.*/::; s: $::'; /bin/cat; } > "$OUT"`
	for name, tt := range map[string]struct {
		programs  map[string]string
		env       string
		said, got string
	}{
		"X":                  {map[string]string{"xclip": takes, "xsel": takes}, "DISPLAY=:0", "<nil>", "xclip -selection clipboard\neilė\n-rf"},
		"X with xsel":        {map[string]string{"xsel": takes}, "DISPLAY=:0", "<nil>", "xsel --clipboard --input\neilė\n-rf"},
		"Wayland":            {map[string]string{"wl-copy": takes, "xclip": takes}, "WAYLAND_DISPLAY=wayland-0", "<nil>", "wl-copy\neilė\n-rf"},
		"a phone":            {map[string]string{"termux-clipboard-set": takes}, "", "<nil>", "termux-clipboard-set\neilė\n-rf"},
		"no desktop":         {map[string]string{"xclip": takes, "wl-copy": takes}, "", "no program for the clipboard on this machine, such as wl-copy, xclip or xsel", ""},
		"no program":         {nil, "DISPLAY=:0", "no program for the clipboard on this machine, such as wl-copy, xclip or xsel", ""},
		"one that fails":     {map[string]string{"xclip": "echo 'no display' >&2; exit 1"}, "DISPLAY=:0", "xclip failed: exit status 1", ""},
		"one that hangs":     {map[string]string{"xclip": "exec /bin/sleep 60"}, "DISPLAY=:0", "xclip does not answer", ""},
		"one that serves on": {map[string]string{"xclip": takes + "\n/bin/sleep 5 &"}, "DISPLAY=:0", "<nil>", "xclip -selection clipboard\neilė\n-rf"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := os.Stat("/bin/sed"); err != nil || screenOfMac() {
				t.Skip("other programs here")
			}
			dir, out := bin(t, tt.programs)
			cmd := exec.CommandContext(t.Context(), os.Args[0])
			cmd.Env = []string{"SCREEN_TEST_PROGRAM=clipboard", "PATH=" + dir, tt.env}
			said, err := cmd.Output()
			if err != nil || string(said) != tt.said {
				t.Errorf("%v, said %q, want %q", err, said, tt.said)
			}
			got, err := os.ReadFile(out)
			if string(got) != tt.got || err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%v, got %q, want %q", err, got, tt.got)
			}
		})
	}
}

// screenOfMac tells whether the desktop is one that has its clipboard built in.
func screenOfMac() bool {
	_, err := exec.LookPath("pbcopy")
	return err == nil
}

// pipe makes a named pipe, to be read within ten seconds.
func pipe(path string) (*os.File, error) {
	if err := unix.Mkfifo(path, 0o600); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	return f, f.SetReadDeadline(time.Now().Add(10 * time.Second))
}

// A browser may write what it likes, and may want to ask something.
func TestABrowserHasNoPartInTheTerminal(t *testing.T) {
	t.Parallel()
	if screenOfMac() {
		t.Skip("the launcher has another name")
	}
	dir, out := bin(t, map[string]string{"xdg-open": `
echo noise; echo noise >&2
tty=none; { echo noise > /dev/tty; } 2>/dev/null && tty=ours
printf '%s|' "$tty" "$#" "$@" > "$OUT"`})
	told, err := pipe(out)
	if err != nil {
		t.Skipf("no named pipes here: %v", err)
	}
	defer func() { _ = told.Close() }()
	p := start(t, "app", "PATH="+dir)
	p.until("0 of 40x4")
	p.press("o")
	var got [200]byte
	n, err := told.Read(got[:])
	if diff := cmp.Diff("none|1|https://vsat.lrv.lt/?q=--help&x=$(id)|", string(got[:n])); diff != "" {
		t.Errorf("%v, the browser has (-want +got):\n%s", err, diff)
	}
	p.press("j")
	p.until("1 of 40x4")
	if strings.Contains(p.shows.Screen(), "noise") {
		t.Errorf("the browser writes on the screen:\n%s", p.shows.Screen())
	}
	p.press("q")
	p.end(0)
}

// What a real tmux passes on depends on how it is set, and as it comes on nothing
// but its own command.
func TestACopyGetsThroughTmux(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ config, env string }{
		"as it comes":             {"", "SCREEN_TEST_FAR="},
		"far away, clipboard on":  {"set -s set-clipboard on\n", "SCREEN_TEST_FAR=1"},
		"far away, passed on":     {"set -g allow-passthrough on\n", "SCREEN_TEST_FAR=1"},
		"far away, both of these": {"set -s set-clipboard on\nset -g allow-passthrough on\n", "SCREEN_TEST_FAR=1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := multiplexed(t, tt.config, tt.env)
			p.until("0 of 40x4")
			p.press("y")
			for i := 1; len(p.shows.Copied()) == 0 && i < 200; i++ {
				p.press("j")
				p.until(fmt.Sprintf("%d of 40x4", i))
			}
			if got := p.shows.Copied(); len(got) == 0 || got[0] != "eilė" {
				t.Errorf("the terminal around tmux has got %q", got)
			}
			p.press("q")
			_ = p.cmd.Wait()
		})
	}
}

// multiplexed starts the test program within a tmux of its own.
func multiplexed(t *testing.T, config, env string) *process {
	t.Helper()
	tmux, err := exec.LookPath("tmux")
	if err != nil {
		t.Skip("no tmux here")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "conf"), []byte("set -g status off\n"+config), 0o600); err != nil {
		t.Fatal(err)
	}
	self, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	// The path of a socket must be short.
	cmd := exec.CommandContext(t.Context(), tmux, "-u", "-S", "socket", "-f", "conf", "new-session", self)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "SCREEN_TEST_PROGRAM=app", "TMUX=", env)
	p := launch(t, cmd)
	t.Cleanup(func() {
		kill := exec.CommandContext(context.Background(), tmux, "-S", "socket", "kill-server")
		kill.Dir = dir
		_ = kill.Run() // it has ended with its last program, unless the test has failed
	})
	return p
}

// In the background the terminal is another program's.
func TestNothingIsCopiedInTheBackground(t *testing.T) {
	t.Parallel()
	p := start(t, "shell")
	p.until("0 of 40x4")
	job, err := unix.IoctlGetInt(p.fd, unix.TIOCGPGRP)
	if err != nil {
		t.Fatal(err)
	}
	p.press("lz")
	p.until("stop 1 by")
	if err := unix.Kill(-job, unix.SIGCONT); err != nil { // as bg does
		t.Fatal(err)
	}
	p.until("not copied")
	p.signal(unix.SIGUSR1)
	p.until("0 of 40x4")
	if got := p.shows.Copied(); len(got) > 0 {
		t.Errorf("copied %q", got)
	}
	p.press("q")
	p.end(0)
}
