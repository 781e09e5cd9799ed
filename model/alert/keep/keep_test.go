package keep_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"bordertop/model/alert"
	"bordertop/model/alert/keep"
)

// add remembers an alert.
func add(t *testing.T, f *keep.File, key string) alert.Memory {
	t.Helper()
	m, err := f.Change(t.Context(), func(m alert.Memory) alert.Memory {
		m.Alerts = append(slices.Clip(m.Alerts), alert.Alert{Key: key})
		return m
	})
	if err != nil {
		t.Error(err)
	}
	return m
}

func TestAlertsAreRememberedByBoard(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "state")
	add(t, keep.In(dir, "a"), "1")
	add(t, keep.In(dir, "b"), "2")
	if m := add(t, keep.In(dir, "a"), "3"); len(m.Alerts) != 2 || m.Alerts[0].Key != "1" {
		t.Errorf("%+v", m)
	}
	nowhere := keep.In("", "a")
	add(t, nowhere, "1")
	if m := add(t, nowhere, "2"); len(m.Alerts) != 2 {
		t.Errorf("without a directory: %+v", m)
	}
}

func TestSeveralProgramsLoseNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var all sync.WaitGroup
	for i := range 4 {
		f := keep.In(dir, "a")
		all.Go(func() {
			for k := range 10 {
				add(t, f, strconv.Itoa(10*i+k))
			}
		})
	}
	all.Wait()
	if m := add(t, keep.In(dir, "a"), "last"); len(m.Alerts) != 41 {
		t.Errorf("%d of 41 alerts", len(m.Alerts))
	}
}

func TestDamagedFileIsAsNoneAndHostileTextIsClean(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	f := keep.In(dir, "a")
	add(t, f, "1")
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(paths) != 1 {
		t.Fatalf("%v, %v", paths, err)
	}
	for _, text := range []string{"", "{", "[]", strings.Repeat("[", 5<<20)} {
		if err := os.WriteFile(paths[0], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if m := add(t, keep.In(dir, "a"), "2"); len(m.Alerts) != 1 {
			t.Errorf("%.10q: %+v", text, m)
		}
	}
	hostile := `{"alerts":[{"key":"k","rule":"a\u001b]0;x","id":"../x","text":"b\u001b[2J\u202e"}]}`
	if err := os.WriteFile(paths[0], []byte(hostile), 0o600); err != nil {
		t.Fatal(err)
	}
	one := add(t, keep.In(dir, "a"), "2").Alerts[0]
	if strings.ContainsAny(one.Rule+one.Text, "\x1b\u202e") || one.ID != "" {
		t.Errorf("%+v", one)
	}
}

func TestAFileThatCannotBeHadIsToldOfAndRememberedMeanwhile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	f := keep.In(path, "a")
	for want := range 2 {
		m, err := f.Change(t.Context(), func(m alert.Memory) alert.Memory {
			m.At = m.At.Add(time.Second)
			m.Keys = append(slices.Clip(m.Keys), "k")
			return m
		})
		if err == nil || len(m.Keys) != want+1 {
			t.Errorf("%+v, %v", m, err)
		}
	}
}
