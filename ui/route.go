package ui

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
)

// tickMsg says that it is time to look at the clock.
type tickMsg struct{ number int }

// paneMsg is the answer to a pane's command, for that pane alone.
type paneMsg struct {
	pane layout.Pane
	msg  tea.Msg
}

// Update reads the clock once and sends a message where it belongs.
func (a *App) Update(msg tea.Msg) tea.Cmd {
	a.now = a.o.Now()
	switch msg := msg.(type) {
	case tickMsg:
		return a.ticked(msg)
	case tea.WindowSizeMsg:
		a.window = layout.Size{W: msg.Width, H: msg.Height}
	case screen.BackgroundMsg:
		a.recolour(msg)
	case tea.KeyMsg:
		return a.presses(msg)
	case tea.MouseMsg:
		return a.pointed(msg)
	case paneMsg:
		return a.ask(msg.pane, msg.msg)
	case indexMsg:
		a.index = msg.index
		a.folds++
	case changeMsg:
		return a.reconfigured(msg)
	case savedMsg, screen.CopiedMsg, screen.VisitedMsg:
		a.told(msg)
	case tea.ResumeMsg:
		a.fold()
		return a.tick()
	}
	return nil
}

const (
	// refold is how long a live board may stand: all that it shows is in minutes,
	// but for the last ones before a deadline.
	refold = time.Minute
	// glance is how often the clock is looked at. Timers stand still while the
	// machine sleeps, and the clock may be set.
	glance = 10 * time.Second
	// jump is how far off the clock must be to be told of.
	jump = time.Minute
)

// tick waits for the next minute of the wall clock, or the next second while
// seconds count, but never long.
func (a *App) tick() tea.Cmd {
	a.ticks++
	number := a.ticks
	step := refold
	if a.countdown() != 0 {
		step = time.Second
	}
	a.due = a.now.Add(min(glance, a.now.Truncate(step).Add(step).Sub(a.now))).Round(0)
	return tea.Tick(a.due.Sub(a.now.Round(0)), func(time.Time) tea.Msg { return tickMsg{number} })
}

func (a *App) ticked(msg tickMsg) tea.Cmd {
	if msg.number != a.ticks {
		return nil
	}
	if off := a.now.Round(0).Sub(a.due); off.Abs() > jump {
		a.said = a.words.ClockJumped
		a.folded = time.Time{}
	}
	if a.live() && !a.now.Truncate(refold).Equal(a.folded.Truncate(refold)) {
		a.fold()
	}
	return a.tick()
}

func (a *App) recolour(told screen.BackgroundMsg) {
	if a.o.Background != Auto || told.Dark == a.night {
		return
	}
	a.night = told.Dark
	if a.config.Theme == config.Auto {
		a.dark = a.night
		a.dress()
	}
}

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

// press gives a key to the app or to the focused pane. ctrl+c always quits.
func (a *App) press(msg tea.KeyMsg) tea.Cmd {
	typing := a.panes[a.focus].Typing()
	if msg.Type == tea.KeyCtrlC || !typing && key.Matches(msg, a.keys.Quit) && !a.help.open {
		return tea.Quit
	}
	a.said = ""
	if cmd, ok := a.visit(msg); ok {
		return cmd
	}
	if !typing {
		if cmd, ok := a.own(msg); ok {
			return cmd
		}
	}
	if a.help.open {
		a.help.update(msg, a.window.H)
		return nil
	}
	return a.ask(a.focus, msg)
}

// own does what the app's bindings ask for; not ok where none matches.
func (a *App) own(msg tea.KeyMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(msg, a.keys.Help):
		a.help.toggle()
	case key.Matches(msg, a.keys.Back), a.help.open && key.Matches(msg, a.keys.Quit):
		a.leave()
	case key.Matches(msg, a.keys.Suspend):
		return screen.Suspend, true
	case key.Matches(msg, a.keys.Mouse):
		a.mouse = !a.mouse
		a.said = a.words.MouseOff
		if a.mouse {
			a.said = a.words.MouseOn
		}
		return screen.SetMouse(a.mouse), true
	case a.help.open:
		return nil, false
	case key.Matches(msg, a.keys.Next):
		a.turn(1)
	case key.Matches(msg, a.keys.Previous):
		a.turn(-1)
	case key.Matches(msg, a.keys.Mark):
		return a.mark(), true
	case key.Matches(msg, a.keys.Copy):
		return a.quote(), true
	case key.Matches(msg, a.keys.Now):
		a.at = time.Time{}
		a.fold()
	case key.Matches(msg, a.keys.Zoom):
		a.zoom = !a.zoom
	case key.Matches(msg, a.keys.Panes):
		a.turnTo(layout.Pane(1 + slices.Index(a.keys.Panes.Keys(), msg.String())))
	case a.focus != layout.Incidents && key.Matches(msg, a.elsewhere()...):
		a.turnTo(layout.Incidents)
		return a.ask(layout.Incidents, msg), true
	default:
		return nil, false
	}
	return nil, true
}

// elsewhere lists the keys of the log that the focused pane has no use for.
func (a *App) elsewhere() []key.Binding {
	if a.focus != layout.Detail {
		return a.shared.Log()
	}
	return slices.DeleteFunc(a.shared.Log(), func(b key.Binding) bool {
		return slices.Equal(b.Keys(), a.shared.NextMatch.Keys()) || slices.Equal(b.Keys(), a.shared.PreviousMatch.Keys())
	})
}

// leave goes one level up: out of the help, back to the record from which a link
// led here, out of the zoom, or out of the detail that was opened from another
// pane.
func (a *App) leave() {
	switch {
	case a.help.open:
		a.help.toggle()
	case a.focus == layout.Detail && len(a.trail) > 0:
		last := len(a.trail) - 1
		a.selected, a.trail = a.trail[last], a.trail[:last]
	case a.zoom:
		a.zoom = false
	case a.focus == layout.Detail && a.back != 0:
		a.focus, a.back = a.back, 0
	}
}

// turn moves the focus around the panes of the preset, then the others.
func (a *App) turn(by int) {
	panes := a.order()
	for i, p := range panes {
		if p == a.focus {
			a.turnTo(panes[(i+by+len(panes))%len(panes)])
			return
		}
	}
}

// order is the order in which tab goes through the panes: as they stand in the
// preset, and then what has no place of its own.
func (a *App) order() []layout.Pane {
	var out []layout.Pane
	all := append(a.grid(layout.Classify(a.window)).Panes(), layout.Crossings, layout.Deadlines, layout.Trucks,
		layout.Conditions, layout.Incidents, layout.Detail)
	for _, p := range all {
		if a.panes[p] != nil && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// turnTo gives a pane the focus.
func (a *App) turnTo(p layout.Pane) {
	if int(p) < len(a.panes) && a.panes[p] != nil {
		a.focus, a.back = p, 0
	}
}

// ask gives a message to a pane and does what it asks for.
func (a *App) ask(p layout.Pane, msg tea.Msg) tea.Cmd {
	if a.panes[p] == nil {
		return nil
	}
	intent, cmd := a.panes[p].Update(a.scene(p, a.inner(p)), msg)
	a.drawn[p] = drawn{}
	a.do(p, intent)
	if cmd == nil {
		return nil
	}
	return func() tea.Msg { return paneMsg{p, cmd()} }
}

// choose selects a record. Whatever was selected has been seen.
func (a *App) choose(from layout.Pane, id model.ID) {
	a.selected, a.chosen, a.trail = id, from, nil
	a.o.Reader.See(id)
}

// follow opens a record in the detail. From there, esc leads back the same way.
func (a *App) follow(from layout.Pane, id model.ID) {
	if from == layout.Detail {
		a.trail = append(a.trail, a.selected)
		a.selected = id
		a.o.Reader.See(id)
		return
	}
	a.choose(from, id)
	a.focus, a.back = layout.Detail, from
}

func (a *App) do(from layout.Pane, intent pane.Intent) {
	switch i := intent.(type) {
	case nil:
	case pane.Select:
		a.choose(from, i.ID)
	case pane.Open:
		a.follow(from, i.ID)
	case pane.Seek:
		a.at = i.At
		a.fold()
	case pane.Say:
		a.said = i.Text
	case pane.Visit:
		a.propose(i.URL)
	}
}
