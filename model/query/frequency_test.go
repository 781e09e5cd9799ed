package query_test

import (
	"slices"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/query"
)

func TestFrequenciesCountWhatTheirQueriesFind(t *testing.T) {
	t.Parallel()
	l := amended(t)
	x := query.NewIndex(l)
	for _, at := range moments()[:4] {
		s := scopeAt(t, l, at)
		for _, f := range query.Fields() {
			rows := x.Frequencies(f, s.Board.Events.Records(), s)
			if len(rows) == 0 && f != "unit" {
				t.Errorf("as of %s nothing has a %s", at, f)
			}
			for _, row := range rows {
				if n := len(found(t, x, row.Query, s)); n != row.N || n == 0 {
					t.Errorf("as of %s %s finds %d, counted %d", at, row.Query, n, row.N)
				}
			}
		}
	}
}

func TestFrequenciesCountWhatTheirQueriesMatch(t *testing.T) {
	t.Parallel()
	l := amended(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	var some []model.Record
	for i, r := range everything(l, s) {
		if i%5 == 0 {
			some = append(some, r)
		}
	}
	for _, f := range query.Fields() {
		for _, row := range x.Frequencies(f, slices.Values(some), s) {
			if n := len(matching(t, x, row.Query, some, s)); n != row.N {
				t.Errorf("%s matches %d of all kinds of records, counted %d", row.Query, n, row.N)
			}
		}
	}
}

// everything lists what a board shows in its list of events, and what is no event.
func everything(l model.Log, s query.Scope) []model.Record {
	return slices.Concat(slices.Collect(s.Board.Events.Records()), l.Rest())
}

// matching lists the records that match a query, one by one.
func matching(tb testing.TB, x *query.Index, text string, records []model.Record, s query.Scope) []model.Record {
	tb.Helper()
	q := parse(tb, text)
	var out []model.Record
	for _, r := range records {
		if x.Match(q, r, s) {
			out = append(out, r)
		}
	}
	return out
}

func TestFrequenciesStandInOrder(t *testing.T) {
	t.Parallel()
	l := embeddedLog(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	for _, f := range query.Fields() {
		rows := x.Frequencies(f, s.Board.Events.Records(), s)
		own := f == "month" || f == "severity"
		if !slices.IsSortedFunc(rows, func(a, b query.Frequency) int {
			if own {
				return strings.Compare(a.Value, b.Value)
			}
			return b.N - a.N
		}) {
			t.Errorf("%s: %v", f, rows)
		}
	}
	crossings := x.Frequencies("crossing", s.Board.Events.Records(), s)
	if len(crossings) < 5 || crossings[0].Value != "Medininkai" && crossings[0].Value != "Šalčininkai" {
		t.Errorf("crossings are %v", crossings)
	}
}

func TestCompletions(t *testing.T) {
	t.Parallel()
	x := query.NewIndex(embeddedLog(t))
	for text, want := range map[string]struct {
		from int
		some []string
	}{
		"":                    {0, []string{"category:", "since:", "is:"}},
		"cat":                 {0, []string{"category:"}},
		"air cat":             {4, []string{"category:"}},
		"-(a or cro":          {7, []string{"crossing:"}},
		"category:air":        {9, []string{"airport"}},
		"category:airport,ba": {17, []string{"balloon"}},
		"crossing:":           {9, []string{"kena", "medininkai", "salcininkai"}},
		"place:v":             {6, []string{"vno"}},
		`place:"vilnius ai`:   {6, []string{`"Vilnius airport"`}},
		"is:m":                {3, []string{"marked"}},
		"kind:inc":            {5, []string{"incident"}},
		"source:off":          {7, []string{"official"}},
		"speaker:luka":        {8, []string{`"Alexander Lukashenko"`}},
		"since:y":             {6, []string{"yesterday"}},
		"severity:":           {9, []string{"1", "2", "3", "4"}},
		"side:":               {5, []string{"Belarus", "Lithuania", "carriers"}},
	} {
		from, words := x.Complete(text, len(text))
		if from != want.from {
			t.Errorf("%q: from %d, want %d", text, from, want.from)
		}
		for _, w := range want.some {
			if !slices.Contains(words, w) {
				t.Errorf("%q: %q is not among %q", text, w, words)
			}
		}
		for _, w := range words {
			if _, err := query.Parse(text[:from]+w, nil); err != nil && len(text) > 0 && text[0] != '-' && w[len(w)-1] != ':' {
				t.Errorf("%s%s: %v", text[:from], w, err)
			}
		}
	}
	if _, words := x.Complete("xyzzy:a", len("xyzzy:a")); len(words) > 0 {
		t.Errorf("a field that does not exist is completed by %q", words)
	}
}

func TestMatchTellsOfEveryKind(t *testing.T) {
	t.Parallel()
	l := embeddedLog(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	for text, want := range map[string]model.Kind{
		"kind:closure": model.KindMeasure, "unit:truck": model.KindCount, "kind:official": model.KindSource,
		"kind:demand": model.KindCondition, "kind:crossing kamenny": model.KindCrossing, "kind:airport": model.KindPlace,
		"kind:tally balloon": model.KindTally, "kind:stranded side:carriers by:linava": model.KindCount, "kind:dispute": model.KindAmendment,
		"is:stale kind:condition": model.KindCondition, "is:disputed kind:count": model.KindCount, "kind:deadline -airport": model.KindDeadline,
		"kind:report crossing:medininkai": model.KindReport,
	} {
		got := matching(t, x, text, l.Rest(), s)
		if len(got) == 0 {
			t.Errorf("%s matches no %s", text, want)
		}
		for _, r := range got {
			if r.Kind() != want {
				t.Errorf("%s matches the %s %s", text, r.Kind(), r.Head().ID)
			}
		}
	}
}
