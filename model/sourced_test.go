package model_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
)

// eventIDs lists the ids of events.
func eventIDs(events model.Events) []model.ID {
	return append([]model.ID{}, slices.Collect(events.IDs())...)
}

func TestSourcesStandByWhatRestsOnThem(t *testing.T) {
	t.Parallel()
	const records = `
source a published=2025-11-01
source b published=2025-11-02 origin=a
source late published=2025-11-20
source undated
source unused published=2025-11-01
incident i at=2025-11-03 sources=a,b
incident gone at=2025-11-03 sources=b
statement s at=2025-11-04 sources=a,late
count c at=2025-11-30 sources=undated
amendment w of=gone kind=withdrawal at=2025-11-05 sources=a
`
	type sourced struct {
		ID      model.ID
		Resting []model.ID
	}
	for at, want := range map[string][]sourced{
		"2025-11-10": {{"a", []model.ID{"w", "s", "i", "b"}}, {"b", []model.ID{"i"}}, {"unused", []model.ID{}}},
		"2025-12-10": {{"a", []model.ID{"w", "s", "i", "b"}}, {"b", []model.ID{"i"}}, {"late", []model.ID{"s"}}, {"undated", []model.ID{"c"}}, {"unused", []model.ID{}}},
	} {
		var got []sourced
		for _, s := range modeltest.Board(t, at, records).Sourced() {
			got = append(got, sourced{s.Source.ID, eventIDs(s.Resting)})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("on %s (-want +got):\n%s", at, diff)
		}
	}
}

func TestASourceAloneAndAmongAllBearsTheSame(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, _ *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		log, err := model.NewLog(model.DefaultRules(), records...)
		if err != nil {
			t.Fatal(err)
		}
		b := log.At(valid, known)
		for _, s := range b.Sourced() {
			if diff := cmp.Diff(eventIDs(b.Resting(s.Source.ID)), eventIDs(s.Resting)); diff != "" {
				t.Errorf("%s (-alone +among all):\n%s", s.Source.ID, diff)
			}
		}
	})
}

func TestStatementsAreListedWhereverTheyAreDrawn(t *testing.T) {
	t.Parallel()
	const records = `
incident i at=2025-11-03
statement a at=2025-11-04
statement told at=2025-11-05 about=i
statement gone at=2025-11-06
statement early at=2025-11-07
statement later at=2025-11-20
amendment w of=gone kind=withdrawal at=2025-11-08
amendment c of=early kind=correction at=2025-11-08 set.at=2025-11-01
`
	got := eventIDs(modeltest.Board(t, "2025-11-10", records).Statements())
	if diff := cmp.Diff([]model.ID{"gone", "told", "a", "early"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
