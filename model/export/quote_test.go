package export_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/export"
	"bordertop/model/lang"
)

// embedded is the log of the embedded dataset, with how it is written.
func embedded(tb testing.TB) (model.Log, []model.Record, export.Options) {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{Now: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	log, err := model.NewLog(model.DefaultRules(), d.Records...)
	if err != nil {
		tb.Fatal(err)
	}
	o := export.Options{Name: d.Title.String(), Words: lang.English(), Zone: d.Zone}
	for _, z := range d.Zones {
		o.Clocks = append(o.Clocks, export.Clock{Name: z.Name.String(), Zone: z.Zone})
	}
	return log, d.Records, o
}

func on(log model.Log, year int, month time.Month, day, hour int) model.Board {
	at := time.Date(year, month, day, hour, 0, 0, 0, time.UTC)
	return log.At(at, at)
}

func TestAQuotationSaysWhoAndWhen(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	b := on(log, 2025, 11, 11, 16)
	const asOf = " As of 11 Nov 2025 18:00 EET (Vilnius)."
	for id, want := range map[model.ID]string{
		"t-003": "About 2,000 trucks stranded, Linava said on 31 Oct 2025 (Arab News (AFP), https://www.arabnews.pk/node/2621019). " +
			"Stale: 11 d old. About 2,000 trucks, with some 60 million euros in assets." + asOf,
		"q-003": "Kaliningrad transit may be halted if security needs it, Kęstutis Budrys (Foreign Minister) said on 28 Oct 2025 " +
			"(BB.LV (LETA/BNS), https://en.bb.lv/article/world-news/2025/10/28/lithuania-may-close-kaliningrad-transit-for-national-security-75071/amp)." + asOf,
		"k-by-fee": "Demand: Owners pay about 120 euros a day for guarded parking (open), Lukashenko said on 10 Nov 2025 " +
			"(RBC (Russia), https://www.rbc.ru/rbcfreenews/6911b5749a7947a6d56cbdd3)." + asOf,
		"queue-1025-medininkai": "Queue of 890 vehicles at Medininkai (Lithuania), 25 Oct 2025 09:00 (news.by (Belteleradio), state media, " +
			"https://news.by/news/obshchestvo/litva-otkryla-punkty-propuska-na-granitse-s-belarusyu). Stale: 17 d old." + asOf,
		"charter97-660745": "Литва полностью закрыла переход «Шальчининкай», 27 Oct 2025 (Charter 97, https://charter97.org/ru/news/2025/10/27/660745/)." + asOf,
		"r-evis":           "Lithuania: requirement at Medininkai, Šalčininkai from 1 Dec 2024 (AISÖ (Austrian freight association), https://aisoe.at/category/litauen)." + asOf,
		"lavoriskes": "Lavoriškės – Kotlovka: CLOSED since 1 Mar 2024. Government of Lithuania: closure at Lavoriškės, Raigardas from 1 Mar 2024 " +
			"(TV3.lt (ELTA), https://www.tv3.lt/naujiena/lietuva/oficialus-menesiui-uzdaroma-siena-su-baltarusija-n1464814; " +
			"UNN (citing Delfi), https://unn.ua/en/news/lithuania-to-close-two-checkpoints-on-the-border-with-belarus)." + asOf,
	} {
		if got, err := export.Quote(b, id, o); err != nil || got != want {
			t.Errorf("%s: %v\ngot  %s\nwant %s", id, err, got, want)
		}
	}
}

func TestNoFigureIsQuotedWithoutItsSource(t *testing.T) {
	t.Parallel()
	log, records, o := embedded(t)
	var ids []model.ID
	for _, r := range records {
		ids = append(ids, r.Head().ID)
		if m, ok := r.(*model.Measure); ok && m.Act != "" {
			ids = append(ids, m.Act)
		}
	}
	var kinds []model.Kind
	for _, b := range []model.Board{
		on(log, 2023, 3, 1, 0), on(log, 2025, 10, 26, 22), on(log, 2025, 11, 11, 16), on(log, 2025, 11, 19, 21), on(log, 2026, 3, 10, 12), on(log, 2026, 11, 20, 9),
	} {
		for _, id := range ids {
			if quotes(t, b, id, o) && log.Record(id) != nil {
				kinds = append(kinds, log.Record(id).Kind())
			}
		}
	}
	for _, k := range model.Kinds() {
		if !slices.Contains(kinds, k) && k != model.KindPlace {
			t.Errorf("no %s was quoted", k)
		}
	}
}

func TestEveryLanguageQuotesWithTheSource(t *testing.T) {
	t.Parallel()
	log, records, o := embedded(t)
	b := on(log, 2026, 3, 10, 12)
	for _, code := range model.Lang("").Words() {
		o.Words = lang.Of(model.Lang(code))
		n := 0
		for _, r := range records {
			if quotes(t, b, r.Head().ID, o) {
				n++
			}
		}
		if n < 400 {
			t.Errorf("%s quotes %d records", code, n)
		}
	}
}

// quotes tells whether a record can be quoted, with its source.
func quotes(tb testing.TB, b model.Board, id model.ID, o export.Options) bool {
	tb.Helper()
	text, err := export.Quote(b, id, o)
	if err != nil {
		if text != "" || !errors.Is(err, export.ErrNoSource) && !errors.Is(err, export.ErrNotKnown) {
			tb.Errorf("%s: %q, %v", id, text, err)
		}
		return false
	}
	sound(tb, id, text, o.Words.AsOf(b.Valid, o.Clocks[0].Zone, o.Clocks[0].Name)+".")
	sources := b.Sources(id)
	if s := b.Source(id); s != nil {
		sources = []*model.Source{s}
	}
	for _, why := range b.Why(id) {
		sources = append(sources, b.Sources(why.Record.Head().ID)...)
	}
	if !slices.ContainsFunc(sources, func(s *model.Source) bool { return named(s, text) }) {
		tb.Errorf("%s names no source: %s", id, text)
	}
	return true
}

// named tells whether a text names a source, with its address where it has one.
func named(s *model.Source, text string) bool {
	return !s.Publisher.Empty() && strings.Contains(text, s.Publisher.String()) && strings.Contains(text, s.URL.String())
}

// sound tells of a quotation that is not one short paragraph of plain text.
func sound(tb testing.TB, id model.ID, text, asOf string) {
	tb.Helper()
	if len(text) > 620 || !strings.HasSuffix(text, asOf) || strings.Contains(text, "%!") || strings.Contains(text, "  ") || strings.Contains(text, "()") {
		tb.Errorf("%s, %d bytes: %s", id, len(text), text)
	}
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }) {
		tb.Errorf("%s holds control characters: %q", id, text)
	}
}

// claim is a count of a source, with what amends it.
func claim(c model.Count, more ...model.Record) (model.Record, []model.Record) {
	c.ID, c.What, c.Unit, c.By = "claim", model.Stranded, model.UnitTruck, clean.Line("Linava")
	if c.At.IsZero() {
		c.At = model.DayOf(2025, 11, 9, time.UTC)
	}
	return &c, more
}

func TestAClaimKeepsWhatWasClaimed(t *testing.T) {
	t.Parallel()
	n := func(n int64) *int64 { return &n }
	day := model.DayOf(2025, 11, 10, time.UTC)
	url, err := clean.ParseURL("https://example.org/a")
	if err != nil {
		t.Fatal(err)
	}
	amend := func(kind model.AmendmentKind, set ...model.Assignment) *model.Amendment {
		return &model.Amendment{
			Fact: model.Fact{ID: "change", Sources: []model.ID{"src"}}, Of: []model.ID{"claim"}, At: day, Type: kind,
			By: clean.Line("LRT"), Set: set, Reason: clean.Line("a recount"),
		}
	}
	sourced := model.Fact{Sources: []model.ID{"src"}}
	for name, tt := range map[string]struct {
		count model.Count
		more  []model.Record
		want  string
	}{
		"a range": {
			model.Count{Fact: sourced, Min: n(1100), Max: n(1200)},
			nil,
			"1,100 – 1,200 trucks stranded, Linava said on 9 Nov 2025 (LRT, https://example.org/a). As of 11 Nov 2025 18:00 UTC.",
		},
		"a qualifier": {
			model.Count{Fact: sourced, Value: n(1), Qualifier: model.UpTo},
			nil,
			"Up to 1 truck stranded, Linava said on 9 Nov 2025 (LRT, https://example.org/a). As of 11 Nov 2025 18:00 UTC.",
		},
		"no number": {
			model.Count{Fact: sourced},
			nil,
			"Trucks stranded: no number, Linava said on 9 Nov 2025 (LRT, https://example.org/a). As of 11 Nov 2025 18:00 UTC.",
		},
		"a correction": {
			model.Count{Fact: sourced, Value: n(12)},
			[]model.Record{amend(model.Correction, model.Assignment{Field: "value", Value: n(1200)})},
			"1,200 trucks stranded, Linava said on 9 Nov 2025 (LRT, https://example.org/a). Corrected 10 Nov 2025; figure was 12. As of 11 Nov 2025 18:00 UTC.",
		},
		"a withdrawal": {
			model.Count{Fact: sourced, Value: n(12)},
			[]model.Record{amend(model.Withdrawal)},
			"WITHDRAWN 10 Nov 2025. 12 trucks stranded, Linava said on 9 Nov 2025 (LRT, https://example.org/a). As of 11 Nov 2025 18:00 UTC.",
		},
		"a dispute": {
			model.Count{Fact: sourced, Value: n(12)},
			[]model.Record{amend(model.Dispute, model.Assignment{Field: "value", Value: n(9)})},
			"12 trucks stranded, Linava said on 9 Nov 2025 (LRT, https://example.org/a). Disputed by LRT: figure 9 (LRT). As of 11 Nov 2025 18:00 UTC.",
		},
		"old": {
			model.Count{Fact: sourced, Value: n(12), At: model.DayOf(2025, 10, 1, time.UTC)},
			nil,
			"12 trucks stranded, Linava said on 1 Oct 2025 (LRT, https://example.org/a). Stale: 41 d old. As of 11 Nov 2025 18:00 UTC.",
		},
		"no source":              {model.Count{Value: n(12)}, nil, ""},
		"a source that is not":   {model.Count{Fact: model.Fact{Sources: []model.ID{"gone"}}, Value: n(12)}, nil, ""},
		"a source without a URL": {model.Count{Fact: model.Fact{Sources: []model.ID{"bare"}}, Value: n(12)}, nil, "12 trucks stranded, Linava said on 9 Nov 2025 (BNS, state media). As of 11 Nov 2025 18:00 UTC."},
		"a source of later": {
			model.Count{Fact: model.Fact{Sources: []model.ID{"late"}, Known: day}, Value: n(12)},
			nil,
			"12 trucks stranded, Linava said on 9 Nov 2025 (ELTA, 12 Nov 2025). As of 11 Nov 2025 18:00 UTC.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, more := claim(tt.count, tt.more...)
			log, err := model.NewLog(model.DefaultRules(), append(more, c,
				&model.Source{Fact: model.Fact{ID: "src"}, Publisher: clean.Line("LRT"), URL: url, Published: day},
				&model.Source{Fact: model.Fact{ID: "bare"}, Publisher: clean.Line("BNS"), StateMedia: true},
				&model.Source{Fact: model.Fact{ID: "late"}, Publisher: clean.Line("ELTA"), Published: model.DayOf(2025, 11, 12, time.UTC)},
			)...)
			if err != nil {
				t.Fatal(err)
			}
			got, err := export.Quote(on(log, 2025, 11, 11, 18), "claim", export.Options{Words: lang.English(), Zone: time.UTC})
			if got != tt.want || (tt.want == "") != errors.Is(err, export.ErrNoSource) {
				t.Errorf("%v\ngot  %s\nwant %s", err, got, tt.want)
			}
		})
	}
}

func TestADisputedCrossingGivesBoth(t *testing.T) {
	t.Parallel()
	at := model.Exactly(time.Date(2025, 11, 11, 12, 0, 0, 0, time.UTC))
	records := append(border("Minister"),
		&model.Source{Fact: model.Fact{ID: "src"}, Publisher: clean.Line("LRT")},
		&model.Report{
			Fact: model.Fact{ID: "seen", Sources: []model.ID{"src"}}, Crossings: []model.ID{"bridge"}, At: at, State: model.SeenOpen, By: clean.Line("Drivers"),
		},
	)
	for _, r := range records {
		if m, ok := r.(*model.Measure); ok {
			m.Sources = []model.ID{"src"}
		}
	}
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		t.Fatal(err)
	}
	got, err := export.Quote(on(log, 2025, 11, 11, 18), "bridge", export.Options{Words: lang.English(), Zone: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Government of Lithuania: closure", "Disputed: Bridge reported open, Drivers said on 11 Nov 2025 12:00 (LRT)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}
