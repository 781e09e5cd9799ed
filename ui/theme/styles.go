package theme

import "github.com/charmbracelet/lipgloss"

// Styles are the styles and glyphs of one session.
type Styles struct {
	// States of a crossing; each is drawn with its glyph and its word.
	Closed, Restricted, Open, Unknown, Disputed Style
	// Stale marks what rests on old evidence, StateMedia a source that a state controls.
	Stale, StateMedia Style
	// Struck is a value that a correction replaced.
	Struck Style
	// Text in falling order of weight. Figure is a number to be read across the room.
	Title, Heading, Figure, Text, Muted, Faint Style
	// Accent marks what has the focus; Match what a search found.
	Accent, Match Style
	// Frames of panes.
	Border, BorderFocused Style
	// The row under the cursor, in the focused pane and in the others. Lay them with Over.
	Selected, SelectedBlurred Style
	// The line of keys: the key and what it does.
	Key, KeyText Style
	// Messages.
	Warn, Error Style
	// Bars of elapsed time.
	BarFull, BarEmpty Style
	// Severity of an incident, 1 to 4.
	Severity1, Severity2, Severity3, Severity4 Style
	// Who claims a figure: the side that closed, the other side, and everybody else.
	SideA, SideB, SideC Style

	Glyphs Glyphs
}

// Severity returns the style of a severity; what lies outside 1 to 4 is drawn as the nearest.
func (s Styles) Severity(n int) Style {
	switch {
	case n <= 1:
		return s.Severity1
	case n == 2:
		return s.Severity2
	case n == 3:
		return s.Severity3
	default:
		return s.Severity4
	}
}

// New makes the styles of a session, in the colours its renderer can show. Without colours (NO_COLOR) the
// styles still are bold, underlined or reversed; Plain has no escape sequences at all.
func New(r *lipgloss.Renderer, p Palette, g Glyphs) Styles {
	m := newMaker(r)
	ink := func(c lipgloss.CompleteColor) Style { return m.style(look{fg: c}) }
	strong := func(c lipgloss.CompleteColor) Style { return m.style(look{fg: c, bold: true}) }
	bold := strong(p.text)
	selected, blurred := m.selection(p)
	return Styles{
		Closed:          strong(p.Closed),
		Restricted:      strong(p.Restricted),
		Open:            strong(p.Open),
		Unknown:         ink(p.Unknown),
		Disputed:        strong(p.Disputed),
		Stale:           ink(p.Faint),
		StateMedia:      ink(p.Disputed),
		Struck:          m.style(look{fg: p.Faint, struck: true}),
		Title:           bold,
		Heading:         bold,
		Figure:          bold,
		Text:            ink(p.text),
		Muted:           ink(p.Muted),
		Faint:           ink(p.Faint),
		Accent:          ink(p.Accent),
		Match:           m.style(look{fg: p.Accent, bold: true, underline: true}),
		Border:          ink(p.Line),
		BorderFocused:   strong(p.Accent),
		Selected:        selected,
		SelectedBlurred: blurred,
		Key:             strong(p.Accent),
		KeyText:         ink(p.Muted),
		Warn:            ink(p.Restricted),
		Error:           strong(p.Closed),
		BarFull:         ink(p.Muted),
		BarEmpty:        ink(p.Line),
		Severity1:       ink(p.Faint),
		Severity2:       ink(p.Muted),
		Severity3:       ink(p.Restricted),
		Severity4:       strong(p.Closed),
		SideA:           ink(p.SideA),
		SideB:           ink(p.SideB),
		SideC:           ink(p.SideC),
		Glyphs:          g,
	}
}

// Plain returns styles that leave text as it is.
func Plain(g Glyphs) Styles { return Styles{Glyphs: g} }

// selection returns the styles of the row under the cursor. Where a background cannot be a quiet shade, the
// row is reversed, or underlined when its pane has not the focus.
func (m maker) selection(p Palette) (focused, blurred Style) {
	if !m.tints() {
		return m.style(look{reverse: true, bold: true}), m.style(look{underline: true})
	}
	return m.style(look{fg: p.SelectedText, bg: p.Selection, bold: true}),
		m.style(look{fg: p.SelectedText, bg: p.SelectionBlurred})
}
