package model_test

import (
	"slices"
	"testing"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func TestWhatALogHoldsIsRead(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, `
		crossing m
		measure one act=order from=2025-11-01
		measure two from=2025-11-01
		incident old at=2025-11-01
		incident new at=2025-11-03
		statement said at=2025-11-02 about=old
		amendment a of=order,old kind=update known=2025-11-04
	`)
	ids := func(records []model.Record) []model.ID {
		out := make([]model.ID, len(records))
		for i, r := range records {
			out[i] = r.Head().ID
		}
		return out
	}
	for what, lists := range map[string][2][]model.ID{
		"events":             {slices.Collect(l.Events().IDs()), {"new", "said", "old"}},
		"the rest":           {ids(l.Rest()), {"a", "m", "one", "two"}},
		"telling of old":     {ids(l.Telling("old")), {"said"}},
		"telling of nothing": {ids(l.Telling("new")), {}},
	} {
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s: %v, want %v", what, lists[0], lists[1])
		}
	}
	for id, want := range map[model.ID]bool{"one": true, "two": false, "old": true, "new": false} {
		if got := l.Amended(l.Record(id)); got != want {
			t.Errorf("%s is amended: %t, want %t", id, got, want)
		}
	}
}

func TestABoardListsEventsInTheOrderOfItsLog(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		l := modeltest.Log(t, randomScript(seed))
		at := modeltest.Time(t, "2025-12-31")
		next := 0
		events := l.Events()
		for _, r := range l.At(at, at).Events.All() {
			if l.Amended(r) {
				continue
			}
			for next < events.Len() && events.ID(next) != r.Head().ID {
				next++
			}
			if next == events.Len() {
				t.Fatalf("seed %d: %s is out of order", seed, r.Head().ID)
			}
		}
	}
}
