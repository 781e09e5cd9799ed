package deadlines_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/deadlines"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func TestFramesInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, l := range []model.Lang{model.Lithuanian, model.Russian} {
		for name, size := range map[string]layout.Size{"48x22": {W: 48, H: 22}, "100x22": {W: 100, H: 22}} {
			t.Run(string(l)+"-"+name, func(t *testing.T) {
				t.Parallel()
				s := show(t, "2025-11-19 23:00", size, theme.Unicode(), desk(t)...)
				s.Words = lang.Of(l)
				uitest.Golden(t, string(l)+"-"+name, deadlines.New(pane.DefaultKeys()).View(s))
			})
		}
	}
}

func TestEverySizeIsFilledInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, at := range []string{"2025-11-11 18:00", "2026-03-03 12:00"} {
		for _, l := range model.English.Words() {
			t.Run(at+" "+l, func(t *testing.T) {
				t.Parallel()
				s := show(t, at, layout.Size{}, theme.Unicode(), desk(t)...)
				s.Words = lang.Of(model.Lang(l))
				p := deadlines.New(pane.DefaultKeys())
				uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
			})
		}
	}
}
