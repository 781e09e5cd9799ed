package source_test

import (
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/source"
)

// told is what a hub makes of incidents, each told by its source.
func told(t *testing.T, incidents []*model.Incident) (out map[model.ID][]model.ID) {
	t.Helper()
	by := map[model.ID][]model.Record{}
	for _, i := range incidents {
		of := i.Sources[0]
		// Each headline cites its own article.
		one := *i
		one.Sources = []model.ID{of + "-" + i.ID}
		by[of] = append(by[of], &one)
	}
	synctest.Test(t, func(t *testing.T) {
		var feeds []source.Feed
		for _, id := range []model.ID{"bns", "lrt", "vsat"} {
			feeds = append(feeds, feed(id, says(by[id]...)))
		}
		rand.Shuffle(len(feeds), func(i, j int) { feeds[i], feeds[j] = feeds[j], feeds[i] })
		s := source.New(options(), feeds...).Once(t.Context())
		out = map[model.ID][]model.ID{}
		for _, r := range s.Records {
			if i, ok := r.(*model.Incident); ok {
				out[i.ID] = i.Sources
			}
		}
	})
	return out
}

func TestOneHeadlineOfSeveralSourcesIsOneIncident(t *testing.T) {
	t.Parallel()
	at := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	incidents := []*model.Incident{
		incident("l1", "lrt", at, "Balloons close Vilnius Airport!"),
		incident("b1", "bns", at.Add(time.Hour), "balloons close  VILNIUS airport"),
		incident("v1", "vsat", at.Add(48*time.Hour), "Bállóons close “Vilnius” airport"),
		incident("b2", "bns", at.Add(47*time.Hour), "Balloons close Vilnius airport"),
		incident("v2", "vsat", at.Add(49*time.Hour), "Balloons close Vilnius airport"),
		incident("l2", "lrt", at, "Balloons close Kaunas airport"),
		incident("l3", "lrt", at, ""),
		incident("b3", "bns", at, ""),
	}
	want := map[model.ID][]model.ID{
		"l1": {"lrt-l1", "bns-b1", "vsat-v1"},
		"b2": {"bns-b2", "vsat-v2"}, // Both tell it again: another night, another closure.
		"l2": {"lrt-l2"}, "l3": {"lrt-l3"}, "b3": {"bns-b3"},
	}
	for range 20 {
		rand.Shuffle(len(incidents), func(i, j int) { incidents[i], incidents[j] = incidents[j], incidents[i] })
		if diff := cmp.Diff(want, told(t, incidents)); diff != "" {
			t.Fatalf("sources by incident (-want +got):\n%s", diff)
		}
	}
}

func TestAnAmendedIncidentStaysApart(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		at := time.Now()
		withdrawal := &model.Amendment{Fact: model.Fact{ID: "w"}, Of: []model.ID{"c"}, Type: model.Withdrawal}
		alerts := says(incident("c", "cap", at.Add(time.Minute), "Closed"), withdrawal)
		s := source.New(options(), feed("lrt", says(incident("l", "lrt", at, "Closed"))), feed("cap", alerts)).Once(t.Context())
		if got := ids(s.Records); got != "l w c " {
			t.Errorf("records are %s", got)
		}
	})
}

func TestAnIncidentGainsItsSecondSource(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		at := time.Now()
		late := &fake{answer: func(n int, _ source.Call) (source.Reading, error) {
			if n == 1 {
				return source.Reading{}, nil
			}
			return source.Reading{Records: []model.Record{incident("b", "bns", at.Add(time.Minute), "Closed")}}, nil
		}}
		h, end := run(t, options(), feed("lrt", says(incident("l", "lrt", at, "Closed"))), feed("bns", late))
		time.Sleep(time.Minute)
		before := latest(t, h, 0)
		time.Sleep(5 * time.Minute)
		after := latest(t, h, before.Version)
		end()
		if ids(after.Records) != "l " || len(after.Came) != 0 || !after.Gone {
			t.Errorf("records %s, came %s, gone %t", ids(after.Records), ids(after.Came), after.Gone)
		}
	})
}
