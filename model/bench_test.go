package model_test

import (
	"fmt"
	"testing"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/squeeze"
)

// manyIncidents is a log of that many incidents, with a statement to each tenth,
// over the acts, reports and claims of one random script.
func manyIncidents(tb testing.TB, n int) []model.Record {
	tb.Helper()
	records := modeltest.Records(tb, randomScript(7))
	at := modeltest.Time(tb, "2020-01-01 00:00")
	title := clean.Line("Balloons over the airport")
	for i := range n {
		id := model.ID(fmt.Sprintf("i-%d", i))
		m := model.Exactly(at.AddDate(0, 0, i%2000))
		records = append(records, &model.Incident{
			Fact: model.Fact{ID: id}, At: m, Category: "airport", Severity: 2, Crossings: []model.ID{"m"}, Title: title,
		})
		if i%10 == 0 {
			records = append(records, &model.Statement{Fact: model.Fact{ID: "s-" + id}, At: m, About: []model.ID{id}, Summary: title})
		}
	}
	return records
}

func BenchmarkLogAt(b *testing.B) {
	at := modeltest.Time(b, "2026-01-01")
	for _, n := range []int{100, 10_000, 100_000} {
		l, err := model.NewLog(model.DefaultRules(), manyIncidents(b, n)...)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("incidents=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.At(at, at)
			}
		})
	}
}

func BenchmarkNewLog(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		records := manyIncidents(b, n)
		b.Run(fmt.Sprintf("incidents=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := model.NewLog(model.DefaultRules(), records...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkDiff compares two days of a long log: it must not look at all of it.
func BenchmarkDiff(b *testing.B) {
	from, to := modeltest.Time(b, "2025-01-01"), modeltest.Time(b, "2025-01-02")
	for _, n := range []int{100, 100_000} {
		l, err := model.NewLog(model.DefaultRules(), manyIncidents(b, n)...)
		if err != nil {
			b.Fatal(err)
		}
		first, second := l.At(from, from), l.At(to, to)
		b.Run(fmt.Sprintf("incidents=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				model.Diff(first, second)
			}
		})
	}
}

func BenchmarkSteps(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		l, err := model.NewLog(model.DefaultRules(), manyIncidents(b, n)...)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("incidents=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.Steps()
			}
		})
	}
}

func BenchmarkPacked(b *testing.B) {
	l, err := model.NewLog(model.DefaultRules(), manyIncidents(b, 100_000)...)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("pack", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			l.Packed(squeeze.S2{})
		}
	})
	events := l.Packed(squeeze.S2{}).Events()
	b.Run("look", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i = (i + 7919) % events.Len() { // so that each is in another block
			events.At(i)
		}
	})
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for range events.Records() {
			}
		}
	})
}
