package query_test

import (
	"slices"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/modeltest"
	"bordertop/model/query"
)

func TestTimes(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, `
		incident month at=2025-09
		incident span at=2025-10-24/2025-10-26
		incident day at=2025-10-25
		incident evening at="2025-10-25 22:10"
		incident end at="2025-10-25 24:00"
		incident early at="2025-10-26 00:30"
		incident twice at=2025-10-26T03:30:00+02:00
		incident shift at="2025-10-26 18:00"
		incident minsk at=2025-10-26T23:59:00+03:00
		incident next at=2025-10-27
		incident late at="2025-10-27 09:00"
	`)
	x := query.NewIndex(l)
	// 26 October has 25 hours: the clocks go back.
	s := scopeAt(t, l, "2025-10-27 12:00")
	for text, want := range map[string][]model.ID{
		"since:2025-10-27":             {"late", "next"},
		"since:\"2025-10-26 18:00\"":   {"late", "next", "minsk", "shift", "span"},
		"since:18:00":                  {"late", "next", "minsk", "shift", "span"},
		"since:12:00":                  {"next"},
		"since:3h":                     {"late", "next"},
		"since:179min":                 {"next"},
		"since:1d":                     {"late", "next", "minsk", "shift", "span"},
		"since:now":                    {"next"},
		"since:today":                  {"late", "next"},
		"since:yesterday":              {"late", "next", "minsk", "shift", "twice", "early", "end", "span"},
		"until:2025-10-24":             {"span", "month"},
		"until:2025-09":                {"month"},
		"until:\"2025-10-25 22:10\"":   {"evening", "day", "span", "month"},
		"until:2025-10-25":             {"evening", "day", "span", "month"},
		"until:2025-10-26":             {"minsk", "shift", "twice", "early", "end", "evening", "day", "span", "month"},
		"on:2025-10-26":                {"minsk", "shift", "twice", "early", "end"},
		"on:yesterday":                 {"minsk", "shift", "twice", "early", "end"},
		"on:2025-09":                   {"month"},
		"on:2025":                      {"late", "next", "minsk", "shift", "twice", "early", "end", "evening", "day", "span", "month"},
		"on:2025-10-25..2025-10-26":    {"minsk", "shift", "twice", "early", "end", "evening", "day"},
		"on:2025-10-25/2025-10-26":     {"minsk", "shift", "twice", "early", "end", "evening", "day"},
		"on:..2025-10-24":              {"span", "month"},
		"on:2025-10-27..":              {"late", "next"},
		"on>2025-10-26":                {"late", "next"},
		"on>=2025-10-27":               {"late", "next"},
		"on<2025-10-25":                {"span", "month"},
		"on<=2025-10-24":               {"span", "month"},
		"on>\"2025-10-26 18:00\"":      {"late", "next", "minsk"},
		"on:2025-10-26T18:00+02:00":    {"shift"},
		"on:2025-10-01 -on:2025-10":    nil,
		"-since:2025-10-25":            {"month"},
		"on:2025-10-26,2025-10-27":     {"late", "next", "minsk", "shift", "twice", "early", "end"},
		"since:2025-10-26T03:30+03:00": {"late", "next", "minsk", "shift", "twice", "span"},
	} {
		if got := found(t, x, text, s); !slices.Equal(got, want) {
			t.Errorf("%s finds %v, want %v", text, got, want)
		}
	}
}

func TestADayIsThatDayByWhateverClock(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, "incident day at=2025-10-25\nincident hour at=\"2025-10-26 00:30\"")
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2025-12-01")
	for name, want := range map[string][]model.ID{"Europe/Vilnius": {"day"}, "America/New_York": {"hour", "day"}, "Asia/Tokyo": {"day"}} {
		s.Zone = modeltest.Zone(t, name)
		q, err := query.Parse("on:2025-10-25", s.Zone)
		if err != nil {
			t.Fatal(err)
		}
		var got []model.ID
		for _, at := range x.Search(q, s) {
			got = append(got, s.Board.Events.ID(at))
		}
		if !slices.Equal(got, want) {
			t.Errorf("in %s: %v, want %v", name, got, want)
		}
	}
}

func TestOnIsSinceItsBeginningAndUntilItsEnd(t *testing.T) {
	t.Parallel()
	l := embeddedLog(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	first := modeltest.Time(t, "2025-09-01 00:00")
	for day := range 120 {
		on := first.AddDate(0, 0, day).In(s.Zone).Format(time.DateOnly)
		a, b := found(t, x, "on:"+on, s), found(t, x, "on>="+on+" until:"+on, s)
		if !slices.Equal(a, b) {
			t.Errorf("on %s: %v, and from then to its end %v", on, a, b)
		}
	}
}
