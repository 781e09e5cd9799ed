package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/config"
)

// The buttons of a mouse as terminals number the wheel (SGR 1006).
const (
	wheelUp   = 64
	wheelDown = 65
)

// where finds text on the screen, the leftmost, in cells from the top left.
func (d *desk) where(text string) (x, y int) {
	d.Helper()
	x = -1
	for i, line := range d.Lines() {
		before, _, ok := strings.Cut(line, text)
		if at := len([]rune(before)); ok && (x < 0 || at < x) {
			x, y = at, i
		}
	}
	if x < 0 {
		d.Fatalf("no %q on the screen:\n%s", text, d.Screen())
	}
	return x, y
}

// click presses the left button on text and lets go of it.
func (d *desk) click(text string) {
	d.Helper()
	x, y := d.where(text)
	d.press(fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%[1]d;%[2]dm", x+1, y+1))
}

// wheel turns the wheel over text.
func (d *desk) wheel(button int, text string) {
	d.Helper()
	x, y := d.where(text)
	d.press(fmt.Sprintf("\x1b[<%d;%d;%dM", button, x+1, y+1))
}

func TestTheMousePointsSelectsAndScrolls(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		does func(d *desk)
		want deed
	}{
		"a click selects": {
			func(d *desk) { d.click(second) },
			deed{focus: "5 Incidents", cursor: second, sees: []string{"trucks · 20 Mar 2026"}},
		},
		"two clicks open": {
			func(d *desk) { d.click(second); d.click(second) },
			deed{focus: "6 Detail", sees: []string{"trucks · 20 Mar 2026", "open the link"}},
		},
		"two clicks apart do not": {
			func(d *desk) { d.click(second); time.Sleep(2 * time.Second); d.click(second) },
			deed{focus: "5 Incidents", cursor: second},
		},
		"a click focuses": {
			func(d *desk) { d.click("how sure") },
			deed{focus: "6 Detail"},
		},
		"the wheel scrolls down": {
			func(d *desk) { d.wheel(wheelDown, second) },
			deed{focus: "5 Incidents", cursor: "Coale meets Ruginienė"},
		},
		"the wheel scrolls up": {
			func(d *desk) { d.press("G"); d.wheel(wheelUp, "Third stop in a week") },
			deed{focus: "5 Incidents", cursor: "Two crossings shut"},
		},
		"the wheel scrolls what it is over": {
			func(d *desk) { d.press("j"); d.wheel(wheelDown, "how sure") },
			deed{focus: "5 Incidents", cursor: second},
		},
		"a click on a key presses it": {
			func(d *desk) { d.click("? keys") },
			deed{focus: "Keys that work here", sees: []string{"half a page up"}},
		},
		"a click beside the palette closes it": {
			func(d *desk) { d.press(":"); d.click("5 Incidents") },
			deed{focus: "5 Incidents", cursor: first},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := board(t)
			o.Config.Preset, o.Config.Mouse = config.Log, true
			synctest.Test(t, func(t *testing.T) {
				sit(t, o, func(d *desk) {
					before := d.Screen()
					tt.does(d)
					d.compare(before, tt.want)
				})
			})
		})
	}
}
