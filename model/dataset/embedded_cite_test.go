package dataset_test

import (
	"testing"
	"time"

	"bordertop/model"
)

// TestCitationsAreWhatRestsOnTheSources holds the counts of all sources, made in
// one go, to the lists of each.
func TestCitationsAreWhatRestsOnTheSources(t *testing.T) {
	t.Parallel()
	l, err := model.NewLog(model.DefaultRules(), embeddedRecords(t)...)
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[string]int{"2025-10-01": 20, "2025-11-11": 100, "2026-10-30": 200} {
		m, err := model.ParseMoment(at, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		b := l.At(m.Asked(), m.Asked())
		all := b.Citations()
		if len(all) < want {
			t.Errorf("%s: %d sources, want %d at least", at, len(all), want)
		}
		for _, c := range all {
			rests(t, b, c)
		}
	}
}

// rests fails where a citation is other than what rests on its source.
func rests(t *testing.T, b model.Board, c model.Citation) {
	t.Helper()
	resting := b.Resting(c.Source.ID)
	if got := c.Records + c.Repeats; got != resting.Len() {
		t.Errorf("%s: %d records rest on %s, want %d", b.Valid, got, c.Source.ID, resting.Len())
	}
	got := model.ID("")
	if c.Newest != nil {
		got = c.Newest.Head().ID
	}
	if want := newest(b, resting); got != want {
		t.Errorf("%s: the newest on %s is %q, want %q", b.Valid, c.Source.ID, got, want)
	}
}

// newest is the first of some records that has a time, and that is not ahead.
func newest(b model.Board, of model.Events) model.ID {
	for r := range of.Records() {
		if at := r.Own(); !at.IsZero() && !at.First().After(b.Valid) {
			return r.Head().ID
		}
	}
	return ""
}
