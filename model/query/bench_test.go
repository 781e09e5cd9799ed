package query_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/query"
)

// manyEvents is a log of that many incidents over one border, with texts of the
// length and the variety that those of the embedded dataset have.
func manyEvents(tb testing.TB, n int) model.Log {
	tb.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	embedded := strings.Fields(corpus(tb))
	records := []model.Record{&model.Crossing{
		Fact: model.Fact{ID: "salcininkai"}, Name: clean.Line("Šalčininkai"), Counterpart: clean.Line("Benyakoni"),
		Aliases: []clean.Text{clean.Line("Бенякони")},
	}}
	at := modeltest.Time(tb, "2020-01-01 00:00")
	words := func(n int) clean.Text {
		out := make([]string, n)
		for i := range out {
			out[i] = embedded[r.IntN(len(embedded))]
		}
		return clean.Line(strings.Join(out, " "))
	}
	categories := []model.ID{"airport", "balloon", "trucks", "closure", "statement"}
	for i := range n {
		e := &model.Incident{
			Fact: model.Fact{ID: model.ID(fmt.Sprintf("i-%07d", i))}, At: model.Exactly(at.Add(time.Duration(i) * time.Minute)),
			Category: categories[i%len(categories)], Severity: int64(1 + i%4), Title: words(5), Summary: words(12), Where: words(1),
		}
		if i%20 == 0 {
			e.Crossings = []model.ID{"salcininkai"}
		}
		records = append(records, e)
	}
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// corpus is the text of the embedded incidents.
func corpus(tb testing.TB) string {
	tb.Helper()
	var b strings.Builder
	for r := range embeddedLog(tb).Events().Records() {
		if i, ok := r.(*model.Incident); ok {
			fmt.Fprintln(&b, i.Title, i.Summary, i.Where)
		}
	}
	return b.String()
}

// sizes are how many events the benchmarks search.
var sizes = map[string]int{"10k": 10_000, "100k": 100_000, "1M": 1_000_000}

func BenchmarkIndex(b *testing.B) {
	for _, size := range []string{"10k", "100k", "1M"} {
		b.Run(size, func(b *testing.B) {
			l := manyEvents(b, sizes[size])
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				query.NewIndex(l)
			}
		})
	}
}

func BenchmarkFrequencies(b *testing.B) {
	l := manyEvents(b, sizes["100k"])
	at := modeltest.Time(b, "2026-01-01")
	s := query.Scope{Board: l.At(at, at), At: at}
	x := query.NewIndex(l)
	for _, f := range query.Fields()[:6] {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Frequencies(f, s.Board.Events.Records(), s)
			}
		})
	}
}

// BenchmarkSearch types words a letter at a time; its time is that of a letter.
func BenchmarkSearch(b *testing.B) {
	for _, size := range []string{"10k", "100k", "1M"} {
		b.Run(size, func(b *testing.B) {
			l := manyEvents(b, sizes[size])
			at := modeltest.Time(b, "2026-01-01")
			s := query.Scope{Board: l.At(at, at), At: at}
			for _, typed := range []string{"airport", "salcininkai", "category:airport severity>=3 bal", `"was closed"`, "-airport or since:3000d tr"} {
				b.Run(typed, func(b *testing.B) { typeOut(b, l, typed, s) })
			}
		})
	}
}

// BenchmarkSearchAnew looks for words of which nothing has been found yet.
func BenchmarkSearchAnew(b *testing.B) {
	for _, size := range []string{"10k", "100k", "1M"} {
		b.Run(size, func(b *testing.B) {
			l := manyEvents(b, sizes[size])
			at := modeltest.Time(b, "2026-01-01")
			s := query.Scope{Board: l.At(at, at), At: at}
			x := query.NewIndex(l)
			x.Search(query.Query{}, s)
			b.ReportAllocs()
			b.ResetTimer()
			for n := range b.N {
				q, _ := query.Parse(string([]byte{'a' + byte(n%26), 'a' + byte(n/26%26)}), time.UTC)
				x.Search(q, s)
			}
		})
	}
}

func typeOut(b *testing.B, l model.Log, typed string, s query.Scope) {
	b.Helper()
	x := query.NewIndex(l)
	x.Search(query.Query{}, s)
	b.ReportAllocs()
	b.ResetTimer()
	n := 0
	var worst time.Duration
	for b.Loop() {
		if n++; n%40 == 0 {
			// What was typed before has been forgotten by then.
			b.StopTimer()
			x = query.NewIndex(l)
			x.Search(query.Query{}, s)
			b.StartTimer()
		}
		q, _ := query.Parse(typed[:1+n%len(typed)], time.UTC)
		begun := time.Now()
		x.Search(q, s)
		worst = max(worst, time.Since(begun))
	}
	b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms")
}
