package declarant_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/declarant"
	"bordertop/model/source/sourcetest"
)

const (
	kamennyLog = "b60677d4-8a00-4f93-a781-e129e1692a03"
	benyakoni  = "53d94097-2b34-11ec-8467-ac1f6bf889c0"
	// now is 17:30 in Minsk.
	now = "2026-11-23T14:30:40Z"
)

func settings() source.Settings { return source.Settings{ID: "declarant", Kind: "declarant"} }

// world is what the site answers of both checkpoints.
func world(tb testing.TB) sourcetest.Pages {
	tb.Helper()
	return sourcetest.Pages{
		"monitoring-new?token=test&checkpointId=" + kamennyLog:        sourcetest.Sample(tb, "monitoring_kamenny_log.json"),
		"monitoring-new?token=test&checkpointId=" + benyakoni:         sourcetest.Sample(tb, "monitoring_benyakoni_empty.json"),
		"monitoring/statistics?token=test&checkpointId=" + kamennyLog: sourcetest.Sample(tb, "statistics.json"),
	}
}

func call(tb testing.TB, web source.Web) source.Call {
	tb.Helper()
	c := sourcetest.Call(tb, now, "medininkai", "salcininkai")
	c.Web = web
	return c
}

// queue is one at the minute of the call.
func queue(crossing model.ID, class model.Class, waiting, called int64) model.Queue {
	return model.Queue{
		Crossing: crossing, To: "LT", Class: class, At: model.Exactly(time.Date(2026, 11, 23, 14, 30, 0, 0, time.UTC)),
		Waiting: &waiting, Called: &called,
	}
}

// estimated adds a wait, passed what passes.
func estimated(q model.Queue, wait time.Duration) model.Queue {
	q.Wait, q.Method = &wait, clean.Line("estimate: how long the first in the live queue has waited")
	return q
}

func passed(q model.Queue, hour, day int64) model.Queue {
	q.PerHour, q.PerDay = &hour, &day
	return q
}

func TestQueuesOfBothCheckpointsAreRead(t *testing.T) {
	t.Parallel()
	c := call(t, world(t))
	got, err := sourcetest.Ask(t, declarant.Kind(), settings(), c)
	if err != nil {
		t.Fatal(err)
	}
	sourcetest.Queues(
		t, got,
		passed(estimated(queue("medininkai", model.Truck, 2, 1), 36*time.Hour+8*time.Minute), 9, 203),
		passed(estimated(queue("medininkai", model.Bus, 1, 0), 2*time.Hour+30*time.Minute), 1, 12),
		passed(estimated(queue("medininkai", model.Car, 3, 0), time.Hour+32*time.Minute), 4, 88),
		queue("salcininkai", model.Truck, 0, 0), queue("salcininkai", model.Bus, 0, 0), queue("salcininkai", model.Car, 0, 0),
	)
	sourcetest.Sound(t, settings(), c, got)
	if !got.Of.IsZero() {
		t.Errorf("the source says no time, and was taken to say %s", got.Of)
	}
	notes := fmt.Sprint(got.Notes)
	if got.Skipped != 6 || !strings.Contains(notes, "no crossing is set for Берестовица, Брест, Брузги and 2 more") || !strings.Contains(notes, "how many pass at benyakoni") {
		t.Errorf("%d left out: %s", got.Skipped, notes)
	}
}

func TestTheSameAnswerGivesTheSameRecords(t *testing.T) {
	t.Parallel()
	c := call(t, world(t))
	first, _ := sourcetest.Ask(t, declarant.Kind(), settings(), c)
	second, _ := sourcetest.Ask(t, declarant.Kind(), settings(), c)
	log, err := c.Log.With(append(first.Records, second.Records...)...)
	if err != nil || log.Len() != 2+first.Rows {
		t.Errorf("%d records of %d: %v", log.Len(), first.Rows, err)
	}
}

func TestNoNumberPlateLeavesTheReader(t *testing.T) {
	t.Parallel()
	web := world(t)
	for _, damage := range []struct{ old, new string }{
		{"", ""},
		{`"regnum":"AAA002","status":2`, `"regnum":"AAA002","status":"AAA002"`},
		{`"regnum":"AAA002"`, `"regnum":"AAA002","regnum":"AAA002"`},
		{`"05:21:47 22.11.2026"`, `"AAA002"`},
	} {
		good := sourcetest.Sample(t, "monitoring_kamenny_log.json")
		web["monitoring-new?token=test&checkpointId="+kamennyLog] = bytes.ReplaceAll(good, []byte(damage.old+" "), []byte(damage.new+" "))
		if damage.old != "" {
			web["monitoring-new?token=test&checkpointId="+kamennyLog] = bytes.ReplaceAll(good, []byte(damage.old), []byte(damage.new))
		}
		got, err := sourcetest.Ask(t, declarant.Kind(), settings(), call(t, web))
		if all := fmt.Sprintf("%+v %v", got, err); strings.Contains(all, "AAA00") || strings.Contains(all, "0001AA") {
			t.Errorf("%s: a plate is in %s", damage.new, all)
		}
		for _, r := range got.Records {
			if all := fmt.Sprintf("%+v", r); strings.Contains(all, "AAA00") {
				t.Errorf("%s: a plate is in %s", damage.new, all)
			}
		}
	}
}

func TestLanesMayComeAndGo(t *testing.T) {
	t.Parallel()
	body := func(lanes string) []byte {
		return []byte(`{"info":{"id":"` + kamennyLog + `"}` + lanes + `}`)
	}
	first := `{"status":2,"order_id":1,"registration_date":"17:00:00 23.11.2026"}`
	for name, tt := range map[string]struct {
		lanes string
		want  []model.Queue
	}{
		"a lane that is not there is not known": {`,"carLiveQueue":[]`, []model.Queue{queue("medininkai", model.Car, 0, 0)}},
		"null is not known":                     {`,"carLiveQueue":[],"truckLiveQueue":null`, []model.Queue{queue("medininkai", model.Car, 0, 0)}},
		"a new lane counts":                     {`,"carBooking":[{"status":2,"order_id":1}]`, []model.Queue{queue("medininkai", model.Car, 1, 0)}},
		"motorcycles are no cars":               {`,"carLiveQueue":[],"motorcycleLiveQueue":[` + first + `]`, []model.Queue{queue("medininkai", model.Car, 0, 0)}},
		"who comes from the future has not waited": {
			`,"carLiveQueue":[{"status":2,"order_id":1,"registration_date":"17:00:00 23.11.2027"}]`, []model.Queue{queue("medininkai", model.Car, 1, 0)},
		},
		"a time that is none is not known": {`,"carLiveQueue":[{"status":2,"order_id":1,"registration_date":"soon"}]`, []model.Queue{queue("medininkai", model.Car, 1, 0)}},
		"the lowest in order is the first": {
			`,"busLiveQueue":[{"status":2,"order_id":7,"registration_date":"10:00:00 23.11.2026"},` + first + `],"busPriority":[{"status":2,"order_id":1,"registration_date":"08:00:00 23.11.2026"}]`,
			[]model.Queue{estimated(queue("medininkai", model.Bus, 3, 0), 30*time.Minute)},
		},
		"who left does not wait": {`,"busLiveQueue":[{"status":9},{"status":4},{"status":1},{"status":3}]`, []model.Queue{queue("medininkai", model.Bus, 0, 1)}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			web := sourcetest.Pages{"monitoring-new?token=test&checkpointId=" + kamennyLog: body(tt.lanes)}
			c := sourcetest.Call(t, now, "medininkai")
			c.Web = web
			got, err := sourcetest.Ask(t, declarant.Kind(), settings(), c)
			if err != nil {
				t.Fatal(err)
			}
			sourcetest.Queues(t, got, tt.want...)
		})
	}
}

func TestSumsOfAllCheckpointsCanBeReadInstead(t *testing.T) {
	t.Parallel()
	s := settings()
	s.URL = "https://belarusborder.by/info/checkpoint?token=${T1}"
	sum := func(crossing model.ID, class model.Class, n int64) model.Queue {
		q := queue(crossing, class, n, 0)
		q.Called, q.Method = nil, clean.Line("those called to the post included")
		return q
	}
	got, err := sourcetest.Ask(t, declarant.Kind(), s, call(t, sourcetest.Pages{"checkpoint?token=${T1}": sourcetest.Sample(t, "checkpoint.json")}))
	if err != nil {
		t.Fatal(err)
	}
	sourcetest.Queues(
		t, got,
		sum("medininkai", model.Truck, 198), sum("medininkai", model.Bus, 1), sum("medininkai", model.Car, 12),
		sum("salcininkai", model.Truck, 152), sum("salcininkai", model.Bus, 0), sum("salcininkai", model.Car, 0),
	)
}

func TestOneCheckpointThatFailsLeavesTheOther(t *testing.T) {
	t.Parallel()
	web := world(t)
	web["monitoring-new?token=test&checkpointId="+kamennyLog] = sourcetest.Sample(t, "monitoring_benyakoni_empty.json")
	got, err := sourcetest.Ask(t, declarant.Kind(), settings(), call(t, web))
	if err != nil || got.Rows != 3 || !strings.Contains(fmt.Sprint(got.Notes), "kamenny-log did not answer") {
		t.Errorf("%d rows, %v: %v", got.Rows, got.Notes, err)
	}
	var trouble *source.TroubleError
	if _, err := sourcetest.Ask(t, declarant.Kind(), settings(), call(t, sourcetest.Pages{})); !errors.As(err, &trouble) || trouble.Why != source.Refused {
		t.Errorf("no checkpoint answers: %v", err)
	}
}

func TestWhatIsNoListOfVehiclesIsRefused(t *testing.T) {
	t.Parallel()
	good := sourcetest.Sample(t, "monitoring_kamenny_log.json")
	broken := sourcetest.Broken(good)
	broken["a lane of another shape"] = []byte(`{"info":{"id":"` + kamennyLog + `"},"carLiveQueue":{"a":1}}`)
	broken["another checkpoint"] = bytes.ReplaceAll(good, []byte(kamennyLog), []byte(benyakoni))
	broken["no info"] = []byte(`{"carLiveQueue":[]}`)
	sourcetest.Refuses(t, func(t *testing.T, body []byte) (source.Reading, error) {
		t.Helper()
		c := sourcetest.Call(t, now, "medininkai")
		c.Web = sourcetest.Pages{"": body}
		return sourcetest.Ask(t, declarant.Kind(), settings(), c)
	}, broken)
}

func TestCrossingsAreThoseOfTheSettings(t *testing.T) {
	t.Parallel()
	s := settings()
	s.Crossings = map[string]model.ID{"BENYAKONI": "elsewhere", "kamenny-log": ""}
	c := sourcetest.Call(t, now, "elsewhere", "medininkai")
	c.Web = world(t)
	got, err := sourcetest.Ask(t, declarant.Kind(), s, c)
	if err != nil || strings.Contains(fmt.Sprint(got.Notes), "Каменный") {
		t.Fatalf("%v, %v", err, got.Notes)
	}
	sourcetest.Queues(t, got, queue("elsewhere", model.Truck, 0, 0), queue("elsewhere", model.Bus, 0, 0), queue("elsewhere", model.Car, 0, 0))
	if _, faults := declarant.Kind().New(source.Settings{URL: "https://example.org/", Crossings: map[string]model.ID{"kamenny": "x"}}); len(faults) != 2 {
		t.Errorf("wrong settings are told as %v", faults)
	}
}

func TestItAsksAsTheSiteDoes(t *testing.T) {
	t.Parallel()
	var asked []string
	c := call(t, sourcetest.Serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String()+" "+r.Header.Get("Referer"))
		http.Error(w, "no", http.StatusServiceUnavailable)
	}))
	_, err := sourcetest.Ask(t, declarant.Kind(), settings(), c)
	if want := "/info/monitoring-new?token=test&checkpointId=" + kamennyLog + " https://mon.declarant.by/"; err == nil || len(asked) != 2 || asked[0] != want {
		t.Errorf("asked %q, want %q first: %v", asked, want, err)
	}
}

func TestRecordingsAreRead(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		crossing, now string
		want          string
	}{
		"monitoring_kozlovichi_2026-03-09.json": {"kozlovichi", "2026-03-09T16:05:00Z", "bus 0+0 car 0+0 truck 7+1 2h23m0s"},
		"monitoring_brest_2024-09-30_1.json":    {"brest-bts", "2024-09-30T12:31:00Z", "bus 4+0 19h19m0s car 6+0 6h10m0s truck 0+0"},
		"monitoring_brest_2024-09-30_2.json":    {"brest-bts", "2024-09-30T12:41:00Z", "bus 1+1 17h48m0s car 6+0 6h20m0s truck 0+0"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := settings()
			s.Crossings = map[string]model.ID{tt.crossing: "x"}
			c := sourcetest.Call(t, tt.now, "x")
			c.Web = sourcetest.Pages{"monitoring-new": sourcetest.Recorded(t, "by_declarant/"+name), "statistics": sourcetest.Recorded(t, "by_declarant/statistics_brest_2026-03-09.json")}
			got, err := sourcetest.Ask(t, declarant.Kind(), s, c)
			if err != nil {
				t.Fatal(err)
			}
			if told := told(got); told != tt.want {
				t.Errorf("%s, want %s", told, tt.want)
			}
		})
	}
	s := settings()
	s.URL = "https://belarusborder.by/info/checkpoint?token=x"
	got, err := sourcetest.Ask(t, declarant.Kind(), s, call(t, sourcetest.Pages{"": sourcetest.Recorded(t, "by_declarant/checkpoint_2026-03-09.json")}))
	if err != nil || got.Rows != 6 || got.Skipped != 5 {
		t.Errorf("sums: %d rows, %d left out: %v", got.Rows, got.Skipped, err)
	}
}

// told is a reading in short.
func told(r source.Reading) string {
	var parts []string
	for _, record := range r.Records {
		if q, ok := record.(*model.Queue); ok {
			parts = append(parts, fmt.Sprintf("%s %d+%d", q.Class, *q.Waiting, *q.Called))
			if q.Wait != nil {
				parts = append(parts, q.Wait.String())
			}
		}
	}
	return strings.Join(parts, " ")
}
