package config_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/config"
	"bordertop/model"
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
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the example (-default +example):\n%s", diff)
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
	text := example(t)
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
keys.zoom = "x"
keys.mouse = []
keys.open = ["space", "alt+enter", "й", "f5"]
`)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	want := config.Default()
	want.Data = []string{filepath.Join("desk", "facts"), "/srv/border.toml", "more.toml"}
	want.Preset, want.Theme, want.ASCII, want.Mouse, want.Working = config.Log, config.Light, true, false, model.Median
	want.Budgets.Queue, want.Budgets.Status = 90*minute, (8*24*60+12*60+30)*minute
	want.Keys[config.Zoom] = []string{"x"}
	want.Keys[config.Mouse] = []string{}
	want.Keys[config.Open] = []string{"space", "alt+enter", "й", "f5"}
	if diff := cmp.Diff(want, got); diff != "" {
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
		if diff := cmp.Diff(config.Default(), c); diff != "" {
			t.Errorf("settings (-default +got):\n%s", diff)
		}
	}
}
