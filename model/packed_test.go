package model_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unsafe"
	"weak"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/squeeze"
)

// backwards is a squeezer that does not make bytes fewer.
type backwards struct{}

func (backwards) Squeeze(raw []byte) []byte {
	out := bytes.Clone(raw)
	slices.Reverse(out)
	return out
}

func (b backwards) Expand(_, squeezed []byte) ([]byte, error) { return b.Squeeze(squeezed), nil }

// broken is one that cannot give back what it took, or not as it was.
type broken struct{ err error }

func (broken) Squeeze(raw []byte) []byte               { return raw[:len(raw)/2] }
func (b broken) Expand(_, some []byte) ([]byte, error) { return some, b.err }

func TestAPackedLogGivesTheSameBoards(t *testing.T) {
	t.Parallel()
	squeezers := []model.Squeezer{squeeze.S2{}, backwards{}, broken{}, broken{errors.New("lost")}}
	eachRandomLog(t, func(t *testing.T, r *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		plain := newLog(t, records...)
		packed := plain.Packed(squeezers[r.IntN(len(squeezers))])
		a, b := plain.At(valid, known), packed.At(valid, known)
		if diff := sameBoard(a, b); diff != "" {
			t.Errorf("plain, then packed:\n%s", diff)
		}
		if plain.Len() != packed.Len() || packed.Events().Len() != plain.Events().Len() {
			t.Errorf("%d records, %d when packed", plain.Len(), packed.Len())
		}
		for _, rec := range records {
			id := rec.Head().ID
			sameRecord(t, plain, packed, id)
			sameAround(t, a, b, id)
		}
		other, when := randomTime(t, r), randomTime(t, r)
		want, got := model.Diff(a, plain.At(other, when)), model.Diff(b, packed.At(other, when))
		if !reflect.DeepEqual(want, got) {
			t.Errorf("packed boards differ by %v, want %v", got, want)
		}
	})
}

// sameRecord checks what two logs say of a record.
func sameRecord(t *testing.T, plain, packed model.Log, id model.ID) {
	t.Helper()
	if want, got := plain.Record(id), packed.Record(id); !reflect.DeepEqual(want, got) {
		t.Errorf("%s became %+v, want %+v", id, got, want)
	}
	if want, got := plain.Known(id), packed.Known(id); want != got {
		t.Errorf("%s was known at %s, want %s", id, got, want)
	}
	if want, got := plain.Telling(id), packed.Telling(id); !reflect.DeepEqual(want, got) {
		t.Errorf("%v tell of %s, want %v", got, id, want)
	}
}

// sameAround checks what two boards find around a record.
func sameAround(t *testing.T, a, b model.Board, id model.ID) {
	t.Helper()
	for name, of := range map[string]func(model.Board) model.Events{
		"the day of":      func(b model.Board) model.Events { return b.SameDay(id) },
		"what is around":  func(b model.Board) model.Events { return b.Around(id, 48*time.Hour) },
		"what tells of":   func(b model.Board) model.Events { return b.Related(id) },
		"what rests on":   func(b model.Board) model.Events { return b.Resting(id) },
		"the events with": func(b model.Board) model.Events { return b.Events },
	} {
		want, got := of(a), of(b)
		if !reflect.DeepEqual(slices.Collect(want.Records()), slices.Collect(got.Records())) {
			t.Errorf("%s %s: %s, want %s", name, id, idsOf(got), idsOf(want))
		}
		for i := range got.Len() {
			if got.Place(got.ID(i)) != i || !reflect.DeepEqual(got.At(i), want.At(i)) || got.At(i).Head().ID != got.ID(i) ||
				!got.At(i).Own().First().Equal(got.Time(i)) {
				t.Errorf("%s %s: place %d is not what is there", name, id, i)
			}
		}
		if got.Place("no-such-id") >= 0 {
			t.Errorf("%s %s: what is not there has a place", name, id)
		}
	}
}

// hostile are texts that were cleaned, with flags that their letters do not show.
func hostile() []clean.Text {
	return []clean.Text{
		clean.Line(""), clean.Line("\u200B"), clean.Line("a\x1b[31mred"), clean.Body("one\n\n\n\ntwo"), clean.Line("pаypal"),
		clean.Line("\xff\xfe"), clean.Line("שלום \u202Eevil"), clean.Body(strings.Repeat("ž", 4000)), clean.Line("🇱🇹 ⚠️ ✓"),
		clean.Line(strings.Repeat("x", 9000)), clean.Body("Каменный Лог — „uždaryta“"), clean.Line("a\u0301\u0302\u0303\u0304\u0305"),
	}
}

// everyField gives each field of a record a value; which one depends on n.
func everyField(t *testing.T, r model.Record, n int) {
	t.Helper()
	for _, f := range model.Fields(r) {
		switch p := f.Value.Addr().Interface().(type) {
		case *model.ID:
			*p = model.ID(fmt.Sprintf("id-%d", n))
		case *[]model.ID:
			*p = [][]model.ID{nil, {}, {"a"}, {"a", "bc", ""}}[n%4]
		case *clean.Text:
			*p = hostile()[n%len(hostile())]
		case *model.Moment:
			*p = []model.Moment{
				modeltest.Moment(t, "2025-11-10"), modeltest.Moment(t, "2025-11-10 24:00"),
				{},
				modeltest.Moment(t, "2025-10"),
				modeltest.Moment(t, "2024-12-31/2025-01-02"), model.Exactly(time.Date(1931, 2, 3, 4, 5, 6, 7000, time.FixedZone("", -3723))),
			}[n%6]
		case *model.Confidence:
			*p = []model.Confidence{"", "low", "high"}[n%3]
		case *model.Lang:
			*p = []model.Lang{"", "lt"}[n%2]
		case *int64:
			*p = []int64{0, 4, -1, 1 << 62}[n%4]
		case *[]model.Figure:
			*p = [][]model.Figure{nil, {}, {{Name: "flights", Value: 3}, {Name: "x", Value: -1 << 63}}}[n%3]
		default:
			t.Fatalf("%s: the test has no value for a %s", f.Name, f.Value.Type())
		}
		n++
	}
}

func TestPackingKeepsEveryField(t *testing.T) {
	t.Parallel()
	var records []model.Record
	for n := range 400 {
		r := model.Record(&model.Incident{})
		if n%3 == 0 {
			r = &model.Statement{}
		}
		everyField(t, r, n)
		r.Head().ID = model.ID(fmt.Sprintf("r-%d", n))
		records = append(records, r)
	}
	packed := newLog(t, records...).Packed(squeeze.S2{})
	for _, want := range records {
		if got := packed.Record(want.Head().ID); !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
	seen := 0
	for i, r := range packed.Events().All() {
		if !reflect.DeepEqual(r, packed.Events().At(i)) {
			t.Errorf("%s is another when read alone", r.Head().ID)
		}
		seen++
	}
	if seen != len(records) {
		t.Errorf("%d records came back", seen)
	}
}

func TestAPackedLogGrows(t *testing.T) {
	t.Parallel()
	l := newLog(t, manyIncidents(t, 300)...).Packed(squeeze.S2{})
	same, err := l.With(l.Record("i-7"), &model.Incident{Fact: model.Fact{ID: "new"}, At: modeltest.Moment(t, "2025-11-10")})
	if err != nil || same.Len() != l.Len()+1 || same.Record("new") == nil {
		t.Errorf("%d records with one more than %d, %v", same.Len(), l.Len(), err)
	}
	if _, err := l.With(modeltest.Records(t, "incident i-7 at=2025-11-10")...); err == nil {
		t.Error("another record took the id of one that is packed")
	}
	rules := model.DefaultRules()
	rules.Working = model.Median
	if l.WithRules(rules).Record("i-7") == nil || !l.Events().Of(l.WithRules(rules)) || l.Events().Of(same) {
		t.Error("other rules make other events, or another log the same")
	}
}

// packedApart packs a log of records whose text is a part of one file, and gives
// that file and a board.
//
//go:noinline
func packedApart(tb testing.TB) (file weak.Pointer[byte], l model.Log) {
	tb.Helper()
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "id-%04d title %04d source-%d;", i, i, i%3)
	}
	text := b.String()
	var records []model.Record
	for part := range strings.SplitSeq(strings.TrimSuffix(text, ";"), ";") {
		words := strings.Fields(part)
		records = append(records, &model.Incident{
			Fact: model.Fact{ID: model.ID(words[0]), Sources: []model.ID{model.ID(words[3])}}, At: modeltest.Moment(tb, "2025-11-10"),
			Title: clean.Line(words[2]), About: []model.ID{model.ID(words[0])}, Places: []model.ID{model.ID(words[0])},
		})
	}
	records = append(records, modeltest.Records(tb, "amendment a of=id-0007 kind=update known=2025-11-11 set.severity=3")...)
	plain, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return weak.Make(unsafe.StringData(text)), plain.Packed(squeeze.S2{})
}

func TestWhatIsPackedHoldsNothingOfItsFile(t *testing.T) {
	t.Parallel()
	file, l := packedApart(t)
	at := modeltest.Time(t, "2025-11-12")
	b := l.At(at, at)
	first := b.Events.At(0)
	runtime.GC()
	runtime.GC()
	if file.Value() != nil {
		t.Error("the text of the file is still in memory")
	}
	if b.Events.Len() != 200 || first.Head().ID != "id-0000" || b.Around("id-0003", time.Hour).Len() != 0 {
		t.Errorf("the board has %d events, the first %s", b.Events.Len(), first.Head().ID)
	}
}

func TestSeveralMayLookAtAPackedLog(t *testing.T) {
	t.Parallel()
	l := newLog(t, manyIncidents(t, 2000)...).Packed(squeeze.S2{})
	done := make(chan bool)
	for g := range 4 {
		go func() {
			r := rand.New(rand.NewPCG(uint64(g), 1))
			for range 2000 {
				i := r.IntN(l.Events().Len())
				if l.Events().At(i).Head().ID != l.Events().ID(i) {
					t.Error("a record is another")
				}
			}
			done <- true
		}()
	}
	for range 4 {
		<-done
	}
}
