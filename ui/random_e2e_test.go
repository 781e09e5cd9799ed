package ui_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"

	"bordertop/config"
)

// anyKey is a key that neither quits nor stops the program, or a bit of a query.
func anyKey(r *rand.Rand) string {
	actions := slices.DeleteFunc(config.Actions(), func(a config.Action) bool { return a == config.Quit || a == config.Suspend })
	keys := config.Keys(nil).Of(actions[r.IntN(len(actions))])
	if key := keys[r.IntN(len(keys))]; r.IntN(6) > 0 {
		return key
	}
	typed := []string{"enter", "esc", "airport", "is:new", "severity>=3 ", "2025-11", "-", "(", "backspace", "ctrl+u", "каменны", " or ", "wall", "sort"}
	return typed[r.IntN(len(typed))]
}

// By whatever keys one comes there, the detail shows what the cursor of the log is
// on: it is what would be copied.
func TestTheDetailFollowsTheCursorOfTheLog(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 0))
			o := board(t)
			o.Config.Preset = config.Log
			synctest.Test(t, func(t *testing.T) {
				sit(t, o, func(d *desk) {
					var keys []string
					for range 120 {
						keys = append(keys, anyKey(r))
						d.press(keys[len(keys)-1])
						if !d.follows() {
							t.Fatalf("after %q the cursor is on %q:\n%s", keys, d.cursor(), d.Screen())
						}
					}
				})
			})
		})
	}
}

// follows tells whether the detail begins like the row under the cursor of the
// log, where both are shown.
func (d *desk) follows() bool {
	top, head, row := d.Lines()[1], d.Lines()[2], d.cursor()
	if !strings.HasPrefix(d.focus(), "5 Incidents") || !strings.Contains(top, "5 Incidents") || !strings.Contains(top, "6 Detail") {
		return true
	}
	if !strings.ContainsAny(row, "▪\"") || strings.Contains(row, "\n") {
		return true // a count, or a question is asked
	}
	if !strings.Contains(top, "6 Detail  incident") {
		return strings.Contains(top, "6 Detail  statement")
	}
	_, title, _ := strings.Cut(head, "││ ")
	words := strings.Fields(strings.TrimSuffix(title, "│"))
	return len(words) == 0 || strings.Contains(head, "↑") || strings.Contains(row, strings.Join(words[:min(2, len(words))], " "))
}
