package dataset_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

func rowZone(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Minsk")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func TestRowsBecomeRecords(t *testing.T) {
	t.Parallel()
	zone := rowZone(t)
	rows := dataset.NewRows(time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC), zone)
	got, faults := rows.Record(model.KindQueue, map[string]any{
		"id": "q", "crossing": "medininkai", "at": "2026-11-26 14:00", "class": "truck", "waiting": json.Number("12"),
		"called": 3, "per_hour": 4.0, "per_day": big.NewInt(5), "wait": "90m", "method": nil,
	})
	number := func(n int64) *int64 { return &n }
	want := &model.Queue{
		Fact: model.Fact{ID: "q"}, Crossing: "medininkai", At: model.Exactly(time.Date(2026, 11, 26, 14, 0, 0, 0, zone)),
		Class: model.Truck, Waiting: number(12), Called: number(3), PerHour: number(4), PerDay: number(5), Wait: new(90 * time.Minute),
	}
	if diff := cmp.Diff(model.Record(want), got, cmp.AllowUnexported(clean.Text{})); len(faults) > 0 || diff != "" {
		t.Errorf("%v (-want +got):\n%s", faults, diff)
	}
	again, faults := rows.Record(model.KindIncident, map[string]any{
		"id": "i", "at": time.Date(2026, 11, 26, 9, 0, 0, 0, zone), "title": "x", "places": []any{"vno"},
		"figures": map[string]any{"flights": json.Number("20"), "people": nil},
	})
	incident, ok := again.(*model.Incident)
	if !ok || len(faults) > 0 || incident.At != model.Exactly(time.Date(2026, 11, 26, 9, 0, 0, 0, zone)) ||
		!cmp.Equal(incident.Figures, []model.Figure{{Name: "flights", Value: 20}}) {
		t.Errorf("an incident was read as %+v, %v", again, faults)
	}
}

func TestFaultsOfRowsNameTheirField(t *testing.T) {
	t.Parallel()
	queue := func(key string, v any) map[string]any {
		return map[string]any{"id": "q", "crossing": "c", "at": "2026-11-26T09:00:00Z", key: v}
	}
	for name, tt := range map[string]struct {
		kind   model.Kind
		fields map[string]any
		want   string
		record bool
	}{
		"a text is no number":     {"queue", queue("waiting", "12"), `waiting: want a whole number from 0 to 1000000000, got the text "12"`, false},
		"less than nothing":       {"queue", queue("waiting", json.Number("-1")), "waiting: want a whole number", false},
		"more than there is":      {"queue", queue("waiting", json.Number("1e308")), "waiting: want a whole number", false},
		"a number without an end": {"queue", queue("waiting", json.Number(strings.Repeat("9", 400))), "waiting: want a whole number", false},
		"a part of a vehicle":     {"queue", queue("waiting", 1.5), "waiting: want a whole number", false},
		"a truth is no number":    {"queue", queue("waiting", true), "waiting: want a whole number", false},
		"an unknown word":         {"queue", queue("class", "lorry"), `warning: class: unknown word "lorry"; want one of car`, true},
		"a key that nobody knows": {"queue", queue("waitin", 1), `warning: waitin: unknown key; did you mean "waiting"?`, true},
		"a time without a zone":   {"queue", queue("at", "26.11.2026"), "at: ", false},
		"a time to come":          {"queue", queue("at", "2026-11-27T09:00:00Z"), "warning: at: 2026-11-27 lies too far ahead of today", true},
		"a field that is nil":     {"queue", queue("crossing", nil), "crossing: missing; add crossing", false},
		"a kind that is none":     {"lorry", nil, `record: no kind of record is called "lorry"`, false},
		"text that steers":        {"queue", queue("note", "\x1b]0;x\x07"), "warning: note: odd text: control characters", true},
	} {
		rows := dataset.NewRows(time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC), nil)
		got, faults := rows.Record(tt.kind, tt.fields)
		if len(faults) != 1 || !strings.HasPrefix(faults[0].Error(), tt.want) || (got != nil) != tt.record {
			t.Errorf("%s: %v and %v, want %s", name, got, faults, tt.want)
		}
	}
}
