// Package sourcetest helps to test kinds of sources without a network.
package sourcetest

import (
	"context"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
)

// Web is a source.Web that fetches from a test server, whatever host is asked.
type Web struct{ server *httptest.Server }

// Serve gives a web in which a handler answers everything.
func Serve(tb testing.TB, h http.HandlerFunc) Web {
	tb.Helper()
	server := httptest.NewServer(h)
	tb.Cleanup(server.Close)
	return Web{server}
}

// Get fetches a page.
func (w Web) Get(ctx context.Context, r source.Request) (source.Page, error) {
	method, form := http.MethodGet, io.Reader(http.NoBody)
	if r.Form != nil {
		method, form = http.MethodPost, strings.NewReader(r.Form.Encode())
	}
	_, rest, _ := strings.Cut(r.URL, "://")
	_, path, _ := strings.Cut(rest, "/")
	req, err := http.NewRequestWithContext(ctx, method, w.server.URL+"/"+path, form)
	if err != nil {
		return source.Page{}, source.Troublef(source.Unreachable, "ask: %w", err)
	}
	maps.Copy(req.Header, r.Header)
	if r.Form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	answer, err := w.server.Client().Do(req)
	if err != nil {
		return source.Page{}, source.Troublef(source.Unreachable, "ask: %w", err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return source.Page{}, source.Troublef(source.Unreachable, "read: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		return source.Page{}, source.Troublef(source.Refused, "HTTP %d", answer.StatusCode)
	}
	kind, params, _ := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	return source.Page{URL: r.URL, Type: kind, Charset: params["charset"], Body: body}, nil
}

// Pages is a source.Web that needs no server: bodies by a part of their address or
// of what is posted to it.
type Pages map[string][]byte

// Get gives the page.
func (p Pages) Get(_ context.Context, r source.Request) (source.Page, error) {
	for part, body := range p {
		if strings.Contains(r.URL+" "+r.Form.Encode(), part) {
			return source.Page{URL: r.URL, Body: body}, nil
		}
	}
	return source.Page{}, source.Troublef(source.Refused, "HTTP 404")
}

// Call is a call at a time of RFC 3339 on a board that has these crossings.
func Call(tb testing.TB, now string, crossings ...model.ID) source.Call {
	tb.Helper()
	at, err := time.Parse(time.RFC3339, now)
	if err != nil {
		tb.Fatal(err)
	}
	var records []model.Record
	for _, id := range crossings {
		records = append(records, &model.Crossing{Fact: model.Fact{ID: id}, Name: clean.Line(string(id))})
	}
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return source.Call{Now: at, Log: log}
}

// Sample reads a file of testdata.
func Sample(tb testing.TB, name string) []byte {
	tb.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return body
}

// Recorded reads what somebody recorded from the real source. These files are no
// part of the repository: they lie in a folder "shared" beside it or above. Where
// there is none, the test is skipped.
func Recorded(tb testing.TB, name string) []byte {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for parent := filepath.Dir(dir); parent != dir; dir, parent = parent, filepath.Dir(parent) {
		if body, err := os.ReadFile(filepath.Join(parent, "shared", "samples", "recorded", name)); err == nil {
			return body
		}
	}
	tb.Skip("no recordings of real sources beside the repository")
	return nil
}
