//go:build unix

package main_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// pages are what the world answers by the beginnings of paths: samples of every kind
// of source that asks over HTTP.
func pages() map[string]string {
	return map[string]string{
		"/declarant/info/monitoring/statistics": "declarant/testdata/statistics.json",
		"/declarant/":                           "declarant/testdata/monitoring_kamenny_log.json",
		"/gpk/":                                 "gpk/testdata/order-archive_stone_log.json",
		"/dpsu/":                                "dpsu/testdata/map.html",
		"/granica/":                             "granica/testdata/exit_belarus.html",
		"/cbp/":                                 "cbp/testdata/bwt_en.json",
		"/cbsa/":                                "cbsa/testdata/bwt-eng.csv",
		"/cap/":                                 "cap/testdata/alert.xml",
		"/rss/":                                 "rss/testdata/rss_lrt_like.xml",
		"/generic/":                             "../../config/recipes/eismoinfo-restrictions.json",
	}
}

// world is a server on this machine that answers as the sources of the samples do, of
// yesterday instead of the day that they are of.
func world(tb testing.TB) *httptest.Server {
	tb.Helper()
	day := time.Now().UTC().AddDate(0, 0, -1)
	var dates []string
	for _, layout := range []string{"2006-01-02", "02.01.2006", "01/02/2006", "02 Jan 2006"} {
		dates = append(dates, time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC).Format(layout), day.Format(layout))
	}
	// The alert of a sample ends a day after it began; here it is still in force.
	dates = append(dates, "2026-11-24", day.AddDate(0, 0, 3).Format(time.DateOnly))
	of := strings.NewReplacer(dates...)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		longest := ""
		for at := range pages() {
			if strings.HasPrefix(r.URL.Path, at) && len(at) > len(longest) {
				longest = at
			}
		}
		if r.URL.Path == "/http/board.toml" {
			_, _ = fmt.Fprintf(w, "[[incident]]\nid = \"told-elsewhere\"\nat = %s\ntitle = \"Told by another desk\"\n", day.Format(time.RFC3339))
			return
		}
		body, err := os.ReadFile(filepath.Join("..", "..", "model", "source", pages()[longest]))
		if err != nil || longest == "" {
			http.NotFound(w, r)
			return
		}
		_, _ = of.WriteString(w, string(body))
	}))
	tb.Cleanup(s.Close)
	return s
}

// every are settings with a source of every kind: those of the world, and three on
// this machine.
func every(tb testing.TB, url string) string {
	tb.Helper()
	at := time.Now().UTC().AddDate(0, 0, -1).Format(time.RFC3339)
	row := func(text string) string {
		return fmt.Sprintf(`{"record":"incident","id":"told-%s","at":%q,"title":"Told by a %s"}`, text, at, text)
	}
	dir := folder(tb, map[string]string{"file.jsonl": row("file"), "shared/a.jsonl": row("dir")})
	var b strings.Builder
	for _, s := range []struct{ kind, path, more string }{
		{"declarant", "/info/monitoring-new?token=test", ""},
		{"gpk", "/archive", ""},
		{"dpsu", "/map", `crossings = { "Ягодин - Дорогуськ" = "medininkai" }`},
		{"granica", "/wait", `crossings = { Bobrowniki = "medininkai" }`},
		{"cbp", "/bwt", `crossings = { "250401" = "medininkai", "070801" = "salcininkai" }`},
		{"cbsa", "/bwt.csv", `crossings = { "Sampleton, ON/Elsewhere, NY" = "medininkai" }`},
		{"cap", "/alert.xml", ""},
		{"rss", "/rss", "[[source.rule]]\nany = [\"Medinink*\"]\ncategory = \"border\"\nseverity = 2"},
		{"generic", "/restrictions", `rows = '.[] | {record: "incident", id, at: .startTime, title: .description, crossings: "medininkai"}'`},
		{"http", "/board.toml", ""},
	} {
		fmt.Fprintf(&b, "[[source]]\nid = \"%[1]s\"\nkind = \"%[1]s\"\nurl = \"%[2]s/%[1]s%[3]s\"\nplain = true\nlocal = true\n%[4]s\n", s.kind, url, s.path, s.more)
	}
	fmt.Fprintf(&b, "[[source]]\nid = \"file\"\nkind = \"file\"\npath = %q\n", filepath.Join(dir, "file.jsonl"))
	fmt.Fprintf(&b, "[[source]]\nid = \"dir\"\nkind = \"dir\"\npath = %q\n", filepath.Join(dir, "shared"))
	fmt.Fprintf(&b, "[[source]]\nid = \"exec\"\nkind = \"exec\"\nargv = [\"/bin/echo\", '%s']\n", row("exec"))
	return b.String()
}

func TestADeskWithASourceOfEveryKindHasWhatEachTells(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t, map[string]string{"c.toml": every(t, world(t).URL)}), "c.toml")
	out, faults, status := piped(t, "fetch", "--config", path, "--format", "json")
	var told struct {
		Sources []struct {
			ID, State string
			Detail    string
			Rows      int
			Notes     []string
		}
	}
	if err := json.Unmarshal([]byte(out), &told); err != nil || status != 0 {
		t.Errorf("fetch exits with %d, %v\n%s", status, err, faults)
	}
	if len(told.Sources) != 13 {
		t.Errorf("%d sources were asked", len(told.Sources))
	}
	for _, s := range told.Sources {
		if s.Rows == 0 || s.State == "failing" || s.State == "waiting" {
			t.Errorf("%s is %s with %d rows, noted %v: %s", s.ID, s.State, s.Rows, s.Notes, s.Detail)
		}
	}

	s := start(t, "--config", path)
	s.until("Told by another desk")
	s.until("Told by a file")
	s.until("Told by a dir")
	s.until("Told by a exec")
	s.until("Medininkai crossing closed")
	s.term.Press("9", "z")
	s.until("13 live")
	s.quit()
}
