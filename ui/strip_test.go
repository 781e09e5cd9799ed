package ui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
)

// TestTheStripMovesTheBoard clicks on the strip at the foot of a tall desk.
func TestTheStripMovesTheBoard(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
	lines := strings.Split(plain(a.View()), "\n")
	strip := lines[40]
	x := len([]rune(strip[:strings.Index(strip, "◧━")])) // 28 October
	a.Update(tea.MouseMsg{X: x, Y: 40, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	if got := plain(a.View()); !strings.Contains(got, "28 Oct 2025 23:59") || !strings.Contains(got, "╭ 1 Crossings") {
		t.Errorf("a click leads to\n%s", got)
	}
	press(a, ".")
	if got := plain(a.View()); !strings.Contains(got, "■━◧━━┤") {
		t.Errorf("in the present the strip is not\n%s", got)
	}
}

// TestTheStripIsWhereItHasRoom holds it to the desk, and to what the timeline does
// not show anyway.
func TestTheStripIsWhereItHasRoom(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		h      int
		preset config.Preset
		keys   string
		want   bool
	}{
		"a tall desk": {31, config.Desk, "", true}, "a lower one": {30, config.Desk, "", false}, "the log": {42, config.Log, "", false},
		"zoomed": {42, config.Desk, "z", false}, "beside the timeline": {42, config.Desk, "8", false}, "and back": {42, config.Desk, "81", true},
	} {
		o := asOf(t, board(t), "2025-11-11 18:00")
		o.Config.Preset = tt.preset
		a := open(o, 140, tt.h)
		press(a, tt.keys)
		lines := strings.Split(plain(a.View()), "\n")
		if got := strings.HasPrefix(lines[tt.h-3], "   Incidents "); got != tt.want {
			t.Errorf("%s: a strip %v, want %v:\n%s", name, got, tt.want, strings.Join(lines, "\n"))
		}
	}
}
