package ui_test

import (
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/ui"
)

// reloads is an open dashboard of some settings, and a way to give it others.
func reloads(tb testing.TB, text string, w, h int) (a *ui.App, reload func(config.Change)) {
	tb.Helper()
	o := asOf(tb, board(tb), "2025-11-11 18:00")
	changes := make(chan ui.Change, 1)
	o.Changes, o.Config = changes, parsed(tb, text)
	a = open(o, w, h)
	return a, func(c config.Change) { change(tb, a, changes, ui.Change{Settings: &c}) }
}

func TestThatFilesArePolledIsTold(t *testing.T) {
	t.Parallel()
	o := board(t)
	changes := make(chan ui.Change, 1)
	o.Changes = changes
	a := open(o, 140, 42)
	press(a, ":", "preset log", tea.KeyEnter)
	before := panesOf(a)
	change(t, a, changes, ui.Change{Polled: errors.New("watch files: too many open files\x1b[2J")})
	if got := a.View(); !strings.Contains(plain(got), "every half minute: watch files: too many open files") || strings.Contains(got, "\x1b[2J") {
		t.Errorf("it is not told, or raw:\n%s", plain(got))
	}
	if panesOf(a) != before {
		t.Errorf("something else is changed:\n%s", plain(a.View()))
	}
}

func TestWhoTypesGoesOnTypingWhenSettingsChange(t *testing.T) {
	t.Parallel()
	const own = "[[presets]]\nname = 'own'\nrows = [{ columns = [{ panes = ['crossings'] }] }]"
	for name, tt := range map[string]struct{ before, after string }{
		"another preset":   {"preset = 'desk'", "preset = 'own'\n" + own},
		"another language": {"", "language = 'lt'"},
		"other colours":    {"", "theme = 'light'"},
		"other keys":       {"", "keys.quit = ['c']\nkeys.filter = ['q']"},
		"no keys at all":   {"", off()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, reload := reloads(t, tt.before, 140, 42)
			press(a, "/", "air")
			reload(config.Change{Config: parsed(t, tt.after)})
			for _, r := range "po" {
				if quits(a.Update(runes(string(r)))) {
					t.Fatal("it quits")
				}
			}
			press(a, tea.KeyEnter)
			if frame := plain(a.View()); !strings.Contains(frame, "· airpo ") {
				t.Errorf("what was typed is lost:\n%s", frame)
			}
		})
	}
}

// off switches every key off.
func off() string {
	var b strings.Builder
	for _, action := range config.Actions() {
		b.WriteString("keys." + string(action) + " = []\n")
	}
	return b.String()
}

func TestWhatIsOpenCanBeLeftWithoutKeys(t *testing.T) {
	t.Parallel()
	for name, open := range map[string][]any{
		"the help": {"?"}, "a search in the help": {"?/log"}, "the palette": {":x"}, "a filter": {"/air"}, "a date": {"D"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, reload := reloads(t, "", 140, 42)
			press(a, "5")
			press(a, open...)
			reload(config.Change{Config: parsed(t, off())})
			if name == "the help" && !strings.Contains(plain(a.View()), "esc back") {
				t.Errorf("the way out is not shown:\n%s", plain(a.View()))
			}
			press(a, tea.KeyEsc, tea.KeyEsc)
			left := plain(a.View())
			b, reload := reloads(t, "", 140, 42)
			press(b, "5")
			reload(config.Change{Config: parsed(t, off())})
			press(b, tea.KeyEsc)
			if want := plain(b.View()); left != want {
				t.Errorf("esc leads to\n%s\nwant\n%s", left, want)
			}
		})
	}
}

func TestOtherBudgetsHoldAtOnce(t *testing.T) {
	t.Parallel()
	a, reload := reloads(t, "", 140, 42)
	const stale = "6 stale"
	if frame := plain(a.View()); !strings.Contains(frame, stale) {
		t.Fatalf("want %s at first:\n%s", stale, frame)
	}
	reload(config.Change{Config: parsed(t, "budgets.count = '1h'\nbudgets.condition = '1h'")})
	if top, _, _ := strings.Cut(plain(a.View()), "\n"); !strings.Contains(top, " stale") || strings.Contains(top, " "+stale) {
		t.Errorf("claims of a day are fresh under a budget of an hour: %s", top)
	}
}
