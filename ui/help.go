package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// help is the list of the keys that work just now, made from the bindings.
type help struct {
	keys pane.Keys
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

// helpBox draws the keys of the app and of the focused pane in a box.
func (a *App) helpBox(size layout.Size) []string {
	var body []string
	add := func(title string, groups [][]key.Binding) {
		body = append(body, a.styles.Heading.Render(title))
		for _, g := range groups {
			for _, b := range g {
				if b.Enabled() {
					body = append(body, "  "+a.styles.Key.Render(draw.Fit(b.Help().Key, 12))+" "+b.Help().Desc)
				}
			}
		}
		body = append(body, "")
	}
	add(a.words.Keys, a.keys.FullHelp())
	focused := a.panes[a.focus]
	add(focused.Title(a.scene(a.focus, size)), focused.FullHelp())
	_, h := draw.Inner(size.W, size.H)
	a.help.top = max(0, min(a.help.top, len(body)-h))
	return draw.Box(a.words.Keys, "", body[a.help.top:], size.W, size.H, a.focusedStyle())
}
