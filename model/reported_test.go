package model_test

import (
	"testing"

	"bordertop/model/modeltest"
)

func TestAReportTellsWhenAStateWasSeenNotWhenItBegan(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		records string
		want    bool
	}{
		"a report alone": {`
			crossing m
			report r crossings=m at=2025-10-28 state=open`, true},
		"a report after the end of an act confirms that end": {`
			crossing m
			measure c kind=closure crossings=m from=2025-10-20 ended=2025-10-25
			report r crossings=m at=2025-10-28 state=open`, false},
		"the end of an act": {`
			crossing m
			measure c kind=closure crossings=m from=2025-10-20 ended=2025-10-28`, false},
		"an act in force": {`
			crossing m
			measure c kind=closure crossings=m from=2025-10-20`, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := modeltest.Board(t, "2025-10-30 12:00", tt.records)
			if got := b.Crossings[0].Headline.Reported; got != tt.want {
				t.Errorf("reported is %v, want %v: %+v", got, tt.want, b.Crossings[0].Headline)
			}
		})
	}
}
