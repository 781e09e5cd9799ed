package ui_test

import (
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/ui"
	"bordertop/ui/screen"
	"bordertop/ui/uitest"
)

// live runs the dashboard on an emulated terminal, by the clock of a bubble that
// begins at start, and ends it when the test has had its look.
func live(t *testing.T, o ui.Options, start time.Time, look func(term *uitest.Term)) {
	t.Helper()
	ahead := time.Until(start)
	o.Now = func() time.Time { return time.Now().Add(ahead) }
	term := uitest.NewTerm(t, 140, 42)
	ended := make(chan error, 1)
	go func() {
		ended <- screen.Attach(t.Context(), ui.New(o), screen.Options{
			In: term, Out: term, Now: o.Now, Size: screen.Size{Width: 140, Height: 42},
		})
	}()
	synctest.Wait()
	look(term)
	term.Press("q")
	if err := <-ended; err != nil {
		t.Error(err)
	}
	time.Sleep(time.Minute) // outlive the last tick
}

func shows(t *testing.T, term *uitest.Term, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(term.Screen(), text) {
			t.Errorf("no %q on the screen:\n%s", text, term.Screen())
		}
	}
}

func TestTheClockTicksAndTheBoardFollows(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Date(2025, 11, 19, 21, 57, 30, 0, time.UTC) // 23:57:30 in Vilnius
		live(t, board(t), start, func(term *uitest.Term) {
			shows(t, term, "19 Nov 2025 23:57", "◧ 1 restricted")
			time.Sleep(time.Minute)
			synctest.Wait()
			shows(t, term, "19 Nov 2025 23:58", "1 min")
			time.Sleep(45 * time.Second)
			synctest.Wait()
			shows(t, term, "deadline in 45 s")
			time.Sleep(time.Minute)
			synctest.Wait()
			shows(t, term, "20 Nov 2025 00:00", "○ 2 open", "11 d early")
		})
	})
}

func TestAnIdleBoardWritesNothingBetweenMinutes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		live(t, board(t), today(), func(term *uitest.Term) {
			before, _ := term.Written()
			time.Sleep(50 * time.Second)
			synctest.Wait()
			if after, _ := term.Written(); after != before {
				t.Errorf("%d writes in 50 seconds without a change", after-before)
			}
			time.Sleep(10 * time.Minute)
			synctest.Wait()
			if after, _ := term.Written(); after-before > 11 {
				t.Errorf("%d writes in 11 minutes", after-before)
			}
		})
	})
}

func TestTheWallBeatsAndNothingElseDoes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := board(t)
		o.Config.Preset = config.Wall
		live(t, o, today(), func(term *uitest.Term) {
			shows(t, term, "20:45:07", "newest record", "board 0 min old")
			before, _ := term.Written()
			time.Sleep(30 * time.Second)
			synctest.Wait()
			shows(t, term, "20:45:37")
			after, _ := term.Written()
			if n := after - before; n < 29 || n > 31 {
				t.Errorf("%d writes in 30 seconds, want one for each", n)
			}
			term.Press("1")
			synctest.Wait()
			before, _ = term.Written()
			time.Sleep(20 * time.Second)
			synctest.Wait()
			if after, _ := term.Written(); after-before > 1 {
				t.Errorf("%d writes in 20 seconds where the wall is not in view", after-before)
			}
			term.Press(":")
			term.Press("preset wall")
			term.Press("enter")
			synctest.Wait()
			before, _ = term.Written()
			time.Sleep(10 * time.Second)
			synctest.Wait()
			if after, _ := term.Written(); after-before < 9 {
				t.Errorf("%d writes in 10 seconds of the wall", after-before)
			}
		})
	})
}

func TestAClockThatJumpsIsToldOf(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := board(t)
		var jump atomic.Int64
		begun := time.Now()
		term := uitest.NewTerm(t, 140, 42)
		o.Now = func() time.Time { return today().Add(time.Since(begun) + time.Duration(jump.Load())) }
		ended := make(chan error, 1)
		go func() {
			ended <- screen.Attach(t.Context(), ui.New(o), screen.Options{
				In: term, Out: term, Now: o.Now, Size: screen.Size{Width: 140, Height: 42},
			})
		}()
		synctest.Wait()
		jump.Store(int64(40 * 24 * time.Hour))
		time.Sleep(20 * time.Second)
		synctest.Wait()
		shows(t, term, "2 Jan 2027", "the clock jumped")
		term.Press("q")
		if err := <-ended; err != nil {
			t.Error(err)
		}
		time.Sleep(time.Minute)
	})
}

func TestAnEmptyLogIsAnEmptyBoard(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Log = model.Log{}
	frame := plain(open(o, 140, 42).View())
	if !strings.Contains(frame, "nothing is known yet") {
		t.Errorf("an empty board does not say so:\n%s", frame)
	}
}
