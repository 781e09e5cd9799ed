package model_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/squeeze"
)

// TestAPackedLogGrowsAsIfMadeAtOnce adds records in several steps, in any order and
// some of them twice.
func TestAPackedLogGrowsAsIfMadeAtOnce(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, r *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		records[r.IntN(len(records))].Head().Embargo = model.Exactly(randomTime(t, r))
		want := newLog(t, records...)
		r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		some := records[:r.IntN(len(records)+1)]
		first := newLog(t, some...).Packed(squeeze.S2{})
		got := grown(t, r, first, records)
		a, b := want.At(valid, known), got.At(valid, known)
		if diff := sameBoard(a, b); diff != "" {
			t.Errorf("at once, then in steps:\n%s", diff)
		}
		if diff := sameBoard(newLog(t, some...).At(valid, known), first.At(valid, known)); diff != "" {
			t.Errorf("the log of before became another:\n%s", diff)
		}
		if turned := got.Turnover(first); len(turned.Came) != got.Len()-first.Len() || len(turned.Changed)+len(turned.Gone) > 0 {
			t.Errorf("from %d to %d records: %+v", first.Len(), got.Len(), turned)
		}
		if turned := got.Turnover(want); !turned.None() || want.Len() != got.Len() {
			t.Errorf("%d records at once, %d in steps: %+v", want.Len(), got.Len(), turned)
		}
		for _, rec := range records {
			sameRecord(t, want, got, rec.Head().ID)
			sameAround(t, a, b, rec.Head().ID)
		}
		sameBesides(t, r, want, got)
	})
}

// sameBesides compares what else two logs tell.
func sameBesides(t *testing.T, r *rand.Rand, want, got model.Log) {
	t.Helper()
	when, zone := randomTime(t, r), time.UTC
	if !reflect.DeepEqual(want.At(when, when).Story(zone), got.At(when, when).Story(zone)) {
		t.Error("the stories differ")
	}
	if !reflect.DeepEqual(want.Embargoes(when), got.Embargoes(when)) {
		t.Errorf("under embargo are %v, want %v", got.Embargoes(when), want.Embargoes(when))
	}
}

// grown gives a log with records too, some of them twice, in several steps.
func grown(t *testing.T, r *rand.Rand, l model.Log, records []model.Record) model.Log {
	t.Helper()
	for from := 0; from < len(records); {
		to := min(len(records), from+1+r.IntN(len(records)))
		var err error
		if l, err = l.With(records[max(0, from-2):to]...); err != nil {
			t.Fatal(err)
		}
		from = to
	}
	return l
}

func TestAPackedLogRefusesWhatClashes(t *testing.T) {
	t.Parallel()
	l := modeltest.Log(t, "incident a at=2025-11-01 title=One").Packed(squeeze.S2{})
	other := &model.Incident{Fact: model.Fact{ID: "a"}, Title: clean.Line("Another")}
	if _, err := l.With(other); !errors.As(err, new(*model.ClashError)) {
		t.Errorf("another of the same id: %v", err)
	}
	fresh := &model.Incident{Fact: model.Fact{ID: "b"}, Title: clean.Line("New")}
	if _, err := l.With(fresh, &model.Statement{Fact: model.Fact{ID: "b"}}); !errors.As(err, new(*model.ClashError)) {
		t.Errorf("two of the same id: %v", err)
	}
	if more, err := l.With(fresh, fresh); err != nil || more.Len() != 2 {
		t.Errorf("the same twice: %d records, %v", more.Len(), err)
	}
}

// BenchmarkWith adds to a long log what sources tell every few minutes.
func BenchmarkWith(b *testing.B) {
	l, err := model.NewLog(model.DefaultRules(), manyIncidents(b, 100_000)...)
	if err != nil {
		b.Fatal(err)
	}
	l = l.Packed(squeeze.S2{})
	at := model.Exactly(modeltest.Time(b, "2026-01-01"))
	for name, of := range map[string]func(id model.Fact) model.Record{
		"queues":    func(f model.Fact) model.Record { return &model.Queue{Fact: f, At: at, Crossing: "m"} },
		"incidents": func(f model.Fact) model.Record { return &model.Incident{Fact: f, At: at, Title: clean.Line("New")} },
	} {
		var records []model.Record
		for i := range 5 {
			records = append(records, of(model.Fact{ID: model.ID(fmt.Sprintf("new-%d", i))}))
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := l.With(records...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
