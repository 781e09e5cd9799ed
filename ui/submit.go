package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/desk"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/ui/form"
)

// Entry is what is added to the desk's journal in one piece.
type Entry struct {
	// Config names the journal and the desk.
	Config config.Config
	// Zone is that of the records' days.
	Zone    *time.Location
	Records []model.Record
}

// addedMsg says that a draft was added as an entry of a number, or why not: it is at
// fault, as the report tells, or the journal did not take it.
type addedMsg struct {
	draft  model.ID
	ids    []model.ID
	seq    int64
	report *form.Report
	err    error
}

// slip is a draft with all that it takes to make records of it, apart from the app.
type slip struct {
	state.Draft

	log   model.Log
	rules model.Rules
	zone  *time.Location
	now   time.Time
	words lang.Words
	past  string // what is said because the board stands in the past
}

func (a *App) slip() slip {
	s := slip{Draft: a.writing.draft, log: a.log, rules: a.config.Rules(), zone: a.o.Zone, now: a.now, words: a.words}
	if !a.live() {
		s.past = fmt.Sprintf(a.words.Desk.Past, a.instant(a.moment()), a.keys.Now.Help().Key)
	}
	return s
}

// judge works out what would come of the draft: of one at a time, for with a large log
// that takes a while.
func (a *App) judge() tea.Cmd {
	wr := &a.writing
	if wr.stale = wr.judging; wr.stale {
		return nil
	}
	wr.judging = true
	s := a.slip()
	return func() tea.Msg {
		d, faults := s.records()
		return reportMsg{s.Name, s.Edit, s.report(d, faults)}
	}
}

// judged shows what would come of the draft, if it is still the same.
func (a *App) judged(msg reportMsg) tea.Cmd {
	wr := &a.writing
	wr.judging = false
	if msg.draft == wr.draft.Name && msg.edit == wr.draft.Edit {
		wr.form.Tell(msg.report)
	}
	if wr.stale && wr.form.IsOpen() {
		return a.judge()
	}
	return nil
}

// longWait is how long other programs that write to the journal are waited for.
const longWait = 20 * time.Second

// submit adds what is typed to the journal. The text stays until that is sure.
func (a *App) submit() tea.Cmd {
	a.takeDown()
	a.writing.form.Wait()
	s, add := a.slip(), a.o.Append
	entry, missing := Entry{Config: a.config, Zone: a.o.Zone}, a.writing.form.Missing()
	return tea.Batch(a.keep(), func() tea.Msg {
		d, faults := s.records()
		for _, name := range missing {
			faults = append(faults, dataset.Fault{Key: name, Problem: missed})
		}
		if len(faults) > 0 {
			report := s.report(d, faults)
			return addedMsg{draft: s.Name, report: &report}
		}
		ctx, cancel := context.WithTimeout(context.Background(), longWait)
		defer cancel()
		entry.Records = d.Drafts()
		seq, err := add(ctx, entry)
		msg := addedMsg{draft: s.Name, seq: seq, err: err}
		for _, r := range entry.Records {
			msg.ids = append(msg.ids, r.Head().ID)
		}
		return msg
	})
}

// added tells what became of a draft that was to be added.
func (a *App) added(msg addedMsg) tea.Cmd {
	wr, w := &a.writing, a.words.Desk
	shown := wr.form.IsOpen() && wr.draft.Name == msg.draft
	switch {
	case msg.report != nil && shown:
		wr.form.Refuse(*msg.report)
		return nil
	case msg.report != nil || msg.seq == 0 && !shown:
		why := clean.Err(msg.err)
		for _, fault := range msg.faults() {
			why = fault
		}
		a.fail(fmt.Sprintf(w.NotAddedKept, why))
		return nil
	case msg.seq == 0:
		wr.form.Fail(fmt.Sprintf(w.NotAdded, clean.Err(msg.err)))
		return nil
	}
	if shown {
		wr.form.Close()
	}
	names := make([]string, len(msg.ids))
	for i, id := range msg.ids {
		names[i] = string(id)
		if wr.mine == nil {
			wr.mine = map[model.ID]bool{}
		}
		wr.mine[id] = true
	}
	text := fmt.Sprintf(w.Added, strings.Join(names, ", "), strconv.FormatInt(msg.seq, 10))
	if msg.err != nil {
		a.fail(fmt.Sprintf(w.AddedBut, strings.Join(names, ", "), strconv.FormatInt(msg.seq, 10), clean.Err(msg.err)))
	} else {
		a.say(text)
	}
	return a.drop(msg.draft)
}

func (m addedMsg) faults() map[string]string {
	if m.report == nil {
		return nil
	}
	return m.report.Faults
}

// records drafts the records of a slip.
func (s slip) records() (*desk.Desk, dataset.Faults) {
	d := desk.New(s.log, s.zone, s.now)
	var own, set, source []dataset.Typed
	for _, t := range s.Typed {
		if field, ok := strings.CutPrefix(t.Field, setField); ok {
			set = append(set, dataset.Typed{Field: field, Value: t.Value})
		} else if field, ok := strings.CutPrefix(t.Field, sourceField); ok {
			source = append(source, dataset.Typed{Field: field, Value: t.Value})
		} else {
			own = append(own, t)
		}
	}
	var faults dataset.Faults
	if s.Of == "" {
		faults = d.Add(s.Kind, own)
	} else {
		faults = d.Amend(s.Of, set, own)
	}
	if len(source) == 0 {
		return d, faults
	}
	odd := d.Cite(source)
	for i := range odd {
		odd[i].Key = sourceField + odd[i].Key
	}
	return d, append(faults, odd...)
}

// report tells what would come of the records that were drafted.
func (s slip) report(d *desk.Desk, faults dataset.Faults) form.Report {
	r := form.Report{}
	if s.past != "" {
		r.Notes = append(r.Notes, s.past)
	}
	if len(faults) > 0 {
		r.Faults = map[string]string{}
		for _, f := range faults {
			r.Faults[f.Key] = s.explain(f)
		}
		return r
	}
	for _, id := range d.Twins() {
		r.Twins = append(r.Twins, fmt.Sprintf(s.words.Desk.Twin, id))
	}
	r.Shows = s.shows(d.Drafts())
	return r
}

// missed is what is wrong with a field that must be there, as the dataset says it.
const missed = "missing"

// explain says what is wrong with a field, and what to write instead.
func (s slip) explain(f dataset.Fault) string {
	switch {
	case f.Problem == missed:
		return s.words.Desk.Needed
	case f.Key == "set":
		return s.words.Desk.Unset
	}
	text := s.words.Problem(f.Problem)
	if f.Remedy != "" {
		text += "; " + s.words.Problem(f.Remedy)
	}
	return text
}

// mostShown is how many changes of the board are told.
const mostShown = 12

// shows tells what would be other on the board of the present with more records. The
// events that have no part in that are left out: there may be very many.
func (s slip) shows(more []model.Record) []string {
	base := s.log.Rest()
	if r := s.log.Record(s.Of); r != nil && (r.Kind() == model.KindIncident || r.Kind() == model.KindStatement) {
		base = append(base, r)
	}
	before, err := model.NewLog(s.rules, base...)
	if err != nil {
		return nil
	}
	after, err := before.With(more...)
	if err != nil {
		return nil
	}
	board := after.At(s.now, s.now)
	o := export.Options{Words: s.words, Zone: s.zone, Live: true}
	var out []string
	for _, d := range model.Diff(before.At(s.now, s.now), board) {
		if len(out) == mostShown {
			break
		}
		out = append(out, export.Tell(board, d, o).Sentence(s.words))
	}
	return out
}
