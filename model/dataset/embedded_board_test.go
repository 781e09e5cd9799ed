package dataset_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
)

func TestEmbeddedCitesEverySource(t *testing.T) {
	t.Parallel()
	records := embeddedRecords(t)
	sources, cited := map[model.ID]bool{}, map[model.ID]bool{}
	for _, r := range records {
		if r.Kind() == model.KindSource {
			sources[r.Head().ID] = true
		}
		for _, id := range r.Head().Sources {
			cited[id] = true
		}
	}
	if !cmp.Equal(sources, cited) {
		t.Errorf("sources (-kept +cited):\n%s", cmp.Diff(sources, cited))
	}
}

// Each of the sixteen contradictions between the sources is on record: as a
// dispute that sets another value, as a rival claim, or in the words of a note.
func TestEmbeddedKeepsContradictions(t *testing.T) {
	t.Parallel()
	f := familyOf(embeddedRecords(t))
	for id, want := range map[model.ID]string{
		"t-025": "Units differ", "t-002": "Almost 5,000", "t-007": "Around 1,000", "t-018": "she called 5,000 impossible",
		"x-02-returns":    "none or a few semi-trailers",
		"x-03-kommersant": "Kommersant (22 Nov) alone writes 2026", "x-03-start": "Start 31 Oct", "r-by-2027": "call it a Lukashenko decree",
		"x-04-xinhua": "Xinhua 30 Oct", "x-04-ilpost": "Il Post 26 Oct", "x-04-19nov": "some outlets write 19 Nov", "x-04-pozirk": "30 November as the end",
		"x-04-c-1026-15": "23:15 or 23:30 Minsk time", "x-04-c-1026-30": "23:15 or 23:30 Minsk time",
		"x-05-26oct-plan": "02:00 (first plan)", "x-05-26oct-clock": "either hour", "x-05-27oct": "05:40 (LRT-based plan)",
		"airport-flights-2025-10": "over 170 flights and almost 30,000 passengers", "airport-vno-2025-11": "TASS five on 31 Oct",
		"x-08-27jan": "about 700", "balloons-2025": "Border guards count seized loads", "balloon-entries-2025-ap": "Balloon entries",
		"a-i-021": "almost 30,000 passengers", "i-086": "crisis centre 14", "i-109": "count intrusions",
		"x-10-talks": "deputy-minister talks were agreed", "i-066": "saw no ill will", "i-081": "looks like flights affected",
		"newsby-1026": "one day early", "bblv-1217": "Šimonytė instead of Ruginienė", "caliber-1201": "Skuodis",
		"x-14-exitban": "9 Nov or 10–11 Nov", "x-15-fee": "14 a semi-trailer", "a-k-by-return-1": "No source says whether the trucks came back",
	} {
		r := f.byID[id]
		if r == nil {
			t.Errorf("no record %s", id)
			continue
		}
		a, amends := r.(*model.Amendment)
		if strings.HasPrefix(string(id), "x-") && (!amends || a.Type != model.Dispute || len(a.Set) == 0) {
			t.Errorf("%s is no dispute that sets a value", id)
		}
		if !slices.ContainsFunc(textsOf([]model.Record{r}), func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("%s does not say %q", id, want)
		}
	}
}

func boardsOf(t *testing.T) func(at, known string) model.Board {
	t.Helper()
	log, err := model.NewLog(model.DefaultRules(), embeddedRecords(t)...)
	if err != nil {
		t.Fatal(err)
	}
	when := func(s string) time.Time {
		at, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	return func(at, known string) model.Board { return log.At(when(at), when(known)) }
}

// seen is a crossing as its headline has it; last is for what is unknown.
type seen struct{ state, last model.State }

func TestEmbeddedStatesOfTheCrossings(t *testing.T) {
	t.Parallel()
	boards := boardsOf(t)
	open, closed, restricted := seen{state: model.Open}, seen{state: model.Closed}, seen{state: model.Restricted}
	lastOpen, lastClosed := seen{last: model.Open}, seen{last: model.Closed}
	for name, tt := range map[string]struct {
		at, known               string
		medininkai, salcininkai seen
	}{
		"a closure shows that it was open before": {"2025-10-20T12:00:00+03:00", "2025-10-23T23:59:00+03:00", open, open},
		"the future is not known":                 {"2025-10-20T12:00:00+03:00", "2025-10-20T12:00:00+03:00", lastOpen, lastOpen},
		"the first balloon night":                 {"2025-10-22T04:00:00+03:00", "2025-10-22T04:00:00+03:00", closed, closed},
		"a fire stops Medininkai alone":           {"2024-04-18T06:00:00+03:00", "2024-04-18T06:00:00+03:00", closed, lastOpen},
		"when it burnt out nobody tells":          {"2024-04-18T12:00:00+03:00", "2024-04-18T12:00:00+03:00", lastClosed, lastOpen},
		"the second balloon night":                {"2025-10-25T08:00:00+03:00", "2025-10-25T08:00:00+03:00", closed, closed},
		"it passed its end without a word":        {"2025-10-25T18:00:00+03:00", "2025-10-25T18:00:00+03:00", lastClosed, lastClosed},
		"it ended at an hour that nobody told":    {"2025-10-25T18:00:00+03:00", "2025-10-27T23:59:00+02:00", lastClosed, lastClosed},
		"between two closures":                    {"2025-10-26T15:00:00+02:00", "2025-10-26T15:00:00+02:00", open, open},
		"the long closure begins":                 {"2025-10-26T22:30:00+02:00", "2025-10-26T22:30:00+02:00", closed, closed},
		"Medininkai opens for the exempt":         {"2025-10-28T12:00:00+02:00", "2025-10-28T12:00:00+02:00", restricted, closed},
		"the day of the founding article":         {"2025-11-11T18:00:00+02:00", "2025-11-11T18:00:00+02:00", restricted, closed},
		"decided but not yet open":                {"2025-11-19T23:00:00+02:00", "2025-11-19T23:00:00+02:00", restricted, closed},
		"both reopen":                             {"2025-11-20T00:30:00+02:00", "2025-11-20T00:30:00+02:00", open, open},
		"what one would have expected":            {"2025-11-25T12:00:00+02:00", "2025-11-18T12:00:00+02:00", restricted, closed},
		"the press sees two of six work":          {"2026-03-11T12:00:00+02:00", "2026-03-11T12:00:00+02:00", open, open},
		"the last word is too old to be stated":   {"2026-11-23T12:00:00+02:00", "2026-11-23T12:00:00+02:00", lastOpen, lastOpen},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := map[model.ID]seen{}
			for _, c := range boards(tt.at, tt.known).Crossings {
				got[c.Crossing.ID] = seen{c.Headline.State, c.Headline.Last}
			}
			if got["medininkai"] != tt.medininkai || got["salcininkai"] != tt.salcininkai {
				t.Errorf("Medininkai %v, Šalčininkai %v; want %v, %v", got["medininkai"], got["salcininkai"], tt.medininkai, tt.salcininkai)
			}
			for _, id := range []model.ID{"lavoriskes", "raigardas", "sumskas", "tverecius"} {
				if got[id] != closed {
					t.Errorf("%s is %v, want closed", id, got[id])
				}
			}
		})
	}
}
