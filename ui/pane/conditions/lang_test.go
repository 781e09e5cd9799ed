package conditions_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/conditions"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func TestFramesInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, l := range []model.Lang{model.Lithuanian, model.Belarusian} {
		for name, size := range map[string]layout.Size{"48x20": {W: 48, H: 20}, "110x8": {W: 110, H: 8}} {
			t.Run(string(l)+"-"+name, func(t *testing.T) {
				t.Parallel()
				s := show(t, size, theme.Unicode(), few()...)
				s.Words = lang.Of(l)
				uitest.Golden(t, string(l)+"-"+name, conditions.New(pane.DefaultKeys()).View(s))
			})
		}
	}
}

func TestEverySizeIsFilledInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, l := range model.English.Words() {
		t.Run(l, func(t *testing.T) {
			t.Parallel()
			s := show(t, layout.Size{}, theme.Unicode(), many()...)
			s.Words = lang.Of(model.Lang(l))
			p := conditions.New(pane.DefaultKeys())
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
		})
	}
}
