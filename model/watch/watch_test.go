package watch_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"bordertop/model/watch"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// quick are options that do not let a test wait. It polls too seldom to help.
func quick() watch.Options {
	return watch.Options{Quiet: 5 * time.Millisecond, Least: 10 * time.Millisecond, Poll: time.Hour}
}

func write(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
}

func must(tb testing.TB, errs ...error) {
	tb.Helper()
	if err := errors.Join(errs...); err != nil {
		tb.Fatal(err)
	}
}

// told waits for a report.
func told(tb testing.TB, changes <-chan []string) []string {
	tb.Helper()
	select {
	case paths := <-changes:
		return paths
	case <-time.After(20 * time.Second):
		tb.Fatal("nothing is told")
		return nil
	}
}

// begun watches from now on, and ends with the test.
func begun(tb testing.TB, o watch.Options, paths ...string) <-chan []string {
	tb.Helper()
	ctx, stop := context.WithCancel(tb.Context())
	changes := watch.New(o, paths...).Changes(ctx)
	tb.Cleanup(func() {
		stop()
		for range changes {
			continue // until it is closed
		}
	})
	return changes
}

// TestLinkedDirectoriesAreFollowed swaps a directory on the way to the file, as
// deployments do.
func TestLinkedDirectoriesAreFollowed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, version := range []string{"1", "2", "3"} {
		must(t, os.Mkdir(filepath.Join(dir, version), 0o700))
		write(t, filepath.Join(dir, version, "c.toml"), version)
	}
	path := filepath.Join(dir, "c.toml")
	must(t, os.Symlink("1", filepath.Join(dir, "data")), os.Symlink(filepath.Join("data", "c.toml"), path))
	changes := begun(t, quick(), path)
	for _, version := range []string{"2", "3"} {
		must(t, os.Symlink(version, filepath.Join(dir, "new")), os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, "data")))
		told(t, changes)
	}
	write(t, filepath.Join(dir, "3", "c.toml"), "3, edited")
	told(t, changes)
}

func TestWhatIsNotThereIsWaitedFor(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a", "b", "c.toml")
	changes := begun(t, quick(), path)
	must(t, os.MkdirAll(filepath.Dir(path), 0o700))
	write(t, path, "one")
	told(t, changes)
	must(t, os.RemoveAll(filepath.Join(dir, "a")))
	told(t, changes)
	must(t, os.MkdirAll(filepath.Dir(path), 0o700))
	write(t, path, "two")
	told(t, changes)
}

func TestDirectoriesTellOfTheirFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.toml"), "a")
	o := quick()
	o.Match = func(name string) bool { return filepath.Ext(name) == ".toml" }
	changes := begun(t, o, dir)
	write(t, filepath.Join(dir, "b.toml"), "b")
	told(t, changes)
	must(t, os.Remove(filepath.Join(dir, "a.toml")))
	told(t, changes)
	must(t, os.Rename(filepath.Join(dir, "b.toml"), filepath.Join(dir, "c.toml")))
	told(t, changes)
}

func TestWhatHappenedBeforeIsTold(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	write(t, a, "one")
	write(t, b, "one")
	w := watch.New(quick(), a, b)
	write(t, b, "two")
	ctx, stop := context.WithCancel(t.Context())
	changes := w.Changes(ctx)
	if diff := cmp.Diff([]string{b}, told(t, changes)); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	stop()
	if _, open := <-changes; open {
		t.Error("it tells more when it has ended")
	}
}

// polled are options without help of the system, as where it has no watchers
// left.
func polled() watch.Options {
	return watch.Options{New: func() (*fsnotify.Watcher, error) { return nil, errors.New("too many open files") }}
}

// in runs a test with a file in a bubble, where time passes at once.
func in(t *testing.T, test func(t *testing.T, path string, changes <-chan []string)) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "c.toml")
	write(t, path, "one")
	synctest.Test(t, func(t *testing.T) { test(t, path, begun(t, polled(), path)) })
}

func TestWithoutTheSystemFilesArePolled(t *testing.T) {
	t.Parallel()
	in(t, func(t *testing.T, path string, changes <-chan []string) {
		t.Helper()
		synctest.Wait()
		begin := time.Now()
		write(t, path, "two")
		if <-changes; time.Since(begin) > 30*time.Second {
			t.Errorf("told after %s", time.Since(begin))
		}
		must(t, os.Remove(path))
		if <-changes; time.Since(begin) > 60*time.Second {
			t.Errorf("told after %s", time.Since(begin))
		}
	})
}

func TestTheSameAgainIsNoChange(t *testing.T) {
	t.Parallel()
	in(t, func(t *testing.T, path string, changes <-chan []string) {
		t.Helper()
		synctest.Wait()
		write(t, path, "one")
		must(t, os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)))
		select {
		case <-changes:
			t.Error("a change is told")
		case <-time.After(5 * time.Minute):
		}
	})
}

func TestLargeFilesAreReadWhenTheyChange(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "large.toml")
	write(t, path, strings.Repeat("a", 2<<20))
	synctest.Test(t, func(t *testing.T) {
		changes := begun(t, polled(), path)
		synctest.Wait()
		write(t, path, strings.Repeat("b", 2<<20))
		must(t, os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)))
		<-changes
	})
}

// TestReportsKeepTheirDistance writes as fast as it can. What is told comes no
// faster than it may, and the last of it is told.
func TestReportsKeepTheirDistance(t *testing.T) {
	t.Parallel()
	const least = 60 * time.Millisecond
	path := filepath.Join(t.TempDir(), "c.toml")
	write(t, path, "")
	changes := begun(t, watch.Options{Quiet: 20 * time.Millisecond, Least: least, Poll: time.Hour}, path)
	done := make(chan error, 1)
	go func() {
		save := func(text string) error {
			return errors.Join(os.WriteFile(path+"~", []byte(text), 0o600), os.Rename(path+"~", path))
		}
		for begin, n := time.Now(), 0; time.Since(begin) < 6*least; n++ {
			if err := save(strings.Repeat("x", 1+n%1000)); err != nil {
				done <- err
				return
			}
		}
		done <- save("last")
	}()
	var at []time.Time
	for held := ""; held != "last"; {
		told(t, changes)
		at = append(at, time.Now())
		data, _ := os.ReadFile(path)
		held = string(data)
	}
	must(t, <-done)
	// The first of two is taken late at times, the second never early.
	if span := at[len(at)-1].Sub(at[0]); len(at) < 2 || span < time.Duration(len(at)-2)*least {
		t.Errorf("%d reports within %s", len(at), span)
	}
}
