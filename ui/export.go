package ui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
)

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
	id, o := a.selected, a.exporting()
	return a.share(func(b model.Board) copyMsg {
		text, err := export.Quote(b, id, o)
		if errors.Is(err, export.ErrNoSource) {
			err = errors.New(o.Words.Frame.NoSource)
		}
		return copyMsg{text: text, what: text, records: outgoing(b, []model.ID{id}, o), err: err}
	})
}

// copyRecord copies what is selected in a format of export.Records.
func (a *App) copyRecord(format string) tea.Cmd {
	id, o := a.selected, a.exporting()
	return a.share(func(b model.Board) copyMsg {
		var text bytes.Buffer
		err := export.Records(&text, format, b, recordsOf(b, id), o)
		// A record in full begins with signs of its format; its sentence says what it is.
		what, fault := export.Quote(b, id, o)
		switch {
		case errors.Is(fault, export.ErrNoSource):
			err = errors.New(o.Words.Frame.NoSource)
		case fault != nil:
			what = string(id)
		}
		return copyMsg{text: text.String(), what: strings.ToUpper(format) + " " + what, records: outgoing(b, []model.ID{id}, o), err: err}
	})
}

// recordsOf are what an id names: a record, or the measures of an act.
func recordsOf(b model.Board, id model.ID) []model.Record {
	if r, ok := b.Record(id); ok {
		return []model.Record{r.Record}
	}
	var out []model.Record
	for _, m := range b.Act(id) {
		out = append(out, m)
	}
	return out
}

// copyMsg is what is to be copied, or why nothing is.
type copyMsg struct {
	text string
	// what tells what it is, and less that it is other than what the screen shows.
	what    string
	less    bool
	records []state.Copied
	err     error
}

// share copies what is made of the board that others may know. That takes its time
// where there are embargoes.
func (a *App) share(compose func(model.Board) copyMsg) tea.Cmd {
	w := a.words
	if a.selected == "" || len(recordsOf(a.board, a.selected)) == 0 {
		a.fail(w.Palette.NoSelection)
		return nil
	}
	if !a.log.Sealed() {
		return a.copied(compose(a.board))
	}
	if end, ok := a.log.Embargoes(a.now)[a.selected]; ok {
		return a.copied(copyMsg{err: fmt.Errorf(w.Private.NotCopied, a.instant(end))})
	}
	public, shown := a.public(), a.board
	return func() tea.Msg {
		msg := compose(public())
		msg.less = msg.err == nil && msg.text != compose(shown).text
		return msg
	}
}

// beginning is how much is told of what was copied, in cells: enough to know it by.
const beginning = 60

// copied hands text to the clipboard and tells what it is.
func (a *App) copied(msg copyMsg) tea.Cmd {
	w := a.words
	if msg.err != nil {
		a.fail(fmt.Sprintf(w.Frame.NotCopied, clean.Err(msg.err)))
		return nil
	}
	text := w.Frame.Copied
	if msg.less {
		text = w.Private.Publicly
	}
	a.say(fmt.Sprintf(text, draw.Cut(clean.Line(msg.what).String(), beginning)))
	note := a.noting()
	noting := func() tea.Msg { return notedMsg{note("", msg.records)} }
	if a.config.Clipboard == config.Native && !a.o.Remote {
		return tea.Batch(screen.CopyNative(msg.text), noting)
	}
	return tea.Batch(screen.Copy(msg.text), noting)
}

// exportedMsg says that records were written to a file, or why not.
type exportedMsg struct {
	name    string
	n, kept int // how many left, and how many stay under embargo
	err     error
	unnoted error
}

// export writes what the log shows, or the deadlines, to a file that is not there
// yet.
func (a *App) export(name string) tea.Cmd {
	w := a.words.Palette
	log, ok := a.panes[layout.Incidents].(pane.Lister)
	if !ok || a.o.Export == nil {
		return a.refuse(w.NoExport)
	}
	format := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	if formats := export.Endings(); !slices.Contains(formats, format) {
		return a.refuse(fmt.Sprintf(w.NoFormat, "."+strings.Join(formats, ", .")))
	}
	records := log.Shown(a.scene(layout.Incidents, a.inner(layout.Incidents)))
	if len(records) == 0 && format != "ics" {
		return a.refuse(w.NothingToExport)
	}
	a.say(w.Exporting)
	create, note, board, o := a.o.Export, a.noting(), a.public(), a.exporting()
	return func() tea.Msg {
		var text bytes.Buffer
		b := board()
		leaving := publicOf(b, records)
		n, err := export.Export(&text, format, b, leaving, o)
		if err == nil {
			err = write(create, name, text.Bytes())
		}
		var unnoted error
		if err == nil {
			unnoted = note(name, outgoing(b, idsOf(leaving), o))
		}
		return exportedMsg{name, n, len(records) - len(leaving), err, unnoted}
	}
}

// public works out the board that others may know; any goroutine may ask.
func (a *App) public() func() model.Board {
	if !a.log.Sealed() {
		b := a.board
		return func() model.Board { return b }
	}
	log, now, at, known := a.log, a.now, a.moment(), a.known()
	return func() model.Board { return log.Public(now).At(at, known) }
}

func idsOf(records []model.Record) []model.ID {
	out := make([]model.ID, len(records))
	for i, r := range records {
		out[i] = r.Head().ID
	}
	return out
}

// publicOf are those of some records that a board knows, as it knows them.
func publicOf(b model.Board, records []model.Record) []model.Record {
	var out []model.Record
	for _, r := range records {
		if known, ok := b.Record(r.Head().ID); ok {
			out = append(out, known.Record)
		}
	}
	return out
}

// write makes a file whole.
func write(create func(string) (io.WriteCloser, error), name string, text []byte) error {
	f, err := create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

// exported says what became of a file. Where nothing was done since, a fault is
// shown where its name was typed.
func (a *App) exported(msg exportedMsg) {
	w := a.words.Palette
	waiting := a.said == w.Exporting
	switch {
	case msg.err == nil:
		text := a.words.Exported(msg.n, clean.Line(msg.name).String())
		if msg.kept > 0 {
			text += "; " + a.words.Count(a.words.Private.Without, int64(msg.kept))
		}
		a.say(text)
		a.noted(notedMsg{msg.unnoted})
	case waiting:
		a.hush()
		a.refuse(fmt.Sprintf(w.NotExported, clean.Err(msg.err)))
	default:
		a.fail(fmt.Sprintf(w.NotExported, clean.Err(msg.err)))
	}
}
