package source

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source/keep"
)

// feed is a source that is being asked.
type feed struct {
	Feed
	hub    *Hub
	clock  clock
	client Client
	cite   model.Record
	shelf  *keep.Shelf
	poked  chan struct{}

	mu      sync.Mutex
	health  Health
	records []model.Record // those of the shelf, which never edits them
	reading keep.Reading   // what it answered last
	opened  []clean.Text   // what was wrong with the file
	unkept  []clean.Text   // why it was not written
	again   bool           // they changed since told
	resting time.Time      // until when it asked to be left alone
}

func newFeed(f Feed, h *Hub) *feed {
	if f.Stale <= 0 {
		f.Stale = 4 * f.Every
	}
	out := &feed{
		Feed: f, hub: h, clock: newClock(f, h.o.Random), client: h.o.Web(f.Settings), cite: f.Cite(), poked: make(chan struct{}, 1),
		health: Health{ID: f.ID, Kind: f.Kind, Title: f.Title, Off: f.Off, Every: f.Every, Stale: f.Stale},
	}
	return out
}

// open reads what was kept, and makes it due.
func (f *feed) open(ctx context.Context) {
	now := f.hub.o.Now()
	shelf, reading, notes := keep.Open(ctx, f.hub.o.Dir, f.ID, now)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.shelf, f.reading, f.opened = shelf, reading, notes
	f.records, f.again = shelf.Records(), true
	f.health.Good = reading.Good
	f.show()
	f.fails()
	if f.Off {
		return
	}
	f.health.Next = now
	due := reading.Good.Add(f.clock.after())
	if n := reading.Failing.Times; n > 0 {
		due = reading.Failing.Last.Add(f.clock.retry(n, 0))
	}
	if due.After(now) {
		f.health.Next = due
	}
}

// fails puts how it fails, as it was kept, into its health.
func (f *feed) fails() {
	h, r := &f.health, f.reading.Failing
	if r.Times == 0 || !slices.Contains(Whys(), Why(r.Why)) {
		return
	}
	h.Since, h.Asked, h.Failures, h.Why, h.Detail = r.Since, r.Last, r.Times, Why(r.Why), r.Detail
}

// show puts what it answered last into its health.
func (f *feed) show() {
	h, r := &f.health, f.reading
	h.Of, h.Rows, h.Skipped, h.Flags = r.Of, r.Rows, r.Skipped, r.Flags
	h.Notes = slices.Concat(r.Notes, f.opened, f.unkept)
}

func (f *feed) status() Health {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.health
}

// told gives the records, and whether they changed since it was last called.
func (f *feed) told() (records []model.Record, again bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	again, f.again = f.again, false
	return f.records, again
}

// poke makes it due as soon as it may be asked.
func (f *feed) poke() {
	select {
	case f.poked <- struct{}{}:
	default: // Somebody has.
	}
}

// rests is for how long it may not be asked yet, whoever asks for it. The clock may
// have been set back since it was last asked.
func (f *feed) rests(now time.Time) time.Duration {
	f.mu.Lock()
	defer f.mu.Unlock()
	asked := f.health.Asked
	if asked.IsZero() {
		asked = f.health.Good
	}
	floor := min(asked.Add(f.Floor).Sub(now), f.Floor)
	return max(0, floor, min(f.resting.Sub(now), last*4))
}

// run asks it whenever it is due, one request at a time.
func (f *feed) run(ctx context.Context) {
	defer f.client.Close()
	due := time.NewTimer(max(f.status().Next.Sub(f.hub.o.Now()), 0))
	defer due.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-f.poked:
			wait := f.rests(f.hub.o.Now())
			due.Reset(wait)
			if wait > 0 {
				f.mu.Lock()
				f.health.Next = f.hub.o.Now().Add(wait)
				f.mu.Unlock()
				f.hub.publish()
			}
		case <-due.C:
			f.ask(ctx)
			if ctx.Err() != nil {
				return
			}
			due.Reset(max(f.status().Next.Sub(f.hub.o.Now()), 0))
		}
	}
}

// ask asks once, and takes down what came of it.
func (f *feed) ask(ctx context.Context) {
	began := f.hub.o.Now()
	f.mu.Lock()
	f.health.Asked = began
	f.mu.Unlock()
	limit, cancel := context.WithTimeout(ctx, max(time.Minute, 4*f.Timeout))
	r, err := f.answer(limit, Call{Now: began, Web: f.client, Log: f.hub.o.Log()})
	if errors.Is(limit.Err(), context.DeadlineExceeded) && err != nil {
		err = Troublef(Slow, "no answer in %s", max(time.Minute, 4*f.Timeout))
	}
	cancel()
	if ctx.Err() != nil && err != nil {
		f.client.Drop()
		return
	}
	switch {
	case err == nil:
		f.client.Keep()
		f.learn(r, began)
	case errors.Is(err, ErrUnchanged):
		f.client.Keep()
		f.well(began)
	default:
		f.client.Drop()
		f.fail(err)
	}
	f.save(ctx)
	f.hub.publish()
}

// save keeps what it told for the next run. Where that fails, it goes on without.
func (f *feed) save(ctx context.Context) {
	err := f.shelf.Save(ctx, f.reading)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.unkept = nil
	if err != nil {
		f.unkept = []clean.Text{clean.Line(clean.Err(err))}
	}
	f.show()
}

// answer asks the adapter, whose parser may panic.
func (f *feed) answer(ctx context.Context, c Call) (r Reading, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = Reading{}, Troublef(Malformed, "the parser failed: %s", fmt.Sprint(p))
		}
	}()
	return f.Ask(ctx, c)
}

// well takes down that it answered well.
func (f *feed) well(began time.Time) {
	now := f.hub.o.Now()
	f.mu.Lock()
	defer f.mu.Unlock()
	h := &f.health
	h.Good, h.Took, h.Next = now, now.Sub(began), now.Add(f.clock.after())
	h.Since, h.Failures, h.Why, h.Detail = time.Time{}, 0, "", clean.Text{}
	f.reading.Good, f.reading.Failing = now, keep.Failing{}
}

// learn takes what it answered.
func (f *feed) learn(r Reading, began time.Time) {
	f.well(began)
	now := f.hub.o.Now()
	r = sound(r, now)
	var changed bool
	if r.Whole {
		changed = f.shelf.Replace(r.Records)
	} else {
		changed = f.shelf.Learn(r.Records, now)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.reading = keep.Reading{Good: f.reading.Good, Of: r.Of, Rows: r.Rows, Skipped: r.Skipped, Flags: r.Flags, Notes: r.Notes}
	f.records = f.shelf.Records()
	f.again = f.again || changed
}

// sound leaves out what cannot be: records without an id, and queues of the future.
func sound(r Reading, now time.Time) Reading {
	var records []model.Record
	for _, one := range r.Records {
		q, ok := one.(*model.Queue)
		if !one.Head().ID.Valid() || ok && q.At.First().Sub(now) > ahead {
			r.Skipped++
			continue
		}
		records = append(records, one)
	}
	if lost := len(r.Records) - len(records); lost > 0 {
		r.Notes = append(r.Notes, clean.Line(fmt.Sprintf("%d records left out: of the future, or without an id", lost)))
	}
	if r.Of.Sub(now) > ahead {
		r.Notes = append(r.Notes, clean.Line("its data are of the future: "+r.Of.UTC().Format(time.RFC3339)))
	}
	r.Records = records
	return r
}

// fail takes down why it did not answer well. What it said before stands.
func (f *feed) fail(err error) {
	var trouble *TroubleError
	if !errors.As(err, &trouble) {
		trouble = Troublef(Failed, "%w", err)
	}
	now := f.hub.o.Now()
	f.mu.Lock()
	defer f.mu.Unlock()
	h := &f.health
	if h.Since.IsZero() {
		h.Since = now
	}
	h.Failures++
	h.Why, h.Detail = trouble.Why, trouble.Detail
	h.Next = now.Add(f.clock.retry(h.Failures, trouble.RetryAfter))
	f.resting = now.Add(trouble.RetryAfter)
	f.reading.Failing = keep.Failing{Since: h.Since, Last: now, Times: h.Failures, Why: string(h.Why), Detail: h.Detail}
}

// equal tells whether two records of an id are the same.
func equal(a, b model.Record) bool { return a == b || reflect.DeepEqual(a, b) }
