package export_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
)

// told are the differences between two moments in sentences, with the records
// behind each.
func told(tb testing.TB, log model.Log, from, to string, o export.Options) string {
	tb.Helper()
	x, y := modeltest.Time(tb, from), modeltest.Time(tb, to)
	a, b := log.At(x, x), log.At(y, y)
	var s strings.Builder
	for _, d := range model.Diff(a, b) {
		if d.Kind != model.EventAdded || d.Severe() {
			fmt.Fprintln(&s, o.Words.Difference(d.Kind)+": "+export.Tell(b, d, o).Sentence(o.Words), d.Records)
		}
	}
	return s.String()
}

func TestDifferencesAreToldInSentences(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	for _, l := range []model.Lang{model.English, model.Lithuanian} {
		o.Words = lang.Of(l)
		for _, p := range [][2]string{{"2025-10-20", "2025-10-30"}, {"2025-11-11 18:00", "2025-11-20 00:30"}, {"2026-03-10", "2026-11-26"}} {
			golden(t, "turns-"+p[1][:10]+"-"+string(l)+".golden", told(t, log, p[0], p[1], o))
		}
	}
}

func TestATurnOfOnePassageNamesIt(t *testing.T) {
	t.Parallel()
	_, _, o := embedded(t)
	const crossing = `crossing m name=M countries=LT,BY serves=car,bus,truck
		report r crossings=m at=2025-10-30 state=open
		`
	for _, tt := range []struct{ records, want string }{
		{`measure b kind=ban crossings=m classes=truck from=2025-11-01`, "M, trucks: open with bans, was open."},
		{`measure b kind=ban crossings=m classes=truck,bus to=LT from=2025-11-01`, "M, buses, trucks to Lithuania: open with bans, was open."},
		{`measure b kind=closure crossings=m classes=truck,bus to=LT from=2025-11-01`, "M, buses, trucks to Lithuania: closed, was open."},
		{
			`measure b kind=closure crossings=m classes=truck to=LT from=2025-11-01
			measure c kind=ban crossings=m classes=bus from=2025-11-01`,
			"M: buses: open with bans, was open; trucks to Lithuania: closed, was open.",
		},
		{
			`measure a kind=closure crossings=m from=2025-10-30 allows=mail
			amendment up of=a kind=update known=2025-11-01 set.allows=mail,priests`,
			"M: restricted (2 groups may pass), was restricted (1 group may pass).",
		},
		{
			`measure a kind=closure crossings=m from=2025-10-30 allows=mail
			amendment up of=a kind=update known=2025-11-01 set.allows=priests`,
			"M: restricted (1 group may pass), others may pass.",
		},
		{
			`measure a kind=closure crossings=m from=2025-10-30
			measure b kind=ban crossings=m classes=truck from=2025-11-01`, "M, trucks: closed, other bans.",
		},
		{
			`measure a kind=closure crossings=m from=2025-10-30
			report p crossings=m at=2025-11-01 state=open by=BNS`,
			"M: closed, disputed: M reported open, BNS said on 1 Nov 2025, was closed.",
		},
	} {
		got := told(t, modeltest.Log(t, crossing+tt.records), "2025-10-31", "2025-11-02", o)
		if !slices.ContainsFunc(strings.Split(got, "\n"), func(l string) bool { return strings.HasPrefix(l, "state: "+tt.want) }) {
			t.Errorf("%s\nis told as\n%swant %s", tt.records, got, tt.want)
		}
	}
}

func TestADifferenceOfHostileTextIsOneLine(t *testing.T) {
	t.Parallel()
	_, _, o := embedded(t)
	for _, text := range hostile(t) {
		records := desk(t, text)
		log, err := model.NewLog(model.DefaultRules(), records...)
		if err != nil {
			t.Fatal(err)
		}
		b := on(log, 2026, 1, 1, 0)
		for _, d := range model.Diff(log.At(b.Valid.AddDate(-9, 0, 0), b.Valid.AddDate(-9, 0, 0)), b) {
			got := export.Tell(b, d, o).Sentence(o.Words)
			if strings.ContainsFunc(got, steering) || strings.Contains(got, "\n") || len(got) > 2000 {
				t.Errorf("%.60q is told as %.300q", text, got)
			}
		}
	}
}
