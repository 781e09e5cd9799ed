package export_test

import (
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/export"
	"bordertop/model/modeltest"
	"bordertop/model/permit"
)

// answers are the answers that can be had of a log at a moment, by format.
func answers(tb testing.TB, log model.Log, at time.Time, o export.Options) map[string]string {
	tb.Helper()
	b, from := log.At(at, at), at.AddDate(-3, 0, 0)
	c := export.Changes{From: log.At(from, from), To: b, Options: o}
	rules := permit.RulesOf(log)
	out := map[string]string{}
	write := func(format string, to func(w io.Writer) error) {
		var s strings.Builder
		if err := to(&s); err != nil {
			tb.Fatal(err)
		}
		out[format] += s.String()
	}
	write("text", c.Text)
	write("md", c.Markdown)
	write("json", c.JSON)
	for _, status := range b.Crossings {
		a, _ := rules.Ask(b, permit.Question{At: status.Crossing.ID})
		write("text", func(w io.Writer) error { return export.May(w, b, a, o) })
		write("json", func(w io.Writer) error { return export.WriteMay(w, b, a, o) })
	}
	write("text", func(w io.Writer) error { return export.Classes(w, rules.Classes(b), o) })
	write("json", func(w io.Writer) error { return export.WriteClasses(w, b, rules.Classes(b), o) })
	for _, r := range log.Rest() {
		if why, ok := export.Chain(b, string(r.Head().ID), o); ok {
			write("text", func(w io.Writer) error { return export.WhyText(w, why, o) })
			write("json", func(w io.Writer) error { return export.WriteWhy(w, b, why, o) })
		}
	}
	return out
}

func TestHostileTextStaysTextInAnswers(t *testing.T) {
	t.Parallel()
	_, _, o := embedded(t)
	for _, text := range hostile(t) {
		log, err := model.NewLog(model.DefaultRules(), desk(t, text)...)
		if err != nil {
			t.Fatal(err)
		}
		got := answers(t, log, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), o)
		for format, out := range got {
			if strings.ContainsFunc(out, steering) {
				t.Errorf("control or direction characters of %.60q in %s", text, format)
			}
		}
		unlinked(t, text, unmarked(got["md"]))
		if !documents(got["json"]) || strings.ContainsAny(got["json"], "<>&") {
			t.Errorf("%.60q makes other JSON than it should", text)
		}
	}
}

// unmarked is a page of Markdown without what we mark up ourselves: the numbers of
// sources, their links, and commands.
func unmarked(page string) string {
	return regexp.MustCompile("\\[s[0-9]+\\]|\\]?\\(?<https://example.org/a_\\(b\\)\\?c=\\*d\\*>\\)?|\\*Left out:\\*|`bordertop [^`]*`|(s[0-9]+ )\\[").ReplaceAllString(page, "$1")
}

// documents tells whether a text is JSON documents, one after the other.
func documents(text string) bool {
	for d := json.NewDecoder(strings.NewReader(text)); ; {
		var v any
		switch err := d.Decode(&v); {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return false
		}
	}
}

// TestEveryChainEndsWithASource holds that below whatever can be asked for of the
// embedded records somebody says so.
func TestEveryChainEndsWithASource(t *testing.T) {
	t.Parallel()
	log, records, o := embedded(t)
	b := log.At(modeltest.Time(t, "2026-11-01"), modeltest.Time(t, "2026-11-01"))
	for _, r := range records {
		id := r.Head().ID
		why, ok := export.Chain(b, string(id), o)
		if _, known := b.Record(id); ok != known {
			t.Errorf("%s: a chain is there: %v, the record is known: %v", id, ok, known)
		}
		if ok && len(r.Head().Sources) > 0 && !ends(why) {
			t.Errorf("nobody stands behind %s: %+v", id, why)
		}
	}
	if _, ok := export.Chain(b, "nothing", o); ok {
		t.Error("nothing has a chain")
	}
}

// ends tells whether a source stands somewhere in a chain.
func ends(y export.Why) bool {
	return y.Kind == "source" || strings.Contains(y.Text, "later source") || slices.ContainsFunc(y.Children, ends)
}

func TestAChainGoesAroundNoCircle(t *testing.T) {
	t.Parallel()
	_, _, o := embedded(t)
	o.Width = 60
	log := modeltest.Log(t, `source s publisher=S
		count a what=stranded unit=truck at=2025-11-10 value=1 by=A repeats=b sources=s
		count b what=stranded unit=truck at=2025-11-10 value=1 by=B repeats=a sources=s
		amendment x of=y kind=correction known=2025-11-10
		amendment y of=x kind=correction known=2025-11-10`)
	b := log.At(modeltest.Time(t, "2025-11-11"), modeltest.Time(t, "2025-11-11"))
	for _, id := range []string{"a", "b", "x", "y", "s", "stranded"} {
		why, ok := export.Chain(b, id, o)
		var out strings.Builder
		if err := export.WhyText(&out, why, o); err != nil || !ok || strings.Count(out.String(), "\n") > 40 {
			t.Errorf("%s: %v\n%s", id, err, out.String())
		}
	}
}
