package draw_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
)

func TestWrapBreaksBetweenWords(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text string
		w    int
		want []string
	}{
		"nothing":                         {"", 9, nil},
		"no room":                         {"word", 0, nil},
		"words":                           {"the foreign minister answered", 12, []string{"the foreign", "minister", "answered"}},
		"a word that just fits":           {"ab cd", 5, []string{"ab cd"}},
		"line feeds are kept":             {"a\n\nb", 9, []string{"a", "", "b"}},
		"runs of spaces are not":          {"  a   b ", 9, []string{"a b"}},
		"a long word is broken":           {"so Григоровщина is", 5, []string{"so", "Григо", "ровщи", "на is"}},
		"a space that may not break":      {"30\u00a0Nov 24:00", 7, []string{"30\u00a0Nov", "24:00"}},
		"a letter keeps its mark":         {"c\u030cc\u030c", 1, []string{"c\u030c", "c\u030c"}},
		"a letter wider than the line":    {"国a", 1, []string{"…", "a"}},
		"wide letters break between them": {"国境検問所", 5, []string{"国境", "検問", "所"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, draw.Wrap(tt.text, tt.w)); diff != "" {
				t.Errorf("wrap of %q to %d (-want +got):\n%s", tt.text, tt.w, diff)
			}
		})
	}
}

// A field may hold 64 KiB without a space, and a frame draws many fields.
func TestWrapOfAnEndlessWordTakesTimeThatGrowsWithIt(t *testing.T) {
	t.Parallel()
	lines := draw.Wrap(strings.Repeat("š", 2<<20), 2) // minutes, if each line measured what is left
	if len(lines) != 1<<20 || lines[1<<20-1] != "šš" {
		t.Errorf("%d lines, the last is %q", len(lines), lines[len(lines)-1])
	}
}

func FuzzWrap(f *testing.F) {
	for i, s := range texts() {
		f.Add(s, i)
	}
	f.Add("the foreign minister answered\nthat Lukashenko does not set the rules", 12)
	spaces := strings.NewReplacer(" ", "", "\t", "", "\n", "", "\r", "")
	f.Fuzz(func(t *testing.T, s string, w int) {
		w = 2 + int(uint(w)%80)
		lines := draw.Wrap(s, w)
		var letters strings.Builder
		for _, line := range lines {
			if draw.Width(line) > w {
				t.Fatalf("wrap of %q to %d: %q is too wide", s, w, line)
			}
			letters.WriteString(spaces.Replace(unlinked(line)))
		}
		if want := spaces.Replace(unlinked(s)); letters.String() != want {
			t.Fatalf("wrap of %q to %d = %q loses or adds letters", s, w, lines)
		}
	})
}

func TestLinesFillTheirRectangle(t *testing.T) {
	t.Parallel()
	for w := -1; w < 30; w++ {
		for h := -1; h < 50; h++ {
			lines := draw.Lines(texts(), w, h)
			filled(t, lines, w, h)
			if got := draw.Block(texts(), w, h); got != strings.Join(lines, "\n") {
				t.Fatalf("block of %d by %d is not its lines", w, h)
			}
		}
	}
}

// filled fails unless lines are h lines of w cells.
func filled(t *testing.T, lines []string, w, h int) {
	t.Helper()
	if len(lines) != max(h, 0) {
		t.Fatalf("%d by %d: %d lines", w, h, len(lines))
	}
	for _, line := range lines {
		exact(t, line, w)
	}
}

func TestColumnsStandBesideEachOther(t *testing.T) {
	t.Parallel()
	got := draw.Beside([]string{"ab", "cd"}, []string{"1", "2"}, []string{"x", "y"})
	if diff := cmp.Diff([]string{"ab1x", "cd2y"}, got); diff != "" {
		t.Errorf("beside (-want +got):\n%s", diff)
	}
	if got := draw.Beside(); got != nil {
		t.Errorf("no columns = %q", got)
	}
}

func TestComposePutsPiecesInTheirPlaces(t *testing.T) {
	t.Parallel()
	got := draw.Compose(layout.Size{W: 5, H: 3}, []draw.Piece{
		{Rect: layout.Rect{X: 3, Y: 0, W: 2, H: 2}, Lines: []string{"cd", "ef"}},
		{Rect: layout.Rect{X: 0, Y: 0, W: 2, H: 1}, Lines: []string{"ab"}},
		{Rect: layout.Rect{X: 1, Y: 2, W: 1, H: 1}, Lines: []string{"g"}},
		{Rect: layout.Rect{X: 0, Y: 1, W: 0, H: 1}, Lines: []string{""}},
	})
	if diff := cmp.Diff([]string{"ab cd", "   ef", " g   "}, got); diff != "" {
		t.Errorf("frame (-want +got):\n%s", diff)
	}
	if got := draw.Compose(layout.Size{W: -1, H: -1}, nil); len(got) != 0 {
		t.Errorf("a frame of nothing = %q", got)
	}
}

func TestEveryArrangementComposesToTheWholeWindow(t *testing.T) {
	t.Parallel()
	for w := 0; w < 180; w += 7 {
		for h := range 60 {
			size := layout.Size{W: w, H: h}
			l := layout.Arrange(layout.Plan{Window: size, Grid: layout.Desk(layout.Classify(size)), Focused: 1, Strip: 1})
			var pieces []draw.Piece
			for _, r := range []layout.Rect{l.Top, l.Tabs, l.Strip, l.Bottom} {
				pieces = append(pieces, draw.Piece{Rect: r, Lines: draw.Lines(texts(), r.W, r.H)})
			}
			for _, p := range l.Panes {
				lines := draw.Box("title", "", texts(), p.Rect.W, p.Rect.H, draw.BoxStyle{Glyphs: theme.Unicode()})
				pieces = append(pieces, draw.Piece{Rect: p.Rect, Lines: lines})
			}
			filled(t, draw.Compose(size, pieces), w, h)
		}
	}
}
