package granica_test

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
	"bordertop/model/source/granica"
	"bordertop/model/source/sourcetest"
)

const now = "2026-11-23T12:00:30Z"

func settings() source.Settings {
	return source.Settings{ID: "granica", Crossings: map[string]model.ID{"Bobrowniki": "bobrowniki", "Kukuryki": "kukuryki", "Terespol": "terespol"}}
}

func ask(tb testing.TB, body []byte) (source.Reading, error) {
	tb.Helper()
	c := sourcetest.Call(tb, now, "bobrowniki", "kukuryki", "terespol")
	c.Web = sourcetest.Pages{"": body}
	got, err := sourcetest.Ask(tb, granica.Kind(), settings(), c)
	if err == nil {
		sourcetest.Sound(tb, settings(), c, got)
	}
	return got, err
}

// queue is one out of Poland.
func queue(crossing model.ID, class model.Class, wait time.Duration) model.Queue {
	return model.Queue{
		Crossing: crossing, To: "BY", Class: class, At: model.Exactly(time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)), Wait: &wait, Method: clean.Line("as told by customs"),
	}
}

func TestTheTableIsRead(t *testing.T) {
	t.Parallel()
	got, err := ask(t, sourcetest.Sample(t, "exit_belarus.html"))
	if err != nil {
		t.Fatal(err)
	}
	// Grey cells have nothing to tell, which is not zero.
	sourcetest.Queues(
		t, got,
		queue("bobrowniki", model.Truck, 31*time.Hour), queue("bobrowniki", model.Bus, 0), queue("bobrowniki", model.Car, 0),
		queue("kukuryki", model.Truck, 30*time.Minute),
		queue("terespol", model.Bus, 2*time.Hour), queue("terespol", model.Car, 90*time.Minute),
	)
	if !got.Of.IsZero() || got.Skipped != 0 {
		t.Errorf("of %s, %d left out", got.Of, got.Skipped)
	}
}

func TestWhereToIsInTheAddress(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]model.Country{
		"": "BY", "https://granica.gov.pl/index_wait.php?p=u&k=w": "UA", "https://granica.gov.pl/index_wait.php?p=u&k=wj": "PL",
		"https://granica.gov.pl/index_wait.php?p=r": "RU", "https://granica.gov.pl/index_wait.php": "BY",
	} {
		s := settings()
		s.URL = url
		c := sourcetest.Call(t, now, "kukuryki")
		c.Web = sourcetest.Pages{"": sourcetest.Sample(t, "exit_belarus.html")}
		got, err := sourcetest.Ask(t, granica.Kind(), s, c)
		if q, ok := got.Records[0].(*model.Queue); err != nil || !ok || q.To != want {
			t.Errorf("%q leads to %+v, want %s: %v", url, q, want, err)
		}
	}
	if _, faults := granica.Kind().New(source.Settings{URL: "https://granica.gov.pl/index_wait.php?p=x"}); len(faults) != 1 || faults[0].Key != "to" {
		t.Error(faults)
	}
}

func TestCellsAreHours(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"0": "0s", "0:00": "0s", "1:30": "1h30m0s", "2": "2h0m0s", "0.5": "30m0s", "0,5": "30m0s", "≤7,5T DMC*<br/>1:00": "1h0m0s",
		"": "", "-": "", "brak": "", "1:75": "", "-1:00": "", "99999": "", "1e3": "", "NaN": "", "Inf": "",
	} {
		body := `<table><tr><th>Kukuryki</th></tr><tr><td><img src="images/auto.gif"/></td><td class="dane">` + text + `</td></tr><tr><td><img src="images/autobus.gif"/></td><td class="dane1">7</td></tr></table>`
		got, err := ask(t, []byte(body))
		told := ""
		for _, r := range got.Records {
			if q, ok := r.(*model.Queue); ok && q.Class == model.Car {
				told = q.Wait.String()
			}
		}
		if told != want || err != nil {
			t.Errorf("%q is %q, want %q: %v", text, told, want, err)
		}
	}
}

func TestWhatIsNoTableIsRefused(t *testing.T) {
	t.Parallel()
	good := sourcetest.Sample(t, "exit_belarus.html")
	broken := sourcetest.Broken([]byte("<html><body><table><tr><td>1</td></tr></table>"))
	broken["a cell is gone"] = bytes.Replace(good, []byte(`<td align="center" class="dane" >&nbsp;>7,5T DMC&nbsp;<br/>0:30&nbsp;</td>`), nil, 1)
	broken["a crossing is gone"] = bytes.Replace(good, []byte(`<th scope="col" align="center" class="dane">&nbsp;Bobrowniki&nbsp;</th>`), nil, 1)
	broken["other pictures"] = bytes.ReplaceAll(good, []byte(".gif"), []byte(".png"))
	broken["cut off"] = good[:len(good)/2]
	sourcetest.Refuses(t, func(t *testing.T, body []byte) (source.Reading, error) {
		t.Helper()
		return ask(t, body)
	}, broken)
	var trouble *source.TroubleError
	if _, err := ask(t, []byte("blad\n")); !errors.As(err, &trouble) || trouble.Why != source.Unexpected || !strings.Contains(trouble.Detail.String(), "blad") {
		t.Errorf("the error of the service: %v", err)
	}
}

func TestHostileNamesAreCleaned(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, now)
	c.Web = sourcetest.Serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/index_wait.php" {
			_, _ = w.Write(bytes.ReplaceAll(sourcetest.Sample(t, "exit_belarus.html"), []byte("Terespol"), []byte("&#x202e;Teres&#x200b;pol&#x9b;2J")))
		}
	})
	got, err := sourcetest.Ask(t, granica.Kind(), source.Settings{ID: "granica"}, c)
	if err != nil || got.Skipped != 3 || got.Flags&clean.Bidi == 0 || strings.ContainsAny(fmt.Sprint(got.Notes), "\u202e\u009b\u200b") {
		t.Errorf("%+v: %v", got, err)
	}
}

func TestTheRecordingIsRead(t *testing.T) {
	t.Parallel()
	s := source.Settings{ID: "granica", URL: "https://granica.gov.pl/index_wait.php?p=u&k=w", Crossings: map[string]model.ID{
		"Dorohusk": "a", "Zosin": "b", "Medyka": "c", "Malhowice": "d",
	}}
	c := sourcetest.Call(t, now, "a", "b", "c", "d")
	c.Web = sourcetest.Pages{"": sourcetest.Recorded(t, "pl_granica/index_wait_ua_2026-08.html")}
	got, err := sourcetest.Ask(t, granica.Kind(), s, c)
	var told []string
	for _, r := range got.Records {
		if q, ok := r.(*model.Queue); ok {
			told = append(told, fmt.Sprintf("%s %s %s", q.Crossing, q.Class, q.Wait))
		}
	}
	want := "a bus 0s, a truck 11h0m0s, b bus 0s, b car 1h0m0s, b truck 1h0m0s, c bus 0s, c car 0s, c truck 5h0m0s, d bus 0s, d car 0s"
	if text := strings.Join(told, ", "); err != nil || text != want {
		t.Errorf("%s, want %s: %v", text, want, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sourcetest.Sample(f, "exit_belarus.html"))
	f.Add([]byte(`<table><tr><th>Kukuryki</th></tr><tr><td><img src="auto.gif"/></td><td class="dane">1e999</td></tr></table>`))
	f.Fuzz(func(t *testing.T, body []byte) { _, _ = ask(t, body) })
}
