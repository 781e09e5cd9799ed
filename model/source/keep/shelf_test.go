package keep_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/keep"
)

func now() time.Time { return time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC) }

func queue(crossing model.ID, at time.Time, waiting int64) *model.Queue {
	return &model.Queue{
		Fact:     model.Fact{ID: source.ID("q", string(crossing), at.Format("20060102150405")), Sources: []model.ID{"s"}},
		Crossing: crossing, At: model.Exactly(at), Class: model.Truck, Waiting: &waiting,
	}
}

func incident(id model.ID, at time.Time) *model.Incident {
	return &model.Incident{Fact: model.Fact{ID: id}, At: model.Exactly(at)}
}

func TestOldReadingsOfQueuesThinOut(t *testing.T) {
	t.Parallel()
	var all []model.Record
	for i := range 100 * 24 * 4 {
		at := now().Add(-time.Duration(i) * 15 * time.Minute)
		all = append(all, queue("a", at, 1), queue("b", at, 2))
	}
	rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var s keep.Shelf
	s.Learn(all, now())
	var raw, hourly, late int
	for _, r := range s.Records() {
		switch at := r.Own().First(); {
		case !at.Before(now().Add(-48 * time.Hour)):
			raw++
		default:
			hourly++
			if at.Minute() == 45 { // the last of its hour
				late++
			}
		}
	}
	if wantRaw, wantHourly := 2*(48*4+1), 2*(88*24); raw != wantRaw || hourly < wantHourly || hourly > wantHourly+2 || late < hourly-2 {
		t.Errorf("%d raw, want %d; %d hourly, want %d, the last of their hours; %d are", raw, wantRaw, hourly, wantHourly, late)
	}
}

func TestWhatHappenedIsKeptWithinBounds(t *testing.T) {
	t.Parallel()
	var s keep.Shelf
	all := []model.Record{incident("old", now().Add(-91*24*time.Hour)), incident("younger", now().Add(-89*24*time.Hour))}
	if !s.Learn(all, now()) || len(s.Records()) != 1 || s.Records()[0].Head().ID != "younger" {
		t.Errorf("holds %v", s.Records())
	}
	for i := range 3000 {
		id, at := model.ID("i"+strconv.Itoa(i)), now().Add(-time.Duration(i)*time.Minute)
		article := &model.Source{Fact: model.Fact{ID: "of-" + id}, Published: model.Exactly(at)}
		all = append(all, incident(id, at), article)
	}
	s.Learn(all, now())
	held := map[model.ID]bool{}
	for _, r := range s.Records() {
		held[r.Head().ID] = true
	}
	if len(held) != 4000 || !held["i1999"] || !held["of-i1999"] {
		t.Errorf("%d are held, not the newest incidents with what they cite", len(held))
	}
	var q keep.Shelf
	all = nil
	for i := range 40_000 {
		all = append(all, queue(source.ID("c", time.Duration(i).String()), now().Add(-time.Duration(i)*time.Second), 1))
	}
	q.Learn(all, now())
	if n := len(q.Records()); n != 30_000 {
		t.Errorf("%d readings are held", n)
	}
}

func TestRecordsStayAsTheyWereTold(t *testing.T) {
	t.Parallel()
	var s keep.Shelf
	first, other := queue("a", now(), 1), queue("a", now(), 2)
	if !s.Learn([]model.Record{first}, now()) || s.Learn([]model.Record{other, queue("a", now(), 1)}, now()) {
		t.Error("what was told again counts as new, or what is new does not")
	}
	if diff := cmp.Diff([]model.Record{first}, s.Records(), cmpopts.EquateComparable(clean.Text{})); diff != "" {
		t.Errorf("learnt (-want +got):\n%s", diff)
	}
	if !s.Replace([]model.Record{other}) || s.Replace([]model.Record{queue("a", now(), 2)}) {
		t.Error("what is otherwise does not count as new, or what is the same does")
	}
	if diff := cmp.Diff([]model.Record{other}, s.Records(), cmpopts.EquateComparable(clean.Text{})); diff != "" {
		t.Errorf("replaced (-want +got):\n%s", diff)
	}
}

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	s, _, _ := keep.Open(b.Context(), dir, "s", now())
	var all []model.Record
	for i := range 30_000 {
		all = append(all, queue(model.ID("crossing-"+strconv.Itoa(i)), now(), int64(i)))
	}
	s.Learn(all, now())
	if err := s.Save(b.Context(), keep.Reading{Good: now()}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if s, _, _ := keep.Open(b.Context(), dir, "s", now()); len(s.Records()) != len(all) {
			b.Fatal("some are missing")
		}
	}
}
