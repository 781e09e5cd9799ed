package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui"
	"bordertop/ui/screen"
	"bordertop/ui/uitest"
)

func TestOverlaysFillEverySize(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]any{
		"palette": {":"}, "palette with a fault": {":as-of never", tea.KeyEnter}, "palette of choices": {":theme ", tea.KeyDown},
		"help": {"?"}, "help at its end": {"?G"}, "help searched": {"?/log"}, "help without a hit": {"?/zzzz", tea.KeyEnter},
		"help on the log": {"5?"}, "message": {":nothing", tea.KeyEsc, "."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := board(t)
			a := open(o, 80, 24)
			press(a, keys...)
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string {
				a.Update(tea.WindowSizeMsg{Width: w, Height: h})
				return a.View()
			})
		})
	}
}

func TestFramesOfThePaletteAndTheHelp(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	for name, keys := range map[string][]any{
		"palette": {":"}, "palette-typed": {":the"}, "palette-fault": {":as-of never", tea.KeyEnter}, "help-search": {"?/log"},
	} {
		for _, s := range []struct{ w, h int }{{140, 42}, {80, 24}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s.w, s.h), func(t *testing.T) {
				t.Parallel()
				a := open(o, s.w, s.h)
				press(a, keys...)
				uitest.Golden(t, fmt.Sprintf("%s-%dx%d", name, s.w, s.h), plain(a.View()))
			})
		}
	}
	t.Run("help-140x42", func(t *testing.T) {
		t.Parallel()
		a := open(o, 140, 42)
		press(a, "?")
		uitest.Golden(t, "help-140x42", plain(a.View()))
	})
}

func TestPastesGoWhereTextIsTyped(t *testing.T) {
	t.Parallel()
	paste := func(a *ui.App, text string) {
		a.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	}
	o := board(t)
	for name, raw := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, before := range []string{":", ":filter ", "?/", "5/", "5f", "5D", "5"} {
				a := open(o, 80, 24)
				press(a, before)
				paste(a, raw)
				obeys(t, "after "+before, a.View())
				if err := uitest.Fills(a.View(), 80, 24); err != nil {
					t.Errorf("pasted after %q: %v", before, err)
				}
				press(a, tea.KeyEnter)
				obeys(t, "after "+before+" and enter", a.View())
				if err := uitest.Fills(a.View(), 80, 24); err != nil {
					t.Errorf("pasted after %q and entered: %v", before, err)
				}
			}
		})
	}
	a := open(o, 80, 24)
	before := a.View()
	for _, text := range []string{"q", "?", ":", "]"} {
		if paste(a, text); a.View() != before {
			t.Errorf("%q was pressed by a paste", text)
		}
	}
}

func TestPastingIsQuick(t *testing.T) {
	t.Parallel()
	a := open(board(t), 140, 42)
	press(a, ":")
	begun := time.Now()
	a.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(strings.Repeat("国\u0301", 30_000)), Paste: true})
	_ = a.View()
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("60,000 letters took %v", took)
	}
}

func TestTinyWindowsHaveThePaletteAndTheHelp(t *testing.T) {
	t.Parallel()
	a := open(board(t), 30, 2)
	press(a, ":quit")
	if frame := plain(a.View()); !strings.HasPrefix(frame, ":quit") {
		t.Errorf("the prompt is not in view:\n%s", frame)
	}
	press(a, tea.KeyEsc, "?")
	first := plain(a.View())
	press(a, "j")
	if second := plain(a.View()); second == first || !strings.Contains(first, "Crossings") {
		t.Errorf("the help is not in view, or does not scroll:\n%s\n%s", first, second)
	}
}

func TestTheProgramIsSuspendedFromTheHelp(t *testing.T) {
	t.Parallel()
	a := open(board(t), 80, 24)
	press(a, "?")
	if cmd := a.Update(tea.KeyMsg{Type: tea.KeyCtrlZ}); cmd == nil || cmd() != screen.Suspend() {
		t.Error("ctrl+z does nothing in the help")
	}
}
