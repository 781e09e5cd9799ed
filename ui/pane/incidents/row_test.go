package incidents_test

import (
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

func TestWhatBecameOfAnIncidentIsNotCut(t *testing.T) {
	t.Parallel()
	from := model.Exactly(time.Date(2025, 11, 8, 12, 0, 0, 0, time.UTC))
	known := model.Exactly(time.Date(2025, 11, 9, 12, 0, 0, 0, time.UTC))
	title := clean.Line("A title that has no room in a row of forty cells")
	for want, kind := range map[string]model.AmendmentKind{"withdrawal": model.Withdrawal, "correction": model.Correction} {
		d := sit(t, 40, 6,
			&model.Incident{Fact: model.Fact{ID: "i-long"}, At: from, Severity: 2, Category: "airport", Title: title},
			&model.Amendment{
				Fact: model.Fact{ID: "a-long", Known: known}, Of: []model.ID{"i-long"}, Type: kind,
				Set: []model.Assignment{{Field: "summary", Value: clean.Line("otherwise")}},
			},
		)
		if !d.has("… " + want) {
			t.Errorf("the row does not end with %q:\n%s", want, strings.Join(d.frame(), "\n"))
		}
	}
}

func TestTheCategoryIsToldWhereItOrdersTheList(t *testing.T) {
	t.Parallel()
	d := sit(t, 40, 20, autumn()...)
	if d.has("restriction") {
		t.Fatal("a narrow list has a category")
	}
	d.press("s", "s")
	if !d.has("restriction") {
		t.Errorf("ordered by category, the rows do not tell it:\n%s", strings.Join(d.frame(), "\n"))
	}
}
