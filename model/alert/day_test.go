package alert_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/alert"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
	"bordertop/model/source"
	"bordertop/model/source/rss"
)

// counter tells of a queue that rises all morning and falls all afternoon, and falls
// silent for three hours at noon.
type counter struct{ start time.Time }

func (c counter) Ask(_ context.Context, call source.Call) (source.Reading, error) {
	hour := call.Now.Sub(c.start).Hours()
	if hour >= 12 && hour < 15 {
		return source.Reading{}, source.Troublef(source.Refused, "HTTP 503")
	}
	waiting := int64(150 - 12*max(hour-12, 12-hour))
	at := model.Exactly(call.Now)
	return source.Reading{Whole: true, Records: []model.Record{&model.Queue{
		Fact: model.Fact{ID: source.ID("q", call.Now.Format(time.RFC3339)), Sources: []model.ID{"q"}, Known: at}, Crossing: "m", Class: model.Truck, At: at, Waiting: &waiting,
	}}}, nil
}

// paper is the web of a newspaper that announces a closure in the evening.
type paper struct{ start time.Time }

func (p paper) Get(context.Context, source.Request) (source.Page, error) {
	item := func(n int, title string, at time.Time) string {
		return fmt.Sprintf("<item><guid>%d</guid><title>%s</title><link>https://example.com/%d</link><pubDate>%s</pubDate></item>", n, title, n, at.Format(time.RFC1123Z))
	}
	items := item(1, "Border closed for a day last week", p.start.Add(-100*time.Hour)) + item(2, "Basketball", p.start)
	if evening := p.start.Add(20 * time.Hour); time.Now().After(evening.Add(5 * time.Minute)) {
		items += item(3, "Lithuania closes border crossing at Medininkai", evening) + item(4, "Lithuania closes border crossing at Medininkai", evening.Add(time.Minute))
	}
	return source.Page{URL: "https://example.com/rss", Body: []byte("<rss><channel>" + items + "</channel></rss>")}, nil
}

func (paper) Keep()  {}
func (paper) Drop()  {}
func (paper) Close() {}

// TestADayOfADeskTellsEachThingOnce lets a day pass at a desk that looks every minute:
// a queue rises, its source dies and returns, and a newspaper announces a closure.
func TestADayOfADeskTellsEachThingOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		settings := source.Settings{ID: "lrt", Kind: "rss", URL: "https://example.com/rss", Title: clean.Line("LRT"), Every: 10 * time.Minute, Timeout: time.Minute, Stale: 7 * 24 * time.Hour}
		news, faults := rss.Kind().New(settings)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		h := source.New(source.Options{
			Now: time.Now, Web: func(source.Settings) source.Client { return paper{start} },
			Log: func() model.Log { return modeltest.Log(t, "crossing m name=Medininkai") },
		}, source.Feed{Settings: settings, Asker: news}, source.Feed{
			Settings: source.Settings{ID: "q", Kind: "counter", Title: clean.Line("Queue"), Every: 5 * time.Minute, Timeout: time.Minute, Stale: time.Hour}, Asker: counter{start},
		})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			h.Run(ctx)
		}()
		got := watchADay(t, h, start)
		stop()
		<-ended
		want := []string{"long at 7", "source at 12", "source at 15", "severe at 20"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}

// watchADay looks every minute, and tells at which hour what was told.
func watchADay(t *testing.T, h *source.Hub, start time.Time) []string {
	t.Helper()
	rules := []alert.Rule{
		{Name: clean.Line("long"), When: alert.Queue, Above: 100},
		{Name: clean.Line("source"), When: alert.Source, To: []string{"failing", "fresh"}},
		{Name: clean.Line("severe"), When: alert.New, Filter: "severity>=3"},
	}
	var memory alert.Memory
	var before *model.Log
	var told []string
	for range 24 * 60 {
		time.Sleep(time.Minute)
		synctest.Wait()
		snap, err := h.Next(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		log, err := snap.On(modeltest.Log(t, "crossing m name=Medininkai"))
		if err != nil {
			t.Fatal(err)
		}
		var alerts []alert.Alert
		memory, alerts = memory.Look(rules, alert.Scene{
			Now: time.Now(), Log: log, Before: before, Feeds: snap.Feeds,
			Export: export.Options{Name: "test", Words: lang.English(), Zone: time.UTC},
		})
		before = &log
		for _, a := range alerts {
			told = append(told, fmt.Sprintf("%s at %d", a.Rule, int(time.Since(start).Hours())))
			if strings.TrimSpace(a.Text) == "" {
				t.Errorf("%s says nothing", a.Rule)
			}
		}
	}
	return told
}
