package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	uv "github.com/charmbracelet/ultraviolet"

	"bordertop/config"
	"bordertop/ui"
)

// across is the wall as settings ask for it.
func across(t *testing.T, w config.Across) ui.Options {
	t.Helper()
	o := board(t)
	o.Config.Preset, o.Config.Wall = config.Wall, w
	return o
}

// focuses waits, and expects the pane that has the focus then.
func (d *desk) focuses(wait time.Duration, title string) {
	d.Helper()
	time.Sleep(wait)
	d.settle()
	if got := d.focus(); !strings.HasPrefix(got, title) {
		d.Errorf("the focus is on %q, want %q", got, title)
	}
}

func TestTheWallTurnsIfAsked(t *testing.T) {
	t.Parallel()
	o := across(t, config.Across{Rotate: 20, Panes: []string{"wall", "map", "trucks"}})
	synctest.Test(t, func(t *testing.T) {
		sit(t, o, func(d *desk) {
			d.focuses(0, "Wall")
			d.focuses(22*time.Second, "7 Map")
			for _, title := range []string{"3 Trucks", "Wall", "7 Map"} {
				d.focuses(20*time.Second, title)
			}
			d.press("j") // somebody looks at it
			d.focuses(50*time.Second, "7 Map")
			d.focuses(12*time.Second, "3 Trucks")
			d.press("?")
			d.focuses(5*time.Minute, "Keys that work here")
		})
	})
}

func TestTheWallStandsUnlessAsked(t *testing.T) {
	t.Parallel()
	o := across(t, config.Across{Panes: []string{"wall", "map"}})
	synctest.Test(t, func(t *testing.T) {
		sit(t, o, func(d *desk) { d.focuses(10*time.Minute, "Wall") })
	})
}

// bright counts the cells that are bold in the terminal's own ink.
func (d *desk) bright() int {
	n := 0
	for _, line := range d.Cells() {
		for _, c := range line {
			if c.Style.Attrs&uv.AttrBold != 0 && c.Style.Fg == nil && strings.TrimSpace(c.Content) != "" {
				n++
			}
		}
	}
	return n
}

// TestTheWallIsDimmedAtNight has it become 20:46 in Vilnius, and the desk as bright
// as ever.
func TestTheWallIsDimmedAtNight(t *testing.T) {
	t.Parallel()
	o := across(t, config.Across{Panes: []string{"wall"}, Night: "20:46-06:00"})
	o.Colours = ui.TrueColour
	synctest.Test(t, func(t *testing.T) {
		sit(t, o, func(d *desk) {
			if d.bright() == 0 {
				d.Error("it is dimmed before the night")
			}
			time.Sleep(61 * time.Second)
			d.settle()
			if n := d.bright(); n > 0 || !strings.Contains(d.Screen(), "CLOSED") {
				d.Errorf("%d cells are as bright as by day:\n%s", n, d.Screen())
			}
			d.press(":", "preset desk", "enter")
			if d.bright() == 0 {
				d.Error("the desk is dimmed too")
			}
		})
	})
}
