package model_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
)

const story = `
source src published=2025-11-03T08:00Z
crossing c countries=LT,BY serves=truck
measure shut kind=closure crossings=c from=2025-11-05T00:00Z until=2025-11-09T12:00Z sources=src
incident told-late at=2025-11-01T10:00Z category=balloon severity=2 sources=src
count claim at=2025-11-04T09:00Z value=10 what=stranded unit=truck
amendment lifted of=shut kind=update known=2025-11-06T10:00Z set.ended=2025-11-07T00:00Z
`

// stepsOf lists the steps of a log as a reader would go through them, and goes
// back the same way.
func stepsOf(t *testing.T, s model.Steps) []string {
	t.Helper()
	var out []string
	var last time.Time
	for at, ids, ok := s.After(time.Time{}); ok; at, ids, ok = s.After(at) {
		parts := []string{at.Format("02 15:04")}
		for _, id := range ids {
			parts = append(parts, string(id))
		}
		out = append(out, strings.Join(parts, " "))
		if back, _, ok := s.Before(at); ok != !last.IsZero() || ok && !back.Equal(last) {
			t.Errorf("before %v is %v, went there from %v", at, back, last)
		}
		last = at
	}
	return out
}

func TestStepsAreWhereTheBoardChanges(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, story)
	for name, tt := range map[string]struct {
		steps model.Steps
		want  []string
	}{
		"as known then":                 {l.Steps(), []string{"03 08:00 shut told-late", "04 09:00 claim", "05 00:00 shut", "06 10:00 lifted", "07 00:00 lifted", "09 12:00 shut"}},
		"as known now":                  {l.StepsKnown(modeltest.Time(t, "2025-12-01")), []string{"01 10:00 told-late", "04 09:00 claim", "05 00:00 shut", "07 00:00 lifted", "09 12:00 shut"}},
		"as known before it was lifted": {l.StepsKnown(modeltest.Time(t, "2025-11-05")), []string{"01 10:00 told-late", "04 09:00 claim", "05 00:00 shut", "09 12:00 shut"}},
	} {
		if diff := cmp.Diff(tt.want, stepsOf(t, tt.steps)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestNoStepsInAnEmptyLog(t *testing.T) {
	t.Parallel()
	s := model.Log{}.Steps()
	_, _, after := s.After(time.Time{})
	_, _, before := s.Before(time.Now())
	if after || before || s.Len() != 0 || !s.First().IsZero() {
		t.Error("an empty log has steps")
	}
}

// TestBetweenStepsNothingChanges holds the steps of random logs to their boards,
// but for what only ages.
func TestBetweenStepsNothingChanges(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		l := modeltest.Log(t, randomScript(seed))
		s := l.Steps()
		for at, _, ok := s.After(time.Time{}); ok; {
			next, _, more := s.After(at)
			if !more {
				break
			}
			late := next.Add(-time.Microsecond)
			a, b := l.At(at, at), l.At(late, late)
			if diff := changes(model.Diff(a, b)); len(diff) > 0 {
				t.Fatalf("seed %d: between %v and %v, %v", seed, at, next, diff)
			}
			at, ok = next, more
		}
	}
}

// changes leaves out what grows old: that happens between records.
func changes(all []model.Difference) []model.Difference {
	return slices.DeleteFunc(all, func(d model.Difference) bool {
		return d.Kind == model.StateChanged || d.Kind == model.ClaimChanged
	})
}
