// Package keep keeps what a source told, within bounds: of queues every reading of
// two days and one an hour of ninety, of what happened ninety days.
package keep

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"time"

	"bordertop/model"
)

// The bounds of what one source may have told.
const (
	rawFor     = 48 * time.Hour
	keptFor    = 90 * 24 * time.Hour
	mostQueues = 30_000
	mostOther  = 2_000
)

// Shelf holds the records of one source. It is for one goroutine; the lists that it
// gives are not edited.
type Shelf struct {
	records []model.Record // in the order of their time, then of their ids
}

// Records lists what is held, in the order of time.
func (s *Shelf) Records() []model.Record { return s.records }

// Learn adds what a source told at a moment, and lets go of what is too old or too
// much. A record stays as it was first told, for records are not edited. It tells
// whether anything is otherwise than before.
func (s *Shelf) Learn(told []model.Record, now time.Time) bool {
	byID := make(map[model.ID]model.Record, len(s.records)+len(told))
	for _, r := range slices.Concat(s.records, told) {
		if _, ok := byID[r.Head().ID]; !ok {
			byID[r.Head().ID] = r
		}
	}
	return s.put(within(slices.Collect(maps.Values(byID)), now))
}

// Replace holds these instead of what was held, of a source that always tells all
// that it has. It tells whether anything is otherwise than before.
func (s *Shelf) Replace(told []model.Record) bool {
	byID := make(map[model.ID]model.Record, len(told))
	for _, r := range told {
		byID[r.Head().ID] = r
	}
	all := slices.Collect(maps.Values(byID))
	slices.SortFunc(all, inTime)
	return s.put(all)
}

func (s *Shelf) put(records []model.Record) bool {
	same := slices.EqualFunc(s.records, records, func(a, b model.Record) bool { return a == b || reflect.DeepEqual(a, b) })
	s.records = records
	return !same
}

// within lists the records that are within the bounds, in the order of time.
func within(records []model.Record, now time.Time) []model.Record {
	slices.SortFunc(records, inTime)
	var queues, other []model.Record
	last := map[series]bool{}
	for _, r := range slices.Backward(records) {
		at := timeOf(r)
		if !at.IsZero() && at.Before(now.Add(-keptFor)) {
			continue
		}
		q, ok := r.(*model.Queue)
		if !ok {
			other = append(other, r)
			continue
		}
		of := series{q.Crossing, q.To, q.Class, at.Truncate(time.Hour)}
		if at.Before(now.Add(-rawFor)) && last[of] {
			continue
		}
		last[of] = true
		queues = append(queues, r)
	}
	kept := slices.Concat(queues[:min(len(queues), mostQueues)], other[:min(len(other), mostOther)])
	slices.SortFunc(kept, inTime)
	return kept
}

// series are the readings of one queue in one hour.
type series struct {
	crossing model.ID
	to       model.Country
	class    model.Class
	hour     time.Time
}

// timeOf is when a record was true, else when it became known; zero where it does not
// say.
func timeOf(r model.Record) time.Time {
	if own := r.Own(); !own.IsZero() {
		return own.First()
	}
	return r.Head().Known.First()
}

func inTime(a, b model.Record) int {
	return cmp.Or(timeOf(a).Compare(timeOf(b)), cmp.Compare(a.Head().ID, b.Head().ID))
}
