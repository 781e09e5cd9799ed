package ui_test

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
)

// bindings are all fields of the two sets of keys.
func bindings(k config.Keys) []key.Binding {
	var out []key.Binding
	for _, keys := range []any{ui.NewKeys(k, lang.English()), pane.NewKeys(k, lang.English())} {
		for _, v := range reflect.ValueOf(keys).Fields() {
			if b, ok := reflect.TypeAssert[key.Binding](v); ok {
				out = append(out, b)
			}
		}
	}
	return out
}

func TestEveryActionHasItsBinding(t *testing.T) {
	t.Parallel()
	own := make(config.Keys)
	var want, got []string
	for _, a := range config.Actions() {
		own[a] = []string{"key of " + string(a)}
		want = append(want, own[a]...)
	}
	for _, b := range bindings(own) {
		got = append(got, b.Keys()...)
		if b.Help().Desc == "" {
			t.Errorf("no words for what %v does", b.Keys())
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys (-of the actions +of the bindings):\n%s", diff)
	}
}

func TestHelpNamesTheKeys(t *testing.T) {
	t.Parallel()
	own := set(t, `
		keys.up = ["left"]
		keys.left = ["up", "h"]
		keys.down = ["w", "down"]
		keys.page_down = ["alt+pgdown", "ctrl+f"]
		keys.open = ["space"]
		keys.mark = ["c"]
		keys.panes = ["f1", "f2", "f3"]
		keys.zoom = []
		keys.top = ["pgdown"]
	`)
	var got []string
	for _, b := range bindings(own) {
		if b.Enabled() {
			got = append(got, b.Help().Key+" "+b.Help().Desc)
		}
	}
	for _, want := range []string{
		"← up", "↑/h left", "w down", "alt+pgdown page down", "space open", "f1-f3 go to a pane", "pgdn first", "c mark",
		"? keys", "G last", "ctrl+d half a page down", "/ filter the log", "} a day forward",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	if off := slices.IndexFunc(got, func(s string) bool { return strings.HasSuffix(s, " zoom") }); off >= 0 {
		t.Errorf("%q is switched off", got[off])
	}
}

// TestKeyNamesAreThoseOfTheTerminal compares the names that settings may use with
// those that Bubble Tea gives to what a terminal sends.
func TestKeyNamesAreThoseOfTheTerminal(t *testing.T) {
	t.Parallel()
	var sent []string
	for n := tea.KeyType(-100); n <= 127; n++ {
		if name := (tea.KeyMsg{Type: n}).String(); n != tea.KeyRunes && n != tea.KeyCtrlC && name != "" {
			sent = append(sent, strings.Replace(name, " ", "space", 1))
		}
	}
	names := config.KeyNames()
	slices.Sort(sent)
	slices.Sort(names)
	if diff := cmp.Diff(sent, names); diff != "" {
		t.Errorf("names (-sent +known):\n%s", diff)
	}
}

// set gives the keys that settings ask for.
func set(tb testing.TB, text string) config.Keys {
	tb.Helper()
	c, faults := config.Parse("c", text)
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return c.Keys
}

// bound is a dashboard of nothing, in a narrow window that has tabs and shows
// one pane, with keys of its own.
func bound(tb testing.TB, text string) *ui.App {
	tb.Helper()
	now := time.Date(2026, 11, 23, 18, 45, 7, 0, time.UTC)
	a := ui.New(ui.Options{Log: model.Log{}, Now: func() time.Time { return now }, Zone: time.UTC, Config: config.Config{Keys: set(tb, text)}})
	a.Init()
	a.Update(tea.WindowSizeMsg{Width: 50, Height: 15})
	return a
}

func runes(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }

// quits tells whether a command ends the program.
func quits(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	_, ok := cmd().(tea.QuitMsg)
	return ok
}

func TestReboundKeysWork(t *testing.T) {
	t.Parallel()
	space, ctrlX := tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}, tea.KeyMsg{Type: tea.KeyCtrlX}
	for name, tt := range map[string]struct {
		keys     string
		old, own tea.KeyMsg
	}{
		"help by a letter":          {"keys.help = ['w']", runes("?"), runes("w")},
		"help by another script":    {"keys.help = ['й']", runes("?"), runes("й")},
		"help by the space":         {"keys.help = ['space']\nkeys.mark = []", runes("?"), space},
		"help by alt and the space": {"keys.help = ['alt+space']", runes("?"), tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}, Alt: true}},
		"help by ctrl":              {"keys.help = ['ctrl+x']", runes("?"), ctrlX},
		"another pane":              {"keys.panes = ['w', 'f1']", runes("2"), tea.KeyMsg{Type: tea.KeyF1}},
		"the next pane":             {"keys.next = ['w']", tea.KeyMsg{Type: tea.KeyTab}, runes("w")},
		"the previous pane":         {"keys.previous = ['W']", tea.KeyMsg{Type: tea.KeyShiftTab}, runes("W")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := bound(t, tt.keys)
			before := a.View()
			a.Update(tt.old)
			if a.View() != before {
				t.Errorf("%s still works", tt.old)
			}
			a.Update(tt.own)
			if a.View() == before {
				t.Errorf("%s does nothing", tt.own)
			}
		})
	}
}

func TestReboundKeysOfPanesWork(t *testing.T) {
	t.Parallel()
	k := pane.NewKeys(set(t, "keys.down = ['w']\nkeys.mark = []\nkeys.bottom = ['space']"), lang.English())
	if by, ok := k.Move(runes("w"), 10); !ok || by != 1 {
		t.Errorf("w moves by %d, %v", by, ok)
	}
	if by, ok := k.Move(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}, 10); !ok || by != pane.Far {
		t.Errorf("the space moves by %d, %v", by, ok)
	}
	if _, ok := k.Move(runes("j"), 10); ok {
		t.Error("j still moves")
	}
}

func TestQuitCanBeReboundAndCtrlCCannot(t *testing.T) {
	t.Parallel()
	a := bound(t, "keys.quit = ['w']")
	if quits(a.Update(runes("q"))) {
		t.Error("q still quits")
	}
	if !quits(a.Update(runes("w"))) {
		t.Error("w does not quit")
	}
	for _, text := range []string{"", "keys.quit = ['w']", "keys.quit = []"} {
		if !quits(bound(t, text).Update(tea.KeyMsg{Type: tea.KeyCtrlC})) {
			t.Errorf("with %q ctrl+c does not quit", text)
		}
	}
}

func TestKeysSwitchedOffDoNothing(t *testing.T) {
	t.Parallel()
	a := bound(t, "keys.help = []\nkeys.suspend = []\nkeys.quit = []")
	before := a.View()
	for _, msg := range []tea.KeyMsg{runes("?"), runes("q"), {Type: tea.KeyCtrlZ}} {
		if cmd := a.Update(msg); cmd != nil || a.View() != before {
			t.Errorf("%s does something", msg)
		}
	}
	if strings.Contains(before, "quit") {
		t.Error("the bottom line shows a key that does nothing")
	}
	if cmd := bound(t, "").Update(tea.KeyMsg{Type: tea.KeyCtrlZ}); cmd == nil || cmd() != screen.Suspend() {
		t.Error("ctrl+z does not suspend where it is not switched off")
	}
}

// change gives an open dashboard other settings, as their file would.
func change(tb testing.TB, a *ui.App, changes chan ui.Change, c ui.Change) {
	tb.Helper()
	changes <- c
	batch, ok := a.Init()().(tea.BatchMsg)
	if !ok {
		tb.Fatal("no commands to begin with")
	}
	a.Update(batch[len(batch)-1]()) // which waits for settings
}

// parsed are the settings of a file.
func parsed(tb testing.TB, text string) config.Config {
	tb.Helper()
	c, faults := config.Parse("c", text)
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return c
}

func TestOtherSettingsKeepWhatIsRead(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11")
	changes := make(chan ui.Change, 1)
	o.Changes, o.Config = changes, parsed(t, "preset = 'log'")
	a := open(o, 140, 42)
	press(a, "jjjjjjjj")
	cursor := func() string {
		_, below, _ := strings.Cut(a.View(), "\x1b[1;7m") // reversed, for there are no colours
		line, _, _ := strings.Cut(below, "\n")
		return ansi.Strip(line)
	}
	before := cursor()
	for _, text := range []string{
		"preset = 'log'\nbudgets.status = '1h'\nworking = 'median'", "preset = 'log'\nmouse = false\nkeys.down = ['w']",
		"preset = 'log'\ntheme = 'high-contrast'\npalette.open = '#00ff00'",
	} {
		change(t, a, changes, ui.Change{Settings: &config.Change{Config: parsed(t, text)}})
		if got := cursor(); before == "" || got != before {
			t.Errorf("after %q the cursor is on %q, was on %q", text, got, before)
		}
		if !strings.Contains(ansi.Strip(a.View()), "new settings in force") {
			t.Errorf("after %q nothing is said:\n%s", text, a.View())
		}
	}
	change(t, a, changes, ui.Change{Settings: &config.Change{Err: errors.New("c.toml:1:1: \x1b[2Jno")}})
	if got := a.View(); !strings.Contains(ansi.Strip(got), "old settings kept: c.toml:1:1:") || strings.Contains(got, "\x1b[2J") {
		t.Errorf("the fault is not told, or raw:\n%s", got)
	}
	change(t, a, changes, ui.Change{Settings: &config.Change{Config: parsed(t, "preset = 'desk'")}})
	if got := ansi.Strip(a.View()); !strings.Contains(got, " 1 Crossings ") || !strings.Contains(got, " 5 Incidents ") {
		t.Errorf("not the desk:\n%s", got)
	}
}

func TestPanesOfOnesOwnPresetsAreThoseOfTheirNames(t *testing.T) {
	t.Parallel()
	for i, name := range config.PaneNames() {
		o := board(t)
		o.Config = parsed(t, "preset = 'x'\n[[presets]]\nname = 'x'\nrows = [{ columns = [{ panes = '"+name+"' }] }]")
		title := strconv.Itoa((i+1)%10) + " "
		if name == "wall" {
			title = "Wall" // which has no number
		}
		if got := ansi.Strip(open(o, 100, 30).View()); !strings.Contains(got, "╭ "+title) {
			t.Errorf("%s is not pane %s:\n%s", name, title, got)
		}
	}
}

// TestClocksOfTheSettingsReachTheTopLine has the board's own clock first: cmd puts
// it there.
func TestClocksOfTheSettingsReachTheTopLine(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Config = parsed(t, "clocks = [{ name = 'Vilnius', zone = 'Europe/Vilnius' }, { name = 'London', zone = 'Europe/London' }]")
	if got := ansi.Strip(open(o, 140, 42).View()); !strings.Contains(got, "18:00 Vilnius · 16:00 London") {
		t.Errorf("other clocks:\n%s", got)
	}
}
