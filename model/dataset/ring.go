package dataset

import (
	"maps"
	"slices"
	"strings"

	"bordertop/model"
)

// rings refuses amendments, and measures, that come back to themselves: no order
// in which to apply them would be right.
func (c *checker) rings(files []*file) {
	amends, replaces := map[model.ID][]model.ID{}, map[model.ID][]model.ID{}
	for _, f := range files {
		for _, p := range f.records {
			if a, ok := p.Record.(*model.Amendment); ok {
				amends[a.ID] = a.Of
			}
			if m, ok := p.Record.(*model.Measure); ok && len(m.Replaces) > 0 {
				replaces[m.ID] = m.Replaces
			}
		}
	}
	c.refuse("of", cycles(amends))
	c.refuse("replaces", cycles(replaces))
}

func (c *checker) refuse(key string, rings [][]string) {
	for _, ring := range rings {
		last := c.byID[model.ID(ring[len(ring)-1])]
		last.site().sub(key).fault("comes back to itself by way of "+show(strings.Join(ring, " ")), "leave one of them out")
	}
}

// walk looks for rings in a graph, depth first, without recursion: a file may
// hold a chain of any length.
type walk struct {
	next  map[model.ID][]model.ID
	done  map[model.ID]bool
	index map[model.ID]int // of what is on the path
	path  []model.ID
	rings [][]string
}

// cycles gives the rings of a graph, each ending with the step that closes it:
// all of them, or as many as will be told.
func cycles(next map[model.ID][]model.ID) [][]string {
	w := walk{next: next, done: map[model.ID]bool{}, index: map[model.ID]int{}}
	tried := map[model.ID]int{}
	for _, root := range slices.Sorted(maps.Keys(next)) {
		w.enter(root)
		for len(w.path) > 0 && len(w.rings) < mostFaults {
			id := w.path[len(w.path)-1]
			if n := tried[id]; n < len(next[id]) {
				tried[id]++
				w.enter(next[id][n])
			} else {
				w.leave(id)
			}
		}
	}
	return w.rings
}

// enter puts a step on the path, or finds that this closes a ring.
func (w *walk) enter(id model.ID) {
	if start, ok := w.index[id]; ok {
		ring := make([]string, 0, len(w.path)-start)
		for _, id := range w.path[start:] {
			ring = append(ring, string(id))
		}
		w.rings = append(w.rings, ring)
	} else if !w.done[id] {
		w.index[id] = len(w.path)
		w.path = append(w.path, id)
	}
}

func (w *walk) leave(id model.ID) {
	w.done[id] = true
	delete(w.index, id)
	w.path = w.path[:len(w.path)-1]
}
