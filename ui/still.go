package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/ui/layout"
	"bordertop/ui/picture"
	"bordertop/ui/theme"
)

// Still is what a picture of the board shows, besides what the options say.
type Still struct {
	Size layout.Size
	// Pane is the one that has the focus, by its name in settings; empty is the
	// first of the preset, or the log where that is filtered. Zoom gives it all the
	// room.
	Pane string
	Zoom bool
	// Select is a record that the detail shows; empty is the one that the board
	// begins with.
	Select model.ID
}

// Frame draws the board once, as the app would: on no terminal, so that nothing is
// asked and nothing waited for. The bottom line tells what the picture shows
// instead of which keys work. An error names a pane that there is not, or a record
// that is not known at the moment shown.
func Frame(o Options, s Still) (picture.Frame, error) {
	a := New(o)
	a.still = true
	a.hush() // nobody has done anything that a message could answer
	a.window = s.Size
	a.complete(a.begin())
	if s.Pane != "" {
		p := paneOf(s.Pane)
		if !slices.Contains(config.PaneNames(), s.Pane) || a.panes[p] == nil {
			return picture.Frame{}, fmt.Errorf("no pane %s; %s", dataset.Quote(s.Pane), dataset.Meant(s.Pane, config.PaneNames()))
		}
		a.turnTo(p)
	}
	a.zoom = s.Zoom
	if s.Select != "" {
		if _, ok := a.board.Record(s.Select); !ok {
			return picture.Frame{}, fmt.Errorf("no record %s is known at that moment", dataset.Quote(string(s.Select)))
		}
		a.choose(a.focus, s.Select)
	}
	out := picture.Frame{Text: a.View(), Caption: a.plainCaption(), Lang: cmp.Or(a.config.Language, model.English)}
	if !a.dark {
		out.Ground = theme.OnLight
	}
	return out, nil
}

// complete does what a command would do meanwhile, and all that follows from it.
func (a *App) complete(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			a.complete(c)
		}
	default:
		a.complete(a.Update(msg))
	}
}

// caption tells what a picture shows: of when, from what, and what made it.
func (a *App) caption(w int) string { return line(w, a.captions()) }

// plainCaption is the whole caption without colours.
func (a *App) plainCaption() string {
	var parts []string
	for _, s := range a.captions() {
		parts = append(parts, ansi.Strip(s.text))
	}
	return strings.Join(parts, " "+a.styles.Glyphs.Dot+" ")
}

func (a *App) captions() []segment {
	words := a.words.Picture
	records, sources, newest := a.basis()
	basis := a.words.Count(words.Records, records)
	if sources > 0 {
		basis += " " + a.words.Count(words.Sources, sources)
	}
	if !newest.IsZero() {
		basis += ", " + fmt.Sprintf(words.Newest, a.words.FullDate(newest.In(a.o.Zone)))
	}
	out := []segment{
		{text: a.styles.Heading.Render(a.stamp()), priority: 4},
		{text: a.styles.Muted.Render(basis), priority: 3},
		{text: a.styles.Muted.Render(words.Made), priority: 2, right: true},
	}
	if a.o.Name == "" {
		return out
	}
	return append([]segment{{text: a.styles.Muted.Render(a.o.Name), priority: 1}}, out...)
}

// stamp is the moment shown and its zone and, where that is not the same, by when
// it was known.
func (a *App) stamp() string {
	at := a.moment()
	text := a.words.Clock(at, a.o.Zone) + " " + a.zone(at)
	if known := a.known(); !known.Equal(at) {
		text += ", " + fmt.Sprintf(a.words.Picture.Known, a.words.FullDate(known.In(a.o.Zone)))
	}
	return text
}

// zone names the clock of the board at a moment: by its place or, where the
// dataset names none, by its abbreviation.
func (a *App) zone(at time.Time) string {
	if len(a.o.Clocks) > 0 {
		return a.o.Clocks[0].Name
	}
	return at.In(a.o.Zone).Format("MST")
}

// basis is what was public by the moment shown: how many facts, from how many
// sources, and when the newest came.
func (a *App) basis() (records, sources int64, newest time.Time) {
	count := func(id model.ID) {
		at := a.board.KnownAt(id)
		if at.After(a.board.Known) {
			return
		}
		records++
		if at.After(newest) {
			newest = at
		}
	}
	for _, r := range a.log.Rest() {
		if r.Kind() != model.KindSource {
			count(r.Head().ID)
		}
	}
	for id := range a.log.Events().IDs() {
		count(id)
	}
	return records, int64(len(a.board.Citations())), newest
}
