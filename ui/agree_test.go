package ui_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
)

// told is the first line of the detail of a window of the log preset.
func told(frame string) string {
	_, title, _ := strings.Cut(strings.Split(frame, "\n")[2], "││ ")
	return strings.TrimRight(title, " │")
}

func TestTheDetailFollowsAFilterThatIsTyped(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Config.Preset = config.Log
	o.Reader = new(state.Reader)
	events := o.Log.At(o.At, o.At).Events
	ids := slices.Collect(events.IDs())
	o.Reader.Learn(ids)
	synctest.Test(t, func(t *testing.T) {
		sit(t, o, func(d *desk) {
			first := told(d.Screen())
			d.press("/", "category:airport")
			if got := told(d.Screen()); got == first || got == "" {
				t.Errorf("while a filter is typed the detail tells of %q", got)
			}
			if got := o.Reader.News(); got != len(ids) {
				t.Errorf("what was shown while a filter was typed counts as seen: %d of %d are new", got, len(ids))
			}
			d.press("esc")
			if got := told(d.Screen()); got != first {
				t.Errorf("with the filter taken back the detail tells of %q, want %q", got, first)
			}
		})
	})
}

func TestTheFirstUnreadIsLeftByTheFirstPress(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Config.Preset = config.Log
	o.Reader = new(state.Reader)
	events := o.Log.At(o.At, o.At).Events
	o.Reader.Learn([]model.ID{events.ID(0), events.ID(2)})
	a := open(o, 140, 42)
	first := told(plain(a.View()))
	press(a, "u")
	if got := told(plain(a.View())); got == first {
		t.Errorf("u stays on %q", got)
	}
	if got := o.Reader.News(); got != 0 {
		t.Errorf("%d are new after both were shown", got)
	}
}

// What a pane opens is what its cursor is on.
func TestTheFocusBringsWhatItsCursorIsOn(t *testing.T) {
	t.Parallel()
	var before []string
	for pane := 1; pane <= 5; pane++ {
		a := open(asOf(t, board(t), "2025-11-11 18:00"), 140, 42)
		press(a, strconv.Itoa(pane))
		focused := page(plain(a.View()))
		if press(a, tea.KeyEnter); !slices.Equal(page(plain(a.View())), focused) {
			t.Errorf("pane %d has the focus, and the detail shows %q; what is opened is %q", pane, focused, page(plain(a.View())))
		}
		if slices.Equal(before, focused) {
			t.Errorf("pane %d shows in the detail what the pane before it does: %q", pane, focused)
		}
		before = focused
	}
}

// page is the beginning of what the detail shows on the desk.
func page(frame string) []string {
	lines := strings.Split(frame, "\n")
	for y, line := range lines {
		if before, _, ok := strings.Cut(line, "6 Detail"); ok {
			x := len([]rune(before)) - 2
			var out []string
			for _, line := range lines[y+1 : y+4] {
				out = append(out, strings.Trim(string([]rune(line)[x:]), " │↓"))
			}
			return out
		}
	}
	return nil
}

// oddLogs are logs of no event, of one, and of some that were all withdrawn, or
// all said anew at other times.
func oddLogs() map[string][]model.Record {
	event := func(i int) model.Record {
		return &model.Incident{
			Fact: model.Fact{ID: model.ID("e-" + strconv.Itoa(i))}, At: model.Exactly(today().Add(-time.Duration(7*i) * time.Hour)),
			Title: clean.Line("Event" + strconv.Itoa(i) + " happened"), Category: "airport", Severity: int64(1 + i%4),
		}
	}
	logs := map[string][]model.Record{"none": nil, "one": {event(0)}}
	for i := range 30 {
		a := model.Amendment{
			Fact: model.Fact{ID: model.ID("a-" + strconv.Itoa(i))}, Of: []model.ID{event(i).Head().ID}, At: model.Exactly(today().Add(-time.Duration(i) * time.Hour)),
		}
		gone, moved := a, a
		gone.Type, moved.Type = model.Withdrawal, model.Correction
		moved.Set = []model.Assignment{
			{Field: "at", Value: model.Exactly(today().Add(-time.Duration(i*i%97) * time.Hour))},
			{Field: "title", Value: clean.Line("Moved" + strconv.Itoa(i) + " airport")},
		}
		logs["withdrawn"] = append(logs["withdrawn"], event(i), &gone)
		logs["moved"] = append(logs["moved"], event(i), &moved)
	}
	return logs
}

func TestTheDetailFollowsInOddLogs(t *testing.T) {
	t.Parallel()
	for name, records := range oddLogs() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := board(t)
			var err error
			if o.Log, err = model.NewLog(model.DefaultRules(), records...); err != nil {
				t.Fatal(err)
			}
			o.Config.Preset, o.Reader = config.Log, new(state.Reader)
			o.Reader.Mark("vanished")
			o.Reader.Learn([]model.ID{"e-0", "e-3", "e-9", "vanished"})
			r := rand.New(rand.NewPCG(1, 2))
			synctest.Test(t, func(t *testing.T) { sit(t, o, func(d *desk) { d.wander(r) }) })
		})
	}
}

// wander presses any keys at any moment of the board.
func (d *desk) wander(r *rand.Rand) {
	var keys []string
	for i := range 120 {
		press := []string{anyKey(r)}
		if i == 0 { // what the cursor is on was not known yet
			press = []string{"g", ":as-of 2026-11-20", "enter"}
		}
		if r.IntN(6) == 0 {
			press = []string{"esc", ":as-of " + []string{"1900-01-01", "2026-11-22 20:00", "2026-11-20", "now"}[r.IntN(4)], "enter"}
		}
		keys = append(keys, press...)
		if d.press(press...); !d.follows() {
			d.Fatalf("after %q the cursor is on %q:\n%s", keys, d.cursor(), d.Screen())
		}
	}
}
