package model_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bordertop/model"
	"bordertop/model/modeltest"
)

// What is found by looking near in the order of the log is what a look at every
// record finds, whatever was amended, and however the records arrived.
func TestAroundIsWhatALookAtEverythingFinds(t *testing.T) {
	t.Parallel()
	found := 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		records := modeltest.Records(t, eventScript(r))
		r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		l, err := model.NewLog(model.DefaultRules(), records...)
		if err != nil {
			t.Fatal(err)
		}
		at := modeltest.Time(t, "2025-11-20").AddDate(0, 0, r.IntN(40)-20)
		b := l.At(at, at)
		for _, record := range records {
			id := record.Head().ID
			around := listed(b.Around(id, 48*time.Hour))
			found += len(around)
			got := [][]model.ID{listed(b.SameDay(id)), around, listed(b.Related(id))}
			want := [][]model.ID{slowSameDay(b, records, id), slowAround(b, records, id), slowRelated(b, records, id)}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("seed %d: the day of %[2]s, what is around it and what tells of it (-want +got):\n%[3]s", seed, id, diff)
			}
		}
	}
	if found < 1000 {
		t.Errorf("only %d found: the records are too sparse to tell", found)
	}
}

// eventScript writes random events of twelve days, and what was said of them later.
func eventScript(r *rand.Rand) string {
	var out strings.Builder
	at := func() string {
		day := 10 + r.IntN(12)
		return []string{
			fmt.Sprintf("2025-11-%d", day), fmt.Sprintf("\"2025-11-%d %02d:30\"", day, r.IntN(24)),
			fmt.Sprintf("\"2025-11-%d 24:00\"", day), fmt.Sprintf("2025-11-%d/2025-11-%d", day, day+r.IntN(4)), "2025-11",
		}[r.IntN(5)]
	}
	for i := range 30 {
		switch r.IntN(3) {
		case 0:
			fmt.Fprintf(&out, "incident r%d at=%s %s=%s\n", i, at(), []string{"crossings", "places"}[r.IntN(2)], []string{"m", "n", "m,n"}[r.IntN(3)])
		case 1:
			fmt.Fprintf(&out, "statement r%d at=%s about=r%d\n", i, at(), r.IntN(30))
		case 2:
			fmt.Fprintf(&out, "count r%d at=%s value=1\n", i, at())
		}
	}
	for i := range 12 {
		known := 10 + r.IntN(12)
		fmt.Fprintf(&out, "amendment a%d known=2025-11-%d of=r%d,a%d kind=", i, known, r.IntN(30), r.IntN(12))
		switch r.IntN(5) {
		case 0:
			out.WriteString("withdrawal\n")
		case 4:
			fmt.Fprintf(&out, "correction set.about=r%d\n", r.IntN(30))
		case 1:
			out.WriteString("correction set.crossings=n\n")
		default:
			fmt.Fprintf(&out, "%s set.at=%s\n", []string{"update", "correction"}[r.IntN(2)], at())
		}
	}
	return out.String()
}

// listed gives the ids of what a board lists, as a set.
func listed(e model.Events) []model.ID { return slices.Sorted(e.IDs()) }

func set(records []model.Record) []model.ID {
	var ids []model.ID
	for _, r := range records {
		ids = append(ids, r.Head().ID)
	}
	slices.Sort(ids)
	return ids
}

// others gives the other records of some kinds that stand on the board, by id.
func others(b model.Board, records []model.Record, id model.ID, kinds ...model.Kind) []model.Record {
	var out []model.Record
	for _, r := range records {
		a, ok := b.Record(r.Head().ID)
		if ok && a.Withdrawal == nil && slices.Contains(kinds, r.Kind()) && r.Head().ID != id && !a.Record.Own().First().After(b.Valid) {
			out = append(out, a.Record)
		}
	}
	return out
}

func slowSameDay(b model.Board, records []model.Record, id model.ID) []model.ID {
	day := func(r model.Record) string {
		own := r.Own()
		if p := own.Precision(); p != model.Minute && p != model.Midnight && p != model.Day {
			return ""
		}
		first, _ := own.Dates()
		return first.Format(time.DateOnly)
	}
	a, ok := b.Record(id)
	if !ok || day(a.Record) == "" {
		return nil
	}
	return set(slices.DeleteFunc(others(b, records, id, model.KindStatement, model.KindCount), func(r model.Record) bool {
		return day(r) != day(a.Record)
	}))
}

func slowAround(b model.Board, records []model.Record, id model.ID) []model.ID {
	a, ok := b.Record(id)
	i, is := a.Record.(*model.Incident)
	if !ok || !is {
		return listed(b.Around(id, 48*time.Hour)) // the kinds have a test of their own
	}
	return set(slices.DeleteFunc(others(b, records, id, model.KindIncident), func(r model.Record) bool {
		o, _ := r.(*model.Incident)
		where := slices.Concat(i.Crossings, i.Places)
		meets := slices.ContainsFunc(slices.Concat(o.Crossings, o.Places), func(id model.ID) bool { return slices.Contains(where, id) })
		exact := i.At.Last().Sub(i.At.First()) <= 48*time.Hour && o.At.Last().Sub(o.At.First()) <= 48*time.Hour
		return !meets || !exact || o.At.First().Sub(i.At.First()).Abs() > 48*time.Hour
	}))
}

func slowRelated(b model.Board, records []model.Record, id model.ID) []model.ID {
	var out []model.Record
	for _, r := range records {
		a, ok := b.Record(r.Head().ID)
		if !ok || a.Record.Own().First().After(b.Valid) {
			continue
		}
		switch e := a.Record.(type) {
		case *model.Incident:
			if slices.Contains(e.About, id) {
				out = append(out, e)
			}
		case *model.Statement:
			if slices.Contains(e.About, id) {
				out = append(out, e)
			}
		default:
		}
	}
	return set(out)
}

func BenchmarkAround(b *testing.B) {
	l, err := model.NewLog(model.DefaultRules(), manyIncidents(b, 100_000)...)
	if err != nil {
		b.Fatal(err)
	}
	at := modeltest.Time(b, "2026-01-01")
	board := l.At(at, at)
	for name, ask := range map[string]func() model.Events{
		"same-day": func() model.Events { return board.SameDay("i-1000") },
		"around":   func() model.Events { return board.Around("i-1000", 48*time.Hour) },
		"resting":  func() model.Events { return board.Resting("wire") },
		"related":  func() model.Events { return board.Related("i-1000") },
	} {
		b.Run(name+"/incidents=100000", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ask()
			}
		})
	}
}
