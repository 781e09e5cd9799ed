package model

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"
)

// Log is an immutable set of records. Order and repetition of arrival mean
// nothing. The zero Log is empty.
type Log struct {
	rules Rules
	// records are all but packed events.
	records map[ID]Record
	// known holds when what is no event and no reading of a queue became known: the
	// fold asks for that over and over, and there may be a million events.
	known     map[ID]time.Time
	amending  map[ID][]*Amendment
	places    []*Place
	crossings []*Crossing
	measures  []*Measure
	reports   []*Report
	deadlines []*Deadline
	counts    []*Count
	conds     []*Condition
	readings  []*Queue
	queues    *queues // the same in their order
	tallies   []*Tally
	events    *annals
	// categories are those of the events, the most frequent first.
	categories []ID
	// telling, citing and there are the rows of events by what they are about, by
	// their sources, and by the crossings and places of incidents, in order.
	telling, citing, there map[ID][]int32
	// rewritten are the amendments that others amend.
	rewritten []*Amendment
	// sealed are the records that carry an embargo, or to which an amendment gives one.
	sealed []ID
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
	once := make([]Record, 0, len(records))
	for _, r := range records {
		isNew, err := l.add(r)
		if err != nil {
			return Log{}, err
		}
		if isNew {
			once = append(once, r)
		}
	}
	l.index(once)
	return l, nil
}

// With gives another log that holds these records too. It is packed if this one is,
// and shares with it what a packed log would take long to make anew.
func (l Log) With(records ...Record) (Log, error) {
	if l.annals().packed != nil {
		return l.grown(records)
	}
	return NewLog(l.rules, append(slices.Collect(maps.Values(l.records)), records...)...)
}

// annals are those of the log, which has none while it is the zero Log.
func (l Log) annals() *annals {
	if l.events == nil {
		return &annals{}
	}
	return l.events
}

// WithRules gives the same records under other rules.
func (l Log) WithRules(rules Rules) Log {
	l.rules = rules
	return l
}

// Len is the number of records.
func (l Log) Len() int {
	if l.annals().packed != nil {
		return len(l.records) + l.events.len()
	}
	return len(l.records)
}

// Record gives a record as it was stated, amendments apart; nil where there is
// none of that id.
func (l Log) Record(id ID) Record {
	if r, ok := l.records[id]; ok {
		return r
	}
	if a := l.annals(); a.packed != nil {
		if row := a.row(id); row >= 0 {
			return a.record(row)
		}
	}
	return nil
}

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
	if a := l.annals(); a.packed != nil {
		if row := a.row(id); row >= 0 {
			return time.UnixMicro(a.known[row]).UTC()
		}
	}
	return time.Time{}
}

// add takes a record that may have come before.
func (l *Log) add(r Record) (isNew bool, err error) {
	id := r.Head().ID
	old, ok := l.records[id]
	if ok && (old.Kind() != r.Kind() || !reflect.DeepEqual(old, r)) {
		return false, &ClashError{id}
	}
	if !ok {
		l.records[id] = r
	}
	return !ok, nil
}

// index sorts the records into what the fold asks for. All orders are total, so
// that nothing depends on the order of arrival; where that is the order of time, as
// mostly, sorting is quick.
func (l *Log) index(records []Record) {
	l.known = map[ID]time.Time{}
	l.amending = map[ID][]*Amendment{}
	var events []event
	for _, r := range records {
		if isEvent(r) {
			events = append(events, event{r, r.Own().First().UnixMicro(), l.knownFrom(r).UnixMicro()})
			continue
		}
		l.file(r)
	}
	l.sort()
	l.events = newAnnals(events, l.records, func(id ID) bool { return len(l.amending[id]) > 0 })
	l.categorize()
	l.link()
	l.seal(records)
}

// sort brings into order what was filed.
func (l *Log) sort() {
	byID(l.places)
	byID(l.crossings)
	byID(l.measures)
	byID(l.reports)
	byID(l.deadlines)
	byID(l.counts)
	byID(l.conds)
	byID(l.tallies)
	l.queues = newQueues(l.readings, l.knownFrom, l.amending)
	for target, as := range l.amending {
		byID(as)
		if a, ok := l.records[target].(*Amendment); ok {
			l.rewritten = append(l.rewritten, a)
		}
	}
	byID(l.rewritten)
}

// link tells which rows name what.
func (l *Log) link() {
	l.telling, l.citing, l.there = map[ID][]int32{}, map[ID][]int32{}, map[ID][]int32{}
	name := func(by map[ID][]int32, row int, ids []ID) {
		for _, id := range ids {
			if rows := by[id]; len(rows) == 0 || rows[len(rows)-1] != number(row) {
				by[id] = append(rows, number(row))
			}
		}
	}
	for row, r := range l.events.plain {
		name(l.citing, row, r.Head().Sources)
		name(l.telling, row, aboutOf(r))
		if i, ok := r.(*Incident); ok {
			name(l.there, row, i.Crossings)
			name(l.there, row, i.Places)
		}
	}
	l.events.findOdd(func(row int) []int32 { return l.events.tale(l.events.plain[row]) })
}

func byID[R Record](rs []R) {
	slices.SortFunc(rs, func(a, b R) int { return cmp.Compare(a.Head().ID, b.Head().ID) })
}

// file puts a record that is no event where the fold will look for it.
func (l *Log) file(r Record) {
	if q, ok := r.(*Queue); ok {
		l.readings = append(l.readings, q)
		return
	}
	l.known[r.Head().ID] = l.knownFrom(r)
	switch r := r.(type) {
	case *Source, *Queue, *Incident, *Statement:
	case *Place:
		l.places = append(l.places, r)
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
