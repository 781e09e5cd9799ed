package export_test

import (
	"strings"
	"testing"
	"time"

	"github.com/rivo/uniseg"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
)

// border is a crossing that some may pass, with a closure, a claim, a condition
// and an incident, whose author and title are as asked.
func border(name string) []model.Record {
	line := clean.Line
	from := model.Exactly(time.Date(2025, 11, 10, 9, 0, 0, 0, time.UTC))
	thousand := int64(1000)
	return []model.Record{
		&model.Crossing{
			Fact: model.Fact{ID: "bridge"}, Name: line("Bridge"), Counterpart: line("Far Bank"), Countries: []model.Country{"LT", "BY"},
			Serves: []model.Class{model.Car, model.Truck},
		},
		&model.Measure{
			Fact: model.Fact{ID: "a-some"}, Act: "act", Type: model.Closure, Crossings: []model.ID{"bridge"}, Classes: []model.Class{model.Car},
			By: line("Government of Lithuania"), From: from, Until: model.EndOfDay(2025, 11, 30, time.UTC),
			Allows: []model.Permit{{Who: line("diplomats")}, {Who: line("residents")}},
		},
		&model.Measure{
			Fact: model.Fact{ID: "b-none"}, Act: "act", Type: model.Closure, Crossings: []model.ID{"bridge"}, Classes: []model.Class{model.Truck},
			By: line("Government of Lithuania"), From: from, Until: model.EndOfDay(2025, 11, 30, time.UTC),
		},
		&model.Count{
			Fact: model.Fact{ID: "count"}, At: from, Value: &thousand, Qualifier: model.About, What: model.Stranded, Unit: model.UnitTruck,
			By: line(name),
		},
		&model.Condition{
			Fact: model.Fact{ID: "condition"}, Type: model.Demand, Side: line("Belarus"), State: model.Unmet, Stated: from, Text: line(name),
		},
		&model.Incident{Fact: model.Fact{ID: "incident"}, At: from, Category: "airport", Title: line(name)},
	}
}

func status(tb testing.TB, width int, records ...model.Record) string {
	tb.Helper()
	return inLanguage(tb, model.English, width, records...)
}

func inLanguage(tb testing.TB, l model.Lang, width int, records ...model.Record) string {
	tb.Helper()
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	at := time.Date(2025, 11, 11, 18, 0, 0, 0, time.UTC)
	var out strings.Builder
	o := export.Options{Name: "Here–There", Words: lang.Of(l), Zone: time.UTC, Width: width}
	if err := export.Status(&out, log.At(at, at), o); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

func TestAStatusSaysWhatTheScreenSays(t *testing.T) {
	t.Parallel()
	want := `bordertop  Here–There  11 Nov 2025 18:00  REPLAY

CROSSINGS
RESTRICTED       Bridge – Far Bank  until 30 Nov 24:00
                 no trucks
                 2 groups may pass: diplomats, residents

DEADLINES
19 d 6 h         30 Nov 24:00  LT closure for cars, trucks · Bridge

TRUCKS
stranded         1,000 trucks  latest about 1,000 · 10 Nov · Minister

CONDITIONS
Belarus          unmet  Minister

INCIDENTS
10 Nov           airport  Minister
`
	if got := status(t, 80, border("Minister")...); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestALongClaimantStandsBelowTheFigure(t *testing.T) {
	t.Parallel()
	got := status(t, 60, border("Minister of the Interior of Lithuania")...)
	want := "stranded         1,000 trucks\n                 latest about 1,000 · 10 Nov · Minister of …\n"
	if !strings.Contains(got, want) {
		t.Errorf("no\n%s\nin\n%s", want, got)
	}
}

func TestNothingKnownIsSaid(t *testing.T) {
	t.Parallel()
	got := status(t, 80)
	for _, want := range []string{"no deadline is known", "no condition is known", "nothing is known yet"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestNoLineIsWiderThanAsked(t *testing.T) {
	t.Parallel()
	for _, name := range []string{strings.Repeat("封鎖中", 60), strings.Repeat("Григоровщина ", 20), strings.Repeat("👍 ok ", 30)} {
		for _, width := range []int{0, 40, 41, 80, 133} {
			for line := range strings.Lines(status(t, width, border(name)...)) {
				if got := uniseg.StringWidth(strings.TrimSuffix(line, "\n")); got > max(width, 40) {
					t.Errorf("%d cells, want at most %d: %q", got, max(width, 40), line)
				}
			}
		}
	}
}

func TestAStatusSpeaksTheLanguageOfTheDesk(t *testing.T) {
	t.Parallel()
	records := border("Minister")
	for _, r := range records {
		if c, ok := r.(*model.Crossing); ok {
			c.Names = []model.Name{{Lang: model.Lithuanian, Text: clean.Line("Tiltas")}}
		}
	}
	want := `bordertop  Here–There  2025-11-11 18:00  PERŽIŪRA

PASIENIO PUNKTAI
RIBOJAMA                Tiltas – Far Bank  iki 11-30 24:00
                        vilkikams uždrausta
                        praleidžiamos 2 grupės: diplomats, residents

TERMINAI
19 d. 6 val.            11-30 24:00  LT: uždarymas automobiliams, vilkikams · Tiltas

VILKIKAI
įstrigo                 1 000 vilkikų  naujausias maždaug 1 000 · 11-10 · Minister

SĄLYGOS
Baltarusija             neįvykdyta  Minister

ĮVYKIAI
11-10                   oro uostas  Minister
`
	if got := inLanguage(t, model.Lithuanian, 100, records...); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
