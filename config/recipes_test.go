package config_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/generic"
)

// recipes are the sources of the recipes, uncommented as they tell to.
func recipes(t *testing.T) []source.Settings {
	t.Helper()
	const path = "recipes/recipes.toml"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "#"); ok && !strings.HasPrefix(rest, " ") {
			b.WriteString(rest)
		}
	}
	c, faults := config.Parse(path, b.String())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return c.Sources
}

func TestRecipesPassTheirTests(t *testing.T) {
	t.Parallel()
	all := recipes(t)
	if len(all) != 10 {
		t.Errorf("there are %d recipes", len(all))
	}
	for _, s := range all {
		a, faults := generic.Kind().New(s)
		tester, ok := a.(source.Tester)
		if len(faults) > 0 || !ok || len(s.Tests) == 0 {
			t.Errorf("%s: %v", s.ID, faults)
			continue
		}
		if faults := tester.Test(t.Context()); len(faults) > 0 {
			t.Errorf("%s: %v", s.ID, faults)
		}
		for i := range s.Tests {
			s.Tests[i].Want = append(s.Tests[i].Want, `{}`)
		}
		if faults := tester.Test(t.Context()); len(faults) != len(s.Tests) {
			t.Errorf("%s: a row that does not come is not missed: %v", s.ID, faults)
		}
	}
}

// sample is a source.Web that answers with a file, whoever asks.
type sample string

func (s sample) Get(context.Context, source.Request) (source.Page, error) {
	body, err := os.ReadFile(string(s))
	return source.Page{Body: body}, err
}

func TestRecipesGiveRecordsOfAllThatTheyRead(t *testing.T) {
	t.Parallel()
	log, err := model.NewLog(
		model.DefaultRules(),
		&model.Crossing{Fact: model.Fact{ID: "medininkai"}, Name: clean.Line("Medininkai")},
		&model.Place{Fact: model.Fact{ID: "vno"}, Name: clean.Line("Vilnius airport")},
	)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, time.November, 23, 20, 0, 0, 0, time.UTC)
	for _, s := range recipes(t) {
		a, faults := generic.Kind().New(s)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		got, err := a.Ask(t.Context(), source.Call{Now: now, Web: sample(s.Tests[0].Sample), Log: log})
		if want := len(s.Tests[0].Want); err != nil || got.Rows != want || got.Skipped > 0 {
			t.Errorf("%s: %d of %d rows became records, %v, noted %v", s.ID, got.Rows, want, err, got.Notes)
		}
		if len(got.Notes) > 0 && s.ID != "gdelt" { // Whose sample links to no public page.
			t.Errorf("%s: noted %v", s.ID, got.Notes)
		}
		if _, err := log.With(got.Records...); err != nil {
			t.Errorf("%s: its records do not go together: %v", s.ID, err)
		}
	}
}

func TestRecipesRefuseAnotherAnswer(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, body := range map[string]string{
		"page":   "<!DOCTYPE html><html><title>Just a moment...</title></html>",
		"quota":  `{"ok":false,"error":{"code":"quota_exceeded","message":"Daily quota exceeded"}}`,
		"header": `{"message":"Missed or incorrect value for header 'X-Client-Locale'"}`,
		"words":  "Your query was too short or too long.\n",
		"cut":    `{"result":[{"id":"b60677d4`,
		"empty":  "",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, s := range recipes(t) {
			a, faults := generic.Kind().New(s)
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			if got, err := a.Ask(t.Context(), source.Call{Web: sample(path)}); err == nil && (s.ID != "gdelt" || !strings.HasPrefix(body, "{")) {
				// GDELT answers {} where it found nothing, so any object will do.
				t.Errorf("%s takes %s: %v", s.ID, name, got)
			}
		}
	}
}
