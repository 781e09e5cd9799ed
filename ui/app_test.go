package ui_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/ui"
	"bordertop/ui/pane"
	"bordertop/ui/uitest"
)

// today is the wall clock of the tests.
func today() time.Time { return time.Date(2026, 11, 23, 18, 45, 7, 0, time.UTC) }

// board gives options that show the embedded dataset, without colours.
func board(tb testing.TB) ui.Options {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{Now: today()})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	log, err := model.NewLog(model.DefaultRules(), d.Records...)
	if err != nil {
		tb.Fatal(err)
	}
	o := ui.Options{Log: log, Name: d.Title.String(), Now: today, Zone: d.Zone}
	for _, c := range d.Zones {
		o.Clocks = append(o.Clocks, pane.Clock{Name: c.Name.String(), Zone: c.Zone})
	}
	return o
}

// asOf moves the options to a moment by the clocks of Vilnius.
func asOf(tb testing.TB, o ui.Options, when string) ui.Options {
	tb.Helper()
	m, err := model.ParseMoment(when, o.Zone)
	if err != nil {
		tb.Fatal(err)
	}
	o.At = m.Asked()
	return o
}

func open(o ui.Options, w, h int) *ui.App {
	a := ui.New(o)
	a.Init()
	a.Update(tea.WindowSizeMsg{Width: w, Height: h})
	return a
}

// press sends keys: runes one by one, or a special key by its type.
func press(a *ui.App, keys ...any) {
	for _, k := range keys {
		switch k := k.(type) {
		case string:
			for _, r := range k {
				a.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
			}
		case tea.KeyType:
			a.Update(tea.KeyMsg{Type: k})
		}
	}
}

func TestFramesOfTheFoundingArticle(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	for _, s := range []struct{ w, h int }{{140, 42}, {100, 30}, {80, 24}, {50, 15}} {
		t.Run(fmt.Sprintf("%dx%d", s.w, s.h), func(t *testing.T) {
			t.Parallel()
			uitest.Golden(t, fmt.Sprintf("desk-%dx%d", s.w, s.h), plain(open(o, s.w, s.h).View()))
		})
	}
}

// plain leaves out the weights and reverses that stay without colours.
func plain(frame string) string { return ansi.Strip(frame) }

func TestFramesOfOtherViews(t *testing.T) {
	t.Parallel()
	o := board(t)
	onMap := o
	onMap.Config.Preset = config.Map
	cases := map[string]func() *ui.App{
		"log-140x42":  func() *ui.App { p := o; p.Config.Preset = config.Log; return open(p, 140, 42) },
		"live-100x30": func() *ui.App { return open(o, 100, 30) },
		"help-80x24":  func() *ui.App { a := open(o, 80, 24); press(a, "?"); return a },
		"zoom-80x24":  func() *ui.App { a := open(o, 80, 24); press(a, "3z"); return a },
		"ascii-100x30": func() *ui.App {
			p := asOf(t, o, "2025-11-11 18:00")
			p.Config.ASCII = true
			return open(p, 100, 30)
		},
		"timeline-140x42": func() *ui.App {
			a := open(asOf(t, o, "2025-11-21"), 140, 42)
			press(a, "8z")
			return a
		},
		"timeline-80x24": func() *ui.App {
			a := open(asOf(t, o, "2025-11-11 18:00"), 80, 24)
			press(a, "8z")
			return a
		},
		"timeline-100x30": func() *ui.App {
			a := open(asOf(t, o, "2025-11-11 18:00"), 100, 30)
			press(a, "8")
			return a
		},
		"map-140x42": func() *ui.App { return open(asOf(t, onMap, "2025-11-11 18:00"), 140, 42) },
		"map-80x24":  func() *ui.App { return open(asOf(t, onMap, "2025-11-11 18:00"), 80, 24) },
		"line-38x10": func() *ui.App { return open(o, 38, 10) },
	}
	for name, view := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			uitest.Golden(t, name, plain(view().View()))
		})
	}
}

func TestColoursOfEachTheme(t *testing.T) {
	t.Parallel()
	for name, background := range map[string]ui.Background{"dark": ui.Dark, "light": ui.Light} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := asOf(t, board(t), "2025-11-11 18:00")
			o.Background, o.Colours = background, ui.TrueColour
			uitest.Golden(t, "colour-"+name+"-100x30", open(o, 100, 30).View())
		})
	}
}

func TestASCIIFramesHoldNothingElse(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Config.ASCII = true
	// A name and a notice as long as the line leave nothing out of it.
	o.Name, o.Notice = "Šalčininkai–Бенякони", "“…”"
	a := open(o, 140, 42)
	for _, size := range []tea.WindowSizeMsg{{Width: 140, Height: 42}, {Width: 50, Height: 15}, {Width: 300, Height: 8}, {Width: 38, Height: 10}} {
		a.Update(size)
		for _, keys := range []string{"", "1", "2", "3", "4", "5", "6", "z", "?", "?z"} {
			press(a, keys)
			if i := strings.IndexFunc(a.View(), func(r rune) bool { return r > 0x7e }); i >= 0 {
				t.Errorf("%dx%d, after %q: the frame holds %q", size.Width, size.Height, keys, a.View()[i:i+4])
			}
		}
	}
}

// logs are an empty one, the embedded one, and those with texts of each script.
func logs(tb testing.TB) map[string]model.Log {
	tb.Helper()
	out := map[string]model.Log{"empty": {}, "embedded": board(tb).Log, "large": crowded(tb, 20_000).Log}
	for name, text := range uitest.Texts() {
		log, err := model.NewLog(model.DefaultRules(), sample(clean.Body(text))...)
		if err != nil {
			tb.Fatal(err)
		}
		out[name] = log
	}
	return out
}

// sample is a record of each kind that a pane shows, with the text wherever one
// may stand.
func sample(text clean.Text) []model.Record {
	at := model.Exactly(today().Add(-2 * time.Hour))
	later := model.Exactly(today().Add(50 * time.Hour))
	n := int64(1000)
	fact := func(id model.ID) model.Fact { return model.Fact{ID: id, Sources: []model.ID{"s"}, Note: text} }
	return []model.Record{
		&model.Source{Fact: model.Fact{ID: "s"}, Publisher: text, Title: text, Published: at, StateMedia: true, Origin: text},
		&model.Crossing{Fact: fact("c"), Name: text, Counterpart: text, Countries: []model.Country{"LT", "BY"}, Serves: []model.Class{model.Car, model.Truck}},
		&model.Measure{Fact: fact("m"), Type: model.Closure, By: text, Crossings: []model.ID{"c"}, From: at, Until: later, Allows: []model.Permit{{Who: text}}},
		&model.Measure{Fact: fact("b"), Type: model.Ban, By: text, Classes: []model.Class{model.Truck}, From: at, EndsWhen: text, Affects: text},
		&model.Deadline{Fact: fact("d"), Title: text, Due: later, By: text},
		&model.Count{Fact: fact("n"), At: at, Value: &n, What: model.Stranded, Unit: model.UnitTruck, By: text, Side: text, Summary: text},
		&model.Condition{Fact: fact("k"), Side: text, By: text, Stated: at, Text: text, State: model.Unmet},
		&model.Incident{Fact: fact("i"), At: at, Category: "airport", Severity: 4, Title: text, Summary: text, Where: text},
		&model.Statement{Fact: fact("q"), At: at, Speaker: text, Role: text, Summary: text, Quote: text},
	}
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	for name, log := range logs(t) {
		for _, preset := range config.Presets() {
			t.Run(name+"/"+string(preset), func(t *testing.T) {
				t.Parallel()
				o := board(t)
				o.Log, o.Config.Preset = log, preset
				a := open(o, 80, 24)
				uitest.Sweep(t, uitest.Sizes(), func(w, h int) string {
					a.Update(tea.WindowSizeMsg{Width: w, Height: h})
					return a.View()
				})
			})
		}
	}
}

func TestAnyKeyAtAnySizeFillsTheWindow(t *testing.T) {
	t.Parallel()
	a := open(board(t), 80, 24)
	random := rand.New(rand.NewPCG(1, 2))
	keys := []tea.KeyMsg{{Type: tea.KeyTab}, {Type: tea.KeyShiftTab}, {Type: tea.KeyEnter}, {Type: tea.KeyEsc}, {Type: tea.KeyPgDown}, {Type: tea.KeyPgUp}, {Type: tea.KeyBackspace}}
	for _, r := range "123456zjkgGm?:/fDFsSueEnN{}.yYo th" {
		keys = append(keys, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	for range 10_000 {
		w, h := 1+random.IntN(160), 1+random.IntN(50)
		a.Update(tea.WindowSizeMsg{Width: w, Height: h})
		a.Update(keys[random.IntN(len(keys))])
		a.Update(tea.MouseMsg{X: random.IntN(w), Y: random.IntN(h), Action: tea.MouseActionPress, Button: tea.MouseButton(random.IntN(6))})
		if err := uitest.Fills(a.View(), w, h); err != nil {
			t.Fatalf("%dx%d: %v", w, h, err)
		}
	}
}

func TestKeysLeadAround(t *testing.T) {
	t.Parallel()
	title := func(a *ui.App) string { return plain(a.View()) }
	o := asOf(t, board(t), "2025-11-11 18:00")
	cases := []struct {
		name string
		keys []any
		want string
	}{
		{"tab goes to the next pane", []any{tea.KeyTab, "z"}, "╭ 3 "},
		{"shift+tab goes back around", []any{tea.KeyShiftTab, "z"}, "╭ 0 "},
		{"a number goes to its pane", []any{"4z"}, "╭ 4 "},
		{"esc leaves the zoom", []any{"4z", tea.KeyEsc}, "╭ 1 "},
		{"enter opens what is under the cursor", []any{"5", tea.KeyEnter, "z"}, "╭ 6 "},
		{"esc leads back from where it was opened", []any{"5", tea.KeyEnter, tea.KeyEsc, "z"}, "╭ 5 "},
		{"esc leaves the filter of the log before the zoom", []any{"5z/airport", tea.KeyEnter, tea.KeyEsc}, "╭ 5 Incidents  50 ─"},
		{"and then the zoom", []any{"5z/airport", tea.KeyEnter, tea.KeyEsc, tea.KeyEsc}, "╭ 1 Crossings"},
		{"esc leaves a link before the detail", []any{"5", tea.KeyEnter, "n", tea.KeyEnter, tea.KeyEsc, "z"}, "╭ 6 Detail"},
		{"a key of the log works from elsewhere", []any{"1/airport"}, "filter: airport"},
		{"a dot leads back to the present", []any{"."}, "23 Nov 2026"},
		{"the help shows keys", []any{"?"}, "Keys that work here"},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a := open(o, 140, 42)
			press(a, tt.keys...)
			if !strings.Contains(title(a), tt.want) {
				t.Errorf("after %v no %q in\n%s", tt.keys, tt.want, title(a))
			}
		})
	}
}

func TestKeysThatArriveTogetherAreAllPressed(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	one, all := open(o, 140, 42), open(o, 140, 42)
	press(one, "5jjjj")
	all.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("5jjjj")})
	if one.View() != all.View() {
		t.Error("keys in one message do other than the same keys one by one")
	}
}

func TestOnlyQAndCtrlCQuit(t *testing.T) {
	t.Parallel()
	quits := func(msg tea.KeyMsg) bool {
		cmd := open(board(t), 80, 24).Update(msg)
		if cmd == nil {
			return false
		}
		_, ok := cmd().(tea.QuitMsg)
		return ok
	}
	for _, msg := range []tea.KeyMsg{{Type: tea.KeyRunes, Runes: []rune("q")}, {Type: tea.KeyCtrlC}} {
		if !quits(msg) {
			t.Errorf("%s does not quit", msg)
		}
	}
	for _, msg := range []tea.KeyMsg{{Type: tea.KeyEsc}, {Type: tea.KeyRunes, Runes: []rune("x")}, {Type: tea.KeyEnter}} {
		if quits(msg) {
			t.Errorf("%s quits", msg)
		}
	}
}
