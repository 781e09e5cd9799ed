package ui_test

import (
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config/state"
	"bordertop/ui/uitest"
)

func TestMarksAreWrittenOneAfterTheOther(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	saves := 0
	o.Save = func(*state.Saving) error { saves++; return nil }
	a := open(o, 140, 42)
	press(a, "5")
	first := a.Update(runes(" "))
	if second := a.Update(runes(" ")); first == nil || second != nil {
		t.Fatalf("commands %v and %v, want only the first", first != nil, second != nil)
	}
	// What was written is all that there was, for Save took nothing out.
	if next := a.Update(first()); next == nil || saves != 1 {
		t.Errorf("after one save of %d nothing follows", saves)
	}
}

func TestAFaultOfSavingIsToldOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := board(t)
		var tries atomic.Int64
		var readOnly atomic.Bool
		o.Save = func(*state.Saving) error {
			tries.Add(1)
			if readOnly.Load() {
				return errors.New("the file is read-only")
			}
			return errors.New("the disk is full")
		}
		live(t, o, today(), func(term *uitest.Term) {
			term.Press("space")
			synctest.Wait()
			time.Sleep(time.Second)
			shows(t, term, "marks could not be saved: the disk is full")
			term.Press("j")
			time.Sleep(time.Minute)
			synctest.Wait()
			if tries.Load() < 3 || strings.Contains(term.Screen(), "could not be saved") {
				t.Errorf("tried %d times, and shows\n%s", tries.Load(), term.Screen())
			}
			readOnly.Store(true)
			time.Sleep(20 * time.Second)
			synctest.Wait()
			shows(t, term, "marks could not be saved: the file is read-only")
		})
	})
}

func TestNewsIsCountedUntilItIsSeen(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Reader = new(state.Reader)
	a := open(o, 140, 42)
	ids := slices.Collect(o.Log.At(o.At, o.At).Events.IDs())[:3]
	o.Reader.Learn(ids)
	if top, _, _ := strings.Cut(plain(a.View()), "\n"); !strings.Contains(top, "• 3 new") {
		t.Errorf("the top line says %q", top)
	}
	press(a, "5j", tea.KeyEnter)
	if top, _, _ := strings.Cut(plain(a.View()), "\n"); !strings.Contains(top, "• 1 new") {
		t.Errorf("with two shown the top line says %q", top)
	}
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	if top, _, _ := strings.Cut(plain(a.View()), "\n"); !strings.Contains(top, "closed") {
		t.Errorf("news drives the states out: %q", top)
	}
}
