package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/layout"
)

// formRect is the place of the form: over the bottom line, or over all there is where
// that is too small for panes.
func (a *App) formRect(l layout.Layout) layout.Rect {
	if l.Class == layout.Line {
		return l.Top
	}
	h := a.writing.form.Height(a.window.W, a.window.H-l.Top.H-l.Bottom.H)
	return layout.Rect{Y: a.window.H - l.Bottom.H - h, W: a.window.W, H: h}
}

// formBox draws the form.
func (a *App) formBox(size layout.Size) []string {
	return a.writing.form.View(size, a.styles, a.words)
}

// clickForm gives a click to the form; the wheel goes through its fields.
func (a *App) clickForm(msg tea.MouseMsg) tea.Cmd {
	if by, ok := a.shared.Move(msg, 0); ok {
		a.writing.form.Move(by)
		return nil
	}
	r := a.formRect(a.layout())
	if !pressed(msg) || !r.Contains(msg.X, msg.Y) {
		return nil
	}
	return a.filled(a.writing.form.Click(msg.X, msg.Y-r.Y, r.Size(), a.styles, a.words))
}
