package detail_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/detail"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// waiting is a scene of a crossing at which trucks queue more and more for a day.
func waiting(tb testing.TB, title string) pane.Scene {
	tb.Helper()
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	records := []model.Record{
		&model.Source{Fact: model.Fact{ID: "zones"}, Title: clean.Line(title)},
		&model.Crossing{Fact: model.Fact{ID: "m"}, Name: clean.Line("Medininkai"), Countries: []model.Country{"LT", "BY"}, Serves: []model.Class{model.Truck}},
	}
	for i := range 48 {
		n := int64(max(96-4*i, 0))
		records = append(records, &model.Queue{
			Fact: model.Fact{ID: model.ID(fmt.Sprintf("q-%d", i)), Sources: []model.ID{"zones"}}, Crossing: "m", To: "LT", Class: model.Truck,
			At: model.Exactly(now.Add(-time.Duration(i) * 30 * time.Minute)), Waiting: &n, Called: new(int64(2)), PerHour: new(int64(9)), PerDay: new(int64(203)),
			Wait: new(100 * time.Minute), Method: clean.Line("estimate: " + title),
		})
	}
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return pane.Scene{
		Board: log.At(now, now), Log: log, Now: now, Zone: time.UTC, Size: layout.Size{W: 70, H: 40},
		Styles: theme.Plain(theme.Unicode()), Words: lang.English(), Selected: "m", Focused: true,
	}
}

func TestACrossingShowsHowItsQueueMoved(t *testing.T) {
	t.Parallel()
	s := waiting(t, "Waiting zones")
	text := strings.Join(strings.Fields(detail.New(pane.DefaultKeys()).View(s)), " ")
	for _, want := range []string{
		"queue · trucks · → Lithuania · waiting 96 · called 2 · per hour 9 · per day 203 · wait 1 h 40 min est.", "↑ rising", "fresh · Waiting zones", "▁", "▇█", "24 h, at most 96",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	s.Selected = "q-0"
	text = strings.Join(strings.Fields(detail.New(pane.DefaultKeys()).View(s)), " ")
	for _, want := range []string{"trend ↑ rising", "method estimate: Waiting zones", "24 h, at most 96"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	s.Selected, s.Words, s.Styles = "m", lang.Of(model.Lithuanian), theme.Plain(theme.ASCII())
	if text := detail.New(pane.DefaultKeys()).View(s); !strings.Contains(text, "ilg") || !strings.Contains(text, "*#") {
		t.Errorf("in Lithuanian and ASCII:\n%s", text)
	}
}

func TestEverySizeIsFilledWithQueues(t *testing.T) {
	t.Parallel()
	for name, text := range uitest.Texts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := waiting(t, text)
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return detail.New(pane.DefaultKeys()).View(s.Within(layout.Size{W: w, H: h})) })
		})
	}
}
