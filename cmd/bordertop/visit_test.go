//go:build unix

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bordertop/ui/uitest"
)

// reading opens the board as it was on 11 Nov 2025, with a state directory of its
// own.
func reading(tb testing.TB, dir string) *session {
	tb.Helper()
	s := startIn(tb, []string{"XDG_STATE_HOME=" + dir}, uitest.NewTerm(tb, 140, 42), "--as-of", "2025-11-11 18:00")
	s.until("Medininkai – Kamenny Log")
	return s
}

// marked shows the marked records alone.
func (s *session) marked() {
	s.tb.Helper()
	for _, keys := range []string{"5", "z", "/", "is:marked", "enter"} {
		s.term.Press(keys)
	}
	s.until("is:marked")
}

func (s *session) quit() {
	s.tb.Helper()
	s.term.Press("q")
	if got := s.status(); got != 0 {
		s.tb.Errorf("exit status %d", got)
	}
}

func TestMarksOutliveTheProgram(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := reading(t, dir)
	for _, key := range []string{"5", "j", "space"} {
		s.term.Press(key)
	}
	s.until("marked")
	s.quit()

	s = reading(t, dir)
	s.marked()
	s.until("1 of ")
	s.until("◉")
	s.quit()

	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	s = reading(t, dir)
	s.marked()
	s.until("0 of ")
	s.quit()
	if _, err := os.Stat(filepath.Join(dir, "bordertop", "state.toml")); err != nil {
		t.Errorf("the file is not made anew: %v", err)
	}
}

func TestWhatCameSinceTheLastVisitIsNew(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	data := filepath.Join(dir, "log.toml")
	text := "schema = 1\ntitle = \"Here–There\"\ntimezone = \"UTC\"\n"
	visit := func(title string) *session {
		text += "[[incident]]\nid = \"" + title + "\"\nat = 2025-11-09\ncategory = \"airport\"\ntitle = \"" + title + "\"\n"
		if err := os.WriteFile(data, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s := startIn(t, []string{"XDG_STATE_HOME=" + dir}, uitest.NewTerm(t, 140, 42), "--as-of", "2025-11-11", "--data", data)
		s.until(title)
		return s
	}
	s := visit("first")
	if screen := s.term.Screen(); strings.Contains(screen, "1 new") {
		t.Errorf("something is new on the first visit:\n%s", screen)
	}
	s.quit()
	s = visit("second")
	s.until("1 new")
	s.quit()
}

func TestDamagedMarksAreToldOfAndKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "bordertop", "state.toml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("schema = 1\n[[board"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := reading(t, dir)
	s.until("marks begin anew: state.toml is damaged and kept as state.toml.bad")
	s.quit()
	if bad, err := os.ReadFile(path + ".bad"); err != nil || string(bad) != "schema = 1\n[[board" {
		t.Errorf("kept %q, %v", bad, err)
	}
}

func TestTheBoardGoesOnWithoutAPlaceForMarks(t *testing.T) {
	t.Parallel()
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := reading(t, blocked)
	s.until("marks could not be saved")
	for _, keys := range []string{"5", "j", "space"} {
		s.term.Press(keys)
	}
	s.until("◉")
	s.quit()
}

func TestAnExportNeverOverwrites(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "log.md")
	s := reading(t, dir)
	command := func(line string) {
		for _, keys := range []string{":", line, "enter"} {
			s.term.Press(keys)
		}
	}
	command("export " + path)
	s.until("50 records")
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), "## Budrys rejects Minsk's terms") {
		t.Errorf("wrote %.200q, %v", text, err)
	}
	command("export " + path)
	s.until("there already")
	s.term.Press("esc")
	s.without("there already")
	if again, err := os.ReadFile(path); err != nil || string(again) != string(text) {
		t.Errorf("the file changed: %v", err)
	}
	s.quit()
}
