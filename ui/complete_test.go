package ui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestTheWordsOfTheLogAreCompletedInThePalette(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"filter", "find"} {
		a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
		obey(a, ":"+command+" pla", tea.KeyTab, "kaun", tea.KeyTab)
		if frame := plain(a.View()); !strings.Contains(frame, "│:"+command+` place:"Vilnius and Kaunas`) {
			t.Errorf("not completed:\n%s", frame)
		}
		obey(a, tea.KeyEnter)
		if frame := plain(a.View()); !strings.Contains(frame, `· place:"Vilnius`) && !strings.Contains(frame, `find place:"Vilnius`) || strings.Contains(frame, "reading the log") {
			t.Errorf("not run:\n%s", frame)
		}
	}
}

func TestAFaultOfAQueryStandsUnderItsWordInThePalette(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"filter", "find"} {
		a := open(board(t), 80, 24)
		press(a, ":"+command+" salč categroy:airport", tea.KeyEnter)
		under := strings.Repeat(" ", len(":"+command+" salč ")-1) + strings.Repeat("^", len("categroy"))
		if frame := plain(a.View()); !strings.Contains(frame, "│"+under+" ") || !strings.Contains(frame, "category") {
			t.Errorf("the word is not marked:\n%s", frame)
		}
	}
}
