package permit_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/modeltest"
	"bordertop/model/permit"
)

// border is the log of the embedded dataset, with its rules.
func border(tb testing.TB) (model.Log, *permit.Rules) {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	log, err := model.NewLog(model.DefaultRules(), d.Records...)
	if err != nil {
		tb.Fatal(err)
	}
	return log, permit.RulesOf(log)
}

// said is an answer in a line: "no, forbidden: r-by-2027 c-gov; near medininkai".
func said(a permit.Answer) string {
	verdicts := [...]string{permit.Unknown: "unknown", permit.No: "no", permit.Yes: "yes"}
	reasons := [...]string{
		permit.NoWord: "no word", permit.TooOld: "too old", permit.InDispute: "disputed", permit.MaybeBanned: "maybe banned",
		permit.MaybeAllowed: "maybe allowed", permit.WhoIsAboard: "who is aboard", permit.AtOdds: "at odds", permit.NotServed: "not served",
		permit.Shut:      "shut",
		permit.Forbidden: "forbidden", permit.NotListed: "not listed", permit.Listed: "listed", permit.Free: "free",
	}
	out := verdicts[a.Verdict] + ", " + reasons[a.Reason]
	if len(a.Behind) > 0 {
		out += ": " + string(a.Behind[0])
	}
	if !a.Clause.Empty() {
		out += " “" + strings.Join(strings.Fields(a.Clause.String())[:2], " ") + "…”"
	}
	if len(a.Nearby) > 0 {
		out += "; near " + string(a.Nearby[0].Crossing.ID)
	}
	return out
}

// ask asks on a day of what was known by another.
func ask(tb testing.TB, log model.Log, r *permit.Rules, on, known, who string, q permit.Question) string {
	tb.Helper()
	w, err := r.Parse(who)
	if err != nil {
		tb.Fatal(err)
	}
	q.Who = w
	a, ok := r.Ask(log.At(modeltest.Time(tb, on), modeltest.Time(tb, known)), q)
	if !ok {
		tb.Fatalf("no crossing %s", q.At)
	}
	return said(a)
}

// TestTheBorderThroughItsHistory holds the answers to what the collected facts say
// of each day: 10 groups may enter by Medininkai from 29 October, no Lithuanian truck
// crosses out from 9 November, both crossings reopen on 20 November at midnight, and
// from 22 November Lithuanian trucks may enter on terms.
func TestTheBorderThroughItsHistory(t *testing.T) {
	t.Parallel()
	log, rules := border(t)
	const m, s = model.ID("medininkai"), model.ID("salcininkai")
	for _, tt := range []struct {
		on, known, who string
		at             model.ID
		to             model.Country
		want           string
	}{
		// Before the closures: known later to be open, then only last known.
		{"2025-10-20 12:00", "2025-10-20 12:00", "eu-citizen", m, "LT", "unknown, too old: c-fire-2024"},
		{"2025-10-20 12:00", "2025-10-25", "eu-citizen", m, "LT", "yes, free: c-fire-2024"},
		{"2025-10-20 12:00", "2025-10-25", "lt-truck", s, "BY", "yes, free: rp-2024"},
		{"2025-10-20 12:00", "2025-10-25", "pedestrian", m, "LT", "no, shut: r-ped-foot"},
		{"2025-10-26 22:30", "2025-10-26 22:30", "diplomat", m, "BY", "no, shut: c-1026-medininkai"},
		// 27 October, 13:30: eight groups, at Medininkai alone.
		{"2025-10-27 13:00", "2025-10-27 13:00", "diplomat", m, "BY", "no, shut: c-1026-medininkai"},
		{"2025-10-27 18:00", "2025-10-27 18:00", "diplomat", m, "BY", "yes, listed: m-1027 “holders of…”"},
		{"2025-10-27 18:00", "2025-10-27 18:00", "diplomat", s, "BY", "no, shut: c-1026-salcininkai; near medininkai"},
		{"2025-10-27 18:00", "2025-10-27 18:00", "lt-citizen", m, "LT", "yes, listed: m-1027 “Lithuanian citizens…”"},
		{"2025-10-27 18:00", "2025-10-27 18:00", "lt-citizen", m, "BY", "no, not listed: m-1027"},
		{"2025-10-27 18:00", "2025-10-27 18:00", "ua-citizen", m, "LT", "no, not listed: m-1027"},
		{"2025-10-27 18:00", "2025-10-27 18:00", "lt-truck", m, "LT", "unknown, who is aboard: m-1027"},
		// 11 November: ten groups, and two bans on trucks.
		{"2025-11-11 18:00", "2025-11-11 18:00", "eu-citizen", m, "LT", "yes, listed: c-gov-1029-medininkai “EU, EEA,…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "swiss citizens", m, "LT", "yes, listed: c-gov-1029-medininkai “EU, EEA,…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "us-citizen", m, "LT", "yes, listed: c-gov-1029-medininkai “EU, EEA,…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "ua-citizen", m, "BY", "yes, listed: c-gov-1029-medininkai “added on…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "by-citizen", m, "LT", "no, not listed: c-gov-1029-medininkai"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "by-citizen", s, "LT", "no, shut: c-gov-1029-salcininkai"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "by-national", m, "LT", "unknown, maybe allowed: c-gov-1029-medininkai “added on…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "lt residence permit", m, "LT", "yes, listed: c-gov-1029-medininkai “holders of…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "residence permit", m, "LT", "unknown, maybe allowed: c-gov-1029-medininkai “holders of…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "lt-truck", m, "LT", "no, forbidden: r-by-exitban “Lithuanian-registered trucks…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "lt-truck", m, "BY", "no, forbidden: r-by-2027 “EU-registered trucks…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "pl-truck", m, "LT", "no, forbidden: r-by-2027 “EU-registered trucks…”"},
		{"2025-11-11 18:00", "2025-11-11 18:00", "by-truck", m, "LT", "unknown, who is aboard: c-gov-1029-medininkai"},
		// The last hour, and the first.
		{"2025-11-19 23:00", "2025-11-19 23:00", "by-citizen", m, "LT", "no, not listed: c-gov-1029-medininkai"},
		{"2025-11-19 23:00", "2025-11-19 23:00", "eu-citizen", s, "LT", "no, shut: c-gov-1029-salcininkai; near medininkai"},
		{"2025-11-20 00:30", "2025-11-19 23:00", "by-citizen", s, "LT", "yes, free: c-gov-1029-salcininkai"},
		{"2025-11-20 00:30", "2025-11-20 00:30", "by-citizen", m, "LT", "yes, free: c-gov-1029-medininkai"},
		{"2025-11-20 00:30", "2025-11-20 00:30", "by-truck", m, "BY", "yes, free: c-gov-1029-medininkai"},
		{"2025-11-20 00:30", "2025-11-20 00:30", "truck", m, "BY", "unknown, maybe banned: r-by-2027 “EU-registered trucks…”"},
		{"2025-11-20 00:30", "2025-11-20 00:30", "lt-truck", m, "LT", "no, forbidden: r-by-2027 “EU-registered trucks…”"},
		{"2025-11-23 12:00", "2025-11-23 12:00", "lt-truck", m, "BY", "unknown, at odds: r-by-2027 “Lithuanian trucks…”"},
		{"2025-11-23 12:00", "2025-11-23 12:00", "lt-truck", m, "LT", "unknown, at odds: r-by-2027 “Lithuanian-registered trucks…”"},
		{"2025-11-23 12:00", "2025-11-23 12:00", "pl-truck", m, "BY", "no, forbidden: r-by-2027 “EU-registered trucks…”"},
		// What is old gives no plain yes; a ban with a date is still a no.
		{"2026-11-26", "2026-11-26", "by-citizen", m, "LT", "unknown, too old: rp-2603-open"},
		{"2026-11-26", "2026-11-26", "pl-truck", m, "LT", "no, forbidden: r-by-2027 “EU-registered trucks…”"},
		{"2026-11-26", "2026-11-26", "car", "lavoriskes", "BY", "no, shut: c-lavoriskes-raigardas"},
		{"2026-11-26", "2026-11-26", "lt-truck", "kena", "BY", "no, not served: kena"},
	} {
		if got := ask(t, log, rules, tt.on, tt.known, tt.who, permit.Question{At: tt.at, To: tt.to}); got != tt.want {
			t.Errorf("%s, known by %s: %s at %s to %s:\ngot  %s\nwant %s", tt.on, tt.known, tt.who, tt.at, tt.to, got, tt.want)
		}
	}
}

func TestRulesAreThoseOfTheRecords(t *testing.T) {
	t.Parallel()
	const open = `crossing m countries=LT,BY serves=car,truck
		crossing n countries=LT,BY serves=car
		report r crossings=m,n at=2025-11-10 state=open
		`
	for _, tt := range []struct{ records, who, want string }{
		{``, "lt-truck", "yes, free: r"},
		{`measure b kind=ban classes=truck from=2025-11-01`, "lt-truck", "no, forbidden: b"},
		{`measure b kind=ban classes=truck from=2025-11-01`, "car", "yes, free: r"},
		{`measure b kind=ban classes=truck crossings= from=2025-11-01`, "lt-truck", "yes, free: r"},
		{`measure b kind=ban classes=truck from=2025-11-01 allows="holders of blue cards"`, "lt-truck", "no, forbidden: b"},
		{`measure b kind=ban classes=truck from=2025-11-01 allows="holders of blue cards"`, "blue-card-truck", "yes, free: r"},
		{`measure b kind=ban classes=truck from=2025-11-01 affects="Latvian trucks"`, "lt-truck", "yes, free: r"},
		{`measure b kind=ban classes=truck from=2025-11-01 affects="Lithuanian trucks carrying flour"`, "lt-truck", "unknown, maybe banned: b “Lithuanian trucks…”"},
		{`measure b kind=ban classes=truck from=2025-11-01 affects="rusty Lithuanian trucks"`, "lt-truck", "unknown, maybe banned: b “rusty Lithuanian…”"},
		{`measure b kind=ban classes=truck from=2025-11-01 affects="trucks in Lithuania"`, "pl-truck", "no, forbidden: b “trucks in…”"},
		{`measure b kind=ban classes=truck from=2025-11-01 affects="visi vilkikai"`, "pl-truck", "unknown, maybe banned: b “visi vilkikai…”"},
		{`measure b kind=ban classes=truck from=2025-10-01 ends_when="peace breaks out"`, "lt-truck", "unknown, maybe banned: b"},
		{`measure c kind=closure from=2025-11-10 allows="blue cards"`, "car", "unknown, who is aboard: c"},
		{`measure c kind=closure from=2025-11-10 crossings=m allows="blue cards"`, "blue", "yes, listed: c “blue cards…”"},
		{`measure c kind=closure from=2025-11-10 crossings=m allows="old blue cards"`, "blue", "unknown, maybe allowed: c “old blue…”; near n"},
		{
			`measure c kind=closure from=2025-11-10 crossings=m allows="blue cards,red cards"
			measure d kind=closure from=2025-11-10 crossings=m allows="red cards"`, "blue-card", "no, not listed: d; near n",
		},
		{
			`measure c kind=closure from=2025-11-10 crossings=m
			report s crossings=m at=2025-11-11 state=open`, "car", "unknown, disputed: c; near n",
		},
	} {
		log := modeltest.Log(t, open+tt.records)
		if got := ask(t, log, permit.RulesOf(log), "2025-11-11", "2025-11-11", tt.who, permit.Question{At: "m", To: "LT"}); got != tt.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", tt.records, tt.who, got, tt.want)
		}
	}
}

func TestWhatIsNotAskedIsAssumedAndTold(t *testing.T) {
	t.Parallel()
	log, rules := border(t)
	b := log.At(modeltest.Time(t, "2025-11-11"), modeltest.Time(t, "2025-11-11"))
	for who, want := range map[string]permit.Answer{
		"lt-truck":   {Question: permit.Question{To: "LT", Class: "truck"}, ToAssumed: true},
		"by-citizen": {Question: permit.Question{To: "BY", Class: "car"}, ToAssumed: true, ClassAssumed: true},
		"diplomat":   {Question: permit.Question{To: "LT", Class: "car"}, ToAssumed: true, ClassAssumed: true},
	} {
		w, err := rules.Parse(who)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := rules.Ask(b, permit.Question{Who: w, At: "medininkai"})
		got := permit.Answer{Question: permit.Question{To: a.To, Class: a.Class}, ToAssumed: a.ToAssumed, ClassAssumed: a.ClassAssumed}
		if got.To != want.To || got.Class != want.Class || got.ToAssumed != want.ToAssumed || got.ClassAssumed != want.ClassAssumed {
			t.Errorf("%s: got %+v, want %+v", who, got, want)
		}
	}
	if _, ok := rules.Ask(b, permit.Question{At: "nowhere"}); ok {
		t.Error("a crossing that there is not answers")
	}
}

func TestAWordOfNoRecordIsNotTaken(t *testing.T) {
	t.Parallel()
	_, rules := border(t)
	for text, want := range map[string]permit.UnknownError{
		"diplmat": {Word: "diplmat"}, "lt-citzen": {Word: "citzen", Near: "citizens"}, "": {}, "of the": {Word: "of the"}, "lt-trcuk": {Word: "trcuk", Near: "truck"},
	} {
		_, err := rules.Parse(text)
		unknown, ok := errors.AsType[*permit.UnknownError](err)
		if !ok || unknown.Word != want.Word || want.Near != "" && unknown.Near != want.Near {
			t.Errorf("%q: %v, want %+v", text, err, want)
		}
	}
}

// TestEveryListedClassCanBeAskedFor holds that the words of the list are understood,
// and by the clause that they were made of.
func TestEveryListedClassCanBeAskedFor(t *testing.T) {
	t.Parallel()
	log, rules := border(t)
	b := log.At(modeltest.Time(t, "2025-11-11"), modeltest.Time(t, "2025-11-11"))
	var words []string
	for _, c := range rules.Classes(b) {
		w, err := rules.Parse(c.Word)
		if err != nil {
			t.Errorf("%s: %v", c.Word, err)
		}
		if len(c.From) == 0 {
			t.Errorf("%s comes from nowhere", c.Word)
		}
		if c.Named == permit.Permitted {
			words = append(words, c.Word)
			a, _ := rules.Ask(b, permit.Question{Who: w, At: "medininkai", To: "LT"})
			if a.Verdict != permit.Yes || c.Text != a.Clause {
				t.Errorf("%s: %s, want the clause %q", c.Word, said(a), c.Text)
			}
		}
	}
	want := []string{
		"diplomatic-passport", "simplified-kaliningrad", "lt-citizen", "eu-citizen", "lt-residence", "humanitarian-visa", "humanitarian-case",
		"exceptional-case", "ad-citizen", "technical-staff",
	}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("classes that may pass (-want +got):\n%s", diff)
	}
}

func TestDistanceIsAlongAGreatCircle(t *testing.T) {
	t.Parallel()
	at := func(lat, lon float64) *model.Crossing { return &model.Crossing{Lat: &lat, Lon: &lon} }
	for _, tt := range []struct {
		a, b *model.Crossing
		want float64
	}{
		{at(0, 0), at(0, 180), 20015.1},
		{at(54.541, 25.711), at(54.248, 25.372), 39.3},
		{at(50.0359, -5.4253), at(58.3838, -3.0412), 940.9},
		{at(1, 1), at(1, 1), 0},
	} {
		if got, ok := permit.Distance(tt.a, tt.b); !ok || got < tt.want-0.1 || got > tt.want+0.1 {
			t.Errorf("got %.1f km, want %.1f", got, tt.want)
		}
	}
	if _, ok := permit.Distance(at(0, 0), &model.Crossing{}); ok {
		t.Error("there is a distance to nowhere")
	}
}
