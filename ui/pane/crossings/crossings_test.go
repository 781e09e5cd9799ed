package crossings_test

import (
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/crossings"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// border is one crossing where some may pass but no truck, and one where nobody
// may.
func border(name clean.Text) []model.Record {
	line := clean.Line
	from := model.Exactly(time.Date(2025, 10, 27, 13, 30, 0, 0, time.UTC))
	until := model.EndOfDay(2025, 11, 30, time.UTC)
	serves := []model.Class{model.Car, model.Bus, model.Truck, model.Pedestrian}
	return []model.Record{
		&model.Crossing{Fact: model.Fact{ID: "bridge"}, Name: name, Counterpart: line("Far Bank"), Serves: serves},
		&model.Crossing{Fact: model.Fact{ID: "ferry"}, Name: line("Ferry"), Serves: serves},
		&model.Measure{
			Fact: model.Fact{ID: "some"}, Type: model.Closure, Crossings: []model.ID{"bridge"}, Classes: []model.Class{model.Car, model.Bus},
			From: from, Until: until, Allows: []model.Permit{{Who: line("diplomats")}, {Who: line("residents")}},
		},
		&model.Measure{
			Fact: model.Fact{ID: "none"}, Type: model.Closure, Crossings: []model.ID{"bridge"}, From: from, Until: until,
			Classes: []model.Class{model.Truck, model.Pedestrian},
		},
		&model.Measure{Fact: model.Fact{ID: "all"}, Type: model.Closure, Crossings: []model.ID{"ferry"}, From: from},
	}
}

func show(tb testing.TB, w, h int, records ...model.Record) pane.Scene {
	tb.Helper()
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	at := time.Date(2025, 11, 11, 18, 0, 0, 0, time.UTC)
	return pane.Scene{
		Board: log.At(at, at), Now: at, Zone: time.UTC, Size: layout.Size{W: w, H: h},
		Styles: theme.Plain(theme.Unicode()), Words: lang.English(), Focused: true,
	}
}

func TestASecondLineSaysWhatHasRoom(t *testing.T) {
	t.Parallel()
	for w, want := range map[int]string{
		24:  "until 30 Nov 24:00",
		30:  "until 30 Nov · no trucks",
		40:  "until 30 Nov · no trucks",
		46:  "until 30 Nov · no trucks +1",
		52:  "until 30 Nov 24:00 · no trucks +1",
		60:  "until 30 Nov · no trucks, no pedestrians",
		70:  "until 30 Nov 24:00 · no trucks, no pedestrians",
		76:  "until 30 Nov · no trucks, no pedestrians · 2 groups may pass",
		120: "until 30 Nov 24:00 · no trucks, no pedestrians · 2 groups may pass: diplomats, residents",
	} {
		s := show(t, w, 4, border(clean.Line("Bridge"))...)
		lines := strings.Split(crossings.New(pane.DefaultKeys()).View(s), "\n")
		if got := strings.TrimSpace(lines[1]); got != want {
			t.Errorf("at %d cells %q, want %q", w, got, want)
		}
	}
}

func TestAClosedCrossingSaysSinceWhenAndThatNobodyPasses(t *testing.T) {
	t.Parallel()
	s := show(t, 60, 4, border(clean.Line("Bridge"))...)
	frame := crossings.New(pane.DefaultKeys()).View(s)
	for _, want := range []string{"■ CLOSED", "since 27 Oct · nobody", "15 d"} {
		if !strings.Contains(frame, want) {
			t.Errorf("no %q in\n%s", want, frame)
		}
	}
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	contents := map[string][]model.Record{"none": nil, "ordinary": border(clean.Line("Bridge"))}
	for name, text := range uitest.Texts() {
		contents[name] = border(clean.Line(text))
	}
	for name, records := range contents {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := show(t, 0, 0, records...)
			p := crossings.New(pane.DefaultKeys())
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
		})
	}
}
