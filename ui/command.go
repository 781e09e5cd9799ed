package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model/clean"
	"bordertop/ui/layout"
	"bordertop/ui/palette"
	"bordertop/ui/pane"
)

// command gives a key to the palette, and runs what it chose.
func (a *App) command(msg tea.KeyMsg) tea.Cmd {
	if line, run := a.palette.Update(msg, a.items()); run {
		return a.run(line)
	}
	return a.read()
}

// run does what a line of the palette says. A fault is shown there, and the line
// stays.
func (a *App) run(line string) tea.Cmd {
	name, argument, _ := strings.Cut(line, " ")
	argument = strings.TrimSpace(argument)
	item, ok := palette.Find(a.items(), name)
	if !ok {
		return a.refuse(fmt.Sprintf(a.words.Palette.NoCommand, clean.Line(name)))
	}
	all := commands(a.words)
	c := all[slices.IndexFunc(all, func(c command) bool { return c.name == item.Name })]
	if argument != "" && c.argument == "" {
		return a.refuse(fmt.Sprintf(a.words.Palette.NoArgument, c.name))
	}
	a.palette.Close()
	cmd := c.do(a, argument)
	if !a.palette.IsOpen() {
		a.palette.Remember(strings.TrimSpace(c.name + " " + argument))
	}
	return cmd
}

// do runs a command; without an argument it does as its key would.
func (c command) do(a *App, argument string) tea.Cmd {
	if c.run == nil || argument == "" && c.action != "" {
		return a.perform(c.action)
	}
	return c.run(a, argument)
}

// perform does what the keys of an action do, be there any or not.
func (a *App) perform(action config.Action) tea.Cmd {
	// Keys are named by one letter, or by a word without a colon.
	name := ":" + string(action)
	keys := maps.Clone(a.config.Keys)
	if keys == nil {
		keys = make(config.Keys)
	}
	keys[action] = append(slices.Clone(keys.Of(action)), name)
	own, shared := a.keys, a.shared
	a.keys, a.shared = NewKeys(keys, a.words), pane.NewKeys(keys, a.words)
	defer func() { a.keys, a.shared = own, shared }()
	return a.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)})
}

// paletteRect is the place of the palette: over the bottom line, where it was
// asked for, or over all there is where that is too small for panes.
func (a *App) paletteRect(l layout.Layout) layout.Rect {
	if l.Class == layout.Line {
		return l.Top
	}
	h := palette.Height(a.window.H - l.Top.H - l.Bottom.H)
	return layout.Rect{Y: a.window.H - l.Bottom.H - h, W: a.window.W, H: h}
}

// paletteBox draws the palette.
func (a *App) paletteBox(size layout.Size) []string {
	return a.palette.View(a.words.Palette.Title, a.items(), size, a.styles)
}

// clickPalette gives a click or the wheel to the palette; a click beside it
// closes it.
func (a *App) clickPalette(msg tea.MouseMsg) tea.Cmd {
	if by, ok := a.shared.Move(msg, 0); ok {
		a.palette.Move(by, a.items())
		return nil
	}
	if !pressed(msg) {
		return nil
	}
	r := a.paletteRect(a.layout())
	if !r.Contains(msg.X, msg.Y) {
		a.palette.Close()
		return nil
	}
	if line, run := a.palette.Click(msg.Y-r.Y, a.items(), r.Size()); run {
		return a.run(line)
	}
	return nil
}
