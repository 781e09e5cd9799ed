//go:build unix

package main_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

func readme(tb testing.TB) string {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// TestREADMEListsTheCommands compares a table with the help; GOLDEN=update writes
// it anew.
func TestREADMEListsTheCommands(t *testing.T) {
	t.Parallel()
	const begin, end = "<!-- subcommands: made from the help; go test ./cmd/bordertop compares -->\n", "<!-- /subcommands -->"
	help, _, _ := piped(t, "--help")
	var table strings.Builder
	table.WriteString("| command | what it gives |\n|---|---|\n")
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z]+)  +([A-Z].*)$`).FindAllStringSubmatch(help, -1) {
		table.WriteString("| `" + m[1] + "` | " + strings.ToLower(m[2][:1]) + m[2][1:] + " |\n")
	}
	page := readme(t)
	before, rest, ok := strings.Cut(page, begin)
	got, after, ended := strings.Cut(rest, end)
	if !ok || !ended {
		t.Fatal("the README has no place for the table of commands")
	}
	if got == table.String() {
		return
	}
	if os.Getenv("GOLDEN") != "update" {
		t.Fatalf("the README has\n%s\nand the help\n%s", got, table.String())
	}
	if err := os.WriteFile(filepath.Join("..", "..", "README.md"), []byte(before+begin+table.String()+end+after), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestREADMEListsTheExitStatuses holds the table to the manual.
func TestREADMEListsTheExitStatuses(t *testing.T) {
	t.Parallel()
	man, _, _ := piped(t, "man")
	_, man, _ = strings.Cut(man, ".SH EXIT STATUS\n")
	man, _, _ = strings.Cut(man, ".SH ")
	page := readme(t)
	statuses := regexp.MustCompile(`\\fB(\d+)\\fR\n(.*)\n`).FindAllStringSubmatch(man, -1)
	if len(statuses) < 6 {
		t.Fatalf("the manual tells of %d", len(statuses))
	}
	for _, m := range statuses {
		row := "| " + m[1] + " | " + strings.ReplaceAll(m[2], `\-`, "-") + " |\n"
		if !strings.Contains(strings.ReplaceAll(page, "`", ""), row) {
			t.Errorf("the README has no row %s", row)
		}
	}
}

// TestREADMEExamplesWork runs every command of the README where the files are that
// they name. What runs until it is interrupted may do so.
func TestREADMEExamplesWork(t *testing.T) {
	t.Parallel()
	examples := map[string]bool{}
	for _, m := range regexp.MustCompile("`(bordertop(?: [^`\n]*)?)`").FindAllStringSubmatch(readme(t), -1) {
		examples[m[1]] = true
	}
	if len(examples) < 20 {
		t.Fatalf("only %d examples", len(examples))
	}
	for line := range examples {
		if strings.HasPrefix(line, "bordertop replay") || strings.Contains(line, " ID") {
			continue // One needs a terminal, and says so; the other an id of the reader's.
		}
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			worksAsWritten(t, line)
		})
	}
}

func worksAsWritten(t *testing.T, line string) {
	t.Helper()
	dir := folder(t, map[string]string{
		"border.toml": narva, "incidents/one.toml": "", "facts/narva.toml": narva,
		"model/dataset/embedded/narva.toml": narva,
	})
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Second)
	defer stop()
	cmd := exec.CommandContext(ctx, "bash", "-c", "set -o pipefail; "+strings.ReplaceAll(line, `\|`, "|"))
	cmd.Dir, cmd.WaitDelay = dir, time.Second
	cmd.Env = []string{"HOME=" + dir, "LANG=C.UTF-8", "TERM=dumb", "PATH=" + filepath.Dir(program) + string(os.PathListSeparator) + os.Getenv("PATH")}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil && regexp.MustCompile(`--watch|--no-ui|serve`).MatchString(line):
	case err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1 && exit.ExitCode() != 4):
		t.Errorf("%v:\n%s", err, out)
	}
}
