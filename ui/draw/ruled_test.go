package draw_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

// hedged are claims that were meant in each way, of which one is selected.
func hedged(g theme.Glyphs) []draw.Series {
	return []draw.Series{
		{Mark: g.SideA, Points: []draw.Point{{X: 4, Y: 1000, Hedge: draw.Around}, {X: 28, Y: 500, Hedge: draw.Below}}},
		{Mark: g.SideB, Points: []draw.Point{{X: 12, Y: 1500, Hedge: draw.Above}, {X: 20, Y: 1250, Low: 500, High: 2000}}},
		{Mark: g.SideC, Points: []draw.Point{{X: 36, Y: 1000, Lit: true}}},
	}
}

func ruled(g theme.Glyphs) draw.PlotStyle {
	return draw.PlotStyle{
		Glyphs: g, Ruled: true, From: 0, To: 40, Margin: 8,
		Label: func(v float64) string { return strconv.Itoa(int(v)) + "!" },
		Ticks: []draw.Tick{{X: 0, Text: "1 Nov"}, {X: 10}, {X: 12, Text: "too near"}, {X: 20, Text: "10 Nov"}, {X: 40, Text: "20 Nov"}, {X: 50, Text: "off"}},
		Flags: []draw.Tick{{X: 28, Text: g.Clash}},
		Runs:  []draw.Run{{From: 0, To: 4, Low: 500, High: 1000, Y: 500}, {From: 30, To: 40, Low: math.NaN(), Y: 1000}, {From: 41, To: 50, Y: 0}},
	}
}

func TestARuledPlotTellsHowNumbersWereMeant(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		log  bool
		h    int
		want []string
	}{
		"linear": {false, 8, []string{
			"       │                                         ",
			" 2000! ┤            ↑       ╎                    ",
			"       │    ╎       ▲       ▲                    ",
			" 1000! ┤····●               ╎         ─────[◆]───",
			"       │────╎               ╎       ●            ",
			"    0! ┤                            ↓            ",
			"       ╰┬─────────┬─┬───────┬───────↯───────────┬",
			"        1 Nov   too near                   20 Nov",
		}},
		"logarithmic": {true, 9, []string{
			"       │                                         ",
			" 2000! ┤            ↑       ╎                    ",
			"       │    ╎       ▲       ▲                    ",
			" 1000! ┤····●               ╎         ─────[◆]───",
			"       │····╎               ╎                    ",
			"  500! ┤─────               ╎       ●            ",
			"       │                            ↓            ",
			"       ╰┬─────────┬─┬───────┬───────↯───────────┬",
			"        1 Nov   too near                   20 Nov",
		}},
		"without room for dates": {false, 3, []string{
			" 2500! ┤    ╎       ▲       ▲                    ",
			"    0! ┤────●               ╎       ● ─────[◆]───",
			"       ╰┬─────────┬─┬───────┬───────↯───────────┬",
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := ruled(theme.Unicode())
			st.Log = tt.log
			got := draw.Plot(hedged(theme.Unicode()), 49, tt.h, st)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("plot (-want +got):\n%s\n%s", diff, strings.Join(got, "\n"))
			}
		})
	}
}

// Labels of a ruled plot say what their rows are, whatever the figures.
func TestLabelsOfARuledPlotAreExact(t *testing.T) {
	t.Parallel()
	for h := 4; h < 30; h++ {
		for _, high := range []float64{1, 7, 12, 99, 250, 1243, 2000, 5000, 98765} {
			st := ruled(theme.ASCII())
			st.Label = func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
			st.Runs, st.Flags, st.Ticks = nil, nil, nil
			lines := draw.Plot([]draw.Series{{Mark: "o", Points: []draw.Point{{X: 1, Y: high}}}}, 40, h, st)
			steps := rowSteps(lines[:len(lines)-1])
			if len(steps) == 0 && h > 4 {
				t.Errorf("%v in %d lines has no label:\n%s", high, h, strings.Join(lines, "\n"))
			}
			for _, step := range steps {
				if math.Abs(step-steps[0]) > 1e-9*step {
					t.Fatalf("%v in %d lines: rows of %v\n%s", high, h, steps, strings.Join(lines, "\n"))
				}
			}
		}
	}
}

// rowSteps are what a row stands for, as each label of a scale from 0 has it.
func rowSteps(rows []string) []float64 {
	var steps []float64
	for row, line := range rows {
		label, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		v, err := strconv.ParseFloat(label, 64)
		if foot := len(rows) - 1 - row; err == nil && foot > 0 {
			steps = append(steps, v/float64(foot))
		}
	}
	return steps
}

func TestUprightBarsStandOverTheirPeriods(t *testing.T) {
	t.Parallel()
	bars := []draw.Upright{
		{Value: 63, Text: "63", Label: "Jan", Era: "2025"},
		{Value: math.NaN(), Label: "Feb", Era: "2025"},
		{Value: 0, Text: "0", Label: "Mar", Era: "2025"},
		{Value: 1, Text: "1", Label: "Apr", Era: "2025"},
		{Value: 31.5, Text: "31*", Label: "Jan", Era: "2026", Lit: true},
	}
	tests := map[string]struct {
		glyphs theme.Glyphs
		w, h   int
		want   []string
	}{
		"all, with what is not known": {theme.Unicode(), 40, 9, []string{
			"  63                                    ",
			" █████                                  ",
			" █████                       [31*]      ",
			" █████                       ▄▄▄▄▄      ",
			" █████                  1    █████      ",
			" █████    ·      0    ▁▁▁▁▁  █████      ",
			"────────────────────────────────────────",
			"  Jan    Feb    Mar    Apr    Jan       ",
			"2025                        2026        ",
		}},
		"those around the selected one": {theme.ASCII(), 15, 6, []string{
			"          [31*]",
			"       1   ### ",
			"  0   ___  ### ",
			"---------------",
			" Mar  Apr  Jan ",
			"2025      2026 ",
		}},
		"without room": {theme.Unicode(), 3, 2, []string{"   ", "   "}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := draw.Uprights(bars, tt.w, tt.h, draw.UprightStyle{Glyphs: tt.glyphs, Unknown: tt.glyphs.Dot})
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("bars (-want +got):\n%s\n%s", diff, strings.Join(got, "\n"))
			}
		})
	}
}

func TestPicturesFillTheirRectangleWhateverTheFigures(t *testing.T) {
	t.Parallel()
	odd := []float64{0, 1, -1, 0.1, 1000, 1e15, -1e15, 1e-300, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()}
	s := styles()
	for _, a := range odd {
		for _, b := range odd {
			series := []draw.Series{{Mark: "国", Style: s.SideA, Points: []draw.Point{
				{X: 1, Y: a, Hedge: draw.Around, Lit: true}, {X: a, Y: b, Hedge: draw.Above}, {X: b, Y: 3, Low: a, High: b, Hedge: draw.Below},
			}}}
			st := draw.PlotStyle{
				Glyphs: s.Glyphs, Ruled: true, Log: a > b, From: a, To: b, Line: s.Muted, Lit: s.Selected,
				Ticks: []draw.Tick{{X: a, Text: "Григоровщина"}, {X: b, Text: "国境"}}, Flags: []draw.Tick{{X: a, Text: "国"}},
				Runs: []draw.Run{{From: a, To: b, Low: a, High: b, Y: b}, {From: b, To: a, Low: b, High: a, Y: a}},
			}
			bars := []draw.Upright{{Value: a, Text: "Григоровщина", Label: "国", Era: "国境"}, {Value: b, Lit: true}}
			for _, size := range [][2]int{{-1, 3}, {0, 0}, {1, 1}, {3, 4}, {9, 2}, {20, 3}, {60, 12}} {
				filled(t, draw.Plot(series, size[0], size[1], st), size[0], size[1])
				filled(t, draw.Uprights(bars, size[0], size[1], draw.UprightStyle{Glyphs: s.Glyphs}), size[0], size[1])
			}
		}
	}
}
