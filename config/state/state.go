// Package state is what a reader leaves behind between two visits: marks, and
// which records were there and seen. It is one small file that can be deleted
// without harm.
package state

import (
	"slices"
	"time"

	"bordertop/model"
)

// Reader is what a reader marked and saw on one board. A nil Reader knows of
// nothing and takes nothing down; a zero one begins with nothing. It belongs to
// one goroutine.
type Reader struct {
	version int
	marks   map[model.ID]bool
	unseen  map[model.ID]bool
	// visited is when the last visit was, and known what was there then, by hash
	// and in order; what there is now where this is the first visit.
	visited time.Time
	known   []uint32
	// met is what was met for the first time in this visit.
	met map[uint32]bool

	since changes
	box   *box
}

// Marked tells whether the reader marked a record.
func (r *Reader) Marked(id model.ID) bool { return r != nil && r.marks[id] }

// New tells whether a record came since the last visit and was not seen yet.
func (r *Reader) New(id model.ID) bool { return r != nil && r.unseen[id] }

// Mark marks a record, or takes its mark away, and tells which.
func (r *Reader) Mark(id model.ID) bool {
	if r == nil {
		return false
	}
	r.version++
	set := !r.marks[id]
	if set {
		put(&r.marks, id, true)
	} else {
		delete(r.marks, id)
	}
	put(&r.since.marks, id, set)
	return set
}

// See takes down that a record was seen, and tells whether that is news.
func (r *Reader) See(id model.ID) bool {
	if r == nil || !r.unseen[id] {
		return false
	}
	r.version++
	delete(r.unseen, id)
	r.since.seen = append(r.since.seen, hash(id))
	return true
}

// Learn takes down that records came while the board is open: those that are met
// for the first time become new. It tells how many did.
func (r *Reader) Learn(ids []model.ID) int {
	if r == nil {
		return 0
	}
	var fresh []model.ID
	for _, id := range ids {
		if r.meet(id) {
			fresh = append(fresh, id)
		}
	}
	if len(fresh) == 0 {
		return 0
	}
	r.version++
	if len(fresh)+len(r.unseen) > maxUnseen {
		return 0
	}
	for _, id := range fresh {
		put(&r.unseen, id, true)
		r.since.fresh = append(r.since.fresh, hash(id))
	}
	return len(fresh)
}

// meet takes down that a record is there, and tells whether it never was before.
func (r *Reader) meet(id model.ID) bool {
	h := hash(id)
	if _, was := slices.BinarySearch(r.known, h); was || r.met[h] {
		return false
	}
	put(&r.met, h, true)
	r.since.met = append(r.since.met, h)
	return true
}

// News is how many records are new.
func (r *Reader) News() int {
	if r == nil {
		return 0
	}
	return len(r.unseen)
}

// Visited is when the last visit was written down; zero where none was.
func (r *Reader) Visited() time.Time {
	if r == nil {
		return time.Time{}
	}
	return r.visited
}

// Version changes with each mark, each sight and each new record.
func (r *Reader) Version() int {
	if r == nil {
		return 0
	}
	return r.version
}

// Saving gives what there is to write down, apart from the reader so that it can
// be written elsewhere; nil where nothing is. What could not be written stays to
// be written, with what changed since.
func (r *Reader) Saving() *Saving {
	if r == nil {
		return nil
	}
	if r.box == nil {
		r.box = new(box)
	}
	r.box.add(r.since)
	r.since = changes{}
	if r.box.empty() {
		return nil
	}
	return &Saving{r.box}
}

// hash stands for a record among those known: of two that share one, which of a
// hundred thousand one in forty thousand does, the later is never new.
func hash(id model.ID) uint32 {
	h := uint32(2166136261) // FNV-1a
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * 16777619
	}
	return h
}

func put[K comparable](m *map[K]bool, key K, value bool) {
	if *m == nil {
		*m = map[K]bool{}
	}
	(*m)[key] = value
}
