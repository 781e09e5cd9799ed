package model

import (
	"cmp"
	"slices"
)

// categoryOf is the category of an event: a statement is one of its own.
func categoryOf(r Record) ID {
	if i, ok := r.(*Incident); ok {
		return i.Category
	}
	return ID(KindStatement)
}

// categorize lists the categories, and tells each event its own, so that a board
// need not look at a million records to count them.
func (l *Log) categorize() {
	counts := map[ID]int{}
	for _, e := range l.events {
		counts[categoryOf(e.record)]++
		for _, a := range l.amending[e.record.Head().ID] {
			for _, set := range a.Set {
				if id, ok := set.Value.(ID); ok && set.Field == "category" {
					counts[id] += 0
				}
			}
		}
	}
	l.categories = make([]ID, 0, len(counts))
	for id := range counts {
		l.categories = append(l.categories, id)
	}
	slices.SortFunc(l.categories, func(a, b ID) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	places := make(map[ID]int32, len(l.categories))
	for i, id := range l.categories {
		places[id] = int32(i)
	}
	for i, e := range l.events {
		l.events[i].category, l.events[i].severity = places[categoryOf(e.record)], severityOf(e.record)
	}
}

// traits gives an event its category and severity as its record now has them.
func (l Log) traits(e event) event {
	e.category, e.severity = int32(max(slices.Index(l.categories, categoryOf(e.record)), 0)), severityOf(e.record) //nolint:gosec // as there
	return e
}

// severityOf is the severity of an incident, from 0 to 4; 0 of a statement.
func severityOf(r Record) uint8 {
	if i, ok := r.(*Incident); ok {
		return uint8(min(max(i.Severity, 0), 4))
	}
	return 0
}
