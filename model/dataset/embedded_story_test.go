package dataset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
)

// storyAt is the story of the embedded dataset, and the zone of its days.
func storyAt(t *testing.T, at string) (model.Story, *time.Location) {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		t.Fatal(err)
	}
	l, err := model.NewLog(model.DefaultRules(), embeddedRecords(t)...)
	if err != nil {
		t.Fatal(err)
	}
	m, err := model.ParseMoment(at, zone)
	if err != nil {
		t.Fatal(err)
	}
	return l.At(m.Asked(), m.Asked()).Story(zone), zone
}

// TestTheStoryOfTheFoundingArticleByDays holds the days to what was counted by hand
// in incidents-2023-2025.toml: each category with its count and worst severity.
// Statements are told with the incidents that they name. That of 23 October was not
// known yet.
func TestTheStoryOfTheFoundingArticleByDays(t *testing.T) {
	t.Parallel()
	s, zone := storyAt(t, "2025-11-11 18:00")
	want := map[string]string{
		"10-21": "airport 1/3", "10-22": "arrest 1/2, closure 1/3, statement 1/2", "10-24": "airport 1/4, closure 1/3",
		"10-25": "airport 1/3, closure 1/3", "10-26": "airport 1/4, arrest 1/2, closure 1/4, statement 1/2",
		"10-27": "closure 1/4, reopening 1/2, statement 1/2", "10-28": "statement 3/2",
		"10-29": "closure 1/4, economy 1/2, statement 1/2, trucks 1/3", "10-30": "airport 1/3, statement 1/2",
		"10-31": "legal 1/2, restriction 1/4, statement 1/1", "11-04": "restriction 1/4", "11-05": "drone 1/1, negotiation 1/2",
		"11-06": "trucks 1/2", "11-07": "negotiation 1/3", "11-08": "balloon 1/1", "11-10": "statement 1/4, trucks 1/3",
		"11-11": "airport 1/0, negotiation 1/3, statement 2/3",
	}
	got := map[string]string{}
	for _, d := range s.Days {
		day := d.Start.In(zone)
		if day.Before(time.Date(2025, 10, 20, 0, 0, 0, 0, zone)) {
			continue
		}
		var sums []string
		for _, sum := range d.Sums {
			sums = append(sums, fmt.Sprintf("%s %d/%d", s.Categories[sum.Category], sum.Count, sum.Worst))
		}
		slices.Sort(sums)
		got[day.Format("01-02")] = strings.Join(sums, ", ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("days (-want +got):\n%s", diff)
	}
}

// TestTheEarlyReopeningIsInTheStory holds both crossings' bars of the government's
// closure to acts.toml: planned to 30 November 24:00, ended on 20 November 00:00.
func TestTheEarlyReopeningIsInTheStory(t *testing.T) {
	t.Parallel()
	at := func(day, hour int) time.Time { return time.Date(2025, 11, day, hour-2, 0, 0, 0, time.UTC) }
	for _, tt := range []struct {
		at              string
		held, due, plan time.Time
	}{
		{"2025-11-11 18:00", at(11, 18), at(31, 0), time.Time{}},
		{"2025-11-19 18:00", at(19, 18), at(20, 0), at(31, 0)},
		{"2025-11-21", at(20, 0), time.Time{}, at(31, 0)},
		{"2026-10-01", at(20, 0), time.Time{}, at(31, 0)},
	} {
		s, _ := storyAt(t, tt.at)
		for i, id := range []model.ID{"medininkai", "salcininkai"} {
			l := s.Lanes[i]
			b := l.Bars[len(l.Bars)-1]
			if l.Crossings[0] != id || b.Measure.Act != "c-gov-1029" {
				t.Fatalf("%s: lane %d is of %v and ends with %s", tt.at, i, l.Crossings, b.Measure.ID)
			}
			if state := []model.State{model.Restricted, model.Closed}[i]; b.State != state {
				t.Errorf("%s: %s is %d, want %d", tt.at, id, b.State, state)
			}
			if from := time.Date(2025, 10, 28, 22, 0, 0, 0, time.UTC); !b.From.Equal(from) || !b.Held.Equal(tt.held) || !b.Due.Equal(tt.due) || !b.Plan.Equal(tt.plan) {
				t.Errorf("%s: %s from %v held %v due %v plan %v", tt.at, id, b.From, b.Held, b.Due, b.Plan)
			}
		}
	}
}
