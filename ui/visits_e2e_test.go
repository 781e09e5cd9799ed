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
	ids := slices.Collect(o.Log.Events().IDs())
	before := slices.DeleteFunc(slices.Clone(ids), func(id model.ID) bool { return id == "i-124" || id == "i-125" })
	at := state.Place{Path: filepath.Join(t.TempDir(), "state.toml"), Board: "border", Now: today}
	synctest.Test(t, func(t *testing.T) {
		visit(t, at, o, before, func(d *desk) {
			d.without("•", "◉")
			d.press("j", "space")
		})
		visit(t, at, o, ids, (*desk).readNews)
		visit(t, at, o, ids, func(d *desk) { d.without("•", "◉") })
	})
}

// readNews is a second visit, after which nothing is marked and all was read.
func (d *desk) readNews() {
	shows(d.T, d.Term, "2 new")
	if screen := d.Screen(); !regexp.MustCompile(`◉ *20 Mar`).MatchString(screen) || !regexp.MustCompile(`• *18 Mar`).MatchString(screen) {
		d.Errorf("no mark or no news:\n%s", screen)
	}
	d.press("/", "is:marked", "enter")
	shows(d.T, d.Term, "1 of 134 · is:marked")
	d.press("/", "ctrl+u", "is:new", "enter")
	shows(d.T, d.Term, "2 of 134 · is:new")
	d.press("esc", "u", "u")
	if c := d.cursor(); !strings.Contains(c, "Turchin takes proposals") {
		d.Errorf("the cursor is on %q", c)
	}
	d.press("g", "j", "space")
}

// without expects that some signs are not on the screen.
func (d *desk) without(signs ...string) {
	d.Helper()
	for _, sign := range signs {
		if strings.Contains(d.Screen(), sign) {
			d.Errorf("%s is on the screen:\n%s", sign, d.Screen())
		}
	}
}
