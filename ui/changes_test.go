package ui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui"
	"bordertop/ui/layout"
)

// TestChangesAreLaidOverTheBoard presses keys in the desk, and looks at what is
// there and what is not.
func TestChangesAreLaidOverTheBoard(t *testing.T) {
	t.Parallel()
	const overview, changes = "╭ 1 Crossings", "╭ 0 Changes  "
	for name, tt := range map[string]struct {
		keys       []any
		want, none string
	}{
		"a command counts from a moment":         {[]any{":since 2025-11-05", tea.KeyEnter}, "since 5 Nov 23:59 ─", overview},
		"one that lies ahead is the end":         {[]any{":since 2025-11-20", tea.KeyEnter}, "20 Nov 2025 23:59 Vilnius", overview},
		"esc leads back to the board":            {[]any{":since 2025-11-05", tea.KeyEnter, tea.KeyEsc}, overview, changes},
		"and the moment stays":                   {[]any{":since 2025-11-05", tea.KeyEnter, tea.KeyEsc, "0"}, "since 5 Nov 23:59 ─", overview},
		"two moments can be marked":              {[]any{"v{{{v"}, "since 8 Nov 18:00 ─", overview},
		"esc leads back to a zoomed pane":        {[]any{"3z0", tea.KeyEsc}, "╭ 3 Trucks", overview},
		"z shows them beside the others":         {[]any{"0z"}, overview, ""},
		"and esc leads back from there":          {[]any{"0z", tea.KeyEsc}, overview, changes},
		"enter opens what is under the cursor":   {[]any{"0", tea.KeyEnter}, "╭ 6 Detail", changes},
		"esc leads back from it, and once more":  {[]any{"0", tea.KeyEnter, tea.KeyEsc, tea.KeyEsc}, overview, changes},
		"0 leads back from it":                   {[]any{"0", tea.KeyEnter, "0", tea.KeyEsc}, overview, changes},
		"tab goes on to the next":                {[]any{"0", tea.KeyTab}, overview, changes},
		"the log takes its keys from over there": {[]any{"0/airport", tea.KeyEnter}, overview, changes},
		"0 once more changes nothing":            {[]any{"00", tea.KeyEsc}, overview, changes},
		"the command of the pane does the same":  {[]any{":pane changes", tea.KeyEnter}, changes, overview},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
			press(a, tt.keys...)
			if got := plain(a.View()); !strings.Contains(got, tt.want) || tt.none != "" && strings.Contains(got, tt.none) {
				t.Errorf("no %q, or %q, in\n%s", tt.want, tt.none, got)
			}
		})
	}
}

func TestChangesThatHaveAPlaceAreNotLaidOverOthers(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Config = parsed(t, "preset = 'x'\n[[presets]]\nname = 'x'\nrows = [{ columns = [{ panes = 'crossings' }, { panes = 'changes' }] }]")
	a := open(o, 140, 42)
	press(a, "0")
	if got := plain(a.View()); !strings.Contains(got, "╭ 0 Changes") || !strings.Contains(got, "╭ 1 Crossings") {
		t.Errorf("not both:\n%s", got)
	}
}

func TestAPictureShowsWhatChangedSinceAMoment(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-20 18:00")
	o.Since = asOf(t, o, "2025-11-11 18:00").At
	if got := plain(still(t, o, ui.Still{Size: layout.Size{W: 140, H: 42}, Pane: "changes", Zoom: true})); !strings.Contains(got, "since 11 Nov 18:00 ─") {
		t.Errorf("not since the moment:\n%s", got)
	}
}
