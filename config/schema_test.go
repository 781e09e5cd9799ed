package config_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"bordertop/config"
)

// validator checks by the schema of settings with a program that is not ours.
func validator(tb testing.TB) *jsonschema.Schema {
	tb.Helper()
	text, err := json.Marshal(config.Schema())
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

// asJSON is TOML as tools hand it to a validator.
func asJSON(tb testing.TB, text string) any {
	tb.Helper()
	var tree map[string]any
	if _, err := toml.Decode(text, &tree); err != nil {
		tb.Fatal(err)
	}
	raw, err := json.Marshal(tree)
	if err != nil {
		tb.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

func TestTheExampleKeepsToTheSchema(t *testing.T) {
	t.Parallel()
	s := validator(t)
	for _, text := range []string{config.Example, examples(config.Example)} {
		if err := s.Validate(asJSON(t, text)); err != nil {
			t.Error(err)
		}
	}
}

// TestTheSchemaJudgesAsTheProgramDoes leaves out what no schema can tell: clashes
// of keys, queries, the names of presets and of timezones.
func TestTheSchemaJudgesAsTheProgramDoes(t *testing.T) {
	t.Parallel()
	s := validator(t)
	for _, in := range []string{
		"", "schema = 1", "schema = 2", "colour = 'red'", "theme = 'dark'", "theme = 'dusk'", "ascii = 'yes'", "mouse = false", "data = 'x.toml'",
		"data = ['x.toml', 'y.toml']", "data = ['']", "data = 5", "language = ''", "language = 'de'", "links = 'on'", "links = true",
		"working = 'median'", "working = 'mean'", "pause = 2", "pause = 5", "pause = -1", "pace = '2h'", "pace = '2 hours'", "pace = ''",
		"clocks = [{ name = 'Kyiv', zone = 'Europe/Kyiv' }]", "clocks = [{ name = 'Kyiv', zone = 'Europe/Kyiv', x = 1 }]", "clocks = 'Kyiv'",
		"filters = [{ name = 'a name that is far too long for it', query = 'x' }]", "filters = [{ name = 'x', query = 'x' }]",
		"presets = [{ name = 'x', rows = [{ columns = [{ panes = 'trucks' }] }] }]",
		"presets = [{ name = 'x', rows = [{ columns = [{ panes = 'truks' }] }] }]",
		"presets = [{ name = 'x', rows = [{ share = 0, columns = [{ panes = 'trucks' }] }] }]",
		"palette.open = '#00ff00'", "palette.open = 'green'", "palette.opn = '#00ff00'", "palette.open = { dark = '#00ff00' }", "palette.open = { drk = '#00ff00' }",
		"budgets.status = '7d'", "budgets.status = 7", "budgets.statu = '7d'", "keys.quit = 'w'", "keys.quit = []", "keys.quit = 5", "keys.quitt = 'w'",
	} {
		_, faults := config.Parse("c.toml", in)
		if err := s.Validate(asJSON(t, in)); (err != nil) != (faults.Err() != nil) {
			t.Errorf("%s: the schema says %v, the program %v", in, err, faults)
		}
	}
}

func TestTheSchemaExplainsEveryKey(t *testing.T) {
	t.Parallel()
	unexplained(t, "", config.Schema())
}

func unexplained(t *testing.T, at string, s map[string]any) {
	t.Helper()
	properties, _ := s["properties"].(map[string]any)
	for name, p := range properties {
		property, _ := p.(map[string]any)
		if about, _ := property["description"].(string); about == "" && at != ".palette" {
			t.Errorf("%s.%s is not explained", at, name)
		}
		unexplained(t, at+"."+name, property)
	}
}
