package crossings_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/crossings"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// queueing is the border with what queues at it: trucks, more than before, by one
// source and by another; cars that do not wait; and what was long ago.
func queueing(method string) []model.Record {
	at := time.Date(2025, 11, 11, 18, 0, 0, 0, time.UTC)
	queue := func(source, crossing model.ID, class model.Class, minutes int, waiting int64) *model.Queue {
		return &model.Queue{
			Fact:     model.Fact{ID: model.ID(fmt.Sprintf("%s-%s-%s-%d", source, crossing, class, minutes)), Sources: []model.ID{source}},
			Crossing: crossing, To: "LT", Class: class, At: model.Exactly(at.Add(-time.Duration(minutes) * time.Minute)), Waiting: &waiting,
			Method: clean.Line(method),
		}
	}
	trucks, cars := queue("a", "bridge", model.Truck, 5, 151), queue("a", "bridge", model.Car, 5, 0)
	trucks.Wait, cars.Wait, cars.Waiting = new(200*time.Minute), new(time.Duration), nil
	return append(
		border(clean.Line("Bridge")), trucks, cars, queue("a", "bridge", model.Truck, 95, 100), queue("b", "bridge", model.Truck, 50, 7),
		queue("a", "ferry", model.Truck, 180, 9), queue("a", "ferry", model.Car, 3000, 8),
	)
}

func frame(s pane.Scene) []string {
	return strings.Split(crossings.New(pane.DefaultKeys()).View(s), "\n")
}

func TestQueuesHaveALineWhereThereIsRoom(t *testing.T) {
	t.Parallel()
	for w, want := range map[int]string{
		30: "trucks 151↑ →LT 3 h est.",
		44: "trucks 151↑ →LT 3 h est. +1",
		60: "trucks 151↑ →LT 3 h est. (5 min ago) +1",
		70: "trucks 151↑ →LT 3 h est., cars →LT no wait est.",
		90: "trucks 151↑ →LT 3 h est. (5 min ago), cars →LT no wait est. (5 min ago)",
	} {
		s := show(t, w, 6, queueing("estimate: by hand")...)
		lines := frame(s)
		if got := strings.TrimSpace(lines[2]); got != want {
			t.Errorf("at %d cells %q, want %q", w, got, want)
		}
		if w == 90 && strings.TrimSpace(lines[5]) != "trucks 9 →LT (3 h ago, stale)" {
			t.Errorf("a queue that is stale reads %q", strings.TrimSpace(lines[5]))
		}
	}
	// Both crossings stay in view where there is no room for queues.
	if lines := frame(show(t, 60, 3, queueing("")...)); strings.Contains(strings.Join(lines, "\n"), "151") {
		t.Errorf("queues put a crossing out of view:\n%s", strings.Join(lines, "\n"))
	}
}

func TestAQueueChangesNoStateOfACrossing(t *testing.T) {
	t.Parallel()
	without, with := show(t, 60, 6, border(clean.Line("Bridge"))...), show(t, 60, 6, queueing("")...)
	for i, c := range with.Board.Crossings {
		if c.Headline.State != without.Board.Crossings[i].Headline.State {
			t.Errorf("%s changed its state", c.Crossing.ID)
		}
	}
}

func TestQueuesAreReadByEverybody(t *testing.T) {
	t.Parallel()
	s := show(t, 90, 6, queueing("estimate: by hand")...)
	s.Words = lang.Of(model.Lithuanian)
	if lines := frame(s); !strings.Contains(lines[2], "vilkikai 151↑ →LT apie 3 val.") || !strings.Contains(lines[2], "laukti nereikia") {
		t.Errorf("in Lithuanian %q", lines[2])
	}
	s = show(t, 90, 6, queueing("estimate: by hand")...)
	s.Styles = theme.Plain(theme.ASCII())
	if lines := frame(s); !strings.Contains(lines[2], "trucks 151^ >LT 3 h est.") {
		t.Errorf("in ASCII %q", lines[2])
	}
}

func TestAClickOnAQueueChoosesItsCrossing(t *testing.T) {
	t.Parallel()
	s := show(t, 60, 6, queueing("")...)
	p := crossings.New(pane.DefaultKeys())
	for y, want := range []model.ID{"bridge", "bridge", "bridge", "ferry", "ferry", "ferry"} {
		intent, _ := p.Update(s, tea.MouseMsg{Action: tea.MouseActionPress, Button: tea.MouseButtonLeft, Y: y})
		if intent != (pane.Select{ID: want}) {
			t.Errorf("line %d chooses %v, want %s", y, intent, want)
		}
	}
}

func TestTheCursorStaysInViewAmongQueues(t *testing.T) {
	t.Parallel()
	s := show(t, 60, 5, queueing("")...)
	p := crossings.New(pane.DefaultKeys())
	p.Update(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")})
	if got := p.View(s); !strings.Contains(got, "Ferry") || strings.Contains(got, "Bridge") {
		t.Errorf("the second is chosen, and in view is\n%s", got)
	}
	p.Update(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("k")})
	if got := p.View(s); !strings.Contains(got, "Bridge") {
		t.Errorf("the first is chosen, and in view is\n%s", got)
	}
}

func TestEverySizeIsFilledWithQueues(t *testing.T) {
	t.Parallel()
	for name, text := range uitest.Texts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := show(t, 0, 0, queueing(text)...)
			p := crossings.New(pane.DefaultKeys())
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
		})
	}
}
