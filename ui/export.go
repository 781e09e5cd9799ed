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
	if a.selected == "" {
		a.fail(a.words.Palette.NoSelection)
		return nil
	}
	text, err := export.Quote(a.board, a.selected, a.exporting())
	if errors.Is(err, export.ErrNoSource) {
		err = errors.New(a.words.Frame.NoSource)
	}
	return a.copied(text, text, err)
}

// copyRecord copies what is selected in a format of export.Records.
func (a *App) copyRecord(format string) tea.Cmd {
	records := a.chosenRecords()
	if len(records) == 0 {
		a.fail(a.words.Palette.NoSelection)
		return nil
	}
	var text bytes.Buffer
	err := export.Records(&text, format, a.board, records, a.exporting())
	// A record in full begins with signs of its format; its sentence says what it is.
	what, fault := export.Quote(a.board, a.selected, a.exporting())
	switch {
	case errors.Is(fault, export.ErrNoSource):
		err = errors.New(a.words.Frame.NoSource)
	case fault != nil:
		what = string(a.selected)
	}
	return a.copied(text.String(), strings.ToUpper(format)+" "+what, err)
}

// chosenRecords are what is selected: a record, or the measures of an act.
func (a *App) chosenRecords() []model.Record {
	if r, ok := a.board.Record(a.selected); ok {
		return []model.Record{r.Record}
	}
	var out []model.Record
	for _, m := range a.board.Act(a.selected) {
		out = append(out, m)
	}
	return out
}

// beginning is how much is told of what was copied, in cells: enough to know it by.
const beginning = 60

// copied hands text to the clipboard and tells what it is.
func (a *App) copied(text, what string, err error) tea.Cmd {
	if err != nil {
		a.fail(fmt.Sprintf(a.words.Frame.NotCopied, clean.Err(err)))
		return nil
	}
	a.say(fmt.Sprintf(a.words.Frame.Copied, draw.Cut(clean.Line(what).String(), beginning)))
	if a.config.Clipboard == config.Native && !a.o.Remote {
		return screen.CopyNative(text)
	}
	return screen.Copy(text)
}

// exportedMsg says that records were written to a file, or why not.
type exportedMsg struct {
	name string
	n    int
	err  error
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
	create, b, o := a.o.Export, a.board, a.exporting()
	return func() tea.Msg {
		var text bytes.Buffer
		n, err := export.Export(&text, format, b, records, o)
		if err == nil {
			err = write(create, name, text.Bytes())
		}
		return exportedMsg{name, n, err}
	}
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
		a.say(a.words.Exported(msg.n, clean.Line(msg.name).String()))
	case waiting:
		a.hush()
		a.refuse(fmt.Sprintf(w.NotExported, clean.Err(msg.err)))
	default:
		a.fail(fmt.Sprintf(w.NotExported, clean.Err(msg.err)))
	}
}
