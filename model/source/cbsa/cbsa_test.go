package cbsa_test

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
	"bordertop/model/source/cbsa"
	"bordertop/model/source/sourcetest"
)

const now = "2026-11-23T14:30:00Z"

func settings() source.Settings {
	return source.Settings{ID: "cbsa", Crossings: map[string]model.ID{
		"Sampleton, ON/Elsewhere, NY": "bridge", "Closed Crossing": "north", "Poste fermé": "north", "East, NB/West, ME": "east",
	}}
}

func ask(tb testing.TB, at string, body []byte) (source.Reading, error) {
	tb.Helper()
	c := sourcetest.Call(tb, at, "bridge", "north", "east")
	c.Web = sourcetest.Pages{"": body}
	got, err := sourcetest.Ask(tb, cbsa.Kind(), settings(), c)
	if err == nil {
		sourcetest.Sound(tb, settings(), c, got)
	}
	return got, err
}

// queue is one into Canada, at a time of day in UTC.
func queue(crossing model.ID, class model.Class, hour, minute int, wait time.Duration) model.Queue {
	return model.Queue{
		Crossing: crossing, To: "CA", Class: class, At: model.Exactly(time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC)), Wait: &wait,
		Method: clean.Line("as told by the office"),
	}
}

func TestOfficesAreRead(t *testing.T) {
	t.Parallel()
	got, err := ask(t, now, sourcetest.Sample(t, "bwt-eng.csv"))
	if err != nil {
		t.Fatal(err)
	}
	// Closed, not applicable and not told are no waits of zero.
	sourcetest.Queues(
		t, got,
		queue("bridge", model.Truck, 14, 20, 0), queue("bridge", model.Car, 14, 20, 26*time.Minute),
		queue("east", model.Truck, 14, 20, 65*time.Minute), queue("east", model.Car, 14, 20, time.Minute),
	)
	if !got.Of.Equal(time.Date(2026, 11, 23, 14, 20, 0, 0, time.UTC)) || got.Skipped != 0 {
		t.Errorf("of %s, %d left out", got.Of, got.Skipped)
	}
}

func TestOfficesAreReadInFrench(t *testing.T) {
	t.Parallel()
	got, err := ask(t, now, sourcetest.Sample(t, "bwt-fra.csv"))
	if err != nil {
		t.Fatal(err)
	}
	sourcetest.Queues(t, got, queue("bridge", model.Truck, 14, 20, 0), queue("bridge", model.Car, 14, 20, 86*time.Minute))
}

// office is an answer about one office.
func office(when, trucks string) []byte {
	return []byte("Customs Office;; Location;; Last updated;; Commercial Flow - Canada bound;; Travellers Flow - U.S. bound;;\nX;; East, NB/West, ME;; " + when + ";; " + trucks + ";; --;; \n")
}

func TestWaitsAreWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"No Delay": "0s", "1 minute": "1m0s", "2 hours": "2h0m0s", "1 hour 5 minutes": "1h5m0s", "3 heures 2 minutes": "3h2m0s", "Aucun délai": "0s",
		"--": "", "": "", "Closed": "", "Not Applicable": "", "Ne s'applique pas": "", "Fermé": "",
		"soon": "", "-5 minutes": "", "5": "", "5 lanes": "", "99999 hours": "", "1e9 minutes": "",
	} {
		got, err := ask(t, now, office("2026-11-23 10:20 AST", text))
		told := ""
		for _, r := range got.Records {
			if q, ok := r.(*model.Queue); ok {
				told = q.Wait.String()
			}
		}
		if told != want {
			t.Errorf("%q is a wait of %q, want %q: %v", text, told, want, err)
		}
	}
}

func TestTimesAreThoseOfTheOffice(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2026-11-23 10:20 AST": "14:20", "2026-11-23 08:15 CST": "14:15", "2026-11-23 06:20 hnp": "14:20",
		"2026-11-23 10:20 CET": "", "2026-11-23 10:20": "", "yesterday": "", "2027-11-23 10:20 AST": "",
	} {
		got, err := ask(t, now, office(text, "5 minutes"))
		told := ""
		if !got.Of.IsZero() {
			told = got.Of.Format("15:04")
		}
		if told != want {
			t.Errorf("%q is %q, want %q: %v", text, told, want, err)
		}
	}
}

func TestOtherWordsAreNoticed(t *testing.T) {
	t.Parallel()
	other := sourcetest.Sample(t, "bwt-eng.csv")
	for _, word := range []string{"--", "No Delay", "minutes", "Closed"} {
		other = bytes.ReplaceAll(other, []byte(word), []byte("keine"))
	}
	var trouble *source.TroubleError
	if _, err := ask(t, now, other); !errors.As(err, &trouble) || trouble.Why != source.Unexpected {
		t.Error(err)
	}
}

func TestWhatIsNoListOfOfficesIsRefused(t *testing.T) {
	t.Parallel()
	good := sourcetest.Sample(t, "bwt-eng.csv")
	broken := sourcetest.Broken(good[:120]) // half of it is half of its head
	delete(broken, "twice")
	broken["another head"] = []byte("a;; b;; c;; d;;\n1;; 2;; 3;; 4;;\n")
	broken["nothing but the head"] = good[:bytes.IndexByte(good, '\n')]
	sourcetest.Refuses(t, func(t *testing.T, body []byte) (source.Reading, error) {
		t.Helper()
		return ask(t, now, body)
	}, broken)
}

func TestOfficesThatAreNotOnTheBoardAreCounted(t *testing.T) {
	t.Parallel()
	c := sourcetest.Call(t, now, "bridge")
	c.Web = sourcetest.Serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/bwt-taf/bwt-eng.csv" {
			_, _ = w.Write(bytes.Replace(sourcetest.Sample(t, "bwt-eng.csv"), []byte("Long Queue"), []byte("Long\x1b[2J Queue"), 1))
		}
	})
	s := settings()
	s.Crossings = map[string]model.ID{"sample bridge": "bridge", "Closed Crossing": ""}
	got, err := sourcetest.Ask(t, cbsa.Kind(), s, c)
	if err != nil || got.Rows != 2 || got.Skipped != 1 || got.Flags&clean.Control == 0 || strings.Contains(fmt.Sprint(got.Notes), "\x1b") || len(got.Notes) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestRecordingsAreRead(t *testing.T) {
	t.Parallel()
	s := source.Settings{ID: "cbsa", Crossings: map[string]model.ID{
		"Fort Erie, ON/Buffalo, NY": "bridge", "St. Stephen": "east", "Ambassador Bridge": "north", "Pont des Mille-Îles": "north", "North Portal": "portal",
	}}
	for name, want := range map[string]string{
		"bwt-eng_2026-10-03.csv": "[bridge car 17:20 26m0s bridge truck 17:20 0s east car 16:54 5m0s north car 16:50 1m0s portal car 17:15 0s portal truck 17:15 0s]",
		"bwt-fra_2026-10-03.csv": "[bridge car 17:20 26m0s bridge truck 17:20 0s north car 17:15 0s]",
	} {
		c := sourcetest.Call(t, "2026-10-03T17:30:00Z", "bridge", "east", "north", "portal")
		c.Web = sourcetest.Pages{"": sourcetest.Recorded(t, "ca_cbsa/"+name)}
		r, err := sourcetest.Ask(t, cbsa.Kind(), s, c)
		var told []string
		for _, record := range r.Records {
			if q, ok := record.(*model.Queue); ok {
				told = append(told, fmt.Sprintf("%s %s %s %s", q.Crossing, q.Class, q.At.First().Format("15:04"), q.Wait))
			}
		}
		if got := fmt.Sprint(told); err != nil || got != want {
			t.Errorf("%s: %s, want %s: %v", name, got, want, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sourcetest.Sample(f, "bwt-eng.csv"))
	f.Add(sourcetest.Sample(f, "bwt-fra.csv"))
	f.Add(office("2026-11-23 10:20 AST", "9 hours 9 hours 9"))
	f.Fuzz(func(t *testing.T, body []byte) { _, _ = ask(t, now, body) })
}
