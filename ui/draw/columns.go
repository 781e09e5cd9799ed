package draw

import (
	"math"
	"slices"
	"strings"

	"bordertop/ui/theme"
)

// Upright is a bar that stands on its label.
type Upright struct {
	// Value is from 0; what is not a number is not known, and no bar.
	Value float64
	// Text stands over the bar, Label and Era under it: an era is told once, under the first of its bars.
	Text, Label, Era string
	Style            theme.Style
	Lit              bool
}

// UprightStyle is how upright bars look.
type UprightStyle struct {
	Axis, Label, Lit theme.Style
	Glyphs           theme.Glyphs
	// Unknown stands where there is no value.
	Unknown string
}

const (
	// mostUpright is the width from which a bar is only heavier, not clearer.
	mostUpright = 7
	// underUpright is how many lines stand under the bars: the axis, labels and, where there are any, eras.
	underUpright = 3
)

// Uprights returns w by h cells with bars beside each other, from 0 to the largest value. Where they have no
// room, those around the lit one are drawn. None is so low that it looks like nothing.
func Uprights(bars []Upright, w, h int, st UprightStyle) []string {
	rows := h - underUpright - 1
	if !slices.ContainsFunc(bars, func(b Upright) bool { return b.Era != "" }) {
		rows++
	}
	if w <= 0 || rows < 1 || len(bars) == 0 {
		return Lines(nil, w, h)
	}
	slot := slotWidth(bars, w)
	bars = around(bars, max(w/slot, 1))
	top := 0.0
	for _, b := range bars {
		if usable(b.Value, false) {
			top = max(top, b.Value)
		}
	}
	c := NewCanvas(w, h)
	for x := range w {
		c.Put(x, rows+1, st.Axis, st.Glyphs.Horizontal)
	}
	era := ""
	for i, b := range bars {
		c.upright(i*slot, slot, rows, b, top, st)
		if b.Era != era {
			c.Put(i*slot, rows+3, st.Label, Cut(b.Era, w-i*slot))
			era = b.Era
		}
	}
	return c.Lines(st.Glyphs)
}

// slotWidth is what a bar takes with its text and a gap, and more where there is room.
func slotWidth(bars []Upright, w int) int {
	slot := 3
	for _, b := range bars {
		slot = max(slot, Width(b.Text)+2, Width(b.Label)+1)
		if slot >= w {
			return w
		}
	}
	return max(slot, min(w/len(bars), mostUpright))
}

// around returns at most n of the bars, the lit one among them.
func around(bars []Upright, n int) []Upright {
	if len(bars) <= n {
		return bars
	}
	from := len(bars) - n
	for i, b := range bars {
		if b.Lit {
			from = min(max(i-n/2, 0), from)
			break
		}
	}
	return bars[from : from+n]
}

// upright draws one bar in its slot, over rows lines.
func (c *Canvas) upright(x, slot, rows int, b Upright, top float64, st UprightStyle) {
	text, label := b.Text, b.Style
	if b.Lit {
		text, label = "["+text+"]", st.Lit
	}
	eighths := 0
	switch {
	case !usable(b.Value, false):
		text = st.Unknown
	case b.Value > 0:
		eighths = max(int(math.Round(b.Value/top*float64(rows*8))), 1)
	}
	wide := max(slot-2, 1)
	full, part := eighths/8, eighths%8
	for row := range full {
		c.Put(x+1, rows-row, b.Style, strings.Repeat(st.Glyphs.Levels[7], wide))
	}
	if part > 0 {
		c.Put(x+1, rows-full, b.Style, strings.Repeat(st.Glyphs.Levels[part-1], wide))
		full++
	}
	c.Put(x+1+(wide-Width(text))/2, rows-full, label, text)
	c.Put(x+1+max(wide-Width(b.Label), 0)/2, rows+2, st.Label, Cut(b.Label, slot-1))
}
