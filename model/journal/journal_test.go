package journal_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"bordertop/model/journal"
)

func now() time.Time { return time.Date(2026, 11, 26, 10, 42, 0, 0, time.UTC) }

func options() journal.Options {
	return journal.Options{Preamble: "schema = 1\ntimezone = \"Europe/Vilnius\"\n\n", Now: now}
}

// entry is the text of the nth entry.
func entry(n int) string {
	return fmt.Sprintf("[[entry]]\nby = \"Desk\"\n\n[[count]]\nid = \"c-%d\"\nvalue = %d\n", n, 1000+n)
}

func open(tb testing.TB, d journal.Disk) *journal.Journal {
	tb.Helper()
	j, err := journal.Open(d, options())
	if err != nil {
		tb.Fatal(err)
	}
	return j
}

// add adds entries from first to last, and gives the head after each.
func add(tb testing.TB, j *journal.Journal, first, last int) []journal.Head {
	tb.Helper()
	var heads []journal.Head
	for n := first; n <= last; n++ {
		h, err := j.Append(tb.Context(), entry(n))
		if err != nil {
			tb.Fatal(err)
		}
		heads = append(heads, h)
	}
	return heads
}

func texts(j *journal.Journal) []string {
	var out []string
	for _, e := range j.Entries() {
		out = append(out, e.Text)
	}
	return out
}

func upTo(n int) []string { return between(1, n) }

func between(first, last int) []string {
	var out []string
	for i := first; i <= last; i++ {
		out = append(out, entry(i))
	}
	return out
}

func TestAJournalGivesBackWhatItTook(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "journal")
	j := open(t, journal.Directory(dir))
	if j.Head() != (journal.Head{}) || j.Entries() != nil {
		t.Errorf("a new journal begins with %v", j.Head())
	}
	heads := add(t, j, 1, 5)
	again := open(t, journal.Directory(dir))
	if diff := cmp.Diff(upTo(5), texts(again)); diff != "" || again.Head() != heads[4] || again.Head() != j.Head() || len(again.Faults()) > 0 {
		t.Errorf("head %v of %v, faults %v, entries (-want +got):\n%s", again.Head(), heads, again.Faults(), diff)
	}
	raw, err := os.ReadFile(filepath.Join(dir, "journal-000001.toml"))
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := toml.Unmarshal(raw, &tree); err != nil {
		t.Errorf("it is no TOML: %v\n%s", err, raw)
	}
	if e := again.Entries()[2]; e.Line != 19 || e.Segment != "journal-000001.toml" || !strings.HasPrefix(lineOf(string(raw), e.Line), "[[entry]]") {
		t.Errorf("the third entry is at %s:%d", e.Segment, e.Line)
	}
}

func lineOf(text string, line int) string { return strings.Split(text, "\n")[line-1] }

func TestSeveralSegmentsAreOneChain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	j := open(t, journal.Directory(dir))
	long := strings.Repeat("# "+strings.Repeat("x", 1000)+"\n", 250)
	for n := 1; n <= 40; n++ {
		if _, err := j.Append(t.Context(), long+entry(n)); err != nil {
			t.Fatal(err)
		}
	}
	again := open(t, journal.Directory(dir))
	if got := len(again.Entries()); got != 40 || len(again.Faults()) > 0 || again.Head().Seq != 40 {
		t.Errorf("%d entries, faults %v, head %v", got, again.Faults(), again.Head())
	}
	if names, _ := journal.Directory(dir).Names(); len(names) != 5 { // three segments, the ballast and the lock
		t.Errorf("files %v", names)
	}
	if err := os.Remove(filepath.Join(dir, "journal-000002.toml")); err != nil {
		t.Fatal(err)
	}
	if faults := open(t, journal.Directory(dir)).Faults(); len(faults) == 0 || faults[0].Kind != journal.Strange {
		t.Errorf("without the second segment: %v", faults)
	}
}

func TestEntriesThatCouldNotBeReadBackAreRefused(t *testing.T) {
	t.Parallel()
	j := open(t, newMemory())
	for _, text := range []string{
		"", "no line break", "#~ 1 2 3\n", "a = 1\n#~ x\n", "a = \"\x00\"\n", "a = 1\r\n", strings.Repeat("#\n", 200_000),
		"[[entry]]\nkind = \"accepted\"\naccepts = []\n",
	} {
		if _, err := j.Append(t.Context(), text); err == nil {
			t.Errorf("%.40q was taken", text)
		}
	}
	if j.Head().Seq != 0 {
		t.Errorf("head %v", j.Head())
	}
}

// damaged is a journal of five entries on a real disk, with its only segment
// changed.
func damaged(t *testing.T, change func(text string) string) (journal.Directory, string) {
	t.Helper()
	dir := journal.Directory(t.TempDir())
	add(t, open(t, dir), 1, 5)
	path := filepath.Join(string(dir), "journal-000001.toml")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(change(string(raw))), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, path
}

// cut is a text without its lines from one to before another.
func cut(text string, from, to int) string {
	lines := strings.SplitAfter(text, "\n")
	return strings.Join(append(append([]string{}, lines[:from-1]...), lines[to-1:]...), "")
}

func TestWhatWasChangedIsToldAndNothingIsAdded(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		change func(string) string
		want   journal.FaultKind
		seq    int64
	}{
		"another figure":           {func(s string) string { return strings.Replace(s, "1002", "9002", 1) }, journal.Edited, 2},
		"another last figure":      {func(s string) string { return strings.Replace(s, "1005", "9005", 1) }, journal.Edited, 5},
		"another trailer":          {func(s string) string { return strings.Replace(s, "#~ 3 ", "#~ 3 1", 1) }, journal.Edited, 3},
		"an entry gone":            {func(s string) string { return cut(s, 19, 26) }, journal.Missing, 4},
		"a page instead":           {func(string) string { return "<!DOCTYPE html>\n<title>Sign in</title>\n" }, journal.Strange, 0},
		"the first line gone":      {func(s string) string { return cut(s, 1, 2) }, journal.Strange, 0},
		"line breaks of a desktop": {func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }, journal.Strange, 0},
		"holes in the middle":      {func(s string) string { return strings.Replace(s, "value = 1003", strings.Repeat("\x00", 12), 1) }, journal.Edited, 3},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, path := damaged(t, tt.change)
			before, _ := os.ReadFile(path)
			j := open(t, dir)
			faults := j.Faults()
			if len(faults) == 0 || faults[0].Kind != tt.want || faults[0].Seq != tt.seq {
				t.Fatalf("faults %v", faults)
			}
			if _, err := j.Append(t.Context(), entry(6)); !errors.Is(err, journal.ErrDamaged) {
				t.Errorf("something was added: %v", err)
			}
			if _, err := j.Repair(t.Context()); err != nil {
				t.Error(err)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Errorf("it was changed further:\n%s", after)
			}
		})
	}
}

func TestWhatWasEditedCanBeAccepted(t *testing.T) {
	t.Parallel()
	dir, path := damaged(t, func(s string) string { return strings.Replace(s, "1002", "9002", 1) })
	j := open(t, dir)
	if _, err := j.Accept(t.Context(), "Desk", "a slip of the \"pen\"\x1b"); err != nil {
		t.Fatal(err)
	}
	add(t, j, 6, 6)
	again := open(t, dir)
	if got := again.Entries(); len(again.Faults()) > 0 || len(got) != 6 || !strings.Contains(got[1].Text, "9002") || again.Head().Seq != 7 {
		t.Errorf("faults %v, %d entries, head %v", again.Faults(), len(got), again.Head())
	}
	raw, _ := os.ReadFile(path)
	var tree map[string]any
	if err := toml.Unmarshal(raw, &tree); err != nil {
		t.Errorf("it is no TOML any more: %v\n%s", err, raw)
	}
	// To accept one edit is not to accept the next.
	if err := os.WriteFile(path, []byte(strings.Replace(string(raw), "9002", "9003", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if faults := open(t, dir).Faults(); len(faults) != 1 || faults[0].Seq != 2 {
		t.Errorf("faults %v", faults)
	}
}

func TestATornEndIsSetAside(t *testing.T) {
	t.Parallel()
	for name, torn := range map[string]string{
		"half an entry": entry(6)[:20], "a byte": "[", "a whole entry without a trailer": entry(6), "holes": strings.Repeat("\x00", 512),
		"an entry of holes": strings.Repeat("\x00", 20) + "\n#~ 6 21 " + strings.Repeat("a", 24) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, _ := damaged(t, func(s string) string { return s + torn })
			j := open(t, dir)
			if j.Torn() != torn || len(j.Faults()) > 0 || len(j.Entries()) != 5 {
				t.Fatalf("torn %q, faults %v, %d entries", j.Torn(), j.Faults(), len(j.Entries()))
			}
			add(t, j, 6, 6)
			if diff := cmp.Diff(upTo(6), texts(open(t, dir))); diff != "" {
				t.Errorf("entries (-want +got):\n%s", diff)
			}
			raw, err := os.ReadFile(filepath.Join(string(dir), "journal.torn-20261126T104200Z-1"))
			if err != nil || string(raw) != torn {
				t.Errorf("set aside %q, %v", raw, err)
			}
		})
	}
}

// TestAnOlderCopyIsNoticed needs the head that somebody remembers.
func TestAnOlderCopyIsNoticed(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(string) string{
		"an older copy":         func(s string) string { return cut(s, 33, 40) },
		"another last entry":    func(s string) string { return strings.Replace(s, "1005", "9005", 1) },
		"a last entry of holes": func(s string) string { return strings.Replace(s, "1005", "\x00\x00\x00\x00", 1) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, _ := damaged(t, func(s string) string { return s })
			head := open(t, dir).Head()
			path := filepath.Join(string(dir), "journal-000001.toml")
			raw, _ := os.ReadFile(path)
			if err := os.WriteFile(path, []byte(change(string(raw))), 0o600); err != nil {
				t.Fatal(err)
			}
			o := options()
			o.Anchor = head
			j, err := journal.Open(dir, o)
			if err != nil {
				t.Fatal(err)
			}
			if faults := j.Faults(); len(faults) == 0 {
				t.Errorf("nothing is noticed, head %v, remembered %v", j.Head(), head)
			}
			if _, err := j.Append(t.Context(), entry(6)); !errors.Is(err, journal.ErrDamaged) {
				t.Errorf("something was added: %v", err)
			}
		})
	}
}

// TestAStrangeFileIsLeftAlone goes on in another segment once somebody has looked.
func TestAStrangeFileIsLeftAlone(t *testing.T) {
	t.Parallel()
	const page = "<html>Sign in</html>\n"
	dir, path := damaged(t, func(string) string { return page })
	j := open(t, dir)
	if _, err := j.Accept(t.Context(), "Desk", "a proxy wrote it"); err != nil {
		t.Fatal(err)
	}
	add(t, j, 1, 2)
	if raw, _ := os.ReadFile(path); string(raw) != page {
		t.Errorf("it became %q", raw)
	}
	again := open(t, dir)
	if diff := cmp.Diff(upTo(2), texts(again)); diff != "" || len(again.Faults()) > 0 {
		t.Errorf("faults %v, entries (-want +got):\n%s", again.Faults(), diff)
	}
}
