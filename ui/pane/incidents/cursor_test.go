package incidents_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/clean"
)

func TestTheCursorFollowsItsThingThroughFilters(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 14, autumn()...)
	d.press("j", "j", "j", "j") // 06, a queue of trucks
	d.press("/", "type:truck", "enter")
	if got := d.on(); got != "06" {
		t.Errorf("what passes the filter loses the cursor to %s", got)
	}
	d.press("/", "ctrl+u", "type:airport", "enter")
	if got := d.on(); got != "05" {
		t.Errorf("what is filtered out gives the cursor to %s, want its neighbour 05", got)
	}
	d.press("/", "ctrl+u", "enter", "s", "j", "k")
	if got := d.on(); got != "05" {
		t.Errorf("in another order the cursor is on %s, want 05 still", got)
	}
	d.learn(append(autumn(), &model.Incident{
		Fact: model.Fact{ID: "i-11"}, At: model.Exactly(time.Date(2025, 11, 11, 17, 30, 0, 0, time.UTC)), Title: clean.Line("Another"), Category: "trucks", Severity: 4,
	})...)
	d.press("j", "k")
	if got := d.on(); got != "05" {
		t.Errorf("with news the cursor is on %s, want 05 still", got)
	}
}

func TestACursorThatComesBackIsFound(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 14, autumn()...)
	d.press("j", "j", "/", "type:truck")
	for range "truck" {
		d.press("backspace")
	}
	d.press("enter")
	if got := d.on(); got != "08" {
		t.Errorf("after a filter that came and went the cursor is on %s, want 08", got)
	}
}

func TestTheCursorSkipsHeadings(t *testing.T) {
	t.Parallel()
	d := sit(t, 50, 6, autumn()...)
	d.press("S")
	var got []string
	for range 10 {
		d.press("j")
		d.frame()
		got = append(got, d.on())
	}
	for range 10 {
		d.press("k")
		d.frame()
		got = append(got, d.on())
	}
	want := strings.Fields("09 08 07 06 05 04 03 02 01 01 02 03 04 05 06 07 08 09 10 10")
	if !slices.Equal(got, want) {
		t.Errorf("down and up leads to\n%v, want\n%v", got, want)
	}
	if first := d.frame()[0]; !strings.HasPrefix(first, " Tue 11 Nov 3") {
		t.Errorf("at the top there is %q, not the first heading", first)
	}
	if d.press("G"); d.on() != "01" {
		t.Errorf("G leads to %s", d.on())
	}
	if d.frame(); !strings.HasPrefix(d.frame()[0], " Wed 5 Nov 2") {
		t.Errorf("the heading of what is in view is not in view:\n%s", strings.Join(d.frame(), "\n"))
	}
	if d.press("g"); d.on() != "10" {
		t.Errorf("g leads to %s", d.on())
	}
}

func TestAClickOnAHeadingDoesNothing(t *testing.T) {
	t.Parallel()
	d := sit(t, 50, 8, autumn()...)
	d.press("S")
	d.frame()
	if got := d.click(5, 0); got != nil {
		t.Errorf("a click on a heading asks for %v", got)
	}
	d.click(5, 3)
	if got := d.on(); got != "08" {
		t.Errorf("a click on the third row selects %s, want 08", got)
	}
	d.press("G")
	line := slices.IndexFunc(d.frame(), func(l string) bool { return strings.Contains(l, "opens late") })
	d.click(5, line)
	if got := d.on(); got != "02" {
		t.Errorf("below a heading that stays, a click selects %s, want 02", got)
	}
}

func TestAStillScrollPositionFollowsItsThing(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 4, autumn()...)
	for range 6 {
		d.press("j")
		d.frame()
	}
	d.press("k")
	before := d.frame()
	d.learn(append(autumn(), &model.Incident{
		Fact: model.Fact{ID: "i-11"}, At: model.Exactly(time.Date(2025, 11, 11, 17, 30, 0, 0, time.UTC)), Title: clean.Line("Another"), Category: "trucks",
	})...)
	if after := d.frame(); !slices.Equal(before, after) {
		t.Errorf("news move what is in view:\n%s\nwas\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
	}
}

func TestMarksAndNewsHaveSigns(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 4, autumn()...)
	d.scene.Reader.Mark("i-09")
	d.scene.Reader.Learn([]model.ID{"i-08", "s-07"})
	var signs []string
	for _, line := range d.frame() {
		sign, _ := utf8.DecodeRuneInString(line)
		signs = append(signs, string(sign))
	}
	if want := []string{" ", "◉", "•", "•"}; !slices.Equal(signs, want) {
		t.Errorf("the rows begin with %q, want %q:\n%s", signs, want, strings.Join(d.frame(), "\n"))
	}
	d.press("/", "type:is:marked", "enter")
	d.expect("the marks", "09")
	d.scene.Reader.Mark("i-05")
	d.expect("another mark", "09 05")
}

func TestUnreadRecordsAreJumpedTo(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 6, autumn()...)
	if d.press("u"); d.says() != d.scene.Words.Log.AllRead {
		t.Errorf("without news u says %q", d.says())
	}
	d.scene.Reader.Learn([]model.ID{"i-08", "i-03", "i-10"})
	for _, want := range []string{"10", "08", "03"} {
		if d.press("u"); d.on() != want {
			t.Errorf("u leads to %s, want %s", d.on(), want)
		}
	}
	if d.press("u"); d.says() != d.scene.Words.Log.AllRead {
		t.Errorf("once all is read u says %q", d.says())
	}
	d.scene.Reader.Learn([]model.ID{"i-09", "elsewhere"})
	if d.press("u"); d.on() != "09" {
		t.Errorf("around the end u leads to %s, want 09", d.on())
	}
	if d.press("u"); d.says() != d.scene.Words.Log.ReadHere {
		t.Errorf("with news elsewhere u says %q", d.says())
	}
}

func TestWhatIsReadStaysWhileItIsListed(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 6, autumn()...).saved("new", "is:new")
	d.scene.Reader.Learn([]model.ID{"i-08", "i-03", "i-01"})
	d.press("right")
	d.press("j", "j")
	d.expect("what was new", "08 03 01")
	if got := d.on(); got != "01" {
		t.Errorf("the last of what was new is %s, want 01", got)
	}
	if got := d.frame()[0]; !strings.Contains(got, "[new: 0]") {
		t.Errorf("the tab counts what has been read: %q", got)
	}
	d.scene.Reader.Learn([]model.ID{"i-05"})
	d.expect("with more news", "08 05 03 01")
	d.press("left", "right")
	d.expect("asked again", "05")
}

func TestTheWheelMovesTheCursor(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 6, autumn()...).saved("airports", "category:airport")
	d.send(tea.MouseMsg{X: 3, Y: 3, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	if got := d.on(); got != "07" {
		t.Errorf("the wheel leads to %s, want 07", got)
	}
}
