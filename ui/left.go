package ui

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
)

// notedMsg says that what left was written down, or why not.
type notedMsg struct{ err error }

// fatesMsg tells what became of what left before, and whether that is because other
// records came.
type fatesMsg struct {
	fates   []state.Fate
	arrived bool
	err     error
}

// left goes on with what left, or is about to.
func (a *App) left(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case copyMsg:
		return a.copied(msg)
	case exportedMsg:
		a.exported(msg)
	case notedMsg:
		a.noted(msg)
	case fatesMsg:
		a.recalled(msg)
	}
	return nil
}

// outgoing are records as they leave a board; any goroutine may ask.
func outgoing(b model.Board, ids []model.ID, o export.Options) []state.Copied {
	return state.Outgoing(b, ids, func(r model.Record) string { return export.Gist(b, r, o) })
}

// noting writes down what left for somewhere; empty is the clipboard. It fails
// nothing.
func (a *App) noting() func(to string, records []state.Copied) error {
	if a.o.Note == nil || !a.config.Copied {
		return func(string, []state.Copied) error { return nil }
	}
	note, now := a.o.Note, a.now
	return func(to string, records []state.Copied) error {
		return note(state.Copy{At: now, To: clean.Line(to), Records: records})
	}
}

// noted says why what left could not be written down.
func (a *App) noted(msg notedMsg) {
	if msg.err != nil {
		a.fail(fmt.Sprintf(a.words.Private.NotNoted, clean.Err(msg.err)))
	}
}

// lookBack looks what became of what left, by what is known now.
func (a *App) lookBack(arrived bool) tea.Cmd {
	if a.o.Copies == nil || !a.config.Copied {
		return nil
	}
	read, log, now, o := a.o.Copies, a.log, a.now, a.exporting()
	return func() tea.Msg {
		copies, err := read()
		if len(copies) == 0 {
			return fatesMsg{arrived: arrived, err: err}
		}
		b := log.At(now, now)
		return fatesMsg{state.Fates(b, copies, func(r model.Record) string { return export.Gist(b, r, o) }), arrived, err}
	}
}

// recalled keeps what became of what left, and tells of what came just now.
func (a *App) recalled(msg fatesMsg) {
	before := a.fates
	a.fates = msg.fates
	a.folds++
	fresh := slices.DeleteFunc(slices.Clone(msg.fates), func(f state.Fate) bool {
		return slices.ContainsFunc(before, func(o state.Fate) bool { return o.Copied.ID == f.Copied.ID && o.By.ID == f.By.ID })
	})
	switch {
	case msg.err != nil && !msg.arrived && a.said == "": // what stands there may have the same cause
		a.fail(clean.Err(msg.err))
	case msg.arrived && len(fresh) > 0:
		text := fresh[0].Sentence(a.words, a.o.Zone, a.now)
		if more := len(fresh) - 1; more > 0 {
			text = fmt.Sprintf(a.words.Travel.More, text, a.words.Number(int64(more)))
		}
		a.say(text)
	}
}
