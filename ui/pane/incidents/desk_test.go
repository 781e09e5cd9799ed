package incidents_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/pane"
	"bordertop/ui/pane/incidents"
)

// desk is a reader in front of the pane.
type desk struct {
	*incidents.Pane

	tb    testing.TB
	scene pane.Scene
	last  pane.Intent
}

// autumn is a log of ten events on four days.
func autumn() []model.Record {
	at := func(day, hour int) model.Moment {
		return model.Exactly(time.Date(2025, 11, day, hour, 0, 0, 0, time.UTC))
	}
	source := func(id model.ID, publisher string) model.Record {
		return &model.Source{Fact: model.Fact{ID: id}, Publisher: clean.Line(publisher)}
	}
	event := func(id model.ID, when model.Moment, category model.ID, severity int64, title string, sources ...model.ID) model.Record {
		return &model.Incident{
			Fact: model.Fact{ID: id, Sources: sources}, At: when, Title: clean.Line(title), Category: category, Severity: severity,
		}
	}
	return []model.Record{
		source("s-lrt", "LRT"), source("s-belta", "BelTA"),
		event("i-10", at(11, 17), "airport", 2, "Vilnius airport stops for an hour", "s-lrt"),
		event("i-09", at(11, 15), "trucks", 3, "Stranded trucks are moved", "s-belta"),
		event("i-08", at(11, 9), "balloon", 1, "Balloons over Vilnius", "s-lrt"),
		&model.Statement{
			Fact: model.Fact{ID: "s-07", Sources: []model.ID{"s-belta"}}, At: at(10, 20),
			Speaker: clean.Line("Minister"), Summary: clean.Line("The border stays shut"),
		},
		event("i-06", at(10, 12), "trucks", 2, "Queue of trucks grows", "s-lrt"),
		event("i-05", at(10, 7), "airport", 4, "Airport shut all night", "s-lrt"),
		event("i-04", at(5, 22), "balloon", 1, "Three balloons found"),
		event("i-03", at(5, 8), "restriction", 3, "Truck ban announced", "s-belta"),
		event("i-02", at(1, 12), "airport", 2, "Airport opens late", "s-lrt"),
		event("i-01", at(1, 6), "trucks", 1, "First trucks return", "s-belta"),
	}
}

func sit(tb testing.TB, w, h int, records ...model.Record) *desk {
	tb.Helper()
	d := &desk{tb: tb, scene: show(tb, w, h, records...)}
	d.Pane = incidents.New(pane.DefaultKeys())
	return d
}

// saved gives the desk filters of its own.
func (d *desk) saved(filters ...string) *desk {
	for i := 0; i < len(filters); i += 2 {
		d.scene.Filters = append(d.scene.Filters, config.SavedFilter{Name: clean.Line(filters[i]), Query: filters[i+1]})
	}
	return d
}

// press presses keys, named as Bubble Tea names them; "type:" is followed by what
// is typed, and "paste:" by what is pasted at once.
func (d *desk) press(keys ...string) pane.Intent {
	d.tb.Helper()
	for _, name := range keys {
		if text, ok := strings.CutPrefix(name, "type:"); ok {
			for _, r := range text {
				d.send(stroke(string(r)))
			}
			continue
		}
		if text, ok := strings.CutPrefix(name, "paste:"); ok {
			d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
			continue
		}
		d.send(stroke(name))
	}
	return d.last
}

func stroke(name string) tea.KeyMsg {
	named := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "ctrl+u": tea.KeyCtrlU, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "backspace": tea.KeyBackspace, "home": tea.KeyHome, "ctrl+v": tea.KeyCtrlV, "ctrl+d": tea.KeyCtrlD,
	}
	if t, ok := named[name]; ok {
		return tea.KeyMsg{Type: t}
	}
	if name == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// send gives a message to the pane, and selects what it asks for as the app does.
func (d *desk) send(msg tea.Msg) {
	d.tb.Helper()
	var cmd tea.Cmd
	d.last, cmd = d.Update(d.scene, msg)
	if cmd != nil {
		d.tb.Errorf("%v leads to a command", msg)
	}
	switch i := d.last.(type) {
	case pane.Select:
		d.scene.Selected = i.ID
		d.scene.Reader.See(i.ID)
	case nil, pane.Open, pane.Seek, pane.Compare, pane.Say, pane.Visit:
	}
}

func (d *desk) click(x, y int) pane.Intent {
	d.send(tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	return d.last
}

func (d *desk) frame() []string { return frame(d.Pane, d.scene) }

// ids are the records in the list, in its order.
func (d *desk) ids() string {
	var ids []string
	for _, r := range d.Shown(d.scene) {
		ids = append(ids, strings.TrimLeft(string(r.Head().ID), "is-"))
	}
	return strings.Join(ids, " ")
}

// says is what the pane asks to be shown in the bottom line.
func (d *desk) says() string {
	if say, ok := d.last.(pane.Say); ok {
		return say.Text
	}
	return fmt.Sprintf("nothing, but asks for %#v", d.last)
}

// on is the record that the pane asked to be selected last.
func (d *desk) on() string { return strings.TrimLeft(string(d.scene.Selected), "is-") }

// learn puts other records on the board.
func (d *desk) learn(records ...model.Record) {
	next := show(d.tb, d.scene.Size.W, d.scene.Size.H, records...)
	d.scene.Board, d.scene.Log, d.scene.Index = next.Board, next.Log, next.Index
}

func (d *desk) has(text string) bool {
	return slices.ContainsFunc(d.frame(), func(line string) bool { return strings.Contains(line, text) })
}

// expect compares what the list shows.
func (d *desk) expect(why, want string) {
	d.tb.Helper()
	if got := d.ids(); got != want {
		d.tb.Errorf("%s: the list shows %q, want %q", why, got, want)
	}
}
