package watch_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/config/watch"
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
