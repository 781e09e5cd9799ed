package draw_test

import (
	"io"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/google/go-cmp/cmp"
	"github.com/muesli/termenv"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
)

func styles() theme.Styles {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	return theme.New(r, theme.Dark(), theme.Unicode())
}

func columns() []draw.Column {
	return []draw.Column{
		{Min: 12, Priority: 9},
		{Min: 10, Max: 24, Flex: 2, Priority: 8},
		{Min: 6, Flex: 1, Priority: 1},
		{Min: 5, Align: draw.AlignRight, Priority: 1},
	}
}

func TestATableDropsColumnsAndStretchesOthers(t *testing.T) {
	t.Parallel()
	tests := map[int][]int{
		-1: {0, 0, 0, 0}, 0: {0, 0, 0, 0}, 1: {1, 0, 0, 0}, 12: {12, 0, 0, 0}, 23: {12, 0, 0, 0}, 24: {12, 10, 0, 0}, 30: {12, 16, 0, 0},
		31: {12, 17, 0, 0}, 32: {12, 10, 6, 0}, 39: {12, 10, 6, 5}, 45: {12, 14, 8, 5}, 100: {12, 24, 53, 5},
	}
	g := theme.Unicode()
	for w, want := range tests {
		if diff := cmp.Diff(want, draw.NewTable(w, 2, g, columns()...).Widths()); diff != "" {
			t.Errorf("columns in %d cells (-want +got):\n%s", w, diff)
		}
	}
}

func TestRowsFillTheTable(t *testing.T) {
	t.Parallel()
	st := styles()
	for w := -2; w < 120; w++ {
		for gap := -1; gap < 4; gap++ {
			table := draw.NewTable(w, gap, st.Glyphs, columns()...)
			exact(t, table.Row(), w)
			for i := range texts() {
				exact(t, table.Row(texts()[i:]...), w)
			}
			exact(t, draw.NewTable(w, gap, st.Glyphs).Row("a", "b"), w)
		}
	}
	table := draw.NewTable(30, 1, theme.ASCII(), columns()...)
	if got, want := table.Row("# CLOSED", "Medininkai - Kamenny"), "# CLOSED     Medininka~       "; got != want {
		t.Errorf("row = %q, want %q", got, want)
	}
	if got, want := (draw.Table{}).Row("a"), ""; got != want {
		t.Errorf("row of no table = %q", got)
	}
}

func TestABarShowsItsShare(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		share float64
		w     int
		want  string
	}{
		"nothing":              {0, 4, "────"},
		"less than nothing":    {-3, 4, "────"},
		"not a number":         {math.NaN(), 4, "────"},
		"hardly begun":         {0.001, 4, "╸───"},
		"half":                 {0.5, 4, "━━──"},
		"halves":               {0.41, 4, "━╸──"},
		"almost done":          {0.9999, 4, "━━━╸"},
		"done":                 {1, 4, "━━━━"},
		"more than everything": {math.Inf(1), 4, "━━━━"},
		"no room":              {0.5, 0, ""},
		"less than no room":    {0.5, -4, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := draw.Bar(tt.share, tt.w, theme.Style{}, theme.Style{}, theme.Unicode()); got != tt.want {
				t.Errorf("bar of %v = %q, want %q", tt.share, got, tt.want)
			}
		})
	}
	if got, want := draw.Bar(0.41, 10, theme.Style{}, theme.Style{}, theme.ASCII()), "####......"; got != want {
		t.Errorf("bar in ASCII = %q, want %q", got, want)
	}
}

func TestASparklineTellsNothingFromUnknown(t *testing.T) {
	t.Parallel()
	values := []float64{99, 0, 1, math.NaN(), 4, 8, math.Inf(1), -2}
	for w, want := range map[int]string{-1: "", 0: "", 3: "█ ·", 7: "·▂ ▅█ ·", 9: " █·▁ ▁▁ ·"} {
		if got := draw.Spark(values, w, theme.Style{}, theme.Unicode()); got != want {
			t.Errorf("spark in %d cells = %q, want %q", w, got, want)
		}
	}
}

func TestABoxFillsItsRectangle(t *testing.T) {
	t.Parallel()
	s := styles()
	st := draw.BoxStyle{Border: s.Border, Title: s.Title, Glyphs: s.Glyphs}
	for w := -1; w < 30; w++ {
		for h := -1; h < 12; h++ {
			iw, ih := draw.Inner(w, h)
			if iw < 0 || ih < 0 {
				t.Fatalf("inside of %d by %d is %d by %d", w, h, iw, ih)
			}
			for _, title := range texts() {
				filled(t, draw.Box(title, title, texts(), w, h, st), w, h)
			}
		}
	}
	got := draw.Box("1 Crossings", "3 of 8", []string{"■ CLOSED", "Šalčininkai – Benyakoni"}, 22, 5, draw.BoxStyle{Glyphs: s.Glyphs})
	want := []string{
		"╭ 1 Crossings ───────╮",
		"│■ CLOSED            │",
		"│Šalčininkai – Benya…│",
		"│                    │",
		"╰─────────── 3 of 8 ─╯",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("box (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"ab ", "   "}, draw.Box("t", "", []string{"ab"}, 3, 2, st)); diff != "" {
		t.Errorf("a box without room for a frame (-want +got):\n%s", diff)
	}
}

// A whole board of three columns, six panes, every line styled: what one frame costs.
func BenchmarkFrame140x42(b *testing.B) {
	s := styles()
	size := layout.Size{W: 140, H: 42}
	g := s.Glyphs
	for b.Loop() {
		l := layout.Arrange(layout.Plan{Window: size, Grid: layout.Desk(layout.Classify(size)), Frame: 2})
		var pieces []draw.Piece
		for _, p := range l.Panes {
			iw, ih := draw.Inner(p.Rect.W, p.Rect.H)
			table := draw.NewTable(iw, 1, g, columns()...)
			lines := make([]string, ih)
			for i := range lines {
				lines[i] = table.Row(s.Closed.Render(g.Closed+" UŽDARYTA"), "Šalčininkai – Benyakoni", s.Muted.Render("iki lapkričio 30 d."), "15 d")
			}
			pieces = append(pieces, draw.Piece{Rect: p.Rect, Lines: draw.Box("1 Crossings", "", lines, p.Rect.W, p.Rect.H,
				draw.BoxStyle{Border: s.Border, Title: s.Title, Glyphs: g})})
		}
		_ = strings.Join(draw.Compose(size, pieces), "\n")
	}
}
