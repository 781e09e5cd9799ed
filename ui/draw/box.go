package draw

import (
	"strings"

	"bordertop/ui/theme"
)

// BoxStyle is how a frame looks.
type BoxStyle struct {
	Border, Title theme.Style
	Glyphs        theme.Glyphs
}

// The frame of a box, and the smallest box that has one.
const (
	frame   = 2
	minBoxW = 4
	minBoxH = 3
)

// Inner returns the size of what a box of w by h holds.
func Inner(w, h int) (iw, ih int) {
	if w < minBoxW || h < minBoxH {
		return max(w, 0), max(h, 0)
	}
	return w - frame, h - frame
}

// Box returns body in a frame of exactly w by h with the title in its top rule and the footer in its bottom
// rule; either may be empty. Where a frame does not fit there is only the body.
func Box(title, footer string, body []string, w, h int, st BoxStyle) []string {
	if w < minBoxW || h < minBoxH {
		return Lines(body, w, h)
	}
	iw, ih := Inner(w, h)
	g := st.Glyphs
	side := st.Border.Render(g.Vertical)
	blank := side + pad(iw) + side
	lines := make([]string, 0, h)
	lines = append(lines, topRule(title, iw, st))
	for y := range ih {
		if y < len(body) {
			lines = append(lines, side+FitTail(body[y], iw, g.Ellipsis)+side)
		} else {
			lines = append(lines, blank)
		}
	}
	return append(lines, bottomRule(footer, iw, st))
}

func topRule(title string, w int, st BoxStyle) string {
	g := st.Glyphs
	label, cells := inRule(title, w, g)
	return st.Border.Render(g.TopLeft) + st.Title.Over(label) +
		st.Border.Render(strings.Repeat(g.Horizontal, w-cells)+g.TopRight)
}

func bottomRule(footer string, w int, st BoxStyle) string {
	g := st.Glyphs
	label, cells := inRule(footer, w-1, g)
	if cells == 0 {
		return st.Border.Render(g.BottomLeft + strings.Repeat(g.Horizontal, w) + g.BottomRight)
	}
	return st.Border.Render(g.BottomLeft+strings.Repeat(g.Horizontal, w-1-cells)) + label +
		st.Border.Render(g.Horizontal+g.BottomRight)
}

// inRule returns a label with a space on either side in at most w cells, "" where there is no room.
func inRule(label string, w int, g theme.Glyphs) (string, int) {
	if label == "" || w <= frame {
		return "", 0
	}
	label, cells := cut(label, w-frame, g.Ellipsis)
	return " " + label + " ", cells + frame
}
