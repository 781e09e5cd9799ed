package lang_test

import (
	"errors"
	"strings"
	"testing"

	"bordertop/model"
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
