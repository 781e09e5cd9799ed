package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

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
