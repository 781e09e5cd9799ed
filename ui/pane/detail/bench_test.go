package detail_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/detail"
)

// BenchmarkView is what drawing a page again costs, and BenchmarkPage what
// writing it does.
func BenchmarkView(b *testing.B) {
	for _, id := range []model.ID{"medininkai", "i-049", "t-005", "c-gov-1029", "tass-2042157"} {
		b.Run(string(id), func(b *testing.B) {
			s := scene(b, at(23, 12).AddDate(1, 0, 0), id, embedded(b)...).Within(layout.Size{W: 48, H: 30})
			p := detail.New(pane.DefaultKeys())
			for b.Loop() {
				p.View(s)
			}
		})
	}
}

func BenchmarkPage(b *testing.B) {
	for _, n := range []int{0, 100_000} {
		s := scene(b, at(23, 12).AddDate(1, 0, 0), "", slices.Concat(embedded(b), crowd(n))...).Within(layout.Size{W: 48, H: 30})
		for _, id := range []model.ID{"medininkai", "i-049", "t-005", "c-gov-1029", "tass-2042157", "x-0001000"} {
			if _, ok := s.Board.Record(id); !ok && len(s.Board.Act(id)) == 0 {
				continue
			}
			b.Run(fmt.Sprintf("%s/%d", id, n), func(b *testing.B) {
				s := s
				s.Selected = id
				p := detail.New(pane.DefaultKeys())
				b.ReportAllocs()
				for b.Loop() {
					s.Version++
					p.View(s)
				}
			})
		}
	}
}

// crowd is an incident at the same crossing and airport every ten minutes, of
// which one in a hundred was corrected.
func crowd(n int) []model.Record {
	var out []model.Record
	for i := range n {
		id := model.ID(fmt.Sprintf("x-%07d", i))
		when := model.Exactly(at(23, 12).AddDate(1, 0, 0).Add(-time.Duration(i+1) * 10 * time.Minute))
		out = append(out, &model.Incident{
			Fact: fact(id, "tass-2042157"), At: when, Category: "queue", Severity: 1, Crossings: []model.ID{"medininkai"},
			Places: []model.ID{"vno"}, Title: clean.Line("Queue at Medininkai"),
		})
		if i%100 == 0 {
			out = append(out, &model.Amendment{
				Fact: fact("a-" + id), Of: []model.ID{id}, At: when, Type: model.Correction,
				Set: []model.Assignment{{Field: "severity", Value: int64(2)}},
			})
		}
	}
	return out
}
