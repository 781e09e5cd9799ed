package query_test

import (
	"testing"
	"time"

	"bordertop/model/query"
)

func TestMomentsThatAFilterKnows(t *testing.T) {
	t.Parallel()
	vilnius, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2025, 10, 27, 12, 0, 0, 0, vilnius) // the night before last had an hour more
	for text, want := range map[string]string{
		"now":                  "2025-10-27T12:00:00+02:00",
		" 3h ":                 "2025-10-27T09:00:00+02:00",
		"2d":                   "2025-10-25T12:00:00+03:00",
		"1w":                   "2025-10-20T12:00:00+03:00",
		"18:00":                "2025-10-26T18:00:00+02:00",
		"Yesterday":            "2025-10-26T23:59:59.999999999+02:00",
		"2025-10-25":           "2025-10-25T23:59:59.999999999+03:00",
		"2025-10-25 18:00":     "2025-10-25T18:00:00+03:00",
		"0001-01-01T00:00:00Z": "0001-01-01T01:41:16.000000001+01:41",
		"2025-10-26 03:30":     "", "3y": "", "": "", "-3d": "", "99999d": "",
	} {
		got, err := query.Moment(text, at, vilnius)
		if (err == nil) != (want != "") || err == nil && got.In(vilnius).Format(time.RFC3339Nano) != want {
			t.Errorf("%q is %s, %v, want %s", text, got.In(vilnius).Format(time.RFC3339Nano), err, want)
		}
	}
}
