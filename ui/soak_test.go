package ui_test

import (
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

// A goroutine that is left would keep the bubble from ending.
func TestScreensThatWereClosedLeaveNothingBehind(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := small(t)
		var open sync.WaitGroup
		for i := range 200 {
			open.Go(func() {
				term := uitest.NewTerm(t, 20, 5)
				time.AfterFunc(time.Duration(i)*time.Second, func() { term.Press("2", "j", "q") })
				if err := attach(t, o, term); err != nil || len(term.Modes()) > 0 {
					t.Errorf("%v, modes left %v", err, term.Modes())
				}
			})
		}
		open.Wait()
		time.Sleep(time.Minute) // outlive the last tick
	})
}

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
		for range 15 * 24 {
			time.Sleep(time.Hour)
			term.Press("j", "tab")
		}
		term.Press("q")
		if err := <-ended; err != nil {
			t.Error(err)
		}
		// One tick in ten seconds, or each second of a last minute; for each the
		// app and the screen read the clock a few times.
		const ticks = 15 * 24 * 360
		if n := reads.Load(); n < ticks || n > 4*ticks {
			t.Errorf("the clock was read %d times in %d ticks", n, ticks)
		}
		time.Sleep(time.Minute) // outlive the last tick
	})
}
