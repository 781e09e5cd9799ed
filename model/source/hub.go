package source

import (
	"context"
	"slices"
	"sync"
	"time"

	"bordertop/model"
)

// Options are what a hub takes of the program around it.
type Options struct {
	// Now is the wall clock.
	Now func() time.Time
	// Web makes the client of a source; see package web.
	Web func(Settings) Client
	// Log gives what the board shows now; nil is nothing. See Call.
	Log func() model.Log
	// Dir is a directory in which what was told is kept from one run to the next;
	// empty keeps nothing. Several programs may share it.
	Dir string
	// Go starts a goroutine; nil is the go statement.
	Go func(name string, fn func())
	// Random gives numbers from 0 to below 1, to several goroutines; nil is chance.
	Random func() float64
}

// Hub asks sources, however many readers there are.
type Hub struct {
	o     Options
	feeds []*feed
	once  sync.Once // opens them

	mu      sync.Mutex
	version uint64
	records []model.Record
	born    map[model.ID]uint64 // the version since which there is a record
	came    uint64              // the version that last had more than the one before
	gone    uint64              // the version that last lacked what the one before had
	feedsAt []Health
	newer   chan struct{} // closed with the next version
}

// New makes a hub of feeds. It touches nothing before the first call.
func New(o Options, feeds ...Feed) *Hub {
	if o.Log == nil {
		o.Log = func() model.Log { return model.Log{} }
	}
	if o.Go == nil {
		o.Go = func(_ string, fn func()) { go fn() }
	}
	h := &Hub{o: o, newer: make(chan struct{})}
	for _, f := range feeds {
		h.feeds = append(h.feeds, newFeed(f, h))
	}
	return h
}

// open makes the first version: that of what was kept.
func (h *Hub) open(ctx context.Context) {
	h.once.Do(func() {
		h.each(h.feeds, func(f *feed) { f.open(ctx) })
		h.publish()
	})
}

// each does something with some feeds, with all at once.
func (h *Hub) each(feeds []*feed, do func(*feed)) {
	var all sync.WaitGroup
	for _, f := range feeds {
		all.Add(1)
		h.o.Go("source "+string(f.ID), func() {
			defer all.Done()
			do(f)
		})
	}
	all.Wait()
}

// Run asks the sources, each when it is due, until ctx ends; then it returns, with all
// that it started.
func (h *Hub) Run(ctx context.Context) {
	h.open(ctx)
	var watching sync.WaitGroup
	watching.Add(1)
	h.o.Go("sources", func() {
		defer watching.Done()
		h.watch(ctx)
	})
	h.each(h.on(), func(f *feed) { f.run(ctx) })
	watching.Wait()
}

// on lists the feeds that are not off.
func (h *Hub) on() []*feed {
	return slices.DeleteFunc(slices.Clone(h.feeds), func(f *feed) bool { return f.Off })
}

// Once asks all sources once, but those that were asked less than their floor ago,
// and gives what there is then.
func (h *Hub) Once(ctx context.Context) Snapshot {
	h.open(ctx)
	now := h.o.Now()
	due := slices.DeleteFunc(h.on(), func(f *feed) bool { return f.rests(now) > 0 })
	h.each(due, func(f *feed) {
		f.ask(ctx)
		f.client.Close()
	})
	return h.at(0)
}

// Next waits for a snapshot that is newer than a version, and gives it. The version 0
// is older than all; the first snapshot, of what was kept, waits for no source, nor
// for Run. The error is that of ctx.
func (h *Hub) Next(ctx context.Context, seen uint64) (Snapshot, error) {
	h.open(ctx)
	for {
		h.mu.Lock()
		version, newer := h.version, h.newer
		h.mu.Unlock()
		if version > seen {
			return h.at(seen), nil
		}
		select {
		case <-ctx.Done():
			return Snapshot{}, ctx.Err()
		case <-newer:
		}
	}
}

// Poke asks sources as soon as they may be asked; all where it names none.
func (h *Hub) Poke(ids ...model.ID) {
	for _, f := range h.feeds {
		if len(ids) == 0 || slices.Contains(ids, f.ID) {
			f.poke()
		}
	}
}

// at is the snapshot by now for who has seen a version.
func (h *Hub) at(seen uint64) Snapshot {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := Snapshot{Version: h.version, Records: h.records, Gone: seen > 0 && h.gone > seen, Feeds: h.feedsAt}
	if h.came <= seen {
		return s
	}
	for _, r := range h.records {
		if h.born[r.Head().ID] > seen {
			s.Came = append(s.Came, r)
		}
	}
	return s
}

// publish makes a version of what the feeds have now.
func (h *Hub) publish() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.version++
	h.feedsAt = nil
	for _, f := range h.feeds {
		h.feedsAt = append(h.feedsAt, f.status())
	}
	h.gather()
	close(h.newer)
	h.newer = make(chan struct{})
}

// gather puts together what the feeds tell, where that is otherwise than before.
func (h *Hub) gather() {
	var all [][]model.Record
	changed := h.born == nil
	for _, f := range h.feeds {
		records, again := f.told()
		all = append(all, append([]model.Record{f.cite}, records...))
		changed = changed || again
	}
	if !changed {
		return
	}
	before := make(map[model.ID]model.Record, len(h.records))
	for _, r := range h.records {
		before[r.Head().ID] = r
	}
	born := make(map[model.ID]uint64, len(all))
	h.records = nil
	same := 0
	for _, r := range fold(all) {
		id := r.Head().ID
		if _, twice := born[id]; twice {
			continue
		}
		born[id] = h.version
		if old, ok := before[id]; ok {
			born[id] = h.born[id]
			if equal(old, r) {
				same++
			}
		} else {
			h.came = h.version
		}
		h.records = append(h.records, r)
	}
	h.born = born
	if same < len(before) {
		h.gone = h.version
	}
}

// The hub looks at the clocks every tick. Where one went by as much more or less as
// jump, the machine slept or its clock was set.
const (
	tick = 30 * time.Second
	jump = time.Minute
)

// watch asks all sources again when the clock has jumped.
func (h *Hub) watch(ctx context.Context) {
	t := time.NewTicker(tick)
	defer t.Stop()
	before := h.o.Now().Round(0)
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		now := h.o.Now().Round(0)
		if went := now.Sub(before) - tick; went > jump || went < -jump {
			h.Poke()
		}
		before = now
	}
}
