package query_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/query"
)

func TestAQueryIsPrinted(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                           "",
		"  airport   balloon ":       "airport balloon",
		"a  OR b|c":                  "a or b or c",
		"(a b) c":                    "a b c",
		"a (b or c)":                 "a (b or c)",
		"(a or b)":                   "a or b",
		"--a":                        "a",
		"- a":                        "-a",
		"-(a b)":                     "-(a b)",
		"-(a)":                       "-a",
		`"exact words"`:              `"exact words"`,
		`"a \"b\" \\ c"`:             `"a \"b\" \\ c"`,
		"Category:Airport":           "category:Airport",
		`sev>=3 cat:"a b"`:           `severity>=3 category:"a b"`,
		"severity=3":                 "severity:3",
		"month:2025-11":              "on:2025-11",
		"on:2025-10..2025-11":        "on:2025-10..2025-11",
		"category=airport":           "category=airport",
		`place:"Vilnius, city",kena`: `place:"Vilnius, city",kena`,
		`since:"2025-10-26 22:10"`:   `since:"2025-10-26 22:10"`,
		"IS:state-media":             "is:state-media",
		"is:MARKED,new":              "is:marked,new",
		`"or"`:                       `"or"`,
		"a\u00a0b":                   "a b",
		"Šalčininkai бенякони камянны":       "Šalčininkai бенякони камянны",
		"on>2025-10 on<=2025-11-30":          "on>2025-10 on<=2025-11-30",
		"severity:..2 severity:3..":          "severity:..2 severity:3..",
		"since:18:00 since:2w since:30min":   "since:18:00 since:2w since:30min",
		`by:"O'Neil" - (x or (y -z))`:        `speaker:O'Neil -(x or y -z)`,
		"on:2025-10-01/2025-10-03 10:30":     "on:2025-10-01/2025-10-03 10:30",
		"side:\"-x\"":                        `side:"-x"`,
		"until:today kind:closure,incident":  "until:today kind:closure,incident",
		"confidence:low unit:truck is:stale": "confidence:low unit:truck is:stale",
	} {
		q := parse(t, text)
		if got := q.String(); got != want {
			t.Errorf("%s is printed as %s, want %s", text, got, want)
		}
		if again := parse(t, q.String()); !again.Equal(q) {
			t.Errorf("%s is another query when printed", text)
		}
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	zone := modeltest.Zone(t, "Europe/Vilnius")
	// The fault stands between the brackets.
	for text, want := range map[string]struct {
		problem, meant string
		unfinished     bool
	}{
		"a [categroy]:x b":             {problem: `no field "categroy"`, meant: "category"},
		"[xyzzy]:x":                    {problem: `no field "xyzzy"`},
		"is:[mraked] b":                {problem: "none of new, marked", meant: "marked"},
		"is:[mar]":                     {problem: "none of", unfinished: true},
		"kind:[incidnet]":              {problem: "none of", meant: "incident"},
		"severity>=[9] b":              {problem: "severity is from 1 to 4"},
		"severity:[3..2] b":            {problem: "severity is from 1 to 4"},
		"severity>[4]":                 {problem: "severity is from 1 to 4"},
		"severity:[high]":              {problem: "severity is from 1 to 4"},
		"b [severity>=]":               {problem: "no value", unfinished: true},
		"[category:] b":                {problem: "no value"},
		"category:a,b [category:a,]":   {problem: "no value", unfinished: true},
		`a ["exact]`:                   {problem: "quote is not closed", unfinished: true},
		`place:["vil]`:                 {problem: "quote is not closed", unfinished: true},
		"a [(]b or c":                  {problem: "parenthesis is not closed", unfinished: true},
		"a b[)] c":                     {problem: "nothing was opened"},
		"a [()] b":                     {problem: "nothing stands in the parentheses"},
		"[or] b":                       {problem: "nothing stands before"},
		"a or [or] b":                  {problem: "nothing stands before"},
		"a [or]":                       {problem: "nothing stands after", unfinished: true},
		"a [-]":                        {problem: "nothing stands after -", unfinished: true},
		"(a [-]) b":                    {problem: "nothing stands after -"},
		"[...] b":                      {problem: "no letter and no digit"},
		`a ["--"] b`:                   {problem: "no letter and no digit"},
		"since:[3] b":                  {problem: "is not a time", meant: "3d"},
		"since:[yesterdya] b":          {problem: "is not a time", meant: "yesterday"},
		"since:[2025-1]":               {problem: "is not a time", unfinished: true},
		"since:[2025-13-45] b":         {problem: "is not a time"},
		"on:[3d] b":                    {problem: "takes a day", meant: "since:3d"},
		"since:[2025..2026] b":         {problem: "takes one time"},
		"[since:2025,2026] b":          {problem: "takes one value"},
		"[severity>=2,3] b":            {problem: "takes one value"},
		"category[>=]a b":              {problem: "takes : or ="},
		`since:["2025-10-26 03:30"] b`: {problem: "happens twice"},
		`since:["2025-03-30 03:30"] b`: {problem: "does not exist"},
		"[categroy]:x (":               {problem: "no field", meant: "category"},
	} {
		before, rest, _ := strings.Cut(text, "[")
		word, after, _ := strings.Cut(rest, "]")
		_, err := query.Parse(before+word+after, zone)
		var f *query.Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: no fault but %v", text, err)
			continue
		}
		got := (before + word + after)[f.At : f.At+f.Len]
		if f.At != len(before) || got != word {
			t.Errorf("%s: the fault is %q at %d", text, got, f.At)
		}
		if !strings.Contains(f.Problem, want.problem) || f.Meant != want.meant || f.Unfinished != want.unfinished {
			t.Errorf("%s: %+v, want %+v", text, *f, want)
		}
	}
}

func TestAnUnfinishedTextIsReadSoFar(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a severity>=":       "a",
		"a is:mar":           "a",
		"a or":               "a",
		"a -":                "a",
		"a (b or c":          "a (b or c)",
		"a (b or ":           "a b",
		"a since:2025-1":     "a",
		"a category:x,":      "a category:x",
		"a ...":              "a",
		`a place:"vil`:       "a place:vil",
		`category:balloon (`: "category:balloon",
	} {
		q, err := query.Parse(text, time.UTC)
		var f *query.Fault
		if !errors.As(err, &f) || !f.Unfinished {
			t.Errorf("%s: %v, want an unfinished text", text, err)
		}
		if q.String() != want {
			t.Errorf("%s is read as %s, want %s", text, q, want)
		}
	}
}

func TestFaultsEchoCleanText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"is:\x1b[31mred\u202e b", "ö\u200b:x", "since:\x07 b", strings.Repeat("x", 500) + ":1"} {
		_, err := query.Parse(text, time.UTC)
		var f *query.Fault
		if !errors.As(err, &f) {
			t.Fatalf("%q: %v", text, err)
		}
		if clean.Line(f.Error()).String() != f.Error() || len(f.Error()) > 700 {
			t.Errorf("%q: %q", text, f.Error())
		}
	}
}

func TestALongOrDeepQueryIsAFault(t *testing.T) {
	t.Parallel()
	for _, text := range []string{strings.Repeat("a ", 600), strings.Repeat("(", 100) + "a", strings.Repeat("-", 100) + "a"} {
		_, err := query.Parse(text, time.UTC)
		var f *query.Fault
		if !errors.As(err, &f) || f.Unfinished {
			t.Errorf("%.20s: %v", text, err)
		}
	}
}

func TestRandomQueriesArePrintedAsTheyAre(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		q := parse(t, randomQuery(r, 4)[:])
		if again := parse(t, q.String()); !again.Equal(q) {
			t.Fatalf("%s is printed as %s", q, again)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range terms() {
		f.Add(text, 3)
	}
	for _, text := range []string{"a or (b -\"c d\") category:x,\"y z\" severity:2..3", "(((", "-(-(-a", `"\"`, "a:", "or", "\xff:\x00", "o\u200br", "a\u0301:b"} {
		f.Add(text, 0)
	}
	l := embeddedLog(f)
	x := query.NewIndex(l)
	s := scopeAt(f, l, "2026-01-01")
	f.Fuzz(func(t *testing.T, text string, at int) {
		q, err := query.Parse(text, s.Zone)
		if fault, ok := errors.AsType[*query.Fault](err); ok {
			soundFault(t, text, fault)
		}
		printed := q.String()
		if clean.Line(printed).String() != printed {
			t.Errorf("%q is printed unclean: %q", text, printed)
		}
		soundSpans(t, text, x.Highlights(q, text))
		if from, words := x.Complete(text, at); from < 0 || from > len(text) || !utf8.ValidString(strings.Join(words, "")) {
			t.Errorf("%q is completed from %d by %q", text, from, words)
		}
		x.Search(q, s)
		again, twice := query.Parse(printed, s.Zone)
		if err == nil && (twice != nil || !again.Equal(q)) {
			t.Errorf("%q is printed as %q and read as %q: %v", text, printed, again, twice)
		}
	})
}

// soundSpans checks that spans lie within their text, apart from each other.
func soundSpans(t *testing.T, text string, spans []query.Span) {
	t.Helper()
	before := -1
	for _, s := range spans {
		if s.From <= before || s.To <= s.From || s.To > len(text) {
			t.Errorf("%q: %v are no spans of it", text, spans)
		}
		before = s.To
	}
}

// soundFault checks that a fault lies within its text and can be shown.
func soundFault(t *testing.T, text string, f *query.Fault) {
	t.Helper()
	if f.At < 0 || f.Len < 0 || f.At+f.Len > len(text) || f.Problem == "" {
		t.Errorf("%q: the fault is not in the text: %+v", text, *f)
	}
	if clean.Line(f.Error()).String() != f.Error() {
		t.Errorf("%q: the fault is not clean: %q", text, f.Error())
	}
}
