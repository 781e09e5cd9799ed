package ui_test

import (
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	"github.com/google/go-cmp/cmp"

	"bordertop/model/lang"
	"bordertop/ui"
	"bordertop/ui/pane"
)

// keyTable is the README's table of keys, made from the bindings.
func keyTable() string {
	var b strings.Builder
	b.WriteString("| key | what it does |\n|---|---|\n")
	shared := pane.DefaultKeys()
	groups := append(ui.NewKeys(nil, lang.English()).FullHelp(), shared.Moves(), []key.Binding{shared.Open})
	for _, group := range groups {
		for _, k := range group {
			b.WriteString("| `" + k.Help().Key + "` | " + k.Help().Desc + " |\n")
		}
	}
	return b.String()
}

func TestTheREADMEHasTheKeys(t *testing.T) {
	t.Parallel()
	const path, begin, end = "../README.md", "<!-- keys: made from the bindings; go test ./ui compares -->\n", "<!-- /keys -->"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	got, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the keys", path)
	}
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(path, []byte(before+begin+keyTable()+end+after), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(keyTable(), got); diff != "" {
		t.Errorf("keys in %s (-want +got):\n%s\nGOLDEN=update go test ./ui rewrites them", path, diff)
	}
}
