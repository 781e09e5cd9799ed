package gpk_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/gpk"
	"bordertop/model/source/sourcetest"
)

// now is 10:20 in Minsk.
const now = "2026-11-23T07:20:00Z"

func settings() source.Settings { return source.Settings{ID: "gpk"} }

func ask(tb testing.TB, at string, body []byte) (source.Reading, error) {
	tb.Helper()
	c := sourcetest.Call(tb, at, "medininkai")
	c.Web = sourcetest.Pages{"ppr=stone_log": body}
	got, err := sourcetest.Ask(tb, gpk.Kind(), settings(), c)
	if err == nil {
		sourcetest.Sound(tb, settings(), c, got)
	}
	return got, err
}

// queue is one at Kamenny Log, at an hour of the clock of Minsk.
func queue(class model.Class, hour int, waiting int64) model.Queue {
	return model.Queue{Crossing: "medininkai", To: "LT", Class: class, At: model.Exactly(time.Date(2026, 11, 23, hour-3, 0, 0, 0, time.UTC)), Waiting: &waiting}
}

func TestTheDayIsReadUpToNow(t *testing.T) {
	t.Parallel()
	got, err := ask(t, now, sourcetest.Sample(t, "order-archive_stone_log.json"))
	if err != nil {
		t.Fatal(err)
	}
	// The row of 23:00 has zeros because it has not come.
	sourcetest.Queues(
		t, got, queue(model.Truck, 0, 205), queue(model.Bus, 0, 0), queue(model.Car, 0, 12),
		queue(model.Truck, 2, 198), queue(model.Bus, 2, 1), queue(model.Car, 2, 9),
	)
	if !got.Of.Equal(time.Date(2026, 11, 22, 23, 0, 0, 0, time.UTC)) || got.Skipped != 11 {
		t.Errorf("of %s, %d left out: %v", got.Of, got.Skipped, got.Notes)
	}
}

// rows is an answer with rows of a time and trucks.
func rows(pairs ...string) []byte {
	var items []string
	for i := 0; i < len(pairs); i += 2 {
		items = append(items, fmt.Sprintf(`{"NAME":%q,"PROPERTY_STONE_LOG_OUT_G_VALUE":%q}`, pairs[i], pairs[i+1]))
	}
	return []byte(`{"isSuccess":true,"ITEMS":[` + strings.Join(items, ",") + `]}`)
}

func TestRowsAreReadAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		body []byte
		want []model.Queue
	}{
		"only the day is named":                         {rows("23.11.2026", "1", "23.11.2026", "2"), []model.Queue{queue(model.Truck, 0, 1), queue(model.Truck, 2, 2)}},
		"the hour is written with a dot":                {rows("23.11.2026 04.00:00", "7"), []model.Queue{queue(model.Truck, 4, 7)}},
		"a hyphen is not zero":                          {rows("23.11.2026 02:00", "-", "23.11.2026 04:00", "3"), []model.Queue{queue(model.Truck, 4, 3)}},
		"no number is not zero":                         {rows("23.11.2026 02:00", "", "23.11.2026 04:00", "99999999999", "23.11.2026 06:00", "-4", "23.11.2026 08:00", "0"), []model.Queue{queue(model.Truck, 8, 0)}},
		"zeros of this hour may not have been told yet": {rows("23.11.2026 08:00", "5", "23.11.2026 10:00", "0"), []model.Queue{queue(model.Truck, 8, 5)}},
		"a figure of this hour has been":                {rows("23.11.2026 10:00", "6"), []model.Queue{queue(model.Truck, 10, 6)}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := ask(t, now, tt.body)
			if err != nil {
				t.Fatal(err)
			}
			sourcetest.Queues(t, got, tt.want...)
		})
	}
}

func TestWhatIsNoArchiveIsRefused(t *testing.T) {
	t.Parallel()
	broken := sourcetest.Broken(sourcetest.Sample(t, "order-archive_stone_log.json"))
	broken["no success"] = []byte(`{"isSuccess":false,"ITEMS":[]}`)
	broken["no rows"] = []byte(`{"isSuccess":true,"ITEMS":[]}`)
	broken["another checkpoint"] = bytes.ReplaceAll(sourcetest.Sample(t, "order-archive_stone_log.json"), []byte("STONE_LOG"), []byte("BREST"))
	broken["rows of another shape"] = []byte(`{"isSuccess":true,"ITEMS":[7,"x",null,[]]}`)
	sourcetest.Refuses(t, func(t *testing.T, body []byte) (source.Reading, error) {
		t.Helper()
		return ask(t, now, body)
	}, broken)
}

func TestItAsksForTheDayInMinsk(t *testing.T) {
	t.Parallel()
	var asked []string
	c := sourcetest.Call(t, "2026-11-22T22:30:00Z", "medininkai", "salcininkai")
	c.Web = sourcetest.Serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Method+" "+r.URL.Path+" "+r.FormValue("ppr")+" "+r.FormValue("date")+" "+r.Header.Get("X-Requested-With"))
		if r.FormValue("ppr") == "stone_log" {
			_, _ = w.Write(rows("23.11.2026 00:00", "5"))
			return
		}
		http.Error(w, "no", http.StatusForbidden)
	})
	got, err := sourcetest.Ask(t, gpk.Kind(), settings(), c)
	want := "[POST /local/ajax/order-archive.php stone_log 23.11.2026 XMLHttpRequest POST /local/ajax/order-archive.php benekainys 23.11.2026 XMLHttpRequest]"
	if fmt.Sprint(asked) != want || err != nil || got.Rows != 1 || !strings.Contains(fmt.Sprint(got.Notes), "Benyakoni did not answer") {
		t.Errorf("asked %v, %d rows, %v: %v", asked, got.Rows, got.Notes, err)
	}
	c.Web = sourcetest.Pages{}
	var trouble *source.TroubleError
	if _, err := sourcetest.Ask(t, gpk.Kind(), settings(), c); !errors.As(err, &trouble) || trouble.Why != source.Refused {
		t.Errorf("nothing answers: %v", err)
	}
}

func TestWrongCodesAreFaults(t *testing.T) {
	t.Parallel()
	if _, faults := gpk.Kind().New(source.Settings{Crossings: map[string]model.ID{"stonelog": "x", "BREST": "y"}}); len(faults) != 1 || !strings.Contains(faults[0].Remedy, "stone_log") {
		t.Error(faults)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sourcetest.Sample(f, "order-archive_stone_log.json"))
	f.Add(rows("23.11.2026", "1", "23.11.2026 04.00:00", "-1", "31.02.2026 25:00", "1e9"))
	f.Fuzz(func(t *testing.T, body []byte) { _, _ = ask(t, now, body) })
}
