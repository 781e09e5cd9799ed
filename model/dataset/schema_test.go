package dataset_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"bordertop/model/dataset"
)

// validator checks by the schema of datasets with a program that is not ours.
func validator(tb testing.TB) *jsonschema.Schema {
	tb.Helper()
	text, err := json.Marshal(dataset.Schema())
	if err != nil {
		tb.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		tb.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		tb.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// asJSON is TOML as tools hand it to a validator: times as text.
func asJSON(tb testing.TB, text string) any {
	tb.Helper()
	var tree map[string]any
	if _, err := toml.Decode(text, &tree); err != nil {
		tb.Fatal(err)
	}
	raw, err := json.Marshal(untimed(tree))
	if err != nil {
		tb.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

func untimed(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.RFC3339)
	case map[string]any:
		for k, item := range v {
			v[k] = untimed(item)
		}
	case []any:
		for i, item := range v {
			v[i] = untimed(item)
		}
	case []map[string]any:
		for i, item := range v {
			v[i], _ = untimed(item).(map[string]any)
		}
	}
	return v
}

func TestTheEmbeddedDatasetKeepsToTheSchema(t *testing.T) {
	t.Parallel()
	s := validator(t)
	names, err := filepath.Glob("embedded/*.toml")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(asJSON(t, string(text))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTheSchemaRefusesWhatTheDecoderDoes holds that both judge alike, but for
// times and references.
func TestTheSchemaRefusesWhatTheDecoderDoes(t *testing.T) {
	t.Parallel()
	s := validator(t)
	const at = "at = 2025-11-01T00:00:00Z\n"
	for name, in := range map[string]string{
		"nothing wrong":              crossing,
		"nothing wrong in one value": "[[incident]]\nid = \"i\"\n" + at + "title = \"x\"\ncrossings = \"medininkai\"\n" + crossing,
		"an unknown key of the head": "titel = \"x\"\n" + crossing,
		"an unknown table":           "[[crossings]]\nid = \"x\"\nname = \"x\"",
		"an unknown key":             crossing + "colour = \"x\"",
		"another schema":             "schema = 2\n" + crossing,
		"no id":                      "[[crossing]]\nname = \"x\"",
		"a wrong id":                 "[[crossing]]\nid = \"-x\"\nname = \"x\"",
		"one of two is missing":      "[[incident]]\nid = \"i\"\n" + at,
		"one of two is enough":       "[[incident]]\nid = \"i\"\n" + at + "summary = \"x\"",
		"an unknown word":            "[[measure]]\nid = \"m\"\nkind = \"clsoure\"\nfrom = 2025-11-01T00:00:00Z",
		"an unknown class":           "[[measure]]\nid = \"m\"\nkind = \"ban\"\nclasses = [\"truk\"]\nfrom = 2025-11-01T00:00:00Z",
		"a number that is too high":  "[[incident]]\nid = \"i\"\ntitle = \"x\"\nseverity = 5\n" + at,
		"a number that is negative":  "[[count]]\nid = \"c\"\nvalue = -1\n" + at,
		"no place on earth":          crossing + "lat = 91.0\nlon = 1.0",
		"text for a number":          "[[count]]\nid = \"c\"\nvalue = \"1\"\n" + at,
		"a number for text":          "[[crossing]]\nid = \"x\"\nname = 1",
		"a country in small letters": crossing + "countries = [\"lt\"]",
		"a permit for nobody":        "[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2025-11-01T00:00:00Z\nallows = [{ to = \"LT\" }]",
		"a fee of nothing":           "[[measure]]\nid = \"m\"\nkind = \"fee\"\nfrom = 2025-11-01T00:00:00Z\nfee = { per = \"day\" }",
		"an amendment":               crossing + "[[amendment]]\nid = \"a\"\nof = \"medininkai\"\nkind = \"update\"\n" + at + "set = { name = \"y\" }",
		"an amendment of nothing":    crossing + "[[amendment]]\nid = \"a\"\nof = \"medininkai\"\nkind = \"update\"\n" + at + "set = { nam = \"y\" }",
		"an amendment to a wrong word": "[[condition]]\nid = \"c\"\ntext = \"x\"\nstated = 2025-11-01T00:00:00Z\n[[amendment]]\nid = \"a\"\nof = \"c\"\nkind = \"update\"\n" + at +
			"set = { state = \"mett\" }",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, faults := read(dataset.Options{}, "f.toml", in)
			if err := s.Validate(asJSON(t, in)); (err != nil) != (len(faults) > 0) {
				t.Errorf("the schema says %v, the decoder %v", err, faults)
			}
		})
	}
}

// TestTheSchemaExplainsEveryField finds a field that was added and not explained.
func TestTheSchemaExplainsEveryField(t *testing.T) {
	t.Parallel()
	unexplained(t, "", dataset.Schema())
}

func unexplained(t *testing.T, path string, s any) {
	t.Helper()
	switch s := s.(type) {
	case []any:
		for _, item := range s {
			unexplained(t, path, item)
		}
	case map[string]any:
		properties, _ := s["properties"].(map[string]any)
		for name, p := range properties {
			property, _ := p.(map[string]any)
			about, _ := property["description"].(string)
			if about == "" || strings.HasSuffix(about, ".") {
				t.Errorf("%s.%s: the description is %q", path, name, about)
			}
			unexplained(t, path+"."+name, p)
		}
		for _, inner := range []string{"items", "anyOf"} {
			unexplained(t, path, s[inner])
		}
	}
}
