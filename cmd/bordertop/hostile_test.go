//go:build unix

package main_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"bordertop/ui/uitest"
)

// corpus gives the hostile strings that the system lets into arguments.
func corpus(tb testing.TB) []string {
	tb.Helper()
	file, err := os.ReadFile(filepath.Join("..", "..", "model", "clean", "testdata", "strings.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	var all []string
	for line := range bytes.Lines(file) {
		var s struct{ B64 string }
		if err := json.Unmarshal(line, &s); err != nil {
			tb.Fatal(err)
		}
		raw, err := base64.StdEncoding.DecodeString(s.B64)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, strings.ReplaceAll(string(raw[:min(len(raw), 100_000)]), "\x00", ""))
	}
	if len(all) != 161 {
		tb.Fatalf("the corpus has %d strings, want 161", len(all))
	}
	return all
}

// obeys fails where anything but text, spaces and line feeds is written.
func obeys(tb testing.TB, args []string, out string) {
	tb.Helper()
	for _, r := range out {
		if r != ' ' && r != '\n' && !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) || unicode.Is(unicode.Variation_Selector, r) {
			tb.Errorf("%.200q: %U in %.500q", args, r, out)
			return
		}
	}
	if !utf8.ValidString(out) {
		tb.Errorf("%.200q: not UTF-8: %.500q", args, out)
	}
}

func TestHostileArgumentsAreToldOfInPlainText(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"fine.toml": titled("fine")})
	for _, args := range [][]string{
		{"--data", "fine.toml", "--as-of", "@"},
		{"--data", "@"},
		{"--config", "@"},
		{"--preset", "@"},
		{"--theme", "@"},
		{"--@"},
		{"@"},
		{"status", "@"},
		{"help", "@"},
		{"status", "--format", "@"},
		{"status", "--template", "{{@"},
		{"deadlines", "--data", "fine.toml", "--alarm", "@"},
		{"queues", "--data", "fine.toml", "--format", "@"},
		{"may", "--data", "fine.toml", "--at", "narva", "--who", "@"},
		{"may", "--data", "fine.toml", "--who", "car", "--at", "@"},
		{"may", "--data", "fine.toml", "--who", "car", "--at", "narva", "--to", "@"},
		{"why", "--data", "fine.toml", "@"},
		{"diff", "--data", "fine.toml", "--since", "@"},
		{"brief", "--data", "fine.toml", "--since", "@"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			for _, raw := range corpus(t) {
				args := strings.Split(strings.ReplaceAll(strings.Join(args, "\x00"), "@", raw), "\x00")
				out, errs, status := ran(t, dir, nil, args...)
				obeys(t, args, out+errs)
				// Some of them are names of crossings.
				found := args[0] == "status" && status == 0
				if raw != "" && !found && (status == 0 || errs == "") || strings.Count(errs, "\n") > 1 {
					t.Errorf("%.200q: exit status %d, standard error %.500q", args, status, errs)
				}
			}
		})
	}
}

func TestHostileFileNamesAreToldOfInPlainText(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	args := []string{"check"}
	for _, raw := range corpus(t) {
		args = append(args, raw)
		name := strings.ReplaceAll(raw, "/", "-") + ".toml"
		if len(name) < 255 {
			if err := os.WriteFile(filepath.Join(dir, name), []byte("["), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, args := range [][]string{args, {"check", dir}} {
		out, errs, status := ran(t, dir, nil, args...)
		obeys(t, nil, out+errs)
		if n := strings.Count(out, "\n"); status != 3 || errs != "" || n < 150 {
			t.Errorf("exit status %d, %d faults, standard error %.500q", status, n, errs)
		}
	}
}

func TestAHostileEnvironmentDoesNotReachTheTerminal(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"fine.toml": titled("fine")})
	for i, raw := range corpus(t) {
		var env []string
		for _, key := range []string{"TERM", "LANG", "LC_ALL", "COLORTERM", "COLORFGBG", "COLUMNS", "TZ", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
			env = append(env, key+"="+raw)
		}
		out, errs, status := ran(t, dir, env, "--data", "fine.toml")
		if obeys(t, env, out+errs); status != 0 || !strings.Contains(out, "Narva") {
			t.Errorf("%.200q: exit status %d, %.500q %.500q", env, status, out, errs)
		}
		if i%10 > 0 || raw == "" {
			continue // a terminal takes its time
		}
		s := startIn(t, env, uitest.NewTerm(t, 140, 42), "--data", filepath.Join(dir, "fine.toml"))
		s.until("Narva")
		s.term.Press("q")
		if got := s.status(); got != 0 {
			t.Errorf("%.200q: exit status %d", env, got)
		}
	}
}

func TestAMultiplexerKeepsItsTitle(t *testing.T) {
	t.Parallel()
	for _, env := range []string{"TERM=screen-256color", "TERM=tmux-256color", "TMUX=/tmux,1,0", "STY=1.pts", "TERM=linux", "LANG=C.UTF-8"} {
		t.Run(env, func(t *testing.T) {
			t.Parallel()
			s := startIn(t, []string{env}, uitest.NewTerm(t, 140, 42))
			s.until("Medininkai")
			if got, want := s.term.Title(), map[string]string{"LANG=C.UTF-8": "bordertop"}[env]; got != want {
				t.Errorf("title %q, want %q", got, want)
			}
			s.term.Press("q")
			if got := s.status(); got != 0 {
				t.Errorf("exit status %d", got)
			}
		})
	}
}
