package ui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// leave goes one level up: out of what the pane has to leave, back to the record
// from which a link led here, out of the zoom, or out of the detail that was
// opened from another pane.
func (a *App) leave() {
	if p, ok := a.panes[a.focus].(pane.Leaver); ok && p.Leave() {
		a.drawn[a.focus] = drawn{}
		return
	}
	switch {
	case a.focus == layout.Changes && a.under.focus != 0:
		a.lift()
	case a.focus == layout.Detail && len(a.trail) > 0:
		last := len(a.trail) - 1
		a.selected, a.trail = a.trail[last], a.trail[:last]
		a.reveal(layout.Detail)
	case a.zoom && (a.back != layout.Changes || a.under.focus == 0):
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
// preset, and then what has no place of its own but the wall, which nobody works at.
func (a *App) order() []layout.Pane {
	var out []layout.Pane
	placed := a.grid(layout.Classify(a.window)).Panes()
	for i, p := range append(placed, a.made()...) {
		if a.panes[p] != nil && !slices.Contains(out, p) && (p != layout.Wall || i < len(placed)) {
			out = append(out, p)
		}
	}
	return out
}

// turnTo gives a pane the focus.
func (a *App) turnTo(p layout.Pane) {
	if int(p) < len(a.panes) && a.panes[p] != nil {
		if p != a.focus {
			a.finish()
			a.lift()
		}
		a.focus, a.back = p, 0
	}
}

// goToPane gives a pane the focus by its number or its name.
func (a *App) goToPane(p layout.Pane) {
	if p == layout.Changes {
		a.lay()
		return
	}
	a.turnTo(p)
}

// under is what had the focus before the changes were laid over all, and whether it
// was zoomed; a focus of 0 is none.
type under struct {
	focus layout.Pane
	zoom  bool
}

// lay gives the changes the focus. Where the preset has no place for them they are
// laid over all the others, until esc or the key of another pane takes them away.
func (a *App) lay() {
	if a.focus == layout.Changes || slices.Contains(a.grid(layout.Classify(a.window)).Panes(), layout.Changes) {
		a.turnTo(layout.Changes)
		return
	}
	before := under{a.focus, a.zoom}
	if a.under.focus != 0 {
		before = a.under // the detail was opened from them
	}
	a.turnTo(layout.Changes)
	a.under, a.zoom = before, true
}

// lift takes the changes away from what they were laid over.
func (a *App) lift() {
	if a.under.focus != 0 {
		a.focus, a.zoom = a.under.focus, a.under.zoom
	}
	a.under = under{}
}

// finish keeps what is being typed in the focused pane, or takes it back where it
// makes no sense: elsewhere keys are not text.
func (a *App) finish() {
	for _, end := range []tea.KeyType{tea.KeyEnter, tea.KeyEsc} {
		if content := a.panes[a.focus]; content.Typing() {
			intent, _ := content.Update(a.scene(a.focus, a.inner(a.focus)), tea.KeyMsg{Type: end})
			a.drawn[a.focus] = drawn{}
			a.do(a.focus, intent)
		}
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
		return a.read()
	}
	return tea.Batch(a.read(), func() tea.Msg { return paneMsg{p, cmd()} })
}

// choose selects a record. Whatever was selected has been seen.
func (a *App) choose(from layout.Pane, id model.ID) {
	a.o.Reader.See(a.selected)
	a.peek(from, id)
	a.reveal(from)
}

// peek selects a record that was not asked for: it counts as seen when another
// is chosen.
func (a *App) peek(from layout.Pane, id model.ID) {
	a.selected, a.chosen, a.trail = id, from, nil
}

// agree selects what is under the cursor of the focused pane, however it came
// there: it is what the reader means to copy or to mark.
func (a *App) agree() {
	p, ok := a.panes[a.focus].(pane.Pointer)
	if !ok {
		return
	}
	if id := p.Under(a.scene(a.focus, a.inner(a.focus))); id != "" && id != a.selected {
		a.peek(a.focus, id)
	}
}

// follow opens a record in the detail. From there, esc leads back the same way.
func (a *App) follow(from layout.Pane, id model.ID) {
	if from == layout.Detail {
		a.trail = append(a.trail, a.selected)
		a.selected = id
		a.reveal(from)
		return
	}
	a.choose(from, id)
	a.focus, a.back = layout.Detail, from
}

// reveal puts the cursor of the log on what was selected elsewhere, and takes down
// that it was seen.
func (a *App) reveal(from layout.Pane) {
	a.o.Reader.See(a.selected)
	r, ok := a.board.Record(a.selected)
	if !ok || from == layout.Incidents || r.Record.Kind() != model.KindIncident && r.Record.Kind() != model.KindStatement {
		return
	}
	// What it asks for would be to select what is selected.
	s := a.scene(layout.Incidents, a.inner(layout.Incidents))
	_, _ = a.panes[layout.Incidents].Update(s, pane.RevealMsg{ID: a.selected})
	a.drawn[layout.Incidents] = drawn{}
}

func (a *App) do(from layout.Pane, intent pane.Intent) {
	switch i := intent.(type) {
	case nil:
	case pane.Select:
		a.choose(from, i.ID)
	case pane.Open:
		a.follow(from, i.ID)
	case pane.Seek:
		a.seek(i.At)
	case pane.Compare:
		a.between(i.From, i.To)
	case pane.Say:
		a.say(i.Text)
	case pane.Visit:
		a.propose(i.URL)
	}
}
