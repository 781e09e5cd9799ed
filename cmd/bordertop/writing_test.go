//go:build unix

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bordertop/ui/uitest"
)

// types presses keys and waits until a text is on the screen.
func (s *session) types(until string, keys ...string) {
	s.tb.Helper()
	s.term.Press(keys...)
	s.until(until)
}

// TestRecordsAreAddedOnTheScreen writes to a journal from the board, which is killed
// over it, and meets one that was edited by hand.
func TestRecordsAreAddedOnTheScreen(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"narva.toml": border})
	env := []string{"XDG_STATE_HOME=" + dir}
	segment := filepath.Join(dir, "desk", "journal-000001.toml")
	args := []string{"--data", filepath.Join(dir, "narva.toml"), "--journal", filepath.Join(dir, "desk"), "--preset", "log"}
	begin := func() *session { return startIn(t, env, uitest.NewTerm(t, 140, 42), args...) }

	s := begin()
	s.until("5 Incidents")
	s.types("something that happened", "a")
	s.types("Add: incident", "incident", "enter")
	s.types("The board will show", "Queue of a day", "tab", "yesterday 10:00", "tab", "queue")
	s.types("as entry 1", "ctrl+s")
	s.until("Queue of a day")
	if s.term.Press("j"); strings.Contains(s.term.Screen(), "record new") {
		t.Errorf("the reader's own record is news:\n%s", s.term.Screen())
	}

	s.types("something that happened", "a")
	s.types("Add: incident", "incident", "enter")
	s.types("Queue of two", "Queue of two")
	drafts := filepath.Join(dir, "bordertop", "drafts", "draft-*.json")
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		if found, _ := filepath.Glob(drafts); len(found) == 1 {
			break
		}
		if time.Now().After(end) {
			t.Fatal("no draft is kept")
		}
	}
	if err := s.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = s.cmd.Wait()

	written, err := os.ReadFile(segment)
	if err != nil {
		t.Fatal(err)
	}
	s = begin()
	s.until("Queue of a day")
	put(t, segment, strings.Replace(string(written), "Queue of a day", "Queue of a week", 1))
	s.until("Queue of a week")
	s.types("draft-1", "a")
	s.types("Queue of two", "draft-1", "enter")
	s.types("Not added: ", "ctrl+s")
	s.until("entry 1 is not")
	put(t, segment, string(written))
	s.types("as entry 2", " days", "ctrl+s")
	s.until("Queue of two days")
	if found, _ := filepath.Glob(drafts); len(found) != 0 {
		t.Errorf("%v stays behind what was added", found)
	}
	s.types("something that happened", "a")
	s.types("Add: deadline", "deadline", "enter")
	s.term.Press("typed just before the end", "ctrl+c")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d", got)
	}
	found, _ := filepath.Glob(drafts)
	if len(found) != 1 {
		t.Fatalf("drafts %v after the end", found)
	}
	if kept, err := os.ReadFile(found[0]); err != nil || !strings.Contains(string(kept), "typed just before the end") {
		t.Errorf("the draft holds %v\n%s", err, kept)
	}
	if now, err := os.ReadFile(segment); err != nil || !strings.HasPrefix(string(now), string(written)) || !strings.Contains(string(now), "Queue of two days") {
		t.Errorf("the journal holds %v\n%s", err, now)
	}
}
