package crossings_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/crossings"
	"bordertop/ui/uitest"
)

// named is the border with names in other languages.
func named() []model.Record {
	records := border(clean.Line("Medininkai"))
	for _, r := range records {
		if c, ok := r.(*model.Crossing); ok && c.ID == "bridge" {
			c.Counterpart, c.Countries = clean.Line("Kamenny Log"), []model.Country{"LT", "BY"}
			c.Names = []model.Name{
				{Lang: model.Lithuanian, Text: clean.Line("Medininkai")},
				{Lang: model.Belarusian, Text: clean.Line("Каменны Лог")},
				{Lang: model.Russian, Text: clean.Line("Мядининкай – Каменный Лог")},
			}
		}
	}
	return records
}

func TestFramesInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, l := range []model.Lang{model.Lithuanian, model.Belarusian, model.Russian} {
		for name, size := range map[string]layout.Size{"48x4": {W: 48, H: 4}, "100x4": {W: 100, H: 4}} {
			t.Run(string(l)+"-"+name, func(t *testing.T) {
				t.Parallel()
				s := show(t, size.W, size.H, named()...)
				s.Words = lang.Of(l)
				uitest.Golden(t, string(l)+"-"+name, crossings.New(pane.DefaultKeys()).View(s))
			})
		}
	}
}

func TestEverySizeIsFilledInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, l := range model.English.Words() {
		t.Run(l, func(t *testing.T) {
			t.Parallel()
			s := show(t, 0, 0, named()...)
			s.Words = lang.Of(model.Lang(l))
			p := crossings.New(pane.DefaultKeys())
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
		})
	}
}
