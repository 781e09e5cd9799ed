package ui_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"bordertop/config/state"
	"bordertop/model/modeltest"
	"bordertop/ui"
	"bordertop/ui/layout"
)

// notes are what left, kept in memory.
type notes struct {
	mu     sync.Mutex
	copies []state.Copy
	broken error
}

func (n *notes) note(c state.Copy) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.broken == nil {
		n.copies = append(n.copies, c)
	}
	return n.broken
}

func (n *notes) read() ([]state.Copy, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.copies, nil
}

// claimed gives options with a claim that is the newest.
func claimed(t *testing.T, n *notes) ui.Options {
	t.Helper()
	o := board(t)
	log, err := o.Log.With(modeltest.Records(t, `source phone publisher=Linava title=Call
		count call at=2026-11-23T12:00:00Z value=1000 what=stranded unit=truck by=Linava sources=phone`)...)
	if err != nil {
		t.Fatal(err)
	}
	o.Log, o.Note, o.Copies = log, n.note, n.read
	return o
}

func TestOneIsToldWhatBecameOfWhatOneCopied(t *testing.T) {
	t.Parallel()
	n := &notes{}
	feed(t, claimed(t, n), func(f *fed) {
		f.press("3", "j", "y")
		if len(f.Copied()) != 1 || len(n.copies) != 1 || n.copies[0].Records[0].ID != "call" {
			f.Fatalf("copied %q, noted %v\n%s", f.Copied(), n.copies, f.Screen())
		}
		later, err := f.o.Log.With(modeltest.Records(f.T, `amendment wrong of=call kind=withdrawal known=2026-11-23T18:45:00Z reason=misheard`)...)
		if err != nil {
			f.Fatal(err)
		}
		f.give(ui.Change{Data: f.data(f.o.Log, later)})
		f.settle()
		shows(f.T, f.Term, "you copied “1,000 trucks stranded, Linava")
		f.press("0")
		shows(f.T, f.Term, "What you copied 1", "withdrawn 23 Nov 20:45")
		// It came once, and is told once.
		f.give(ui.Change{Data: f.data(later, later)})
		f.settle()
		if screen := f.Screen(); strings.Count(screen, "you copied “") != 1 {
			f.Errorf("it is told again:\n%s", screen)
		}
	})
}

func TestWhatCannotBeNotedIsCopiedAllTheSame(t *testing.T) {
	t.Parallel()
	n := &notes{broken: errors.New("the disk is full")}
	feed(t, claimed(t, n), func(f *fed) {
		f.press("3", "j", "y")
		if len(f.Copied()) != 1 {
			f.Errorf("copied %q", f.Copied())
		}
		shows(f.T, f.Term, "what left could not be noted: the disk is full")
	})
}

func TestNothingIsNotedWhereTheSettingsSaySo(t *testing.T) {
	t.Parallel()
	n := &notes{}
	o := claimed(t, n)
	a := open(o, 140, 42) // whose settings are the zero Config
	obey(a, "3jy")
	if len(n.copies) > 0 {
		t.Errorf("noted %v", n.copies)
	}
}

func TestNoPictureTellsWhatOneCopied(t *testing.T) {
	t.Parallel()
	n := &notes{copies: []state.Copy{{Records: []state.Copied{{ID: "i-126"}}}}}
	o := claimed(t, n)
	o.Config.Copied = true
	still := ui.Still{Size: layout.Size{W: 140, H: 42}, Pane: "changes", Zoom: true}
	frame, err := ui.Frame(o, still)
	if err != nil {
		t.Fatal(err)
	}
	if text := plain(frame.Text); strings.Contains(text, "you copied") || !strings.Contains(text, "0 Changes") {
		t.Errorf("it shows\n%s", text)
	}
}
