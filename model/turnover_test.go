package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
	"bordertop/model/squeeze"
)

func TestTurnoverTellsWhatBecameOfRecords(t *testing.T) {
	t.Parallel()
	const before = `crossing m name=Medininkai
		incident old at=2025-11-01 title=Old
		incident same at=2025-11-02 title=Same
		incident other at=2025-11-03 title=Other
		count c at=2025-11-01 value=5`
	const after = `crossing m name=Medininkai
		incident same at=2025-11-02 title=Same
		incident other at=2025-11-04 title=Another
		incident new at=2025-11-05 title=New
		statement newer at=2025-11-06 summary=Newer
		count c at=2025-11-01 value=6
		count d at=2025-11-02 value=6`
	want := model.Turnover{
		Came: []model.ID{"newer", "new", "d"}, Changed: []model.ID{"other", "c"}, Gone: []model.ID{"old"}, News: 2,
	}
	same := func(l model.Log) model.Log { return l }
	packed := func(l model.Log) model.Log { return l.Packed(squeeze.S2{}) }
	for name, keep := range map[string][2]func(model.Log) model.Log{
		"plain": {same, same}, "packed": {packed, packed}, "packed at last": {same, packed}, "plain at last": {packed, same},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, b := keep[0](modeltest.Log(t, before)), keep[1](modeltest.Log(t, after))
			if diff := cmp.Diff(want, b.Turnover(a)); diff != "" {
				t.Errorf("turnover (-want +got):\n%s", diff)
			}
			for _, l := range []model.Log{a, b} {
				if got := l.Turnover(l); !got.None() {
					t.Errorf("a log differs from itself: %+v", got)
				}
			}
			fromNothing(t, b)
		})
	}
}

// fromNothing compares a log of four events with one that is empty.
func fromNothing(t *testing.T, l model.Log) {
	t.Helper()
	all := l.Turnover(model.Log{})
	if len(all.Came) != l.Len() || all.News != 4 {
		t.Errorf("nothing became %+v", all)
	}
	if gone := (model.Log{}).Turnover(l); len(gone.Gone) != l.Len() || l.Holds("old") || !l.Holds("new") {
		t.Errorf("everything became %+v", gone)
	}
}
