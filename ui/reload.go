package ui

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/query"
	"bordertop/model/source"
	"bordertop/ui/pane"
)

// Change is what became of the files and of the live sources that a board is made of.
// One of its fields is set.
type Change struct {
	Settings *config.Change
	Data     *Data
	// Feeds tells how all live sources fare; it is empty, not nil, where there are none.
	Feeds []source.Health
	// Polled is why changes will be found late.
	Polled error
	// Alerts are those that are to be seen to, where others are than before.
	Alerts *Alerts
}

// Data are the records after they were read again, or why those that are shown
// stay.
type Data struct {
	// These are as in Options; Clocks as in config.Config.
	Log    model.Log
	Name   string
	Zone   *time.Location
	Clocks []config.Clock
	// Reader and Save are those of another board; nil where it is the same as before.
	Reader *state.Reader
	Save   func(*state.Saving) error

	// Live tells that live sources brought them, of which little is said, and Kept that
	// these had told it before the program was started, of which nothing is.
	Live, Kept bool
	// Turnover tells what became of the records that are shown, and Files in which
	// files the new and the changed ones stand.
	Turnover model.Turnover
	Files    []string
	// Warning is what there is to say of the files besides; nil where there is
	// nothing new.
	Warning error

	// Err is why there is nothing of the above. Anyway tells that Options.Reload takes
	// the files as they are.
	Err    error
	Anyway bool
}

// changeMsg brings what became of files.
type changeMsg Change

// swapMsg brings records for which the text is ready for search.
type swapMsg struct {
	number int
	index  *query.Index
}

// reload is what the app knows of the records that it shows.
type reload struct {
	// number counts what came, and next is what is not shown yet, if anything is: its
	// text is being made ready.
	number int
	next   *Data
	// news is what there is to say of it.
	news string
	// shown counts what was shown.
	shown int
	// since is when the files were found to be at fault; zero while they are not.
	since time.Time
	// parting writes down marks of the board that was shown before; nil where there
	// was none.
	parting func() error
}

// learn takes what became of the files.
func (a *App) learn(msg changeMsg) tea.Cmd {
	switch {
	case msg.Settings != nil:
		return tea.Batch(a.await(), a.reconfigured(*msg.Settings))
	case msg.Data != nil:
		return tea.Batch(a.await(), a.renewed(*msg.Data))
	case msg.Feeds != nil:
		a.heard(msg.Feeds)
	case msg.Alerts != nil:
		return tea.Batch(a.await(), a.alerted(*msg.Alerts))
	case msg.Polled != nil:
		a.say(fmt.Sprintf(a.words.Frame.Polled, clean.Err(msg.Polled)))
	}
	return a.await()
}

// renewed takes other records. Where the log is searched, the screen waits for
// their text before it changes: a filter holds on without a gap.
func (a *App) renewed(d Data) tea.Cmd {
	r := &a.reload
	if d.Err != nil {
		if r.since.IsZero() {
			r.since = a.now
		}
		a.fail(a.stays(d))
		return nil
	}
	healed, pending := !d.Live && !r.since.IsZero(), r.next != nil
	if pending {
		d = d.after(*r.next)
	}
	r.number++
	alone := a.expected(&d)
	r.next = &d
	news := ""
	switch {
	case d.Live:
		news = a.alarming(d)
	case !alone || healed: // What was added here was told.
		news = a.became(d, healed)
	}
	if !d.Live {
		r.since = time.Time{}
	}
	if news != "" || !d.Live || !pending {
		r.news = news
	}
	if a.index == nil && !a.reading {
		return a.swap(nil)
	}
	number, log := r.number, d.Log
	return func() tea.Msg { return swapMsg{number, query.NewIndex(log)} }
}

// swapped shows records, unless others have come since.
func (a *App) swapped(msg swapMsg) tea.Cmd {
	if msg.number != a.reload.number {
		return nil
	}
	return a.swap(msg.index)
}

// after are records with the news of those that came before and were not shown.
func (d Data) after(before Data) Data {
	news := func(d Data) []model.ID { return d.Turnover.Came[:d.Turnover.News] }
	came := slices.DeleteFunc(slices.Concat(news(before), news(d)), func(id model.ID) bool { return !d.Log.Holds(id) })
	d.Turnover.Came = append(came, d.Turnover.Came[d.Turnover.News:]...)
	d.Turnover.News = len(came)
	if d.Reader == nil {
		d.Reader, d.Save = before.Reader, before.Save
	}
	return d
}

// swap shows the records that came. Whatever the reader looks at stays in view.
func (a *App) swap(index *query.Index) tea.Cmd {
	d := *a.reload.next
	a.reload.next = nil
	a.reload.shown++
	a.log = d.Log.WithRules(a.config.Rules())
	a.index, a.reading = index, index != nil
	a.travel.then, a.travel.now = nil, nil
	a.o.Name, a.o.Zone = d.Name, d.Zone
	a.takeClocks(d.Clocks)
	if !a.log.Holds(a.selected) {
		a.selected = ""
	}
	parting := a.handOver(d)
	a.o.Reader.Learn(d.Turnover.Came[:d.Turnover.News])
	a.fold()
	a.forget()
	if a.reload.since.IsZero() && a.reload.news != "" { // or what is at fault now must stay to be read
		a.say(a.reload.news)
	}
	return tea.Batch(parting, a.save(), a.tidy(), a.read(), a.rewrite(), a.lookBack(true))
}

// expected takes out of the news what was added here: it is nobody else's, and its
// writer has seen it. It tells whether that is all there is.
func (a *App) expected(d *Data) bool {
	mine := a.writing.mine
	var own []model.ID
	t := &d.Turnover
	news := t.News
	came := slices.Clone(t.Came)
	t.Came, t.News = nil, 0
	for i, id := range came {
		switch {
		case mine[id]:
			own = append(own, id)
			delete(mine, id)
			continue
		case i < news:
			t.News++
		}
		t.Came = append(t.Came, id)
	}
	if len(own) == 0 {
		return false
	}
	a.o.Reader.Learn(own)
	for _, id := range own {
		a.o.Reader.See(id)
	}
	return t.None() && d.Warning == nil
}

// forget lets the panes that are out of sight forget the board that was: it would
// stay in memory until they are looked at.
func (a *App) forget() {
	for p, content := range a.panes {
		if f, ok := content.(pane.Forgetter); ok {
			f.Forget()
		}
		a.drawn[p] = drawn{}
	}
}

// handOver takes the marks of another board, and writes down those of the one that
// was shown.
func (a *App) handOver(d Data) tea.Cmd {
	if d.Reader == nil {
		return nil
	}
	reader, save, saving := a.o.Reader, a.o.Save, a.saving
	a.o.Reader, a.o.Save, a.saving, a.visited = d.Reader, d.Save, nil, false
	a.folds += reader.Version() // so that the version of the scene goes on
	if save == nil {
		return nil
	}
	rest := reader.Saving()
	before := a.reload.parting
	a.reload.parting = sync.OnceValue(func() error {
		var errs []error
		for _, write := range []func() error{before, saving} {
			if write != nil {
				errs = append(errs, write())
			}
		}
		if rest != nil {
			errs = append(errs, save(rest))
		}
		return errors.Join(errs...)
	})
	parting := a.reload.parting
	return func() tea.Msg { return savedMsg{reader, parting()} }
}

// again asks for the records to be read again.
func (a *App) again() {
	a.say(a.words.Data.Same)
	if a.o.Reload != nil {
		a.o.Reload()
		a.say(a.words.Data.Reading)
	}
}
