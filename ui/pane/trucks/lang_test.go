package trucks_test

import (
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/uitest"
)

func TestFramesInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, l := range []model.Lang{model.Lithuanian, model.Belarusian} {
		for name, size := range map[string]layout.Size{"48x16": {W: 48, H: 16}, "100x26": {W: 100, H: 26}} {
			for state, at := range map[string]time.Time{"": noon(11), "-stale": noon(30)} {
				t.Run(string(l)+"-"+name+state, func(t *testing.T) {
					t.Parallel()
					s := scene(t, at, ordinary()...)
					s.Words = lang.Of(l)
					uitest.Golden(t, string(l)+"-"+name+state, view(s, size.W, size.H))
				})
			}
		}
	}
}

func TestEverySizeIsFilledInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, l := range model.English.Words() {
		for _, at := range []time.Time{noon(11), noon(30)} {
			t.Run(l+at.Format(" 02"), func(t *testing.T) {
				t.Parallel()
				s := scene(t, at, hostile()...)
				s.Words = lang.Of(model.Lang(l))
				uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return view(s, w, h) })
			})
		}
	}
}
