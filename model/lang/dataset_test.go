package lang_test

import (
	"slices"
	"testing"

	"github.com/rivo/uniseg"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/lang"
)

// TestTheDatasetIsNamed holds that what the embedded dataset says in words of its
// own, such as the category of an incident, has a word in other languages.
func TestTheDatasetIsNamed(t *testing.T) {
	t.Parallel()
	d, faults := dataset.Embedded(dataset.Options{})
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	lt := lang.Of(model.Lithuanian)
	categories := make(map[model.ID]bool)
	for _, r := range d.Records {
		switch r := r.(type) {
		case *model.Incident:
			categories[r.Category] = true
			figured(t, r.Figures)
		case *model.Crossing:
			named(t, r)
		case *model.Condition:
			if side := r.Side.String(); side != "" && lt.Side(side) == side {
				t.Errorf("no word for the side %s", side)
			}
		case *model.Source, *model.Place, *model.Measure, *model.Report, *model.Deadline, *model.Count, *model.Queue,
			*model.Statement, *model.Tally, *model.Amendment:
		}
	}
	for _, l := range others() {
		categorised(t, l, categories)
	}
}

// categorised holds that categories have words in a language, and that the log has
// room for them.
func categorised(t *testing.T, l model.Lang, categories map[model.ID]bool) {
	t.Helper()
	const room = 11
	english, w := lang.English(), lang.Of(l)
	for c := range categories {
		name := w.Category(c)
		if name == english.Category(c) {
			t.Errorf("%s: no word for the category %s", l, c)
		}
		if n := uniseg.StringWidth(name); n > room {
			t.Errorf("%s: %q takes %d cells; the log has %d for a category", l, name, n, room)
		}
	}
}

// figured holds that figures of an incident have names.
func figured(t *testing.T, figures []model.Figure) {
	t.Helper()
	for _, f := range figures {
		if lang.Of(model.Lithuanian).Measured(f) == lang.English().Measured(f) {
			t.Errorf("no word for the figure %s", f.Name)
		}
	}
}

// named holds that a crossing has a name in each language spoken at it.
func named(t *testing.T, c *model.Crossing) {
	t.Helper()
	for _, l := range []model.Lang{model.Lithuanian, model.Belarusian, model.Russian} {
		if !slices.ContainsFunc(c.Names, func(n model.Name) bool { return n.Lang == l }) {
			t.Errorf("%s has no name in %s", c.ID, l)
		}
	}
}
