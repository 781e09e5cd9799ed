package config_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/config"
)

// file writes entries as a file of settings.
func file(entries []config.Entry) string {
	var b strings.Builder
	table := ""
	for _, e := range entries {
		in, key, ok := strings.Cut(e.Key, ".")
		if !ok {
			in, key = "", e.Key
		}
		if in != table {
			table = in
			b.WriteString("[" + table + "]\n")
		}
		b.WriteString(key + " = " + e.Value + "\n")
	}
	return b.String()
}

func TestWhatIsShownIsWhatHolds(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"the defaults": "", "every example": examples(config.Example),
		"odd text": "filters = [{ name = 'a \"b\" \\', query = '\"x y\"' }]\n[budgets]\nqueue = '1w3d2h5m'\nstatus = '2w'\n[keys]\nquit = ['\"', '\\']\nhelp = []",
	} {
		want, faults := config.Parse("c.toml", text)
		if err := faults.Err(); err != nil {
			t.Fatal(name, err)
		}
		shown := file(want.Entries())
		got, faults := config.Parse("c.toml", shown)
		if err := faults.Err(); err != nil {
			t.Fatalf("%s: %v in\n%s", name, err, shown)
		}
		want.Data, got.Data = nil, nil
		if len(want.Clocks) == 0 {
			want.Clocks, got.Clocks = nil, nil
		}
		if diff := cmp.Diff(want, got, plain()); diff != "" {
			t.Errorf("%s (-want +got):\n%s\nof\n%s", name, diff, shown)
		}
	}
}

func TestEveryKeyIsShown(t *testing.T) {
	t.Parallel()
	shown := map[string]bool{}
	for _, e := range config.Default().Entries() {
		shown[e.Key] = true
	}
	for _, a := range config.Actions() {
		if !shown["keys."+string(a)] {
			t.Errorf("the keys of %s are not shown", a)
		}
	}
	properties, _ := config.Schema()["properties"].(map[string]any)
	for key := range properties {
		if _, table := map[string]bool{"budgets": true, "keys": true, "palette": true, "wall": true}[key]; !table && !shown[key] {
			t.Errorf("%s is not shown", key)
		}
	}
}

func TestLinesTellWhereAKeyIsSet(t *testing.T) {
	t.Parallel()
	at := config.Lines("theme = 'dark'\nkeys.quit = ['w']\n[[filters]]\nname = 'x'\nquery = 'x'\n[budgets]\n\nqueue = '2h'\n")
	for key, want := range map[string]int{"theme": 1, "keys.quit": 2, "keys.up": 0, "filters": 3, "budgets.queue": 8, "budgets.status": 0, "mouse": 0} {
		if got := at(key); got != want {
			t.Errorf("%s is on line %d, want %d", key, got, want)
		}
	}
}
