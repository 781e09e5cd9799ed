package screen_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/ui/screen"
	"bordertop/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
)

// recorder keeps what is written to a terminal.
type recorder struct {
	io.Writer
	mu      sync.Mutex
	written bytes.Buffer
}

func (r *recorder) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.written.Write(p)
	return r.Writer.Write(p)
}

func (r *recorder) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.written.String()
}

// press starts a session whose key x does what cmd says, presses it, and returns
// what the app was told and the terminal was sent after it.
func press(t *testing.T, cmd tea.Cmd, o screen.Options) (seen []string, sent string, term *uitest.Term) {
	t.Helper()
	b := &board{on: map[rune]tea.Cmd{'x': cmd}}
	term = uitest.NewTerm(t, 40, 4)
	out := &recorder{Writer: term}
	o.In, o.Out = term, out
	_, end := show(t, b, o)
	before := len(out.String())
	term.Press("x")
	pass(time.Minute)
	sent, seen = out.String()[before:], b.seen[1:]
	quit(t, term, end)
	return seen, sent, term
}

func TestTextIsCopiedThroughTheTerminal(t *testing.T) {
	t.Parallel()
	text := "1,100 trucks, said the carriers’ association on 5 Nov 2025\x1b]52;c;eA==\a"
	base := base64.StdEncoding.EncodeToString([]byte(text))
	plain := "\x1b]52;c;" + base + "\a"
	for name, tt := range map[string]struct {
		through screen.Multiplexer
		want    string
		got     []string // by a terminal that stands alone
	}{
		"alone":      {screen.NoMultiplexer, plain, []string{text}},
		"tmux":       {screen.Tmux, plain + "\x1bPtmux;\x1b" + plain + "\x1b\\", []string{text, text}},
		"GNU screen": {screen.GNUScreen, "\x1bP\x1b]52;c;" + base[:76] + "\x1b\\\x1bP" + base[76:] + "\a\x1b\\", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				seen, sent, term := press(t, screen.Copy(text), screen.Options{Multiplexer: tt.through})
				if diff := cmp.Diff([]string{"screen.CopiedMsg{<nil>}"}, seen); diff != "" {
					t.Errorf("the app is told (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(tt.want, sent); diff != "" {
					t.Errorf("bytes (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(tt.got, term.Copied()); diff != "" {
					t.Errorf("copied (-want +got):\n%s", diff)
				}
			})
		})
	}
}

func TestATextOfNothingOrTooMuchIsRefused(t *testing.T) {
	t.Parallel()
	for size, want := range map[int]string{
		0:      "screen.CopiedMsg{there is nothing to copy}",
		74_994: "screen.CopiedMsg{<nil>}",
		74_995: "screen.CopiedMsg{too long for a terminal's clipboard: 74995 bytes, at most 74994}",
	} {
		synctest.Test(t, func(t *testing.T) {
			seen, sent, _ := press(t, screen.Copy(strings.Repeat("x", size)), screen.Options{})
			if diff := cmp.Diff([]string{want}, seen); diff != "" {
				t.Errorf("%d bytes: the app is told (-want +got):\n%s", size, diff)
			}
			if len(sent) > 100_000 || (sent != "") != strings.Contains(want, "nil") {
				t.Errorf("%d bytes become %d", size, len(sent))
			}
		})
	}
}

// A copy must not end up within the bytes of a frame.
func TestACopyNeverSplitsAFrame(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const moves = 300
		b := &board{on: map[rune]tea.Cmd{'x': screen.Copy("eilė")}}
		term := uitest.NewTerm(t, 40, 4)
		out := &recorder{Writer: term}
		_, end := show(t, b, screen.Options{In: term, Out: &reluctant{Writer: out}})
		for range moves {
			term.Press("j", "x")
			pass(3 * time.Millisecond)
		}
		pass(time.Second)
		if n := len(term.Copied()); n != moves || term.Lines()[0] != "300 of 40x4" {
			t.Errorf("%d copies, %q", n, term.Lines()[0])
		}
		for part := range strings.SplitSeq(out.String(), "\x1b[?2026h") {
			if frame, _, ended := strings.Cut(part, "\x1b[?2026l"); ended && strings.Contains(frame, "\x1b]52") {
				t.Fatalf("a copy within a frame: %q", frame)
			}
		}
		quit(t, term, end)
	})
}

// desk is the programs of a reader's machine.
type desk struct {
	mu    sync.Mutex
	ran   [][]string
	input []string
	err   error
	takes time.Duration
}

func (d *desk) run(ctx context.Context, stdin string, argv ...string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.ran, d.input = append(d.ran, argv), append(d.input, stdin)
	select {
	case <-time.After(d.takes):
		return d.err
	case <-ctx.Done():
		return errors.New("killed")
	}
}

func TestTmuxIsAskedItself(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		desk *desk
		sent bool
	}{
		"and does it":    {desk: &desk{}},
		"and is too old": {desk: &desk{err: errors.New("tmux failed: exit status 1")}, sent: true},
		"and hangs":      {desk: &desk{takes: time.Hour}, sent: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				seen, sent, _ := press(t, screen.Copy("eilė"), screen.Options{Multiplexer: screen.Tmux, Command: tt.desk.run})
				if diff := cmp.Diff([]string{"screen.CopiedMsg{<nil>}"}, seen); diff != "" || (sent != "") != tt.sent {
					t.Errorf("sent %q, the app is told (-want +got):\n%s", sent, diff)
				}
				if diff := cmp.Diff([][]string{{"tmux", "load-buffer", "-w", "-"}}, tt.desk.ran); diff != "" || tt.desk.input[0] != "eilė" {
					t.Errorf("input %q, ran (-want +got):\n%s", tt.desk.input, diff)
				}
			})
		})
	}
}

func TestTheDesktopsOwnClipboardIsAskedWhereThereIsOne(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var got []string
		clipboard := func(ctx context.Context, text string) error {
			if got = append(got, text); text == "hang" {
				<-ctx.Done()
				return errors.New("xclip does not answer")
			}
			return nil
		}
		long := strings.Repeat("x", 100_000)
		for text, want := range map[string]string{
			"eilė": "screen.CopiedMsg{<nil>}", long: "screen.CopiedMsg{<nil>}", "hang": "screen.CopiedMsg{xclip does not answer}",
		} {
			got = nil
			seen, sent, _ := press(t, screen.CopyNative(text), screen.Options{Clipboard: clipboard})
			if !cmp.Equal(seen, []string{want}) || sent != "" || !cmp.Equal(got, []string{text}) {
				t.Errorf("told %q, sent %q, asked %d", seen, sent, len(got))
			}
		}
		got = nil
		if _, sent, _ := press(t, screen.Copy("eilė"), screen.Options{Clipboard: clipboard}); sent == "" || got != nil {
			t.Errorf("a copy for the terminal is sent as %q, and went to %q", sent, got)
		}
		if _, sent, _ := press(t, screen.CopyNative("eilė"), screen.Options{}); sent == "" {
			t.Error("without a clipboard of the desktop nothing is sent to the terminal")
		}
	})
}
