//go:build unix

package screen_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"

	"bordertop/ui/screen"
)

// leaks opens and closes 200 screens, and tells what is left of them. It is a
// process of its own because other tests have files open, too.
func leaks() int {
	if err := once(); err != nil { // what the first one starts may stay, or still be ending
		fmt.Print(err)
		return 1
	}
	files, goroutines := held()
	for range 200 {
		if err := once(); err != nil {
			fmt.Print(err)
			return 1
		}
	}
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > goroutines && time.Now().Before(end); {
		runtime.Gosched()
	}
	filesAfter, goroutinesAfter := held()
	fmt.Printf("%d files and %d goroutines left", max(0, filesAfter-files), max(0, goroutinesAfter-goroutines))
	return 0
}

// once shows a screen whose keys come from a file, and quits.
func once() error {
	keys, press, err := os.Pipe()
	if err != nil {
		return err
	}
	_, err = press.WriteString("jq")
	return errors.Join(err, screen.Attach(context.Background(), &board{}, screen.Options{
		In: keys, Out: io.Discard, Now: time.Now, Size: screen.Size{Width: 40, Height: 4},
	}), keys.Close(), press.Close())
}

func held() (files, goroutines int) {
	list, _ := os.ReadDir("/dev/fd")
	return len(list), runtime.NumGoroutine()
}

func TestClosedScreensLeaveNoFilesAndNoGoroutines(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "SCREEN_TEST_PROGRAM=leaks")
	out, err := cmd.CombinedOutput()
	if want := "0 files and 0 goroutines left"; err != nil || string(out) != want {
		t.Errorf("%v, %q, want %q", err, out, want)
	}
}

// robbed is a terminal whose keys some other program takes: it is ready to be read,
// and then has nothing.
type robbed struct {
	*os.File
	reading, release chan struct{}
}

func (r robbed) Read([]byte) (int, error) {
	close(r.reading)
	<-r.release
	return 0, io.EOF
}

func TestQuittingDoesNotWaitForAKeyThatNeverComes(t *testing.T) {
	t.Parallel()
	keys, press, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := press.WriteString("j"); err != nil {
		t.Fatal(err)
	}
	r := robbed{keys, make(chan struct{}), make(chan struct{})}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- screen.Attach(ctx, &board{}, screen.Options{In: r, Out: io.Discard, Now: time.Now, Size: screen.Size{Width: 40, Height: 4}})
	}()
	<-r.reading
	cancel()
	select {
	case err := <-ended:
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the session has not ended")
	}
	close(r.release)
	if err := errors.Join(keys.Close(), press.Close()); err != nil {
		t.Error(err)
	}
}
