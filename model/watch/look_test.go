package watch_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"bordertop/model/watch"
)

// TestOrdinaryFilesOnlyAreRead names what would keep a reader waiting for ever.
func TestOrdinaryFilesOnlyAreRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	must(t, os.Symlink("circle", filepath.Join(dir, "circle")))
	paths := []string{os.DevNull, "/dev/zero", filepath.Join(dir, "circle"), filepath.Join(dir, "x", "..", "none"), "/"}
	o := quick()
	o.Match = func(string) bool { return false }
	ctx, stop := context.WithCancel(t.Context())
	changes := watch.New(o, paths...).Changes(ctx)
	stop()
	for range changes {
		t.Error("something has changed")
	}
}
