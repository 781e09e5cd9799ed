package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/model"
	"bordertop/model/source"
)

func TestWhatWasToldStandsAgainAfterARestart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		o := options()
		o.Dir = dir
		start := time.Now()
		before := says(queue("medininkai", start.Add(-time.Minute), 7), incident("i", "a", start, "Closed \x1b[2J"))
		h, end := run(t, o, feed("a", before))
		time.Sleep(11 * time.Minute)
		was := latest(t, h, 0)
		end()

		time.Sleep(2 * time.Minute)
		down := fails(source.Unreachable)
		h, end = run(t, o, feed("a", down), feed("new", says()))
		time.Sleep(time.Second)
		s := latest(t, h, 0)
		if ids(s.Records) != ids(was.Records) || ids(s.Came) != ids(was.Records) {
			t.Errorf("records %s, came %s, want %s", ids(s.Records), ids(s.Came), ids(was.Records))
		}
		a := s.Feeds[0]
		if !a.Good.Equal(start.Add(10*time.Minute)) || a.Rows != 2 || a.State(time.Now()) != source.Fresh || len(down.asked()) > 0 {
			t.Errorf("health %+v, asked %s", a, down.asked())
		}
		if !a.Next.Equal(start.Add(15 * time.Minute)) {
			t.Errorf("it is due at %s, want one interval after it was last well", a.Next)
		}
		time.Sleep(40 * time.Minute)
		if s = latest(t, h, 0); s.Feeds[0].State(time.Now()) != source.Failing || ids(s.Records) != ids(was.Records) {
			t.Errorf("health %+v, records %s", s.Feeds[0], ids(s.Records))
		}
		end()
		if n := len(s.Records); s.Records[n-1].Kind() != model.KindSource {
			t.Errorf("the source that told nothing is not listed among %d", n)
		}
	})
}

func TestWhatWasKeptIsReadWithoutAskingAnybody(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		o := options()
		o.Dir = dir
		a := says(incident("i", "a", time.Now(), "Closed"))
		source.New(o, feed("a", a)).Once(t.Context())
		off := feed("a", nil)
		off.Off = true
		s := latest(t, source.New(o, off), 0)
		if ids(s.Records) != "i " || len(a.asked()) != 1 || s.Feeds[0].State(time.Now()) != source.Off {
			t.Errorf("records %s, asked %d times, health %+v", ids(s.Records), len(a.asked()), s.Feeds[0])
		}
	})
}

func TestADamagedFileIsToldAndStopsNobody(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte("\x1b[2J<html>\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "b.jsonl"), 0o700); err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		o := options()
		o.Dir = dir
		h := source.New(o, feed("a", says(incident("i", "a", time.Now(), "x"))), feed("b", says(incident("j", "b", time.Now(), "y"))))
		s := h.Once(t.Context())
		if got := ids(s.Records); got != "i j " {
			t.Errorf("records are %s", got)
		}
		for i, want := range []string{"stands in", "could not be read"} {
			if notes := s.Feeds[i].Notes; len(notes) == 0 || !strings.Contains(notes[0].String(), want) {
				t.Errorf("the notes are %v, want one that it %s", notes, want)
			}
		}
	})
	if aside, err := os.ReadFile(filepath.Join(dir, "a.jsonl.damaged")); err != nil || !strings.Contains(string(aside), "<html>") {
		t.Errorf("set aside is %q, %v", aside, err)
	}
}

func TestAFailingSourceStillFailsAfterARestart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		o := options()
		o.Dir = dir
		began := time.Now()
		source.New(o, feed("a", fails(source.Refused))).Once(t.Context())
		time.Sleep(3 * time.Minute)
		again := source.New(o, feed("a", fails(source.Slow)))
		a := latest(t, again, 0).Feeds[0]
		if a.State(time.Now()) != source.Failing || a.Why != source.Refused || a.Failures != 1 || !a.Since.Equal(began) || !a.Asked.Equal(began) {
			t.Errorf("health %+v", a)
		}
		if a = again.Once(t.Context()).Feeds[0]; a.Why != source.Slow || a.Failures != 2 || !a.Since.Equal(began) {
			t.Errorf("after another failure: %+v", a)
		}
		time.Sleep(3 * time.Minute)
		source.New(o, feed("a", says())).Once(t.Context())
		if a = latest(t, source.New(o, feed("a", nil)), 0).Feeds[0]; a.State(time.Now()) != source.Fresh || a.Failures != 0 {
			t.Errorf("after it was well: %+v", a)
		}
	})
}
