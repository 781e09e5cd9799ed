package model_test

import (
	"cmp"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"bordertop/model"
)

// What a board shows without looking at each event is what a look at each shows.
func TestEventsAreThoseThatALookAtEachShows(t *testing.T) {
	t.Parallel()
	eachRandomLog(t, func(t *testing.T, _ *rand.Rand, records []model.Record, valid, known time.Time) {
		t.Helper()
		b := newLog(t, records...).At(valid, known)
		want := slices.DeleteFunc(happened(b, records), func(r model.Record) bool {
			s, ok := r.(*model.Statement)
			return ok && slices.ContainsFunc(happened(b, records), func(r model.Record) bool {
				return r.Kind() == model.KindIncident && slices.Contains(s.About, r.Head().ID)
			})
		})
		slices.SortFunc(want, func(a, b model.Record) int {
			return cmp.Or(b.Own().First().Compare(a.Own().First()), cmp.Compare(a.Head().ID, b.Head().ID))
		})
		if got := slices.Collect(b.Events.Records()); !reflect.DeepEqual(got, want) {
			t.Errorf("the board shows %s, want %s", idsOf(b.Events), idsOf(model.EventsOf(want...)))
		}
	})
}

// happened are the incidents and statements that are known and do not lie ahead.
func happened(b model.Board, records []model.Record) []model.Record {
	var out []model.Record
	for _, r := range records {
		a, ok := b.Record(r.Head().ID)
		if k := r.Kind(); ok && (k == model.KindIncident || k == model.KindStatement) && !a.Record.Own().First().After(b.Valid) {
			out = append(out, a.Record)
		}
	}
	return out
}
