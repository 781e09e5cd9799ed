package ui_test

import (
	"testing"
	"time"

	"bordertop/config"
	"bordertop/model/source"
	"bordertop/ui"
)

// brought is what live sources brought.
func (f *fed) brought(d *ui.Data) *ui.Data {
	d.Live = true
	return d
}

func TestHowSourcesFareIsShown(t *testing.T) {
	t.Parallel()
	feed(t, board(t), func(f *fed) {
		f.hides("failing")
		fails := source.Health{ID: "vsat", Kind: "rss", Since: today(), Why: source.Slow}
		f.give(ui.Change{Feeds: []source.Health{fails, {ID: "new"}}})
		f.shows("1 source failing")
		f.press("9", "z")
		f.shows("vsat", "no answer in time", "waiting")
		f.give(ui.Change{Feeds: []source.Health{}})
		f.hides("failing")
		f.shows("no live source")
	})
}

func TestLiveSourcesAreCalm(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Config.Preset = config.Log
	feed(t, o, func(f *fed) {
		f.press("y") // and something is said
		f.shows("copied")
		log := f.o.Log
		last := with(t, log, happened("old", 72*time.Hour, "Airport closed last week"))
		f.give(ui.Change{Data: f.brought(f.data(log, last))})
		f.shows("copied", "Airport closed last week")

		next := with(t, last, happened("kept", time.Hour, "Airport closed before the start"))
		kept := f.brought(f.data(last, next))
		kept.Kept = true
		f.give(ui.Change{Data: kept})
		f.shows("copied", "Airport closed before the start")

		now := with(t, next, happened("now", time.Hour, "Balloons over the airport"), happened("late", 2*time.Hour, "Airport shut"))
		f.give(ui.Change{Data: f.brought(f.data(next, now))})
		f.shows("and 1 more)")
		f.hides("copied")
	})
}
