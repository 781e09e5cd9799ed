package incidents_test

import (
	"strings"
	"testing"
	"unicode"

	"bordertop/model/clean"
	"bordertop/ui/layout"
	"bordertop/ui/uitest"
)

// FuzzPrompt types and pastes anything, and expects a frame that is filled and
// holds no control character.
func FuzzPrompt(f *testing.F) {
	f.Add("truck", "category:", uint8(40), uint8(6))
	f.Add("\x1b[31m\u202eš", "s\u030c\u0301 国境 (\"", uint8(9), uint8(3))
	f.Add("severity>=", "2025-11-11 24:00", uint8(72), uint8(14))
	records := week(clean.Line("Stop at Šalčininkai, 国境"))
	f.Fuzz(func(t *testing.T, typed, pasted string, w, h uint8) {
		if w == 0 || h == 0 || len(typed) > 40 {
			t.Skip()
		}
		for _, open := range []string{"/", "f", "D"} {
			d := sit(t, int(w), int(h), records...).saved("国境", "stop")
			d.press(open, "type:"+strings.ToValidUTF8(typed, "?"), "paste:"+pasted, "left", "left", "tab", "backspace", "enter")
			frame := d.View(d.scene.Within(layout.Size{W: int(w), H: int(h)}))
			if err := uitest.Fills(frame, int(w), int(h)); err != nil {
				t.Errorf("%s %q, %q: %v", open, typed, pasted, err)
			}
			if title := d.Title(d.scene); strings.ContainsFunc(title, unicode.IsControl) {
				t.Errorf("%s %q, %q: the title is %q", open, typed, pasted, title)
			}
		}
	})
}
