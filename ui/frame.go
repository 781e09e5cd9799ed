package ui

import (
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
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
		return draw.Lines([]string{a.topLine(l.Top.W)}, l.Top.W, l.Top.H)
	}
	pieces := make([]draw.Piece, 0, len(l.Panes)+3)
	pieces = append(pieces, draw.Piece{Rect: l.Top, Lines: []string{a.topLine(l.Top.W)}})
	if l.Tabs.H > 0 {
		pieces = append(pieces, draw.Piece{Rect: l.Tabs, Lines: []string{a.tabLine(l.Tabs.W)}})
	}
	for _, p := range l.Panes {
		pieces = append(pieces, draw.Piece{Rect: p.Rect, Lines: a.box(p)})
	}
	pieces = append(pieces, draw.Piece{Rect: l.Bottom, Lines: []string{a.bottomLine(l.Bottom.W)}})
	lines := draw.Compose(a.window, pieces)
	if a.help.open {
		a.overlay(lines, l)
	}
	return lines
}

// overlay draws the help over the panes.
func (a *App) overlay(lines []string, l layout.Layout) {
	body := layout.Size{W: a.window.W, H: a.window.H - l.Top.H - l.Bottom.H}
	copy(lines[l.Top.H:], a.helpBox(body))
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
}

// line lays out segments with two cells between them, those of the right at the
// right edge.
func line(w int, segments []segment) string {
	for len(segments) > 1 && width(segments) > w {
		weakest := 0
		for i, s := range segments {
			if s.priority < segments[weakest].priority {
				weakest = i
			}
		}
		segments = append(segments[:weakest:weakest], segments[weakest+1:]...)
	}
	var left, right []string
	for _, s := range segments {
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

func (a *App) topLine(w int) string {
	st := a.styles
	out := []segment{{text: st.Title.Render("bordertop"), priority: 2}}
	if a.o.Name != "" {
		out = append(out, segment{text: st.Muted.Render(a.o.Name), priority: 4})
	}
	out = append(out, a.clocks(w)...)
	out = append(out, segment{text: a.states(w), priority: 10, right: true})
	if d, ok := a.board.NextDeadline(); ok {
		text := st.Muted.Render(a.words.Next) + " " + a.words.Span(d.Left(a.moment()))
		if w < wordy {
			text = st.Muted.Render(a.words.Next) + " " + a.words.Age(d.Left(a.moment()))
		}
		out = append(out, segment{text: text, priority: 6, right: true})
	}
	if n := a.board.StaleCount(); n > 0 {
		text := st.Stale.Render(strconv.Itoa(n) + " " + a.words.Freshness(model.Stale))
		out = append(out, segment{text: text, priority: 5, right: true})
	}
	return line(w, out)
}

// clocks tell the moment shown in the board's zone and, where there is room, in
// the others, and whether it is the present.
func (a *App) clocks(w int) []segment {
	at := a.moment()
	out := []segment{{text: a.clock(at, w), priority: 9}}
	if !a.live() {
		out = append(out, segment{text: a.styles.Warn.Render(a.words.Replay), priority: 8})
	}
	return out
}

func (a *App) clock(at time.Time, w int) string {
	here := at.In(a.o.Zone)
	if w < wordy {
		return a.words.Date(here, here) + " " + here.Format("15:04")
	}
	var text strings.Builder
	text.WriteString(a.words.Clock(at, a.o.Zone))
	_, offset := here.Zone()
	for i, c := range a.o.Clocks {
		there := at.In(c.Zone)
		_, other := there.Zone()
		switch {
		case i == 0:
			text.WriteString(a.styles.Muted.Render(" " + c.Name))
		case other != offset && w >= roomy:
			text.WriteString(a.styles.Muted.Render(" " + a.styles.Glyphs.Dot + " " + there.Format("15:04") + " " + c.Name))
		}
	}
	return text.String()
}

// roomy is the width from which the top line shows all clocks.
const roomy = 100

// wordy is the width from which the top line has words beside its signs.
const wordy = 72

// states counts the crossings by state, each with its sign and, where there is
// room, its word.
func (a *App) states(w int) string {
	n := a.board.StateCounts()
	g := a.styles.Glyphs
	var parts []string
	add := func(style theme.Style, sign string, count int, word string) {
		if count == 0 {
			return
		}
		text := sign + " " + strconv.Itoa(count)
		if w >= wordy {
			text += " " + strings.ToLower(word)
		}
		parts = append(parts, style.Render(text))
	}
	add(a.styles.Closed, g.Closed, n[model.Closed], a.words.Closed)
	add(a.styles.Restricted, g.Restricted, n[model.Restricted], a.words.Restricted)
	add(a.styles.Open, g.Open, n[model.OpenWithBans], a.words.OpenWithBans)
	add(a.styles.Open, g.Open, n[model.Open], a.words.Open)
	add(a.styles.Unknown, g.Unknown, n[model.Unknown], a.words.Unknown)
	return strings.Join(parts, "  ")
}

// hints are the keys that matter most just now, the way back among them where
// there is one.
func (a *App) hints() []key.Binding {
	var out []key.Binding
	if !a.help.open {
		out = a.panes[a.focus].ShortHelp()
	}
	if a.help.open || a.zoom || a.back != 0 {
		out = append(out, a.keys.Back)
	}
	return append(out, a.keys.ShortHelp()...)
}

func (a *App) bottomLine(w int) string {
	var out []segment
	priority := 20
	for _, b := range a.hints() {
		if b.Enabled() {
			text := a.styles.Key.Render(b.Help().Key) + " " + a.styles.KeyText.Render(b.Help().Desc)
			out = append(out, segment{text: text, priority: priority})
			priority++
		}
	}
	if a.said != "" {
		out = append(out, segment{text: a.styles.Warn.Render(a.said), priority: 100, right: true})
	}
	return line(w, out)
}
