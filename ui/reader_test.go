package ui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/modeltest"
	"bordertop/ui"
	"bordertop/ui/screen"
)

func TestMessagesAreReadWhole(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Notice = strings.Repeat("a fault that goes on ", 8) + "and its remedy."
	for _, s := range []struct{ w, h int }{{140, 42}, {80, 24}, {50, 15}, {38, 11}, {38, 8}} {
		a := open(o, s.w, s.h)
		if frame := strings.Join(strings.Fields(plain(a.View())), " "); !strings.Contains(frame, "its remedy.") {
			t.Errorf("%dx%d: the end is not in view:\n%s", s.w, s.h, frame)
		}
		press(a, "j")
		if frame := plain(a.View()); strings.Contains(frame, "a fault") {
			t.Errorf("%dx%d: the message stays:\n%s", s.w, s.h, frame)
		}
	}
}

func TestShortMessagesAreSeenInTinyWindows(t *testing.T) {
	t.Parallel()
	for h := 1; h < 4; h++ {
		a := open(board(t), 30, h)
		press(a, " ")
		if frame := plain(a.View()); !strings.Contains(frame, "marked") {
			t.Errorf("in %d lines:\n%s", h, frame)
		}
	}
}

func TestFaultsLookOtherThanConfirmations(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Colours = ui.TrueColour
	style := func(a *ui.App, text string) string {
		before, _, ok := strings.Cut(a.View(), text)
		if !ok {
			t.Fatalf("no %q in\n%s", text, plain(a.View()))
		}
		return before[strings.LastIndexByte(before, '\x1b'):]
	}
	a := open(o, 140, 42)
	press(a, " ")
	done := style(a, "marked")
	a.Update(screen.CopiedMsg{Err: model.ErrNoZone})
	if fault := style(a, "not copied"); fault == done {
		t.Errorf("both are said in %q", fault)
	}
}

func TestAPageIsOpenedByAgreement(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		keys  config.Keys
		asks  []any
		agree any
		opens bool
	}{
		"by the same key":             {nil, []any{"o"}, "o", true},
		"by no other":                 {nil, []any{"o"}, "j", false},
		"by enter, where it has none": {config.Keys{config.OpenLink: nil}, []any{":open-link", tea.KeyEnter}, tea.KeyEnter, true}, //nolint:exhaustive // the others are as they come
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := asOf(t, board(t), "2025-11-11 18:00")
			o.Config.Keys = tt.keys
			a := open(o, 140, 42)
			press(a, "5j")
			press(a, tt.asks...)
			if frame := plain(a.View()); !strings.Contains(frame, "in the browser?") {
				t.Fatalf("it does not ask:\n%s", frame)
			}
			var cmd tea.Cmd
			switch k := tt.agree.(type) {
			case string:
				cmd = a.Update(runes(k))
			case tea.KeyType:
				cmd = a.Update(tea.KeyMsg{Type: k})
			}
			if opens := cmd != nil && !quits(cmd); opens != tt.opens {
				t.Errorf("opens: %v", opens)
			}
		})
	}
	a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
	press(a, "5jo")
	mouse(a, 5, 5, tea.MouseButtonLeft) // the question is gone
	if cmd := a.Update(runes("o")); cmd != nil {
		t.Error("a question that cannot be seen was agreed to")
	}
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Remote = true
	a = open(o, 140, 42)
	press(a, "5jo")
	if frame := plain(a.View()); !strings.Contains(frame, "this board runs on another machine") {
		t.Errorf("asks at a distance:\n%s", frame)
	}
}

func TestWhatIsCopiedIsTold(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
	press(a, "5j")
	for _, keys := range [][]any{{"y"}, {"Y"}, {":json", tea.KeyEnter}, {":markdown", tea.KeyEnter}} {
		press(a, keys...)
		frame := plain(a.View())
		_, text, ok := strings.Cut(frame[strings.LastIndexByte(frame, '\n'):], "copied: ")
		if text = strings.TrimSpace(text); !ok || len(text) < 10 {
			t.Errorf("after %v the bottom line says %q", keys, frame[strings.LastIndexByte(frame, '\n'):])
		}
	}
	o := board(t)
	o.Log = model.Log{}
	b := open(o, 140, 42)
	for _, key := range []string{"Y", " "} {
		press(b, key)
		if frame := plain(b.View()); !strings.Contains(frame, "nothing is selected") {
			t.Errorf("%q of nothing:\n%s", key, frame)
		}
	}
}

func TestNothingIsCopiedWithoutASource(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Log = modeltest.Log(t, `incident bare at=2026-11-20 category=trucks title=Counted summary="12 trucks"`)
	a := open(o, 140, 42)
	press(a, "5j")
	for _, keys := range [][]any{{"y"}, {"Y"}, {":json", tea.KeyEnter}, {":markdown", tea.KeyEnter}} {
		press(a, keys...)
		if frame := plain(a.View()); !strings.Contains(frame, "not copied: it has no source to quote") {
			t.Errorf("after %v:\n%s", keys, frame)
		}
	}
}

func TestTheLogFollowsWhatIsOpenedElsewhere(t *testing.T) {
	t.Parallel()
	// shown is what the detail shows of the record that is open.
	shown := func(a *ui.App) string {
		lines := strings.Split(plain(a.View()), "\n")
		return lines[1] + lines[2]
	}
	a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
	press(a, "5", tea.KeyEnter, "z")
	first := shown(a)
	for range 40 {
		press(a, "n", tea.KeyEnter)
		if now := shown(a); now != first && strings.Contains(now, "Detail  incident") {
			press(a, "5", tea.KeyEnter)
			if back := shown(a); back != now {
				t.Errorf("the log's cursor stayed: it opens %q, not %q", back, now)
			}
			return
		}
		press(a, tea.KeyEsc)
	}
	t.Fatal("no link of the first incident leads to another")
}

func TestMarksAreSeenAtOnce(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
	press(a, "5jj")
	before := a.View()
	press(a, " ")
	if frame := plain(a.View()); !strings.Contains(panes(frame), "◉") {
		t.Errorf("no sign of the mark:\n%s", frame)
	}
	press(a, " ", tea.KeyTab, tea.KeyShiftTab)
	if a.View() != before {
		t.Errorf("the mark was not taken away:\n%s", plain(a.View()))
	}
}
