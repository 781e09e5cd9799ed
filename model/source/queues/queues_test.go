package queues_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/queues"
	"bordertop/model/source/sourcetest"
)

func TestCrossingsAreThoseOfTheSettingsThenTheKnownOnes(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, "2026-11-23T12:00:00Z", "a", "b")
	s := source.Settings{ID: "s", Crossings: map[string]model.ID{"Peace  bridge": "b", "off": "", "gone": "nowhere"}}
	sheet := queues.New(s, c, map[string]model.ID{"one": "a", "peace bridge": "a", "other": "elsewhere"})
	for code, want := range map[string]model.ID{"PEACE BRIDGE": "b", "one": "a", "off": "", "gone": "", "other": "", "never heard of\x1b[31m": ""} {
		if got := sheet.Crossing(code); got != want {
			t.Errorf("%q is %q, want %q", code, got, want)
		}
	}
	got, err := sheet.Reading()
	if err != nil || got.Skipped != 3 || len(got.Notes) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	note := got.Notes[0].String()
	if strings.Contains(note, "off") || !strings.Contains(note, "gone") || strings.Contains(note, "\x1b") || got.Flags&clean.Control == 0 {
		t.Errorf("noted %q, flags %v", note, got.Flags.Words())
	}
}

func TestReadingsOfTheSameFiguresAreTheSame(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, "2026-11-23T12:00:00Z", "a")
	at := model.Exactly(time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC))
	q := model.Queue{Crossing: "a", To: "LT", Class: model.Truck, At: at, Waiting: new(int64(5))}
	read := func(all ...model.Queue) source.Reading {
		sheet := queues.New(source.Settings{ID: "s"}, c, nil)
		for _, one := range all {
			sheet.Add(one)
		}
		r, err := sheet.Reading()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	once, twice := read(q), read(q, q)
	if diff := cmp.Diff(once.Records, twice.Records, cmp.Comparer(func(a, b clean.Text) bool { return a == b })); diff != "" || twice.Rows != 1 {
		t.Errorf("twice the same is another reading (-once +twice):\n%s", diff)
	}
	for name, change := range map[string]func(*model.Queue){
		"another number":       func(q *model.Queue) { q.Waiting = new(int64(6)) },
		"none":                 func(q *model.Queue) { q.Waiting = nil },
		"called, not waiting":  func(q *model.Queue) { q.Waiting, q.Called = nil, q.Waiting },
		"no wait":              func(q *model.Queue) { q.Wait = new(time.Duration) },
		"another way of count": func(q *model.Queue) { q.Method = clean.Line("x") },
	} {
		other := q
		change(&other)
		if _, err := c.Log.With(read(q, other).Records...); err != nil || read(q, other).Rows != 2 {
			t.Errorf("%s is taken for the same: %v", name, err)
		}
	}
}

func TestWhatIsToComeIsLeftOut(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, "2026-11-23T12:00:00Z", "a")
	sheet := queues.New(source.Settings{ID: "s"}, c, nil)
	for _, minutes := range []int{-60, 5, 60, 120} {
		sheet.Add(model.Queue{Crossing: "a", Class: model.Car, At: model.Exactly(c.Now.Add(time.Duration(minutes) * time.Minute)), Waiting: new(int64(0))})
	}
	got, err := sheet.Reading()
	if err != nil || got.Rows != 2 || got.Skipped != 2 || fmt.Sprint(got.Notes) != "[2 left out: of a time to come]" || !got.Of.Equal(c.Now.Add(5*time.Minute)) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAnAnswerWithoutQueuesIsNone(t *testing.T) {
	t.Parallel()
	var trouble *source.TroubleError
	_, err := queues.New(source.Settings{ID: "s"}, sourcetest.Call(t, "2026-11-23T12:00:00Z"), nil).Reading()
	if !errors.As(err, &trouble) || trouble.Why != source.Unexpected {
		t.Error(err)
	}
}

func TestASourceThatLosesItsRowsIsBroken(t *testing.T) {
	t.Parallel()
	var s queues.Steady
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for _, step := range []struct {
		rows  int
		after time.Duration
		ok    bool
	}{{80, 0, true}, {39, time.Hour, false}, {40, 2 * time.Hour, true}, {80, 3 * time.Hour, true}, {5, 26 * time.Hour, false}, {5, 27 * time.Hour, true}} {
		if err := s.Check(step.rows, now.Add(step.after)); (err == nil) != step.ok {
			t.Errorf("%d rows after %s: %v", step.rows, step.after, err)
		}
	}
}

func TestNumbersAreDigitsAndNothingElse(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int64{"0": 0, "198": 198, " 7 ": 7, "100000": 100000} {
		if got := queues.Number(text); got == nil || *got != want {
			t.Errorf("%q is no %d", text, want)
		}
	}
	for _, v := range []any{"", "-", "-1", "+1", "1.5", "1e3", "0x10", "100001", "99999999999999999999", "١٢", nil, true, []any{}} {
		if got := queues.Number(v); got != nil {
			t.Errorf("%v is taken for %d", v, *got)
		}
	}
}

func TestWaitsAreWithinReason(t *testing.T) {
	t.Parallel()
	if got := queues.Wait(90*time.Minute + 59*time.Second); got == nil || *got != 90*time.Minute {
		t.Error(got)
	}
	for _, d := range []time.Duration{-1, -time.Hour, 1001 * time.Hour} {
		if got := queues.Wait(d); got != nil {
			t.Errorf("%s is taken for a wait", d)
		}
	}
}

func TestZonesOfNorthAmericaAreKnownInBothLanguages(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{"EST": -18000, "HNE": -18000, "hae": -14400, "PDT": -25200, "HAP": -25200, "NST": -12600, "ADT": -10800, "CST": -21600} {
		zone, ok := queues.Zone(name)
		if _, offset := time.Date(2026, 7, 1, 0, 0, 0, 0, zone).Zone(); !ok || offset != want {
			t.Errorf("%s is %d s from UTC, want %d", name, offset, want)
		}
	}
	if _, ok := queues.Zone("CET"); ok {
		t.Error("a clock of Europe is taken for one of America")
	}
}

func TestWordsArePlain(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{"  Actualización\u00a0pendiente ": "actualizacion pendiente", "Ne s'applique pas": "ne s'applique pas", "ÉTATS-UNIS": "etats-unis"} {
		if got := queues.Plain(raw); got != want {
			t.Errorf("%q is %q, want %q", raw, got, want)
		}
	}
}
