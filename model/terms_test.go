package model_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
)

const terms = `
measure a act=x kind=closure from=2025-10-29 until="2025-11-30 24:00" known=2025-10-29
measure b act=x kind=closure from=2025-10-29 until="2025-11-30 24:00" known=2025-10-29
measure old kind=closure from=2025-10-26 until=2025-11-02 known=2025-10-26
measure new kind=closure from=2025-10-29 replaces=old known=2025-10-29
deadline d due=2025-12-01 known=2025-11-01
amendment up of=x kind=update known=2025-11-10 set.until=2025-11-20
amendment gone of=d kind=withdrawal known=2025-11-12
amendment no of=up kind=withdrawal known=2025-11-14
`

func amending(b model.Board, id model.ID) []model.ID {
	out := []model.ID{}
	for _, a := range b.Amending(id) {
		out = append(out, a.ID)
	}
	return out
}

func TestTermsStayWhateverBecomesOfThem(t *testing.T) {
	t.Parallel()
	for at, want := range map[string][]model.ID{
		"2025-10-27": {"old"},
		"2025-10-30": {"a", "b", "new", "old"},
		"2026-01-01": {"a", "b", "d", "new", "old"},
	} {
		got := []model.ID{}
		for _, a := range modeltest.Board(t, at, terms).Terms() {
			got = append(got, a.Record.Head().ID)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("at %s (-want +got):\n%s", at, diff)
		}
	}
}

func TestAmendmentsAreCountedForGood(t *testing.T) {
	t.Parallel()
	for at, want := range map[string]map[model.ID][]model.ID{
		"2025-11-09": {"a": {}, "d": {}, "old": {}, "nothing": {}},
		"2025-11-13": {"a": {"up"}, "b": {"up"}, "d": {"gone"}},
		"2025-11-15": {"a": {"up", "no"}, "up": {"no"}},
	} {
		b := modeltest.Board(t, at, terms)
		for id, want := range want {
			if diff := cmp.Diff(want, amending(b, id)); diff != "" {
				t.Errorf("at %s, of %s (-want +got):\n%s", at, id, diff)
			}
		}
	}
}

func TestTheNumberOfAmendmentsNeverFalls(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, r *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		log, err := model.NewLog(model.DefaultRules(), records...)
		if err != nil {
			t.Fatal(err)
		}
		before, after := log.At(valid, known), log.At(valid.Add(time.Duration(r.IntN(99))*time.Hour), known.Add(time.Duration(r.IntN(99))*time.Hour))
		for _, a := range before.Terms() {
			id := a.Record.Head().ID
			if x, y := len(before.Amending(id)), len(after.Amending(id)); y < x {
				t.Errorf("%s: %d amendments, then %d", id, x, y)
			}
		}
	})
}
