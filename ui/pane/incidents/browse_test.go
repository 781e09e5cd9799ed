package incidents_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bordertop/ui/pane"
)

func TestFindingLeavesTheList(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 14, autumn()...)
	d.press("j", "j")
	d.press("f", "type:truck")
	d.expect("while looking", everything)
	if !d.has("find: truck") || !d.has("2/4") {
		t.Errorf("the prompt does not tell the second match of four:\n%s", strings.Join(d.frame(), "\n"))
	}
	d.press("enter")
	for _, step := range []struct{ key, on, title string }{
		{"enter", "06", ""},
		{"n", "03", "Incidents  10 · find truck 3/4"},
		{"n", "01", "Incidents  10 · find truck 4/4"},
		{"n", "09", "Incidents  10 · find truck 1/4, from the top again"},
		{"N", "01", "Incidents  10 · find truck 4/4, from the bottom again"},
		{"k", "02", "Incidents  10 · find truck 4"},
		{"N", "03", "Incidents  10 · find truck 3/4"},
	} {
		if step.key != "enter" {
			d.press(step.key)
		}
		if got := d.on(); got != step.on {
			t.Errorf("%s leads to %s, want %s", step.key, got, step.on)
		}
		if got := d.Title(d.scene); step.title != "" && got != step.title {
			t.Errorf("after %s the title is %q, want %q", step.key, got, step.title)
		}
	}
	marked := 0
	for _, line := range d.frame() {
		if strings.HasSuffix(line, "←") {
			marked++
		}
	}
	if marked != 4 {
		t.Errorf("%d rows are pointed at, want 4:\n%s", marked, strings.Join(d.frame(), "\n"))
	}
	d.Leave()
	if got, want := d.Title(d.scene), "Incidents  10"; got != want {
		t.Errorf("after leaving the title is %q, want %q", got, want)
	}
}

func TestASearchTakenBackLeavesTheCursor(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 14, autumn()...)
	d.press("j", "f", "type:night", "esc", "j")
	if got := d.on(); got != "08" {
		t.Errorf("down after a search that was taken back leads to %s, want 08", got)
	}
	d.press("n")
	if got := d.says(); !strings.Contains(got, "f finds") {
		t.Errorf("n without a search says %q", got)
	}
	d.press("f", "type:zebra", "enter")
	if got := d.says(); got != d.scene.Words.Log.NoMatch {
		t.Errorf("a search for nothing says %q", got)
	}
}

func TestTheListIsSorted(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 14, autumn()...)
	for _, step := range []struct{ want, title string }{
		{"05 09 03 10 06 02 08 04 01 07", "Incidents  10 · ↓ severity"},
		{"10 05 02 08 04 03 09 06 01 07", "Incidents  10 · ↓ category"},
		{"09 07 03 01 10 08 06 05 02 04", "Incidents  10 · ↓ source"},
		{everything, "Incidents  10"},
	} {
		d.press("s")
		d.expect(step.title, step.want)
		if got := d.Title(d.scene); got != step.title {
			t.Errorf("the title is %q, want %q", got, step.title)
		}
	}
	d.press("s", "/", "type:truck", "enter")
	d.expect("by severity, filtered", "09 03 06 01")
}

func TestTheListIsGrouped(t *testing.T) {
	t.Parallel()
	d := sit(t, 50, 16, autumn()...)
	d.press("S")
	want := []string{
		" Tue 11 Nov 3 ───────────────────────────────────",
		" 17:00 ▪▪   Vilnius airport stops for an hour",
		" 15:00 ▪▪▪  Stranded trucks are moved",
		" 09:00 ▪    Balloons over Vilnius",
		" Mon 10 Nov 3 ───────────────────────────────────",
	}
	if got := d.frame()[:5]; !slices.Equal(got, want) {
		t.Errorf("by day it begins\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	d.press("S")
	var heads []string
	for _, line := range d.frame() {
		if head, _, ok := strings.Cut(line, " ──"); ok {
			heads = append(heads, strings.TrimSpace(head))
		}
	}
	if want := []string{"airport 3", "balloon 2", "restriction 1", "trucks 3", "statement 1"}; !slices.Equal(heads, want) {
		t.Errorf("the groups are %q, want %q", heads, want)
	}
	d.expect("by category", "10 05 02 08 04 03 09 06 01 07")
	d.press("S")
	d.expect("no more groups", everything)
}

func TestJumpsByDayAndSeverity(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 14, autumn()...)
	d.press("j")
	for _, step := range []struct{ key, on, says string }{
		{"{", "07", ""},
		{"{", "04", ""},
		{"{", "02", ""},
		{"{", "02", "no earlier day"},
		{"j", "01", ""},
		{"}", "04", ""},
		{"}", "07", ""},
		{"}", "10", ""},
		{"}", "10", "no later day"},
		{"e", "09", ""},
		{"e", "05", ""},
		{"e", "03", ""},
		{"e", "03", "no severe incident further down"},
		{"E", "05", ""},
		{"E", "09", ""},
		{"E", "09", "no severe incident further up"},
	} {
		d.press(step.key)
		if got := d.on(); got != step.on {
			t.Errorf("%s leads to %s, want %s", step.key, got, step.on)
		}
		if step.says != "" && d.says() != step.says {
			t.Errorf("%s says %q, want %q", step.key, d.says(), step.says)
		}
	}
}

func TestADayIsJumpedToInAnyOrder(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 14, autumn()...)
	d.press("s", "S", "S", "g", "{") // by severity within categories
	if got := d.on(); got != "04" && got != "07" {
		t.Errorf("a day back from 10 or 05 leads to %s", got)
	}
	d.press("e")
	if d.on() == "" {
		t.Error("nothing is selected")
	}
}

func TestADateIsTypedByHand(t *testing.T) {
	t.Parallel()
	d := sit(t, 70, 14, autumn()...)
	for _, tt := range []struct{ text, on string }{
		{"2025-11-05", "04"},
		{"2025-11-05 09:00", "03"},
		{"2025-11-07", "04"},
		{"2025", "10"},
		{"2025-11", "10"},
		{"2025-11-01", "02"},
		{"yesterday", "07"},
		{"today", "10"},
		{"1d", "06"},
		{"12h", "07"},
		{"6d", "03"},
	} {
		d.press("D", "type:"+tt.text, "enter")
		if got := d.on(); got != tt.on {
			t.Errorf("%s leads to %s, want %s", tt.text, got, tt.on)
		}
	}
	d.press("D", "type:2024-01-01", "enter")
	if got, want := d.says(), "nothing is older than 1 Jan 2024"; got != want {
		t.Errorf("a date before everything says %q, want %q", got, want)
	}
	d.press("D", "type:sometime", "enter")
	if !d.Typing() || !d.has("^^^^^^^^ write 2025-11-30") {
		t.Errorf("what is no date is taken, or not told of:\n%s", strings.Join(d.frame(), "\n"))
	}
	d.press("esc", "D", "enter")
	if d.Typing() {
		t.Error("an empty date leaves the prompt open")
	}
	d.send(pane.DateMsg{At: time.Date(2025, 11, 10, 13, 0, 0, 0, time.UTC)})
	if got := d.on(); got != "06" {
		t.Errorf("the app's date leads to %s, want 06", got)
	}
}

func TestTheAppRevealsAndOpens(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 14, autumn()...)
	d.send(pane.RevealMsg{ID: "i-03"})
	if d.last != nil {
		t.Errorf("revealing asks for %v", d.last)
	}
	d.send(pane.OpenMsg{})
	if got, want := d.last, (pane.Open{ID: "i-03"}); got != want {
		t.Errorf("opening asks for %v, want %v", got, want)
	}
	d.press("/", "type:airport", "enter")
	d.send(pane.RevealMsg{ID: "i-09"})
	d.send(pane.OpenMsg{})
	if got, want := d.last, (pane.Open{ID: "i-02"}); got != want {
		t.Errorf("what is filtered out was revealed: opening asks for %v, want %v", got, want)
	}
}

func TestTheTableNarrowsTheFilter(t *testing.T) {
	t.Parallel()
	d := sit(t, 70, 14, autumn()...)
	d.press("/", "type:airport or truck", "enter", "F")
	lines := d.frame()
	if !strings.Contains(lines[0], "[category]") || !d.has("trucks") || !d.has("━") {
		t.Errorf("no table of categories:\n%s", strings.Join(lines, "\n"))
	}
	row := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, " airport") })
	if got := d.click(5, row); got != nil {
		t.Errorf("a click on a value asks for %v", got)
	}
	d.press("enter")
	d.expect("the airports alone", "10 05 02")
	if got, want := d.Title(d.scene), "Incidents  3 of 10 · (airport or truck) category=airport"; got != want {
		t.Errorf("the title is %q, want %q", got, want)
	}
	d.press("F", "right")
	if strings.Contains(d.frame()[0], "[category]") {
		t.Errorf("right does not turn to another field: %q", d.frame()[0])
	}
	d.press("left")
	if !strings.Contains(d.frame()[0], "[category]") || !d.Leave() || strings.Contains(d.frame()[0], "[category]") {
		t.Error("left does not turn back, or Leave does not close the table")
	}
	d.press("F", "s")
	d.expect("a key of the list closes the table and does its work", "05 10 02")
}

func TestTheTableNarrowsAllThatAFilterAsksFor(t *testing.T) {
	t.Parallel()
	for _, filter := range []string{"category:trucks|category:airport", "(category:trucks)or(category:airport)"} {
		d := sit(t, 70, 14, autumn()...)
		d.press("/", "type:"+filter, "enter", "F", "enter")
		d.expect(d.Title(d.scene), "10 05 02")
	}
}
