package journal_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"testing"

	"github.com/google/renameio/v2/maybe"

	"bordertop/model/journal"
)

// remembering are options with a head that processes share, as the program does.
func remembering(file string) journal.Options {
	o := options()
	o.Recall = func() (h journal.Head, err error) {
		raw, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			return h, nil
		}
		_, err = fmt.Sscan(string(raw), &h.Seq, &h.Sum)
		return h, err
	}
	o.Remember = func(h journal.Head) error {
		return maybe.WriteFile(file, fmt.Appendf(nil, "%d %s\n", h.Seq, h.Sum), 0o600)
	}
	return o
}

// desk adds entries to a journal that others edit meanwhile, and accepts what was
// done by hand. It tells what was acknowledged.
func desk(d journal.Directory, from, n int) error {
	o := remembering(filepath.Join(string(d), "..", "head"))
	for i := from; i < from+n; i++ {
		var head journal.Head
		err := errors.New("not yet")
		for tries := 0; err != nil && tries < 1000; tries++ {
			head, err = enter(d, o, i)
		}
		if err != nil {
			return err
		}
		if _, err := fmt.Println(i, head.Seq, head.Sum); err != nil {
			return err
		}
	}
	return nil
}

func enter(d journal.Directory, o journal.Options, n int) (journal.Head, error) {
	j, err := journal.Open(d, o)
	if err != nil {
		return journal.Head{}, err
	}
	head, err := j.Append(context.Background(), entry(n))
	if errors.Is(err, journal.ErrDamaged) {
		_, _ = j.AcceptLoss(context.Background(), "Desk", "an editor") // Another may have.
	}
	return head, err
}

// editors do to a file what people and their tools do.
func editors() []func(path string) error {
	run := func(name string, args ...string) error {
		c := exec.CommandContext(context.Background(), name, args...)
		c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=x", "GIT_AUTHOR_EMAIL=x@x", "GIT_COMMITTER_NAME=x", "GIT_COMMITTER_EMAIL=x@x")
		return c.Run()
	}
	over := func(path string, text []byte) error {
		return errors.Join(os.WriteFile(path+"~", text, 0o600), os.Rename(path+"~", path))
	}
	git := func(path string, args ...string) error {
		return run("git", append([]string{"-C", filepath.Dir(path)}, args...)...)
	}
	old := func(path string) string { return filepath.Join(filepath.Dir(path), "..", "old") }
	return []func(path string) error{
		func(path string) error { // vim
			text, err := os.ReadFile(path)
			return errors.Join(err, os.WriteFile(path+".bak", text, 0o600), over(path, append(text, "# seen\n"...)))
		},
		func(path string) error { return run("sed", "-i", "s/value = 1\\([0-9]*\\)7$/value = 2\\17/", path) },
		func(path string) error {
			return errors.Join(run("mv", path, path+".away"), run("mv", path+".away", path))
		},
		func(path string) error { return run("cp", path, old(path)) },
		func(path string) error { return run("cp", old(path), path) }, // an older copy
		func(path string) error { // nano
			text, err := os.ReadFile(path)
			return errors.Join(err, os.WriteFile(path, text, 0o600))
		},
		func(path string) error {
			return errors.Join(git(path, "init"), git(path, "add", filepath.Base(path)), git(path, "commit", "-m", "x"))
		},
		func(path string) error { return git(path, "checkout", "--", filepath.Base(path)) },
		func(path string) error {
			return errors.Join(os.Rename(path, path+".1"), os.WriteFile(path, nil, 0o600))
		}, // logrotate
	}
}

// acknowledged is an entry that a writer was told to be sure.
type acknowledged struct {
	text string
	head journal.Head
}

// desks runs processes that add entries, and calls edit after some of them.
func desks(t *testing.T, dir string, processes, each int, edit func()) []acknowledged {
	t.Helper()
	var mu sync.Mutex
	var all []acknowledged
	var wait sync.WaitGroup
	for p := range processes {
		wait.Go(func() {
			c := exec.CommandContext(t.Context(), os.Args[0])
			c.Env = append(os.Environ(), "JOURNAL_WRITER="+dir, "JOURNAL_DESK="+strconv.Itoa(each), "JOURNAL_FROM="+strconv.Itoa((p+1)*100_000))
			if err := follow(c, func(a acknowledged) {
				mu.Lock()
				defer mu.Unlock()
				all = append(all, a)
				edit()
			}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	return all
}

// follow runs a desk and tells what it was told.
func follow(c *exec.Cmd, tell func(acknowledged)) error {
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var n int
		var a acknowledged
		if _, err := fmt.Sscan(lines.Text(), &n, &a.head.Seq, &a.head.Sum); err != nil {
			return err
		}
		a.text = entry(n)
		tell(a)
	}
	return c.Wait()
}

// TestNothingIsLostUnseenAmongEditors has several processes add entries while the
// file is edited, replaced and put back in every way. An entry that was acknowledged
// is there, or it is told that it is not.
func TestNothingIsLostUnseenAmongEditors(t *testing.T) {
	t.Parallel()
	processes, each := scale(3, 8), scale(40, 1000)
	dir := filepath.Join(t.TempDir(), "journal")
	r := rand.New(rand.NewPCG(1, 6))
	edits, all := 0, editors()
	got := desks(t, dir, processes, each, func() {
		if r.IntN(5) == 0 {
			_ = all[r.IntN(len(all))](filepath.Join(dir, segmentOne)) // It may be away just now.
			edits++
		}
	})
	if len(got) != processes*each || edits == 0 {
		t.Errorf("%d acknowledged, %d edits", len(got), edits)
	}
	t.Logf("%d acknowledged, %d edits, %d lost and told", len(got), edits, told(t, open(t, journal.Directory(dir)), got))
}

// told counts the entries that are lost, of each of which the journal must tell.
func told(t *testing.T, j *journal.Journal, all []acknowledged) int {
	t.Helper()
	whole, numbers := map[acknowledged]bool{}, map[int64]bool{}
	for _, e := range j.Entries() {
		whole[acknowledged{e.Text, e.Head}], numbers[e.Seq] = true, true
	}
	for _, f := range j.Faults() {
		numbers[f.Seq] = false
	}
	for _, s := range j.Segments() {
		for _, token := range regexp.MustCompile(`"(\d+) [0-9a-f]{24}"`).FindAllStringSubmatch(s.Text, -1) {
			seq, _ := strconv.ParseInt(token[1], 10, 64)
			numbers[seq] = false
		}
	}
	lost := 0
	for _, a := range all {
		if whole[a] {
			continue
		}
		if lost++; numbers[a.head.Seq] {
			t.Errorf("entry %d is lost unseen: %q", a.head.Seq, a.text)
		}
	}
	return lost
}
