package ui_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/export"
	"bordertop/model/modeltest"
	"bordertop/ui"
)

// underEmbargo gives options that show a board on which some is under embargo for
// an hour: a closure that changes the state of a crossing, a claim, what happened.
func underEmbargo(tb testing.TB) ui.Options {
	tb.Helper()
	o := board(tb)
	more := modeltest.Records(tb, `
		source ministry publisher=Sealedhouse title=Letter embargo=2026-11-23T19:45:00Z
		measure secret-closure kind=closure crossings=medininkai from=2026-11-23T06:00:00Z known=2026-11-23T06:00:00Z embargo=2026-11-23T19:45:00Z sources=ministry
		count secret-count at=2026-11-23T12:00:00Z value=4242 what=stranded unit=truck by=Linava sources=ministry
		incident secret-incident at=2026-11-23T18:00:00Z category=airport severity=4 title="A secret meeting" sources=ministry`)
	log, err := o.Log.With(more...)
	if err != nil {
		tb.Fatal(err)
	}
	o.Log = log
	return o
}

func TestTheDeskSeesWhatIsUnderEmbargoAndThatItIs(t *testing.T) {
	t.Parallel()
	for _, size := range []struct{ w, h int }{{140, 42}, {80, 24}, {50, 15}} {
		a := open(underEmbargo(t), size.w, size.h)
		press(a, "5")
		frame := plain(a.View())
		if !strings.Contains(frame, "A secret meeting") && size.w > 60 || !strings.Contains(frame, "⊘ EMBARGO") {
			t.Errorf("at %dx%d an incident under embargo is not seen to be so:\n%s", size.w, size.h, frame)
		}
		press(a, "z")
		if frame := plain(a.View()); size.w > 60 && !strings.Contains(frame, "⊘ EMBARGO until 23 Nov 21:45") {
			t.Errorf("at %dx%d nothing tells until when:\n%s", size.w, size.h, frame)
		}
		press(a, tea.KeyEnter)
		if frame := strings.Join(strings.Fields(plain(a.View())), " "); size.w > 60 && !strings.Contains(frame, "⊘ EMBARGO until 23 Nov 21:45: it is seen on this screen") {
			t.Errorf("at %dx%d its page does not tell:\n%s", size.w, size.h, frame)
		}
	}
	if frame := plain(open(underEmbargo(t), 140, 42).View()); !strings.Contains(frame, "⊘ 4 under embargo") || !strings.Contains(frame, "4,242") {
		t.Errorf("the board does not tell of it:\n%s", frame)
	}
}

func TestChangesTellWhatIsUnderEmbargo(t *testing.T) {
	t.Parallel()
	a := open(underEmbargo(t), 140, 42)
	press(a, "0")
	frame := plain(a.View())
	for _, want := range []string{"⊘ EMBARGO 23 Nov 21:45: Medininkai", "⊘ EMBARGO 23 Nov 21:45: A secret meeting", "⊘ EMBARGO 23 Nov 21:45: Linava"} {
		if !strings.Contains(frame, want) {
			t.Errorf("no %q in\n%s", want, frame)
		}
	}
}

func TestNothingUnderEmbargoIsCopied(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) { sit(t, underEmbargo(t), copiesInPublic) })
}

func copiesInPublic(d *desk) {
	d.press("5", "g", "y")
	shows(d.T, d.Term, "not copied: it is under embargo until 23 Nov 21:45")
	d.press("Y")
	shows(d.T, d.Term, "not copied: it is under embargo until 23 Nov 21:45")
	d.press(":", "json", "enter")
	shows(d.T, d.Term, "not copied: it is under embargo until 23 Nov 21:45")
	if c := d.Copied(); len(c) > 0 {
		d.Fatalf("copied %q", c)
	}
	// What the board derives from it is copied as others know it.
	d.press("1", "g", "y")
	shows(d.T, d.Term, "copied without what is under embargo: Medininkai")
	if c := d.Copied(); len(c) != 1 || !strings.Contains(c[0], "open") || strings.Contains(c[0], "Sealedhouse") {
		d.Errorf("copied %q", c)
	}
	if title := d.Title(); strings.Contains(title, "secret") {
		d.Errorf("the title is %q", title)
	}
	// When it is over it may leave, without anybody's doing.
	time.Sleep(time.Hour + time.Minute)
	d.press("5", "g")
	if screen := d.Screen(); strings.Contains(screen, "EMBARGO") || strings.Contains(screen, "embargo") {
		d.Errorf("when it is over the screen shows\n%s", screen)
	}
	d.press("y")
	shows(d.T, d.Term, "copied: A secret meeting")
}

func TestAMomentShownDoesNotEndAnEmbargo(t *testing.T) {
	t.Parallel()
	o := underEmbargo(t)
	o.At = today().Add(48 * time.Hour)
	a := open(o, 140, 42)
	obey(a, "5gy")
	if frame := plain(a.View()); !strings.Contains(frame, "not copied: it is under embargo") {
		t.Errorf("the screen shows\n%s", frame)
	}
}

func TestNothingUnderEmbargoIsExported(t *testing.T) {
	t.Parallel()
	o, d := underEmbargo(t), &disk{files: map[string]*bytes.Buffer{}}
	o.Export = d.create
	a := open(o, 140, 42)
	for _, format := range export.Endings() {
		obey(a, ":export a."+format, tea.KeyEnter)
		frame := plain(a.View())
		if d.files["a."+format] == nil {
			t.Fatalf("nothing is exported:\n%s", frame)
		}
		text := d.files["a."+format].String()
		if strings.Contains(text, "secret-") || strings.Contains(text, "A secret") || strings.Contains(text, "Sealedhouse") || strings.Contains(text, "4242") || text == "" {
			t.Errorf("%s has\n%s", format, text)
		}
		if !strings.Contains(frame, "1 record under embargo was left out") {
			t.Errorf("nothing is said of what was left out:\n%s", frame)
		}
	}
}
