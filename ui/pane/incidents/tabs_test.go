package incidents_test

import (
	"strings"
	"testing"
)

func TestSavedFiltersAreTabs(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...).saved("airports", "category:airport", "severe", "severity>=3")
	if got, want := d.frame()[0], " [all: 10] airports: 3  severe: 3"; got != want {
		t.Errorf("the tabs are %q, want %q", got, want)
	}
	d.press("right")
	d.expect("the first tab", "10 05 02")
	d.press("l")
	d.expect("the second", "09 05 03")
	d.press("/", "type:truck", "enter")
	d.expect("with a filter typed", "09 03")
	if got, want := d.Title(d.scene), "Incidents  2 of 10 · truck"; got != want {
		t.Errorf("the title is %q, want %q", got, want)
	}
	d.press("right")
	d.expect("around the end", "09 06 03 01")
	d.press("left", "left")
	d.Leave()
	d.expect("without the filter", "10 05 02")
	d.Leave()
	d.expect("and without the tab", everything)
}

func TestAClickTurnsToATab(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...).saved("airports", "category:airport", "severe", "severity>=3")
	line := d.frame()[0]
	d.click(strings.Index(line, "severe"), 0)
	d.expect("a click on severe", "09 05 03")
	d.click(strings.Index(line, "all"), 0)
	d.expect("a click on all", everything)
	if d.click(59, 0); d.last != nil {
		t.Errorf("a click beside the tabs asks for %v", d.last)
	}
	d.click(5, 1)
	if got := d.on(); got != "10" {
		t.Errorf("a click on the first row below the tabs selects %q", got)
	}
}

func TestATabThatIsGoneShowsAll(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...).saved("airports", "category:airport")
	d.press("right")
	d.scene.Filters = nil
	d.saved("severe", "severity>=3")
	d.expect("another tab", everything)
	if got := d.frame()[0]; !strings.Contains(got, "[all: 10]") {
		t.Errorf("the tabs are %q", got)
	}
}

func TestTheTabInForceIsInView(t *testing.T) {
	t.Parallel()
	d := sit(t, 24, 12, autumn()...).saved("one", "truck", "two", "airport", "three", "night", "four", "balloons")
	d.press("left")
	line := d.frame()[0]
	if !strings.Contains(line, "[four: 2]") || !strings.HasPrefix(line, "←") {
		t.Errorf("the last tab is not in view: %q", line)
	}
	d.click(strings.Index(line, "four")-3, 0)
	d.expect("a click on the last", "08 04")
}
