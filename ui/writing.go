package ui

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/desk"
	"bordertop/model/query"
	"bordertop/ui/form"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// writing is what is being added on the screen.
type writing struct {
	form  form.Form
	draft state.Draft
	// record is what the draft amends, as it stands; nil for a new one.
	record model.Record
	// desk knows what names stand for; nil until it was made.
	desk *desk.Desk
	// drafts were left, the latest first.
	drafts []state.Draft
	// mine are records that were added here and are to come with the data.
	mine map[model.ID]bool
	// judging tells that a draft is being judged, stale that it was changed since.
	judging, stale bool
	// unkept is why drafts could not be kept, as last told.
	unkept string
}

// What comes of what is being written, each for the draft of a name.
type (
	// draftsMsg brings what was left by the program that ran before.
	draftsMsg struct {
		drafts []state.Draft
		err    error
	}
	// deskMsg brings what knows names.
	deskMsg struct{ desk *desk.Desk }
	// restMsg says that nothing was typed for a while.
	restMsg struct {
		draft model.ID
		edit  int
	}
	// keptMsg says that a draft was written down or dropped, or why not.
	keptMsg struct{ err error }
	// reportMsg tells what would come of a draft.
	reportMsg struct {
		draft  model.ID
		edit   int
		report form.Report
	}
)

// wrote goes on with what is being written.
func (a *App) wrote(msg tea.Msg) tea.Cmd {
	wr := &a.writing
	switch msg := msg.(type) {
	case draftsMsg:
		a.recall(msg)
	case deskMsg:
		wr.desk = msg.desk
	case restMsg:
		if wr.form.IsOpen() && msg.draft == wr.draft.Name && msg.edit == wr.draft.Edit {
			return tea.Batch(a.keep(), a.judge())
		}
	case keptMsg:
		if why := clean.Err(msg.err); why != wr.unkept {
			if wr.unkept = why; why != "" {
				a.fail(fmt.Sprintf(a.words.Desk.NotKept, why))
			}
		}
	case reportMsg:
		return a.judged(msg)
	case addedMsg:
		return a.added(msg)
	}
	return nil
}

// add opens a form for a kind of record, or a draft.
func (a *App) add(argument string) tea.Cmd {
	if why := a.barred(); why != "" {
		return a.refuse(why)
	}
	i, ok := a.oneOf(a.addable(), argument)
	if !ok {
		return nil
	}
	if i < len(a.writing.drafts) {
		return a.goOn(a.writing.drafts[i])
	}
	return a.write(state.Draft{Kind: model.Kind(a.addable()[i])}, nil)
}

// amend opens a form for what is selected.
func (a *App) amend() tea.Cmd {
	w := a.words.Desk
	if why := a.barred(); why != "" {
		a.fail(why)
		return nil
	}
	r, gone := a.standing(a.selected)
	switch {
	case r == nil:
		a.fail(w.Unknown)
		return nil
	case gone:
		a.fail(w.Away)
		return nil
	case a.hears(r):
		a.fail(a.words.Live.Told)
		return nil
	}
	for _, d := range a.writing.drafts {
		if d.Of == a.selected {
			return a.goOn(d)
		}
	}
	return a.write(state.Draft{Kind: r.Kind(), Of: a.selected}, r)
}

// goOn opens a form with a draft.
func (a *App) goOn(d state.Draft) tea.Cmd {
	var r model.Record
	if d.Of != "" {
		if r, _ = a.standing(d.Of); r == nil {
			return a.refuse(a.words.Desk.Unknown)
		}
	}
	a.say(fmt.Sprintf(a.words.Desk.Resumed, a.instant(d.At)))
	return a.write(d, r)
}

// standing is a record, or the first of the measures of an act, as it stands now, and
// whether it was withdrawn; nil where there is none.
func (a *App) standing(id model.ID) (r model.Record, gone bool) {
	b := a.board
	if !a.live() {
		b = a.log.At(a.now, a.now)
	}
	if am, ok := b.Record(id); ok {
		return am.Record, am.Withdrawal != nil
	}
	if ms := b.Act(id); len(ms) > 0 {
		return ms[0], false
	}
	return nil, false
}

// write opens a form for a draft, which has no name yet where it is a new one.
func (a *App) write(d state.Draft, r model.Record) tea.Cmd {
	wr, w := &a.writing, a.words
	a.stop()
	d.Name = cmp.Or(d.Name, model.ID(string(d.Kind)+strings.ReplaceAll(a.now.UTC().Format("-20060102-150405.000"), ".", "-")))
	wr.draft, wr.record = d, r
	begun, typed := map[string]string{}, map[string]string{}
	for _, t := range d.Typed {
		typed[t.Field] = t.Value
	}
	title, fields := fmt.Sprintf(w.Desk.Title, w.Kind(d.Kind)), a.toFill
	if r == nil {
		wr.form.Open(title, fields(d.Kind), begun, typed)
	} else {
		for _, t := range dataset.TypedOf(r, a.o.Zone) {
			begun[setField+t.Field] = t.Value
		}
		title = fmt.Sprintf(w.Desk.Amends, w.Kind(d.Kind), a.bare().Title(r))
		wr.form.Open(title, a.toAmend(r), begun, typed)
	}
	a.narrowForm()
	return tea.Batch(a.learnNames(), a.judge())
}

// learnNames makes what knows names, of the log that is shown.
func (a *App) learnNames() tea.Cmd {
	log, zone, now := a.log, a.o.Zone, a.now
	return func() tea.Msg {
		d := desk.New(log, zone, now)
		d.Said("", "") // takes its time, which it has here
		return deskMsg{d}
	}
}

// rewrite judges what is being written by the records that came meanwhile.
func (a *App) rewrite() tea.Cmd {
	if !a.writing.form.IsOpen() {
		return nil
	}
	return tea.Batch(a.learnNames(), a.judge())
}

// narrowForm hides what a withdrawal has no use for.
func (a *App) narrowForm() {
	prefix := ""
	if a.writing.record != nil && a.writing.form.Value("kind") == string(model.Withdrawal) {
		prefix = setField
	}
	a.writing.form.Hide(prefix)
}

// bare is a scene of the present that draws nothing.
func (a *App) bare() pane.Scene { return a.scene(a.focus, layout.Size{}) }

// typed reads a time as it is typed into a form.
func (a *App) typed(text string) (model.Moment, error) { return query.Typed(text, a.now, a.o.Zone) }

// fill gives a key to the form, and does what it asks for.
func (a *App) fill(msg tea.KeyMsg) tea.Cmd { return a.filled(a.writing.form.Update(msg)) }

func (a *App) filled(e form.Event) tea.Cmd {
	wr := &a.writing
	switch e {
	case form.None:
	case form.Changed:
		a.narrowForm()
		a.takeDown()
		name, edit := wr.draft.Name, wr.draft.Edit
		return tea.Tick(rest, func(time.Time) tea.Msg { return restMsg{name, edit} })
	case form.Save:
		return a.submit()
	case form.Leave:
		return a.putAway()
	case form.Discard:
		wr.form.Close()
		a.say(a.words.Desk.Gone)
		return a.drop(wr.draft.Name)
	}
	return nil
}

// rest is how long nothing is typed before a draft is written down and judged.
const rest = 300 * time.Millisecond

// takeDown takes down what is typed now.
func (a *App) takeDown() {
	d := &a.writing.draft
	d.Edit, d.At, d.Typed = d.Edit+1, a.now, nil
	for name, text := range a.writing.form.Typed {
		d.Typed = append(d.Typed, dataset.Typed{Field: name, Value: text})
	}
}
