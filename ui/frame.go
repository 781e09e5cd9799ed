package ui

import (
	"strings"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
)

// View draws the frame.
func (a *App) View() string {
	lines := a.frame()
	if a.config.ASCII {
		for i := range lines {
			lines[i] = draw.ASCII(lines[i])
		}
	}
	return strings.Join(lines, "\n")
}

// frame is the lines of the frame, in Unicode.
func (a *App) frame() []string {
	l := a.layout()
	if l.Class == layout.Line {
		return a.tiny(l.Top.Size())
	}
	pieces := make([]draw.Piece, 0, len(l.Panes)+3)
	pieces = append(pieces, draw.Piece{Rect: l.Top, Lines: []string{a.topLine(l.Top.W)}})
	if l.Tabs.H > 0 {
		pieces = append(pieces, draw.Piece{Rect: l.Tabs, Lines: []string{a.tabLine(l.Tabs.W)}})
	}
	for _, p := range l.Panes {
		pieces = append(pieces, draw.Piece{Rect: p.Rect, Lines: a.box(p)})
	}
	if l.Strip.H > 0 {
		pieces = append(pieces, draw.Piece{Rect: l.Strip, Lines: a.stripLines(l.Strip.Size())})
	}
	pieces = append(pieces, draw.Piece{Rect: l.Bottom, Lines: []string{a.bottomLine(l.Bottom.W)}})
	lines := draw.Compose(a.window, pieces)
	a.overlay(lines, l)
	return lines
}

// overlay draws the help or the palette over the panes, and over everything a
// message that is longer than the bottom line.
func (a *App) overlay(lines []string, l layout.Layout) {
	if a.help.open {
		r := a.helpRect(l)
		copy(lines[r.Y:], a.helpBox(r.Size()))
	}
	if a.palette.IsOpen() {
		r := a.paletteRect(l)
		copy(lines[r.Y:], a.paletteBox(r.Size()))
	}
	if a.writing.form.IsOpen() {
		r := a.formRect(l)
		copy(lines[r.Y:], a.formBox(r.Size()))
	}
	said := a.over(len(lines))
	copy(lines[len(lines)-len(said):], said)
}

// tiny is a frame too small for panes: a line of status and below it, or instead,
// what is said; or else the palette or the help.
func (a *App) tiny(size layout.Size) []string {
	lines := append([]string{a.topLine(size.W)}, a.message(size.W, max(size.H-1, 1))...)
	switch {
	case a.writing.form.IsOpen():
		lines = a.formBox(size)
	case a.palette.IsOpen():
		lines = a.paletteBox(size)
	case a.help.open:
		lines = a.helpBox(size)
	case len(lines) > size.H:
		lines = lines[len(lines)-size.H:]
	}
	return draw.Lines(lines, size.W, size.H)
}

// boxStyle is how the frame of a pane looks.
func (a *App) boxStyle() draw.BoxStyle {
	return draw.BoxStyle{Border: a.styles.Border, Title: a.styles.Heading, Glyphs: a.styles.Glyphs}
}

// focusedStyle is how the frame of the focused pane looks.
func (a *App) focusedStyle() draw.BoxStyle {
	return draw.BoxStyle{Border: a.styles.BorderFocused, Title: a.styles.Accent, Glyphs: a.styles.Glyphs}
}

// segment is a part of the top or the bottom line; the least important goes
// first where the line is short.
type segment struct {
	text     string
	priority int
	right    bool
	press    string // the key that a click on it presses
}

// kept leaves out segments until the others fit, one at least.
func kept(w int, segments []segment) []segment {
	for len(segments) > 1 && width(segments) > w {
		weakest := 0
		for i, s := range segments {
			if s.priority < segments[weakest].priority {
				weakest = i
			}
		}
		segments = append(segments[:weakest:weakest], segments[weakest+1:]...)
	}
	return segments
}

// line lays out segments with two cells between them, those of the right at the
// right edge.
func line(w int, segments []segment) string {
	var left, right []string
	for _, s := range kept(w, segments) {
		if s.right {
			right = append(right, s.text)
		} else {
			left = append(left, s.text)
		}
	}
	end := strings.Join(right, "  ")
	if end != "" {
		end += " "
	}
	return draw.Fit(" "+strings.Join(left, "  "), w-draw.Width(end)) + draw.Fit(end, min(w, draw.Width(end)))
}

func width(segments []segment) int {
	w := 0
	for _, s := range segments {
		w += draw.Width(s.text) + 2
	}
	return w
}
