package ui_test

import (
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui"
	"bordertop/ui/screen"
	"bordertop/ui/uitest"
)

// small gives options that show a record of each kind, by the clock of a bubble.
func small(tb testing.TB) ui.Options {
	tb.Helper()
	log, err := model.NewLog(model.DefaultRules(), sample(clean.Line("Medininkai"))...)
	if err != nil {
		tb.Fatal(err)
	}
	o := board(tb)
	ahead := time.Until(today())
	o.Log, o.Now = log, func() time.Time { return time.Now().Add(ahead) }
	return o
}

// attach shows an app of 20x5 on a terminal until it is quit.
func attach(t *testing.T, o ui.Options, term *uitest.Term) error {
	t.Helper()
	return screen.Attach(t.Context(), ui.New(o), screen.Options{In: term, Out: term, Now: o.Now, Size: screen.Size{Width: 20, Height: 5}})
}

// scale is by how much the long run, which the README tells how to begin, is longer.
func scale(n, inLong int) int {
	if os.Getenv("LONG") != "" {
		return inLong
	}
	return n
}

// held is what a process holds on to.
type held struct {
	memory                  uint64
	goroutines, descriptors int
}

func holds() held {
	runtime.GC()
	runtime.GC() // what pools held
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	open, _ := os.ReadDir("/proc/self/fd") // none where there is no such thing
	return held{m.HeapAlloc, runtime.NumGoroutine(), len(open)}
}

// flat compares what is held with what was, in a long run: else other tests run
// meanwhile.
func flat(t *testing.T, was held) {
	t.Helper()
	is := holds()
	t.Logf("%d KiB, %d goroutines and %d descriptors at first, %d KiB, %d and %d at last",
		was.memory>>10, was.goroutines, was.descriptors, is.memory>>10, is.goroutines, is.descriptors)
	if scale(0, 1) == 1 && (is.memory > was.memory+was.memory/20 || is.goroutines > was.goroutines || is.descriptors > was.descriptors) {
		t.Error("it grew")
	}
}

// A goroutine that is left would keep the bubble from ending.
func TestScreensThatWereClosedLeaveNothingBehind(t *testing.T) {
	t.Parallel()
	come := func(screens int) {
		t.Run("", func(t *testing.T) { synctest.Test(t, func(t *testing.T) { comeAndGo(t, screens) }) })
	}
	come(200)
	was := holds()
	for range scale(1, 200) {
		come(50)
	}
	flat(t, was)
}

// comeAndGo opens screens one after the other and closes each.
func comeAndGo(t *testing.T, screens int) {
	t.Helper()
	o := small(t)
	var shown sync.WaitGroup
	for i := range screens {
		shown.Go(func() {
			term := uitest.NewTerm(t, 20, 5)
			time.AfterFunc(time.Duration(i)*time.Second, func() { term.Press("2", "j", "q") })
			if err := attach(t, o, term); err != nil || len(term.Modes()) > 0 {
				t.Errorf("%v, modes left %v", err, term.Modes())
			}
		})
	}
	shown.Wait()
	time.Sleep(time.Minute) // outlive the last tick
}

// TestAHundredThousandTicksAreNoMore has a million in a long run.
//
// A tick that a key restarts, or that another doubles, would show in how often the
// clock is read.
func TestAHundredThousandTicksAreNoMore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := small(t)
		var reads atomic.Int64
		now := o.Now
		o.Now = func() time.Time {
			reads.Add(1)
			return now()
		}
		term := uitest.NewTerm(t, 20, 5)
		ended := make(chan error, 1)
		go func() { ended <- attach(t, o, term) }()
		days := scale(15, 120)
		was := held{}
		for hour := range days * 24 {
			time.Sleep(time.Hour)
			term.Press("j", "tab")
			if hour == 24 {
				was = holds()
			}
		}
		flat(t, was)
		term.Press("q")
		if err := <-ended; err != nil {
			t.Error(err)
		}
		// One tick in ten seconds, or each second of a last minute; for each the
		// app and the screen read the clock a few times.
		ticks := int64(days) * 24 * 360
		if n := reads.Load(); n < ticks || n > 4*ticks {
			t.Errorf("the clock was read %d times in %d ticks", n, ticks)
		}
		time.Sleep(time.Minute) // outlive the last tick
	})
}
