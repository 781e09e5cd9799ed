//go:build unix

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"bordertop/ui/uitest"
)

// border is a crossing and its source; told is something that happened there.
const border = "schema = 1\ntitle = \"Narva\"\ntimezone = \"Europe/Tallinn\"\n" + crossing

func told(id, title string) string {
	return "[[incident]]\nid = \"" + id + "\"\nat = 2025-11-01T10:00:00+02:00\ncategory = \"queue\"\nseverity = 2\ntitle = \"" + title + "\"\n"
}

// removed takes a file away.
func removed(tb testing.TB, path string) {
	tb.Helper()
	if err := os.Remove(path); err != nil {
		tb.Fatal(err)
	}
}

// goes waits until a text is no longer on the screen.
func (s *session) goes(text string) {
	s.tb.Helper()
	for end := time.Now().Add(20 * time.Second); strings.Contains(s.term.Screen(), text); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			s.tb.Fatalf("%q stays on the screen:\n%s", text, s.term.Screen())
		}
	}
}

func TestTheBoardFollowsItsFiles(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t, map[string]string{"narva.toml": border + told("a", "First")}), "narva.toml")
	s := start(t, "--data", path, "--preset", "log")
	s.until("First")
	begin := time.Now()
	put(t, path, border+told("a", "First")+told("b", "Second")+told("c", "Third"))
	s.until("2 records new in narva.toml")
	if late := time.Since(begin); late > 5*time.Second { // two where nobody else works
		t.Errorf("it came after %s", late)
	}
	s.until("Third")
	s.until("• 2 new")

	put(t, path, border+told("a", "First")+told("b", "Second")+"[[incident]]\nid = 5\n")
	s.until("old data kept: narva.toml:20:1: incident.at: missing")
	s.until("data 0 min old, r tells why")
	s.until("Third")
	s.term.Press("j")
	s.goes("old data kept")
	s.until("data 0 min old")
	s.term.Press("r")
	s.until("old data kept: narva.toml:20:1: incident.at: missing")

	put(t, path, border+told("a", "First")+told("b", "Second, corrected"))
	s.until("1 record changed, 1 record gone in narva.toml")
	s.goes("min old")
	s.until("Second, corrected")
	s.quit()
}

// TestWhatIsEmptyOrGoneIsAFault takes away what a board was made of, in the ways
// in which that happens by mistake.
func TestWhatIsEmptyOrGoneIsAFault(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"all/narva.toml": border + told("a", "First"), "all/more.toml": told("b", "Second")})
	narva, more := filepath.Join(dir, "all", "narva.toml"), filepath.Join(dir, "all", "more.toml")
	s := start(t, "--data", filepath.Join(dir, "all"), "--preset", "log")
	s.until("Second")
	put(t, more, "")
	s.until("old data kept: more.toml: it held a record and holds none; r takes it as it is")
	s.until("data 0 min old")
	s.until("Second")
	put(t, more, told("b", "Second"))
	s.until("the data are fine again")
	s.goes("min old")

	removed(t, more)
	s.until("old data kept: more.toml: it held a record and holds none")
	put(t, filepath.Join(dir, "all", "renamed.toml"), told("b", "Second"))
	s.until("the data are fine again") // it is elsewhere
	put(t, more, told("c", "Third"))
	s.until("1 record new in more.toml")

	removed(t, more)
	s.until("more.toml: it held a record and holds none; r takes it as it is")
	s.term.Press("r")
	s.until("1 record gone")
	s.goes("min old")

	if err := os.Rename(filepath.Join(dir, "all"), filepath.Join(dir, "away")); err != nil {
		t.Fatal(err)
	}
	s.until("old data kept: all: there is no such file")
	if err := os.Mkdir(filepath.Join(dir, "all"), 0o700); err != nil {
		t.Fatal(err)
	}
	s.until("old data kept: all: the directory holds no .toml file")
	s.term.Press("r")
	s.until("old data kept: all: the directory holds no .toml file")
	put(t, narva, "")
	s.until("narva.toml: it held 2 records and holds none (and 1 more)")
	s.term.Press("r") // nobody takes nothing for no crossings
	s.until("narva.toml: it held 2 records and holds none (and 1 more)")
	s.until("Second")
	put(t, narva, border+told("a", "First")+told("b", "Second"))
	s.until("the data are fine again")
	s.quit()
}

func TestSettingsThatNameOtherDataHoldAtOnce(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{
		"c.toml": "data = 'a.toml'", "a.toml": border + told("a", "First"), "b.toml": strings.ReplaceAll(border, "Narva", "Luhamaa") + told("b", "Second"),
	})
	path := filepath.Join(dir, "c.toml")
	s := start(t, "--config", path)
	s.until("bordertop  Narva")
	put(t, path, "data = 'b.toml'")
	s.until("bordertop  Luhamaa")
	put(t, filepath.Join(dir, "b.toml"), strings.ReplaceAll(border, "Narva", "Luhamaa")+told("b", "Second")+told("c", "Third"))
	s.until("1 record new in b.toml")
	put(t, path, "data = ['b.toml', 'none.toml']")
	s.until("old data kept: none.toml: there is no such file")
	put(t, filepath.Join(dir, "none.toml"), told("d", "Fourth"))
	s.until("1 record new in none.toml")
	put(t, path, "data = []")
	s.until("bordertop  Lithuania–Belarus")
	s.quit()
}

// TestAPipeIsReadOnceAndKept names a pipe beside a file that changes.
func TestAPipeIsReadOnceAndKept(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"a.toml": told("a", "First")})
	pipe, path := filepath.Join(dir, "pipe"), filepath.Join(dir, "a.toml")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	go func() {
		if f, err := os.OpenFile(pipe, os.O_WRONLY, 0); err == nil {
			_, _ = f.WriteString(border)
			_ = f.Close()
		}
	}()
	s := start(t, "--data", pipe, "--data", path)
	s.until("bordertop  Narva")
	put(t, path, told("a", "First")+told("b", "Second"))
	s.until("1 record new in a.toml")
	s.until("bordertop  Narva")
	removed(t, path)
	if err := unix.Mkfifo(path, 0o600); err != nil { // nobody will write to it
		t.Fatal(err)
	}
	s.until("old data kept: a.toml: cannot read the file: not an ordinary file")
	s.quit()
}

// TestBoardsFollowTheSameFile opens two, which also write down that they were open.
func TestBoardsFollowTheSameFile(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"narva.toml": border + told("a", "First")})
	path := filepath.Join(dir, "narva.toml")
	var boards []*session
	for range 2 {
		s := startIn(t, []string{"XDG_STATE_HOME=" + dir}, uitest.NewTerm(t, 140, 42), "--data", path, "--preset", "log")
		s.until("First")
		boards = append(boards, s)
	}
	text := border + told("a", "First")
	for i := range 200 {
		put(t, path, text+told("b", "Save "+string(rune('A'+i%26))))
	}
	put(t, path, text+told("b", "The last of them"))
	for _, s := range boards {
		s.until("The last of them")
		s.until("• 1 new")
		s.quit()
	}
}

// TestTheBoardFollowsTheJournal adds to it from elsewhere, the first entry ever too.
func TestTheBoardFollowsTheJournal(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"narva.toml": border})
	args := []string{"--data", filepath.Join(dir, "narva.toml"), "--journal", filepath.Join(dir, "desk", "journal")}
	s := startIn(t, []string{"XDG_STATE_HOME=" + dir}, uitest.NewTerm(t, 140, 42), append([]string{"--preset", "log"}, args...)...)
	s.until("5 Incidents")
	for _, title := range []string{"Queue of a day", "Queue of two days"} {
		add := append([]string{"add", "incident", "--title", title, "--at", "2025-11-01 10:00", "--category", "queue", "--severity", "2"}, args...)
		if _, errs, status := ran(t, dir, []string{"XDG_STATE_HOME=" + dir}, add...); status != 0 {
			t.Fatalf("exit status %d, %q", status, errs)
		}
		s.until("1 record new in journal-000001.toml")
		s.until(title)
		s.term.Press("j")
		s.goes("record new")
	}
	if err := os.RemoveAll(filepath.Join(dir, "desk")); err != nil {
		t.Fatal(err)
	}
	s.until("old data kept: journal-000001.toml: it held 2 records and holds none")
	s.until("Queue of two days")
	s.quit()
}

// TestAnEntryIsAddedToWhatIsThere amends what a file holds, and adds to it, while nothing but the journal changes.
func TestAnEntryIsAddedToWhatIsThere(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"narva.toml": border + told("a", "First") + told("b", "Second")})
	env := []string{"XDG_STATE_HOME=" + dir}
	args := []string{"--data", filepath.Join(dir, "narva.toml"), "--journal", filepath.Join(dir, "journal")}
	s := startIn(t, env, uitest.NewTerm(t, 140, 42), append([]string{"--preset", "log"}, args...)...)
	s.until("Second")
	enter := func(words ...string) {
		t.Helper()
		if _, errs, status := ran(t, dir, env, append(words, args...)...); status != 0 {
			t.Fatalf("%v: exit status %d, %q", words, status, errs)
		}
	}
	enter("amend", "b", "--kind", "correction", "--set", "title=Second corrected", "--reason", "a slip")
	s.until("Second corrected")
	enter("add", "incident", "--id", "c", "--title", "Third of the desk", "--at", "2025-11-02 10:00", "--category", "queue", "--severity", "2")
	s.until("Third of the desk")
	put(t, filepath.Join(dir, "narva.toml"), border+told("a", "First anew")+told("b", "Second"))
	s.until("First anew")
	s.until("Second corrected")
	s.quit()
}

// TestNoEntryUnderEmbargoIsPlayed adds one while the board plays, and one that is public.
func TestNoEntryUnderEmbargoIsPlayed(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"narva.toml": border + told("a", "First")})
	env := []string{"XDG_STATE_HOME=" + dir}
	args := []string{"--data", filepath.Join(dir, "narva.toml"), "--journal", filepath.Join(dir, "journal")}
	s := startIn(t, env, uitest.NewTerm(t, 140, 42), append([]string{"replay", "--preset", "log", "--as-of", "yesterday", "--pace", "52w"}, args...)...)
	s.until("First")
	for _, words := range [][]string{{"--title", "CANARY", "--embargo", "tomorrow 12:00"}, {"--title", "Third of the desk"}} {
		add := append([]string{"add", "incident", "--at", "2025-11-01 10:00", "--category", "queue", "--severity", "2"}, words...)
		if _, errs, status := ran(t, dir, env, append(add, args...)...); status != 0 {
			t.Fatalf("%v: exit status %d, %q", words, status, errs)
		}
	}
	s.until("Third of the desk")
	if screen := s.term.Screen(); strings.Contains(screen, "CANARY") {
		t.Errorf("it shows\n%s", screen)
	}
	s.quit()
}
