package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model"
	"bordertop/ui/layout"
)

// oneOf finds an argument among all that there are; where it is none, the palette
// lists them.
func (a *App) oneOf(all []string, argument string) (i int, ok bool) {
	i = slices.Index(all, strings.ToLower(argument))
	if i < 0 {
		a.refuse(fmt.Sprintf(a.words.Palette.NoChoice, argument, strings.Join(all, ", ")))
	}
	return i, i >= 0
}

// presets are the arrangements that there are.
func (a *App) presets() []string { return names(a.config.PresetNames()) }

// arrange takes another preset. The focus stays on a pane that has a place there.
func (a *App) arrange(argument string) tea.Cmd {
	i, ok := a.oneOf(a.presets(), argument)
	if !ok {
		return nil
	}
	c := a.config
	c.Preset = config.Preset(a.presets()[i])
	a.adopt(c)
	if panes := a.grid(layout.Classify(a.window)).Panes(); !slices.Contains(panes, a.focus) {
		a.turnTo(panes[0])
	}
	return nil
}

func themes(*App) []string { return names(config.Themes()) }

// paint takes other colours.
func (a *App) paint(argument string) tea.Cmd {
	if i, ok := a.oneOf(themes(a), argument); ok {
		c := a.config
		c.Theme = config.Themes()[i]
		a.adopt(c)
	}
	return nil
}

func languages(*App) []string { return model.Lang("").Words() }

// speak takes another language.
func (a *App) speak(argument string) tea.Cmd {
	if i, ok := a.oneOf(languages(a), argument); ok {
		c := a.config
		c.Language = model.Lang(languages(a)[i])
		a.adopt(c)
	}
	return nil
}

// names are words of the settings, each once.
func names[T ~string](all []T) []string {
	var out []string
	for _, name := range all {
		if !slices.Contains(out, string(name)) {
			out = append(out, string(name))
		}
	}
	return out
}

// adopt takes settings for as long as the program runs, or until the file of
// settings changes.
func (a *App) adopt(c config.Config) {
	a.settle(c)
	a.fold()
}
