//go:build unix

package main_test

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// feed is a server on this machine that answers as the waiting zones of Belarus do,
// unless it is down.
type feed struct {
	*httptest.Server
	down  atomic.Bool
	asked atomic.Int64
}

func serve(tb testing.TB) *feed {
	tb.Helper()
	f := &feed{}
	f.Server = httptest.NewServer(http.HandlerFunc(f.answer))
	tb.Cleanup(f.Close)
	return f
}

func (f *feed) answer(w http.ResponseWriter, r *http.Request) {
	f.asked.Add(1)
	name := "checkpoint.json"
	switch path := r.URL.Path; {
	case f.down.Load() || strings.HasPrefix(path, "/down"):
		http.Error(w, "maintenance", http.StatusServiceUnavailable)
		return
	case strings.HasSuffix(path, "/statistics"):
		name = "statistics.json"
	case strings.HasSuffix(path, "/monitoring-new") && strings.Contains(r.URL.RawQuery, "checkpointId=b60677d4"):
		name = "monitoring_kamenny_log.json"
	case strings.HasSuffix(path, "/monitoring-new"):
		name = "monitoring_benyakoni_empty.json"
	}
	w.Header().Set("Content-Type", "application/json")
	http.ServeFile(w, r, filepath.Join("..", "..", "model", "source", "declarant", "testdata", name))
}

// queueAt are settings with the queue that a feed tells, and more.
func queueAt(f *feed, more string) string {
	return "[[source]]\nid = \"queue\"\nkind = \"declarant\"\ntitle = \"Electronic queue\"\nurl = \"" + f.URL + "/info/monitoring-new?token=test\"\nplain = true\nlocal = true\n" + more
}

func TestTheBoardAsksItsSources(t *testing.T) {
	t.Parallel()
	f := serve(t)
	dead := "[[source]]\nid = \"dead\"\nkind = \"cbsa\"\nurl = \"" + f.URL + "/down\"\nplain = true\nlocal = true\n"
	path := filepath.Join(folder(t, map[string]string{"c.toml": queueAt(f, dead)}), "c.toml")
	s := start(t, "--config", path)
	s.until("1 source failing")
	s.term.Press("9", "z")
	s.until("✓ fresh")
	s.until("Electronic queue")
	s.until("refuses to answer: HTTP 503")
	s.until("2 live")

	put(t, path, queueAt(f, ""))
	s.goes("failing")
	s.until("1 live")
	s.until("✓ fresh")
	s.term.Press("enter")
	s.until("What rests on it  6")

	put(t, path, "theme = \"dark\"\n")
	s.goes("What rests on it  6")
	s.term.Press("9")
	s.until("no live source")
	s.quit()
}

func TestABoardOpensWithoutASourceAtFault(t *testing.T) {
	t.Parallel()
	f := serve(t)
	path := filepath.Join(folder(t, map[string]string{"c.toml": queueAt(f, "[[source]]\nid = \"odd\"\nkind = \"declrant\"\n")}), "c.toml")
	s := start(t, "--config", path)
	s.until(`no kind of source "declrant"`)
	s.term.Press("9", "z")
	s.until("– off")
	s.until("✓ fresh")
	s.quit()
}

// TestTheSourceOfTheREADMEIsRight has the program check what the README has to copy.
func TestTheSourceOfTheREADMEIsRight(t *testing.T) {
	t.Parallel()
	_, block, ok := strings.Cut(readme(t), "```toml\n")
	block, _, ended := strings.Cut(block, "```")
	if !ok || !ended {
		t.Fatal("the README has no settings to copy")
	}
	path := filepath.Join(folder(t, map[string]string{"c.toml": block}), "c.toml")
	if out, faults, status := piped(t, "check", path); out+faults != "" || status != 0 {
		t.Errorf("check exits with %d and says\n%s%s", status, out, faults)
	}
}
