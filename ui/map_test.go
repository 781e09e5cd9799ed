package ui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
)

func TestTheMapAndTheOtherPanesSelectTheSame(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Config.Preset = config.Map
	a := open(o, 140, 42)
	for y, line := range strings.Split(plain(a.View()), "\n") {
		if before, _, ok := strings.Cut(line, "~Raigardas"); ok {
			a.Update(tea.MouseMsg{X: len([]rune(before)) + 2, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
			break
		}
	}
	if frame := plain(a.View()); !strings.Contains(frame, "[~Raigardas") || !strings.Contains(frame, "Raigardas – Privalka        ") {
		t.Errorf("a click on the map does not lead there:\n%s", frame)
	}
	press(a, "1j")
	if frame := plain(a.View()); !strings.Contains(frame, "[✶8 ~Šalčininkai A15]") || strings.Contains(frame, "[~Raigardas") {
		t.Errorf("the map does not follow the crossings:\n%s", frame)
	}
	press(a, "5")
	for range 30 {
		press(a, "j")
		if frame := plain(a.View()); strings.Contains(frame, "[✧2 Vilnius airport]") || strings.Contains(frame, "[✶2 Vilnius airport]") {
			return
		}
	}
	t.Error("no incident of the log leads to the airport")
}
