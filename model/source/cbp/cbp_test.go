package cbp_test

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
	"bordertop/model/source/cbp"
	"bordertop/model/source/sourcetest"
)

// now is 09:20 in New York.
const now = "2026-11-23T14:20:00Z"

func settings() source.Settings {
	return source.Settings{ID: "cbp", Crossings: map[string]model.ID{"250401": "san-ysidro", "070801": "alexandria-bay", "999901": "closedville", "090101": "sampleton", "300403": "blaine"}}
}

func ask(tb testing.TB, at string, body []byte) (source.Reading, error) {
	tb.Helper()
	c := sourcetest.Call(tb, at, "san-ysidro", "alexandria-bay", "closedville", "sampleton", "blaine")
	c.Web = sourcetest.Pages{"": body}
	got, err := sourcetest.Ask(tb, cbp.Kind(), settings(), c)
	if err == nil {
		sourcetest.Sound(tb, settings(), c, got)
	}
	return got, err
}

// queue is one into the United States, at a time of day in UTC.
func queue(crossing model.ID, class model.Class, hour, minute int, wait time.Duration) model.Queue {
	return model.Queue{
		Crossing: crossing, To: "US", Class: class, At: model.Exactly(time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC)), Wait: &wait,
		Method: clean.Line("as told of the standard lanes"),
	}
}

func noting(q model.Queue, note string) model.Queue {
	q.Note = clean.Line(note)
	return q
}

func TestPortsAreReadInBothLanguages(t *testing.T) {
	t.Parallel()
	const fast = "NEXUS/SENTRI lanes: 0 min"
	for _, name := range []string{"bwt_en.json", "bwt_es.json"} {
		got, err := ask(t, "2026-11-23T20:20:00Z", sourcetest.Sample(t, name))
		if err != nil {
			t.Fatal(err)
		}
		sourcetest.Queues(
			t, got,
			noting(queue("san-ysidro", model.Car, 14, 0, 45*time.Minute), fast), queue("san-ysidro", model.Pedestrian, 20, 0, 20*time.Minute),
			queue("alexandria-bay", model.Truck, 14, 0, 0), noting(queue("alexandria-bay", model.Car, 14, 0, 45*time.Minute), fast),
			queue("alexandria-bay", model.Pedestrian, 20, 0, 20*time.Minute),
		)
		if notes := fmt.Sprint(got.Notes); !strings.Contains(notes, "Closedville, Closed Bridge is said to be closed") || !got.Of.Equal(time.Date(2026, 11, 23, 20, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: of %s, noted %s", name, got.Of, notes)
		}
	}
}

func TestXMLTellsTheSame(t *testing.T) {
	t.Parallel()
	got, err := ask(t, "2026-11-23T15:20:57Z", sourcetest.Sample(t, "bwt.xml"))
	if err != nil {
		t.Fatal(err)
	}
	// At 10:20 the port that reports by the hour is in the one that ends at 11:00.
	sourcetest.Queues(t, got, queue("sampleton", model.Truck, 15, 7, 11*time.Minute), queue("sampleton", model.Car, 15, 0, 8*time.Minute))
}

func TestPortsWithoutACrossingAreCounted(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, now)
	c.Web = sourcetest.Pages{"": sourcetest.Sample(t, "bwt_en.json")}
	got, err := sourcetest.Ask(t, cbp.Kind(), source.Settings{ID: "cbp"}, c)
	if err != nil || got.Rows != 0 || got.Skipped != 3 || !strings.Contains(fmt.Sprint(got.Notes), "no crossing is set for 250401 San Ysidro") {
		t.Errorf("%+v, %v", got, err)
	}
}

// port is an answer of one port with one lane.
func port(date, clock, told, status, delay string) []byte {
	return fmt.Appendf(nil, `[{"port_number":"250401","date":%q,"time":%q,"passenger_vehicle_lanes":{"standard_lanes":{"update_time":%q,"operational_status":%q,"delay_minutes":%q}}}]`,
		date, clock, told, status, delay)
}

func TestOnlyWhatIsToldIsKnown(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		body []byte
		want string
	}{
		"a blank delay is not none":                      {port("11/23/2026", "", "At 9:00 am EST", "delay", ""), ""},
		"no delay may be some minutes":                   {port("11/23/2026", "", "At 9:00 am EST", "No Delay", "8"), "14:00 8m0s"},
		"none without a number is not known":             {port("11/23/2026", "", "At 9:00 am EST", "no delay", ""), ""},
		"a pending update has no number":                 {port("11/23/2026", "", "At 9:00 am EST", "Update Pending", "5"), ""},
		"closed lanes have no number":                    {port("11/23/2026", "", "At 9:00 am EST", "Lanes Closed", "0"), ""},
		"a negative delay is none":                       {port("11/23/2026", "", "At 9:00 am EST", "delay", "-5"), ""},
		"a delay of weeks is none":                       {port("11/23/2026", "", "At 9:00 am EST", "delay", "99999"), ""},
		"noon is twelve":                                 {port("11/22/2026", "", "At Noon PST", "delay", "5"), "20:00 5m0s"},
		"midnight is where a day begins":                 {port("11/23/2026", "", "At Midnight EST", "delay", "5"), "05:00 5m0s"},
		"a clock that is not known tells no time":        {port("11/23/2026", "", "At 9:00 am CET", "delay", "5"), ""},
		"a port without a clock is where its time shows": {port("11/23/2026", "06:21:16", "6:00 am", "delay", "15"), "14:00 15m0s"},
		"but not if that stands still":                   {port("11/20/2026", "06:21:16", "6:00 am", "delay", "15"), ""},
		"before midnight was yesterday":                  {port("11/23/2026", "", "At 11:00 pm EST", "delay", "5"), "04:00 5m0s"},
		"no day is no time":                              {port("", "", "At 9:00 am EST", "delay", "5"), ""},
	} {
		got, err := ask(t, now, tt.body)
		told := ""
		for _, r := range got.Records {
			if q, ok := r.(*model.Queue); ok {
				told = q.At.First().Format("15:04 ") + q.Wait.String()
			}
		}
		var trouble *source.TroubleError
		if told != tt.want || err != nil && !errors.As(err, &trouble) {
			t.Errorf("%s: %q, want %q: %v", name, told, tt.want, err)
		}
	}
}

func TestAnotherLanguageIsNoticed(t *testing.T) {
	t.Parallel()
	body := bytes.ReplaceAll(bytes.ReplaceAll(sourcetest.Sample(t, "bwt_en.json"), []byte(`"no delay"`), []byte(`"aucun délai"`)), []byte(`"Lanes Closed"`), []byte(`"voies fermées"`))
	body = bytes.ReplaceAll(body, []byte(`"delay"`), []byte(`"délai"`))
	var trouble *source.TroubleError
	if _, err := ask(t, now, body); !errors.As(err, &trouble) || trouble.Why != source.Unexpected || !strings.Contains(trouble.Detail.String(), "voies fermées") {
		t.Error(err)
	}
}

func TestPortsThatVanishAreNoNews(t *testing.T) {
	t.Parallel()
	asker, _ := cbp.Kind().New(settings())
	c := sourcetest.Call(t, now, "san-ysidro")
	c.Web = sourcetest.Pages{"": sourcetest.Sample(t, "bwt_en.json")}
	if _, err := asker.Ask(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	c.Web = sourcetest.Pages{"": port("11/23/2026", "", "At 9:00 am EST", "delay", "5")}
	var trouble *source.TroubleError
	if _, err := asker.Ask(t.Context(), c); !errors.As(err, &trouble) || trouble.Why != source.Unexpected {
		t.Errorf("one port of three: %v", err)
	}
}

func TestHostileNamesAreCleaned(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, now)
	c.Web = sourcetest.Pages{"": bytes.Replace(sourcetest.Sample(t, "bwt_en.json"), []byte("San Ysidro"), []byte(`\u001b]0;pwn\u0007\u202eSan`), 1)}
	got, err := sourcetest.Ask(t, cbp.Kind(), source.Settings{ID: "cbp"}, c)
	if err != nil || got.Flags&clean.Control == 0 || got.Flags&clean.Bidi == 0 || strings.ContainsAny(fmt.Sprint(got.Notes), "\x1b\x07\u202e") {
		t.Errorf("%v %v: %v", got.Notes, got.Flags.Words(), err)
	}
}

func TestWhatIsNoListOfPortsIsRefused(t *testing.T) {
	t.Parallel()
	broken := sourcetest.Broken(sourcetest.Sample(t, "bwt_en.json"))
	broken["half of the XML"] = sourcetest.Sample(t, "bwt.xml")[:900]
	broken["another root"] = []byte("<a><port><port_number>1</port_number></port></a>")
	broken["ports without numbers"] = []byte(`[{"port_name":"x"},7,null,"y"]`)
	sourcetest.Refuses(t, func(t *testing.T, body []byte) (source.Reading, error) {
		t.Helper()
		return ask(t, now, body)
	}, broken)
}

func TestItAsksOverHTTP(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, now, "san-ysidro")
	c.Web = sourcetest.Serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/api/bwtpublicmod" {
			_, _ = w.Write(sourcetest.Sample(t, "bwt_en.json"))
		}
	})
	if got, err := sourcetest.Ask(t, cbp.Kind(), settings(), c); err != nil || got.Rows != 2 {
		t.Errorf("%d rows, %v", got.Rows, err)
	}
}

func TestRecordingsAreRead(t *testing.T) {
	t.Parallel()
	xml, err := ask(t, "2026-09-18T00:21:00Z", sourcetest.Recorded(t, "us_cbp/bwt_2026-09-17.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := told(xml), "alexandria-bay car 00:00 0s, alexandria-bay truck 00:00 0s, sampleton car 00:07 8m0s, sampleton truck 00:07 11m0s"; got != want {
		t.Errorf("XML: %s, want %s", got, want)
	}
	json, err := ask(t, "2026-09-12T15:08:00Z", sourcetest.Recorded(t, "us_cbp/bwtnew_point_roberts_2026-09-12.json"))
	if got := told(json); err != nil || got != "blaine car 15:00 15m0s" {
		t.Errorf("JSON: %s, %v", got, err)
	}
}

// told is a reading in short.
func told(r source.Reading) string {
	var parts []string
	for _, record := range r.Records {
		if q, ok := record.(*model.Queue); ok {
			parts = append(parts, fmt.Sprintf("%s %s %s %s", q.Crossing, q.Class, q.At.First().Format("15:04"), q.Wait))
		}
	}
	return strings.Join(parts, ", ")
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"bwt_en.json", "bwt_es.json", "bwt.xml"} {
		f.Add(sourcetest.Sample(f, name))
	}
	f.Add(port("1/1/0001", "25:61:00", "At Noon HST", "delay", "1e9"))
	f.Fuzz(func(t *testing.T, body []byte) { _, _ = ask(t, now, body) })
}
