package screen_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/ui/screen"
	"bordertop/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
)

func TestAnAppCanChangeItsTerminal(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &board{on: map[rune]tea.Cmd{
			'm': screen.SetMouse(true), 'M': screen.SetMouse(false), 't': screen.SetTitle("Šalčininkai"),
			'l': screen.Repaint, 'z': screen.Suspend,
		}}
		term, end := show(t, b, screen.Options{})
		press := func(key string) {
			term.Press(key)
			pass(10 * time.Millisecond)
		}
		base := []int{25, 1004, 1049, 2004}
		press("m")
		if diff := cmp.Diff([]int{25, 1002, 1004, 1006, 1049, 2004}, term.Modes()); diff != "" {
			t.Errorf("mouse on (-want +got):\n%s", diff)
		}
		press("M")
		press("t")
		if diff := cmp.Diff(base, term.Modes()); diff != "" || term.Title() != "Šalčininkai" {
			t.Errorf("title %q, mouse off (-want +got):\n%s", term.Title(), diff)
		}
		_, _ = term.Write([]byte("\x1b[2J"))
		press("l")
		if got := term.Lines()[0]; got != "0 of 40x4" {
			t.Errorf("repainted %q", got)
		}
		press("z") // a terminal that is not local cannot be left
		if diff := cmp.Diff(base, term.Modes()); diff != "" {
			t.Errorf("suspended (-want +got):\n%s", diff)
		}
		quit(t, term, end)
	})
}

func TestTheBackgroundIsSettledBeforeTheFirstFrame(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		answers []string
		after   time.Duration // of each
		drawn   time.Duration // when the first frame is there
		want    []string
	}{
		"dark":               {[]string{"\x1b]11;rgb:0c0c/0c0c/0c0c\x1b\\\x1b[?62;22c"}, 0, 0, []string{"screen.BackgroundMsg{true}"}},
		"light":              {[]string{"\x1b]11;rgb:ff/ff/e0\a\x1b[?1c"}, 0, 0, []string{"screen.BackgroundMsg{false}"}},
		"split":              {[]string{"\x1b]", "11;rgb:ffff/ff", "ff/e0e0\x1b", "\\\x1b[?6", "2c"}, time.Microsecond, 0, []string{"screen.BackgroundMsg{false}"}},
		"no colour":          {[]string{"\x1b[?6c"}, 0, 0, nil},
		"silent":             {nil, 0, 3 * time.Millisecond, nil},
		"late":               {[]string{"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?6c"}, time.Second, 3 * time.Millisecond, []string{"screen.BackgroundMsg{false}"}},
		"nonsense":           {[]string{"\x1b]11;red\x1b\\\x1b[?6c"}, 0, 0, nil},
		"keys among them":    {[]string{"\x1b[A\x1b]11;rgb:0/0/0\x1b\\\x1b[B\x1b[?6c\x1b[C"}, 0, 0, []string{"screen.BackgroundMsg{true}", "up", "down", "right"}},
		"foreground as well": {[]string{"\x1b]10;rgb:0/0/0\x1b\\\x1b]11;rgb:0/0/0\x1b\\"}, 0, 0, []string{"screen.BackgroundMsg{true}"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				b := &board{}
				term := uitest.NewTerm(t, 40, 4)
				term.Silence()
				start := time.Now()
				ask := screen.Options{In: term, Out: term, AskBackground: true, Patience: 3 * time.Millisecond}
				_, end := show(t, b, ask)
				for _, a := range tt.answers {
					pass(tt.after)
					term.Press(a)
					synctest.Wait()
				}
				pass(time.Second)
				if took := b.first.Sub(start).Truncate(time.Millisecond); took != tt.drawn {
					t.Errorf("first frame after %v, want %v", took, tt.drawn)
				}
				if diff := cmp.Diff(tt.want, b.seen); diff != "" {
					t.Errorf("messages (-want +got):\n%s", diff)
				}
				quit(t, term, end)
			})
		})
	}
}

func TestAPasteIsBounded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &board{}
		term, end := show(t, b, screen.Options{})
		term.Paste("jj\x1b]11;rgb:0/0/0\x1b\\jj") // text, and no reply
		term.Paste(strings.Repeat("j", 1<<20))
		term.Press("j")
		pass(time.Second)
		if b.presses != 4+64<<10+1 {
			t.Errorf("%d presses", b.presses)
		}
		quit(t, term, end)
	})
}

// scribbler writes to the runes of the keys that it gets.
type scribbler struct {
	*board
	got []string
}

func (s *scribbler) Update(msg tea.Msg) tea.Cmd {
	key, ok := msg.(tea.KeyMsg)
	if ok {
		s.got = append(s.got, string(key.Runes))
	}
	cmd := s.board.Update(msg)
	for i := range key.Runes {
		key.Runes[i] = '!'
	}
	return cmd
}

func TestAKeyBelongsToTheAppThatGetsIt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &scribbler{board: &board{}}
		term, end := show(t, s, screen.Options{})
		for range 3 {
			term.Press("space")
			pass(time.Millisecond)
		}
		if diff := cmp.Diff([]string{" ", " ", " "}, s.got); diff != "" {
			t.Errorf("keys (-want +got):\n%s", diff)
		}
		quit(t, term, end)
	})
}
