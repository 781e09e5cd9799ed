//go:build unix

package main_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// TestAReadingThatTakesLongIsTold lets the program wait for its data, for longer than
// a blink.
func TestAReadingThatTakesLongIsTold(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ lang, data, bar, after string }{
		"well":        {"C.UTF-8", border, "reading the data " + strings.Repeat("█", 30), "\x1b[?1049h"},
		"at fault":    {"C.UTF-8", border + "\n[[place]]\n", "reading the data " + strings.Repeat("█", 30), "pipe:"},
		"in ASCII":    {"C", border, "reading the data " + strings.Repeat("#", 30), "\x1b[?1049h"},
		"in a tongue": {"lt_LT.UTF-8", border, "skaitomi duomenys " + strings.Repeat("█", 30), "\x1b[?1049h"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			told := waited(t, tt.lang, tt.data, tt.after)
			before, after, _ := strings.Cut(told, tt.bar)
			if strings.Contains(before, "█") || !strings.HasPrefix(strings.TrimLeft(after, " "), "\r\x1b[K") || !strings.Contains(after, tt.after) {
				t.Errorf("told as %q", told)
			}
		})
	}
}

// waited is what a program that waits for its data writes to its terminal, until a
// text.
func waited(t *testing.T, lang, data, until string) string {
	t.Helper()
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := command(t, []string{"LC_ALL=" + lang}, "--data", pipe)
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(pipe, os.O_WRONLY, 0) // once it is being read
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	_, _ = f.WriteString(data)
	_ = f.Close()
	var told []byte
	for buffer := make([]byte, 4096); err == nil && !strings.Contains(string(told), until); {
		var n int
		n, err = tty.Read(buffer)
		told = append(told, buffer[:n]...)
	}
	_ = cmd.Process.Kill()
	_, _ = io.Copy(io.Discard, tty)
	_ = cmd.Wait()
	_ = tty.Close()
	return string(told)
}
