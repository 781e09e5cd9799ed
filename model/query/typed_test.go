package query_test

import (
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/query"
)

func TestMomentsAreUnderstoodAsTyped(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 1, 3, 10, 42, 31, 0, zone)
	for text, want := range map[string]string{
		"now": "2026-01-03 10:42", "18:40": "2026-01-03 18:40", "9:05": "2026-01-03 09:05", "yesterday 23:30": "2026-01-02 23:30",
		"Yesterday": "2026-01-02", "today 24:00": "2026-01-03 24:00", "tomorrow 9:00": "2026-01-04 09:00",
		"30 Nov": "2025-11-30", "30 nov 24:00": "2025-11-30 24:00", "  5   January 8:15": "2026-01-05 08:15", "20 Jul": "2025-07-20", "1 Jul": "2026-07-01", "29 feb": "",
		"2h": "2026-01-03 08:42", "90min": "2026-01-03 09:12", "3d": "2025-12-31", "2025-11": "2025-11", "2025-11-30 24:00": "2025-11-30 24:00",
		"2026-03-29 03:30": "", "25:00": "", "32 Nov": "", "": "", "soon": "", "30 N": "", "2025-10-26T03:30+03:00": "2025-10-26T03:30+03:00",
	} {
		got, err := query.Typed(text, now, zone)
		if want == "" {
			if err == nil {
				t.Errorf("%q became %v", text, got)
			}
			continue
		}
		m, wrong := model.ParseMoment(want, zone)
		if err != nil || wrong != nil || got.Compare(m) != 0 || got.Precision() != m.Precision() {
			t.Errorf("%q became %v to %v, %v; want %s", text, got.First(), got.Last(), err, want)
		}
	}
}
