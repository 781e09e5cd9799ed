package ui

import (
	"github.com/charmbracelet/bubbles/key"

	"bordertop/config"
	"bordertop/model/lang"
	"bordertop/ui/pane"
)

// Keys are the bindings of the dashboard itself. ctrl+c quits besides.
type Keys struct {
	Quit, Back, Help, Next, Previous, Panes, Zoom, Mouse, Suspend, Reload, Mark, Copy, CopyRecord, Add, Amend, Palette key.Binding
	// Those for alerts.
	Acknowledge, Snooze key.Binding
	// Those that move the board through time.
	StepBack, StepForward, Now, Hindsight, Play, Compare key.Binding
}

// NewKeys binds the keys of a desk; nil is the default. Those of Panes go each to
// the pane of its place among them.
func NewKeys(k config.Keys, w lang.Words) Keys {
	keys := Keys{
		Next:        pane.Bind(k, w, config.Next),
		Previous:    pane.Bind(k, w, config.Previous),
		Panes:       pane.Bind(k, w, config.Panes),
		Zoom:        pane.Bind(k, w, config.Zoom),
		Back:        pane.Bind(k, w, config.Back),
		Mouse:       pane.Bind(k, w, config.Mouse),
		Suspend:     pane.Bind(k, w, config.Suspend),
		Reload:      pane.Bind(k, w, config.Reload),
		Mark:        pane.Bind(k, w, config.Mark),
		Copy:        pane.Bind(k, w, config.Copy),
		CopyRecord:  pane.Bind(k, w, config.CopyRecord),
		Add:         pane.Bind(k, w, config.Add),
		Amend:       pane.Bind(k, w, config.Amend),
		Acknowledge: pane.Bind(k, w, config.Acknowledge),
		Snooze:      pane.Bind(k, w, config.Snooze),
		StepBack:    pane.Bind(k, w, config.StepBack),
		StepForward: pane.Bind(k, w, config.StepForward),
		Now:         pane.Bind(k, w, config.Now),
		Hindsight:   pane.Bind(k, w, config.Hindsight),
		Play:        pane.Bind(k, w, config.Play),
		Compare:     pane.Bind(k, w, config.Compare),
		Palette:     pane.Bind(k, w, config.Palette),
		Help:        pane.Bind(k, w, config.Help),
		Quit:        pane.Bind(k, w, config.Quit),
	}
	if all := k.Of(config.Panes); len(all) > 1 {
		keys.Panes.SetHelp(all[0]+"-"+all[len(all)-1], keys.Panes.Help().Desc)
	}
	return keys
}

// ShortHelp lists what the bottom line shows.
func (k Keys) ShortHelp() []key.Binding {
	return []key.Binding{k.Copy, k.Next, k.Zoom, k.Palette, k.Help, k.Quit}
}

// FullHelp lists all bindings: of panes, of time, and all others.
func (k Keys) FullHelp() [][]key.Binding {
	return [][]key.Binding{
		{k.Next, k.Previous, k.Panes, k.Zoom, k.Back},
		{k.StepBack, k.StepForward, k.Now, k.Hindsight, k.Play, k.Compare},
		{k.Mark, k.Copy, k.CopyRecord, k.Add, k.Amend, k.Acknowledge, k.Snooze, k.Palette, k.Mouse, k.Reload, k.Suspend, k.Help, k.Quit},
	}
}
