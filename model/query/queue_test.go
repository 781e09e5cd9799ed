package query_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/query"
)

// queued is a board with a queue that rises and one of which little is known, and
// a claim.
func queued(tb testing.TB) (*query.Index, model.Board) {
	tb.Helper()
	at := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	queue := func(id model.ID, class model.Class, before time.Duration, waiting int64) *model.Queue {
		return &model.Queue{
			Fact: model.Fact{ID: id, Sources: []model.ID{"gpk"}}, Crossing: "medininkai", To: "LT", Class: class, At: model.Exactly(at.Add(-before)), Waiting: &waiting,
		}
	}
	trucks := queue("trucks", model.Truck, 0, 150)
	trucks.Wait = new(150 * time.Minute)
	cars := queue("cars", model.Car, 0, 0)
	cars.To, cars.Waiting = "BY", nil
	log, err := model.NewLog(
		model.DefaultRules(), trucks, cars, queue("before", model.Truck, 90*time.Minute, 100),
		&model.Crossing{Fact: model.Fact{ID: "medininkai"}, Name: clean.Line("Medininkai"), Counterpart: clean.Line("Каменный Лог")},
		&model.Count{Fact: model.Fact{ID: "claim"}, At: model.Exactly(at), Min: new(int64(500)), Max: new(int64(2000)), What: model.Stranded, Unit: model.UnitTruck},
	)
	if err != nil {
		tb.Fatal(err)
	}
	return query.NewIndex(log), log.At(at, at)
}

func TestQueuesAreFoundByTheirFigures(t *testing.T) {
	t.Parallel()
	x, b := queued(t)
	for text, want := range map[string]string{
		"class:truck waiting>=100 wait>2h is:rising": "trucks",
		"class:truck":                      "trucks before",
		"class:truck,car to:lt":            "trucks before",
		"to:BY":                            "cars",
		"waiting:150":                      "trucks",
		"waiting=150":                      "trucks",
		"waiting:100..150":                 "trucks before",
		"waiting:..120":                    "before",
		"waiting<150":                      "before",
		"waiting<=150":                     "trucks before",
		"waiting>150":                      "",
		"waiting<0":                        "",
		"-waiting>=0 kind:queue":           "cars",
		"wait>=150":                        "trucks",
		"wait:2h..3h":                      "trucks",
		"wait<150min":                      "",
		"wait<1d":                          "trucks",
		"value>=1500":                      "claim",
		"value<600":                        "claim",
		"is:steady or is:falling":          "",
		"каменный kind:queue source:gpk":   "trucks cars before",
		"crossing:medininkai waiting>=120": "trucks",
	} {
		q, err := query.Parse(text, time.UTC)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		var found []string
		for _, id := range []model.ID{"trucks", "cars", "before", "claim"} {
			r, _ := b.Record(id)
			if x.Match(q, r.Record, query.Scope{Board: b, At: b.Valid}) {
				found = append(found, string(id))
			}
		}
		if got := strings.Join(found, " "); got != want {
			t.Errorf("%s finds %q, want %q", text, got, want)
		}
		if again, err := query.Parse(q.String(), time.UTC); err != nil || !again.Equal(q) {
			t.Errorf("%s is written %s, which is another query: %v", text, q, err)
		}
	}
}

func TestFiguresOfQueuesThatAreNone(t *testing.T) {
	t.Parallel()
	for text, unfinished := range map[string]bool{
		"waiting>many": false, "waiting:-1": false, "waiting>=1..5": false, "waiting:9..5": false, "waiting:1e9": false, "waiting:99999999999999999999": false,
		"wait>2w": false, "wait>h": false, "wait>=-5": false, "class:lorry": false, "class>truck": false, "waiting": true, "waiting>": true, "wait:2h.": false, "class:tr": true,
	} {
		_, err := query.Parse(text, time.UTC)
		f, ok := errors.AsType[*query.Fault](err)
		if text == "waiting" {
			if err != nil {
				t.Errorf("a word that is also a field: %v", err)
			}
			continue
		}
		if !ok || f.Unfinished != unfinished || f.Problem == "" {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestFieldsOfQueuesAreCompleted(t *testing.T) {
	t.Parallel()
	x, _ := queued(t)
	for text, want := range map[string]string{"class:tr": "truck", "is:ris": "rising", "waitin": "waiting:"} {
		if _, words := x.Complete(text, len(text)); len(words) != 1 || words[0] != want {
			t.Errorf("%s may become %v", text, words)
		}
	}
}
