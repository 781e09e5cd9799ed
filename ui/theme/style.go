// Package theme turns a palette into the styles and glyphs the panes draw with, each named by what it
// marks. A style is worked out once, when the session starts, so that drawing with it costs nothing.
package theme

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

const reset = "\x1b[0m"

// Style is the pair of escape sequences around a text. The zero Style leaves text as it is.
type Style struct{ open, close string }

// Render returns text in the style. Text is one line; empty text stays empty.
func (s Style) Render(text string) string {
	if text == "" || s.open == "" {
		return text
	}
	return s.open + text + s.close
}

// Over lays the style under text that is already styled in places: what the text says of its own colours
// stays, and the style holds everywhere else. It is how a selected row is drawn.
func (s Style) Over(text string) string {
	if text == "" || s.open == "" {
		return text
	}
	return s.open + strings.ReplaceAll(text, reset, reset+s.open) + s.close
}

// look is what a style says, before a terminal's abilities are known.
type look struct {
	fg, bg                           lipgloss.CompleteColor
	bold, underline, reverse, struck bool
}

// maker makes styles for one renderer.
type maker struct {
	renderer *lipgloss.Renderer
	profile  termenv.Profile // what the session can do, which the renderer may exceed
}

func newMaker(r *lipgloss.Renderer) maker {
	m := maker{renderer: r, profile: r.ColorProfile()}
	if m.profile == termenv.Ascii {
		// NO_COLOR asks for no colour; bold, underline and reverse are still how a reader finds the cursor.
		m.renderer = lipgloss.NewRenderer(io.Discard)
		m.renderer.SetColorProfile(termenv.ANSI)
	}
	return m
}

// tints reports whether a background can be a shade of its own instead of one of sixteen loud colours.
func (m maker) tints() bool {
	return m.profile == termenv.TrueColor || m.profile == termenv.ANSI256
}

func (m maker) style(l look) Style {
	s := m.renderer.NewStyle()
	if m.profile != termenv.Ascii {
		s = s.Foreground(l.fg).Background(l.bg)
	}
	for _, attribute := range []struct {
		on  bool
		set func(bool) lipgloss.Style
	}{
		{l.bold, func(on bool) lipgloss.Style { return s.Bold(on) }},
		{l.underline, func(on bool) lipgloss.Style { return s.Underline(on) }},
		{l.reverse, func(on bool) lipgloss.Style { return s.Reverse(on) }},
		{l.struck, func(on bool) lipgloss.Style { return s.Strikethrough(on) }},
	} {
		if attribute.on {
			s = attribute.set(true)
		}
	}
	open, end, styled := strings.Cut(s.Render("x"), "x")
	if !styled || open == "" {
		return Style{}
	}
	return Style{open: open, close: end}
}
