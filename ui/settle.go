package ui

import (
	"cmp"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"bordertop/config"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/query"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
	"bordertop/ui/theme"
)

// changeMsg brings other settings, or why they cannot be had.
type changeMsg config.Change

// indexMsg brings the text of the log's events.
type indexMsg struct{ index *query.Index }

// await waits for other settings.
func (a *App) await() tea.Cmd {
	changes := a.o.Changes
	if changes == nil {
		return nil
	}
	return func() tea.Msg {
		c, ok := <-changes
		if !ok {
			return nil
		}
		return changeMsg(c)
	}
}

// read folds the text of the log for search.
func (a *App) read() tea.Cmd {
	log := a.log
	return func() tea.Msg { return indexMsg{query.NewIndex(log)} }
}

// reconfigured takes other settings, or says why those in force stay.
func (a *App) reconfigured(msg changeMsg) tea.Cmd {
	if msg.Err != nil {
		a.said = clean.Err(msg.Err)
		return a.await()
	}
	mouse := a.config.Mouse
	a.settle(msg.Config)
	a.log = a.log.WithRules(msg.Config.Rules())
	a.fold()
	a.said = a.words.Frame.Reconfigured
	cmds := []tea.Cmd{a.await()}
	if a.config.Mouse != mouse {
		a.mouse = a.config.Mouse
		cmds = append(cmds, screen.SetMouse(a.mouse))
	}
	return tea.Batch(cmds...)
}

// settle makes what follows from the settings. What was selected and read stays.
func (a *App) settle(c config.Config) {
	c.Preset, c.Theme = cmp.Or(c.Preset, config.Desk), cmp.Or(c.Theme, config.Auto)
	a.config = c
	a.words = lang.Of(c.Language)
	a.keys, a.shared = NewKeys(c.Keys, a.words), pane.NewKeys(c.Keys, a.words)
	a.dark = c.Theme == config.Dark || c.Theme == config.Auto && a.night
	a.dress()
}

// links tells whether web addresses can be clicked.
func (a *App) links() bool {
	switch a.config.Links {
	case config.LinksOn:
		return true
	case config.LinksOff:
		return false
	case config.AutoLinks:
	}
	return a.o.Links
}

// dress makes the styles for the terminal's colours and background.
func (a *App) dress() {
	r := lipgloss.NewRenderer(nil)
	r.SetColorProfile(a.o.Colours.profile())
	r.SetHasDarkBackground(a.dark)
	palette, glyphs := theme.Light(), theme.Unicode()
	if a.dark {
		palette = theme.Dark()
	}
	if a.config.ASCII {
		glyphs = theme.ASCII()
	}
	a.styles = theme.New(r, palette, glyphs)
	a.dresses++
}
