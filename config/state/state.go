// Package state is what a reader leaves behind between two visits: marks, and
// which records were there and seen. It is one small file that can be deleted
// without harm.
package state

import "bordertop/model"

// Reader is what a reader marked and saw on one board. A nil Reader knows of
// nothing and takes nothing down. It belongs to one goroutine.
type Reader struct {
	version int
	marks   map[model.ID]bool
	unseen  map[model.ID]bool
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
	if r.marks == nil {
		r.marks = map[model.ID]bool{}
	}
	r.version++
	if r.marks[id] {
		delete(r.marks, id)
		return false
	}
	r.marks[id] = true
	return true
}

// See takes down that a record was seen, and tells whether that is news.
func (r *Reader) See(id model.ID) bool {
	if r == nil || !r.unseen[id] {
		return false
	}
	r.version++
	delete(r.unseen, id)
	return true
}

// News is how many records are new.
func (r *Reader) News() int {
	if r == nil {
		return 0
	}
	return len(r.unseen)
}

// Version changes with each mark and each sight.
func (r *Reader) Version() int {
	if r == nil {
		return 0
	}
	return r.version
}

// Saving is what there is to write down of a reader, apart from it, so that it
// can be written elsewhere.
type Saving struct{}

// Saving gives what changed since the last call; nil where nothing did.
func (*Reader) Saving() *Saving { return nil }
