package journal_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"bordertop/model/journal"
)

// TestMain is also the writer that other tests kill.
func TestMain(m *testing.M) {
	dir := os.Getenv("JOURNAL_WRITER")
	if dir == "" {
		os.Exit(m.Run())
	}
	from, _ := strconv.Atoi(os.Getenv("JOURNAL_FROM"))
	err := limit(os.Getenv("JOURNAL_LIMIT"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if n, _ := strconv.Atoi(os.Getenv("JOURNAL_DESK")); n > 0 {
		err = desk(journal.Directory(dir), from, n)
	} else {
		err = write(journal.Directory(dir), from)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write adds entries until it is killed or has written a thousand, and tells each
// that was acknowledged.
func write(d journal.Directory, from int) error {
	j, err := journal.Open(d, options())
	if err != nil {
		return err
	}
	for n := from; n < from+1000; n++ {
		if _, err := j.Append(context.Background(), entry(n)); err != nil {
			return err
		}
		if _, err := fmt.Println(n); err != nil {
			return err
		}
	}
	return nil
}

// TestSeveralWritersShareAJournal has each keep its order.
func TestSeveralWritersShareAJournal(t *testing.T) {
	t.Parallel()
	const writers, each = 4, 25
	dir := journal.Directory(t.TempDir())
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			add(t, open(t, dir), w*1000, w*1000+each-1)
		})
	}
	reader := open(t, dir)
	wait.Wait()
	if err := reader.Refresh(); err != nil {
		t.Fatal(err)
	}
	if got := len(reader.Entries()); got != writers*each || len(reader.Faults()) > 0 {
		t.Errorf("%d entries, faults %v", got, reader.Faults())
	}
	for w := range writers {
		want := between(w*1000, w*1000+each-1)
		if err := inOrder(texts(reader), want); err != nil {
			t.Errorf("writer %d: %v", w, err)
		}
	}
}

// TestKilledWritersLoseNothing kills real processes while they write.
func TestKilledWritersLoseNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var mu sync.Mutex
	var acknowledged []string
	rounds, writers := scale(6, 200), scale(2, 4)
	for round := range rounds {
		var wait sync.WaitGroup
		for w := range writers {
			wait.Go(func() {
				from := (writers*round + w + 1) * 10_000
				for _, n := range killed(t, dir, from, 5+3*(round%6)) {
					mu.Lock()
					acknowledged = append(acknowledged, entry(n))
					mu.Unlock()
				}
			})
		}
		wait.Wait()
	}
	j := open(t, journal.Directory(dir))
	all := strings.Join(texts(j), "")
	t.Logf("%d writers killed, %d acknowledged", rounds*writers, len(acknowledged))
	for _, text := range acknowledged {
		if strings.Count(all, text) != 1 {
			t.Errorf("%d times there: %q", strings.Count(all, text), text)
		}
	}
	if len(j.Faults()) > 0 || len(acknowledged) == 0 {
		t.Errorf("faults %v, %d acknowledged", j.Faults(), len(acknowledged))
	}
	if _, err := j.Append(t.Context(), entry(1)); err != nil {
		t.Error(err)
	}
}

// killed runs a writer and kills it once it has acknowledged so many entries. It
// gives all that were.
func killed(t *testing.T, dir string, from, after int) []int {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	c := exec.CommandContext(ctx, os.Args[0])
	c.Env = append(os.Environ(), "JOURNAL_WRITER="+dir, "JOURNAL_FROM="+strconv.Itoa(from))
	out, err := c.StdoutPipe()
	if err != nil {
		t.Error(err)
		return nil
	}
	if err := c.Start(); err != nil {
		t.Error(err)
		return nil
	}
	var got []int
	for lines := bufio.NewScanner(out); lines.Scan(); {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			break // the kill cut it
		}
		if got = append(got, n); len(got) == after {
			_ = c.Process.Kill()
		}
	}
	_ = c.Wait()
	return got
}

func TestALockedJournalIsWaitedForNoLongerThanAsked(t *testing.T) {
	t.Parallel()
	dir := journal.Directory(t.TempDir())
	unlock, err := dir.Lock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := open(t, dir).Append(ctx, entry(1)); err == nil {
		t.Error("something was added to a locked journal")
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	add(t, open(t, dir), 1, 1)
}

// FuzzScan reads what may be any file under the name of a segment.
func FuzzScan(f *testing.F) {
	d := newMemory()
	j := open(f, d)
	add(f, j, 1, 3)
	good := string(d.names["journal-000001.toml"].content(nil))
	f.Add(good)
	f.Add(good[:len(good)-10])
	f.Add(strings.Replace(good, "1002", "1003", 1))
	f.Add(strings.Replace(good, "#~ 2", "#~ 9", 1))
	f.Add("<html>")
	f.Fuzz(func(t *testing.T, text string) {
		d := newMemory()
		d.names["journal-000001.toml"] = &node{lasting: []byte(text)}
		j := open(t, d)
		_, err := j.Append(t.Context(), entry(4))
		got := string(d.names["journal-000001.toml"].content(nil))
		switch {
		case err != nil && got != text:
			t.Errorf("%q became %q although %v", text, got, err)
		case err == nil && !strings.HasPrefix(got, strings.TrimSuffix(text, open(t, tornOf(text)).Torn())):
			t.Errorf("%q became %q", text, got)
		}
	})
}

// tornOf is a disk with a segment of a text.
func tornOf(text string) *memory {
	d := newMemory()
	d.names["journal-000001.toml"] = &node{lasting: []byte(text)}
	return d
}
