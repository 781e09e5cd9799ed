package incidents_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/uitest"
)

// TestTheCursorIsOnAListedThingInView presses keys at random while records come
// and go.
func TestTheCursorIsOnAListedThingInView(t *testing.T) {
	t.Parallel()
	keys := []string{
		"j", "j", "k", "G", "g", "ctrl+d", "s", "S", "n", "N", "e", "E", "{", "}", "u", "left", "right", "/", "f", "D", "F", "enter", "esc", "esc",
		"type:truck", "type:severity>=3", "type:2025-11-02", "type:category:airport", "backspace", "ctrl+u", "up", "type: or ", "click", "learn", "size",
	}
	for seed := range uint64(12) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 3))
			all := years(120)
			d := sit(t, 70, 12, all[:90]...).saved("airports", "category:airport", "severe", "severity>=3")
			var pressed []string
			for range 400 {
				name := keys[r.IntN(len(keys))]
				pressed = append(pressed, name)
				d.act(r, name, all)
				if fault := d.astray(); fault != "" {
					t.Fatalf("after %q: %s\n%s", pressed[max(0, len(pressed)-12):], fault, strings.Join(d.frame(), "\n"))
				}
			}
		})
	}
}

// act presses a key, or changes what is around the pane.
func (d *desk) act(r *rand.Rand, name string, all []model.Record) {
	d.tb.Helper()
	d.last = nil
	switch name {
	case "click":
		d.click(r.IntN(d.scene.Size.W), r.IntN(d.scene.Size.H))
	case "learn":
		from := r.IntN(20)
		d.learn(all[from : from+40+r.IntN(60)]...)
	case "size":
		d.scene.Size = layout.Size{W: 75 + r.IntN(60), H: 3 + r.IntN(20)}
	case "esc":
		if d.Typing() {
			d.press("esc")
		} else {
			d.Leave()
		}
	default:
		d.press(name)
	}
}

// astray tells what is wrong with the cursor; empty where nothing is.
func (d *desk) astray() string {
	frame := d.View(d.scene)
	if err := uitest.Fills(frame, d.scene.Size.W, d.scene.Size.H); err != nil {
		return err.Error()
	}
	if sel, ok := d.last.(pane.Select); ok && d.scene.Board.Events.Place(sel.ID) < 0 {
		return fmt.Sprintf("%s was selected, which is no event", sel.ID)
	}
	shown := d.Shown(d.scene)
	if len(shown) == 0 || d.ShortHelp()[0].Help().Desc == d.scene.Words.Log.Narrow {
		return ""
	}
	intent, _ := d.Update(d.scene, pane.OpenMsg{})
	open, ok := intent.(pane.Open)
	if !ok {
		return fmt.Sprintf("of %d records none can be opened: %v", len(shown), intent)
	}
	i := slices.IndexFunc(shown, func(r model.Record) bool { return r.Head().ID == open.ID })
	if i < 0 {
		return fmt.Sprintf("the cursor is on %s, which is not listed", open.ID)
	}
	incident, ok := shown[i].(*model.Incident)
	if title := incident.Title.String(); !ok || !strings.Contains(frame, title[strings.LastIndex(title, "number"):]+" ") {
		return fmt.Sprintf("the cursor is on %q, which is not in view", title)
	}
	return ""
}
