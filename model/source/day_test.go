package source_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/model"
	"bordertop/model/source"
)

// outage is when a source does not answer, in hours of the day.
type outage struct{ from, to float64 }

func (o outage) at(t time.Time, start time.Time) bool {
	hours := t.Sub(start).Hours()
	return hours >= o.from && hours < o.to
}

// moody is a source that tells a queue each time, but while it is out.
func moody(name string, start time.Time, out outage, how func() error) *fake {
	return &fake{answer: func(n int, c source.Call) (source.Reading, error) {
		if out.at(c.Now, start) {
			time.Sleep(time.Duration(n%7) * time.Second)
			return source.Reading{}, how()
		}
		return source.Reading{Records: []model.Record{queue(model.ID(name), c.Now, int64(n))}, Of: c.Now, Rows: 1}, nil
	}}
}

// follow keeps the records that a reader learns of who wakes up now and then.
func follow(t *testing.T, h *source.Hub, every time.Duration, until time.Time) map[model.ID]bool {
	t.Helper()
	seen := uint64(0)
	known := map[model.ID]bool{}
	for time.Now().Before(until) {
		s, err := h.Next(t.Context(), seen)
		if err != nil || s.Version <= seen {
			t.Errorf("version %d after %d: %v", s.Version, seen, err)
			return nil
		}
		if s.Gone {
			clear(known)
			for _, r := range s.Records {
				known[r.Head().ID] = true
			}
		}
		for _, r := range s.Came {
			known[r.Head().ID] = true
		}
		seen = s.Version
		time.Sleep(every)
	}
	return known
}

func TestADayWithSourcesThatFlap(t *testing.T) {
	t.Parallel()
	synctest.Test(t, day)
}

func day(t *testing.T) {
	t.Helper()
	start := time.Now()
	outages := []outage{{}, {1, 1.5}, {6, 14}, {10, 10.05}, {0, 24}}
	whys := []func() error{
		func() error { return source.Troublef(source.Slow, "no answer") },
		func() error { return &source.TroubleError{Why: source.Refused, RetryAfter: 10 * time.Minute} },
		func() error { panic("no feed") },
	}
	var fakes []*fake
	var feeds []source.Feed
	for i, out := range outages {
		name := fmt.Sprintf("c%d", i)
		f := moody(name, start, out, whys[i%len(whys)])
		fakes, feeds = append(fakes, f), append(feeds, feed(model.ID(name), f))
	}
	o := options()
	o.Random = nil
	h, end := run(t, o, feeds...)
	known := make(chan map[model.ID]bool)
	go func() { known <- follow(t, h, 11*time.Minute, start.Add(25*time.Hour)) }()
	for hour := range 24 {
		time.Sleep(time.Hour)
		s := latest(t, h, 0)
		for i, out := range outages {
			judge(t, s.Feeds[i], out, start, hour+1)
		}
	}
	learnt := <-known
	last := latest(t, h, 0)
	end()
	want := map[model.ID]bool{}
	for _, r := range last.Records {
		want[r.Head().ID] = true
	}
	missed := map[model.ID]bool{}
	for id := range want {
		if !learnt[id] {
			missed[id] = true
		}
	}
	if len(missed) > len(feeds)*3 { // what came since the reader last looked
		t.Errorf("a reader missed %d of %d records", len(missed), len(want))
	}
	for i, f := range fakes {
		polite(t, f.asked(), outages[i], start)
	}
}

// judge tells whether the health is right at an hour: a source is failing from its
// interval after it fell silent until that after it spoke again, or, where it was
// silent for long, until it is next looked for.
func judge(t *testing.T, h source.Health, out outage, start time.Time, hour int) {
	t.Helper()
	const interval, probe = 0.1, 0.31
	at := float64(hour)
	state := h.State(time.Now())
	switch {
	case at >= out.from+interval && at < out.to && state != source.Failing:
		t.Errorf("%s at %d h is %s, though it does not answer from %g to %g", h.ID, hour, state, out.from, out.to)
	case (at < out.from || at >= out.to+probe) && state != source.Fresh:
		t.Errorf("%s at %d h is %s (%s %s), though it answers", h.ID, hour, state, h.Why, h.Detail)
	case state == source.Failing && h.Since.Sub(start).Hours() > out.from+interval+0.01:
		t.Errorf("%s is failing since %s, though it does not answer from %g", h.ID, h.Since, out.from)
	}
}

// polite tells whether requests keep their distance: the floor always, and a quarter
// of an hour once a source has failed five times.
func polite(t *testing.T, asked []time.Time, out outage, start time.Time) {
	t.Helper()
	silent := 0
	for i, at := range asked {
		if out.at(at, start) {
			silent++
		}
		if i > 0 && at.Sub(asked[i-1]) < time.Minute {
			t.Errorf("asked at %s, %s after the last time", at, at.Sub(asked[i-1]))
		}
	}
	if most := 6 + int((out.to-out.from)*4); silent > most {
		t.Errorf("asked %d times while it was silent from %g to %g, want at most %d", silent, out.from, out.to, most)
	}
	if all := len(asked) - silent; out.to == 0 && (all < 24*60/6 || all > 25*60/4+2) {
		t.Errorf("asked %d times in a day and an hour", all)
	}
}
