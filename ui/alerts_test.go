package ui_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/alert"
	"bordertop/ui"
)

// standing are two alerts, the newest first.
func standing() []alert.Alert {
	return []alert.Alert{
		{Key: "b", Rule: "Border closed", When: alert.State, Text: "Medininkai: closed, was open."},
		{Key: "a", Rule: "Severe", When: alert.New, Text: "Balloons over Vilnius."},
	}
}

func TestAlertStandsUntilItIsSeenToOrSleeps(t *testing.T) {
	t.Parallel()
	var did []string
	o := board(t)
	o.Attend = func(key string, sleep time.Duration) { did = append(did, key+" "+sleep.String()) }
	feed(t, o, func(f *fed) {
		f.give(ui.Change{Alerts: &ui.Alerts{Standing: standing()}})
		f.shows("! 2 alerts", "! Border closed: Medininkai: closed, was open.", "+1", "x seen", "X later", "! 1 Crossings", "! 5 Incidents")
		f.press("m") // which says something, until the next key
		f.hides("Border closed:")
		f.press("j")
		f.shows("Border closed:")
		f.press("x")
		f.shows("! 1 alert", "! Severe: Balloons over Vilnius.")
		f.hides("! 1 Crossings")
		f.press("X")
		f.hides("alert")
		f.hides("! 5 Incidents")
		f.press("x")
		f.shows("there is no alert")
		f.give(ui.Change{Alerts: &ui.Alerts{Err: errors.New("alert Severe: webhook: refused: HTTP 500")}})
		f.shows("alert Severe: webhook: refused: HTTP 500")
	})
	if diff := cmp.Diff([]string{"b 0s", "a 1h0m0s"}, did); diff != "" {
		t.Errorf("done (-want +got):\n%s", diff)
	}
}
