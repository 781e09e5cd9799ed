package ui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/layout"
	"bordertop/ui/screen"
)

// presses takes keys pressed in quick succession, which arrive as one message,
// one by one. A paste stays whole.
func (a *App) presses(msg tea.KeyMsg) tea.Cmd {
	if msg.Type != tea.KeyRunes || msg.Paste || len(msg.Runes) < 2 {
		return a.press(msg)
	}
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		cmds = append(cmds, a.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt}))
	}
	return tea.Batch(cmds...)
}

// press gives a key to what takes keys just now: the palette, the help, a pane
// that is typed into, the app, or the focused pane. ctrl+c always quits.
func (a *App) press(msg tea.KeyMsg) tea.Cmd {
	defer a.agree()
	a.disturb()
	if msg.Type == tea.KeyCtrlC {
		return tea.Quit
	}
	asked := a.asked
	a.hush()
	switch {
	case a.writing.form.IsOpen():
		return a.fill(msg)
	case a.palette.IsOpen():
		return a.command(msg)
	case a.help.open:
		return a.consult(msg)
	case a.panes[a.focus].Typing():
		return a.ask(a.focus, msg)
	}
	if cmd, ok := a.visit(asked, msg); ok {
		return cmd
	}
	if cmd, ok := a.own(msg); ok {
		return cmd
	}
	return a.ask(a.focus, msg)
}

// own does what the app's bindings ask for; not ok where none matches.
func (a *App) own(msg tea.KeyMsg) (tea.Cmd, bool) {
	switch k := a.keys; {
	case key.Matches(msg, k.Quit):
		return tea.Quit, true
	case key.Matches(msg, k.Help):
		a.help.show()
	case key.Matches(msg, k.Palette):
		a.palette.Open("")
	case key.Matches(msg, k.Suspend):
		return screen.Suspend, true
	case key.Matches(msg, k.Mouse):
		return a.toggleMouse(), true
	case key.Matches(msg, k.Reload):
		a.again()
	case key.Matches(msg, k.Mark):
		return a.mark(), true
	case key.Matches(msg, k.Copy):
		return a.quote(), true
	case key.Matches(msg, k.CopyRecord):
		return a.copyRecord("md"), true
	case key.Matches(msg, k.Add):
		return a.pick(), true
	case key.Matches(msg, k.Amend):
		return a.amend(), true
	case key.Matches(msg, k.Acknowledge):
		a.attend(0)
	case key.Matches(msg, k.Snooze):
		a.attend(nap)
	default:
		if cmd, ok := a.wander(msg); ok {
			return cmd, true
		}
		return a.around(msg)
	}
	return nil, true
}

// around does what the bindings ask for that lead from pane to pane; not ok where
// none matches.
func (a *App) around(msg tea.KeyMsg) (tea.Cmd, bool) {
	switch k := a.keys; {
	case key.Matches(msg, k.Back):
		a.leave()
	case key.Matches(msg, k.Next):
		a.turn(1)
	case key.Matches(msg, k.Previous):
		a.turn(-1)
	case key.Matches(msg, k.Zoom):
		a.zoom = !a.zoom
	case key.Matches(msg, k.Panes):
		a.goToPane(layout.Pane(1 + slices.Index(k.Panes.Keys(), msg.String())))
	case a.focus != layout.Incidents && key.Matches(msg, a.elsewhere()...):
		return a.askLog(msg), true
	case a.focus != layout.Detail && key.Matches(msg, a.shared.OpenLink):
		return a.ask(layout.Detail, msg), true
	default:
		return nil, false
	}
	return nil, true
}

// elsewhere lists the keys of the log that the focused pane has no use for.
func (a *App) elsewhere() []key.Binding {
	log := slices.DeleteFunc(a.shared.Log(), func(b key.Binding) bool { // these move the board
		return slices.Equal(b.Keys(), a.shared.DayBack.Keys()) || slices.Equal(b.Keys(), a.shared.DayForward.Keys())
	})
	if a.focus == layout.Detail {
		// There they go through its links.
		log = slices.DeleteFunc(log, func(b key.Binding) bool {
			return slices.Equal(b.Keys(), a.shared.NextMatch.Keys()) || slices.Equal(b.Keys(), a.shared.PreviousMatch.Keys())
		})
	}
	if a.focus == layout.Sources {
		log = slices.DeleteFunc(log, func(b key.Binding) bool { return slices.Equal(b.Keys(), a.shared.Sort.Keys()) })
	}
	return log
}

// toggleMouse takes the mouse, or leaves it to the terminal.
func (a *App) toggleMouse() tea.Cmd {
	a.mouse = !a.mouse
	a.say(a.words.MouseOff)
	if a.mouse {
		a.say(a.words.MouseOn)
	}
	return screen.SetMouse(a.mouse)
}

// named makes the press of a key from its name, as bindings have it.
func named(name string) tea.KeyMsg {
	bare, alt := strings.CutPrefix(name, "alt+")
	for t := tea.KeyType(-128); t < 128; t++ {
		if msg := (tea.KeyMsg{Type: t}); t != tea.KeyRunes && msg.String() == bare {
			msg.Alt = alt
			if t == tea.KeySpace {
				msg.Runes = []rune{' '}
			}
			return msg
		}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(bare), Alt: alt}
}
