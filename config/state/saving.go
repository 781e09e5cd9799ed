package state

import (
	"maps"
	"slices"
	"sync"

	"bordertop/model"
)

// changes are what a reader did that was not written down yet. Another program
// may have written since, so they are done to what stands in the file then.
type changes struct {
	// visit tells that the board was opened.
	visit bool
	// marks were set (true) or taken away.
	marks map[model.ID]bool
	// met are records met for the first time, fresh those of them that were new,
	// seen those that are so no more.
	met, fresh, seen []uint32
}

func (c changes) empty() bool {
	return !c.visit && len(c.marks) == 0 && len(c.met) == 0 && len(c.seen) == 0
}

// and gives these changes with later ones.
func (c changes) and(later changes) changes {
	c.visit = c.visit || later.visit
	if len(later.marks) > 0 {
		c.marks = maps.Clone(c.marks)
		for id, set := range later.marks {
			put(&c.marks, id, set)
		}
	}
	c.met = slices.Concat(c.met, later.met)
	c.fresh = slices.Concat(c.fresh, later.fresh)
	c.seen = slices.Concat(c.seen, later.seen)
	return c
}

// apply does the changes to a board. What another program met first is as new as
// it left it there.
func (c changes) apply(b *board) {
	was := b.known
	b.known = union(was, c.met)
	var fresh []uint32
	for _, h := range c.fresh {
		if _, known := slices.BinarySearch(was, h); !known {
			fresh = append(fresh, h)
		}
	}
	gone := union(nil, c.seen)
	b.unseen = slices.DeleteFunc(union(b.unseen, fresh), func(h uint32) bool {
		_, seen := slices.BinarySearch(gone, h)
		return seen
	})
	for id, set := range c.marks {
		at, marked := slices.BinarySearch(b.marks, id)
		switch {
		case set && !marked:
			b.marks = slices.Insert(b.marks, at, id)
		case !set && marked:
			b.marks = slices.Delete(b.marks, at, at+1)
		}
	}
}

// union gives the hashes of both, in order and each once.
func union(a, b []uint32) []uint32 {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// box holds changes until they are written down, between the goroutine of the
// reader and those that write.
type box struct {
	writing sync.Mutex // held while changes are written, so that they stay in order
	mu      sync.Mutex
	changes changes
}

func (b *box) add(c changes) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !c.empty() {
		b.changes = b.changes.and(c)
	}
}

func (b *box) empty() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.changes.empty()
}

// write takes the changes out to write them down, and puts them back if that
// fails.
func (b *box) write(write func(changes) error) error {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.mu.Lock()
	c := b.changes
	b.changes = changes{}
	b.mu.Unlock()
	if c.empty() {
		return nil
	}
	err := write(c)
	if err != nil {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.changes = c.and(b.changes)
	}
	return err
}

// Saving is what there is to write down of a reader, apart from it, so that it
// can be written elsewhere: Place.Save does.
type Saving struct{ box *box }
