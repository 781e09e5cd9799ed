package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/uitest"
)

// formsOf lists the keys that lead into a form of each kind.
func formsOf() map[string][]any {
	out := map[string][]any{"amend": {"A"}}
	for _, kind := range []string{"incident", "count", "statement", "report", "queue", "measure", "deadline", "condition", "source", "tally", "place", "crossing"} {
		out[kind] = []any{"a", kind, tea.KeyEnter}
	}
	return out
}

func TestFormsFillEverySize(t *testing.T) {
	t.Parallel()
	sizes := slices.DeleteFunc(uitest.Sizes(), func(s uitest.Size) bool { return s.Height > 40 || s.Width > 200 || s.Width == 81 || s.Width == 79 })
	for name, keys := range formsOf() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				o, _ := atDesk(t, board(t))
				for _, more := range [][]any{nil, {strings.Repeat("Šumskas 国境 ", 40)}, {tea.KeyUp, tea.KeyUp, tea.KeyCtrlX, tea.KeyCtrlS}} {
					a := open(o, 80, 24)
					press(a, append(slices.Clone(keys), more...)...)
					uitest.Sweep(t, sizes, func(w, h int) string {
						a.Update(tea.WindowSizeMsg{Width: w, Height: h})
						return a.View()
					})
				}
			})
		})
	}
}

func TestFramesOfForms(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]any{"count": counted(), "empty": {"a", "incident", tea.KeyEnter}, "amend": {"5", "A", "misheard", tea.KeyUp}} {
		for _, s := range []struct{ w, h int }{{140, 42}, {80, 24}, {40, 12}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s.w, s.h), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					o, _ := atDesk(t, board(t))
					a := open(o, s.w, s.h)
					obey(a, keys...)
					uitest.Golden(t, fmt.Sprintf("form-%s-%dx%d", name, s.w, s.h), plain(a.View()))
				})
			})
		}
	}
}

func TestPastesIntoFieldsAreClean(t *testing.T) {
	t.Parallel()
	o := board(t)
	for name, raw := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				o, _ := atDesk(t, o)
				a := open(o, 80, 24)
				obey(a, "a", "incident", tea.KeyEnter)
				press(a, tea.KeyPgDown, tea.KeyPgDown, tea.KeyUp, tea.KeyEnter) // the rare ones too
				press(a, tea.KeyPgUp, tea.KeyPgUp, tea.KeyPgUp, tea.KeyPgUp)
				for range 20 {
					a.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(raw), Paste: true})
					press(a, tea.KeyDown)
				}
				obey(a, tea.KeyCtrlS)
				for range 5 {
					obeys(t, "a form", a.View())
					if err := uitest.Fills(a.View(), 80, 24); err != nil {
						t.Fatal(err)
					}
					press(a, tea.KeyPgDown)
				}
				obey(a, tea.KeyEsc, "a")
				obeys(t, "the list of drafts", a.View())
			})
		})
	}
}
