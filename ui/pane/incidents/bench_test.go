package incidents_test

import (
	"fmt"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// years are n events, three a day.
func years(n int) []model.Record {
	words := []string{"airport", "balloon", "truck", "queue", "Medininkai", "Šalčininkai", "closure", "talks", "Каменный", "Лог"}
	out := make([]model.Record, n)
	start := time.Date(2025, 11, 11, 0, 0, 0, 0, time.UTC)
	for i := range out {
		title := fmt.Sprintf("%s %s number %d", words[i%len(words)], words[i/7%len(words)], i)
		out[i] = &model.Incident{
			Fact: model.Fact{ID: model.ID(fmt.Sprintf("i-%06d", i))}, At: model.Exactly(start.Add(-time.Duration(i) * 8 * time.Hour)),
			Title: clean.Line(title), Category: model.ID(words[i%4]), Severity: int64(i%11/3 + 1),
		}
	}
	return out
}

// BenchmarkKey measures a key and the frame after it, over a hundred thousand
// events.
func BenchmarkKey(b *testing.B) {
	records := years(100_000)
	for _, bb := range []struct {
		name       string
		lead, keys []string
	}{
		{"down", nil, []string{"j"}},
		{"page", nil, []string{"ctrl+d"}},
		{"ends", nil, []string{"G", "g"}},
		{"down filtered", []string{"/", "type:truck", "enter"}, []string{"j"}},
		{"down grouped", []string{"S", "S"}, []string{"j"}},
		{"down sorted", []string{"s"}, []string{"j"}},
		{"next match", []string{"f", "type:truck", "enter"}, []string{"n"}},
		{"next severe", nil, []string{"e"}},
		{"day", nil, []string{"{"}},
		{"day sorted", []string{"s"}, []string{"{"}},
		{"sort", nil, []string{"s"}},
		{"group", nil, []string{"S"}},
		{"table", nil, []string{"F", "F"}},
		{"type", []string{"/"}, []string{"t", "r", "u", "c", "k", "backspace", "backspace", "backspace", "backspace", "backspace"}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			d := sit(b, 100, 40, records...).saved("airports", "category:airport", "severe", "severity>=3")
			d.press(bb.lead...)
			d.View(d.scene)
			for i := 0; b.Loop(); i++ {
				d.press(bb.keys[i%len(bb.keys)])
				d.Title(d.scene)
				d.View(d.scene)
			}
		})
	}
}
