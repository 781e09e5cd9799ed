package source_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/source"
)

func TestTheFirstSnapshotWaitsForNobody(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		hang := &fake{}
		hang.answer = func(int, source.Call) (source.Reading, error) {
			time.Sleep(time.Hour)
			return source.Reading{}, errors.New("too late")
		}
		h, end := run(t, options(), feed("a", hang))
		s := latest(t, h, 0)
		if s.Version != 1 || len(s.Feeds) != 1 || s.Feeds[0].State(time.Now()) != source.Waiting || len(s.Came) != 1 {
			t.Errorf("got %+v", s)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if _, err := h.Next(ctx, s.Version); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("another one is there: %v", err)
		}
		end()
	})
}

func TestAFailingSourceChangesItsHealthAlone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		flaky := &fake{}
		flaky.answer = func(n int, c source.Call) (source.Reading, error) {
			if n == 1 {
				return source.Reading{Records: []model.Record{queue("medininkai", c.Now, 7)}, Of: c.Now, Rows: 1}, nil
			}
			return source.Reading{}, source.Troublef(source.Refused, "HTTP 503")
		}
		h, end := run(t, options(), feed("a", flaky), feed("b", says(incident("i", "b", start, "Closed"))))
		time.Sleep(time.Minute)
		before := latest(t, h, 0)
		time.Sleep(29 * time.Minute)
		after := latest(t, h, before.Version)
		if ids(after.Records) != ids(before.Records) || len(after.Came) > 0 || after.Gone {
			t.Errorf("records were %s, are %s, came %s", ids(before.Records), ids(after.Records), ids(after.Came))
		}
		a, b := after.Feeds[0], after.Feeds[1]
		if a.State(time.Now()) != source.Failing || a.Why != source.Refused || a.Detail.String() != "HTTP 503" || a.Failures < 5 {
			t.Errorf("health of the one that fails: %+v", a)
		}
		if !a.Since.Equal(start.Add(5*time.Minute)) || !a.Good.Equal(start) || !a.Of.Equal(start) || a.Rows != 1 {
			t.Errorf("failing since %s, good at %s, of %s", a.Since, a.Good, a.Of)
		}
		if b.State(time.Now()) != source.Fresh || b.Failures != 0 {
			t.Errorf("health of the other: %+v", b)
		}
		end()
	})
}

func TestSourcesAreAskedWhenTheyAreDue(t *testing.T) {
	t.Parallel()
	rests := &source.TroubleError{Why: source.Refused, RetryAfter: 40 * time.Minute}
	for name, tt := range map[string]struct {
		answer func(n int, c source.Call) (source.Reading, error)
		random float64
		want   []time.Duration // between the requests of two hours, the first ones
	}{
		"in its interval": {says().answer, 0.5, []time.Duration{5 * time.Minute, 5 * time.Minute}},
		"a fifth earlier": {says().answer, 0, []time.Duration{4 * time.Minute, 4 * time.Minute}},
		"a fifth later":   {says().answer, 0.999999999, []time.Duration{6 * time.Minute, 6 * time.Minute}},
		"after failures later and later, then seldom": {
			fails(source.Slow).answer, 0.999999999,
			[]time.Duration{time.Minute, time.Minute, time.Minute, 80 * time.Second, 18 * time.Minute, 18 * time.Minute},
		},
		"never below its floor":     {fails(source.Slow).answer, 0, []time.Duration{time.Minute, time.Minute, time.Minute, time.Minute, 15 * time.Minute}},
		"not before it has rested":  {func(int, source.Call) (source.Reading, error) { return source.Reading{}, rests }, 0.5, []time.Duration{40 * time.Minute, 40 * time.Minute}},
		"as before once it is well": {flaps(5), 0, []time.Duration{time.Minute, time.Minute, time.Minute, time.Minute, 15 * time.Minute, 4 * time.Minute, time.Minute}},
		"after nothing new as ever": {func(int, source.Call) (source.Reading, error) { return source.Reading{}, source.ErrUnchanged }, 0.5, []time.Duration{5 * time.Minute}},
		"after a panic as after any other failure": {
			func(int, source.Call) (source.Reading, error) {
				var q *model.Queue
				return source.Reading{Rows: int(*q.Waiting)}, nil
			}, 0,
			[]time.Duration{time.Minute, time.Minute, time.Minute, time.Minute, 15 * time.Minute},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				f := &fake{answer: tt.answer}
				o := options()
				o.Random = func() float64 { return tt.random }
				_, end := run(t, o, feed("a", f))
				time.Sleep(2 * time.Hour)
				end()
				var got []time.Duration
				for i := range min(len(tt.want), len(f.asked())-1) {
					got = append(got, f.asked()[i+1].Sub(f.asked()[i]).Round(time.Second))
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("asked after (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// flaps fails so many times, then is well once, and so on.
func flaps(times int) func(int, source.Call) (source.Reading, error) {
	return func(n int, _ source.Call) (source.Reading, error) {
		if n%(times+1) != 0 {
			return source.Reading{}, errors.New("broken")
		}
		return source.Reading{}, nil
	}
}

func TestWhoeverAsksGetsItOnceTheFloorAllows(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		a, b := says(), fails(source.Slow)
		h, end := run(t, options(), feed("a", a), feed("b", b))
		start := time.Now()
		time.Sleep(10 * time.Second)
		for range 5 {
			h.Poke("a")
		}
		time.Sleep(time.Second)
		if next := latest(t, h, 0).Feeds[0].Next; !next.Equal(start.Add(time.Minute)) {
			t.Errorf("it is due at %s, want its floor after %s", next, start)
		}
		time.Sleep(99 * time.Second)
		h.Poke()
		time.Sleep(11 * time.Second)
		end()
		if len(a.asked()) != 3 || a.asked()[1].Sub(start) != time.Minute || a.asked()[2].Sub(start) != 2*time.Minute {
			t.Errorf("asked at %s from %s", a.asked(), start)
		}
	})
}

func TestOneRequestIsInFlight(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		flying, most := 0, 0
		slow := &fake{answer: func(int, source.Call) (source.Reading, error) {
			flying++
			most = max(most, flying)
			time.Sleep(3 * time.Minute)
			flying--
			return source.Reading{}, nil
		}}
		h, end := run(t, options(), feed("a", slow))
		for range 100 {
			time.Sleep(10 * time.Second)
			h.Poke()
		}
		time.Sleep(3 * time.Minute)
		end()
		if most != 1 || len(slow.asked()) < 4 {
			t.Errorf("%d at a time, %d in all", most, len(slow.asked()))
		}
	})
}

func TestAClockThatJumpsAsksAgain(t *testing.T) {
	t.Parallel()
	for name, jump := range map[string]time.Duration{"ahead, as after sleep": 8 * time.Hour, "back": -8 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var skew atomic.Int64
				o := options()
				o.Now = func() time.Time { return time.Now().Add(time.Duration(skew.Load())).Round(0) }
				a := says()
				f := feed("a", a)
				f.Every = 4 * time.Hour
				_, end := run(t, o, f)
				time.Sleep(2 * time.Minute)
				skew.Store(int64(jump))
				time.Sleep(2 * time.Minute)
				end()
				if len(a.asked()) != 2 {
					t.Errorf("asked %d times, want twice", len(a.asked()))
				}
			})
		})
	}
}

func TestOnceAsksEachOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		off := feed("off", says())
		off.Off = true
		a := says(incident("i", "a", time.Now(), "Closed"))
		h := source.New(options(), feed("a", a), feed("b", fails(source.Slow)), off)
		s := h.Once(t.Context())
		if ids(s.Came) != "i " || s.Feeds[1].Why != source.Slow || s.Feeds[2].State(time.Now()) != source.Off {
			t.Errorf("got %+v", s)
		}
		h.Once(t.Context())
		if len(a.asked()) != 1 {
			t.Errorf("asked %d times within its floor", len(a.asked()))
		}
	})
}

func TestReadersLearnWhatIsNewToThem(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		grows := &fake{answer: func(n int, c source.Call) (source.Reading, error) {
			return source.Reading{Records: []model.Record{queue("q", c.Now, int64(n))}}, nil
		}}
		whole := &fake{answer: func(n int, _ source.Call) (source.Reading, error) {
			r := source.Reading{Whole: true, Records: []model.Record{incident("x", "w", start, "x"), incident("y", "w", start, "y")}}
			if n > 2 {
				r.Records = r.Records[:1]
			}
			return r, nil
		}}
		h, end := run(t, options(), feed("a", grows), feed("w", whole))
		time.Sleep(time.Minute)
		first := latest(t, h, 0)
		time.Sleep(5 * time.Minute)
		second := latest(t, h, first.Version)
		time.Sleep(5 * time.Minute)
		third, missed := latest(t, h, second.Version), latest(t, h, first.Version)
		end()
		if len(first.Came) != 5 || first.Gone {
			t.Errorf("at first %s came", ids(first.Came))
		}
		if len(second.Came) != 1 || second.Gone {
			t.Errorf("then %s came, gone %t", ids(second.Came), second.Gone)
		}
		if len(third.Came) != 1 || !third.Gone || len(missed.Came) != 2 || !missed.Gone {
			t.Errorf("at last %s came, gone %t; to who missed one %s, gone %t", ids(third.Came), third.Gone, ids(missed.Came), missed.Gone)
		}
	})
}

func TestDataOfTheFutureAreToldAsSuch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		f := &fake{answer: func(_ int, c source.Call) (source.Reading, error) {
			soon, later := c.Now.Add(5*time.Minute), c.Now.Add(time.Hour)
			return source.Reading{
				Records: []model.Record{queue("a", soon, 1), queue("b", later, 2), incident("i", "f", later, "Closes"), incident("", "f", soon, "x")},
				Of:      later, Rows: 4,
			}, nil
		}}
		h := source.New(options(), feed("f", f))
		s := h.Once(t.Context())
		health := s.Feeds[0]
		if got := len(s.Records); got != 3 || health.Skipped != 2 || len(health.Notes) != 2 || health.State(time.Now()) != source.Stale {
			t.Errorf("%d records: %s, health %+v", got, ids(s.Records), health)
		}
	})
}

func TestClientsLearnWhatBecameOfPages(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var c client
		o := options()
		o.Web = func(source.Settings) source.Client { return &c }
		_, end := run(t, o, feed("a", &fake{answer: flaps(1)}))
		time.Sleep(7 * time.Minute)
		end()
		if c != (client{kept: 2, dropped: 2, closed: 1}) {
			t.Errorf("got %+v", c)
		}
	})
}
