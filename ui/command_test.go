package ui_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model/lang"
	"bordertop/ui"
)

// keyNamed is the press of a key by its name in the settings.
func keyNamed(tb testing.TB, name string) tea.KeyMsg {
	tb.Helper()
	if len([]rune(name)) == 1 {
		return runes(name)
	}
	if name == "space" {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	for n := tea.KeyType(-100); n <= 127; n++ {
		if msg := (tea.KeyMsg{Type: n}); n != tea.KeyRunes && msg.String() == name {
			return msg
		}
	}
	tb.Fatalf("no key is named %q", name)
	return tea.KeyMsg{}
}

// callable are the actions that commands are called by.
func callable() []config.Action {
	return slices.DeleteFunc(config.Actions(), func(a config.Action) bool {
		return a == config.Panes || a == config.Palette || a == config.CopyRecord
	})
}

// commandOf is how an action is called in the palette.
func commandOf(a config.Action) string { return strings.ReplaceAll(string(a), "_", "-") }

// panesOf is a frame without the line of keys.
func panesOf(a *ui.App) string {
	frame := plain(a.View())
	return frame[:strings.LastIndexByte(frame, '\n')]
}

func TestEveryActionDoesByNameWhatItsKeyDoes(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	deskOf(&o)
	for _, action := range callable() {
		for _, focus := range []string{"1", "5", "6"} {
			t.Run(string(action)+" in "+focus, func(t *testing.T) {
				t.Parallel()
				a, b := open(o, 140, 42), open(o, 140, 42)
				press(a, focus, "jj")
				press(b, focus, "jj")
				want := a.Update(keyNamed(t, config.Default().Keys[action][0]))
				press(b, ":", commandOf(action))
				got := b.Update(tea.KeyMsg{Type: tea.KeyEnter})
				if a.View() != b.View() {
					t.Errorf(":%s shows\n%s\nthe key\n%s", commandOf(action), plain(b.View()), plain(a.View()))
				}
				if quits(want) != quits(got) || (want == nil) != (got == nil) {
					t.Errorf(":%s gives another command than its key", commandOf(action))
				}
			})
		}
	}
}

func TestEveryActionCanBeHadWithoutAKey(t *testing.T) {
	t.Parallel()
	for _, action := range callable() {
		if action == config.Help { // it lists the keys
			continue
		}
		t.Run(string(action), func(t *testing.T) {
			t.Parallel()
			o := asOf(t, board(t), "2025-11-11 18:00")
			a := open(o, 140, 42)
			o.Config.Keys = config.Keys{action: nil} //nolint:exhaustive // the others are as they come
			b := open(o, 140, 42)
			for _, app := range []*ui.App{a, b} {
				press(app, "5")
				mouse(app, 120, 10, tea.MouseButtonWheelDown) // off the end of the list
			}
			want := a.Update(keyNamed(t, config.Default().Keys[action][0]))
			press(b, ":", commandOf(action))
			got := b.Update(tea.KeyMsg{Type: tea.KeyEnter})
			if panesOf(a) != panesOf(b) {
				t.Errorf(":%s shows\n%s\nthe key\n%s", commandOf(action), panesOf(b), panesOf(a))
			}
			if quits(want) != quits(got) {
				t.Errorf(":%s gives another command than its key", commandOf(action))
			}
		})
	}
}

func TestEveryCommandComesFirstByItsName(t *testing.T) {
	t.Parallel()
	var names []string
	for _, c := range ui.Commands(lang.English()) {
		names = append(names, c.Name)
	}
	for _, action := range callable() {
		names = append(names, commandOf(action))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := open(board(t), 140, 42)
			press(a, ":", name)
			all := strings.Split(plain(a.View()), "\n")
			at := slices.IndexFunc(all, func(line string) bool { return strings.HasPrefix(line, "│:"+name) })
			if at < 0 || !strings.HasPrefix(all[at+1], "│ "+name+" ") {
				t.Errorf("not first:\n%s", plain(a.View()))
			}
		})
	}
}

func TestCommandsWithWords(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Config.Language = "en"
	for line, want := range map[string]string{
		"as-of 2025-11-11":         "11 Nov 2025 23:59 Vilnius · 00:59 Minsk  REPLAY",
		"as-of 2025-11-19 23:30":   "19 Nov 2025 23:30",
		"as-of 2025-10":            "31 Oct 2025",
		"as-of yesterday":          "22 Nov 2026 23:59",
		"as-of 3d":                 "20 Nov 2026 20:45",
		"as-of 2h":                 "23 Nov 2026 18:45",
		"as-of 3x":                 `"3x" is not a time`,
		"date 20w":                 "5 Incidents",
		"as-of never":              `"never" is not a time: write`,
		"as-of 2025-10-26 03:30":   "happens twice",
		"date 2025-11-0":           `"2025-11-0" is not a time`,
		"theme blue":               "blue is none of: auto, dark, light",
		"preset nothing":           "nothing is none of: desk, log",
		"preset log":               "╭ 6 Detail",
		"pane trucks":              "tab next pane",
		"pane cellar":              "cellar is none of: crossings, deadlines, trucks",
		"lang xx":                  "xx is none of: en, lt",
		"frobnicate":               "there is no command frobnicate",
		"quit now":                 "nothing may follow quit",
		"export log.pdf":           "the name must end in one of: .",
		"filter severity>=9":       ":filter severity>=9",
		"filter category:airport":  "category:airport",
		"find balloon":             "balloon",
		"date 2025-11-04":          "4 Nov",
		"mouse":                    "mouse on",
		"\x1b[31mfrob\u202enicate": "there is no command",
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			p := o
			p.Export = func(string) (io.WriteCloser, error) { return nil, errors.New("not asked for") }
			a := open(p, 140, 42)
			press(a, ":", line, tea.KeyEnter)
			if frame := plain(a.View()); !strings.Contains(frame, want) {
				t.Errorf(":%s shows no %q:\n%s", line, want, frame)
			}
		})
	}
}

func TestAFaultKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	a := open(board(t), 140, 42)
	press(a, ":as-of 2025-11-32", tea.KeyEnter)
	if frame := plain(a.View()); !strings.Contains(frame, ":as-of 2025-11-32") || strings.Contains(frame, "REPLAY") {
		t.Errorf("the text is gone, or something was done:\n%s", frame)
	}
	press(a, tea.KeyBackspace, "0", tea.KeyEnter)
	if frame := plain(a.View()); !strings.Contains(frame, "30 Nov 2025 23:59") || strings.Contains(frame, "Commands ") {
		t.Errorf("the mended text does nothing:\n%s", frame)
	}
	press(a, ":")
	if frame := plain(a.View()); !strings.Contains(frame, "│ as-of 2025-11-30 ") || strings.Contains(frame, "as-of 2025-11-32") {
		t.Errorf("not what was run is remembered:\n%s", frame)
	}
	press(a, "as-of now", tea.KeyEnter)
	if strings.Contains(plain(a.View()), "REPLAY") {
		t.Error("the board is not back at the present")
	}
}
