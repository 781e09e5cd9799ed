package keep_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source/keep"
)

func open(tb testing.TB, dir string) (*keep.Shelf, keep.Reading, []clean.Text) {
	tb.Helper()
	return keep.Open(tb.Context(), dir, "s", now())
}

func save(tb testing.TB, s *keep.Shelf, r keep.Reading) {
	tb.Helper()
	if err := s.Save(tb.Context(), r); err != nil {
		tb.Fatal(err)
	}
}

func same() cmp.Option { //nolint:ireturn // go-cmp has no other
	return cmpopts.EquateComparable(clean.Text{}, clean.URL{})
}

func TestRecordsOfEveryKindComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	d, faults := dataset.Embedded(dataset.Options{})
	if len(faults.Errors()) > 0 {
		t.Fatal(faults)
	}
	all := append(slices.Clone(d.Records), &model.Incident{Fact: model.Fact{ID: "odd", Note: clean.Body("a\x1b[2J\n\nb")}, Title: clean.Line("Каменный\u202e Лог ė")})
	dir := t.TempDir()
	s, _, _ := open(t, dir)
	s.Replace(all)
	was := keep.Reading{
		Good: now(), Of: now().Add(-time.Hour), Rows: 7, Skipped: 2, Flags: clean.Control,
		Notes: []clean.Text{clean.Line("note\x07")},
	}
	save(t, s, was)
	again, reading, notes := open(t, dir)
	if diff := cmp.Diff(s.Records(), again.Records(), same()); diff != "" || len(again.Records()) < 100 {
		t.Errorf("of %d records (-want +got):\n%s", len(all), diff)
	}
	if diff := cmp.Diff(was, reading, same()); diff != "" || len(notes) > 0 {
		t.Errorf("the reading, with the notes %v (-want +got):\n%s", notes, diff)
	}
	if info, err := os.Stat(filepath.Join(dir, "s.jsonl")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestWhateverIsLeftOfAFileIsRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, _, _ := open(t, dir)
	s.Learn([]model.Record{queue("a", now(), 1), queue("b", now(), 2)}, now())
	save(t, s, keep.Reading{Good: now()})
	whole, err := os.ReadFile(filepath.Join(dir, "s.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(whole); at += 11 {
		mend(t, dir, whole, whole[:at])
		mend(t, dir, whole, append(append(bytes.Clone(whole[:at]), 0), whole[at+1:]...))
	}
}

// mend opens a damaged file, which has all of its whole lines, and goes on with it.
func mend(t *testing.T, dir string, whole, damaged []byte) {
	t.Helper()
	path := filepath.Join(dir, "s.jsonl")
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	s, _, notes := open(t, dir)
	lines := 0
	for line := range bytes.Lines(damaged) {
		if bytes.HasPrefix(line, []byte(`{"queue`)) && bytes.Contains(whole, line) && bytes.HasSuffix(line, []byte("\n")) {
			lines++
		}
	}
	if len(s.Records()) < lines {
		t.Errorf("of %q there are %d records", damaged, len(s.Records()))
	}
	if aside, err := os.ReadFile(path + ".damaged"); len(notes) > 0 && (err != nil || len(aside) == 0) {
		t.Errorf("of %q nothing is set aside: %v", damaged, err)
	}
	s.Learn([]model.Record{queue("c", now(), 3)}, now())
	save(t, s, keep.Reading{Good: now()})
	if again, _, notes := open(t, dir); len(again.Records()) != len(s.Records()) || len(notes) > 0 {
		t.Errorf("after %q, %d records and the notes %v", damaged, len(again.Records()), notes)
	}
}

func TestWhatStandsInAFileIsNotTrusted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lines := []string{
		`{"incident":{"id":"good","title":{"text":"a\u001b]0;x\u0007\nb","flags":0},"category":"closure"}}`,
		`{"incident":{"id":"BAD"}}`, `{"incident":{"id":"bad\u001b"}}`, `{"incident":{}}`, `{"queue":{"id":"x","class":"tank"}}`,
		`{"queue":{"id":"x","to":"\u001b["}}`, `{"queue":{"id":"x","at":"9 9 9 9 9"}}`, `{"virus":{"id":"x"}}`, `{"queue":[]}`, `null`, `{}`,
		`{"source":{"id":"x","url":"javascript:1"}}`, `{"amendment":{"id":"x","set":[{"id\u001b":"x"}]}}`, `{"amendment":{"id":"x","set":[{"state":"\u001b"}]}}`,
		`{"reading":{"Good":99999999999999999}}`, `{"queue":{"id":"x"},"incident":{"id":"y"}}`, `{"measure":{"id":"x","fee":{"Currency":5}}}`,
	}
	if err := os.WriteFile(filepath.Join(dir, "s.jsonl"), []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	s, reading, notes := open(t, dir)
	if len(s.Records()) != 1 || len(notes) != 1 || !reading.Good.IsZero() {
		t.Fatalf("%d records, the notes %v, read at %s", len(s.Records()), notes, reading.Good)
	}
	i, ok := s.Records()[0].(*model.Incident)
	if !ok || i.Title.String() != "a\ufffd]0;x\ufffd b" || i.Title.Flags()&clean.Control == 0 {
		t.Errorf("got %+v", i)
	}
}

func TestAFileStaysSmall(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, _, _ := open(t, dir)
	most := int64(0)
	for i := range 400 {
		at := now()
		var told []model.Record
		for hour := range 24 {
			at = now().Add(time.Duration(i*24+hour) * time.Hour)
			told = append(told, queue("a", at, int64(i)))
		}
		s.Learn(told, at)
		save(t, s, keep.Reading{Good: at})
		if info, err := os.Stat(filepath.Join(dir, "s.jsonl")); err == nil {
			most = max(most, info.Size())
		}
	}
	if len(s.Records()) != 90*24+1 || most > 1<<20 {
		t.Errorf("%d records in up to %d bytes", len(s.Records()), most)
	}
	end := now().Add((400*24 - 1) * time.Hour)
	if again, _, _ := keep.Open(t.Context(), dir, "s", end); len(again.Records()) != len(s.Records()) {
		t.Errorf("%d records come back of %d", len(again.Records()), len(s.Records()))
	}
}

func TestWithoutADiskItGoesOn(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s, _, notes := open(t, filepath.Join(file, "below"))
	if len(notes) != 1 {
		t.Errorf("the notes are %v", notes)
	}
	s.Learn([]model.Record{queue("a", now(), 1)}, now())
	err := s.Save(t.Context(), keep.Reading{Good: now()})
	if err == nil || len(s.Records()) != 1 {
		t.Errorf("saved with %v, %d records", err, len(s.Records()))
	}
	// The disk is back: what was told meanwhile is kept.
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	s.Learn([]model.Record{queue("b", now(), 2)}, now())
	save(t, s, keep.Reading{Good: now()})
	if again, _, _ := open(t, filepath.Join(file, "below")); len(again.Records()) != 2 {
		t.Errorf("%d records are kept", len(again.Records()))
	}
}

// writing is the environment of a process that writes: its number.
const writing = "BORDERTOP_KEEP_WRITER"

func TestSeveralProcessesShareAFile(t *testing.T) {
	t.Parallel()
	const each = 300
	if n, ok := os.LookupEnv(writing); ok {
		s, _, _ := open(t, os.Getenv("BORDERTOP_KEEP_DIR"))
		for i := range each {
			s.Learn([]model.Record{queue(model.ID(fmt.Sprintf("w%s-%d", n, i)), now(), 1)}, now())
			err := errors.New("not yet")
			for err != nil { // Others may write for longer than it waits.
				err = s.Save(t.Context(), keep.Reading{Good: now()})
			}
		}
		return
	}
	dir := t.TempDir()
	var writers []*exec.Cmd
	for n := range 4 {
		c := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestSeveralProcessesShareAFile$")
		c.Env = append(os.Environ(), fmt.Sprint(writing, "=", n), "BORDERTOP_KEEP_DIR="+dir)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		writers = append(writers, c)
	}
	for _, c := range writers {
		if err := c.Wait(); err != nil {
			t.Error(err)
		}
	}
	if s, _, notes := open(t, dir); len(s.Records()) != 4*each || len(notes) > 0 {
		t.Errorf("%d records of %d, the notes %v", len(s.Records()), 4*each, notes)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(`{"queue":{"id":"q","at":"1 1764150000000000 0 7200 7200","class":"truck","waiting":7,"wait":3600000000000}}` + "\n" + `{"reading":{"Good":1764150000000,"Whole":true}}`))
	f.Add([]byte(`{"amendment":{"id":"x","of":["q"],"set":[{"state":"met"},{"until":"4 0 86400000000 0 0"}]}}`))
	f.Add([]byte(`{"crossing":{"id":"c","names":[{"Lang":"lt","Text":{"text":"ė"}}],"lat":54.5}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "s.jsonl"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, reading, _ := open(t, dir)
		save(t, s, reading)
		again, _, _ := open(t, dir)
		save(t, again, reading)
		third, _, notes := open(t, dir)
		if diff := cmp.Diff(s.Records(), third.Records(), same(), cmpopts.EquateEmpty()); diff != "" || len(notes) > 0 {
			t.Errorf("the notes %v (-first +third):\n%s", notes, diff)
		}
	})
}
