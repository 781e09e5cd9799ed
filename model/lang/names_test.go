package lang_test

import (
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
)

func TestDatesFollowTheLanguage(t *testing.T) {
	t.Parallel()
	vilnius := modeltest.Zone(t, "Europe/Vilnius")
	now := time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC)
	moments := []string{"2025-11-30 24:00", "2025-05-01", "2027-12-31", "2026-02", "2025-10-25/2025-10-27"}
	for l, want := range map[model.Lang][]string{
		model.English:    {"30 Nov 24:00", "1 May", "31 Dec 2027", "Feb 2026", "25 Oct–27 Oct"},
		model.Lithuanian: {"11-30 24:00", "05-01", "2027-12-31", "2026-02", "10-25 – 10-27"},
		model.Polish:     {"30 lis 24:00", "1 maja", "31 gru 2027", "luty 2026", "25 paź – 27 paź"},
		model.Russian:    {"30 нояб. 24:00", "1 мая", "31 дек. 2027", "февраль 2026", "25 окт. – 27 окт."},
		model.Belarusian: {"30 ліст. 24:00", "1 мая", "31 снеж. 2027", "люты 2026", "25 кастр. – 27 кастр."},
		model.Ukrainian:  {"30 листоп. 24:00", "1 трав.", "31 груд. 2027", "лютий 2026", "25 жовт. – 27 жовт."},
	} {
		w := lang.Of(l)
		for i, text := range moments {
			m, err := model.ParseMoment(text, vilnius)
			if err != nil {
				t.Fatal(err)
			}
			if got := w.Moment(m, vilnius, now); got != want[i] {
				t.Errorf("%s: %s is %q, want %q", l, text, got, want[i])
			}
		}
	}
}

func TestADayIsNamedByItsWeekday(t *testing.T) {
	t.Parallel()
	vilnius := modeltest.Zone(t, "Europe/Vilnius")
	now := time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC)
	for text, want := range map[string][2]string{
		"2025-11-11":       {"Tue 11 Nov", "11-11, antradienis"},
		"2025-11-30 24:00": {"Sun 30 Nov", "11-30, sekmadienis"},
		"2024-02-29 18:00": {"Thu 29 Feb 2024", "2024-02-29, ketvirtadienis"},
		"2025-10":          {"Oct 2025", "2025-10"},
	} {
		m, err := model.ParseMoment(text, vilnius)
		if err != nil {
			t.Fatal(err)
		}
		got := [2]string{lang.English().Named(m, vilnius, now), lang.Of(model.Lithuanian).Named(m, vilnius, now)}
		if got != want {
			t.Errorf("%s is named %q, want %q", text, got, want)
		}
	}
}

func TestACrossingIsNamedInTheLanguage(t *testing.T) {
	t.Parallel()
	line := clean.Line
	medininkai := &model.Crossing{
		Name: line("Medininkai"), Counterpart: line("Kamenny Log"), Countries: []model.Country{"LT", "BY"},
		Names: []model.Name{
			{Lang: model.Lithuanian, Text: line("Medininkų PKP")},
			{Lang: model.Belarusian, Text: line("Каменны Лог")},
			{Lang: model.Russian, Text: line("Мядининкай – Каменный Лог")},
		},
	}
	for l, want := range map[model.Lang][2]string{
		model.English:    {"Medininkai", "Kamenny Log"},
		model.Lithuanian: {"Medininkų PKP", "Kamenny Log"},
		model.Belarusian: {"Medininkai", "Каменны Лог"},
		model.Russian:    {"Мядининкай", "Каменный Лог"},
		model.Polish:     {"Medininkai", "Kamenny Log"},
		model.Ukrainian:  {"Medininkai", "Kamenny Log"},
	} {
		near, far := lang.Of(l).Crossing(medininkai)
		if got := [2]string{near, far}; got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	if near, far := lang.English().Crossing(&model.Crossing{Name: line("Ferry")}); near != "Ferry" || far != "" {
		t.Errorf("a crossing with one side is %q and %q", near, far)
	}
}

func TestWordsOfDatasetsAreUnderstoodInAnyLanguage(t *testing.T) {
	t.Parallel()
	w := lang.Of(model.Lithuanian)
	among := []model.Country{"LT", "BY"}
	if got := w.Mentioned("Government of Lithuania", among); got != "LT" {
		t.Errorf("mentioned is %q", got)
	}
	if got := w.Mentioned("Lietuvos Vyriausybė", among); got != "" {
		t.Errorf("mentioned in another case is %q", got)
	}
	for _, text := range []string{"Belarus", "BY", "Baltarusija"} {
		if !w.Names("BY", text) {
			t.Errorf("%q does not name Belarus", text)
		}
	}
	for text, want := range map[string]string{
		"Lithuania": "Lietuva", "carriers": "vežėjai", "European Union": "Europos Sąjunga", "Belarus (to the US)": "Belarus (to the US)", "": "",
	} {
		if got := w.Side(text); got != want {
			t.Errorf("side %q is %q, want %q", text, got, want)
		}
	}
	for id, want := range map[model.ID]string{"airport": "oro uostas", "rail-works": "rail works"} {
		if got := w.Category(id); got != want {
			t.Errorf("category %q is %q, want %q", id, got, want)
		}
	}
}

func TestLithuanianSentences(t *testing.T) {
	t.Parallel()
	w := lang.Of(model.Lithuanian)
	n := func(v int64) *int64 { return &v }
	trucks := []model.Class{model.Truck}
	ban := &model.Measure{Type: model.Ban, Classes: trucks, By: clean.Line("Belarus")}
	fee := model.Fee{Amount: 120, Currency: clean.Line("EUR"), Per: clean.Line("day")}
	for want, got := range map[string]string{
		"1 000 vilkikų įstrigo":            w.Counted("1 000", n(1000), model.UnitTruck, model.Stranded),
		"maždaug 21 vilkikas įstrigo":      w.Counted("maždaug 21", n(21), model.UnitTruck, model.Stranded),
		"2 transporto priemonės liko":      w.Counted("2", n(2), model.UnitVehicle, model.Remaining),
		"vilkikai įstrigo":                 w.Group(model.UnitTruck, model.Stranded),
		"draudimas vilkikams":              w.Effect([]*model.Measure{ban}),
		"BY: draudimas vilkikams":          w.EffectBy("BY", "draudimas vilkikams"),
		"Baltarusija: draudimas vilkikams": w.MeasureTitle(ban),
		"120 eurų/parą":                    w.Fee(fee),
		"1,5 euro":                         w.Fee(model.Fee{Amount: 1.5, Currency: clean.Line("EUR")}),
		"21 euras":                         w.Fee(model.Fee{Amount: 21, Currency: clean.Line("EUR")}),
		"prieš 3 d.":                       w.Back(80 * time.Hour),
		"19 d. 6 val.":                     w.Span(19*24*time.Hour + 6*time.Hour),
		"įsigalios draudimas vilkikams":    w.Begins("draudimas vilkikams"),
		"buvo 11-30 24:00":                 w.Planned("11-30 24:00"),
		"BUVO ATVIRA":                      w.State(model.Passage{Last: model.Open}),
		"skrydžiai: 30":                    w.Measured(model.Figure{Name: "flights", Value: 30}),
		"trukmė: 1 val. 30 min.":           w.Measured(model.Figure{Name: "duration-min", Value: 90}),
		"darbinis skaičius (naujausias)":   w.WorkingBy(model.Latest),
		"9 punktai":                        w.SomeCrossings(9),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
