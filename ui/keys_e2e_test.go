package ui_test

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	uv "github.com/charmbracelet/ultraviolet"

	"bordertop/config"
	"bordertop/ui"
	"bordertop/ui/screen"
	"bordertop/ui/uitest"
)

// desk is the dashboard on an emulated terminal, in the program's own loop.
type desk struct {
	*testing.T
	*uitest.Term
	ran [][]string // programs of the reader's machine
}

// sit shows the dashboard by the clock of a bubble that begins today, and ends it
// when the test has had its look.
func sit(t *testing.T, o ui.Options, look func(d *desk)) {
	t.Helper()
	sitBefore(t, 42, o, look)
}

// sitBefore does the same before a screen of so many lines.
func sitBefore(t *testing.T, rows int, o ui.Options, look func(d *desk)) {
	t.Helper()
	ahead := time.Until(today())
	o.Now = func() time.Time { return time.Now().Add(ahead) }
	d := &desk{T: t, Term: uitest.NewTerm(t, 140, rows)}
	ended := make(chan error, 1)
	go func() {
		ended <- screen.Attach(t.Context(), ui.New(o), screen.Options{
			In: d, Out: d, Now: o.Now, Size: screen.Size{Width: 140, Height: rows}, Mouse: o.Config.Mouse,
			Command: func(_ context.Context, _ string, argv ...string) error {
				d.ran = append(d.ran, argv)
				return nil
			},
		})
	}()
	defer func() { // also where the test gives up
		d.Press("ctrl+c")
		if err := <-ended; err != nil {
			t.Error(err)
		}
		time.Sleep(time.Minute) // outlive the last tick
	}()
	d.settle()
	look(d)
}

// settle waits until what was pressed is on the screen.
func (d *desk) settle() {
	time.Sleep(50 * time.Millisecond)
	synctest.Wait()
}

// press presses keys, one after the other.
func (d *desk) press(keys ...string) {
	for _, key := range keys {
		d.Press(key)
		d.settle()
	}
}

// marked returns the cells with an attribute, a line for each of the screen's that
// has some.
func (d *desk) marked(attribute uint8) []string {
	var all []string
	for _, line := range d.Cells() {
		var b strings.Builder
		for _, c := range line {
			if c.Style.Attrs&attribute != 0 {
				b.WriteString(c.Content)
			}
		}
		if b.Len() > 0 {
			all = append(all, b.String())
		}
	}
	return all
}

// cursor is the row that stands out.
func (d *desk) cursor() string { return strings.Join(d.marked(uv.AttrReverse), "\n") }

// focus is what the frame that has it begins with, its title: the frame is bold.
func (d *desk) focus() string {
	for _, line := range d.Cells() {
		for x, c := range line {
			if c.Content != "╭" || c.Style.Attrs&uv.AttrBold == 0 {
				continue
			}
			var b strings.Builder
			for _, c := range line[x+2:] {
				b.WriteString(c.Content)
			}
			return b.String()
		}
	}
	return ""
}

// deed is what a key does: from where, and what is seen after it.
type deed struct {
	from          []string // keys pressed before
	focus, cursor string   // what the title and the row begin with afterwards
	sees, gone    []string // on the screen only afterwards, and only before
	also          func(d *desk)
	given         func(o *ui.Options)
	rows          int // of the screen, where that matters
}

// TestEveryKeyDoesWhatItIsFor presses every key of every action, in the log.
func TestEveryKeyDoesWhatItIsFor(t *testing.T) {
	t.Parallel()
	for _, action := range config.Actions() {
		for i, key := range config.Keys(nil).Of(action) {
			t.Run(string(action)+" "+key, func(t *testing.T) {
				t.Parallel()
				deed, ok := deeds(i)[action]
				if !ok {
					t.Fatal("nothing says what must be seen after it")
				}
				try(t, key, deed)
			})
		}
	}
}

// TestKeysElsewhere presses keys where they do something else than in the log.
func TestKeysElsewhere(t *testing.T) {
	t.Parallel()
	for name, tt := range elsewhere() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			try(t, tt.key, tt.deed)
		})
	}
}

// try presses a key and looks.
func try(t *testing.T, key string, w deed) {
	t.Helper()
	o := board(t)
	o.Config.Preset, o.Config.Mouse = config.Log, true
	if w.given != nil {
		w.given(&o)
	}
	synctest.Test(t, func(t *testing.T) {
		sitBefore(t, cmp.Or(w.rows, 42), o, func(d *desk) {
			d.press(w.from...)
			before := d.Screen()
			d.press(key)
			d.compare(before, w)
			if w.also != nil {
				w.also(d)
			}
		})
	})
}

// compare expects what a key does.
func (d *desk) compare(before string, w deed) {
	d.Helper()
	after := d.Screen()
	for _, text := range w.sees {
		if strings.Contains(before, text) || !strings.Contains(after, text) {
			d.Errorf("%q: before %v, after %v", text, strings.Contains(before, text), strings.Contains(after, text))
		}
	}
	for _, text := range w.gone {
		if !strings.Contains(before, text) || strings.Contains(after, text) {
			d.Errorf("%q: before %v, after %v", text, strings.Contains(before, text), strings.Contains(after, text))
		}
	}
	if !strings.HasPrefix(d.focus(), w.focus) {
		d.Errorf("the focus is on %q, want %q", d.focus(), w.focus)
	}
	if !strings.Contains(d.cursor(), w.cursor) {
		d.Errorf("the cursor is on %q, want %q", d.cursor(), w.cursor)
	}
	if w.focus+w.cursor+strings.Join(slices.Concat(w.sees, w.gone), "") == "" && w.also == nil {
		d.Error("nothing is expected of the key")
	}
	if d.Failed() {
		d.Logf("the screen:\n%s", after)
	}
}
