//go:build unix

package main_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// escaped writes hostile text as TOML does that can be parsed.
func escaped(raw string) string {
	var b strings.Builder
	for i, r := range []rune(raw) {
		if i == 200 {
			break
		}
		if r == utf8.RuneError {
			r = '?'
		}
		fmt.Fprintf(&b, `\U%08X`, r)
	}
	return b.String()
}

// hostile is a dataset in which every text is one of the corpus.
func hostile(tb testing.TB) string {
	tb.Helper()
	var b strings.Builder
	b.WriteString("timezone = \"Europe/Vilnius\"\ntitle = \"x\"\n")
	for i, raw := range corpus(tb) {
		text := "x" + escaped(raw)
		fmt.Fprintf(&b, "[[source]]\nid = \"s-%d\"\npublisher = \"%s\"\ntitle = \"%s\"\norigin = \"%s\"\n", i, text, text, text)
		fmt.Fprintf(&b, "[[crossing]]\nid = \"x-%d\"\nname = \"%s\"\ncounterpart = \"%s\"\ncountries = [\"LT\", \"BY\"]\nserves = [\"car\"]\nsources = [\"s-%d\"]\n", i, text, text, i)
		fmt.Fprintf(&b, "[[measure]]\nid = \"m-%d\"\nkind = \"closure\"\nby = \"%s\"\ncrossings = [\"x-%d\"]\nfrom = 2025-01-01T00:00:00+02:00\nallows = [{ who = \"%s\", text = \"%s\" }]\nreason = \"%s\"\nsources = [\"s-%d\"]\n", i, text, i, text, text, text, i)
		fmt.Fprintf(&b, "[[count]]\nid = \"c-%d\"\nat = 2025-02-01T00:00:00+02:00\nvalue = 1\nwhat = \"stranded\"\nunit = \"truck\"\nby = \"%s\"\nside = \"%s\"\nsources = [\"s-%d\"]\n", i, text, text, i)
		fmt.Fprintf(&b, "[[condition]]\nid = \"k-%d\"\nstated = 2025-02-01T00:00:00+02:00\nside = \"%s\"\ntext = \"%s\"\nby = \"%s\"\nsources = [\"s-%d\"]\n", i, text, text, text, i)
		fmt.Fprintf(&b, "[[incident]]\nid = \"i-%d\"\nat = 2025-02-01T00:00:00+02:00\ntitle = \"%s\"\nsummary = \"%s\"\nsources = [\"s-%d\"]\n", i, text, text, i)
	}
	return b.String()
}

// TestNothingHostileLeavesInAnyFormat writes a dataset of nothing but hostile text
// in every format of the status.
func TestNothingHostileLeavesInAnyFormat(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"hostile.toml": hostile(t)})
	for _, args := range [][]string{
		{"--format", "text"},
		{"--format", "json"},
		{"--format", "tmux"},
		{"--format", "waybar"},
		{"--format", "i3status"},
		{"--format", "polybar"},
		{"--format", "prompt"},
		{"x-7", "--format", "tmux"},
		{"x-7", "--format", "waybar"},
		{"--ascii"},
		{"--lang", "lt"},
		{"--template", "{{range .Crossings}}{{.Name}} {{.Counterpart}} {{.Allows}} {{end}}{{range .Incidents}}{{.Title}}{{end}}{{json .Sources}}"},
	} {
		t.Run(strings.Join(args[:min(len(args), 3)], " "), func(t *testing.T) {
			t.Parallel()
			all := append([]string{"status", "--data", filepath.Join(dir, "hostile.toml"), "--as-of", "2025-02-03"}, args...)
			out, errs, status := ran(t, dir, nil, all...)
			obeys(t, args, out+errs)
			if status != 0 || out == "" {
				t.Errorf("exit status %d, standard error %.300q", status, errs)
			}
			if f := args[len(args)-1]; (f == "json" || f == "waybar" || f == "i3status") && !json.Valid([]byte(out)) {
				t.Errorf("not JSON: %.300q", out)
			}
		})
	}
}

// TestNothingHostileLeavesWithFaults checks a dataset and settings in which every
// text is at fault.
func TestNothingHostileLeavesWithFaults(t *testing.T) {
	t.Parallel()
	var data, settings strings.Builder
	settings.WriteString("data = [")
	for i, raw := range corpus(t) {
		text := escaped(raw)
		fmt.Fprintf(&data, "[[crossing]]\nid = \"%s-\"\nname = \"x\"\n", text)
		// Text that is no control character may stand in a file as it is.
		if raw = strings.ToValidUTF8(raw, "?"); !strings.ContainsFunc(raw, func(r rune) bool { return r < ' ' || r == 0x7F }) && len(raw) < 1000 {
			fmt.Fprintf(&data, "[[measure]]\nid = \"m-%d\"\nfrom = 2025-01-01T00:00:00+02:00\nkind = '%s'\n", i, strings.ReplaceAll(raw, "'", ""))
		}
		fmt.Fprintf(&settings, "\"x%s\",\n", strings.ReplaceAll(text, `\U00000000`, ""))
	}
	settings.WriteString("]\n")
	dir := folder(t, map[string]string{"bad.toml": data.String(), "settings.toml": settings.String()})
	for _, args := range [][]string{
		{"check", "bad.toml"},
		{"check", "--strict", "bad.toml"},
		{"check", "--json", "bad.toml"},
		{"check", "--config", "settings.toml"},
		{"config", "show", "--origin", "--config", "settings.toml"},
		{"status", "--data", "bad.toml"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			out, errs, _ := ran(t, dir, nil, args...)
			obeys(t, args, out+errs)
			if len(out+errs) < 100 {
				t.Errorf("%q %q", out, errs)
			}
		})
	}
}
