package ui_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/ui"
)

// visit opens the board as a reader who comes back does, and closes it again.
func visit(t *testing.T, at state.Place, o ui.Options, ids []model.ID, look func(d *desk)) {
	t.Helper()
	r, err := at.Open(ids)
	if err != nil {
		t.Fatal(err)
	}
	o.Reader, o.Save = r, func(s *state.Saving) error { return at.Save(t.Context(), s) }
	sit(t, o, look)
}

func TestMarksAndNewsOutliveTheProgram(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Config.Preset = config.Log
	var ids []model.ID
	for _, r := range o.Log.Events() {
		ids = append(ids, r.Head().ID)
	}
	before := slices.DeleteFunc(slices.Clone(ids), func(id model.ID) bool { return id == "i-124" || id == "i-125" })
	at := state.Place{Path: filepath.Join(t.TempDir(), "state.toml"), Board: "border", Now: today}
	synctest.Test(t, func(t *testing.T) {
		visit(t, at, o, before, func(d *desk) {
			if strings.Contains(d.Screen(), "•") {
				t.Errorf("on the first visit there is news:\n%s", d.Screen())
			}
			d.press("j", "space")
		})
		visit(t, at, o, ids, func(d *desk) {
			shows(t, d.Term, "2 new")
			if screen := d.Screen(); !regexp.MustCompile(`◉ *20 Mar`).MatchString(screen) || !regexp.MustCompile(`• *18 Mar`).MatchString(screen) {
				t.Errorf("no mark or no news:\n%s", screen)
			}
			d.press("/", "is:marked", "enter")
			shows(t, d.Term, "1 of 134 · is:marked")
			d.press("/", "ctrl+u", "is:new", "enter")
			shows(t, d.Term, "2 of 134 · is:new")
			d.press("esc", "u", "u")
			if c := d.cursor(); !strings.Contains(c, "Turchin takes proposals") {
				t.Errorf("the cursor is on %q", c)
			}
			d.press("g", "j", "space")
		})
		visit(t, at, o, ids, func(d *desk) {
			if screen := d.Screen(); strings.Contains(screen, "◉") || strings.Contains(screen, "•") {
				t.Errorf("what was taken back and read is there again:\n%s", screen)
			}
		})
	})
}
