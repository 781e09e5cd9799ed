//go:build unix

package main_test

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// narva is a crossing that somebody has closed.
const narva = `timezone = "Europe/Tallinn"
title = "Narva"
[[source]]
id = "police"
publisher = "Police"
title = "Closure"
[[crossing]]
id = "narva"
name = "Narva"
countries = ["EE", "RU"]
serves = ["pedestrian"]
[[measure]]
id = "night"
kind = "closure"
crossings = ["narva"]
by = "Government of Estonia"
from = 2025-01-01T00:00:00+02:00
sources = ["police"]
`

const lifted = `
[[amendment]]
id = "lifted"
of = "night"
kind = "update"
set = { ended = 2025-06-01T00:00:00+03:00 }
known = 2025-05-01T00:00:00+03:00
sources = ["police"]
`

// following is a watch that runs.
type following struct {
	tb   testing.TB
	cmd  *exec.Cmd
	out  *bufio.Reader
	pipe io.Closer
}

// followed starts a watch of a file and waits until it has begun.
func followed(tb testing.TB, path string, args ...string) following {
	tb.Helper()
	cmd := command(tb, nil, append([]string{"status", "--watch", "--data", path}, args...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	errs, err := cmd.StderrPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	late := time.AfterFunc(20*time.Second, func() { _ = cmd.Process.Kill() })
	tb.Cleanup(func() {
		late.Stop()
		_ = cmd.Process.Kill()
	})
	if len(args) == 0 {
		if line, _ := bufio.NewReader(errs).ReadString('\n'); !strings.HasPrefix(line, "watching Narva") {
			tb.Fatalf("it says %q", line)
		}
	}
	return following{tb, cmd, bufio.NewReader(out), out}
}

func (f following) line() string {
	f.tb.Helper()
	line, err := f.out.ReadString('\n')
	if err != nil {
		f.tb.Fatalf("got %q, %v", line, err)
	}
	return line
}

func (f following) end(signal os.Signal) int {
	f.tb.Helper()
	if err := f.cmd.Process.Signal(signal); err != nil {
		f.tb.Fatal(err)
	}
	_ = f.cmd.Wait()
	return f.cmd.ProcessState.ExitCode()
}

func TestAWatchTellsOfChangesInSentences(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t, map[string]string{"narva.toml": narva}), "narva.toml")
	f := followed(t, path)
	put(t, path, narva+lifted)
	if got, want := f.line(), ": Narva: unknown (last open), was closed.\n"; !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want it to end with %q", got, want)
	}
	if got := f.end(os.Interrupt); got != 130 {
		t.Errorf("exit status %d", got)
	}
}

func TestAWatchForABarWritesItAnew(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t, map[string]string{"narva.toml": narva}), "narva.toml")
	for format, want := range map[string][2]string{
		"prompt": {"■ Narva CLOSED", "◇ Narva LAST OPEN"}, "json": {`"state":"closed"`, `"state":"unknown"`}, "waybar": {`"alt":"closed"`, `"alt":"unknown"`},
	} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(folder(t, map[string]string{"narva.toml": narva}), "narva.toml")
			f := followed(t, path, "--format", format)
			if got := f.line(); !strings.Contains(got, want[0]) {
				t.Errorf("first %q, want %q", got, want[0])
			}
			put(t, path, narva+lifted)
			if got := f.line(); !strings.Contains(got, want[1]) {
				t.Errorf("then %q, want %q", got, want[1])
			}
			if got := f.end(syscall.SIGTERM); got != 143 {
				t.Errorf("exit status %d", got)
			}
		})
	}
	if _, errs, status := ran(t, t.TempDir(), nil, "status", "--watch", "--data", path, "--as-of", "2025-01-01"); status != 2 || !strings.Contains(errs, "--watch shows the present") {
		t.Errorf("exit status %d, %q", status, errs)
	}
}

// TestAWatchEndsWithItsReader closes the pipe, as head does.
func TestAWatchEndsWithItsReader(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t, map[string]string{"narva.toml": narva}), "narva.toml")
	f := followed(t, path)
	_ = f.pipe.Close()
	put(t, path, narva+lifted)
	_ = f.cmd.Wait()
	status, ok := f.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if code := f.cmd.ProcessState.ExitCode(); !ok || status.Signal() != syscall.SIGPIPE && code != 141 {
		t.Errorf("it ended with %v", f.cmd.ProcessState)
	}
}
