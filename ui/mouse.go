package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// double is the longest time between the two presses of a double click.
const double = 400 * time.Millisecond

// click is a press of the left button.
type click struct {
	x, y int
	at   time.Time
}

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

// pressed tells whether the left button went down.
func pressed(msg tea.MouseMsg) bool {
	return msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft
}

// pointed gives a click or the wheel to what is below it.
func (a *App) pointed(msg tea.MouseMsg) tea.Cmd {
	twice := a.clicks(msg)
	if pressed(msg) {
		// Hints stand where they are until the message beside them is gone.
		cmd, ok := a.hit(msg)
		if ok {
			return cmd
		}
		a.hush()
	}
	switch {
	case a.writing.form.IsOpen():
		return a.clickForm(msg)
	case a.palette.IsOpen():
		return a.clickPalette(msg)
	case a.help.open:
		return a.clickHelp(msg)
	}
	l := a.layout()
	for _, placed := range l.Panes {
		if placed.Rect.Contains(msg.X, msg.Y) {
			return a.clickPane(placed, msg, twice)
		}
	}
	if l.Strip.Contains(msg.X, msg.Y) {
		a.clickStrip(l.Strip, msg)
	}
	return nil
}

// clickStrip gives a click or the wheel to the strip, in its own cells.
func (a *App) clickStrip(r layout.Rect, msg tea.MouseMsg) {
	msg.X -= r.X
	msg.Y -= r.Y
	intent := a.strip.Update(a.scene(layout.Timeline, r.Size()), msg)
	a.stripped = drawn{}
	a.do(layout.Timeline, intent)
}

// clicks takes a press down, and tells how many there were by now on the same
// cell in quick succession.
func (a *App) clicks(msg tea.MouseMsg) int {
	if !pressed(msg) {
		return 0
	}
	last := a.clicked
	a.clicked = click{msg.X, msg.Y, a.now}
	if last.x == msg.X && last.y == msg.Y && a.now.Sub(last.at) <= double {
		a.clicked = click{x: -1} // a third press begins anew
		return 2
	}
	return 1
}

// hit takes away the message, presses the hint or turns to the tab at a cell; not
// ok where there is none.
func (a *App) hit(msg tea.MouseMsg) (cmd tea.Cmd, ok bool) {
	l := a.layout()
	if n := len(a.over(a.window.H)); l.Class != layout.Line && msg.Y >= a.window.H-n && n > 0 {
		a.hush()
		return nil, true
	}
	if msg.Y == l.Bottom.Y && l.Bottom.H > 0 {
		return a.hintAt(msg.X)
	}
	if p, ok := a.tabAt(l, msg.X, msg.Y); ok && !a.palette.IsOpen() && !a.help.open && !a.writing.form.IsOpen() {
		a.hush()
		a.turnTo(p)
		return nil, true
	}
	return nil, false
}

// clickPane gives a click or the wheel to a pane, in its own cells. The wheel
// leaves the focus where it is.
func (a *App) clickPane(p layout.Placement, msg tea.MouseMsg, presses int) tea.Cmd {
	if pressed(msg) && p.Pane != a.focus {
		a.turnTo(p.Pane)
	}
	if presses == 2 {
		return a.ask(p.Pane, pane.OpenMsg{})
	}
	w, _ := draw.Inner(p.Rect.W, p.Rect.H)
	frame := (p.Rect.W - w) / 2
	msg.X -= p.Rect.X + frame
	msg.Y -= p.Rect.Y + frame
	return a.ask(p.Pane, msg)
}
