package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"bordertop/config"
	"bordertop/ui"
)

// topOf is the line that tells which moment is shown.
func topOf(a *ui.App) string {
	top, _, _ := strings.Cut(ansi.Strip(a.View()), "\n")
	return top
}

// bottomOf is the line that tells what was done.
func bottomOf(a *ui.App) string {
	lines := strings.Split(ansi.Strip(a.View()), "\n")
	return lines[len(lines)-1]
}

func TestStepsLeadThereAndBack(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2025-11-19 23:00"), 140, 42)
	press(a, "]")
	if top := topOf(a); !strings.Contains(top, "20 Nov 2025 00:00 Vilnius") || !strings.Contains(top, "○ 2 open") {
		t.Errorf("not the reopening: %s", top)
	}
	press(a, "]]][[[[")
	if top := topOf(a); !strings.Contains(top, "19 Nov 2025 ") {
		t.Errorf("not back before it: %s", top)
	}
	press(a, ".")
	if top := topOf(a); strings.Contains(top, "REPLAY") {
		t.Errorf("not the present: %s", top)
	}
	press(a, "]")
	if !strings.Contains(bottomOf(a), "this is the present") {
		t.Errorf("nothing is said after the last step: %s", bottomOf(a))
	}
}

func TestNothingComesBeforeTheFirstStep(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2010-01-01"), 140, 42)
	press(a, "[")
	if !strings.Contains(bottomOf(a), "nothing is known before this") || !strings.Contains(topOf(a), "1 Jan 2010") {
		t.Errorf("%s\n%s", topOf(a), bottomOf(a))
	}
}

// TestDaysKeepTheirHour goes through the night in which clocks were set back.
func TestDaysKeepTheirHour(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2025-10-25 18:30"), 140, 42)
	for _, step := range []struct{ key, want string }{
		{"}", "26 Oct 2025 18:30 Vilnius · 19:30 Minsk"}, {"{", "25 Oct 2025 18:30 Vilnius"}, {"{", "24 Oct 2025 18:30 Vilnius"},
	} {
		press(a, step.key)
		if top := topOf(a); !strings.Contains(top, step.want) {
			t.Errorf("after %s not %s: %s", step.key, step.want, top)
		}
	}
}

// TestHindsightKnowsWhatCameToLightLater holds that the board shows nothing early
// that was told late, unless it is asked to.
func TestHindsightKnowsWhatCameToLightLater(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-10-30 12:00")
	a := open(o, 140, 42)
	at := o.At
	then, now := o.Log.At(at, at), o.Log.At(at, today())
	if then.Events.Len() >= now.Events.Len() {
		t.Fatal("the dataset has nothing that was told late")
	}
	before := a.View()
	press(a, "t")
	if !strings.Contains(topOf(a), "as known now") || a.View() == before {
		t.Errorf("no hindsight: %s", topOf(a))
	}
	press(a, "5G")
	press(a, "t")
	if strings.Contains(topOf(a), "as known now") {
		t.Errorf("hindsight does not end: %s", topOf(a))
	}
	press(a, ".t")
	if !strings.Contains(bottomOf(a), "the present is shown as it is known") {
		t.Errorf("the present has a hindsight: %s", bottomOf(a))
	}
}

func TestHindsightIsToldInSmallWindowsToo(t *testing.T) {
	t.Parallel()
	for _, w := range []int{80, 72, 60, 140} {
		a := open(asOf(t, board(t), "2025-11-11 18:00"), w, 24)
		press(a, "t")
		press(a, "j") // takes the message away
		if top := topOf(a); !strings.Contains(top, "REPLAY") || !strings.Contains(top, "as known now") {
			t.Errorf("at %d columns: %s", w, top)
		}
	}
}

func TestComparingTakesTwoMoments(t *testing.T) {
	t.Parallel()
	a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
	press(a, "v")
	if !strings.Contains(bottomOf(a), "compared from 11 Nov 2025 18:00") {
		t.Errorf("nothing is said: %s", bottomOf(a))
	}
	press(a, "}v")
	if top := topOf(a); !strings.Contains(top, "12 Nov 2025 18:00") {
		t.Errorf("not the second moment: %s", top)
	}
}

// playing shows the board from an hour of the founding article on, and lets it play.
func playing(t *testing.T, o ui.Options, look func(d *desk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		sit(t, o, func(d *desk) {
			d.press("p")
			look(d)
		})
	})
}

func TestPlayGoesADayASecond(t *testing.T) {
	t.Parallel()
	playing(t, asOf(t, board(t), "2025-11-11 18:00"), func(d *desk) {
		time.Sleep(2*time.Second - 100*time.Millisecond) // with what settles it is 20 beats
		d.settle()
		shows(d.T, d.Term, "13 Nov 2025 18:00", "playing 1 d a second", "REPLAY")
		d.press("}")
		shows(d.T, d.Term, "14 Nov 2025 18:00")
		d.without("playing")
	})
}

func TestPlayStopsAtWhatIsBadEnough(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-10-28 12:00")
	o.Config.Pause, o.Config.Pace = 4, 6*time.Hour
	playing(t, o, func(d *desk) {
		time.Sleep(time.Minute)
		d.settle()
		shows(d.T, d.Term, "29 Oct 2025 ", "Government closes border until 30 November")
		d.without("playing")
	})
}

func TestPlayEndsInThePresent(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2026-11-20")
	playing(t, o, func(d *desk) {
		time.Sleep(10 * time.Second)
		d.settle()
		shows(d.T, d.Term, "this is the present", "23 Nov 2026 20:45")
		d.without("playing", "REPLAY")
	})
}

func TestPlayBeginsAtTheBeginning(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Play = true
	o.Config.Preset = config.Log
	synctest.Test(t, func(t *testing.T) {
		sit(t, o, func(d *desk) { shows(d.T, d.Term, "playing 1 d a second", "2023") })
	})
}
