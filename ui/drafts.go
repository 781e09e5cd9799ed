package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
)

// barred is why nothing can be added; empty where something can.
func (a *App) barred() string {
	switch {
	case a.o.Append == nil:
		return a.words.Desk.NoDesk
	case a.config.Journal == "":
		return a.words.Desk.NoJournal
	}
	return ""
}

// pick asks for a kind of record to add, or for a draft to go on with.
func (a *App) pick() tea.Cmd {
	if why := a.barred(); why != "" {
		a.fail(why)
		return nil
	}
	a.palette.Open("add ")
	drafts := a.o.Drafts
	return func() tea.Msg {
		all, err := drafts.Read()
		return draftsMsg{all, err}
	}
}

// recall takes drafts that others left, too.
func (a *App) recall(msg draftsMsg) {
	wr := &a.writing
	for _, d := range msg.drafts {
		if !slices.ContainsFunc(wr.drafts, func(o state.Draft) bool { return o.Name == d.Name }) {
			wr.drafts = append(wr.drafts, d)
		}
	}
	slices.SortStableFunc(wr.drafts, func(a, b state.Draft) int { return b.At.Compare(a.At) })
	if msg.err != nil {
		a.fail(clean.Err(msg.err))
	}
}

// draftName is how the palette calls the draft of a place in the list.
func draftName(i int) string { return fmt.Sprintf("draft-%d", i+1) }

// addable are what may follow the command that adds: drafts, then kinds.
func (a *App) addable() []string {
	var out []string
	for i := range a.writing.drafts {
		out = append(out, draftName(i))
	}
	for _, k := range toAdd() {
		out = append(out, string(k))
	}
	return out
}

// aboutAdding says what one of them is.
func (a *App) aboutAdding(name string) string {
	w := a.words
	for i, d := range a.writing.drafts {
		if draftName(i) != name {
			continue
		}
		var values []string
		for _, t := range d.Typed {
			values = append(values, t.Value)
		}
		what := w.Kind(d.Kind)
		if d.Of != "" {
			what = fmt.Sprintf(w.Desk.Amends, what, d.Of)
		}
		return fmt.Sprintf(w.Desk.Draft, what, a.instant(d.At), strings.Join(values, ", "))
	}
	about := w.Desk.About[name]
	if kind := w.Kind(model.Kind(name)); kind != name {
		return kind + ": " + about
	}
	return about
}

// putAway closes the form. What is typed stays a draft.
func (a *App) putAway() tea.Cmd {
	wr := &a.writing
	wr.form.Close()
	wr.drafts = slices.DeleteFunc(wr.drafts, func(d state.Draft) bool { return d.Name == wr.draft.Name })
	if len(wr.draft.Typed) == 0 {
		return a.drop(wr.draft.Name)
	}
	wr.drafts = slices.Insert(wr.drafts, 0, wr.draft)
	again := a.keys.Add
	if wr.record != nil {
		again = a.keys.Amend
	}
	a.say(fmt.Sprintf(a.words.Desk.Kept, again.Help().Key))
	return a.keep()
}

// keep writes the draft down.
func (a *App) keep() tea.Cmd {
	drafts, d := a.o.Drafts, a.writing.draft
	if len(d.Typed) == 0 {
		return nil
	}
	return func() tea.Msg { return keptMsg{drafts.Keep(d)} }
}

// shelve keeps what is being typed when the board is closed.
func (a *App) shelve() error {
	if wr := &a.writing; wr.form.IsOpen() && len(wr.draft.Typed) > 0 {
		return a.o.Drafts.Keep(wr.draft)
	}
	return nil
}

// drop forgets a draft.
func (a *App) drop(name model.ID) tea.Cmd {
	wr, drafts := &a.writing, a.o.Drafts
	wr.drafts = slices.DeleteFunc(wr.drafts, func(d state.Draft) bool { return d.Name == name })
	return func() tea.Msg { return keptMsg{drafts.Drop(name)} }
}
