package timeline_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/timeline"
)

func TestTheStripSeeks(t *testing.T) {
	t.Parallel()
	s := scene(t, embedded(t), "2025-11-11 18:00").Within(layout.Size{W: 140, H: timeline.StripLines})
	strip := newPane().Strip()
	lines := strip.View(s)
	x := len([]rune(lines[1][:strings.Index(lines[1], "◧━")]))
	intent := strip.Update(s, tea.MouseMsg{X: x, Y: 1, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	if got := at(move(s, intent.(pane.Seek).At)); got != "2025-10-28 23:59" { //nolint:forcetypeassert // the test fails either way
		t.Errorf("a click on the first day of the restriction leads to %s in\n%s", got, strings.Join(lines, "\n"))
	}
	strip.Update(s, tea.MouseMsg{X: x, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	if wider := strip.View(s); cmp.Equal(lines, wider) {
		t.Error("the wheel does nothing on the strip")
	}
	if got := strip.Update(s, tea.MouseMsg{X: 2, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft}); got != nil {
		t.Errorf("a click on its names asks for %v", got)
	}
}

// crowd is a log of many incidents, one a quarter of an hour.
func crowd(tb testing.TB, n int) model.Log {
	tb.Helper()
	records := make([]model.Record, n)
	for i := range records {
		records[i] = &model.Incident{
			Fact: model.Fact{ID: model.ID(fmt.Sprintf("x-%07d", i))}, At: model.Exactly(today().Add(-time.Duration(i) * 15 * time.Minute)),
			Category: "queue", Severity: int64(1 + i%4), Title: clean.Line(fmt.Sprintf("Queue number %d", i)),
		}
	}
	return logOf(tb, records...)
}

func TestALongLogIsCountedAndDrawn(t *testing.T) {
	t.Parallel()
	p, s := newPane(), scene(t, crowd(t, 100_000), "2026-11-20")
	s, _ = press(p, s, "-", "-")
	if frame := p.View(s); !strings.Contains(frame, "1,920:") { // 20 days of 96
		t.Errorf("20 days of November are\n%s", frame)
	}
}

func BenchmarkView(b *testing.B) {
	for _, n := range []int{0, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			l := embedded(b)
			if n > 0 {
				l = crowd(b, n)
			}
			p, s := newPane(), scene(b, l, "2025-11-11 18:00")
			p.View(s)
			for b.Loop() {
				p.View(s)
			}
		})
	}
}

// Samoa left out 30 December 2011.
func TestADayThatWasLeftOutIsNotInTheWay(t *testing.T) {
	t.Parallel()
	apia, err := time.LoadLocation("Pacific/Apia")
	if err != nil {
		t.Fatal(err)
	}
	l := logOf(t, &model.Incident{Fact: model.Fact{ID: "i"}, Category: "drone", At: model.DayOf(2011, 12, 1, apia)})
	s := scene(t, l, "")
	s.Zone = apia
	p, s := newPane(), move(s, time.Date(2012, 1, 2, 12, 0, 0, 0, apia))
	var got []string
	for _, key := range []string{"left", "left", "left", "right", "right"} {
		s, _ = press(p, s, key)
		got = append(got, at(s)[5:10])
	}
	if diff := cmp.Diff([]string{"01-01", "12-31", "12-29", "12-31", "01-01"}, got); diff != "" {
		t.Errorf("days (-want +got):\n%s", diff)
	}
}

func TestWhatFallsDueIsMarked(t *testing.T) {
	t.Parallel()
	l := logOf(
		t, &model.Deadline{Fact: model.Fact{ID: "d", Known: model.DayOf(2025, 11, 1, time.UTC)}, Due: model.DayOf(2025, 11, 13, vilnius(t)), Title: clean.Line("A plan")},
		&model.Deadline{Fact: model.Fact{ID: "late", Known: model.DayOf(2025, 11, 12, time.UTC)}, Due: model.DayOf(2025, 11, 14, vilnius(t)), Title: clean.Line("Another")},
	)
	s := scene(t, l, "2025-11-11").Within(layout.Size{W: 78, H: 20})
	row := string(rowOf(t, newPane().View(s), "Deadlines"))
	if got, want := strings.TrimLeft(row, " ╎"), "│ ┤"; strings.TrimRight(got, " ") != want {
		t.Errorf("due on the 13th, seen on the 11th: %q, want %q", got, want)
	}
}
