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
			resting := b.Resting(c.Source.ID)
			if got := c.Records + c.Repeats; got != resting.Len() {
				t.Errorf("%s: %d records rest on %s, want %d", at, got, c.Source.ID, resting.Len())
			}
			for i := range resting.Len() {
				r := resting.At(i)
				if _, repeats := r.(*model.Source); !repeats && !r.Own().IsZero() && !r.Own().First().After(b.Valid) {
					if c.Newest == nil || c.Newest.Head().ID != r.Head().ID {
						t.Errorf("%s: the newest on %s is not %s", at, c.Source.ID, r.Head().ID)
					}
					break
				}
			}
		}
	}
}
