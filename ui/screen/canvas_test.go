package screen_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"bordertop/ui/screen"
	"bordertop/ui/uitest"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

// pieces are what random frames are made of.
var pieces = []string{
	" ", "  ", "        ", "a", "b", "open", "closed", "─", "│", "Ж", "ė", "Каменный", "š", "S\u030c", "東", "東京", "국", "🚧", "…",
	"\x1b[m", "\x1b[0m", "\x1b[1m", "\x1b[2;3m", "\x1b[4m", "\x1b[4:3m", "\x1b[7m", "\x1b[9m", "\x1b[22;24m", "\x1b[27m",
	"\x1b[31m", "\x1b[97;44m", "\x1b[39m", "\x1b[49m", "\x1b[38;5;208m", "\x1b[48;5;17m", "\x1b[38;2;1;2;3m", "\x1b[48;2;250;128;0m",
	"\x1b[38:2::9:8:7m", "\x1b[58;5;3m", "\x1b[59m",
	"\x1b]8;id=a1;https://example.lt/a\x1b\\", "\x1b]8;id=7;https://example.lt/b\x1b\\", "\x1b]8;;\x1b\\",
}

// line returns a random line of exactly w cells.
func line(r *rand.Rand, w int) string {
	var b strings.Builder
	for width := 0; width < w; {
		p := pieces[r.IntN(len(pieces))]
		if pw := ansi.StringWidth(p); width+pw <= w {
			b.WriteString(p)
			width += pw
		}
	}
	return b.String() + "\x1b[m\x1b]8;;\x1b\\"
}

// next returns a frame that differs from lines in some of them.
func next(r *rand.Rand, lines []string, w int) {
	for y := range lines {
		switch r.IntN(5) {
		case 0:
			lines[y] = line(r, w)
		case 1:
			lines[y] = strings.Repeat(" ", w)
		case 2:
			// Change a stretch, which may begin or end inside a wide character.
			x, n := r.IntN(w), 1+r.IntN(4)
			left, right := ansi.Truncate(lines[y], x, ""), ansi.TruncateLeft(lines[y], min(x+n, w), "")
			gap := w - ansi.StringWidth(left) - ansi.StringWidth(right)
			if gap >= 0 {
				lines[y] = left + "\x1b[m\x1b]8;;\x1b\\" + line(r, gap) + right
			}
		}
	}
}

// plain draws a frame in the plainest way.
func plain(t *testing.T, term *uitest.Term, lines []string) {
	t.Helper()
	write(t, term, []byte("\x1b[m\x1b[2J"))
	for y, l := range lines {
		write(t, term, fmt.Appendf(nil, "\x1b[%d;1H%s", y+1, l))
	}
}

func write(t *testing.T, term *uitest.Term, b []byte) {
	t.Helper()
	if _, err := term.Write(b); err != nil {
		t.Fatal(err)
	}
}

// compare expects two terminals to show the same, with styles and links.
func compare(t *testing.T, want, got *uitest.Term) {
	t.Helper()
	w, g := want.Cells(), got.Cells()
	for y := range w {
		for x := range w[y] {
			if w[y][x] != g[y][x] {
				t.Fatalf("line %d, column %d: want %+v, got %+v\nwant:\n%s\ngot:\n%s", y+1, x+1, w[y][x], g[y][x], want.Screen(), got.Screen())
			}
		}
	}
}

func TestTheTerminalShowsTheLastFrame(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			play(t, rand.New(rand.NewPCG(seed, 0)), 60)
		})
	}
}

// play draws random frames at random sizes.
func play(t *testing.T, r *rand.Rand, frames int) {
	t.Helper()
	var c screen.Canvas
	var lines []string
	size := screen.Size{}
	term, want := uitest.NewTerm(t, 1, 1), uitest.NewTerm(t, 1, 1)
	for range frames {
		if size.Width == 0 || r.IntN(12) == 0 {
			size = screen.Size{Width: 1 + r.IntN(40), Height: 1 + r.IntN(6)}
			term.Resize(size.Width, size.Height)
			want.Resize(size.Width, size.Height)
			lines = make([]string, size.Height)
			for y := range lines {
				lines[y] = line(r, size.Width)
			}
		}
		next(r, lines, size.Width)
		write(t, term, c.Draw(nil, strings.Join(lines, "\n"), size))
		plain(t, want, lines)
		compare(t, want, term)
	}
}

func FuzzDraw(f *testing.F) {
	f.Add("open", "closed", 10, 2)
	f.Add("\x1b[31m東京\nab", "\x1b[32m東\x1b[2Jx\ncd", 3, 2)
	f.Add("\x1b]8;id=1;https://a.lt\x1b\\a", "\x1b]8;;\x07b\x1b]0;title\x07", 5, 1)
	f.Add("👨‍👩‍👧 ⚠️ 🇱🇹", "\x9b31mx\u009b2J\x1bP$q\x1b\\", 9, 1)
	f.Add("a\u0300\u0300", "\r\b\a\x7f\x00", 4, 1)
	f.Fuzz(func(t *testing.T, first, second string, w, h int) {
		size := screen.Size{Width: 1 + min(max(w, 0), 60), Height: 1 + min(max(h, 0), 8)}
		var c screen.Canvas
		term := uitest.NewTerm(t, size.Width, size.Height)
		write(t, term, []byte("\x1b[?1049h"))
		write(t, term, c.Draw(nil, first, size))
		b := c.Draw(nil, second, size)
		write(t, term, b)
		if again := c.Draw(nil, second, size); len(again) > 0 {
			t.Errorf("the same frame again writes %q", again)
		}
		if modes := term.Modes(); !cmp.Equal(modes, []int{1049}) || term.Title() != "" {
			t.Errorf("the frame has set modes %v, title %q", modes, term.Title())
		}
		// Whatever the frame is, the whole of it and the change to it agree.
		var whole screen.Canvas
		other := uitest.NewTerm(t, size.Width, size.Height)
		write(t, other, whole.Draw(nil, second, size))
		compare(t, other, term)
	})
}

func TestDrawWritesWhatHasChanged(t *testing.T) {
	t.Parallel()
	size := screen.Size{Width: 40, Height: 3}
	const sync, end = "\x1b[?2026h", "\x1b[?2026l"
	for name, tt := range map[string]struct{ first, second, want string }{
		"nothing":          {"one\ntwo\nthree", "one\ntwo\nthree", ""},
		"padding is equal": {"one\ntwo", "one   \ntwo\n", ""},
		"a letter":         {"one\ntwo", "one\ntwx", sync + "\x1b[2;3Hx" + end},
		"two places":       {"a23456789012345b", "A23456789012345B", sync + "\x1b[1HA\x1b[1;16HB" + end},
		"places close by":  {"a2345b", "A2345B", sync + "\x1b[1HA2345B" + end},
		"a shorter line":   {"one and two", "one", sync + "\x1b[1;5H\x1b[K" + end},
		"style alone":      {"open", "\x1b[1;32mopen\x1b[0m", sync + "\x1b[1H\x1b[1;32mopen\x1b[0m" + end},
		"a wide character": {"東京", "x 京", sync + "\x1b[1Hx " + end},
		"same style told otherwise": {
			"\x1b[31m\x1b[1mopen\x1b[0m", "\x1b[0;1;31mopen\x1b[m", "",
		},
		"no link left open": {
			"go", "\x1b]8;id=1f;https://x.lt\x1b\\go",
			sync + "\x1b[1H\x1b]8;id=1f;https://x.lt\x1b\\go\x1b]8;;\x1b\\" + end,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var c screen.Canvas
			c.Draw(nil, tt.first, size)
			if diff := cmp.Diff(tt.want, string(c.Draw(nil, tt.second, size))); diff != "" {
				t.Errorf("bytes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOnlyTextStyleAndLinksReachTheTerminal(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ frame, want string }{
		"too wide and too high": {"abcdefgh\nb\nc\nd", "abcdef\nb\nc"},
		"half a wide character": {"abcde東", "abcde"},
		"clear, title, tab":     {"a\x1b[2Jb\x1b]0;x\x07c\td", "abc d"},
		"controls":              {"a\rb\bc\x00d\u0085e\x7ff", "abcd\uFFFDe"},
		"unterminated title":    {"ab\x1b]0;cd\nef", "ab\nef"},
		"bytes":                 {"a\xffb\x9bc", "a\uFFFDb\uFFFDc"},
		"width in dispute":      {"⚠️x", "\uFFFD x"},
		"clipboard":             {"a\x1b]52;c;cm0gLXJmIH4=\x1b\\b", "ab"},
		"mouse and margins":     {"\x1b[?1003h\x1b[2;3ra", "a"},
		"a link with controls":  {"\x1b]8;;https://x\u009b\x1b\\a", "a"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			size := screen.Size{Width: 6, Height: 3}
			term := uitest.NewTerm(t, size.Width, size.Height)
			var c screen.Canvas
			write(t, term, c.Draw(nil, tt.frame, size))
			if diff := cmp.Diff(tt.want, strings.TrimRight(term.Screen(), "\n")); diff != "" {
				t.Errorf("screen (-want +got):\n%s", diff)
			}
			if len(term.Modes()) > 0 || term.Title() != "" {
				t.Errorf("modes %v, title %q", term.Modes(), term.Title())
			}
		})
	}
}

func TestARepaintCoversWhateverWasThere(t *testing.T) {
	t.Parallel()
	term := uitest.NewTerm(t, 10, 5)
	var c screen.Canvas
	size := screen.Size{Width: 8, Height: 3} // less than the window
	write(t, term, c.Draw(nil, "one\ntwo\nthree", size))
	write(t, term, []byte("\x1b[H"+strings.Repeat("garbage!", 6)))
	c.Invalidate()
	write(t, term, c.Draw(nil, "one\ntwo\nthree", size))
	if diff := cmp.Diff([]string{"one", "two", "three", "", ""}, term.Lines()); diff != "" {
		t.Errorf("screen (-want +got):\n%s", diff)
	}
}

func BenchmarkDraw(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	size := screen.Size{Width: 120, Height: 40}
	frames := make([]string, 2)
	for i := range frames {
		lines := make([]string, size.Height)
		for y := range lines {
			lines[y] = fmt.Sprintf("\x1b[3%dm│\x1b[m %-10d \x1b[1mКаменный Лог\x1b[m %s", y%8, r.IntN(1e9), strings.Repeat("queue of trucks ", 5))
		}
		frames[i] = strings.Join(lines, "\n")
	}
	var c screen.Canvas
	var buf []byte
	for i := 0; b.Loop(); i++ {
		buf = c.Draw(buf[:0], frames[i%2], size)
	}
}
