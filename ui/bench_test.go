package ui_test

import (
	"fmt"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui"
)

// crowded gives options with the embedded dataset and n more incidents.
func crowded(tb testing.TB, n int) ui.Options {
	tb.Helper()
	o := board(tb)
	more := make([]model.Record, n)
	for i := range more {
		more[i] = &model.Incident{
			Fact: model.Fact{ID: model.ID(fmt.Sprintf("x-%07d", i))}, At: model.Exactly(today().Add(-time.Duration(i+1) * time.Minute)),
			Category: "queue", Severity: int64(1 + i%4), Title: clean.Line(fmt.Sprintf("Queue number %d at Šalčininkai", i)),
		}
	}
	var err error
	if o.Log, err = o.Log.With(more...); err != nil {
		tb.Fatal(err)
	}
	o.Colours = ui.TrueColour
	return o
}

// BenchmarkKey is what a press of a key costs, with the frame that it makes.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		for _, preset := range config.Presets() {
			b.Run(fmt.Sprintf("%s/%d", preset, n), func(b *testing.B) {
				o := crowded(b, n)
				o.Config.Preset = preset
				a := open(o, 140, 42)
				press(a, "5")
				keys := []string{"j", "k"}
				b.ReportAllocs()
				i := 0
				for b.Loop() {
					press(a, keys[i/50%2])
					_ = a.View()
					i++
				}
			})
		}
	}
}

// BenchmarkTick is what a second costs while nothing happens.
func BenchmarkTick(b *testing.B) {
	o := crowded(b, 100)
	now := today()
	o.Now = func() time.Time { return now }
	a := open(o, 140, 42)
	b.ReportAllocs()
	for b.Loop() {
		now = now.Add(time.Second)
		a.Update(tea.FocusMsg{})
		_ = a.View()
	}
}
