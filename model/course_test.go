package model_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
)

// claimed are claims of two sides in one unit, and a part of one.
const claimed = `
	count a what=stranded unit=truck at=2025-10-31 value=2000 qualifier=about by=Linava
	count b what=stranded unit=truck at=2025-11-10 value=1100 qualifier=over by=Customs
	count c what=stranded unit=truck at=2025-11-10 value=500 qualifier=about by=Centre
	count d what=stranded unit=truck at=2025-11-11 value=1000 by=Minister
	count e what=stranded unit=truck at=2025-11-27 value=9 by=Centre part_of=d
	count other what=stranded unit=both at=2025-11-05 value=5000 by=Customs`

func course(b model.Board, claims []*model.Count, days ...string) []string {
	var at []time.Time
	for _, d := range days {
		t, _ := time.Parse(time.DateOnly, d)
		at = append(at, t.Add(12*time.Hour))
	}
	out := make([]string, len(at))
	for i, s := range b.Course(claims, at) {
		out[i] = "none"
		if s.Working != nil && s.Low != nil && s.High != nil {
			out[i] = fmt.Sprintf("%d-%d %s", *s.Low, *s.High, s.Working.Count.ID)
		}
	}
	return out
}

func trucks(b model.Board) []*model.Count {
	var out []*model.Count
	for _, c := range b.History(model.Stranded) {
		if c.Unit == model.UnitTruck {
			out = append(out, c)
		}
	}
	return out
}

func TestTheCourseOfClaimsTellsHowTheyStood(t *testing.T) {
	t.Parallel()
	at := modeltest.Time(t, "2025-12-31")
	b := modeltest.Log(t, claimed).At(at, at)
	days := []string{"2025-10-30", "2025-10-31", "2025-11-07", "2025-11-09", "2025-11-10", "2025-11-11", "2025-11-18", "2025-11-20", "2025-11-27"}
	want := []string{"none", "2000-2000 a", "2000-2000 a", "none", "500-1100 b", "500-1100 d", "1000-1000 d", "none", "none"}
	if diff := cmp.Diff(want, course(b, trucks(b), days...)); diff != "" {
		t.Errorf("course of %v (-want +got):\n%s", days, diff)
	}
	if got := b.Course(nil, []time.Time{at}); len(got) != 1 || got[0].Working != nil {
		t.Errorf("of nothing: %v", got)
	}
}

// What a board says of its own moment and what its course does is the same.
func TestTheCourseEndsWhereTheBoardStands(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, claimed+`
		count m what=stranded unit=truck at=2025-11 value=700 by=Monthly`)
	for day := range 70 {
		at := time.Date(2025, time.October, 25+day, 12, 0, 0, 0, time.UTC)
		b := l.At(at, at)
		for _, g := range b.Claims {
			if g.Unit != model.UnitTruck {
				continue
			}
			s := b.Course(trucks(b), []time.Time{at})[0]
			if diff := cmp.Diff([]*int64{g.Low, g.High}, []*int64{s.Low, s.High}); diff != "" {
				t.Errorf("%s (-board +course):\n%s", at.Format(time.DateOnly), diff)
			}
			if (g.Working == nil) != (s.Working == nil) || g.Working != nil && g.Working.Count != s.Working.Count {
				t.Errorf("%s: the board works with %v, its course with %v", at.Format(time.DateOnly), g.Working, s.Working)
			}
		}
	}
}

func TestClaimsOfADayThatCannotBothBeTrueClash(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ records, want string }{
		"over and about":                 {claimed, "2025-11-10 c b"},
		"about leaves a tenth":           {"count a at=2025-11-10 value=1000 qualifier=about by=A\ncount b at=2025-11-10 value=1090 by=B", ""},
		"and no more":                    {"count a at=2025-11-10 value=1000 qualifier=about by=A\ncount b at=2025-11-10 value=1101 by=B", "2025-11-10 a b"},
		"up to and less":                 {"count a at=2025-11-10 value=1000 qualifier=up-to by=A\ncount b at=2025-11-10 value=10 by=B", ""},
		"under and more":                 {"count a at=2025-11-10 value=1000 qualifier=under by=A\ncount b at=2025-11-10 value=1100 by=B", "2025-11-10 a b"},
		"almost and as many":             {"count a at=2025-11-10 value=5000 qualifier=almost by=A\ncount b at=2025-11-10 value=4600 by=B", ""},
		"almost and far less":            {"count a at=2025-11-10 value=5000 qualifier=almost by=A\ncount b at=2025-11-10 value=4000 by=B", "2025-11-10 b a"},
		"ranges that meet":               {"count a at=2025-11-10 min=500 max=700 by=A\ncount b at=2025-11-10 min=700 max=900 by=B", ""},
		"ranges that do not":             {"count a at=2025-11-10 min=500 max=700 by=A\ncount b at=2025-11-10 min=701 max=900 by=B", "2025-11-10 a b"},
		"a claimant alone":               {"count a at=2025-11-10 value=1 by=Linava\ncount b at=2025-11-10 value=9 by=LINAVA", ""},
		"the unnamed are not one":        {"count a at=2025-11-10 value=1\ncount b at=2025-11-10 value=9", "2025-11-10 a b"},
		"a part":                         {"count a at=2025-11-10 value=1 by=A part_of=b\ncount b at=2025-11-10 value=9 by=B", ""},
		"one that repeats another":       {"count a at=2025-11-10 value=1 by=A repeats=b\ncount b at=2025-11-10 value=9 by=B", ""},
		"another day":                    {"count a at=2025-11-10 value=1 by=A\ncount b at=2025-11-11 value=9 by=B", ""},
		"a month is not one of its days": {"count a at=2025-11 value=1 by=A\ncount b at=2025-11-01 value=9 by=B", ""},
		"no number":                      {"count a at=2025-11-10 by=A\ncount b at=2025-11-10 value=9 by=B", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			at := modeltest.Time(t, "2025-12-31")
			b := modeltest.Log(t, tt.records).At(at, at)
			claims := b.History("")
			if len(claims) == 0 {
				claims = trucks(b)
			}
			var got []string
			for _, c := range model.Clashes(claims) {
				day, _ := c.Day.Dates()
				got = append(got, day.Format(time.DateOnly), string(c.Low.ID), string(c.High.ID))
			}
			if diff := strings.Join(got, " "); diff != tt.want {
				t.Errorf("clashes %q, want %q", got, tt.want)
			}
		})
	}
}
