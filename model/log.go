package model

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"time"
)

// Log is an immutable set of records. Order and repetition of arrival mean
// nothing. The zero Log is empty.
type Log struct {
	rules   Rules
	records map[ID]Record
	// known holds when what is no event became known: the fold asks for that over
	// and over, and there may be a million events.
	known     map[ID]time.Time
	amending  map[ID][]*Amendment
	crossings []*Crossing
	measures  []*Measure
	reports   []*Report
	deadlines []*Deadline
	counts    []*Count
	conds     []*Condition
	queues    []*Queue
	tallies   []*Tally
	events    []event
	// categories are those of the events, the most frequent first.
	categories []ID
	// telling lists the events that name a record, and edited those that
	// amendments may make name another, by their places; late those that became known
	// after they happened, in the order in which they did.
	telling      map[ID][]int
	edited, late []int
	// rewritten are the amendments that others amend.
	rewritten []*Amendment
}

// event is an incident or a statement, with what the fold asks of it first.
type event struct {
	record    Record
	at, known int64 // microseconds since 1970
	// amended tells that amendments name it, statement that it may be drawn with
	// what it tells of.
	amended, statement bool
	// severity is that of an incident, category its place among those of the log.
	severity uint8
	category int32
}

// about lists what the event tells of.
func (e event) about() []ID {
	switch r := e.record.(type) {
	case *Incident:
		return r.About
	case *Statement:
		return r.About
	case *Source, *Place, *Crossing, *Measure, *Report, *Deadline, *Count, *Queue, *Condition, *Tally, *Amendment:
	}
	return nil
}

// ClashError says that two records share an id but not their content.
type ClashError struct{ ID ID }

// Error names the id and the remedy.
func (e *ClashError) Error() string {
	return fmt.Sprintf("two records have the id %q and differ: give one another id, or write an amendment", e.ID)
}

// NewLog makes a log of records under the given rules. Two records of the same
// id and content are one; of the same id and other content, a *ClashError.
func NewLog(rules Rules, records ...Record) (Log, error) {
	l := Log{rules: rules, records: make(map[ID]Record, len(records))}
	for _, r := range records {
		if err := l.add(r); err != nil {
			return Log{}, err
		}
	}
	l.index()
	return l, nil
}

// With gives another log that holds these records too.
func (l Log) With(records ...Record) (Log, error) {
	all := make([]Record, 0, len(l.records)+len(records))
	for _, r := range l.records {
		all = append(all, r)
	}
	return NewLog(l.rules, append(all, records...)...)
}

// WithRules gives the same records under other rules.
func (l Log) WithRules(rules Rules) Log {
	l.rules = rules
	return l
}

// Len is the number of records.
func (l Log) Len() int { return len(l.records) }

// Record gives a record as it was stated, amendments apart; nil where there is
// none of that id.
func (l Log) Record(id ID) Record { return l.records[id] }

// Known is when a record became known: as stated, else by its earliest source,
// but, where that is undated or earlier than the record may be known, from its
// own time. The zero time means always.
func (l Log) Known(id ID) time.Time {
	if known, ok := l.known[id]; ok {
		return known
	}
	if r, ok := l.records[id]; ok {
		return l.knownFrom(r)
	}
	return time.Time{}
}

func (l *Log) add(r Record) error {
	id := r.Head().ID
	old, ok := l.records[id]
	if ok && (old.Kind() != r.Kind() || !reflect.DeepEqual(old, r)) {
		return &ClashError{id}
	}
	l.records[id] = r
	return nil
}

// index sorts the records into what the fold asks for. All orders are total, so
// that nothing depends on the order of arrival.
func (l *Log) index() {
	l.known = map[ID]time.Time{}
	l.amending = map[ID][]*Amendment{}
	for _, r := range l.records {
		l.file(r)
	}
	byID(l.crossings)
	byID(l.measures)
	byID(l.reports)
	byID(l.deadlines)
	byID(l.counts)
	byID(l.conds)
	byID(l.queues)
	byID(l.tallies)
	for i, e := range l.events {
		l.events[i].amended = len(l.amending[e.record.Head().ID]) > 0
	}
	slices.SortFunc(l.events, func(a, b event) int {
		return cmp.Or(cmp.Compare(b.at, a.at), cmp.Compare(a.record.Head().ID, b.record.Head().ID))
	})
	l.categorize()
	l.telling = map[ID][]int{}
	for i, e := range l.events {
		if e.amended {
			l.edited = append(l.edited, i)
		}
		if e.known > e.at {
			l.late = append(l.late, i)
		}
		for _, id := range e.about() {
			l.telling[id] = append(l.telling[id], i)
		}
	}
	slices.SortFunc(l.late, func(a, b int) int {
		return cmp.Or(cmp.Compare(l.events[a].known, l.events[b].known), cmp.Compare(a, b))
	})
	for target, as := range l.amending {
		byID(as)
		if a, ok := l.records[target].(*Amendment); ok {
			l.rewritten = append(l.rewritten, a)
		}
	}
	byID(l.rewritten)
}

func byID[R Record](rs []R) {
	slices.SortFunc(rs, func(a, b R) int { return cmp.Compare(a.Head().ID, b.Head().ID) })
}

// file puts a record where the fold will look for it.
func (l *Log) file(r Record) {
	known := l.knownFrom(r)
	if k := r.Kind(); k != KindIncident && k != KindStatement {
		l.known[r.Head().ID] = known
	}
	switch r := r.(type) {
	case *Source, *Place:
	case *Crossing:
		l.crossings = append(l.crossings, r)
	case *Measure:
		l.measures = append(l.measures, r)
	case *Report:
		l.reports = append(l.reports, r)
	case *Deadline:
		l.deadlines = append(l.deadlines, r)
	case *Count:
		l.counts = append(l.counts, r)
	case *Queue:
		l.queues = append(l.queues, r)
	case *Incident:
		l.events = append(l.events, event{record: r, at: r.At.First().UnixMicro(), known: known.UnixMicro()})
	case *Statement:
		l.events = append(l.events, event{record: r, at: r.At.First().UnixMicro(), known: known.UnixMicro(), statement: true})
	case *Condition:
		l.conds = append(l.conds, r)
	case *Tally:
		l.tallies = append(l.tallies, r)
	case *Amendment:
		for _, id := range r.Of {
			l.amending[id] = append(l.amending[id], r)
		}
	}
}

// knownFrom tells from when a record was public. What has no time of its own was
// always there, but for amendments. A figure cannot be known before its period
// is over, unless a source says so.
func (l *Log) knownFrom(r Record) time.Time {
	fact, own := r.Head(), r.Own()
	if !fact.Known.IsZero() {
		return fact.Known.First()
	}
	published := l.earliest(fact.Sources)
	switch {
	case own.IsZero() && r.Kind() != KindAmendment:
		return time.Time{}
	case published.IsZero() && r.Kind() == KindTally:
		return own.Last()
	case published.IsZero():
		return own.First()
	case own.IsZero() || published.First().After(own.First()) || mayPrecede(r) && onEarlierDay(published, own):
		return published.First()
	}
	return own.First()
}

// onEarlierDay compares the days as they were written: a source of the same day
// may tell of what happened that day, and is no announcement.
func onEarlierDay(a, b Moment) bool {
	_, last := a.Dates()
	first, _ := b.Dates()
	return last.Format(time.DateOnly) < first.Format(time.DateOnly)
}

// earliest is when the first of the sources was published; zero where one of
// them is undated or missing.
func (l *Log) earliest(sources []ID) Moment {
	var first Moment
	for _, id := range sources {
		s, ok := l.records[id].(*Source)
		if !ok || s.Published.IsZero() {
			return Moment{}
		}
		if first.IsZero() || s.Published.Compare(first) < 0 {
			first = s.Published
		}
	}
	return first
}

// mayPrecede tells which records may be known before their own time.
func mayPrecede(r Record) bool {
	switch r.Kind() {
	case KindMeasure, KindDeadline, KindAmendment:
		return true
	case KindSource, KindPlace, KindCrossing, KindReport, KindCount, KindQueue, KindIncident,
		KindStatement, KindCondition, KindTally:
	}
	return false
}
