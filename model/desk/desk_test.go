package desk_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/desk"
)

func now() time.Time { return time.Date(2026, 11, 23, 18, 45, 7, 0, time.UTC) }

// atDesk is a desk for the embedded dataset.
func atDesk(tb testing.TB) *desk.Desk {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{Now: now()})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	log, err := model.NewLog(model.DefaultRules(), d.Records...)
	if err != nil {
		tb.Fatal(err)
	}
	return desk.New(log, d.Zone, now())
}

// typed are fields and values by turns.
func typed(words ...string) []dataset.Typed {
	var out []dataset.Typed
	for i := 0; i < len(words); i += 2 {
		out = append(out, dataset.Typed{Field: words[i], Value: words[i+1]})
	}
	return out
}

func TestRecordsAreDraftedOfWhatIsTyped(t *testing.T) {
	t.Parallel()
	d := atDesk(t)
	if faults := d.Add(model.KindIncident, typed("title", "Balloons", "at", "yesterday 23:30", "crossings", "Каменный, salcinink", "places", "VNO")); len(faults) > 0 {
		t.Fatal(faults)
	}
	if faults := d.Cite(typed("publisher", "LRT", "url", "https://example.org/1")); len(faults) > 0 {
		t.Fatal(faults)
	}
	all := d.Drafts()
	i, ok := all[len(all)-1].(*model.Incident)
	if len(all) != 2 || !ok {
		t.Fatalf("drafted %v", all)
	}
	if diff := cmp.Diff([]model.ID{"medininkai", "salcininkai"}, i.Crossings); diff != "" {
		t.Errorf("crossings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]model.ID{"vno"}, i.Places); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]model.ID{all[0].Head().ID}, i.Sources); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	if want := time.Date(2026, 11, 22, 21, 30, 0, 0, time.UTC); !i.At.First().Equal(want) || !i.Known.First().Equal(now().Truncate(time.Second)) {
		t.Errorf("at %v, known %v", i.At.First(), i.Known.First())
	}
}

func TestFaultsNameTheirFields(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		faults func(d *desk.Desk) dataset.Faults
		key    string
	}{
		"a value": {func(d *desk.Desk) dataset.Faults { return d.Add(model.KindCount, typed("value", "many")) }, "value"},
		"a name of no one": {func(d *desk.Desk) dataset.Faults {
			return d.Add(model.KindCount, typed("value", "8", "crossing", "nowhere"))
		}, "crossing"},
		"a missing field": {func(d *desk.Desk) dataset.Faults { return d.Add(model.KindDeadline, typed("title", "x")) }, "due"},
		"a new value": {func(d *desk.Desk) dataset.Faults {
			return d.Amend("medininkai", typed("lat", "north"), nil)
		}, "set.lat"},
		"an unknown target": {func(d *desk.Desk) dataset.Faults { return d.Amend("nothing-like-it", nil, nil) }, ""},
		"a link":            {func(d *desk.Desk) dataset.Faults { return d.Cite(typed("url", "javascript:alert(1)")) }, "publisher"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := atDesk(t)
			faults := tt.faults(d)
			keys := map[string]bool{}
			for _, f := range faults {
				keys[f.Key] = true
			}
			if !keys[tt.key] || len(d.Drafts()) > 0 {
				t.Errorf("faults %v, drafts %v", faults, d.Drafts())
			}
		})
	}
}

func TestNamesAreFoundByTheirBeginningsInAnyScript(t *testing.T) {
	t.Parallel()
	d := atDesk(t)
	for text, want := range map[string]model.ID{"Камен": "medininkai", "šalčin": "salcininkai", "salcinink": "salcininkai", "medininkai": "medininkai"} {
		found := d.Find(model.KindCrossing, text)
		if len(found) != 1 || found[0].Head().ID != want {
			t.Errorf("%q finds %v", text, found)
		}
	}
	if all := d.Find(model.KindCrossing, ""); len(all) < 5 {
		t.Errorf("nothing typed finds %d crossings", len(all))
	}
	if found := d.Find(model.KindSource, "Linava"); len(found) == 0 {
		t.Error("no source is found by its words")
	}
	if said := d.Said("by", "lin"); len(said) == 0 || said[0] != "Linava" {
		t.Errorf("%q begin so", said)
	}
}

func TestWhatATypedRecordSaysIsItself(t *testing.T) {
	t.Parallel()
	d, faults := dataset.Embedded(dataset.Options{Now: now()})
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	log, err := model.NewLog(model.DefaultRules(), d.Records...)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, r := range d.Records {
		if n++; n%7 != 0 || r.Kind() == model.KindAmendment { // a draft of each would take a minute
			continue
		}
		at := desk.New(log, d.Zone, now())
		own := append(dataset.TypedOf(r, d.Zone), dataset.Typed{Field: "id", Value: "typed-anew"})
		if r.Head().Known.IsZero() {
			own = append(own, dataset.Typed{Field: "known", Value: "now"})
		}
		if faults := at.Add(r.Kind(), own); len(faults) > 0 {
			t.Errorf("%s cannot be typed: %v", r.Head().ID, faults)
		}
	}
}
