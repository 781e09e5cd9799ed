package facts_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/facts"
)

func now() time.Time { return time.Date(2026, 11, 23, 18, 0, 0, 0, time.UTC) }

func call(t *testing.T) source.Call {
	t.Helper()
	log, err := model.NewLog(
		model.DefaultRules(),
		&model.Crossing{Fact: model.Fact{ID: "medininkai"}, Name: clean.Line("Medininkai")},
		&model.Measure{Fact: model.Fact{ID: "m-1"}, Act: "act", Type: model.Closure, From: model.Exactly(now().AddDate(0, -1, 0))},
		&model.Incident{Fact: model.Fact{ID: "i-1"}, At: model.Exactly(now().AddDate(0, -1, 0)), Title: clean.Line("x")},
	)
	if err != nil {
		t.Fatal(err)
	}
	return source.Call{Now: now(), Log: log}
}

func open(t *testing.T, k source.Kind, s source.Settings) source.Asker {
	t.Helper()
	s.ID, s.Kind = "src", k.Name
	a, faults := k.New(s)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return a
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func told(r source.Reading) string {
	var all []string
	for _, n := range r.Notes {
		all = append(all, n.String())
	}
	return strings.Join(all, "\n")
}

// ids lists what was read, without the source itself.
func ids(r source.Reading) (out []string) {
	for _, one := range r.Records {
		if id := one.Head().ID; id != "src" {
			out = append(out, string(one.Kind())+" "+string(id))
		}
	}
	return out
}

const (
	dataFacts = `timezone = "Europe/Vilnius"
[[source]]
id = "bns"
title = "BNS"
[[queue]]
id = "q-1"
crossing = "medininkai"
at = 2026-11-23T19:00:00
class = "truck"
waiting = 12
sources = ["bns"]
[[amendment]]
id = "a-1"
of = ["act"]
kind = "update"
at = 2026-11-22
set = { until = 2026-12-01 }
[[statement]]
id = "s-1"
at = 2026-11-22
summary = "Said."
about = ["i-1"]
`
	lines = `{"record":"queue","id":"q-2","crossing":"Medininkai","at":"2026-11-23T17:30:00Z","waiting":3,"sources":["bns"]}

{"record":"measure","id":"m-2","kind":"closure","from":"2026-11-23T00:00:00Z","crossings":["medininkai"]}
`
)

func TestAFileOfAnyFormIsRecords(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, tt := range map[string]struct {
		text string
		want []string
		of   time.Time
	}{
		"facts.toml":  {dataFacts, []string{"source bns", "queue q-1", "amendment a-1", "statement s-1"}, now().Add(-time.Hour)},
		"lines.jsonl": {lines, []string{"queue q-2", "measure m-2"}, now().Add(-30 * time.Minute)},
		"facts":       {dataFacts, []string{"source bns", "queue q-1", "amendment a-1", "statement s-1"}, now().Add(-time.Hour)},
		"lines":       {"\uFEFF" + lines, []string{"queue q-2", "measure m-2"}, now().Add(-30 * time.Minute)},
	} {
		path := filepath.Join(dir, name)
		write(t, path, tt.text)
		got, err := open(t, facts.File(), source.Settings{Path: path}).Ask(t.Context(), call(t))
		if err != nil || len(got.Notes) > 0 || !got.Whole || !got.Of.Equal(tt.of) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		if diff := cmp.Diff(tt.want, ids(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for _, r := range got.Records {
			want := []model.ID{"src"}
			switch r.Head().ID {
			case "q-1", "q-2":
				want = []model.ID{"bns"}
			case "bns", "src":
				want = nil
			}
			if diff := cmp.Diff(want, r.Head().Sources); diff != "" {
				t.Errorf("%s: what %s cites (-want +got):\n%s", name, r.Head().ID, diff)
			}
		}
	}
}

func TestAFileIsReadAgainWhenItHoldsSomethingElse(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "x.jsonl")
	a := open(t, facts.File(), source.Settings{Path: path})
	ask := func() (source.Reading, error) { return a.Ask(t.Context(), call(t)) }
	trouble := func(err error, want source.Why) {
		t.Helper()
		if got, ok := errors.AsType[*source.TroubleError](err); !ok || got.Why != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	_, err := ask()
	trouble(err, source.Failed)
	write(t, path, `{"crossing":"medininkai","waiting":1}`)
	if got, err := ask(); err != nil || got.Rows != 1 {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := ask(); !errors.Is(err, source.ErrUnchanged) {
		t.Errorf("read again: %v", err)
	}
	write(t, path, `{"crossing":"medinink`)
	_, err = ask()
	trouble(err, source.Malformed)
	_, err = ask()
	trouble(err, source.Malformed)
	write(t, path, `{"crossing":"medininkai","waiting":1}`)
	if _, err := ask(); !errors.Is(err, source.ErrUnchanged) {
		t.Errorf("what it held before is new: %v", err)
	}
	write(t, path, "")
	if got, err := ask(); err != nil || len(got.Records) > 0 || !got.Whole {
		t.Errorf("nothing in it: %v, %v", got, err)
	}
}

func TestADirectoryIsItsFilesAndOneBadOneIsLeftOut(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.toml"), dataFacts)
	write(t, filepath.Join(dir, "b.jsonl"), lines)
	write(t, filepath.Join(dir, "bad.toml"), "[[queue]]\nid = \"q-9\"\nat = 2026-11-23T10:00:00Z\n")
	write(t, filepath.Join(dir, "cut.jsonl"), `{"a"`)
	write(t, filepath.Join(dir, ".hidden.toml"), "?")
	write(t, filepath.Join(dir, "notes.txt"), "?")
	a := open(t, facts.Dir(), source.Settings{Path: dir})
	got, err := a.Ask(t.Context(), call(t))
	if err != nil || got.Rows != 6 || got.Skipped != 2 {
		t.Fatalf("%d and %d, %v", got.Rows, got.Skipped, err)
	}
	want := []string{"queue q-2", "measure m-2", "source bns", "queue q-1", "amendment a-1", "statement s-1"}
	if diff := cmp.Diff(want, ids(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	const notes = "left out: cut.jsonl: line 1: malformed: unexpected EOF\nleft out: bad.toml:1:1: queue.crossing: missing; add crossing"
	if diff := cmp.Diff(notes, told(got)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if err := os.Remove(filepath.Join(dir, "a.toml")); err != nil {
		t.Fatal(err)
	}
	if got, err := a.Ask(t.Context(), call(t)); err != nil || got.Rows != 2 {
		t.Errorf("without a file: %v, %v", got, err)
	}
}

func TestIdsThatTwoFilesHaveAreNotMixed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	const queue = "[[queue]]\nid = \"q\"\ncrossing = \"medininkai\"\nat = 2026-11-23T10:00:00Z\nwaiting = "
	write(t, filepath.Join(dir, "a.toml"), queue+"1\n")
	write(t, filepath.Join(dir, "b.toml"), queue+"2\n")
	write(t, filepath.Join(dir, "c.jsonl"), `{"id":"q","crossing":"medininkai","at":"2026-11-23T10:00:00Z","waiting":3}`)
	got, err := open(t, facts.Dir(), source.Settings{Path: dir}).Ask(t.Context(), call(t))
	if diff := cmp.Diff([]string{"queue q"}, ids(got)); err != nil || diff != "" {
		t.Fatalf("%v (-want +got):\n%s", err, diff)
	}
	if q, ok := got.Records[len(got.Records)-1].(*model.Queue); !ok || *q.Waiting != 1 || !strings.Contains(told(got), `left out: b.toml:2:1: queue.id: the id "q" is taken at a.toml:1`) {
		t.Errorf("%+v stands, noted %s", got.Records, told(got))
	}
}

func TestWhatABoardShowsIsNoDataset(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "status.json")
	write(t, path, `{"schema":1,"board":"x","as_of":"2026-11-23T18:00:00Z","crossings":[]}`)
	_, err := open(t, facts.File(), source.Settings{Path: path}).Ask(t.Context(), call(t))
	if err == nil || !strings.Contains(err.Error(), "publish what `bordertop dataset` writes") {
		t.Errorf("taken: %v", err)
	}
}

// page is a source.Web that always gives one page.
type page source.Page

func (p page) Get(context.Context, source.Request) (source.Page, error) {
	if p.Body == nil {
		return source.Page{}, source.ErrUnchanged
	}
	return source.Page(p), nil
}

func TestAnotherBoardIsReadOverHTTP(t *testing.T) {
	t.Parallel()
	a := open(t, facts.HTTP(), source.Settings{URL: "https://example.org/board"})
	ask := func(p page) (source.Reading, error) {
		c := call(t)
		c.Web = p
		return a.Ask(t.Context(), c)
	}
	got, err := ask(page{URL: "https://example.org/board", Body: []byte(dataFacts)})
	if err != nil || got.Rows != 4 || !got.Whole {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := ask(page{}); !errors.Is(err, source.ErrUnchanged) {
		t.Errorf("unchanged: %v", err)
	}
	for name, body := range map[string]string{
		"a page": "<!DOCTYPE html><html><title>Just a moment...</title>", "a page of its own": "<html>", "neither": "Service unavailable", "cut off": dataFacts[:200],
	} {
		if got, err := ask(page{URL: "https://example.org/board.toml", Body: []byte(body)}); err == nil {
			t.Errorf("%s is taken: %v", name, got)
		}
	}
}

func TestSettingsAreChecked(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		kind source.Kind
		s    source.Settings
		want string
	}{
		"a file without a path":     {facts.File(), source.Settings{}, "path"},
		"a board without a address": {facts.HTTP(), source.Settings{}, "url"},
		"a program without a name":  {facts.Exec(), source.Settings{}, "argv"},
		"a variable with a value":   {facts.Exec(), source.Settings{Argv: []string{"x"}, Env: []string{"A=b"}}, "env"},
		"a layout without a date":   {facts.Dir(), source.Settings{Path: "x", Layouts: []string{"15:04"}}, "layouts"},
	} {
		a, faults := tt.kind.New(tt.s)
		if len(faults) != 1 || faults[0].Key != tt.want || a != nil {
			t.Errorf("%s: %v", name, faults)
		}
	}
}
