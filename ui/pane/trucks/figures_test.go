package trucks_test

import (
	"fmt"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/pane"
	"bordertop/ui/pane/trucks"
	"bordertop/ui/uitest"
)

// tallied are figures per period with everything in them that text can be.
func tallied() []model.Record {
	var out []model.Record
	n := 0
	for name, text := range uitest.Texts() {
		value := int64(n)
		for _, period := range []model.Moment{
			day(1), model.MonthOf(2025, 3, time.UTC), model.YearOf(2001, time.UTC), model.YearOf(2024, time.UTC), model.SpanOf(day(1), day(3)), model.SpanOf(day(1), day(90)),
		} {
			n++
			out = append(out, &model.Tally{
				Fact: model.Fact{ID: model.ID(fmt.Sprintf("y-%s-%d", name, n)), Known: day(2)}, Subject: clean.Line(text), Period: period,
				Value: &value, Unit: clean.Line(text), By: clean.Line(text), Basis: clean.Body(text), Qualifier: model.About,
			})
		}
	}
	return append(out, &model.Tally{Fact: model.Fact{ID: "y-none"}, Period: day(1)})
}

// A hundred thousand claims are more than anybody makes, and no reason to stall.
func BenchmarkPicture(b *testing.B) {
	for _, n := range []int{0, 10_000, 100_000} {
		records := ordinary()
		for i := range n {
			at := model.DayOf(2015, time.January, 1+i/30, time.UTC)
			records = append(records, claim(model.ID(fmt.Sprintf("x-%d", i)), at, fmt.Sprintf("Claimant %d", i%40), "Lithuania", model.UnitTruck, int64(i%5000)))
		}
		s := scene(b, noon(11), records...).Within(wide)
		for name, step := range map[string]func(*pane.Scene){"key": func(*pane.Scene) {}, "board": func(s *pane.Scene) { s.Version++ }} {
			b.Run(fmt.Sprintf("%s/claims=%d", name, n), func(b *testing.B) {
				p := trucks.New(pane.DefaultKeys())
				s := s
				for b.Loop() {
					step(&s)
					p.Update(s, key("down"))
					p.View(s)
				}
			})
		}
	}
}
