package query_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/modeltest"
	"bordertop/model/query"
	"bordertop/model/squeeze"
)

// terms are what random queries are made of.
func terms() []string {
	return []string{
		"airport", "salc", "kamenny", "каменный", "камянны", "medinink", "balloon", `"the airport"`, "1", "ruginiene", "scam",
		"category:airport", "category:trucks,legal", "category=closure", "severity>=3", "severity<2", "severity:2..3", "severity:1,4",
		"since:2025-11-01", "since:\"2025-10-26 03:30+02:00\"", "since:30d", "since:12h", "since:18:00", "since:yesterday", "until:2025-11",
		"until:2025-10-28", "on:2025-11", "on:2025-10-26", "on:2025-10..2025-11", "on>2025-12", "on<2025-10-26", "on:today",
		"place:vno", "place:vilnius", "place:\"vilnius airport\"", "crossing:medininkai", "crossing:benyakoni", "side:lt", "side:belarus",
		"side=carriers", "speaker:lukashenko", "by:ruginien", "source:official", "source:tass", "source:\"state media\"", "source=Pozirk",
		"kind:incident", "kind:statement", "confidence:low", "unit:truck", "is:new", "is:marked", "is:disputed", "is:stale", "is:corrected",
		"is:withdrawn", "is:state-media", "is:official",
	}
}

func randomQuery(r *rand.Rand, depth int) string {
	if depth == 0 || r.IntN(3) == 0 {
		t := terms()
		return t[r.IntN(len(t))]
	}
	a, b := randomQuery(r, depth-1), randomQuery(r, depth-1)
	return []string{a + " " + b, a + " or " + b, "(" + a + " or " + b + ") " + a, "-" + a, "-(" + a + " " + b + ")"}[r.IntN(5)]
}

// amended is the embedded log with amendments of its events, which change times,
// words and what they tell of.
func amended(tb testing.TB) model.Log {
	tb.Helper()
	l := embeddedLog(tb)
	var b strings.Builder
	for i := 1; i <= 60; i++ {
		fmt.Fprintf(&b, "amendment z%d of=i-%03d kind=%s known=2025-11-%02d set.title=\"Balloons at Benyakoni %d\" set.severity=4 set.at=2025-%02d-11\n",
			i, i*2, []string{"update", "correction", "withdrawal", "dispute"}[i%4], 1+i%28, i, 8+i%4)
		fmt.Fprintf(&b, "statement y%d at=2025-11-%02d speaker=\"Speaker %d\" side=Poland about=i-%03d quote=\"quoth he %d\"\n", i, 1+i%28, i%7, i, i)
		fmt.Fprintf(&b, "amendment x%d of=y%d kind=update known=2025-12-%02d set.quote=\"quoth the airport\"\n", i, i, 1+i%28)
	}
	l, err := l.With(modeltest.Records(tb, b.String())...)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// moments are some as of which boards are asked.
func moments() []string {
	return []string{"2026-10-10", "2025-12-05", "2025-11-14 12:00", "2025-10-27", "2024-01-01", "2020-01-01"}
}

func TestSearchFindsWhatMatches(t *testing.T) {
	t.Parallel()
	l := amended(t)
	x := query.NewIndex(l)
	r := rand.New(rand.NewPCG(3, 4))
	nonempty := 0
	for range 60 {
		for _, at := range moments() {
			s := scopeAt(t, l, at)
			s.Marked = func(id model.ID) bool { return strings.HasSuffix(string(id), "3") }
			s.New = func(id model.ID) bool { return strings.HasSuffix(string(id), "7") }
			text := randomQuery(r, 3)
			var want []model.ID
			for _, e := range matching(t, x, text, slices.Collect(s.Board.Events.Records()), s) {
				want = append(want, e.Head().ID)
			}
			if got := found(t, x, text, s); !slices.Equal(got, want) {
				t.Errorf("%s as of %s: found %v, want %v", text, at, got, want)
			}
			nonempty += min(1, len(want))
		}
	}
	if nonempty < 100 {
		t.Errorf("only %d queries found anything", nonempty)
	}
}

func TestAPackedLogIsSearchedAlike(t *testing.T) {
	t.Parallel()
	plain := amended(t)
	packed := plain.Packed(squeeze.S2{})
	x, y := query.NewIndex(plain), query.NewIndex(packed)
	for _, at := range moments() {
		s, o := scopeAt(t, plain, at), scopeAt(t, packed, at)
		s.Marked = func(id model.ID) bool { return strings.HasSuffix(string(id), "3") }
		o.Marked = s.Marked
		for _, text := range terms() {
			if want, got := found(t, x, text, s), found(t, y, text, o); !slices.Equal(want, got) {
				t.Errorf("%s as of %s: found %v, want %v", text, at, got, want)
			}
		}
		for _, f := range query.Fields() {
			want := x.Frequencies(f, s.Board.Events.Records(), s)
			if diff := cmp.Diff(want, y.Frequencies(f, o.Board.Events.Records(), o)); diff != "" {
				t.Errorf("%s as of %s (-plain +packed):\n%s", f, at, diff)
			}
		}
	}
}

func TestWhatIsSaidOfAnIncidentFindsItOnceItIsSaid(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, `
		incident closure at=2025-10-29 title="The border closes" about=act
		statement scam at=2025-11-02 speaker=Lukashenko side=Belarus about=closure quote="A crazy scam"
		measure act kind=closure from=2025-10-29 crossings=m
		amendment moved of=act kind=update at=2025-11-05 known=2025-11-05 set.crossings=n
		amendment fixed of=scam kind=correction known=2025-11-08 set.quote="A crazy plan"
		amendment gone of=closure kind=withdrawal known=2025-11-10
		crossing m name=Medininkai
		crossing n name=Raigardas
	`)
	x := query.NewIndex(l)
	for at, texts := range map[string]map[string]int{
		"2025-10-30": {"crazy": 0, "by:lukashenko": 0, "side:belarus": 0, "medininkai": 1, "is:withdrawn": 0},
		"2025-11-03": {"crazy scam": 1, "by:lukashenko": 1, "side:by": 1, "medininkai": 1, "raigardas": 0},
		"2025-11-06": {"crazy scam": 1, "medininkai": 0, "raigardas": 1, "crossing:n": 1},
		"2025-11-09": {"scam": 0, `"crazy plan"`: 1, "is:withdrawn": 0},
		"2025-11-11": {"crazy": 1, "is:withdrawn": 1},
	} {
		s := scopeAt(t, l, at)
		for text, want := range texts {
			if got := found(t, x, text, s); len(got) != want {
				t.Errorf("as of %s %s finds %v", at, text, got)
			}
		}
	}
}

func TestTypingFindsWhatAsksAnew(t *testing.T) {
	t.Parallel()
	l := amended(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	for _, text := range []string{"salcininkai balloon", "каменный лог", "камянны", "vilnius-airport", "-ball airp", `"was closed" or the`} {
		letters := []rune(text)
		for n := range len(letters) + 1 {
			q, err := query.Parse(string(letters[:n]), s.Zone)
			if f, ok := err.(*query.Fault); ok && !f.Unfinished { //nolint:errorlint // it is what Parse gives
				t.Fatal(err)
			}
			if diff := cmp.Diff(query.NewIndex(l).Search(q, s), x.Search(q, s)); diff != "" {
				t.Errorf("%q (-anew +typed):\n%s", string(letters[:n]), diff)
			}
		}
	}
}

func TestAFurtherLetterNarrows(t *testing.T) {
	t.Parallel()
	l := embeddedLog(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	for _, word := range []string{"salcininkai", "Беняконі", "каменный", "airport", "ruginiene", "913"} {
		before := s.Board.Events.Len()
		letters := []rune(word)
		for n := 1; n <= len(letters); n++ {
			now := len(found(t, x, string(letters[:n]), s))
			if now > before || now == 0 {
				t.Errorf("%s finds %d, and %s less a letter %d", string(letters[:n]), now, string(letters[:n]), before)
			}
			before = now
		}
	}
}

func TestAnotherBoardIsAskedAnew(t *testing.T) {
	t.Parallel()
	l := amended(t)
	x := query.NewIndex(l)
	for _, at := range append(moments(), moments()...) {
		s := scopeAt(t, l, at)
		want := query.NewIndex(l).Search(parse(t, "airport or quoth"), s)
		if got := x.Search(parse(t, "airport or quoth"), s); !slices.Equal(got, want) {
			t.Errorf("as of %s: %v, want %v", at, got, want)
		}
	}
}

func TestAnIndexOfAnotherLogFindsTheSame(t *testing.T) {
	t.Parallel()
	l := amended(t)
	s := scopeAt(t, l, "2025-12-05")
	for _, x := range []*query.Index{nil, query.NewIndex(model.Log{})} {
		for _, text := range []string{"", "airport", "category:airport", "severity>=3 -airport", "on:2025-11"} {
			want := query.NewIndex(l).Search(parse(t, text), s)
			// Names are those of the log of the index.
			if got := x.Search(parse(t, text), s); len(got) == 0 || text != "airport" && !strings.Contains(text, "-airport") && !slices.Equal(got, want) {
				t.Errorf("%q: %d found, want %d", text, len(got), len(want))
			}
		}
	}
}

// wordsLike is a plain way to tell whether an incident has a word that begins so.
func wordsLike(i *model.Incident, word string) bool {
	text := strings.ToLower(i.Title.String() + " " + i.Summary.String() + " " + i.Where.String())
	return strings.Contains(" "+strings.NewReplacer("-", " ", "(", " ", "“", " ", "\"", " ", "/", " ", "–", " ").Replace(text), " "+word)
}

func TestWordsAreFoundAsAPlainReadingFindsThem(t *testing.T) {
	t.Parallel()
	l := embeddedLog(t)
	x := query.NewIndex(l)
	s := scopeAt(t, l, "2026-10-10")
	for _, word := range []string{"customs", "haul", "radar", "semi", "police", "carriers"} {
		got := found(t, x, word+" kind:incident", s)
		for e := range s.Board.Events.Records() {
			i, ok := e.(*model.Incident)
			if ok && wordsLike(i, word) && !slices.Contains(got, i.ID) {
				t.Errorf("%s does not find %s, %q", word, i.ID, i.Title)
			}
		}
		if len(got) == 0 {
			t.Errorf("%s finds nothing", word)
		}
	}
}

func TestSeveralMayAskAtOnce(t *testing.T) {
	t.Parallel()
	l := embeddedLog(t)
	x := query.NewIndex(l)
	done := make(chan bool)
	for _, at := range moments()[:4] {
		go func() {
			s := scopeAt(t, l, at)
			for _, text := range terms() {
				q, _ := query.Parse(text, time.UTC)
				x.Search(q, s)
				x.Highlights(q, "Medininkai")
			}
			done <- true
		}()
	}
	for range 4 {
		<-done
	}
}
