package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model/clean"
	"bordertop/ui"
	"bordertop/ui/uitest"
)

// panes is the screen without the line of the clock.
func panes(screen string) string {
	_, rest, _ := strings.Cut(screen, "\n")
	return rest
}

func TestAPaneThatScrollsIsDrawnAnew(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2025-11-11 18:00"), 100, 30)
	press(a, "6")
	before := panes(a.View())
	press(a, "j")
	if panes(a.View()) == before {
		t.Error("the detail shows the same after it was scrolled")
	}
}

func TestPanesFollowTheBoard(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		// Medininkai is restricted since 27 Oct 13:30 of Vilnius. No deadline is near,
		// so nothing but the fold tells that another day is full.
		start := time.Date(2025, 11, 5, 11, 0, 0, 0, time.UTC)
		live(t, board(t), start, func(term *uitest.Term) {
			term.Press("z") // so that the pane keeps its size
			time.Sleep(time.Second)
			synctest.Wait()
			before := panes(term.Screen())
			time.Sleep(time.Hour)
			synctest.Wait()
			if panes(term.Screen()) == before {
				t.Errorf("a day fuller the crossings show the same:\n%s", before)
			}
		})
	})
}

// Whatever a pane is drawn from has to be told from what it was, or an old frame
// stays.
func TestPanesAreDrawnAnew(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]any{
		"when the language changes": {":lang lt", tea.KeyEnter},
		"when the preset changes":   {":preset log", tea.KeyEnter},
		"when the moment changes":   {":as-of 2025-11-01", tea.KeyEnter},
		"when a record is marked":   {"5 1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
			a.View() // so that there are frames to keep
			press(a, keys...)
			kept := a.View()
			a.Update(tea.WindowSizeMsg{Width: 141, Height: 43})
			a.View()
			a.Update(tea.WindowSizeMsg{Width: 140, Height: 42})
			if fresh := a.View(); kept != fresh {
				t.Errorf("kept\n%s\nafresh\n%s", plain(kept), plain(fresh))
			}
		})
	}
}

func TestSettingsThatComeAreSeenAtOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := board(t)
		changes := make(chan ui.Change)
		o.Changes = changes
		live(t, o, today(), func(term *uitest.Term) {
			c := config.Default()
			c.Filters = []config.SavedFilter{{Name: clean.Line("at the airport"), Query: "category:airport"}}
			changes <- ui.Change{Settings: &config.Change{Config: c}}
			time.Sleep(time.Second)
			synctest.Wait()
			shows(t, term, "at the airport", "new settings in force")
			close(changes)
		})
	})
}
