package ui

import (
	"errors"
	"fmt"
	"sync"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model/clean"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
)

// savedMsg says that marks were written down, or why not.
type savedMsg struct {
	reader *state.Reader
	err    error
}

// save writes down what the reader marked and saw since the last time. One is
// written after the other.
func (a *App) save() tea.Cmd {
	if a.o.Save == nil || a.saving != nil {
		return nil
	}
	s := a.o.Reader.Saving()
	if s == nil {
		return nil
	}
	reader, write := a.o.Reader, a.o.Save
	save := sync.OnceValue(func() error { return write(s) })
	a.saving = save
	return func() tea.Msg { return savedMsg{reader, save()} }
}

// saved goes on with what was marked meanwhile. A fault that stays is told once.
func (a *App) saved(msg savedMsg) tea.Cmd {
	ours := msg.reader == a.o.Reader
	if ours {
		a.saving = nil
	}
	switch {
	case msg.err == nil && !ours:
		return nil // the marks of the board that was shown before
	case msg.err == nil:
		first := !a.visited
		a.unsaved, a.visited = "", true
		if first { // it tells of every record
			return tea.Batch(a.save(), a.tidy())
		}
		return a.save()
	}
	if why := clean.Err(msg.err); why != a.unsaved {
		a.unsaved = why
		a.fail(fmt.Sprintf(a.words.Frame.NotSaved, why))
	}
	return nil
}

// part writes down what was not yet, when the board is closed.
func (a *App) part() error {
	errs := []error{a.shelve()}
	if a.reload.parting != nil {
		errs = append(errs, a.reload.parting())
	}
	if a.saving != nil {
		errs = append(errs, a.saving())
	}
	a.saving = nil
	if save := a.save(); save != nil {
		errs = append(errs, a.saving())
	}
	return errors.Join(errs...)
}

// mark marks what is selected, or takes its mark away.
func (a *App) mark() tea.Cmd {
	if a.selected == "" {
		a.fail(a.words.Palette.NoSelection)
		return nil
	}
	a.say(a.words.Frame.Unmarked)
	if a.o.Reader.Mark(a.selected) {
		a.say(a.words.Frame.Marked)
	}
	return a.save()
}

// propose asks whether to open a page.
func (a *App) propose(to clean.URL) {
	if a.o.Remote {
		a.fail(a.words.Frame.Remote)
		return
	}
	a.say(fmt.Sprintf(a.words.Frame.Visit, to.Host(), a.agreement().Help().Key))
	a.asked = to
}

// agreement is the key that opens the page: the one that asks to, or enter where
// that has none.
func (a *App) agreement() key.Binding {
	if b := pane.Bind(a.config.Keys, a.words, config.OpenLink); b.Enabled() {
		return b
	}
	return hint("enter", "")
}

// visit opens the page that was asked for, if the key agrees to it. Any other key
// takes the question back and does what it does, but for the one that goes back.
func (a *App) visit(to clean.URL, msg tea.KeyMsg) (tea.Cmd, bool) {
	switch {
	case to.IsZero():
		return nil, false
	case key.Matches(msg, a.agreement()):
		return screen.Visit(to), true
	}
	return nil, key.Matches(msg, a.keys.Back)
}

// told says what came of what was asked of the desktop.
func (a *App) told(msg tea.Msg) {
	w := a.words.Frame
	switch msg := msg.(type) {
	case screen.CopiedMsg:
		if msg.Err != nil {
			a.fail(fmt.Sprintf(w.NotCopied, clean.Err(msg.Err)))
		}
	case screen.VisitedMsg:
		a.say(w.Visited)
		if msg.Err != nil {
			a.fail(fmt.Sprintf(w.NotVisited, clean.Err(msg.Err)))
		}
	}
}
