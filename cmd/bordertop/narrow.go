package main

import (
	"slices"

	"bordertop/model"
)

// only leaves on the board what concerns some crossings, and what is tied to none:
// the crossings by their ids or names.
func (q *question) only(names []string) error {
	if len(names) == 0 {
		return nil
	}
	var ids []model.ID
	var chosen []model.CrossingStatus
	for _, name := range names {
		c, err := q.crossing(name)
		if err != nil {
			return err
		}
		if !slices.Contains(ids, c.Crossing.ID) {
			ids, chosen = append(ids, c.Crossing.ID), append(chosen, c)
		}
	}
	touches := func(of []model.ID) bool {
		return len(of) == 0 || slices.ContainsFunc(of, func(id model.ID) bool { return slices.Contains(ids, id) })
	}
	b := q.board
	b.Crossings = chosen
	b.Deadlines = slices.DeleteFunc(slices.Clone(b.Deadlines), func(d model.DeadlineStatus) bool {
		return d.Deadline == nil && !slices.ContainsFunc(d.Measures, func(m *model.Measure) bool { return touches(m.Crossings) })
	})
	b.Claims = slices.DeleteFunc(slices.Clone(b.Claims), func(g model.ClaimGroup) bool {
		return g.Crossing != "" && !slices.Contains(ids, g.Crossing)
	})
	b.Queues = slices.DeleteFunc(slices.Clone(b.Queues), func(s model.QueueStatus) bool {
		return !slices.Contains(ids, s.Queue.Crossing)
	})
	q.board = b
	matches := q.options.Only
	q.options.Only = func(r model.Record) bool {
		return touches(crossingsOf(r)) && matches(r)
	}
	return nil
}

// crossingsOf are those of what happens at some, and of what limits some.
func crossingsOf(r model.Record) []model.ID {
	switch r := r.(type) {
	case *model.Incident:
		return r.Crossings
	case *model.Measure:
		return r.Crossings
	case *model.Source, *model.Place, *model.Crossing, *model.Report, *model.Deadline, *model.Count, *model.Queue, *model.Statement,
		*model.Condition, *model.Tally, *model.Amendment:
	}
	return nil
}
