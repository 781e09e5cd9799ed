package export_test

import (
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
)

// queued is a board with queues of the day and one that is older.
func queued(t *testing.T) (model.Board, export.Options) {
	t.Helper()
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	queue := func(id, source model.ID, minutes int, waiting int64) *model.Queue {
		return &model.Queue{
			Fact: model.Fact{ID: id, Sources: []model.ID{source}}, Crossing: "m", To: "LT", Class: model.Truck,
			At: model.Exactly(now.Add(-time.Duration(minutes) * time.Minute)), Waiting: &waiting,
		}
	}
	trucks := queue("trucks", "zones", 5, 151)
	trucks.Wait, trucks.Method = new(90*time.Minute), clean.Line("estimate: by hand")
	old := queue("old", "zones", 3000, 7)
	old.Class = model.Car
	log, err := model.NewLog(
		model.DefaultRules(), trucks, old, queue("before", "zones", 95, 100), queue("other", "archive", 125, 90),
		&model.Crossing{Fact: model.Fact{ID: "m"}, Name: clean.Line("Medininkai"), Serves: []model.Class{model.Truck}},
	)
	if err != nil {
		t.Fatal(err)
	}
	return log.At(now, now), export.Options{Name: "Border", Words: lang.English(), Zone: time.UTC, Width: 120, Live: true}
}

func TestAStatusTellsOfQueuesOfTheDay(t *testing.T) {
	t.Parallel()
	b, o := queued(t)
	var text strings.Builder
	if err := export.Status(&text, b, o); err != nil {
		t.Fatal(err)
	}
	lines := strings.Join(strings.Fields(text.String()), " ")
	for _, want := range []string{
		"QUEUES 5 min ago Medininkai trucks → Lithuania · waiting 151 · 1 h 30 min est. · rising",
		"2 h ago, stale Medininkai trucks → Lithuania · another source: waiting 90",
	} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
	if strings.Contains(lines, "cars") {
		t.Errorf("what queued two days ago is told in\n%s", text.String())
	}
	look := export.LookAt(b, o)
	for _, q := range look.Queues {
		if q.ID == "trucks" && (q.Trend != "rising" || !q.Estimate || q.Beside || q.Source != "zones" || q.Method != "estimate: by hand") ||
			q.ID == "other" && (!q.Beside || q.Trend != "" || q.Estimate) {
			t.Errorf("as JSON %+v", q)
		}
	}
	if len(look.Queues) != 3 {
		t.Errorf("%d queues", len(look.Queues))
	}
}

func TestAListTellsTheHourOfQueuesOfTheDay(t *testing.T) {
	t.Parallel()
	b, o := queued(t)
	rows := strings.Join(strings.Fields(list(t, "queues", "table", b, o)), " ")
	for _, want := range []string{"waiting 151 · wait 1 h 30 min est. rising 11:55, fresh", "waiting 90 09:55, stale", "waiting 7 21 Nov, stale"} {
		if !strings.Contains(rows, want) {
			t.Errorf("no %q in %s", want, rows)
		}
	}
	o.Only = func(model.Record) bool { return false }
	if none := list(t, "queues", "table", b, o); !strings.Contains(none, "nothing matches") {
		t.Errorf("where nothing matches it says %q", none)
	}
}
