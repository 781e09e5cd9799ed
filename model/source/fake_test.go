package source_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// fake is a source that answers by a function, and keeps when it was asked.
type fake struct {
	answer func(n int, c source.Call) (source.Reading, error)

	mu    sync.Mutex
	times []time.Time
}

// asked is when it was asked.
func (f *fake) asked() []time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.times)
}

func (f *fake) Ask(_ context.Context, c source.Call) (source.Reading, error) {
	f.mu.Lock()
	f.times = append(f.times, c.Now)
	n := len(f.times)
	f.mu.Unlock()
	return f.answer(n, c)
}

// says is a source that says the same each time.
func says(records ...model.Record) *fake {
	return &fake{answer: func(int, source.Call) (source.Reading, error) {
		return source.Reading{Records: records, Rows: len(records)}, nil
	}}
}

func fails(why source.Why) *fake {
	return &fake{answer: func(int, source.Call) (source.Reading, error) {
		return source.Reading{}, source.Troublef(why, "HTTP 503")
	}}
}

func feed(id model.ID, asker source.Asker) source.Feed {
	return source.Feed{
		Settings: source.Settings{ID: id, Kind: "fake", Every: 5 * time.Minute, Stale: 20 * time.Minute, Timeout: 20 * time.Second},
		Asker:    asker, Floor: time.Minute,
	}
}

// client counts what became of readings.
type client struct{ kept, dropped, closed int }

func (*client) Get(context.Context, source.Request) (source.Page, error) { return source.Page{}, nil }
func (c *client) Keep()                                                  { c.kept++ }
func (c *client) Drop()                                                  { c.dropped++ }
func (c *client) Close()                                                 { c.closed++ }

// options are those of a hub without jitter, which needs the bubble's clock.
func options() source.Options {
	return source.Options{Now: time.Now, Random: func() float64 { return 0.5 }, Web: func(source.Settings) source.Client { return &client{} }}
}

// run runs a hub for as long as the test wants.
func run(t *testing.T, o source.Options, feeds ...source.Feed) (h *source.Hub, end func()) {
	t.Helper()
	h = source.New(o, feeds...)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		h.Run(ctx)
	}()
	return h, func() {
		cancel()
		<-done
	}
}

// now is the snapshot that there is, for who has seen a version.
func latest(t *testing.T, h *source.Hub, seen uint64) source.Snapshot {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	s, err := h.Next(ctx, seen)
	if err != nil {
		t.Fatalf("nothing newer than %d: %v", seen, err)
	}
	return s
}

func queue(crossing model.ID, at time.Time, waiting int64) *model.Queue {
	return &model.Queue{
		Fact:     model.Fact{ID: source.ID("q", string(crossing), at.UTC().Format("20060102150405")), Sources: []model.ID{"s"}},
		Crossing: crossing, At: model.Exactly(at.UTC()), Class: model.Truck, Waiting: &waiting,
	}
}

func incident(id model.ID, of model.ID, at time.Time, title string) *model.Incident {
	return &model.Incident{
		Fact: model.Fact{ID: id, Sources: []model.ID{of}}, At: model.Exactly(at.UTC()), Category: "closure", Title: clean.Line(title),
	}
}

// ids lists records but those of sources.
func ids(records []model.Record) string {
	var out strings.Builder
	for _, r := range records {
		if r.Kind() != model.KindSource {
			out.WriteString(string(r.Head().ID) + " ")
		}
	}
	return out.String()
}
