package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"bordertop/model"
	"bordertop/model/export"
)

// looked is the embedded board at a moment.
func looked(tb testing.TB, at time.Time) (model.Board, export.Options) {
	tb.Helper()
	log, _, o := embedded(tb)
	o.Width, o.Signs = 80, export.Signs{Closed: "x", Restricted: "/", Open: "o", Unknown: "?", Disputed: "!"}
	return log.At(at, at), o
}

// validator checks JSON by a schema, with a program that is not ours.
func validator(tb testing.TB, schema map[string]any) *jsonschema.Schema {
	tb.Helper()
	text, err := json.Marshal(schema)
	if err != nil {
		tb.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		tb.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		tb.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func TestALookKeepsToItsSchema(t *testing.T) {
	t.Parallel()
	schema := validator(t, export.LookSchema())
	log, _, o := embedded(t)
	for at := time.Date(2023, 1, 1, 12, 0, 0, 0, time.UTC); at.Year() < 2028; at = at.AddDate(0, 1, 3) {
		b := log.At(at, at)
		var out bytes.Buffer
		if err := export.WriteLook(&out, b, o); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", at.Format(time.DateOnly), err)
		}
	}
}

func TestEveryFigureOfALookHasItsSources(t *testing.T) {
	t.Parallel()
	b, o := looked(t, time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC))
	look := export.LookAt(b, o)
	told := map[model.ID]bool{}
	for _, s := range look.Sources {
		if told[s.ID] {
			t.Errorf("source %s stands twice", s.ID)
		}
		told[s.ID] = true
	}
	for id, by := range figures(look) {
		if len(by.Sources) == 0 || by.AsOf == nil {
			t.Errorf("%s: sources %v as of %v", id, by.Sources, by.AsOf)
		}
		for _, source := range by.Sources {
			if !told[source] {
				t.Errorf("%s: source %s is not listed", id, source)
			}
		}
	}
	if len(look.Crossings) != 8 || len(look.Incidents) != 5 || look.Next == nil {
		t.Errorf("%d crossings, %d incidents, next %v", len(look.Crossings), len(look.Incidents), look.Next)
	}
}

// figures are what stands behind each figure of a look.
func figures(look export.Look) map[model.ID]export.Backed {
	out := map[model.ID]export.Backed{}
	for _, c := range look.Crossings {
		out[c.ID] = c.Backed
	}
	for _, d := range look.Deadlines {
		out[d.ID] = d.Backed
	}
	for _, g := range look.Trucks {
		for _, c := range g.Claims {
			out[c.ID] = c.Backed
		}
	}
	for _, c := range look.Conditions {
		out[c.ID] = c.Backed
	}
	for _, i := range look.Incidents {
		out[i.ID] = i.Backed
	}
	return out
}

func TestTemplatesAreBounded(t *testing.T) {
	t.Parallel()
	b, o := looked(t, time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC))
	for name, tt := range map[string]struct{ template, want, err string }{
		"fields":           {`{{range .Crossings}}{{if eq .ID "medininkai"}}{{.Name}} {{lower .Label}} until {{.Until}}{{end}}{{end}}`, "Medininkai restricted until 30 Nov 24:00", ""},
		"lists":            {`{{with index .Crossings 0}}{{join "-" .Countries}} {{json .Why}}{{end}}`, `LT-BY ["c-gov-1029-medininkai"]`, ""},
		"a wrong field":    {`{{.Nam}}`, "", "can't evaluate field Nam"},
		"no template":      {`{{`, "", "read the template"},
		"too much":         {`{{range 100000000}}aaaaaaaaaaaaaaaa{{end}}`, "", "more than 1 MiB"},
		"nothing, forever": {`{{range 50000000}}{{end}}`, "", "too long"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			patience := time.Minute
			if tt.err == "too long" {
				patience = time.Millisecond // far less than it takes anywhere
			}
			ctx, stop := context.WithTimeout(t.Context(), patience)
			defer stop()
			var out strings.Builder
			err := export.Template(ctx, &out, tt.template, b, o)
			switch {
			case tt.err == "" && (err != nil || out.String() != tt.want):
				t.Errorf("got %q, %v, want %q", out.String(), err, tt.want)
			case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err) || out.Len() > 0):
				t.Errorf("got %q, %v, want the error %q", out.String(), err, tt.err)
			}
		})
	}
}
