package ui

import (
	"errors"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/query"
	"bordertop/ui/layout"
	"bordertop/ui/palette"
	"bordertop/ui/pane"
)

// Command is a line of the command palette, as the documentation lists it.
type Command struct {
	// Name is what is typed, Argument what follows; empty where nothing does.
	Name, Argument string
	// Does says what the command does.
	Does string
}

// Commands lists the commands that the palette has besides what keys do.
func Commands(w lang.Words) []Command {
	var out []Command
	for _, c := range besides(w) {
		out = append(out, Command{c.name, c.argument, c.does})
	}
	return out
}

// command is a line of the palette.
type command struct {
	name, argument, does string
	// action is what it does without an argument, as a key would; empty where no key
	// does the same.
	action config.Action
	// run takes the argument; nil where there is none to take and the action is all.
	run func(a *App, argument string) tea.Cmd
	// choices are all arguments that there are, of which it needs one; nil where
	// that is open.
	choices func(a *App) []string
	// tells says what one of the choices is; nil where that is plain.
	tells func(a *App, choice string) string
	// queries tells that it takes a query.
	queries bool
}

// needs tells whether the command does nothing without its argument.
func (c command) needs() bool {
	return c.argument != "" && c.action == "" || c.action == config.Panes
}

// besides are the commands that are not the name of an action.
func besides(w lang.Words) []command {
	p := w.Palette
	return []command{
		{name: "as-of", argument: p.Moment, does: p.AsOf, run: (*App).asOf},
		{name: "since", argument: p.Moment, does: p.Since, run: (*App).countFrom},
		{name: "filter", argument: p.Query, does: p.Filter, action: config.Filter, run: (*App).filter, queries: true},
		{name: "find", argument: p.Query, does: p.Find, action: config.Find, run: (*App).find, queries: true},
		{name: "date", argument: p.Moment, does: p.Date, action: config.Date, run: (*App).date},
		{name: "pane", argument: p.Name, does: p.Pane, action: config.Panes, run: (*App).goTo, choices: (*App).paneNames},
		{name: "preset", argument: p.Name, does: p.Preset, run: (*App).arrange, choices: (*App).presets},
		{name: "theme", argument: p.Name, does: p.Theme, run: (*App).paint, choices: themes},
		{name: "lang", argument: p.Name, does: p.Lang, run: (*App).speak, choices: languages},
		{name: "export", argument: p.File, does: p.Export, run: (*App).export},
		{name: "add", argument: p.Kind, does: p.Add, action: config.Add, run: (*App).add, choices: (*App).addable, tells: (*App).aboutAdding},
		{name: "json", does: p.JSON, run: func(a *App, _ string) tea.Cmd { return a.copyRecord("json") }},
		{name: "markdown", does: p.Markdown, action: config.CopyRecord},
	}
}

// commands is the one table of them: those, and all that keys do. What only moves
// a cursor comes last.
func commands(w lang.Words) []command {
	out := besides(w)
	actions := config.Actions()
	moved := 1 + slices.Index(actions, config.Bottom)
	for _, action := range slices.Concat(actions[moved:], actions[:moved]) {
		taken := slices.ContainsFunc(out, func(c command) bool { return c.action == action })
		if !taken && action != config.Palette {
			out = append(out, command{name: strings.ReplaceAll(string(action), "_", "-"), does: w.Action(string(action)), action: action})
		}
	}
	return out
}

// items are the commands as the palette lists them.
func (a *App) items() []palette.Item {
	all := commands(a.words)
	items := make([]palette.Item, len(all))
	for i, c := range all {
		items[i] = palette.Item{Name: c.name, Argument: c.argument, Does: c.does, Key: a.keyOf(c), Needs: c.needs()}
		if c.choices != nil {
			items[i].Choices = c.choices(a)
		}
		if c.tells != nil {
			items[i].Tells = func(choice string) string { return c.tells(a, choice) }
		}
		if c.queries {
			items[i].Complete = func(text string) (int, []string) { return a.index.Complete(text, len(text)) }
		}
	}
	return items
}

// keyOf is the key that does the same as a command without its argument.
func (a *App) keyOf(c command) string {
	switch c.action { //nolint:exhaustive // all others are alike
	case "":
		return ""
	case config.Panes:
		return a.keys.Panes.Help().Key
	}
	return pane.Bind(a.config.Keys, a.words, c.action).Help().Key
}

// refuse says in the palette why a command was not done.
func (a *App) refuse(why string) tea.Cmd {
	a.palette.Fail(why)
	return nil
}

// time reads a time as a filter does, counted from a moment; a day means its last
// instant. It is not ok where the palette says why.
func (a *App) time(text string, from time.Time) (at time.Time, ok bool) {
	at, err := query.Moment(text, from, a.o.Zone)
	if err != nil {
		a.refuse(a.words.Problem(clean.Err(err)))
	}
	return at, err == nil
}

// asOf counts from the present, as "now" does.
func (a *App) asOf(argument string) tea.Cmd {
	if strings.EqualFold(argument, "now") {
		a.seek(time.Time{})
	} else if at, ok := a.time(argument, a.now); ok {
		a.seek(at)
	}
	return nil
}

// countFrom shows what changed from a moment on.
func (a *App) countFrom(argument string) tea.Cmd {
	if at, ok := a.time(argument, a.moment()); ok {
		a.between(at, a.moment())
	}
	return nil
}

// valid tells whether a query is one; where it is not, the palette says why.
func (a *App) valid(text string) bool {
	_, err := query.Parse(text, a.o.Zone)
	if fault, ok := errors.AsType[*query.Fault](err); ok {
		a.palette.FailAt(a.words.Mistake(fault.Problem, fault.Meant), text, fault.At, fault.Len)
	}
	return err == nil
}

func (a *App) filter(argument string) tea.Cmd {
	if !a.valid(argument) {
		return nil
	}
	return a.askLog(pane.FilterMsg{Query: argument})
}

// find types where the log asks what to find.
func (a *App) find(argument string) tea.Cmd {
	if !a.valid(argument) {
		return nil
	}
	a.turnTo(layout.Incidents)
	cmds := []tea.Cmd{a.perform(config.Find)}
	for _, msg := range []tea.KeyMsg{
		{Type: tea.KeyCtrlU}, {Type: tea.KeyRunes, Runes: []rune(argument), Paste: true}, {Type: tea.KeyEnter},
	} {
		cmds = append(cmds, a.press(msg))
	}
	return tea.Batch(cmds...)
}

// date counts from the moment shown, as the log does.
func (a *App) date(argument string) tea.Cmd {
	at, ok := a.time(argument, a.moment())
	if !ok {
		return nil
	}
	return a.askLog(pane.DateMsg{At: at})
}

// askLog goes to the log and asks it for something.
func (a *App) askLog(msg tea.Msg) tea.Cmd {
	a.turnTo(layout.Incidents)
	return a.ask(layout.Incidents, msg)
}

// paneNames are the names of the panes that there are, in their order.
func (a *App) paneNames() []string {
	var out []string
	for _, p := range a.made() {
		out = append(out, strings.ToLower(a.name(p)))
	}
	return out
}

// made lists the panes that there are.
func (a *App) made() []layout.Pane {
	var out []layout.Pane
	for p, content := range a.panes {
		if content != nil {
			out = append(out, layout.Pane(p))
		}
	}
	return out
}

// goTo goes to a pane by its name on the screen, or by that in the settings.
func (a *App) goTo(argument string) tea.Cmd {
	if p := paneOf(argument); p != 0 && a.panes[p] != nil {
		a.goToPane(p)
		return nil
	}
	if i, ok := a.oneOf(a.paneNames(), argument); ok {
		a.goToPane(a.made()[i])
	}
	return nil
}
