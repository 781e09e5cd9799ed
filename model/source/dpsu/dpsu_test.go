package dpsu_test

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
	_ "bordertop/model/modeltest" // The clock of Kyiv must not depend on the machine.
	"bordertop/model/source"
	"bordertop/model/source/dpsu"
	"bordertop/model/source/sourcetest"
)

// now is 16:00 in Kyiv.
const now = "2026-11-23T14:00:00Z"

func settings() source.Settings {
	return source.Settings{ID: "dpsu", Crossings: map[string]model.ID{
		"Угринів - Долгобичув": "uhryniv", "Ягодин - Дорогуськ": "yahodyn", "Шегині - Медика": "shehyni", "Ужгород - Вишнє-Нємецьке": "uzhhorod",
	}}
}

func ask(tb testing.TB, at string, body []byte) (source.Reading, error) {
	tb.Helper()
	c := sourcetest.Call(tb, at, "uhryniv", "yahodyn", "shehyni", "uzhhorod")
	c.Web = sourcetest.Pages{"": body}
	got, err := sourcetest.Ask(tb, dpsu.Kind(), settings(), c)
	if err == nil {
		sourcetest.Sound(tb, settings(), c, got)
	}
	return got, err
}

// queue is one at a time of day in UTC.
func queue(crossing model.ID, to model.Country, class model.Class, at time.Duration, waiting int64) model.Queue {
	return model.Queue{Crossing: crossing, To: to, Class: class, At: model.Exactly(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC).Add(at)), Waiting: &waiting}
}

func TestCheckpointsAreRead(t *testing.T) {
	t.Parallel()
	got, err := ask(t, now, sourcetest.Sample(t, "map.html"))
	if err != nil {
		t.Fatal(err)
	}
	const at = 13*time.Hour + 3*time.Minute + 10*time.Second
	cars := queue("uhryniv", "PL", model.Car, at, 35)
	cars.PerHour, cars.Wait, cars.Method = new(int64(40)), new(52*time.Minute), clean.Line("estimate: waiting cars by those that pass in an hour")
	sourcetest.Queues(
		t, got, cars, queue("uhryniv", "PL", model.Truck, at, 473),
		queue("yahodyn", "PL", model.Truck, 10*time.Hour+42*time.Minute+36*time.Second, 2251), // Its cars are told in a sentence.
		queue("uzhhorod", "SK", model.Car, 9*time.Hour, 0),
	)
	// A checkpoint that is closed has no queue, and none of zero.
	if notes := fmt.Sprint(got.Notes); got.Skipped != 1 || !strings.Contains(notes, "Шегині - Медика is said to be: зачинений") {
		t.Errorf("%d left out: %s", got.Skipped, notes)
	}
}

// page is a map with one checkpoint.
func page(created, state, busy string) []byte {
	return fmt.Appendf(nil, `<html><body><select id="by_name"><option data-created_at="%s" data-state="%s" data-country="poland" data-state_of_busy="%s" value=" Ягодин -  Дорогуськ ">x</option></select>`, created, state, busy)
}

func TestOnlyNumbersAreNumbers(t *testing.T) {
	t.Parallel()
	const at, open = "2026-11-23 15:00:00", "відкритий"
	for name, tt := range map[string]struct {
		body []byte
		want string
	}{
		"escaped twice":          {page(at, open, "Кількість вантажних авто перед ППр: 5 &amp;lt;br&amp;gt; Кількість легкових авто перед ППр:&amp;nbsp;7"), "car 7 truck 5"},
		"a sentence":             {page(at, open, "Кількість вантажних авто перед ППр: немає даних"), ""},
		"too many":               {page(at, open, "Кількість вантажних авто перед ППр: 99999999999999999999"), ""},
		"nothing":                {page(at, open, ""), ""},
		"a time to come":         {page("2026-11-23 17:00:00", open, "Кількість вантажних авто перед ППр: 5"), ""},
		"no time":                {page("", open, "Кількість вантажних авто перед ППр: 5"), ""},
		"an hour that was not":   {page("2026-13-40 99:00:00", open, "Кількість вантажних авто перед ППр: 5"), ""},
		"not said to be open":    {page(at, "закритий", "Кількість вантажних авто перед ППр: 0"), ""},
		"nobody passes per hour": {page(at, open, "Кількість легкових авто перед ППр: 3 <br> Швидкість оформлення легкових авто: 0 авто/год"), "car 3"},
	} {
		got, err := ask(t, now, tt.body)
		var told []string
		for _, r := range got.Records {
			if q, ok := r.(*model.Queue); ok && q.Wait == nil {
				told = append(told, fmt.Sprintf("%s %d", q.Class, *q.Waiting))
			}
		}
		if s := strings.Join(told, " "); s != tt.want || err != nil || s == "" && got.Skipped != 1 {
			t.Errorf("%s: %q, want %q, %d left out: %v", name, s, tt.want, got.Skipped, err)
		}
	}
}

func TestWhatIsNoMapIsRefused(t *testing.T) {
	t.Parallel()
	broken := sourcetest.Broken([]byte("<html><body><p>nothing here</p></body></html>"))
	broken["a list without figures"] = []byte(`<select id="by_name"><option value="all">All</option></select>`)
	sourcetest.Refuses(t, func(t *testing.T, body []byte) (source.Reading, error) {
		t.Helper()
		return ask(t, now, body)
	}, broken)
	var trouble *source.TroubleError
	if _, err := ask(t, now, broken["a challenge"]); !errors.As(err, &trouble) || trouble.Why != source.Challenge || !strings.Contains(trouble.Detail.String(), "Just a moment") {
		t.Error(err)
	}
}

func TestHostileNamesAreCleaned(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, now)
	c.Web = sourcetest.Serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/uk/map" {
			_, _ = w.Write(bytes.ReplaceAll(sourcetest.Sample(t, "map.html"), []byte("Угринів"), []byte("&#x202e;Угринів&#x9b;31m")))
		}
	})
	got, err := sourcetest.Ask(t, dpsu.Kind(), source.Settings{ID: "dpsu"}, c)
	if err != nil || got.Rows != 0 || got.Skipped != 4 || got.Flags&clean.Bidi == 0 || strings.ContainsAny(fmt.Sprint(got.Notes), "\u202e\u009b\x1b") {
		t.Errorf("%+v: %v", got, err)
	}
}

func TestTheRecordingIsRead(t *testing.T) {
	t.Parallel()
	got, err := ask(t, "2026-06-17T16:00:00Z", sourcetest.Recorded(t, "ua_dpsu/map_option_2026-06-17.html"))
	if err != nil {
		t.Fatal(err)
	}
	sourcetest.Queues(t, got, model.Queue{
		Crossing: "yahodyn", To: "PL", Class: model.Truck, At: model.Exactly(time.Date(2026, 6, 17, 15, 42, 36, 0, time.UTC)), Waiting: new(int64(2251)),
	})
}

func FuzzRead(f *testing.F) {
	f.Add(sourcetest.Sample(f, "map.html"))
	f.Add(page("2026-11-23 15:00:00", "відкритий", "Кількість легкових авто перед ППр: 99999 <br> Швидкість оформлення легкових авто: 1 авто/год"))
	f.Fuzz(func(t *testing.T, body []byte) { _, _ = ask(t, now, body) })
}
