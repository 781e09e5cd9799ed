//go:build unix

package main_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// waysOut are the commands by which records leave the desk, with what they are asked.
func waysOut() map[string][]string {
	return map[string][]string{
		"status": nil, "crossings": nil, "deadlines": nil, "trucks": nil, "conditions": nil, "queues": nil,
		"incidents": nil, "statements": nil, "sources": nil, "snapshot": nil, "dataset": nil,
		"brief": {"--since", "2025-02-01"},
		"diff":  {"--since", "2025-02-01"},
		"may":   {"--who", "canary", "--at", "narva"},
		"why":   {"canary-incident"},
	}
}

// noWaysOut are the commands that tell nobody of the records, or only the desk
// itself.
func noWaysOut() []string {
	return []string{
		"add", "amend", "withdraw", "journal", "copied", // they are for the desk
		"fetch",  // tells of the public board what live sources told
		"check",  // names what is wrong with the desk's own files
		"watch",  // tells only what is new: see alerts.txtar
		"replay", // needs a terminal: see TestWhatIsPlayedIsPublic
		"completion", "config", "help", "init", "man", "schema", "version",
	}
}

// completed are the words that a shell would offer.
func completed(t *testing.T, args ...string) []string {
	t.Helper()
	out, _, _ := piped(t, append([]string{"__complete"}, args...)...)
	var words []string
	for line := range strings.Lines(out) {
		word, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if word != "" && !strings.HasPrefix(word, ":") {
			words = append(words, word)
		}
	}
	return words
}

func TestEveryCommandIsAWayOutOrNone(t *testing.T) {
	t.Parallel()
	ways := waysOut()
	for _, name := range completed(t, "") {
		if _, out := ways[name]; out == slices.Contains(noWaysOut(), name) {
			t.Errorf("%s is neither or both: list it, so that what is under embargo is looked for in it", name)
		}
	}
}

// sealed puts every record of the secret under embargo until a moment.
func sealed(until time.Time) string {
	return strings.ReplaceAll(secret, "\n[[", "\nembargo = "+until.UTC().Format(time.RFC3339)+"\n[[") + "embargo = " + until.UTC().Format(time.RFC3339) + "\n"
}

func TestNothingUnderEmbargoLeaves(t *testing.T) {
	t.Parallel()
	head := strings.Replace(narva, `["pedestrian"]`, `["pedestrian", "truck"]`, 1) + known
	// The first record of the secret has no key before it.
	under := strings.Replace(sealed(time.Now().Add(48*time.Hour)), "\nembargo", "\n#", 1)
	over := strings.Replace(sealed(time.Now().Add(-48*time.Hour)), "\nembargo", "\n#", 1)
	dir := folder(t, map[string]string{"absent.toml": head, "under.toml": head + under + telling, "over.toml": head + over + telling})
	for name, way := range waysOut() {
		formats := completed(t, name, "--format", "")
		if len(formats) == 0 {
			formats = []string{""}
		}
		for _, format := range formats {
			args := append([]string{name}, way...)
			if format != "" {
				args = append(args, "--format", format)
			}
			atEveryMoment(t, dir, args)
		}
	}
}

// atEveryMoment asks about the present, a moment before the embargo is over, one
// after that, and one with hindsight.
func atEveryMoment(t *testing.T, dir string, args []string) {
	t.Helper()
	for _, moment := range [][]string{nil, {"--as-of", "2025-03-15 12:00"}, {"--as-of", "2030-01-01"}, {"--as-of", "2025-03-15 12:00", "--known", "2030-01-01"}} {
		if args[0] == "dataset" && moment != nil {
			continue
		}
		all := slices.Concat(args, moment)
		t.Run(strings.Join(all, " "), func(t *testing.T) {
			t.Parallel()
			kept(t, dir, all, moment)
		})
	}
}

// kept holds a command to its word: with records under embargo it says what it says
// where there are none of them.
func kept(t *testing.T, dir string, args, moment []string) {
	t.Helper()
	said := map[string]string{}
	for _, file := range []string{"absent", "under", "over"} {
		out, errs, status := piped(t, append(args, "--data", filepath.Join(dir, file+".toml"))...)
		said[file] = out + errs
		if status == 2 && args[0] != "why" && args[0] != "may" {
			t.Fatalf("%s", errs)
		}
	}
	if leaks(args, said["under"]) {
		t.Errorf("what is under embargo leaves:\n%s", said["under"])
	}
	if moment != nil && said["under"] != said["absent"] {
		t.Errorf("it says\n%s\nand without what is under embargo\n%s", said["under"], said["absent"])
	}
	compares := args[0] == "brief" || args[0] == "diff"
	if (slices.Contains(moment, "--known") && !compares || moment == nil && compares) && said["over"] == said["absent"] {
		t.Errorf("what was under embargo is not told afterwards: nothing is tried here")
	}
}

// leaks tells whether a text holds what nobody may learn, but for what was asked. A
// picture in dots can only be compared.
func leaks(args []string, text string) bool {
	switch {
	case slices.Contains(args, "png"):
		return false
	case args[0] == "why" || args[0] == "may":
		return strings.Contains(text, "CANARY") || strings.Contains(text, "424")
	}
	return strings.Contains(strings.ToLower(text), "canary") || strings.Contains(text, "424242") || strings.Contains(text, "424,242")
}

func TestShellsCompleteNothingUnderEmbargo(t *testing.T) {
	t.Parallel()
	under := strings.Replace(sealed(time.Now().Add(48*time.Hour)), "\nembargo", "\n#", 1)
	path := filepath.Join(folder(t, map[string]string{"under.toml": narva + known + under + telling}), "under.toml")
	for _, args := range [][]string{{"why", ""}, {"status", ""}, {"incidents", "category:"}, {"may", "--who", ""}, {"may", "--at", ""}, {"status", "--filter", "crossing:"}} {
		if words := completed(t, append([]string{"--data", path}, args...)...); strings.Contains(strings.Join(words, " "), "canary") {
			t.Errorf("%v completes with %v", args, words)
		}
	}
}

func TestAWatchTellsNothingUnderEmbargoUntilItIsLifted(t *testing.T) {
	t.Parallel()
	under := narva + known + strings.Replace(sealed(time.Now().Add(48*time.Hour)), "\nembargo", "\n#", 1) + telling
	path := filepath.Join(folder(t, map[string]string{"narva.toml": under}), "narva.toml")
	f := followed(t, path, "--format", "json")
	if line := f.line(); strings.Contains(line, "CANARY") || strings.Contains(line, "424") {
		t.Errorf("it says %s", line)
	}
	put(t, path, under+`
[[amendment]]
id = "free"
of = "canary-incident"
kind = "update"
known = 2025-03-03
set = { embargo = 2025-03-03 }
`)
	if line := f.line(); !strings.Contains(line, "CANARY") || strings.Contains(line, "424") {
		t.Errorf("after one was lifted it says %s", line)
	}
}

func TestWhatIsPlayedIsPublic(t *testing.T) {
	t.Parallel()
	under := narva + known + strings.Replace(sealed(time.Now().Add(48*time.Hour)), "\nembargo", "\n#", 1) + telling
	path := filepath.Join(folder(t, map[string]string{"narva.toml": under}), "narva.toml")
	s := start(t, "replay", "--data", path, "--preset", "log", "--as-of", "2025-03-15", "--pace", "52w")
	s.until("A drone")
	if screen := s.term.Screen(); strings.Contains(screen, "CANARY") {
		t.Errorf("it shows\n%s", screen)
	}
	own := start(t, "--data", path, "--preset", "log", "--as-of", "2025-03-15")
	own.until("CANARY")
	if title := []byte(own.term.Title()); bytes.Contains(title, []byte("CANARY")) {
		t.Errorf("the title is %q", title)
	}
}
