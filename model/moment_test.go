package model_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/modeltest"
)

func TestParseMoment(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, zone, in, first, last string
		precision                   model.Precision
	}{
		{"an exact time", "Europe/Vilnius", "2025-10-26T22:10:00+02:00", "2025-10-26T20:10:00Z", "2025-10-26T20:10:00Z", model.Minute},
		{"an exact time without seconds", "Europe/Vilnius", "2025-10-26 22:10+02:00", "2025-10-26T20:10:00Z", "2025-10-26T20:10:00Z", model.Minute},
		{"a local time", "Europe/Vilnius", "2025-10-26 22:10", "2025-10-26T20:10:00Z", "2025-10-26T20:10:00Z", model.Minute},
		{"a local time with seconds", "Europe/Minsk", "2025-10-26T22:10:05", "2025-10-26T19:10:05Z", "2025-10-26T19:10:05Z", model.Minute},
		{"the midnight that ends a day", "Europe/Vilnius", "2025-11-30 24:00", "2025-11-30T22:00:00Z", "2025-11-30T22:00:00Z", model.Midnight},
		{"a day of 25 hours", "Europe/Vilnius", "2025-10-26", "2025-10-25T21:00:00Z", "2025-10-26T22:00:00Z", model.Day},
		{"a day of 23 hours", "Europe/Vilnius", "2026-03-29", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z", model.Day},
		{"a month", "Europe/Vilnius", "2025-11", "2025-10-31T22:00:00Z", "2025-11-30T22:00:00Z", model.Month},
		{"a year", "Europe/Vilnius", "2025", "2024-12-31T22:00:00Z", "2025-12-31T22:00:00Z", model.Year},
		{"an interval", "Europe/Vilnius", "2025-11-19/2025-11-20 12:00", "2025-11-18T22:00:00Z", "2025-11-20T10:00:00Z", model.Span},
		{"half past two before the clocks go back", "Europe/Vilnius", "2025-10-26 02:30", "2025-10-25T23:30:00Z", "2025-10-25T23:30:00Z", model.Minute},
		{"half an hour of change", "Australia/Lord_Howe", "2025-10-05 02:45", "2025-10-04T15:45:00Z", "2025-10-04T15:45:00Z", model.Minute},
		{"a day that begins at one", "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z", model.Day},
		{"the end of the day before it", "America/Sao_Paulo", "2018-11-03 24:00", "2018-11-04T03:00:00Z", "2018-11-04T03:00:00Z", model.Midnight},
		{"a day that has midnight twice", "America/Havana", "2025-11-02", "2025-11-02T04:00:00Z", "2025-11-03T05:00:00Z", model.Day},
		{"the day before one that never was", "Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z", model.Day},
		{"the day after one that never was", "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", "2011-12-31T10:00:00Z", model.Day},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m, err := model.ParseMoment(tt.in, modeltest.Zone(t, tt.zone))
			if err != nil {
				t.Fatal(err)
			}
			first, last := m.First().Format(time.RFC3339), m.Last().Format(time.RFC3339)
			if first != tt.first || last != tt.last || m.Precision() != tt.precision {
				t.Errorf("got %s to %s, precision %d; want %s to %s, precision %d", first, last, m.Precision(), tt.first, tt.last, tt.precision)
			}
		})
	}
}

func TestParseMomentRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, zone, in string
		words          []string
	}{
		{"an hour that is repeated", "Europe/Vilnius", "2025-10-26 03:30", []string{"twice", "+03:00 or +02:00"}},
		{"an hour that is skipped", "Europe/Vilnius", "2026-03-29 03:30", []string{"does not exist", "+02:00 or +03:00"}},
		{"an hour that is repeated in New York", "America/New_York", "2025-11-02T01:30:00", []string{"twice", "-04:00 or -05:00"}},
		{"an hour that is skipped in New York", "America/New_York", "2025-03-09 02:30", []string{"does not exist"}},
		{"half an hour that is repeated", "Australia/Lord_Howe", "2025-04-06 01:45", []string{"twice", "+11:00 or +10:30"}},
		{"half an hour that is skipped", "Australia/Lord_Howe", "2025-10-05 02:15", []string{"does not exist", "+10:30 or +11:00"}},
		{"an hour of a day that never was", "Pacific/Apia", "2011-12-30 12:00", []string{"does not exist"}},
		{"a day that never was", "Pacific/Apia", "2011-12-30", []string{"2011-12-30", "Pacific/Apia"}},
		{"the end of a day that never was", "Pacific/Apia", "2011-12-30 24:00", []string{"2011-12-30"}},
		{"an interval that ends before it begins", "Europe/Vilnius", "2025-11-20/2025-11-19", []string{"does not end after"}},
		{"three times with slashes", "Europe/Vilnius", "2025/2026/2027", []string{"not a time"}},
		{"a day that no calendar has", "Europe/Vilnius", "2025-02-30", []string{"not a time"}},
		{"the end of a day that no calendar has", "Europe/Vilnius", "2025-02-30 24:00", []string{"not a time"}},
		{"a minute after 24:00", "Europe/Vilnius", "2025-02-20 24:01", []string{"not a time"}},
		{"words", "Europe/Vilnius", "tomorrow", []string{"not a time"}},
		{"nothing", "Europe/Vilnius", "", []string{"not a time"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m, err := model.ParseMoment(tt.in, modeltest.Zone(t, tt.zone))
			if err == nil {
				t.Fatalf("got %s", m.First())
			}
			for _, word := range tt.words {
				if !strings.Contains(err.Error(), word) {
					t.Errorf("%q does not say %q", err, word)
				}
			}
		})
	}
}

func TestTimesWithoutAnOffsetNeedAZone(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"2025-10-26 22:10", "2025-10-26T22:10:00", "2025-10-26 22:10:00.5", "2025-10-26", "2025-10", "2025",
		"2025-11-30 24:00", "2025-10-26/2025-10-27", "2025-10-26T22:10:00Z/2025-10-27",
	} {
		if _, err := model.ParseMoment(in, nil); !errors.Is(err, model.ErrNoZone) {
			t.Errorf("%s: got %v", in, err)
		}
	}
	if _, err := model.ParseMoment("2025-10-26T22:10:00Z", nil); err != nil {
		t.Error(err)
	}
}

func TestHalfPastElevenInVilniusIsTomorrowInMinsk(t *testing.T) {
	t.Parallel()
	m := modeltest.Moment(t, "2025-10-26 23:30")
	if got := m.First().In(modeltest.Zone(t, "Europe/Minsk")).Format("2006-01-02 15:04"); got != "2025-10-27 00:30" {
		t.Errorf("got %s", got)
	}
	if day, _ := m.Dates(); day.Format(time.DateOnly) != "2025-10-26" {
		t.Errorf("the day as it was written is %s", day)
	}
}

func TestDatesAreTheDaysAsTheyWereWritten(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ zone, in, want string }{
		{"Europe/Vilnius", "2025-10-26", "2025-10-26 2025-10-26"},
		{"Europe/Vilnius", "2025-11-30 24:00", "2025-11-30 2025-11-30"},
		{"Europe/Vilnius", "2025-11", "2025-11-01 2025-11-30"},
		{"Europe/Vilnius", "2025-10", "2025-10-01 2025-10-31"},
		{"Europe/Vilnius", "2025", "2025-01-01 2025-12-31"},
		{"Europe/Vilnius", "2025-10-25/2025-10-27", "2025-10-25 2025-10-27"},
		{"Europe/Vilnius", "2025-12-01T00:00:00+02:00", "2025-12-01 2025-12-01"},
		{"America/Sao_Paulo", "2018-11-03", "2018-11-03 2018-11-03"},
		{"America/Sao_Paulo", "2018-11-03 24:00", "2018-11-03 2018-11-03"},
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04 2018-11-04"},
		{"Pacific/Apia", "2011-12-29", "2011-12-29 2011-12-29"},
		{"Pacific/Apia", "2011-12-31", "2011-12-31 2011-12-31"},
	} {
		m, err := model.ParseMoment(tt.in, modeltest.Zone(t, tt.zone))
		if err != nil {
			t.Error(err)
			continue
		}
		first, last := m.Dates()
		if got := first.Format(time.DateOnly) + " " + last.Format(time.DateOnly); got != tt.want {
			t.Errorf("%s in %s: got %s, want %s", tt.in, tt.zone, got, tt.want)
		}
	}
}

func TestMomentInAQuery(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2025-10-26 22:10": "2025-10-26T20:10:00Z",
		"2025-11-30 24:00": "2025-11-30T22:00:00Z",
		"2025-11-30":       "2025-11-30T21:59:59.999999999Z",
		"2025-11":          "2025-11-30T21:59:59.999999999Z",
	} {
		if got := modeltest.Moment(t, in).Asked().Format(time.RFC3339Nano); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	day, instant := modeltest.Moment(t, "2025-11-30"), modeltest.Moment(t, "2025-11-30 12:00")
	if !day.Within(instant.First()) || day.Within(day.Last()) || instant.Within(instant.First()) {
		t.Error("want noon within its day, the next midnight not, and nothing within an instant")
	}
	if day.Exact() || !instant.Exact() || !(model.Moment{}).IsZero() || instant.IsZero() || instant.Offset() != 7200 {
		t.Error("a moment mistakes its own precision or offset")
	}
	if day.Compare(instant) >= 0 || instant.Compare(day) <= 0 || day.Compare(day) != 0 || !day.Equal(modeltest.Moment(t, "2025-11-30")) {
		t.Error("moments are out of order")
	}
}

// FuzzParseMoment holds that whatever parses is in order and means the same when
// it is written again.
func FuzzParseMoment(f *testing.F) {
	zones := []string{"Europe/Vilnius", "America/New_York", "Europe/Minsk", "Australia/Lord_Howe", "Pacific/Apia", "America/Havana"}
	for i, s := range []string{
		"2025-10-26T22:10:00+02:00", "2025-10-26 22:10", "2025-11-30 24:00", "2025-10-26", "2025-11", "2025",
		"2025-10-26/2025-10-27 12:00", "2026-03-29 03:30", "2011-12-30", "0000-01-01", "9999-12-31 24:00", "2025/2025/2025", "/", "2025-W12",
	} {
		f.Add(s, byte(i))
	}
	f.Fuzz(func(t *testing.T, s string, zone byte) {
		in := modeltest.Zone(t, zones[int(zone)%len(zones)])
		m, err := model.ParseMoment(s, in)
		if err != nil {
			if !m.IsZero() || err.Error() == "" {
				t.Fatalf("%q: %v with a moment", s, err)
			}
			return
		}
		parsed(t, s, m, in)
	})
}

func parsed(t *testing.T, s string, m model.Moment, in *time.Location) {
	t.Helper()
	if m.IsZero() || m.Last().Before(m.First()) || m.Asked().Before(m.First()) || m.Asked().After(m.Last()) {
		t.Fatalf("%q: %s to %s, asked %s", s, m.First(), m.Last(), m.Asked())
	}
	written, ok := write(m)
	if !ok {
		return
	}
	if again, err := model.ParseMoment(written, in); err != nil || again != m {
		t.Fatalf("%q was written %q, which gives %v, %v", s, written, again, err)
	}
}

// write writes a moment as datasets do; not ok for intervals, for years of more
// than four digits and for offsets that RFC 3339 cannot write.
func write(m model.Moment) (string, bool) {
	first, last := m.Dates()
	if first.Year() < 1 || first.Year() > 9999 || m.Offset()%60 != 0 {
		return "", false
	}
	switch m.Precision() {
	case model.Minute:
		return m.First().In(time.FixedZone("", m.Offset())).Format(time.RFC3339Nano), true
	case model.Midnight:
		return last.Format(time.DateOnly) + " 24:00", true
	case model.Day:
		return first.Format(time.DateOnly), true
	case model.Month:
		return first.Format("2006-01"), true
	case model.Year:
		return first.Format("2006"), true
	case model.None, model.Span:
	}
	return "", false
}
