package watch_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/watch"
)

func TestPollingIsToldOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		told := make(chan error, 9)
		o := polled()
		o.Polling = func(why error) { told <- why }
		ctx, stop := context.WithCancel(t.Context())
		changes := watch.New(o, filepath.Join(t.TempDir(), "c.toml")).Changes(ctx)
		time.Sleep(5 * time.Minute)
		if n := len(told); n != 1 {
			t.Fatalf("told %d times in five minutes, want once", n)
		}
		if why := <-told; !strings.Contains(why.Error(), "too many open files") {
			t.Errorf("the reason is %q", why)
		}
		stop()
		for range changes {
			t.Error("a change is told")
		}
	})
}

// TestOtherPathsCanBeWatched goes from one file to another, and keeps one.
func TestOtherPathsCanBeWatched(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	kept, old, other := filepath.Join(dir, "kept"), filepath.Join(dir, "old"), filepath.Join(t.TempDir(), "other")
	write(t, kept, "one")
	write(t, other, "one")
	w := watch.New(quick(), kept, old)
	ctx, stop := context.WithCancel(t.Context())
	changes := w.Changes(ctx)
	write(t, kept, "two")
	told(t, changes)
	write(t, kept, "three") // before it is set again: nothing is missed
	w.Set(kept, other, other)
	write(t, old, "one") // nobody asks
	if diff := cmp.Diff([]string{kept}, told(t, changes)); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	write(t, other, "two")
	if diff := cmp.Diff([]string{other}, told(t, changes)); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	stop()
	for paths := range changes {
		t.Errorf("%v is told", paths)
	}
}
