package alert_test

import (
	"testing"
	"time"

	"bordertop/model/alert"
	"bordertop/model/modeltest"
)

func TestHoursSpanMidnightAndChangesOfTheClock(t *testing.T) {
	t.Parallel()
	vilnius := modeltest.Zone(t, "Europe/Vilnius")
	night, err := alert.ParseHours("22:00-06:00")
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[time.Time]bool{
		time.Date(2026, 11, 26, 21, 59, 0, 0, vilnius):             false,
		time.Date(2026, 11, 26, 22, 0, 0, 0, vilnius):              true,
		time.Date(2026, 11, 27, 5, 59, 0, 0, vilnius):              true,
		time.Date(2026, 11, 27, 6, 0, 0, 0, vilnius):               false,
		time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC).In(vilnius): true, // 03:30 for the second time
		time.Date(2026, 3, 29, 2, 59, 0, 0, time.UTC).In(vilnius):  true, // 05:59, an hour after 03:59
		time.Date(2026, 3, 29, 3, 0, 0, 0, time.UTC).In(vilnius):   false,
	} {
		if got := night.Has(at); got != want {
			t.Errorf("%s: %t", at, got)
		}
	}
	for _, text := range []string{"22-6", "22:00", "24:00-06:00", "22:00-06:60", "22:00-22:00", "2:00-06:00", " 22:00-06:00", "22:00-06:00x"} {
		if _, err := alert.ParseHours(text); err == nil {
			t.Errorf("%q are hours", text)
		}
	}
	if none, err := alert.ParseHours(""); err != nil || none.Has(time.Date(2026, 11, 26, 0, 0, 0, 0, vilnius)) {
		t.Errorf("no hours: %v, %v", none, err)
	}
}
