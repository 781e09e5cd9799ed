package incidents_test

import (
	"slices"
	"strings"
	"testing"

	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

const everything = "10 09 08 07 06 05 04 03 02 01"

func TestAFilterShrinksTheListWhileItIsTyped(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...)
	d.press("/", "type:truck")
	d.expect("while typing", "09 06 03 01")
	if !d.Typing() {
		t.Error("the prompt is closed while a filter is typed")
	}
	if !d.has("filter: truck") || !d.has("4 of 10") {
		t.Errorf("no prompt with the text and its count in\n%s", strings.Join(d.frame(), "\n"))
	}
	d.press("type:s sev")
	d.press("enter")
	if d.Typing() {
		t.Error("enter leaves the prompt open")
	}
	if got, want := d.Title(d.scene), "Incidents  0 of 10 · trucks sev"; got != want {
		t.Errorf("the title is %q, want %q", got, want)
	}
	if !d.has("nothing matches") {
		t.Errorf("nothing is said of an empty list:\n%s", strings.Join(d.frame(), "\n"))
	}
}

func TestAFilterIsTakenBack(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...)
	d.press("/", "type:truck", "enter")
	d.press("/", "ctrl+u", "type:airport")
	d.expect("another filter", "10 05 02")
	d.press("esc")
	d.expect("after esc", "09 06 03 01")
	if !d.Leave() {
		t.Error("there is a filter to leave, and Leave says that there is not")
	}
	d.expect("after leaving", everything)
	if d.Leave() {
		t.Error("Leave takes back something where nothing holds")
	}
}

func TestCtrlUClears(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...)
	d.press("/", "type:airport night", "ctrl+u")
	d.expect("cleared", everything)
	if !d.has("category:airport") {
		t.Error("an empty prompt shows no example of a filter")
	}
}

func TestAFaultIsToldUnderItsWord(t *testing.T) {
	t.Parallel()
	d := sit(t, 80, 12, autumn()...)
	d.press("/", "type:truck ", "type:categroy:airport ")
	d.expect("the last good filter stays", "09 06 03 01")
	lines := d.frame()
	typed, told := lines[len(lines)-2], lines[len(lines)-1]
	if from := strings.Index(typed, "categroy"); from < 0 || strings.Index(told, "^") != from || !strings.Contains(told, "category") {
		t.Errorf("no caret under the word at fault, with what was meant:\n%s\n%s", typed, told)
	}
	d.press("enter")
	if !d.Typing() {
		t.Error("enter takes a filter that cannot be read")
	}
	for range "categroy:airport " {
		d.press("backspace")
	}
	d.press("enter")
	d.expect("mended", "09 06 03 01")
}

func TestAnUnfinishedFilterWaits(t *testing.T) {
	t.Parallel()
	d := sit(t, 80, 12, autumn()...)
	d.press("/", "type:truck ")
	before := d.ids()
	for _, r := range "severity>=" {
		d.press(string(r))
		if got := d.ids(); got != before && r == '=' {
			t.Errorf("an unfinished filter changes the list to %q", got)
		}
	}
	d.press("3")
	d.expect("once it is finished", "09 03")
}

func TestFiltersOfTheSessionComeBack(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...)
	for _, text := range []string{"truck", "airport", "truck"} {
		d.press("/", "ctrl+u", "type:"+text, "enter")
	}
	d.press("/", "ctrl+u", "type:ba")
	for _, step := range []struct{ key, want string }{
		{"up", "09 06 03 01"}, {"up", "10 05 02"}, {"up", "10 05 02"}, {"down", "09 06 03 01"},
	} {
		d.press(step.key)
		d.expect("after "+step.key, step.want)
	}
	d.press("down")
	if !d.has("filter: ba") {
		t.Errorf("what was being typed is lost:\n%s", strings.Join(d.frame(), "\n"))
	}
}

func TestEveryKeyIsTextWhileTyping(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...)
	d.press("/", "type:qjkG/? :sSFe{}")
	if !d.has("filter: qjkG/? :sSFe{}") {
		t.Errorf("the prompt does not have what was typed:\n%s", strings.Join(d.frame(), "\n"))
	}
	if d.Title(d.scene) == "" || !d.Typing() {
		t.Error("a key that was typed did something else")
	}
}

func TestWhatIsPastedIsOneCleanLine(t *testing.T) {
	t.Parallel()
	d := sit(t, 80, 12, autumn()...)
	d.press("/", "paste:tru\x1b[31mck\u202e\r\nairport\t\x07")
	lines := strings.Join(d.frame(), "\n")
	if strings.ContainsAny(lines, "\x1b\x07\r\t\u202e") {
		t.Errorf("a paste reaches the screen as it came:\n%q", lines)
	}
	d.press("ctrl+u", "paste: trucks \n")
	d.expect("a pasted word", "09 06 01")
	d.press("ctrl+u", "paste:"+strings.Repeat("a", 1<<16))
	if got := d.frame(); len(got) != 12 {
		t.Errorf("a long paste takes %d lines", len(got))
	}
}

func TestAMarkJoinsTheLetterBeforeIt(t *testing.T) {
	t.Parallel()
	d := sit(t, 80, 12, autumn()...)
	d.press("/", "type:s\u030c")
	if !d.has("filter: š") {
		t.Errorf("a letter and its mark are not one:\n%s", strings.Join(d.frame(), "\n"))
	}
}

func TestTheClipboardOfTheMachineIsNotRead(t *testing.T) {
	t.Parallel()
	d := sit(t, 80, 12, autumn()...)
	d.press("/", "ctrl+v") // send fails where there is a command
	d.expect("after ctrl+v", everything)
}

func TestTheAppFilters(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...)
	d.send(pane.FilterMsg{Query: "airport"})
	d.expect("filtered", "10 05 02")
	d.send(pane.FilterMsg{Query: "categroy:x y"})
	if got := d.says(); !strings.Contains(got, "category") {
		t.Errorf("a filter that cannot be read says %q", got)
	}
	d.expect("one that cannot be read", "10 05 02")
	d.send(pane.FilterMsg{})
	d.expect("an empty one", everything)
}

func TestWithoutAnIndexEverythingIsShown(t *testing.T) {
	t.Parallel()
	d := sit(t, 80, 12, autumn()...)
	index := d.scene.Index
	d.scene.Index = nil
	d.press("/", "type:truck")
	d.expect("while the text is read", everything)
	if !d.has(d.scene.Words.Frame.Indexing) {
		t.Errorf("nothing says that the filter has to wait:\n%s", strings.Join(d.frame(), "\n"))
	}
	d.press("enter", "F", "esc")
	d.Leave()
	d.scene.Index = index
	d.expect("once it is read", "09 06 03 01")
}

func TestNothingMovesWhileTyping(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 12, autumn()...)
	wants := d.Wants(d.scene)
	d.press("/")
	height := func() int {
		return slices.IndexFunc(d.frame(), func(l string) bool { return strings.Contains(l, "filter:") })
	}
	first := height()
	for _, r := range "airport categroy:x >= \"" {
		d.press(string(r))
		if height() != first || d.Wants(d.scene) != wants {
			t.Fatalf("the prompt moves at %q, from line %d to %d", r, first, height())
		}
	}
}

func TestALowPaneHasItsPrompt(t *testing.T) {
	t.Parallel()
	for h := range 6 {
		d := sit(t, 40, h, autumn()...)
		d.press("/", "type:truck")
		if h > 0 && !d.has("truck") {
			t.Errorf("%d lines have no prompt:\n%s", h, strings.Join(d.frame(), "\n"))
		}
		d.scene = d.scene.Within(layout.Size{W: 12, H: h})
		if h > 0 && !d.has("/ truck") {
			t.Errorf("%d narrow lines have no prompt:\n%s", h, strings.Join(d.frame(), "\n"))
		}
	}
}

func TestTabCompletes(t *testing.T) {
	t.Parallel()
	d := sit(t, 100, 12, autumn()...)
	d.press("/", "type:cat")
	if !strings.Contains(d.frame()[11], "category:") {
		t.Errorf("nothing is offered for cat: %q", d.frame()[11])
	}
	d.press("tab")
	if got := d.frame()[11]; !strings.Contains(got, "airport  balloon  restriction") {
		t.Errorf("the categories are not offered: %q", got)
	}
	d.press("tab")
	d.expect("the first category", "10 05 02")
	d.press("tab")
	d.expect("the second", "08 04")
	d.press("shift+tab", "shift+tab")
	d.expect("around the end", "09 06 01")
	d.press("tab", "tab")
	d.press(" ", "type:three")
	d.expect("and more", "04")
	d.press("home", "tab", "enter")
	d.expect("with nothing to complete", "04")
}

func TestALongFilterCanBeChanged(t *testing.T) {
	t.Parallel()
	d := sit(t, 70, 14, autumn()...)
	long := strings.Repeat("-nothing ", 100) + "airport"
	d.send(pane.FilterMsg{Query: long})
	before := d.Title(d.scene)
	d.press("/", "enter")
	if got := d.Title(d.scene); got != before || !strings.HasSuffix(got, "airport") {
		t.Errorf("opened and kept, the filter is %q, and was %q", got, before)
	}
}
