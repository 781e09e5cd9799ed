package ui

import "github.com/charmbracelet/bubbles/key"

// Keys are the bindings of the dashboard itself.
type Keys struct {
	Quit, Back, Help, Next, Previous, Panes, Zoom, Mouse, Suspend key.Binding
}

// DefaultKeys follow the conventions of the terminal.
func DefaultKeys() Keys {
	bind := func(help, what string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, what))
	}
	return Keys{
		Next:     bind("tab", "next pane", "tab"),
		Previous: bind("shift+tab", "previous pane", "shift+tab"),
		Panes:    bind("1-6", "go to a pane", "1", "2", "3", "4", "5", "6"),
		Zoom:     bind("z", "zoom", "z"),
		Back:     bind("esc", "back", "esc"),
		Mouse:    bind("m", "mouse on or off", "m"),
		Suspend:  bind("ctrl+z", "suspend", "ctrl+z"),
		Help:     bind("?", "keys", "?"),
		Quit:     bind("q", "quit", "q", "ctrl+c"),
	}
}

// ShortHelp lists what the bottom line shows.
func (k Keys) ShortHelp() []key.Binding {
	return []key.Binding{k.Next, k.Zoom, k.Help, k.Quit}
}

// FullHelp lists all bindings.
func (k Keys) FullHelp() [][]key.Binding {
	return [][]key.Binding{{k.Next, k.Previous, k.Panes, k.Zoom, k.Back}, {k.Mouse, k.Suspend, k.Help, k.Quit}}
}
