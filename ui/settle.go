package ui

import (
	"cmp"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"bordertop/config"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/lang"
	"bordertop/model/query"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
	"bordertop/ui/theme"
)

// indexMsg brings the text of a log's events.
type indexMsg struct {
	shown int // of the log, as reload counts
	index *query.Index
}

// await waits for files to change.
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

// begin opens the log where the settings filter it from the beginning.
func (a *App) begin() tea.Cmd {
	if a.config.Filter == "" {
		return a.read()
	}
	a.turnTo(layout.Incidents)
	return a.refilter(config.Config{})
}

// read folds the text of the log, once somebody searches or types a query: it takes as much memory
// again as a third of the log.
func (a *App) read() tea.Cmd {
	log := a.panes[layout.Incidents]
	searcher, ok := log.(pane.Searcher)
	if a.reading || !ok {
		return nil
	}
	completes := a.palette.IsOpen() && a.palette.Completes(a.items())
	if !completes && !searcher.Searches(a.scene(layout.Incidents, layout.Size{})) {
		return nil
	}
	a.reading = true
	records, shown := a.log, a.reload.shown
	return func() tea.Msg { return indexMsg{shown, query.NewIndex(records)} }
}

// indexed takes the text of the log that is shown.
func (a *App) indexed(msg indexMsg) tea.Cmd {
	if msg.shown != a.reload.shown {
		return nil
	}
	a.index = msg.index
	a.folds++
	return a.tidy()
}

// tidy gives back the memory that going through a long log took, and that would
// stay taken for as long as the board does nothing.
func (a *App) tidy() tea.Cmd {
	if a.log.Len() < crowd {
		return nil
	}
	return func() tea.Msg {
		debug.FreeOSMemory()
		return nil
	}
}

// crowd is so many records that what they leave behind counts.
const crowd = 10_000

// reconfigured takes other settings, or says why those in force stay.
func (a *App) reconfigured(msg config.Change) tea.Cmd {
	if msg.Err != nil {
		a.fail(a.kept(msg.Err))
		return nil
	}
	a.atlas = msg.Map
	before, stood := a.config, a.grid(layout.Classify(a.window)).Panes()
	a.settle(msg.Config)
	// The focus would take a pane of the old preset along. Who types goes on typing.
	stand := a.grid(layout.Classify(a.window)).Panes()
	if !slices.Equal(stood, stand) && !slices.Contains(stand, a.focus) && !a.panes[a.focus].Typing() {
		a.turnTo(stand[0])
	}
	if rules := a.config.Rules(); rules != before.Rules() {
		a.log = a.log.WithRules(rules)
		a.fold()
	}
	a.say(a.words.Frame.Reconfigured)
	if msg.Warning != nil {
		a.say(first(msg.Warning))
	}
	return tea.Batch(a.remouse(before), a.refilter(before), a.read())
}

// kept says why other settings cannot be had: the first fault, and how many more
// there are.
func (a *App) kept(err error) string {
	if faults, ok := errors.AsType[dataset.Faults](err); ok && len(faults) > 1 {
		return fmt.Sprintf(a.words.Frame.KeptMore, first(err), strconv.Itoa(len(faults)-1))
	}
	return fmt.Sprintf(a.words.Frame.Kept, first(err))
}

// first is the first of some faults, or an error as it is.
func first(err error) string {
	if faults, ok := errors.AsType[dataset.Faults](err); ok && len(faults) > 0 {
		return clean.Err(faults[0])
	}
	return clean.Err(err)
}

// remouse takes clicks or leaves them alone, where the settings say something else
// than before. Otherwise what the reader chose stays.
func (a *App) remouse(before config.Config) tea.Cmd {
	if a.config.Mouse == before.Mouse {
		return nil
	}
	a.mouse = a.config.Mouse
	return screen.SetMouse(a.mouse)
}

// refilter filters the log where the settings have another filter than before.
func (a *App) refilter(before config.Config) tea.Cmd {
	if a.config.Filter == before.Filter {
		return nil
	}
	return a.ask(layout.Incidents, pane.FilterMsg{Query: a.config.Filter})
}

// settle makes what follows from the settings. What was selected and read stays.
func (a *App) settle(c config.Config) {
	c.Preset, c.Theme = cmp.Or(c.Preset, config.Desk), cmp.Or(c.Theme, config.Auto)
	c.Pace = cmp.Or(c.Pace, config.Default().Pace)
	a.config = c
	a.words = lang.Of(c.Language)
	a.keys, a.shared = NewKeys(c.Keys, a.words), pane.NewKeys(c.Keys, a.words)
	a.dark = c.Theme == config.Dark || c.Theme.Follows() && a.night
	if c.Clocks != nil {
		a.takeClocks(c.Clocks)
	}
	a.dress()
}

func (a *App) takeClocks(clocks []config.Clock) {
	a.o.Clocks = make([]pane.Clock, len(clocks))
	for i, clock := range clocks {
		a.o.Clocks[i] = pane.Clock{Name: clock.Name.String(), Zone: clock.Zone}
	}
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
	ground, glyphs := theme.OnLight, theme.Unicode()
	if a.dark {
		ground = theme.OnDark
	}
	if a.config.ASCII {
		glyphs = theme.ASCII()
	}
	palette := theme.Of(a.config, ground)
	if a.dimmed = a.late(); a.dimmed {
		palette = theme.Dimmed(palette, ground)
	}
	a.styles = theme.New(r, palette, glyphs)
	a.dresses++
}
