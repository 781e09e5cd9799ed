package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// help is the list of the keys that work just now, made from the bindings.
type help struct {
	keys *pane.Keys
	open bool
	top  int
}

func (h *help) toggle() { h.open, h.top = !h.open, 0 }

// update scrolls.
func (h *help) update(msg tea.Msg, height int) {
	if by, ok := h.keys.Move(msg, height-4); ok {
		h.top = max(0, min(h.top+by, 100))
	}
}

// keyWidth is that of the column of keys, gutter what parts columns of the help.
const (
	keyWidth = 10
	gutter   = 3
)

// helpBox draws the keys of the focused pane and of the app in a box, and what
// the signs of the board mean, in as many columns as there is room for.
func (a *App) helpBox(size layout.Size) []string {
	focused := a.panes[a.focus]
	own := a.keys.FullHelp()
	blocks := [][]string{
		a.keyBlock(a.name(a.focus), focused.FullHelp()),
		a.keyBlock(a.words.HelpPanes, own[:1]),
		a.keyBlock(a.words.HelpProgram, own[1:]),
		a.signBlock(),
	}
	w, h := draw.Inner(size.W, size.H)
	body := columns(blocks, w-1)
	a.help.top = max(0, min(a.help.top, len(body)-h))
	footer := ""
	if a.help.top+h < len(body) {
		footer = a.styles.Muted.Render(a.styles.Glyphs.Down)
	}
	return draw.Box(a.words.Keys, footer, body[a.help.top:], size.W, size.H, a.focusedStyle())
}

func (a *App) keyBlock(title string, groups [][]key.Binding) []string {
	block := []string{a.styles.Heading.Render(title)}
	for _, g := range groups {
		for _, b := range g {
			if b.Enabled() {
				block = append(block, a.styles.Key.Render(draw.Fit(b.Help().Key, keyWidth))+" "+b.Help().Desc)
			}
		}
	}
	return append(block, "")
}

// signBlock explains the signs.
func (a *App) signBlock() []string {
	st, g, w := a.styles, a.styles.Glyphs, a.words
	block := []string{st.Heading.Render(w.HelpSigns)}
	for _, sign := range []struct {
		style theme.Style
		sign  string
		means string
	}{
		{st.Closed, g.Closed, strings.ToLower(w.Closed)},
		{st.Restricted, g.Restricted, strings.ToLower(w.Restricted)},
		{st.Open, g.Open, strings.ToLower(w.Open)},
		{st.Unknown, g.Unknown, strings.ToLower(w.Unknown)},
		{st.Disputed, g.Disputed, strings.ToLower(w.Disputed)},
		{st.Warn, g.Left, w.DeadlineState(model.BroughtForward)},
		{st.Warn, g.Right, w.DeadlineState(model.Extended)},
		{st.Severity3, strings.Repeat(g.Severity, 3), w.Degree(3)},
		{st.StateMedia, g.StateMedia, w.Page.StateMedia},
	} {
		block = append(block, sign.style.Render(draw.Fit(sign.sign, keyWidth))+" "+sign.means)
	}
	return append(block, "")
}

// columns sets blocks in columns of equal width, each under the shortest.
func columns(blocks [][]string, w int) []string {
	cell := 1
	for _, b := range blocks {
		for _, line := range b {
			cell = max(cell, draw.Width(line)+gutter)
		}
	}
	out := make([][]string, min(max((w+gutter)/cell, 1), len(blocks)))
	height := 0
	for _, b := range blocks {
		at := 0
		for i := range out {
			if len(out[i]) < len(out[at]) {
				at = i
			}
		}
		out[at] = append(out[at], b...)
		height = max(height, len(out[at]))
	}
	for i := range out {
		out[i] = draw.Lines(out[i], cell, height)
	}
	lines := draw.Beside(out...)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}
