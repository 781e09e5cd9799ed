package incidents_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// states are the ways in which the pane may stand, and the keys that lead there.
func states() map[string][]string {
	return map[string][]string{
		"list":       nil,
		"example":    {"/"},
		"filter":     {"/", "type:stop airp"},
		"filtered":   {"/", "type:stop", "enter"},
		"nothing":    {"/", "type:nothing has this", "enter"},
		"fault":      {"/", "type:stop categroy:airport 国境 "},
		"unfinished": {"/", "type:stop category:"},
		"long":       {"/", "paste:" + strings.Repeat("国境 заткнись ", 30)},
		"find":       {"f", "type:stop"},
		"found":      {"f", "type:stop", "enter", "n"},
		"date":       {"D", "type:2025-11-11 12:00"},
		"no date":    {"D", "type:tomorrow, perhaps"},
		"severity":   {"s", "G"},
		"source":     {"s", "s", "s"},
		"days":       {"S", "G"},
		"categories": {"S", "S", "s", "j"},
		"tab":        {"right", "right"},
		"table":      {"F", "j"},
		"months":     {"F", "right", "right", "right", "right", "G"},
	}
}

// sizes are fewer than the list is swept with: there are many states.
func sizes() []uitest.Size {
	return slices.DeleteFunc(uitest.Sizes(), func(s uitest.Size) bool {
		return s.Height > 24 || s.Width > 120 && s.Height > 5 || s.Height%5 != 0 && s.Width > 40
	})
}

func TestEveryStateFillsEverySize(t *testing.T) {
	t.Parallel()
	contents := map[string][]model.Record{"none": nil, "ordinary": week(clean.Line("Stop"))}
	for _, name := range []string{"cjk", "combining"} {
		contents[name] = week(clean.Line(uitest.Texts()[name]))
	}
	for state, keys := range states() {
		for name, records := range contents {
			t.Run(state+"/"+name, func(t *testing.T) {
				t.Parallel()
				d := sit(t, 60, 10, records...).saved("airports", "category:airport", "国境 Šalčininkai", "stop", "long "+strings.Repeat("g", 90), "severity>=1")
				d.scene.Reader.Mark("i-2")
				d.press(keys...)
				uitest.Sweep(t, sizes(), func(w, h int) string { return d.View(d.scene.Within(layout.Size{W: w, H: h})) })
			})
		}
	}
}

func TestNoRoomIsFilledToo(t *testing.T) {
	t.Parallel()
	for state, keys := range states() {
		for _, size := range []layout.Size{{}, {W: 20}, {H: 3}, {W: -1, H: -1}} {
			d := sit(t, 60, 10, week(clean.Line("Stop"))...).saved("airports", "category:airport")
			d.press(keys...)
			d.scene.Size = size
			if got, want := d.View(d.scene), strings.Repeat("\n", max(size.H-1, 0)); got != want {
				t.Errorf("%s in %dx%d: %q, want %q", state, size.W, size.H, got, want)
			}
			d.press("j", "n", "e", "G", "esc")
			d.click(0, 0)
		}
	}
}

func TestEveryStateLooksSo(t *testing.T) {
	t.Parallel()
	for state, keys := range states() {
		t.Run(state, func(t *testing.T) {
			t.Parallel()
			d := sit(t, 72, 14, autumn()...).saved("airports", "category:airport", "severe", "severity>=3")
			d.scene.Reader.Mark("i-06")
			d.press(keys...)
			title := d.Title(d.scene)
			uitest.Golden(t, strings.ReplaceAll(state, " ", "-"), title+"\n"+strings.Join(d.frame(), "\n"))
		})
	}
}

func TestEveryStateBearsAnyKey(t *testing.T) {
	t.Parallel()
	keys := []string{
		"/", "f", "D", "F", "s", "S", "n", "N", "e", "E", "{", "}", "u", "left", "right", "up", "down", "enter", "esc", "tab", "home", "backspace",
		"j", "k", "g", "G", "type:a b", "type:\"(", "type:2025-11-10", "paste:\x00\u202e国",
	}
	for state, lead := range states() {
		t.Run(state, func(t *testing.T) {
			t.Parallel()
			for i, name := range keys {
				d := sit(t, 40, 6, week(clean.Line("Stop 国"))...).saved("airports", "category:airport")
				d.press(lead...)
				d.bears(name, keys[(i*7+3)%len(keys)], "enter", "j", "esc", "k")
			}
		})
	}
}

// bears presses keys, goes back as the app does, and looks at each frame.
func (d *desk) bears(keys ...string) {
	d.tb.Helper()
	for _, name := range keys {
		d.press(name)
		if name == "esc" && !d.Typing() {
			d.Leave()
		}
		if err := uitest.Fills(d.View(d.scene), d.scene.Size.W, d.scene.Size.H); err != nil {
			d.tb.Errorf("after %q of %q: %v", name, keys, err)
		}
	}
}

func TestColoursAreClosed(t *testing.T) {
	t.Parallel()
	for state, keys := range states() {
		d := sit(t, 50, 10, week(clean.Line("Stop the trucks at Šalčininkai"))...).saved("airports", "category:airport")
		d.scene.Styles = coloured()
		d.press(keys...)
		for y, line := range strings.Split(d.View(d.scene), "\n") {
			if at := strings.LastIndex(line, "\x1b["); at >= 0 && !strings.HasPrefix(line[at:], "\x1b[0m") {
				t.Errorf("%s: line %d leaves a colour open: %q", state, y, line)
			}
		}
	}
}

func TestHelpIsOfWhatWorksNow(t *testing.T) {
	t.Parallel()
	d := sit(t, 60, 10, autumn()...)
	names := func() string {
		var out []string
		for _, b := range d.ShortHelp() {
			if b.Enabled() {
				out = append(out, b.Help().Key+" "+b.Help().Desc)
			}
		}
		return strings.Join(out, ", ")
	}
	for _, step := range []struct {
		keys []string
		want string
	}{
		{nil, "enter open, / filter the log"},
		{[]string{"/"}, "enter keep, esc take back, tab complete, ↑ earlier"},
		{[]string{"esc", "D"}, "enter go there, esc take back, ↑ earlier"},
		{[]string{"esc", "F"}, "enter only these, →/l another field"},
		{[]string{"f", "type:truck", "enter"}, "enter open, n next match, / filter the log"},
	} {
		d.press(step.keys...)
		if got := names(); got != step.want {
			t.Errorf("after %v the help is %q, want %q", step.keys, got, step.want)
		}
		if len(d.FullHelp()) == 0 {
			t.Errorf("after %v there is no full help", step.keys)
		}
	}
}

// coloured are the styles of a dark terminal.
func coloured() theme.Styles {
	r := lipgloss.NewRenderer(nil)
	r.SetColorProfile(termenv.TrueColor)
	return theme.New(r, theme.Dark(), theme.Unicode())
}
