package ui

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/ui/screen"
)

// savedMsg says that marks were written down, or why not.
type savedMsg struct{ err error }

// save writes down what the reader marked and saw since the last time.
func (a *App) save() tea.Cmd {
	if a.o.Save == nil {
		return nil
	}
	s := a.o.Reader.Saving()
	if s == nil {
		return nil
	}
	save := a.o.Save
	return func() tea.Msg { return savedMsg{save(s)} }
}

// mark marks what is selected, or takes its mark away.
func (a *App) mark() tea.Cmd {
	if a.selected == "" {
		return nil
	}
	a.said = a.words.Frame.Unmarked
	if a.o.Reader.Mark(a.selected) {
		a.said = a.words.Frame.Marked
	}
	return a.save()
}

// exporting says how records leave the board.
func (a *App) exporting() export.Options {
	o := export.Options{Name: a.o.Name, Words: a.words, Zone: a.o.Zone, Live: a.live(), Width: 80}
	for _, c := range a.o.Clocks {
		o.Clocks = append(o.Clocks, export.Clock{Name: c.Name, Zone: c.Zone})
	}
	return o
}

// quote copies what is selected as a sentence with its source.
func (a *App) quote() tea.Cmd {
	text, err := export.Quote(a.board, a.selected, a.exporting())
	return a.copied(text, err)
}

// copied hands text to the clipboard and tells how it begins.
func (a *App) copied(text string, err error) tea.Cmd {
	if err != nil {
		a.said = fmt.Sprintf(a.words.Frame.NotCopied, clean.Err(err))
		return nil
	}
	a.said = fmt.Sprintf(a.words.Frame.Copied, clean.Line(text).String())
	return screen.Copy(text)
}

// propose asks whether to open a page.
func (a *App) propose(to clean.URL) {
	if a.o.Remote {
		a.said = a.words.Frame.Remote
		return
	}
	a.asked = to
	a.said = fmt.Sprintf(a.words.Frame.Visit, to.Host(), a.shared.OpenLink.Help().Key)
}

// visit opens the page that was asked for, if the key agrees to it; any other
// key takes the question back and does what it does.
func (a *App) visit(msg tea.KeyMsg) (tea.Cmd, bool) {
	to := a.asked
	a.asked = clean.URL{}
	if to.IsZero() || !key.Matches(msg, a.shared.OpenLink) {
		return nil, false
	}
	return screen.Visit(to), true
}

// told says what came of what was asked of the desktop.
func (a *App) told(msg tea.Msg) {
	w := a.words.Frame
	switch msg := msg.(type) {
	case savedMsg:
		if msg.err != nil {
			a.said = fmt.Sprintf(w.NotSaved, clean.Err(msg.err))
		}
	case screen.CopiedMsg:
		if msg.Err != nil {
			a.said = fmt.Sprintf(w.NotCopied, clean.Err(msg.Err))
		}
	case screen.VisitedMsg:
		a.said = w.Visited
		if msg.Err != nil {
			a.said = fmt.Sprintf(w.NotVisited, clean.Err(msg.Err))
		}
	}
}
