package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
)

// toldDays writes a story's days as "26 balloon 2/4", with the count and the worst
// severity of each category.
func toldDays(s model.Story, zone *time.Location) []string {
	var out []string
	for _, d := range s.Days {
		parts := []string{d.Start.In(zone).Format("02")}
		if hours := d.End.Sub(d.Start).Hours(); hours != 24 {
			parts[0] += fmt.Sprintf(" (%v h)", hours)
		}
		for _, sum := range d.Sums {
			parts = append(parts, fmt.Sprintf("%s %d/%d", s.Categories[sum.Category], sum.Count, sum.Worst))
		}
		out = append(out, strings.Join(parts, " "))
	}
	return out
}

const nights = `
incident a at=2025-10-26T00:30+03:00 category=balloon severity=2
incident b at=2025-10-26T23:30+02:00 category=balloon severity=4
incident c at=2025-10-27T00:00+02:00 category=airport severity=3
incident d at=2025-10-25T23:59+03:00 category=balloon severity=1
incident late at=2025-10-25 category=airport severity=4 known=2025-11-05
incident wrong at=2025-10-27 category=airport severity=4
incident moved at=2025-10-24 category=balloon severity=1
statement alone at=2025-10-27 summary=words
statement told at=2025-10-27 summary=words about=c
amendment off of=wrong kind=withdrawal known=2025-10-30
amendment shift of=moved kind=correction known=2025-10-30 set.at=2025-10-23 set.severity=2
`

func TestAStoryCountsByDays(t *testing.T) {
	t.Parallel()
	l, zone := modeltest.Log(t, nights), vilnius()
	for name, tt := range map[string]struct {
		valid, known string
		want         []string
	}{
		"a night is counted by the clocks of the zone, of 25 hours too": {
			"2025-10-28", "2025-10-28",
			[]string{"24 balloon 1/1", "25 balloon 1/1", "26 (25 h) balloon 2/4", "27 airport 2/4 statement 1/0"},
		},
		"what was withdrawn is not counted, and what was moved elsewhere": {
			"2025-11-01", "2025-11-01",
			[]string{"23 balloon 1/2", "25 balloon 1/1", "26 (25 h) balloon 2/4", "27 airport 1/3 statement 1/0"},
		},
		"what became known later is counted later": {
			"2025-11-06", "2025-11-06",
			[]string{"23 balloon 1/2", "25 balloon 1/1 airport 1/4", "26 (25 h) balloon 2/4", "27 airport 1/3 statement 1/0"},
		},
		"the future is not known":            {"2025-10-26T12:00+02:00", "2025-10-26T12:00+02:00", []string{"24 balloon 1/1", "25 balloon 1/1", "26 (25 h) balloon 1/2"}},
		"with hindsight all of it is":        {"2025-10-24", "2025-11-06", []string{"23 balloon 1/2", "25 balloon 1/1 airport 1/4", "26 (25 h) balloon 2/4", "27 airport 1/3 statement 1/0"}},
		"before everything there is nothing": {"2025-10-01", "2025-10-01", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := l.At(modeltest.Time(t, tt.valid), modeltest.Time(t, tt.known)).Story(zone)
			if diff := cmp.Diff(tt.want, toldDays(s, zone)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

const closures = `
source early published=2025-10-30T09:00Z
crossing c countries=LT,BY serves=car,truck
crossing d countries=LT,BY serves=car,truck
measure night kind=closure crossings=c,d from=2025-10-22T02:30+03:00 ended=2025-10-22T09:00+03:00
measure shut act=gov kind=closure crossings=c from=2025-10-29T00:00+02:00 until=2025-12-01T00:00+02:00
measure shut-d act=gov kind=closure crossings=d from=2025-10-29T00:00+02:00 until=2025-12-01T00:00+02:00 allows=drivers
measure ban kind=ban classes=truck from=2025-11-04T00:00+02:00
measure fee kind=fee from=2025-11-01T00:00+02:00 until=2025-11-05T00:00+02:00 crossings=
measure coming kind=closure crossings=c classes=truck from=2025-11-25T00:00+02:00 until=2025-11-26T00:00+02:00 known=2025-11-01
measure off kind=closure crossings=c from=2025-11-25T00:00+02:00 until=2025-11-26T00:00+02:00 known=2025-11-01 ended=2025-11-24T00:00+02:00
measure vague kind=closure crossings=d classes=truck from=2025-11-06T00:00+02:00 ended=2025-11-08
amendment reopen of=gov kind=update known=2025-11-19T12:00+02:00 set.ended=2025-11-20T00:00+02:00
amendment longer of=fee kind=update known=2025-11-02T12:00+02:00 set.until=2025-11-09T00:00+02:00
amendment shorter of=fee kind=update known=2025-11-03T12:00+02:00 set.until=2025-11-07T00:00+02:00
`

// toldBars writes the lanes of a story, a line for each bar.
func toldBars(s model.Story, zone *time.Location) []string {
	var out []string
	for _, l := range s.Lanes {
		for _, b := range l.Bars {
			words := []string{fmt.Sprintf("%v %s %d:", l.Crossings, b.Measure.ID, b.Strictness())}
			for _, end := range []struct {
				name string
				at   time.Time
			}{{"doubt", b.Doubt}, {"due", b.Due}, {"from", b.From}, {"held", b.Held}, {"plan", b.Plan}} {
				if !end.at.IsZero() {
					words = append(words, end.name+"="+end.at.In(zone).Format("01-02T15:04"))
				}
			}
			out = append(out, strings.Join(words, " ")+flags(b))
		}
	}
	return out
}

func flags(b model.Bar) string {
	switch {
	case b.Endless:
		return " endless"
	case b.Lapsed:
		return " lapsed"
	}
	return ""
}

func TestAStoryHasMeasuresAsBars(t *testing.T) {
	t.Parallel()
	l, zone := modeltest.Log(t, closures), vilnius()
	night := " night 0: from=10-22T02:30 held=10-22T09:00"
	for name, tt := range map[string]struct {
		valid, known string
		want         []string
	}{
		"in force, with the end planned then": {"2025-11-02T18:00+02:00", "2025-11-02T18:00+02:00", []string{
			"[c]" + night, "[c] shut 0: due=12-01T00:00 from=10-29T00:00 held=11-02T18:00",
			"[d]" + night, "[d] shut-d 1: due=12-01T00:00 from=10-29T00:00 held=11-02T18:00",
			"[c] coming 0: due=11-26T00:00 from=11-25T00:00 held=11-25T00:00",
			"[] fee 4: due=11-09T00:00 from=11-01T00:00 held=11-02T18:00",
		}},
		"reopened early, with the plan that was": {"2025-11-21T00:00+02:00", "2025-11-21T00:00+02:00", []string{
			"[c]" + night, "[c] shut 0: from=10-29T00:00 held=11-20T00:00 plan=12-01T00:00",
			"[d]" + night, "[d] shut-d 1: from=10-29T00:00 held=11-20T00:00 plan=12-01T00:00",
			"[c] coming 0: due=11-26T00:00 from=11-25T00:00 held=11-25T00:00",
			"[d] vague 0: doubt=11-09T00:00 from=11-06T00:00 held=11-08T00:00",
			"[] ban 3: from=11-04T00:00 held=11-21T00:00 endless",
			"[] fee 4: from=11-01T00:00 held=11-07T00:00 plan=11-09T00:00 lapsed",
		}},
		"decided and not yet so": {"2025-11-19T18:00+02:00", "2025-11-19T18:00+02:00", []string{
			"[c]" + night, "[c] shut 0: due=11-20T00:00 from=10-29T00:00 held=11-19T18:00 plan=12-01T00:00",
			"[d]" + night, "[d] shut-d 1: due=11-20T00:00 from=10-29T00:00 held=11-19T18:00 plan=12-01T00:00",
			"[c] coming 0: due=11-26T00:00 from=11-25T00:00 held=11-25T00:00",
			"[d] vague 0: doubt=11-09T00:00 from=11-06T00:00 held=11-08T00:00",
			"[] ban 3: from=11-04T00:00 held=11-19T18:00 endless",
			"[] fee 4: from=11-01T00:00 held=11-07T00:00 plan=11-09T00:00 lapsed",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := l.At(modeltest.Time(t, tt.valid), modeltest.Time(t, tt.known)).Story(zone)
			if diff := cmp.Diff(tt.want, toldBars(s, zone)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if then := l.At(modeltest.Time(t, "2025-11-02"), modeltest.Time(t, "2025-12-05")).Story(zone); !slices.Contains(toldBars(then, zone), "[c] shut 0: from=10-29T00:00 held=11-20T00:00 plan=12-01T00:00") {
		t.Errorf("with hindsight the bars are %q", toldBars(then, zone))
	}
}

func TestWhatReplacesAnotherIsInItsLane(t *testing.T) {
	t.Parallel()
	l, zone := modeltest.Log(t, `
crossing c countries=LT,BY serves=car
measure all kind=closure crossings=c from=2025-10-26T22:10+02:00
measure some kind=closure crossings=c from=2025-10-27T13:30+02:00 replaces=all allows=diplomats
`), vilnius()
	at := modeltest.Time(t, "2025-10-28")
	want := []string{"[c] all 0: from=10-26T22:10 held=10-27T13:30", "[c] some 1: from=10-27T13:30 held=" + at.In(zone).Format("01-02T15:04") + " endless"}
	if diff := cmp.Diff(want, toldBars(l.At(at, at).Story(zone), zone)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDecisionsStandWhereTheyBecameKnown(t *testing.T) {
	t.Parallel()
	l, zone := modeltest.Log(t, closures), vilnius()
	at := modeltest.Time(t, "2025-11-21")
	var got []string
	for _, d := range l.At(at, at).Story(zone).Decisions {
		got = append(got, d.At.In(zone).Format("01-02 ")+string(d.Record.Head().ID))
	}
	want := []string{
		"10-22 night", "10-29 shut", "10-29 shut-d", "11-01 coming", "11-01 fee", "11-01 off", "11-02 longer", "11-03 shorter", "11-04 ban", "11-06 vague", "11-19 reopen",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHeadlinesAreTheWorst(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, nights)
	from, to := modeltest.Time(t, "2025-10-24T00:00+03:00"), modeltest.Time(t, "2025-10-28T00:00+02:00")
	for name, tt := range map[string]struct {
		at   string
		n    int
		want []model.ID
	}{
		"all":                                {"2025-10-29", 9, []model.ID{"wrong", "b", "c", "a", "d", "moved", "alone"}},
		"as many as fit":                     {"2025-10-29", 3, []model.ID{"wrong", "b", "c"}},
		"none":                               {"2025-10-29", 0, nil},
		"without what is not there any more": {"2025-11-01", 9, []model.ID{"b", "c", "a", "d", "alone"}},
		"with what became known since":       {"2025-11-06", 2, []model.ID{"b", "late"}},
	} {
		at := modeltest.Time(t, tt.at)
		var got []model.ID
		for _, r := range l.At(at, at).Headlines(from, to, tt.n) {
			got = append(got, r.Head().ID)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	at := modeltest.Time(t, "2025-11-06")
	if got := l.At(at, at).Headlines(modeltest.Time(t, "2025-10-23T00:00+03:00"), modeltest.Time(t, "2025-10-24T00:00+03:00"), 9); len(got) != 1 || got[0].Head().ID != "moved" {
		t.Errorf("the day that it was moved to has %v", got)
	}
}

func BenchmarkStory(b *testing.B) {
	records := make([]model.Record, 100_000)
	for i := range records {
		records[i] = &model.Incident{
			Fact: model.Fact{ID: model.ID(fmt.Sprintf("i-%06d", i))}, Category: model.ID([]string{"airport", "balloon", "drone"}[i%3]),
			Severity: int64(1 + i%4), At: model.Exactly(time.Date(2025, 11, 1, 0, 0, 0, 0, time.UTC).Add(-time.Duration(i) * time.Hour)),
		}
	}
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		b.Fatal(err)
	}
	zone := vilnius()
	at := time.Date(2025, 11, 2, 0, 0, 0, 0, time.UTC)
	board := l.At(at, at)
	b.ReportAllocs()
	for b.Loop() {
		board.Story(zone)
	}
}
