package config_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
)

func example(tb testing.TB) string {
	tb.Helper()
	text, err := os.ReadFile("example.toml")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

func TestExampleIsTheDefault(t *testing.T) {
	t.Parallel()
	got, faults := config.Parse("example.toml", example(t))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	want := config.Default()
	want.Data = []string{} // as it is written there
	if diff := cmp.Diff(want, got, plain()); diff != "" {
		t.Errorf("the example (-default +example):\n%s", diff)
	}
}

// plain compares what settings hold as it is shown.
func plain() cmp.Options {
	return cmp.Options{
		cmp.Comparer(func(a, b clean.Text) bool { return a.String() == b.String() }),
		cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() }),
	}
}

// examples takes the # off the lines that are examples.
func examples(text string) string {
	return regexp.MustCompile(`(?m)^#(\S)`).ReplaceAllString(text, "$1")
}

func TestExamplesAreValid(t *testing.T) {
	t.Parallel()
	got, faults := config.Parse("example.toml", examples(example(t)))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range got.Filters {
		names = append(names, f.Name.String()+": "+f.Query)
	}
	if diff := cmp.Diff([]string{"Airport: category:airport", "Severe: severity>=3 since:30d"}, names); diff != "" {
		t.Errorf("filters (-want +got):\n%s", diff)
	}
	want := []config.Arrangement{{Name: "newsroom", Rows: []config.Row{
		{Share: 1, Columns: []config.Column{{Share: 3, Panes: []string{"crossings"}}, {Share: 2, Panes: []string{"deadlines"}}}},
		{Share: 2, Columns: []config.Column{{Share: 1, Panes: []string{"incidents"}}, {Share: 1, Panes: []string{"detail", "trucks"}}}},
	}}}
	if diff := cmp.Diff(want, got.Presets); diff != "" {
		t.Errorf("presets (-want +got):\n%s", diff)
	}
	for _, name := range config.Inks() {
		if i := got.Palette[name]; i.Dark == "" || i.Light == "" {
			t.Errorf("no example of the colour %s", name)
		}
	}
}

// wanted are the names of all settings.
func wanted() []string {
	names := []string{"schema"}
	for f := range reflect.TypeFor[config.Config]().Fields() {
		switch name := strings.ToLower(f.Name); name {
		case "budgets":
			for b := range reflect.TypeFor[model.Budgets]().Fields() {
				names = append(names, "budgets."+strings.ToLower(b.Name))
			}
		case "keys":
			for _, a := range config.Actions() {
				names = append(names, "keys."+string(a))
			}
		case "palette":
			for _, ink := range config.Inks() {
				names = append(names, "palette."+ink)
			}
		case "wall":
			names = append(names, "wall.rotate", "wall.panes", "wall.night")
		case "filters", "presets", "sources", "alerts": // tables, below
		default:
			names = append(names, name)
		}
	}
	return names
}

// TestExampleIsWhole finds each setting in the example, and gives it a value of a
// type that none has: where it is read at all, that is its fault and no other's.
func TestExampleIsWhole(t *testing.T) {
	t.Parallel()
	text := examples(example(t))
	for _, name := range wanted() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			broken := spoil(t, text, name)
			_, faults := config.Parse("c", broken)
			if len(faults) != 1 || faults[0].Key != name {
				t.Errorf("with %s = 1.5 the faults are:\n%v", name, faults)
			}
		})
	}
}

// spoil sets a key of the example to 1.5.
func spoil(tb testing.TB, text, name string) string {
	tb.Helper()
	head := ""
	table, key, ok := strings.Cut(name, ".")
	if !ok {
		key = name
	} else if head, text, ok = strings.Cut(text, "["+table+"]\n"); ok {
		head += "[" + table + "]\n"
	}
	at := regexp.MustCompile(`(?m)^` + key + ` = .*$`).FindStringIndex(text)
	if at == nil {
		tb.Fatalf("no line for %s", name)
	}
	return head + text[:at[0]] + key + " = 1.5" + text[at[1]:]
}

func TestExampleTablesAreWhole(t *testing.T) {
	t.Parallel()
	text := examples(example(t))
	for key, tt := range map[string]struct{ line, spoilt string }{
		"filters[1].name":                       {`name = "Airport"`, `name = 1.5`},
		"filters[2].query":                      {`query = "severity`, `query = 1.5 # "severity`},
		"presets[1].name":                       {`name = "newsroom"`, `name = 1.5`},
		"presets[1].rows[2].share":              {"{ share = 2, columns", "{ share = 1.5, columns"},
		"presets[1].rows[1].columns[1].share":   {"share = 3", "share = 1.5"},
		"presets[1].rows[2].columns[2].panes":   {`panes = ["detail", "trucks"]`, "panes = 1.5"},
		"presets[1].rows[1].columns[2].panes":   {`panes = ["deadlines"]`, "panes = 1.5"},
		"presets[1].rows[1].columns":            {`columns = [{ share = 3, panes = ["crossings"] }, { share = 2, panes = ["deadlines"] }]`, "columns = 1.5"},
		"presets[1].rows[1].columns[1].unknown": {"{ share = 3", "{ unknown = 3"},
		"source[1].id":                          {`id = "declarant"`, `id = 1.5`},
		"source[1].crossings.benyakoni":         {`benyakoni = "salcininkai"`, `benyakoni = 1.5`},
		"source[2].rule[1].severity":            {"severity = 2 ", "severity = 1.5 "},
		"source[3].test[1].now":                 {`now = "2026-03-09T16:25:00Z"`, `now = 2026-03-09T16:25:00Z`},
	} {
		t.Run(key, func(t *testing.T) {
			t.Parallel()
			broken := strings.Replace(text, tt.line, tt.spoilt, 1)
			_, faults := config.Parse("c", broken)
			if len(faults) != 1 || faults[0].Key != key || faults[0].Line == 0 {
				t.Errorf("with %s the faults are:\n%v", tt.spoilt, faults)
			}
		})
	}
}

func TestFileChangesWhatItSets(t *testing.T) {
	t.Parallel()
	got, faults := config.Parse(filepath.Join("desk", "config.toml"), `
schema = 1
data = ["facts", "/srv/border.toml", "../more.toml"]
preset = "log"
theme = "light"
ascii = true
mouse = false
working = "median"
budgets.queue = "90m"
budgets.status = "1w1d12h30m"
keys.zoom = "Z"
keys.mouse = []
keys.open = ["w", "alt+enter", "й", "f5"]
language = "lt"
clocks = [{ name = "Kyiv", zone = "Europe/Kyiv" }]
filter = "severity>=3"
clipboard = "native"
links = "off"
pace = "6h"
journal = "ours"
shared = true
wall = { rotate = 20, panes = ["wall", "trucks"], night = "22:00-06:00" }
desk = "Vilnius"
pause = 4
palette.accent = "#00ff00"
palette.open = { light = "#005500" }
filters = [{ name = "Mine", query = "is:marked" }]
[[presets]]
name = "log"
[[presets.rows]]
[[presets.rows.columns]]
panes = "incidents"
[[presets.rows]]
share = 4
[[presets.rows.columns]]
panes = ["trucks", "detail"]
share = 2
`)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	want := config.Default()
	want.Data = []string{filepath.Join("desk", "facts"), "/srv/border.toml", "more.toml"}
	want.Preset, want.Theme, want.ASCII, want.Mouse, want.Working = config.Log, config.Light, true, false, model.Median
	want.Budgets.Queue, want.Budgets.Status = 90*minute, (8*24*60+12*60+30)*minute
	want.Keys[config.Zoom] = []string{"Z"}
	want.Keys[config.Mouse] = []string{}
	want.Keys[config.Open] = []string{"w", "alt+enter", "й", "f5"}
	want.Language, want.Filter, want.Clipboard, want.Links = model.Lithuanian, "severity>=3", config.Native, config.LinksOff
	want.Wall = config.Across{Rotate: 20, Panes: []string{"wall", "trucks"}, Night: "22:00-06:00"}
	want.Journal, want.Desk, want.Shared = filepath.Join("desk", "ours"), "Vilnius", true
	want.Pace, want.Pause = 6*60*minute, 4
	kyiv, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Fatal(err)
	}
	want.Clocks = []config.Clock{{Name: clean.Line("Kyiv"), Zone: kyiv}}
	want.Palette = map[string]config.Ink{"accent": {Dark: "#00ff00", Light: "#00ff00"}, "open": {Light: "#005500"}}
	want.Filters = []config.SavedFilter{{Name: clean.Line("Mine"), Query: "is:marked"}}
	want.Presets = []config.Arrangement{{Name: "log", Rows: []config.Row{
		{Share: 1, Columns: []config.Column{{Share: 1, Panes: []string{"incidents"}}}},
		{Share: 4, Columns: []config.Column{{Share: 2, Panes: []string{"trucks", "detail"}}}},
	}}}
	if diff := cmp.Diff(want, got, plain()); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}
}

func TestDefaultIsFreshAndValid(t *testing.T) {
	t.Parallel()
	spoilt := config.Default()
	for a := range spoilt.Keys {
		spoilt.Keys[a] = append(spoilt.Keys[a][:0], "q")
	}
	c := config.Default()
	if err := c.Validate().Err(); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(model.DefaultRules(), c.Rules()); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
	if got := config.Keys(nil).Of(config.Down); !cmp.Equal(got, []string{"down", "j"}) {
		t.Errorf("an action that is not set has the keys %q", got)
	}
}

func TestLoadTellsOfFilesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "none.toml")
	for path, want := range map[string]string{path: "there is no such file", dir: "cannot read the file: is a directory"} {
		c, faults := config.Load(path)
		if len(faults) != 1 || faults[0].Problem != want {
			t.Errorf("faults of %s: %v, want %q", path, faults, want)
		}
		if diff := cmp.Diff(config.Default(), c, plain()); diff != "" {
			t.Errorf("settings (-default +got):\n%s", diff)
		}
	}
}

func TestNightsGoPastMidnight(t *testing.T) {
	t.Parallel()
	for hours, dark := range map[string]map[string]bool{
		"22:00-06:00": {"21:59": false, "22:00": true, "00:00": true, "05:59": true, "06:00": false},
		"01:00-05:30": {"00:59": false, "01:00": true, "05:29": true, "05:30": false},
		"":            {"00:00": false},
	} {
		for clock, want := range dark {
			at, err := time.Parse("15:04", clock)
			if err != nil {
				t.Fatal(err)
			}
			if got := (config.Across{Night: hours}).Dark(at); got != want {
				t.Errorf("in %q at %s: dark %v", hours, clock, got)
			}
		}
	}
}
