package changes_test

import (
	"fmt"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/uitest"
)

// turbulent has a change of each kind, with a text wherever one may stand.
func turbulent(text string) []model.Record {
	x := clean.Body(text)
	n, more := int64(1000), int64(2000)
	day := func(d int) model.Moment { return model.DayOf(2025, time.November, d, time.UTC) }
	fact := func(id model.ID, d int) model.Fact {
		return model.Fact{ID: id, Sources: []model.ID{"s"}, Known: day(d), Note: x}
	}
	return []model.Record{
		&model.Source{Fact: model.Fact{ID: "s"}, Publisher: x, Title: x, Published: day(1), StateMedia: true},
		&model.Crossing{Fact: model.Fact{ID: "c"}, Name: x, Counterpart: x, Countries: []model.Country{"LT", "BY"}, Serves: []model.Class{model.Car, model.Truck}},
		&model.Measure{Fact: fact("m", 8), Type: model.Closure, By: x, Crossings: []model.ID{"c"}, From: day(8), Until: day(28), Allows: []model.Permit{{Who: x}}},
		&model.Deadline{Fact: fact("d", 9), Title: x, Due: day(25), By: x},
		&model.Count{Fact: fact("n", 9), At: day(9), Value: &n, What: model.Stranded, Unit: model.UnitTruck, By: x, Side: x, Summary: x},
		&model.Condition{Fact: fact("k", 9), Side: x, By: x, Stated: day(9), Text: x, State: model.Unmet},
		&model.Incident{Fact: fact("i", 9), At: day(9), Category: "airport", Severity: 4, Title: x, Summary: x, Where: x},
		&model.Incident{Fact: fact("j", 9), At: day(9), Category: "airport", Severity: 1, Title: x},
		&model.Statement{Fact: fact("q", 9), At: day(9), Speaker: x, Role: x, Summary: x, Quote: x},
		&model.Amendment{Fact: fact("a", 10), Of: []model.ID{"n"}, At: day(10), Type: model.Dispute, By: x, Reason: x, Set: []model.Assignment{{Field: "value", Value: &more}}},
	}
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	contents := map[string][]model.Record{"none": nil}
	for name, text := range uitest.Texts() {
		contents["text "+name] = turbulent(text)
	}
	for name, records := range contents {
		for _, l := range []model.Lang{model.English, model.Lithuanian} {
			t.Run(fmt.Sprint(name, l), func(t *testing.T) {
				t.Parallel()
				s, p := scene(t, logOf(t, records...), "2025-11-12", "2025-11-05"), newPane()
				s.Words = lang.Of(l)
				for _, keys := range []string{"", "G"} {
					press(p, s, keys)
					uitest.Sweep(t, append(uitest.Sizes(), uitest.Size{Width: 0, Height: 3}), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
				}
				if got := p.View(s.Within(layout.Size{})); got != "" {
					t.Errorf("at 0x0: %q", got)
				}
			})
		}
	}
}
