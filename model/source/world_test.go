package source_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/web"
	"bordertop/model/source/web/webtest"
)

// page is a source that wants the page of webtest, and tells an incident of it.
type page struct {
	s source.Settings
}

func (p page) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	got, err := c.Web.Get(ctx, source.Request{URL: p.s.URL, Types: []string{"application/rss+xml"}, Limit: 1 << 20})
	if err != nil {
		return source.Reading{}, err
	}
	if string(got.Body) != webtest.RSS {
		return source.Reading{}, source.Troublef(source.Malformed, "no feed")
	}
	return source.Reading{Records: []model.Record{incident("of-"+p.s.ID, p.s.ID, c.Now, string(p.s.ID))}, Of: c.Now, Rows: 1}, nil
}

// world is what may happen to a source, by the path at which it does, and what it is
// said to fail for then; empty where it is well.
func world() map[string]source.Why {
	return map[string]source.Why{
		"ok": "", "etag-esc": "", "lm-future": "", "gzip": "", "r-http": "", "r-esc": "",
		"304-always": source.Unexpected, "html": source.Challenge, "html-as-xml": source.Challenge, "json": source.Unexpected, "500": source.Refused,
		"challenge": source.Challenge, "gzip-bomb": source.TooLarge, "gzip-cut": source.Unreachable, "gzip-not": source.Malformed, "br": source.Malformed,
		"endless": source.TooLarge, "drip": source.Slow, "hang": source.Slow, "short": source.Unreachable, "long": source.TooLarge,
		"reset": source.Unreachable, "hdr-huge": source.TooLarge, "hdr-many": source.TooLarge, "r-file": source.Insecure,
		"r-internal": source.Forbidden, "r-loop": source.Insecure, "none": source.Refused, "429": source.Refused, "429-date": source.Refused,
	}
}

// Each source meets another misfortune, all at the same time, and then all is well.
func TestAWorldThatMisbehaves(t *testing.T) {
	t.Parallel()
	var storm atomic.Bool
	hostile := webtest.Hostile()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if storm.Load() && r.URL.Path != "/calm" {
			hostile.ServeHTTP(w, r)
			return
		}
		webtest.OK(w, r)
	}))
	t.Cleanup(server.Close)
	at := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	now := func() time.Time { return at }
	o := source.Options{Now: now, Web: func(s source.Settings) source.Client { return web.New(s, web.Options{Now: now}) }}
	feeds := []source.Feed{visit("calm", server.URL)}
	for path := range world() {
		feeds = append(feeds, visit(path, server.URL))
	}
	h := source.New(o, feeds...)
	before := h.Once(t.Context())
	fare(t, "before anything happened", before, at, func(model.ID) source.Why { return "" })
	storm.Store(true)
	at = at.Add(5 * time.Minute)
	during := h.Once(t.Context())
	if ids(during.Records) != ids(before.Records) {
		t.Errorf("records were %s, are %s", ids(before.Records), ids(during.Records))
	}
	fare(t, "while it lasts", during, at, func(id model.ID) source.Why { return world()[strings.TrimPrefix(string(id), "p-")] })
	storm.Store(false)
	at = at.Add(5 * time.Minute)
	after := h.Once(t.Context())
	fare(t, "one interval later", after, at, func(id model.ID) source.Why {
		if strings.HasPrefix(string(id), "p-429") { // It asked to be left alone for an hour.
			return source.Refused
		}
		return ""
	})
}

// fare compares why sources fail with why they should; those that should not are fresh.
func fare(t *testing.T, when string, s source.Snapshot, at time.Time, want func(model.ID) source.Why) {
	t.Helper()
	for _, f := range s.Feeds {
		why := want(f.ID)
		if state := f.State(at); f.Why != why || why == "" && (state != source.Fresh || !f.Good.Equal(at)) || why != "" && state != source.Failing {
			t.Errorf("%s %s is %s for %q (%s), want %q", when, f.ID, state, f.Why, f.Detail, why)
		}
	}
}

func visit(path, server string) source.Feed {
	s := source.Settings{
		ID: model.ID("p-" + path), Kind: "page", URL: server + "/" + path, Plain: true, Local: true,
		Every: 5 * time.Minute, Stale: 20 * time.Minute, Timeout: 20 * time.Second,
	}
	if path == "drip" || path == "hang" {
		s.Timeout = 3 * time.Second
	}
	return source.Feed{Settings: s, Asker: page{s}}
}
