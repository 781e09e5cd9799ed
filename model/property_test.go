package model_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
)

// seeds is how many random logs each property is tried on.
const seeds = 300

// sameBoard compares all that a board shows.
func sameBoard(a, b model.Board) string {
	events := cmp.Transformer("Records", func(e model.Events) []model.Record { return slices.Collect(e.Records()) })
	return cmp.Diff(a, b, cmpopts.IgnoreUnexported(model.Board{}), cmpopts.EquateComparable(clean.Text{}, clean.URL{}), events)
}

// eachRandomLog tries a property on random records at random moments.
func eachRandomLog(t *testing.T, holds func(t *testing.T, r *rand.Rand, records []model.Record, valid, known time.Time)) {
	t.Helper()
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 2))
		text := randomScript(seed)
		valid, known := randomTime(t, r), randomTime(t, r)
		holds(t, r, modeltest.Records(t, text), valid, known)
		if t.Failed() {
			t.Fatalf("seed %d, board of %s known by %s of\n%s", seed, valid, known, text)
		}
	}
}

func randomTime(t *testing.T, r *rand.Rand) time.Time {
	t.Helper()
	return modeltest.Time(t, "2025-10-30 00:00").Add(time.Duration(r.IntN(33*24)) * time.Hour)
}

func newLog(t *testing.T, records ...model.Record) model.Log {
	t.Helper()
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestOrderAndRepetitionMeanNothing(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, r *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		want := newLog(t, records...).At(valid, known)
		mixed := append(slices.Clone(records), records[:r.IntN(len(records))]...)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if diff := sameBoard(want, newLog(t, mixed...).At(valid, known)); diff != "" {
			t.Errorf("in order, then mixed:\n%s", diff)
		}
		cut := r.IntN(len(mixed))
		two, err := newLog(t, mixed[:cut]...).With(mixed[cut:]...)
		if err != nil {
			t.Fatal(err)
		}
		if diff := sameBoard(want, two.At(valid, known)); diff != "" {
			t.Errorf("at once, then in two goes:\n%s", diff)
		}
	})
}

func TestTheFutureIsNotKnown(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, _ *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		all := newLog(t, records...)
		then := slices.DeleteFunc(slices.Clone(records), func(r model.Record) bool {
			return all.Known(r.Head().ID).After(known)
		})
		if diff := sameBoard(newLog(t, then...).At(valid, known), all.At(valid, known)); diff != "" {
			t.Errorf("with what was known, then with all:\n%s", diff)
		}
	})
}

func TestBoardIsNothingButItsMomentAndLog(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, r *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		l := newLog(t, records...)
		a := l.At(valid, known)
		other := l.At(randomTime(t, r), randomTime(t, r))
		model.Diff(a, other)
		b := l.At(valid.In(time.FixedZone("", 3600)), known)
		if diff := sameBoard(a, b); diff != "" {
			t.Errorf("before and after another board was made:\n%s", diff)
		}
		if d := model.Diff(a, b); len(d) > 0 {
			t.Errorf("a board differs from itself by %v", d)
		}
		if diff := cmp.Diff(modeltest.Records(t, randomScript(1)), modeltest.Records(t, randomScript(1)), cmpopts.EquateComparable(clean.Text{}, clean.URL{})); diff != "" {
			t.Fatal("the script is not a pure function of its seed")
		}
	})
}

func TestBoardsAreSound(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, r *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		l := newLog(t, records...)
		for range 4 {
			b := l.At(valid, known)
			for _, fault := range unsound(b) {
				t.Error(fault)
			}
			b.StaleCount()
			b.NextDeadline()
			for _, r := range records {
				b.Why(r.Head().ID)
				b.Sources(r.Head().ID)
				b.Related(r.Head().ID)
			}
			valid, known = randomTime(t, r), randomTime(t, r)
		}
	})
}
