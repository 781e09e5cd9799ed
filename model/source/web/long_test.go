package web_test

import (
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"bordertop/model/source"
)

// rounds are how often the behaviours are gone through; LONG=1 makes some 20,000
// fetches of them.
func rounds() int {
	if os.Getenv("LONG") != "" {
		return 1000
	}
	return 20
}

// kept is what the process holds on to.
type kept struct{ heap, goroutines, files int }

func keeps(t *testing.T) kept {
	t.Helper()
	runtime.GC()
	runtime.GC() // The first leaves what pools hold.
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		files = nil // Other systems do not tell.
	}
	return kept{int(m.HeapAlloc), runtime.NumGoroutine(), len(files)}
}

func fetch(t *testing.T, url string, rounds int) {
	t.Helper()
	s := source.Settings{URL: url, Timeout: time.Second}
	if strings.HasSuffix(url, "/drip") || strings.HasSuffix(url, "/hang") {
		s.Timeout = 2 * time.Millisecond
	}
	c := open(t, s)
	defer c.Close()
	for range rounds {
		_, err := c.Get(t.Context(), source.Request{URL: s.URL, Types: xml(), Limit: 1 << 20})
		if err != nil {
			c.Drop()
			continue
		}
		c.Keep()
	}
}

// It is not parallel: it counts what the whole process holds.
func TestFetchesLeaveNothingBehind(t *testing.T) { //nolint:paralleltest // see above
	server := hostile(t)
	paths := []string{
		"/ok", "/304-always", "/etag-esc", "/lm-future", "/html", "/500", "/flap", "/gzip", "/gzip-cut", "/endless", "/drip", "/hang",
		"/short", "/reset", "/hdr-huge", "/r-file", "/r-internal", "/r-http", "/r-loop", "/r-esc",
	}
	all := func(rounds int) {
		for _, path := range paths {
			fetch(t, server.URL+path, rounds)
		}
		server.CloseClientConnections()
	}
	all(2)
	before := keeps(t)
	all(rounds())
	after := keeps(t)
	if after.heap > before.heap+4<<20 || after.goroutines > before.goroutines+10 || after.files > before.files+10 {
		t.Errorf("after %d fetches there are %+v, before there were %+v", rounds()*len(paths), after, before)
	}
	t.Logf("%d fetches: %+v, then %+v", rounds()*len(paths), before, after)
}
