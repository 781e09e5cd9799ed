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
	for _, r := range l.events.plain {
		counts[categoryOf(r)]++
		l.meant(r.Head().ID, counts)
	}
	places := l.rank(counts)
	a := l.events
	a.category, a.severity = make([]int32, a.len()), make([]uint8, a.len())
	for row, r := range a.plain {
		a.category[row], a.severity[row] = places[categoryOf(r)], severityOf(r)
	}
}

// meant counts the categories that amendments of an event name, of which there may be
// no event otherwise.
func (l *Log) meant(id ID, counts map[ID]int) {
	for _, a := range l.amending[id] {
		for _, set := range a.Set {
			if id, ok := set.Value.(ID); ok && set.Field == "category" {
				counts[id] += 0
			}
		}
	}
}

// rank lists categories, the most frequent first, and gives the place of each.
func (l *Log) rank(counts map[ID]int) map[ID]int32 {
	l.categories = make([]ID, 0, len(counts))
	for id := range counts {
		l.categories = append(l.categories, id)
	}
	slices.SortFunc(l.categories, func(a, b ID) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	places := make(map[ID]int32, len(l.categories))
	for i, id := range l.categories {
		places[id] = number(i)
	}
	return places
}

// occurrence is when an event was, of which category, by its place among those of the
// log, and how severe.
type occurrence struct {
	at       int64
	category int32
	severity uint8
}

// occurrence gives that of a row, as it stands at the moment of the view; not ok where
// it was withdrawn.
func (v view) occurrence(row int) (o occurrence, ok bool) {
	a := v.annals()
	if !a.is(row, amended) {
		return occurrence{a.at[row], a.category[row], a.severity[row]}, true
	}
	now := v.amended(a.record(row))
	place := max(slices.Index(v.categories, categoryOf(now.Record)), 0)
	return occurrence{now.Record.Own().First().UnixMicro(), number(place), severityOf(now.Record)}, now.Withdrawal == nil
}

// severityOf is the severity of an incident, from 0 to 4; 0 of a statement.
func severityOf(r Record) uint8 {
	if i, ok := r.(*Incident); ok {
		return uint8(min(max(i.Severity, 0), 4))
	}
	return 0
}
