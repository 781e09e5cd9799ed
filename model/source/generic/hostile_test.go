package generic_test

import (
	"os"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/generic"
)

func TestHostileJSONEndsAsItMust(t *testing.T) {
	t.Parallel()
	const list = "testdata/hostile/expect.tsv"
	all, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(all)) {
		file, rest, _ := strings.Cut(line, "\t")
		want, _, _ := strings.Cut(rest, "\t")
		if !strings.HasPrefix(file, "j-") {
			continue
		}
		n++
		body, err := os.ReadFile("testdata/hostile/" + file)
		if err != nil {
			t.Fatal(err)
		}
		s := settings(`.crossings[] | {crossing: .id, class: "truck", waiting: .trucks, note}`)
		s.Crossings = map[string]model.ID{"b": "medininkai"}
		got, err := ask(t, s, source.Page{Body: body})
		if was := outcome(got, err); was != want {
			t.Errorf("%s: %s, want %s: %v, %v", file, was, want, got, err)
		}
		for _, r := range got.Records {
			if strings.ContainsFunc(r.Head().Note.String(), func(r rune) bool { return r < ' ' || r == '\u009b' || r == '\u202e' }) {
				t.Errorf("%s: let through %q", file, r.Head().Note)
			}
		}
	}
	if n != 13 {
		t.Errorf("%d outcomes are listed", n)
	}
}

func outcome(r source.Reading, err error) string {
	switch {
	case err != nil:
		return "error"
	case r.Flags != 0:
		return "clean"
	case len(r.Notes) > 0:
		return "warn"
	}
	return "accept"
}

func FuzzAsk(f *testing.F) {
	f.Add([]byte(`[{"record":"incident","at":"2026-11-23","title":"x","link":"https://a.example","figures":{"a":1}}]`))
	f.Add([]byte(`[{"crossing":"medininkai","oldest":"2026-11-23T10:00:00Z","wait":null},{"record":"place","id":"x","name":"y"}]`))
	f.Add([]byte(`[{"record":"crossing","id":1,"names":{"lt":"z"},"lat":91}]`))
	a, faults := generic.Kind().New(settings(".[]"))
	if len(faults) > 0 {
		f.Fatal(faults)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		l, err := model.NewLog(model.DefaultRules(), &model.Crossing{Fact: model.Fact{ID: "medininkai"}, Name: clean.Line("Medininkai")})
		if err != nil {
			t.Fatal(err)
		}
		got, err := a.Ask(t.Context(), source.Call{Now: now(), Web: page{Body: body}, Log: l})
		if err != nil {
			return
		}
		if _, err := l.With(got.Records...); err != nil {
			t.Errorf("the records do not go together: %v", err)
		}
		for _, r := range got.Records {
			if !r.Head().ID.Valid() {
				t.Errorf("a record is called %q", r.Head().ID)
			}
		}
	})
}
