package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/layout"
	"bordertop/ui/screen"
)

// tickMsg says that it is time to look at the clock.
type tickMsg struct{ number int }

// paneMsg is the answer to a pane's command, for that pane alone.
type paneMsg struct {
	pane layout.Pane
	msg  tea.Msg
}

// Update reads the clock once and sends a message where it belongs. Where the wall
// came into view it does not wait for the next look at the clock.
func (a *App) Update(msg tea.Msg) tea.Cmd {
	a.leans(msg)
	cmd := a.take(msg)
	if a.beating() && a.due.Sub(a.now.Round(0)) > time.Second {
		return tea.Batch(cmd, a.tick())
	}
	return cmd
}

func (a *App) take(msg tea.Msg) tea.Cmd {
	a.now = a.o.Now()
	defer a.agree()
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
	case beatMsg:
		return a.beats(msg)
	case paneMsg:
		return a.ask(msg.pane, msg.msg)
	case indexMsg:
		return a.indexed(msg)
	case changeMsg:
		return a.learn(msg)
	case swapMsg:
		return a.swapped(msg)
	case savedMsg:
		return a.saved(msg)
	case copyMsg, exportedMsg, notedMsg, fatesMsg:
		return a.left(msg)
	case screen.CopiedMsg, screen.VisitedMsg:
		a.told(msg)
	case tea.ResumeMsg:
		a.fold()
		return a.tick()
	default:
		return a.wrote(msg)
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
	if a.countdown() != 0 || a.beating() {
		step = time.Second
	}
	a.due = a.now.Add(min(glance, a.now.Truncate(step).Add(step).Sub(a.now))).Round(0)
	if due := a.turns().Round(0); due.After(a.now.Round(0)) && due.Before(a.due) {
		a.due = due
	}
	return tea.Tick(a.due.Sub(a.now.Round(0)), func(time.Time) tea.Msg { return tickMsg{number} })
}

func (a *App) ticked(msg tickMsg) tea.Cmd {
	if msg.number != a.ticks {
		return nil
	}
	if off := a.now.Round(0).Sub(a.due); off.Abs() > jump {
		a.say(a.words.ClockJumped)
		a.folded = time.Time{}
	}
	if (a.live() || a.sealed != nil) && !a.now.Truncate(refold).Equal(a.folded.Truncate(refold)) {
		a.fold()
	}
	a.rotate()
	if a.late() != a.dimmed {
		a.dress()
	}
	return tea.Batch(a.tick(), a.save())
}

func (a *App) recolour(told screen.BackgroundMsg) {
	if a.o.Background != Auto || told.Dark == a.night {
		return
	}
	a.night = told.Dark
	if a.config.Theme.Follows() {
		a.dark = a.night
		a.dress()
	}
}
