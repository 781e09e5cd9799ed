package draw_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

// claims are the kinds of claim a plot shows: plain, a range, "over", "under", and on one spot.
func claims(g theme.Glyphs) []draw.Series {
	return []draw.Series{
		{Mark: g.SideA, Points: []draw.Point{{X: 1, Y: 1000}, {X: 5, Y: 1100, Low: 800, High: 1100}}},
		{Mark: g.SideB, Points: []draw.Point{{X: 5, Y: 5000}, {X: 5, Y: 800}, {X: 3, Y: 900, Low: math.Inf(-1), High: 900}}},
		{Mark: g.SideC, Points: []draw.Point{{X: 9, Y: 2000, Low: 2000, High: math.Inf(1)}}},
	}
}

func TestAPlotPlacesClaims(t *testing.T) {
	t.Parallel()
	g := theme.Unicode()
	tests := map[string]struct {
		style draw.PlotStyle
		h     int
		want  []string
	}{
		"logarithmic, with dates": {draw.PlotStyle{Glyphs: g, Log: true, Left: "26 Oct", Right: "11 Nov"}, 8, []string{
			" 5k ┤             ▲            ↑",
			"    │                          ╎",
			" 2k ┤                          ◆",
			"    │                           ",
			" 1k ┤●      ▲     ●             ",
			"    │       ╎     ▲             ",
			"500 ┤       ↓                   ",
			"     26 Oct               11 Nov",
		}},
		"linear, from nothing": {draw.PlotStyle{Glyphs: g}, 6, []string{
			"   │              ▲            ↑",
			"4k ┤                           ╎",
			"   │                           ╎",
			"2k ┤                           ◆",
			"   │●      ▲      ●▲            ",
			" 0 ┤       ↓                    ",
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := draw.Plot(claims(g), 32, tt.h, tt.style)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("plot (-want +got):\n%s\n%s", diff, strings.Join(got, "\n"))
			}
		})
	}
}

func TestAPlotLeavesOutWhatIsOutsideItsTime(t *testing.T) {
	t.Parallel()
	g := theme.ASCII()
	got := draw.Plot(claims(g), 20, 5, draw.PlotStyle{Glyphs: g, Log: true, From: 0, To: 2})
	if marks := strings.Count(strings.Join(got, ""), "o"); marks != 1 {
		t.Errorf("%d marks, want 1:\n%s", marks, strings.Join(got, "\n"))
	}
}

func TestAPlotFillsItsRectangleWhateverTheFigures(t *testing.T) {
	t.Parallel()
	odd := []float64{0, 1, -1, 0.1, 7, 1000, 1e15, -1e15, 1e-300, math.MaxFloat64, -math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()}
	s := styles()
	for _, a := range odd {
		for _, b := range odd {
			for _, log := range []bool{true, false} {
				series := []draw.Series{{Mark: s.Glyphs.SideA, Style: s.SideA, Points: []draw.Point{
					{X: 1, Y: a}, {X: a, Y: b}, {X: b, Y: 3, Low: a, High: b},
				}}, {Mark: "国"}, {}}
				st := draw.PlotStyle{Axis: s.Faint, Glyphs: s.Glyphs, Log: log, Left: "spalis", Right: "Григоровщина", From: a, To: b}
				for _, size := range [][2]int{{-1, 3}, {0, 0}, {1, 1}, {3, 4}, {9, 2}, {20, 3}, {60, 12}} {
					filled(t, draw.Plot(series, size[0], size[1], st), size[0], size[1])
				}
			}
		}
	}
}

func TestFiguresAreCompact(t *testing.T) {
	t.Parallel()
	for v, want := range map[float64]string{
		0: "0", 1: "1", 0.5: "0.5", 800: "800", 999: "999", 1000: "1k", 2500: "2.5k", -5000: "-5k", 3e6: "3M", 2e9: "2G",
	} {
		if got := draw.Compact(v); got != want {
			t.Errorf("%v = %q, want %q", v, got, want)
		}
	}
}

func TestACanvasDrawsDots(t *testing.T) {
	t.Parallel()
	for i, want := range []string{"⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"} {
		c := draw.NewCanvas(1, 1)
		c.Set(i%2, i/2)
		if got := c.Lines(theme.Unicode(), theme.Style{})[0]; got != want {
			t.Errorf("dot %d = %q, want %q", i, got, want)
		}
	}
	c := draw.NewCanvas(8, 2)
	c.Line(-1e12, -1e12, 1e12, 1e12)
	c.Line(0, 7, 15, 7)
	c.Line(0, -1, 15, -1)
	c.Line(math.NaN(), 0, 1, 1)
	c.Line(0, 0, math.Inf(1), 1)
	c.Line(12, 2, 12, 2)
	for _, p := range [][2]int{{-1, 0}, {0, -1}, {16, 0}, {0, 8}} {
		c.Set(p[0], p[1])
	}
	if diff := cmp.Diff([]string{"⠑⢄    ⠄ ", "⣀⣀⣑⣄⣀⣀⣀⣀"}, c.Lines(theme.Unicode(), theme.Style{})); diff != "" {
		t.Errorf("canvas (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"'.    . ", "..:....."}, c.Lines(theme.ASCII(), theme.Style{})); diff != "" {
		t.Errorf("canvas in ASCII (-want +got):\n%s", diff)
	}
}

func TestLabelsDoNotOverlap(t *testing.T) {
	t.Parallel()
	c := draw.NewCanvas(10, 2)
	tests := []struct {
		x, y int
		text string
		want bool
	}{
		{3, 0, "Lida", true},
		{0, 0, "abcd", false},
		{0, 0, "abc", true},
		{6, 0, "x", false},
		{7, 0, "Vilnius", true},
		{3, 0, "x", false},
		{-1, 1, "x", false},
		{0, 2, "x", false},
		{10, 1, "x", false},
		{2, 1, "", false},
		{9, 1, "国", false},
		{8, 1, "国", true},
	}
	for _, tt := range tests {
		if got := c.Put(tt.x, tt.y, theme.Style{}, tt.text); got != tt.want {
			t.Errorf("put %q at %d,%d = %v", tt.text, tt.x, tt.y, got)
		}
	}
	if diff := cmp.Diff([]string{"abcLidaVil", "        国"}, c.Lines(theme.Unicode(), theme.Style{})); diff != "" {
		t.Errorf("canvas (-want +got):\n%s", diff)
	}
}

func TestACanvasFillsItsRectangle(t *testing.T) {
	t.Parallel()
	s := styles()
	for w := -1; w < 20; w++ {
		for h := -1; h < 8; h++ {
			c := draw.NewCanvas(w, h)
			c.Line(-3, 5, 90, 17)
			c.Put(2, 1, s.Closed, "Šalčininkai")
			filled(t, c.Lines(s.Glyphs, s.Border), w, h)
		}
	}
}
