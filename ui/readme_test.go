package ui_test

import (
	"os"
	"slices"
	"strings"
	"testing"

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
	own := ui.NewKeys(nil, lang.English()).FullHelp()
	moves := append(shared.Moves(), shared.Left, shared.Right, shared.Open, shared.OpenLink)
	for _, k := range slices.Concat(slices.Concat(own...), moves, shared.Pictures(), shared.Log()) {
		b.WriteString("| `" + k.Help().Key + "` | " + k.Help().Desc + " |\n")
	}
	return b.String()
}

// commandTable is the README's table of commands.
func commandTable() string {
	var b strings.Builder
	b.WriteString("| command | what it does |\n|---|---|\n")
	for _, c := range ui.Commands(lang.English()) {
		b.WriteString("| `" + strings.TrimSpace(":"+c.Name+" "+c.Argument) + "` | " + c.Does + " |\n")
	}
	return b.String()
}

func TestTheREADMEHasTheKeysAndTheCommands(t *testing.T) {
	t.Parallel()
	const path = "../README.md"
	for _, part := range []struct{ begin, end, want string }{
		{"<!-- keys: made from the bindings; go test ./ui compares -->\n", "<!-- /keys -->", keyTable()},
		{"<!-- commands: made from the palette; go test ./ui compares -->\n", "<!-- /commands -->", commandTable()},
	} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		before, rest, ok := strings.Cut(string(text), part.begin)
		got, after, closed := strings.Cut(rest, part.end)
		if !ok || !closed {
			t.Fatalf("%s has no place for %s", path, part.begin)
		}
		if os.Getenv("GOLDEN") == "update" {
			if err := os.WriteFile(path, []byte(before+part.begin+part.want+part.end+after), 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(part.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s\nGOLDEN=update go test ./ui -run README rewrites it", path, diff)
		}
	}
}
