package ui_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/ui"
	"bordertop/ui/draw"
)

// anyPreset arranges some panes in some way.
func anyPreset(r *rand.Rand) config.Arrangement {
	a := config.Arrangement{Name: "own"}
	names := config.PaneNames()
	r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names[:1+r.IntN(len(names))] {
		y := len(a.Rows) - 1
		switch {
		case y < 0 || r.IntN(2) == 0:
			a.Rows = append(a.Rows, config.Row{Share: 1 + r.IntN(100), Columns: []config.Column{{Share: 1, Panes: []string{name}}}})
		case r.IntN(2) == 0:
			a.Rows[y].Columns = append(a.Rows[y].Columns, config.Column{Share: 1 + r.IntN(100), Panes: []string{name}})
		default:
			a.Rows[y].Columns[0].Panes = append(a.Rows[y].Columns[0].Panes, name)
		}
	}
	return a
}

// anyDeed does something of all that a reader or a terminal may, and tells what.
func anyDeed(r *rand.Rand, a *ui.App, size *tea.WindowSizeMsg) string {
	switch r.IntN(8) {
	case 0:
		*size = tea.WindowSizeMsg{Width: r.IntN(200), Height: 1 + r.IntN(60)}
		a.Update(*size)
		return "resize"
	case 1, 2:
		x, y := r.IntN(size.Width+6)-3, r.IntN(size.Height+6)-3
		mouse(a, x, y, []tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonRight, tea.MouseButtonWheelUp, tea.MouseButtonWheelDown}[r.IntN(4)])
		return "mouse at " + strconv.Itoa(x) + ", " + strconv.Itoa(y)
	case 3:
		lines := []string{
			"as-of 0001-01-01", "as-of 9999-12-31", "as-of 2025-10-26 03:30", "as-of now", "export /", "lang xx", "lang ru", "lang en",
			"preset nope", "preset log", "preset own", "theme light", "pane trucks", "filter (", "find category:", strings.Repeat("x", 500),
		}
		line := lines[r.IntN(len(lines))]
		press(a, ":", line, tea.KeyEnter)
		return line
	}
	key := anyKey(r)
	named := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "backspace": tea.KeyBackspace,
		"ctrl+u": tea.KeyCtrlU, "pgdown": tea.KeyPgDown, "end": tea.KeyEnd,
	}
	if t, ok := named[key]; ok {
		press(a, t)
	} else {
		press(a, key)
	}
	return key
}

// fills tells whether a frame fills a window.
func fills(frame string, size tea.WindowSizeMsg) bool {
	lines := strings.Split(frame, "\n")
	return len(lines) == size.Height && !slices.ContainsFunc(lines, func(line string) bool { return draw.Width(line) != size.Width })
}

func TestAnyPresetFillsAnyWindowWhateverIsDone(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 1))
			o := asOf(t, board(t), "2025-11-11 18:00")
			o.Config.Preset, o.Config.Presets = "own", []config.Arrangement{anyPreset(r)}
			size := tea.WindowSizeMsg{Width: 80, Height: 24}
			a := open(o, size.Width, size.Height)
			var done []string
			for range 100 {
				done = append(done, anyDeed(r, a, &size))
				if frame := a.View(); !fills(frame, size) {
					t.Fatalf("%v is not filled after %q:\n%s", size, done, plain(frame))
				}
			}
		})
	}
}
