package lang_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/desk"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
	"bordertop/model/query"
)

// TestWhatIsWrongWithAQueryIsSaidInTheLanguage drives the parser into its faults,
// so that one that it begins to say otherwise is missed here.
func TestWhatIsWrongWithAQueryIsSaidInTheLanguage(t *testing.T) {
	t.Parallel()
	vilnius := modeltest.Zone(t, "Europe/Vilnius")
	for text, want := range map[string]string{
		"categroy:x":             `lauko "categroy" nėra`,
		"severity>":              "severity neturi reikšmės",
		"category>x":             "po category rašoma : arba =",
		"severity>=1,2":          "severity>= reikia vienos reikšmės",
		"confidence:x":           `"x" nėra tarp galimų: high, medium, low`,
		"severity:9":             "svarba yra nuo 1 iki 4, pavyzdžiui: severity:3, severity>=3 arba severity:2..3",
		"(a":                     "skliaustas neuždarytas",
		`"a`:                     "kabutės neuždarytos",
		"a)":                     "nėra atidaromojo skliausto",
		"()":                     "skliaustuose nieko nėra",
		"a or":                   `po "or" nieko nėra`,
		"-":                      "po - nieko nėra",
		"or":                     `prieš "or" nieko nėra`,
		"...":                    "nėra nei raidės, nei skaitmens, kurių ieškoti",
		strings.Repeat("(", 90):  "vienas kitame yra daugiau kaip 32 skliaustų ar ženklų",
		strings.Repeat("a", 1e5): "užklausoje gali būti daugiausia 1024 baitų",
		"since:zzz":              `tai ne laikas: "zzz"; rašykite 2025-10-26T22:10:00+02:00, 2025-10-26 22:10, 2025-10-26, "2025-11-30 24:00", 2025-10 arba A/B`,
		"since:2025..2026":       `since reikia vieno laiko: rėžiai rašomi on:"2025..2026"`,
		"on:3d":                  "on: reikia dienos, mėnesio arba rėžių",
		"since:2025-10-26T03:30": "2025-10-26 03:30 kartojasi du kartus (Europe/Vilnius), nes persukami laikrodžiai: rašykite su poslinkiu, +03:00 or +02:00",
		"since:2025-03-30T03:30": "2025-03-30 03:30 nebuvo (Europe/Vilnius), nes persukami laikrodžiai: rašykite su poslinkiu, +02:00 or +03:00",
		"since:2025/2024":        `"2025/2024" nesibaigia po to, kai prasideda`,
	} {
		_, err := query.Parse(text, vilnius)
		fault, ok := errors.AsType[*query.Fault](err)
		if !ok {
			t.Errorf("%.40q has no fault", text)
			continue
		}
		if got := lang.Of(model.Lithuanian).Problem(fault.Problem); got != want {
			t.Errorf("%.40q: %q, want %q", text, got, want)
		}
		if got := lang.English().Problem(fault.Problem); got != fault.Problem {
			t.Errorf("%.40q: in English %q, want %q", text, got, fault.Problem)
		}
	}
}

func TestADayThatTheClocksSkippedIsSaid(t *testing.T) {
	t.Parallel()
	_, err := model.ParseMoment("2011-12-30", modeltest.Zone(t, "Pacific/Apia"))
	if err == nil {
		t.Fatal("the day that Samoa skipped is a day")
	}
	if got, want := lang.Of(model.Lithuanian).Problem(err.Error()), "2011-12-30 nebuvo (Pacific/Apia): laikrodžiai tą dieną praleido"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := lang.Of(model.Lithuanian).Problem("something else"); got != "something else" {
		t.Errorf("what nobody says here is %q", got)
	}
}

// TestWhatIsTypedWrongIsSaidInTheLanguage drives drafts into their faults.
func TestWhatIsTypedWrongIsSaidInTheLanguage(t *testing.T) {
	t.Parallel()
	for field, want := range map[string][2]string{
		"value=many":         {`reikia sveikojo skaičiaus nuo 0 iki 1000000000, o parašyta "many"`, ""},
		"value=-5":           {"reikia sveikojo skaičiaus nuo 0 iki 1000000000, o parašyta -5", ""},
		"unit=truc":          {`nežinomas žodis "truc"`, `gal "truck"?`},
		"unit=xyz":           {`nežinomas žodis "xyz"`, "galima: truck, trailer, both, vehicle, person"},
		"crossing=nowhere":   {`nėra įrašo "nowhere"`, ""},
		"at=2026-12-31":      {"2026-12-30 dar neatėjo, šiandien 2026-11-23", "patikrinkite datą"},
		"known=2025-01-01":   {"žinoma anksčiau, negu buvo: iš anksto skelbiamos tik priemonės, terminai ir pataisos", "patikrinkite: known"},
		"queue.to=Belarus":   {`reikia šalies, pavyzdžiui, „LT“, o parašyta "Belarus"`, ""},
		"queue.wait=2x":      {`reikia trukmės, pavyzdžiui, „1h30m“, iki 1000 val., o parašyta "2x"`, ""},
		"source.url=foo":     {"reikia adreso su http arba https", "adresas praleidžiamas"},
		"measure.until=2020": {"baigiasi anksčiau, negu prasideda", "patikrinkite abu laikus"},
	} {
		var got [][2]string
		for _, f := range refused(t, field) {
			got = append(got, [2]string{lang.Of(model.Lithuanian).Problem(f.Problem), lang.Of(model.Lithuanian).Problem(f.Remedy)})
			if english := lang.English().Problem(f.Problem); english != f.Problem {
				t.Errorf("%s: in English %q, want %q", field, english, f.Problem)
			}
		}
		if !slices.Contains(got, want) {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
}

// refused drafts a count, or what else stands before a dot, with a field, and gives
// what is wrong with that.
func refused(t *testing.T, field string) dataset.Faults {
	t.Helper()
	kind, name := model.KindCount, field
	if before, after, ok := strings.Cut(field, "."); ok {
		kind, name = model.Kind(before), after
	}
	name, value, _ := strings.Cut(name, "=")
	typed := []dataset.Typed{{Field: name, Value: value}}
	if kind == model.KindMeasure {
		typed = append(typed, dataset.Typed{Field: "kind", Value: "ban"}, dataset.Typed{Field: "from", Value: "now"})
	}
	d := desk.New(modeltest.Log(t, ""), modeltest.Zone(t, "Europe/Vilnius"), modeltest.Time(t, "2026-11-23 18:45"))
	return slices.DeleteFunc(d.Add(kind, typed), func(f dataset.Fault) bool { return f.Key != name })
}
