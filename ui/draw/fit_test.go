package draw_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bordertop/ui/draw"
)

const (
	red   = "\x1b[1;31m"
	reset = "\x1b[0m"
	link  = "\x1b]8;;https://vsat.lrv.lt\x1b\\"
	end   = "\x1b]8;;\x1b\\"
)

// texts are the scripts and the traps a line may hold.
func texts() []string {
	return []string{
		"", " ", "Medininkai", "Šalčininkai – Benyakoni", "S\u030calc\u030cininkai", "Григоровщина", "Беняконі Ў",
		"国境検問所", "한국", "☕ kava", "👩‍👩‍👧 šeima", "🇱🇹🇧🇾", "e\u0301\u0302\u0303", "\u0301 first", "▪️", "#️⃣",
		"\u0600", "क्षि", "ｶﾞ", "a\u200db", "a\u00adb", "\u202egnp", "tab\there", "two\nlines", "\x00\x07\x7f\u009b31m", "\xff\xfe", "\xc5",
		red + "CLOSED" + reset + " Šalčininkai", red + "never closed", link + "vsat.lrv.lt" + end, link + "never ended",
		red + link + "both" + end + reset, "\x1b[2Jclear", "\x1b]0;title\x07", "\x1b]8;;\x07", "\x1b[", "\x1b", "\x1b]8;;http", red, reset + "x",
		"\x1b[38:2::1:2:3mcolon" + reset, "日" + red + "本" + reset + "語",
	}
}

// exact fails unless s is w cells and leaves nothing open.
func exact(t *testing.T, s string, w int) {
	t.Helper()
	if got := ansi.StringWidth(s); got != max(w, 0) {
		t.Fatalf("%q is %d cells, want %d", s, got, w)
	}
	if coloured := strings.LastIndex(s, "\x1b["); coloured >= 0 && !strings.HasPrefix(s[coloured:], reset) &&
		!strings.HasPrefix(s[coloured:], "\x1b[m") {
		t.Fatalf("%q leaves a colour on", s)
	}
	if linked := strings.LastIndex(s, "\x1b]8;"); linked >= 0 {
		if _, target, _ := strings.Cut(s[linked+len("\x1b]8;"):], ";"); !strings.HasPrefix(target, "\x1b\\") {
			t.Fatalf("%q leaves a link open", s)
		}
	}
	for _, r := range ansi.Strip(s) {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			t.Fatalf("%q lets the control %U pass", s, r)
		}
	}
}

func TestFitFillsExactly(t *testing.T) {
	t.Parallel()
	for _, s := range texts() {
		for w := -1; w < 40; w++ {
			exact(t, draw.Fit(s, w), w)
			exact(t, draw.FitRight(s, w), w)
			exact(t, draw.FitTail(s, w, "~"), w)
			if got := draw.Width(draw.Cut(s, w)); got > max(w, 0) || got < min(draw.Width(s), w) && got < w-1 {
				t.Errorf("cut of %q to %d is %d cells", s, w, got)
			}
		}
	}
}

func TestFitCutsAndPads(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text string
		w    int
		want string
	}{
		"short text is padded":             {"LT", 4, "LT  "},
		"text that fits stays":             {"Григоровщина", 12, "Григоровщина"},
		"long text ends in an ellipsis":    {"Григоровщина", 7, "Григор…"},
		"one cell is an ellipsis":          {"Medininkai", 1, "…"},
		"no cells is nothing":              {"Medininkai", 0, ""},
		"a wide letter is not split":       {"国境", 3, "国…"},
		"nor is a letter with its mark":    {"c\u030cab", 2, "c\u030c…"},
		"an ellipsis may need a space":     {"国境", 2, "… "},
		"a cut colour is closed":           {red + "CLOSED" + reset, 4, red + "CLO…" + reset},
		"a cut link is closed":             {link + "vsat.lrv.lt" + end, 5, link + "vsat…" + end},
		"so are both":                      {red + link + "vsat" + end + reset, 2, red + link + "v…" + reset + end},
		"a colour before the cut is not":   {red + "ab" + reset + "cdef", 3, red + "ab" + reset + "…"},
		"an open colour ends at the text":  {red + "ab", 4, red + "ab" + reset + "  "},
		"a tab and a line feed are spaces": {"a\tb\nc", 5, "a b c"},
		"other controls are dropped":       {"a\x07\x1b[2Jb", 6, "a[2Jb "},
		"what is not text is seen":         {"a\xffb", 3, "a\uFFFDb"},
		"tags of nothing are dropped":      {"\u0301a", 2, "a "},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := draw.Fit(tt.text, tt.w); got != tt.want {
				t.Errorf("fit of %q to %d = %q, want %q", tt.text, tt.w, got, tt.want)
			}
		})
	}
}

func TestFiguresStandAtTheRight(t *testing.T) {
	t.Parallel()
	if got, want := draw.FitRight("1,100", 8), "   1,100"; got != want {
		t.Errorf("right = %q, want %q", got, want)
	}
	if got, want := draw.FitTail("Medininkai", 4, "~"), "Med~"; got != want {
		t.Errorf("with a tail = %q, want %q", got, want)
	}
	if got, want := draw.FitTail("Šalčia", 4, "....."), "Šalč"; got != want {
		t.Errorf("with a tail that is too long = %q, want %q", got, want)
	}
}

// Every character on its own, and between others, must be measured as the reference measures it.
func TestWidthAgreesWithTheReferenceOnEveryLetter(t *testing.T) {
	t.Parallel()
	for r := rune(0xa0); r <= 0x2fffd; r++ {
		for _, s := range []string{string(r), "a" + string(r) + "b", "Ж" + string(r) + "š"} {
			if got, want := draw.Width(s), ansi.StringWidth(s); got != want && !strings.ContainsRune(draw.Fit(s, 9), '\uFFFD') {
				t.Fatalf("%q (%U) is %d cells, want %d", s, r, got, want)
			}
		}
	}
}

func FuzzFit(f *testing.F) {
	for i, s := range texts() {
		f.Add(s, i)
	}
	f.Fuzz(func(t *testing.T, s string, w int) {
		w %= 200
		exact(t, draw.Fit(s, w), w)
		exact(t, draw.FitRight(s, w), w)
		once := draw.Fit(s, w)
		if again := draw.Fit(once, w); again != once {
			t.Fatalf("fit of %q to %d = %q, and again %q", s, w, once, again)
		}
	})
}

func BenchmarkFitPlainPadded(b *testing.B) {
	for b.Loop() {
		draw.Fit("Medininkai - Kamenny Log", 40)
	}
}

func BenchmarkFitPlainCut(b *testing.B) {
	for b.Loop() {
		draw.Fit("Medininkai - Kamenny Log, trucks and cars", 30)
	}
}

func BenchmarkFitStyledLithuanian(b *testing.B) {
	s := red + "■ UŽDARYTA" + reset + "  Šalčininkai – Benyakoni  nuo spalio 26 d., 15 parų"
	for b.Loop() {
		draw.Fit(s, 70)
	}
}

func BenchmarkFitStyledLithuanianCut(b *testing.B) {
	s := red + "■ UŽDARYTA" + reset + "  Šalčininkai – Benyakoni  nuo spalio 26 d., 15 parų"
	for b.Loop() {
		draw.Fit(s, 40)
	}
}
