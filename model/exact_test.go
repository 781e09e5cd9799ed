package model_test

import (
	"testing"
	"time"

	"bordertop/model"
)

func TestMomentsForMachinesComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	vilnius, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"", "2025-10-26T03:30:00+02:00", "2025-10-26", "2025-10-26 24:00", "2025-10", "2025", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z",
		"2025-10-25/2025-10-27", "2025-03-29T23:00:00-11:30/2025-03-31",
	} {
		var m, back model.Moment
		if text != "" {
			if m, err = model.ParseMoment(text, vilnius); err != nil {
				t.Fatal(err)
			}
		}
		written, err := m.MarshalText()
		if err != nil || back.UnmarshalText(written) != nil || back != m {
			t.Errorf("%s is written as %q (%v) and read as %v", text, written, err, back)
		}
	}
}

func FuzzMomentForMachines(f *testing.F) {
	for _, text := range []string{"1 1764150000000000 0 7200 7200", "6 0 9 -1 86399", "2 0 1 0 0", "1 0", "0 0 0 0 0", "1 -99999999999999999 0 0 0", "4 1 9223372036854775807 0 0"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var m, back model.Moment
		if m.UnmarshalText([]byte(text)) != nil {
			if !m.IsZero() {
				t.Errorf("%q is refused and gives %v", text, m)
			}
			return
		}
		written, err := m.MarshalText()
		if err != nil || back.UnmarshalText(written) != nil || back != m || m.Last().Before(m.First()) {
			t.Errorf("%q gives %v, written as %q", text, m, written)
		}
	})
}
