package draw

import (
	"math"
	"strings"

	"bordertop/ui/theme"
)

// Bar returns a bar of w cells of which share, 0 to 1, is full, in halves of a cell. What has begun is
// never drawn as nothing, nor what is not finished as full; a share that is not a number is nothing.
func Bar(share float64, w int, full, empty theme.Style, g theme.Glyphs) string {
	if w <= 0 {
		return ""
	}
	halves := 0
	switch {
	case share >= 1:
		halves = w * 2
	case share > 0:
		halves = min(max(int(math.Round(share*float64(w)*2)), 1), w*2-1)
	}
	filled := strings.Repeat(g.BarFull, halves/2) + strings.Repeat(g.BarHalf, halves%2)
	return full.Render(filled) + empty.Render(strings.Repeat(g.BarEmpty, w-(halves+1)/2))
}

// Spark returns the last w values as a line of w cells, the newest at the right, scaled to the largest. A
// value of nothing is a dot; one that is not a number, or absent, is a space: unknown is not zero.
func Spark(values []float64, w int, st theme.Style, g theme.Glyphs) string {
	if w <= 0 {
		return ""
	}
	values = values[max(len(values)-w, 0):]
	top := 0.0
	for _, v := range values {
		if !math.IsInf(v, 0) && v > top {
			top = v
		}
	}
	var b strings.Builder
	for _, v := range values {
		switch {
		case math.IsNaN(v) || math.IsInf(v, 0):
			b.WriteByte(' ')
		case v <= 0:
			b.WriteString(g.Dot)
		default:
			b.WriteString(g.Levels[min(int(v/top*8), 7)])
		}
	}
	return pad(w-len(values)) + st.Render(b.String())
}
