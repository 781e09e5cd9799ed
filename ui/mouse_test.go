package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui"
	"bordertop/ui/draw"
)

// at finds the cell where a text begins in a frame, from a line on.
func at(tb testing.TB, a *ui.App, text string, from int) (x, y int) {
	tb.Helper()
	for y, line := range strings.Split(plain(a.View()), "\n") {
		if before, _, ok := strings.Cut(line, text); ok && y >= from {
			return draw.Width(before), y
		}
	}
	tb.Fatalf("no %q from line %d in\n%s", text, from, plain(a.View()))
	return 0, 0
}

func mouse(a *ui.App, x, y int, button tea.MouseButton) tea.Cmd {
	return a.Update(tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: button})
}

// clickOn clicks where a text begins.
func clickOn(tb testing.TB, a *ui.App, text string) tea.Cmd {
	tb.Helper()
	x, y := at(tb, a, text, 0)
	return mouse(a, x, y, tea.MouseButtonLeft)
}

// wound is a dashboard by a clock that is moved by hand.
func wound(tb testing.TB, w, h int) (*ui.App, *time.Time) {
	tb.Helper()
	o := asOf(tb, board(tb), "2025-11-11 18:00")
	now := today()
	o.Now = func() time.Time { return now }
	return open(o, w, h), &now
}

func TestAClickSelectsAndADoubleClickOpens(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		pause time.Duration
		aside int
		opens bool
	}{
		"two in quick succession open":   {400 * time.Millisecond, 0, true},
		"two slow ones do not":           {401 * time.Millisecond, 0, false},
		"two on different cells neither": {time.Millisecond, 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, now := wound(t, 140, 42)
			x, y := at(t, a, "Truck ban until end of 2027", 0)
			mouse(a, x, y, tea.MouseButtonLeft)
			if frame := plain(a.View()); !strings.Contains(frame, "6 Detail  incident") {
				t.Fatalf("the click selects nothing:\n%s", frame)
			}
			*now = now.Add(tt.pause)
			mouse(a, x+tt.aside, y, tea.MouseButtonLeft)
			press(a, "z")
			if opens := strings.Contains(plain(a.View()), "╭ 6 Detail"); opens != tt.opens {
				t.Errorf("opened: %v\n%s", opens, plain(a.View()))
			}
		})
	}
}

func TestAThirdPressBeginsAnew(t *testing.T) {
	t.Parallel()
	a, _ := wound(t, 140, 42)
	x, y := at(t, a, "Truck ban until end of 2027", 0)
	mouse(a, x, y, tea.MouseButtonLeft)
	mouse(a, x, y, tea.MouseButtonLeft)
	mouse(a, x, y, tea.MouseButtonLeft) // selects in the log again
	press(a, "z")
	if frame := plain(a.View()); !strings.Contains(frame, "╭ 5 Incidents") {
		t.Errorf("the third press does not go to the log:\n%s", frame)
	}
}

func TestTheWheelLeavesTheFocus(t *testing.T) {
	t.Parallel()
	a, _ := wound(t, 140, 42)
	x, y := at(t, a, "Truck ban until end of 2027", 0)
	before := plain(a.View())
	for range 8 {
		mouse(a, x, y, tea.MouseButtonWheelDown)
	}
	if plain(a.View()) == before {
		t.Error("the wheel scrolls nothing")
	}
	press(a, "z")
	if frame := plain(a.View()); !strings.Contains(frame, "╭ 1 Crossings") {
		t.Errorf("the wheel took the focus:\n%s", frame)
	}
}

func TestAClickOnAHintPressesIt(t *testing.T) {
	t.Parallel()
	for hint, want := range map[string]string{
		"z zoom": "esc back", "? keys": "Keys that work here", ". back to now": "23 Nov 2026", "tab next pane": "3 Trucks",
	} {
		t.Run(hint, func(t *testing.T) {
			t.Parallel()
			a, _ := wound(t, 140, 42)
			x, y := at(t, a, hint, 41)
			mouse(a, x, y, tea.MouseButtonLeft)
			if frame := plain(a.View()); !strings.Contains(frame, want) {
				t.Errorf("no %q in\n%s", want, frame)
			}
		})
	}
	a, _ := wound(t, 140, 42)
	if !quits(clickOn(t, a, "q quit")) {
		t.Error("a click on quit does not quit")
	}
	before := a.View()
	for _, x := range []int{0, 139} {
		if cmd := mouse(a, x, 41, tea.MouseButtonLeft); cmd != nil || a.View() != before {
			t.Errorf("a click beside the hints, at %d, does something", x)
		}
	}
}

func TestClicksInThePalette(t *testing.T) {
	t.Parallel()
	a, _ := wound(t, 140, 42)
	press(a, ":zoo")
	clickOn(t, a, "zoom ")
	if frame := plain(a.View()); strings.Contains(frame, "Commands ") || !strings.Contains(frame, "esc back") {
		t.Errorf("a click on zoom does not zoom:\n%s", frame)
	}
	press(a, tea.KeyEsc, ":")
	for range 3 {
		mouse(a, 5, 5, tea.MouseButtonWheelDown)
	}
	if _, y := at(t, a, "10/", 0); y == 0 {
		t.Error("the wheel moves no cursor")
	}
	clickOn(t, a, "Medininkai")
	if frame := plain(a.View()); strings.Contains(frame, "Commands ") {
		t.Errorf("a click beside the palette does not close it:\n%s", frame)
	}
	press(a, ":")
	clickOn(t, a, "tab complete")
	if frame := plain(a.View()); !strings.Contains(frame, ":zoom█") {
		t.Errorf("a click on the hint does not complete:\n%s", frame)
	}
}

func TestClicksInTheHelp(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"next pane":       "╭ 3 Trucks",
		":preset NAME":    ":preset █",
		"category:airpor": ":filter category:airport█",
		"zoom":            "esc back",
		"restricted":      "Keys that work here", // a sign, which does nothing
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			a, _ := wound(t, 140, 42)
			press(a, "?")
			x, y := at(t, a, text, 2)
			mouse(a, x, y, tea.MouseButtonLeft)
			if text == "next pane" {
				press(a, "z")
			}
			if frame := plain(a.View()); !strings.Contains(frame, want) {
				t.Errorf("no %q in\n%s", want, frame)
			}
		})
	}
}

func TestClicksOnTabs(t *testing.T) {
	t.Parallel()
	a, _ := wound(t, 50, 15)
	x, y := at(t, a, " 4", 1)
	mouse(a, x+1, y, tea.MouseButtonLeft)
	if frame := plain(a.View()); !strings.Contains(frame, "╭ 4 Conditions") {
		t.Errorf("the tab does not turn:\n%s", frame)
	}
}

func TestTheHelpIsSearchedAndScrolled(t *testing.T) {
	t.Parallel()
	a, _ := wound(t, 80, 24)
	press(a, "?")
	top := plain(a.View())
	mouse(a, 5, 5, tea.MouseButtonWheelDown)
	if plain(a.View()) == top {
		t.Error("the wheel scrolls nothing")
	}
	press(a, "G")
	if frame := plain(a.View()); !strings.Contains(frame, "state media") {
		t.Errorf("the end is not in view:\n%s", frame)
	}
	press(a, "/SEVERE")
	frame := plain(a.View())
	if !strings.Contains(frame, "next severe incident") || strings.Contains(frame, "next match") || strings.Contains(frame, "Signs") {
		t.Errorf("the search leaves other than what matches:\n%s", frame)
	}
	press(a, "q?:m") // all of it is text
	if frame := plain(a.View()); !strings.Contains(frame, "/SEVEREq?:m") {
		t.Errorf("keys are not text:\n%s", frame)
	}
	press(a, tea.KeyEsc)
	if frame := plain(a.View()); !strings.Contains(frame, "page up") {
		t.Errorf("esc does not end the search:\n%s", frame)
	}
	press(a, "/severe", tea.KeyEnter, tea.KeyEsc)
	if frame := plain(a.View()); !strings.Contains(frame, "page up") {
		t.Errorf("esc does not end a search that was kept:\n%s", frame)
	}
	press(a, tea.KeyEsc)
	if frame := plain(a.View()); strings.Contains(frame, "Keys that work") {
		t.Errorf("esc does not close the help:\n%s", frame)
	}
}

func TestTheHelpLeavesOutWhatIsOff(t *testing.T) {
	t.Parallel()
	a := bound(t, "keys.zoom = []\nkeys.next_severe = []")
	a.Update(tea.WindowSizeMsg{Width: 140, Height: 60})
	press(a, "?")
	frame := strings.Split(plain(a.View()), "\n")
	for _, gone := range []string{" zoom", "next severe"} {
		if slices.ContainsFunc(frame, func(line string) bool { return strings.Contains(line, gone) }) {
			t.Errorf("the help tells of%s, which is off", gone)
		}
	}
}

func TestAClickPressesWhatIsSeenThere(t *testing.T) {
	t.Parallel()
	for name, notice := range map[string]string{
		"nothing is said":              "",
		"a message stands beside":      strings.Repeat("x", 30),
		"a message lies over the keys": strings.Repeat("long ", 80),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := asOf(t, board(t), "2025-11-11 18:00")
			o.Notice = notice
			lines := strings.Split(plain(open(o, 80, 24).View()), "\n")
			before, _, seen := strings.Cut(lines[23], "q quit")
			from := draw.Width(before)
			for x := range 80 {
				a := open(o, 80, 24)
				if want, got := seen && x >= from && x < from+len("q quit"), quits(mouse(a, x, 23, tea.MouseButtonLeft)); got != want {
					t.Errorf("a click on cell %d of %q quits: %v", x, lines[23], got)
				}
			}
		})
	}
}

func TestWhatIsTypedIsKeptWhenAnotherPaneIsClicked(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ typed, title string }{
		"a filter holds":               {"airport", "· airport · find vilnius"},
		"one at fault is not kept":     {"severity>=", "· find vilnius"},
		"a command is not typed there": {"", "· find vilnius"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, _ := wound(t, 140, 42)
			press(a, "/", tt.typed)
			clickOn(t, a, "1 Crossings")
			press(a, ":", "find vilnius", tea.KeyEnter)
			if frame := plain(a.View()); !strings.Contains(frame, tt.title) {
				t.Errorf("no %q in\n%s", tt.title, frame)
			}
		})
	}
}

func TestAClickOnAFrameShowsWhatThatPanesCursorIsOn(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
	press(a, "5j")
	before := plain(a.View())
	if !strings.Contains(before, "Detail  incident") {
		t.Fatalf("no incident in the detail:\n%s", before)
	}
	a.Update(tea.MouseMsg{X: 60, Y: 1, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	if after := plain(a.View()); strings.Contains(after, "Detail  incident") {
		t.Errorf("the deadlines have the focus, and the detail still shows the incident:\n%s", after)
	}
}
