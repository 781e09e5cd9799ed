package timeline_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// at is where a scene is, by the clocks of its zone.
func at(s pane.Scene) string {
	if s.Live {
		return "live"
	}
	return s.Board.Valid.In(s.Zone).Format("2006-01-02 15:04")
}

func TestTheCursorIsTheTimeMachine(t *testing.T) {
	t.Parallel()
	l := embedded(t)
	for _, tt := range []struct {
		name, from string
		keys       []string
		want       string
	}{
		{"a day back is its end", "2025-11-11 18:00", []string{"left"}, "2025-11-10 23:59"},
		{"letters do the same", "2025-11-11 18:00", []string{"h", "h", "l"}, "2025-11-10 23:59"},
		{"and on", "2025-11-11 18:00", []string{"right"}, "2025-11-12 23:59"},
		{"back over the day of 25 hours", "2025-10-27", []string{"left", "left"}, "2025-10-25 23:59"},
		{"on over it", "2025-10-25", []string{"right", "right"}, "2025-10-27 23:59"},
		{"half a view back", "2025-11-11 18:00", []string{"ctrl+u"}, "2025-09-24 23:59"},
		{"and on again", "2025-11-11 18:00", []string{"ctrl+u", "ctrl+d"}, "2025-11-11 23:59"},
		{"a view back", "2025-11-11 18:00", []string{"pgup"}, "2025-08-07 23:59"},
		{"the beginning", "2025-11-11 18:00", []string{"g"}, "2023-02-16 23:59"},
		{"nothing is before it", "2025-11-11 18:00", []string{"g", "left", "pgup"}, "2023-02-16 23:59"},
		{"the end is the present", "2025-11-11 18:00", []string{"G"}, "live"},
		{"the present is where the right ends", "2026-11-22", []string{"right"}, "live"},
		{"and nothing is beyond", "2026-11-22", []string{"right", "right", "pgdown"}, "live"},
		{"from there back", "", []string{"+", "left"}, "2026-11-22 23:59"},
		{"a month back", "2025-11-11 18:00", []string{"-", "-", "left"}, "2025-10-31 23:59"},
		{"a week back", "2025-11-11 18:00", []string{"-", "left"}, "2025-11-09 23:59"},
		{"closer it is a day still", "2025-11-11 18:00", []string{"+", "left"}, "2025-11-10 23:59"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s, _ := press(newPane(), scene(t, l, tt.from), tt.keys...)
			if got := at(s); got != tt.want {
				t.Errorf("%q leads to %s, want %s", tt.keys, got, tt.want)
			}
		})
	}
}

func TestTheViewFollowsTheCursor(t *testing.T) {
	t.Parallel()
	p, s := newPane(), scene(t, embedded(t), "2025-11-11 18:00")
	for i := range 200 {
		key := "left"
		if i >= 100 {
			key = "right"
		}
		before := p.View(s)
		s, _ = press(p, s, key)
		after := p.View(s)
		if day := strings.TrimSpace(string([]rune(strings.Split(after, "\n")[1])[:12])); day == strings.TrimSpace(string([]rune(strings.Split(before, "\n")[1])[:12])) {
			t.Fatalf("press %d of %s stays on %s", i, key, day)
		}
		if !strings.Contains(after, "│") && !strings.Contains(after, "→") {
			t.Fatalf("press %d: the cursor is out of view:\n%s", i, after)
		}
	}
	if got := at(s); got != "2025-11-11 23:59" {
		t.Errorf("a hundred days back and on lead to %s", got)
	}
}

func TestZoomKeepsTheMoment(t *testing.T) {
	t.Parallel()
	p, s := newPane(), scene(t, embedded(t), "2025-11-11 18:00")
	var levels []string
	for _, key := range []string{"+", "+", "-", "-", "-", "-", "-"} {
		s, _ = press(p, s, key)
		levels = append(levels, strings.Fields(p.View(s))[0])
	}
	if diff := cmp.Diff([]string{"days", "days", "days", "weeks", "months", "months", "months"}, levels); diff != "" {
		t.Errorf("levels (-want +got):\n%s", diff)
	}
	if got := at(s); got != "2025-11-11 18:00" {
		t.Errorf("zooming moved the board to %s", got)
	}
}

// click presses the left button on a cell.
func click(p interface {
	Update(pane.Scene, tea.Msg) (pane.Intent, tea.Cmd)
}, s pane.Scene, x, y int,
) pane.Intent {
	intent, _ := p.Update(s, tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	return intent
}

func TestAClickMovesTheBoard(t *testing.T) {
	t.Parallel()
	p, s := newPane(), scene(t, embedded(t), "2025-11-11 18:00").Within(layout.Size{W: 78, H: 20})
	p.View(s)
	end := func(month time.Month, day int) pane.Intent {
		return pane.Seek{At: time.Date(2025, month, day, 23, 59, 59, 999999000, s.Zone)}
	}
	// The first cell after the names is 29 September, see TestTheCellsAreTheirDays.
	for _, tt := range []struct {
		name string
		x, y int
		want pane.Intent
	}{
		{"on the axis", 24 + 2, 0, end(10, 1)},
		{"on a bar", 24 + 2 + 21, 2, end(10, 22)},
		{"on what happened", 24 + 2 + 25, 8, end(10, 26)},
		{"on the last day in view", 77, 1, end(11, 21)},
		{"on the name of a lane", 3, 2, pane.Select{ID: "c-gov-1029-medininkai"}},
		{"on the name of a band", 3, 9, nil},
		{"on the summary", 10, 15, nil},
		{"on a headline", 10, 17, pane.Select{ID: "i-049"}},
		{"below all", 10, 19, nil},
	} {
		got := click(p, s, tt.x, tt.y)
		if seek, ok := got.(pane.Seek); ok {
			got = pane.Seek{At: seek.At.In(s.Zone)}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("a click %s (-want +got):\n%s", tt.name, diff)
		}
	}
	live := scene(t, s.Log, "")
	p.View(live)
	if got := click(p, live, 137, 0); got != (pane.Seek{}) {
		t.Errorf("a click on the future asks for %v, want the present", got)
	}
}

func TestTheWheelLooksCloserAndWider(t *testing.T) {
	t.Parallel()
	p, s := newPane(), scene(t, embedded(t), "2025-11-11 18:00")
	wheel := func(b tea.MouseButton, y int) pane.Intent {
		intent, _ := p.Update(s, tea.MouseMsg{X: 100, Y: y, Button: b, Action: tea.MouseActionPress})
		return intent
	}
	for _, tt := range []struct {
		button tea.MouseButton
		want   string
	}{{tea.MouseButtonWheelDown, "weeks"}, {tea.MouseButtonWheelDown, "months"}, {tea.MouseButtonWheelUp, "weeks"}, {tea.MouseButtonWheelUp, "days"}} {
		if got := wheel(tt.button, 5); got != nil {
			t.Errorf("the wheel asks for %v", got)
		}
		if got := strings.Fields(p.View(s))[0]; got != tt.want {
			t.Errorf("the wheel shows %s, want %s", got, tt.want)
		}
	}
	if got, want := wheel(tea.MouseButtonWheelDown, 34), (pane.Select{ID: "i-049"}); got != want {
		t.Errorf("over the headlines the wheel asks for %v, want %v", got, want)
	}
}

func TestRowsAreChosenFromTopToBottom(t *testing.T) {
	t.Parallel()
	p, s := newPane(), scene(t, embedded(t), "2025-11-11 18:00")
	if got := p.Under(s); got != "i-048" {
		t.Errorf("at first the cursor is on %s, want the first headline", got)
	}
	var got []pane.Intent
	for _, key := range []string{"enter", "down", "down", "down", "down", "enter", "up", "up", "up", "up", "enter"} {
		_, intent := press(p, s, key)
		got = append(got, intent)
	}
	sel := func(id model.ID) pane.Intent { return pane.Select{ID: id} }
	want := []pane.Intent{
		pane.Open{ID: "i-048"},
		sel("i-049"), sel("i-050"), sel("seed-air"), sel("seed-air"),
		pane.Open{ID: "seed-air"},
		sel("i-050"), sel("i-049"), sel("i-048"), sel("r-ped-bus"),
		pane.Open{ID: "r-ped-bus"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for range 30 {
		_, _ = press(p, s, "up")
	}
	// The lane keeps the cursor while the board moves, and tells of what is in force.
	for _, tt := range []struct{ at, want string }{
		{"2025-11-11 18:00", "c-gov-1029-medininkai"}, {"2025-10-28", "m-1027"}, {"2025-10-22", "c-1022"}, {"2025-12-01", "c-gov-1029-medininkai"},
	} {
		if got := p.Under(seek(t, s, tt.at)); got != model.ID(tt.want) {
			t.Errorf("at %s the first lane tells of %s, want %s", tt.at, got, tt.want)
		}
	}
	if got, _ := p.Update(s, pane.OpenMsg{}); got != (pane.Open{ID: "c-gov-1029-medininkai"}) {
		t.Errorf("a double click opens %v", got)
	}
}

func TestAllLanesCanBeReached(t *testing.T) {
	t.Parallel()
	p, s := newPane(), scene(t, embedded(t), "2025-12-20").Within(layout.Size{W: 78, H: 20})
	p.View(s)
	seen := map[string]bool{}
	for range 60 {
		_, _ = press(p, s, "up")
	}
	for range 60 {
		for line := range strings.SplitSeq(p.View(s), "\n") {
			seen[string([]rune(line)[:24])] = true
		}
		_, _ = press(p, s, "down")
	}
	for _, want := range []string{" Medininkai ", "BY truck fee", "European Union: san"} {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(seen)), func(label string) bool { return strings.Contains(label, want) }) {
			t.Errorf("%q is never in view", want)
		}
	}
}

func TestTheFutureIsNotShown(t *testing.T) {
	t.Parallel()
	l := embedded(t)
	p := newPane()
	then := p.View(scene(t, l, "2025-11-11 18:00"))
	known := logOf(t, func() []model.Record {
		var out []model.Record
		at := moment(t, "2025-11-11 18:00")
		for r := range l.At(at, at).Events.Records() {
			out = append(out, r)
		}
		for _, r := range l.Rest() {
			if !l.Known(r.Head().ID).After(at) {
				out = append(out, r)
			}
		}
		return out
	}()...)
	// The order of the categories is that of the whole log: it stays while time moves.
	if diff := cmp.Diff(sorted(newPane().View(scene(t, known, "2025-11-11 18:00"))), sorted(then)); diff != "" {
		t.Errorf("what became known later shows (-without +with):\n%s", diff)
	}
	s := scene(t, l, "2025-11-11 18:00")
	s.Hindsight, s.Version = true, s.Version+1
	s.Board = l.At(s.Board.Valid, s.Now)
	if hindsight := rowOf(t, p.View(s.Within(layout.Size{W: 78, H: 20})), "all"); !strings.ContainsAny(string(hindsight[45:]), "123456789") {
		t.Errorf("with hindsight the days after are %q", string(hindsight[45:]))
	}
}

// sorted are the lines of a frame in the order of the alphabet.
func sorted(frame string) []string { return slices.Sorted(strings.SplitSeq(frame, "\n")) }
