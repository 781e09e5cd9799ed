package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
)

// inner is the room of a pane within its frame.
func (a *App) inner(p layout.Pane) layout.Size {
	for _, placed := range a.layout().Panes {
		if placed.Pane == p {
			w, h := draw.Inner(placed.Rect.W, placed.Rect.H)
			return layout.Size{W: w, H: h}
		}
	}
	return a.window
}

// pointed gives a click or the wheel to the pane below it.
func (a *App) pointed(msg tea.MouseMsg) tea.Cmd {
	if a.help.open {
		a.help.update(msg, a.window.H)
		return nil
	}
	l := a.layout()
	if p, ok := a.tabAt(l, msg.X, msg.Y); ok && msg.Action == tea.MouseActionPress {
		a.turnTo(p)
		return nil
	}
	for _, placed := range l.Panes {
		if !placed.Rect.Contains(msg.X, msg.Y) {
			continue
		}
		if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft && placed.Pane != a.focus {
			a.turnTo(placed.Pane)
		}
		w, _ := draw.Inner(placed.Rect.W, placed.Rect.H)
		frame := (placed.Rect.W - w) / 2
		msg.X -= placed.Rect.X + frame
		msg.Y -= placed.Rect.Y + frame
		return a.ask(placed.Pane, msg)
	}
	return nil
}
