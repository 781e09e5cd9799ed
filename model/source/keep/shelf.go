// Package keep keeps what a source told, within bounds: of queues every reading of
// two days and one an hour of ninety, of what happened ninety days.
package keep

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// The bounds of what one source may have told: for how long, and how many records of
// a kind.
const (
	rawFor     = 48 * time.Hour
	keptFor    = 90 * 24 * time.Hour
	mostQueues = 30_000
	mostOther  = 2_000
)

// Shelf holds the records of one source, in memory and in a file. It is for one
// goroutine; the lists that it gives are not edited.
type Shelf struct {
	records []model.Record // in the order of their time, then of their ids
	whole   bool           // they are all that the source has
	fresh   []model.Record // those that the file lacks
	file    *file          // nil where nothing is kept
}

// Open gives the shelf of a source as a file of a directory has it, and what the source
// answered last. An empty directory keeps nothing. The notes tell what was wrong with
// the file; the shelf can be used whatever that is.
func Open(ctx context.Context, dir string, id model.ID, now time.Time) (*Shelf, Reading, []clean.Text) {
	s := &Shelf{}
	if dir == "" || !id.Valid() {
		return s, Reading{}, nil
	}
	s.file = &file{path: filepath.Join(dir, string(id)+".jsonl")}
	var c content
	err := s.file.locked(ctx, func() (err error) {
		c, err = s.file.read()
		return errors.Join(err, s.file.setAside(c.damaged))
	})
	var notes []clean.Text
	if err != nil {
		notes = append(notes, clean.Line("what was kept could not be read: "+clean.Err(err)))
	}
	if len(c.damaged) > 0 {
		notes = append(notes, clean.Line("a part of what was kept could not be read, and stands in "+s.file.damagedPath()))
	}
	s.file.lines, s.file.stale = c.lines, len(c.damaged) > 0
	s.whole = c.reading != nil && c.reading.Whole
	s.records = within(once(c.records), now)
	if s.whole {
		s.records = sorted(once(c.records))
	}
	return s, c.reading.reading(now), notes
}

// Records lists what is held, in the order of time.
func (s *Shelf) Records() []model.Record { return s.records }

// Learn adds what a source told at a moment, and lets go of what is too old or too
// much. A record stays as it was first told, for records are not edited. It tells
// whether anything is otherwise than before.
func (s *Shelf) Learn(told []model.Record, now time.Time) bool {
	before := make(map[model.ID]bool, len(s.records))
	for _, r := range s.records {
		before[r.Head().ID] = true
	}
	records := within(once(slices.Concat(s.records, told)), now)
	for _, r := range records {
		if !before[r.Head().ID] {
			s.fresh = append(s.fresh, r)
		}
	}
	s.whole = false
	return s.put(records)
}

// Replace holds these instead of what was held, of a source that always tells all
// that it has. It tells whether anything is otherwise than before.
func (s *Shelf) Replace(told []model.Record) bool {
	changed := s.put(sorted(once(told)))
	s.whole = true
	if s.file != nil {
		s.file.stale = s.file.stale || changed
	}
	return changed
}

// Save writes down what was learnt since the last time, and what the source answered.
// It may wait for half a second for other programs. What it could not write, the next
// Save does.
func (s *Shelf) Save(ctx context.Context, r Reading) error {
	if s.file == nil {
		s.fresh = nil
		return nil
	}
	f := s.file
	err := f.locked(ctx, func() error {
		if !f.stale && f.lines <= 2*len(s.records)+slack {
			return f.append(s.fresh, r.stored(s.whole))
		}
		records := s.records
		if !s.whole {
			// Another program may have told more.
			c, err := f.read()
			if err != nil {
				return err
			}
			records = within(once(slices.Concat(records, c.records)), r.Good)
		}
		return f.write(records, r.stored(s.whole))
	})
	s.fresh = nil
	if err != nil {
		f.stale = true
		return fmt.Errorf("keep what %s told: %w", strings.TrimSuffix(filepath.Base(f.path), ".jsonl"), err)
	}
	return nil
}

// once lists the first record of each id.
func once(records []model.Record) []model.Record {
	seen := make(map[model.ID]bool, len(records))
	out := make([]model.Record, 0, len(records))
	for _, r := range records {
		if id := r.Head().ID; !seen[id] {
			seen[id] = true
			out = append(out, r)
		}
	}
	return out
}

func sorted(records []model.Record) []model.Record {
	slices.SortFunc(records, inTime)
	return records
}

func (s *Shelf) put(records []model.Record) bool {
	same := slices.EqualFunc(s.records, records, func(a, b model.Record) bool { return a == b || reflect.DeepEqual(a, b) })
	s.records = records
	return !same
}

// within lists the records that are within the bounds, in the order of time.
func within(records []model.Record, now time.Time) []model.Record {
	sorted(records)
	var kept []model.Record
	last, held := map[series]bool{}, make(map[model.Kind]int)
	for _, r := range slices.Backward(records) {
		at, most := timeOf(r), mostOther
		if !at.IsZero() && at.Before(now.Add(-keptFor)) {
			continue
		}
		if q, ok := r.(*model.Queue); ok {
			of := series{q.Crossing, q.To, q.Class, at.Truncate(time.Hour)}
			if at.Before(now.Add(-rawFor)) && last[of] {
				continue
			}
			last[of], most = true, mostQueues
		}
		if held[r.Kind()] < most {
			held[r.Kind()]++
			kept = append(kept, r)
		}
	}
	slices.Reverse(kept)
	return kept
}

// series are the readings of one queue in one hour.
type series struct {
	crossing model.ID
	to       model.Country
	class    model.Class
	hour     time.Time
}

// timeOf is when a record was true or published, else when it became known; zero where
// it does not say.
func timeOf(r model.Record) time.Time {
	if s, ok := r.(*model.Source); ok {
		return s.Published.First()
	}
	if own := r.Own(); !own.IsZero() {
		return own.First()
	}
	return r.Head().Known.First()
}

func inTime(a, b model.Record) int {
	return cmp.Or(timeOf(a).Compare(timeOf(b)), cmp.Compare(a.Head().ID, b.Head().ID))
}
