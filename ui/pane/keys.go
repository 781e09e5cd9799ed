package pane

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// Keys are the bindings that panes share.
type Keys struct {
	Up, Down, PageUp, PageDown, HalfUp, HalfDown, Top, Bottom, Open key.Binding
}

// DefaultKeys follow the conventions of less and vi.
func DefaultKeys() Keys {
	bind := func(help, what string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, what))
	}
	return Keys{
		Up:       bind("↑/k", "up", "up", "k"),
		Down:     bind("↓/j", "down", "down", "j"),
		PageUp:   bind("pgup", "page up", "pgup", "b", "ctrl+b"),
		PageDown: bind("pgdn", "page down", "pgdown", "ctrl+f"),
		HalfUp:   bind("ctrl+u", "half a page up", "ctrl+u"),
		HalfDown: bind("ctrl+d", "half a page down", "ctrl+d"),
		Top:      bind("g", "first", "g", "home"),
		Bottom:   bind("G", "last", "G", "end"),
		Open:     bind("enter", "open", "enter"),
	}
}

// Moves lists the bindings that move a cursor or scroll.
func (k Keys) Moves() []key.Binding {
	return []key.Binding{k.Up, k.Down, k.PageUp, k.PageDown, k.HalfUp, k.HalfDown, k.Top, k.Bottom}
}

// Far is a move to one end, whatever the length of the list.
const Far = 1 << 30

// Move tells by how many rows a key or the wheel moves, in a window that shows
// page rows; not ok where it does not move.
func (k Keys) Move(msg tea.Msg, page int) (by int, ok bool) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return k.keyMove(msg, max(page, 1))
	case tea.MouseMsg:
		switch msg.Button { //nolint:exhaustive // only the wheel moves
		case tea.MouseButtonWheelUp:
			return -3, true
		case tea.MouseButtonWheelDown:
			return 3, true
		}
	}
	return 0, false
}

func (k Keys) keyMove(msg tea.KeyMsg, page int) (by int, ok bool) {
	switch {
	case key.Matches(msg, k.Up):
		return -1, true
	case key.Matches(msg, k.Down):
		return 1, true
	case key.Matches(msg, k.PageUp):
		return -page, true
	case key.Matches(msg, k.PageDown):
		return page, true
	case key.Matches(msg, k.HalfUp):
		return -max(page/2, 1), true
	case key.Matches(msg, k.HalfDown):
		return max(page/2, 1), true
	case key.Matches(msg, k.Top):
		return -Far, true
	case key.Matches(msg, k.Bottom):
		return Far, true
	}
	return 0, false
}
