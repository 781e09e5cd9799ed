package ui

import (
	"github.com/charmbracelet/bubbles/key"

	"bordertop/config"
	"bordertop/ui/pane"
)

// Keys are the bindings of the dashboard itself. ctrl+c quits besides.
type Keys struct {
	Quit, Back, Help, Next, Previous, Panes, Zoom, Mouse, Suspend key.Binding
}

// NewKeys binds the keys of a desk; nil is the default. Those of Panes go each to
// the pane of its place among them.
func NewKeys(k config.Keys) Keys {
	keys := Keys{
		Next:     pane.Bind(k, config.Next, "next pane"),
		Previous: pane.Bind(k, config.Previous, "previous pane"),
		Panes:    pane.Bind(k, config.Panes, "go to a pane"),
		Zoom:     pane.Bind(k, config.Zoom, "zoom"),
		Back:     pane.Bind(k, config.Back, "back"),
		Mouse:    pane.Bind(k, config.Mouse, "mouse on or off"),
		Suspend:  pane.Bind(k, config.Suspend, "suspend"),
		Help:     pane.Bind(k, config.Help, "keys"),
		Quit:     pane.Bind(k, config.Quit, "quit"),
	}
	if all := k.Of(config.Panes); len(all) > 1 {
		keys.Panes.SetHelp(all[0]+"-"+all[len(all)-1], keys.Panes.Help().Desc)
	}
	return keys
}

// ShortHelp lists what the bottom line shows.
func (k Keys) ShortHelp() []key.Binding {
	return []key.Binding{k.Next, k.Zoom, k.Help, k.Quit}
}

// FullHelp lists all bindings.
func (k Keys) FullHelp() [][]key.Binding {
	return [][]key.Binding{{k.Next, k.Previous, k.Panes, k.Zoom, k.Back}, {k.Mouse, k.Suspend, k.Help, k.Quit}}
}
