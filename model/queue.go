package model

import (
	"cmp"
	"iter"
	"slices"
	"sort"
	"strings"
	"time"
)

// Estimated begins the method of a queue whose wait was worked out by somebody from
// other figures, and not told by the source.
const Estimated = "estimate: "

// Estimate tells whether the wait was worked out from other figures.
func (q *Queue) Estimate() bool {
	return strings.HasPrefix(strings.ToLower(q.Method.String()), strings.TrimSuffix(Estimated, ": "))
}

// Line is what queues together: a class at a crossing, towards a country.
type Line struct {
	Crossing ID
	To       Country
	Class    Class
}

// Line is that of a reading.
func (q *Queue) Line() Line { return Line{q.Crossing, q.To, q.Class} }

// Source is whose reading it is: the first of its sources, if it names any.
func (q *Queue) Source() ID {
	if len(q.Sources) == 0 {
		return ""
	}
	return q.Sources[0]
}

// QueueStatus is the newest reading that a source gives of a line.
type QueueStatus struct {
	Queue *Queue
	Fresh Freshness
	Trend Trend
	// Beside tells that another source gives a newer one.
	Beside bool
}

// queues are the readings of a log. There may be as many as a source gives in
// months, so they stand in order, and a board looks at few of them.
type queues struct {
	series []series
	// edited are those that amendments name, which may be of another line by now.
	edited []*Queue
}

// series are the readings of one line by one source, in the order of time and then
// of ids, without those that are amended.
type series struct {
	line     Line
	source   ID
	readings []*Queue
	// at and known are in microseconds since 1970; prompt tells that each became
	// known at its own time, sole that none has more sources.
	at, known    []int64
	prompt, sole bool
}

// newQueues puts readings in their order.
func newQueues(readings []*Queue, known func(Record) time.Time, amending map[ID][]*Amendment) *queues {
	type key struct {
		line   Line
		source ID
	}
	out, places := &queues{}, map[key]int{}
	for _, q := range readings {
		if len(amending[q.ID]) > 0 {
			out.edited = append(out.edited, q)
			continue
		}
		k := key{q.Line(), q.Source()}
		i, ok := places[k]
		if !ok {
			i = len(out.series)
			places[k] = i
			out.series = append(out.series, series{line: k.line, source: k.source})
		}
		out.series[i].readings = append(out.series[i].readings, q)
	}
	byID(out.edited)
	for i := range out.series {
		out.series[i].order(known)
	}
	slices.SortFunc(out.series, func(a, b series) int { return cmp.Or(a.line.compare(b.line), cmp.Compare(a.source, b.source)) })
	return out
}

// order puts the readings in their order, in which they mostly come.
func (s *series) order(known func(Record) time.Time) {
	slices.SortFunc(s.readings, oldestFirst)
	s.at, s.known, s.prompt, s.sole = make([]int64, len(s.readings)), make([]int64, len(s.readings)), true, true
	for i, q := range s.readings {
		s.at[i], s.known[i] = q.At.First().UnixMicro(), known(q).UnixMicro()
		s.prompt = s.prompt && s.known[i] == s.at[i]
		s.sole = s.sole && len(q.Sources) < 2
	}
}

func oldestFirst(a, b *Queue) int {
	return cmp.Or(a.At.First().Compare(b.At.First()), cmp.Compare(a.ID, b.ID))
}

func (l Line) compare(o Line) int {
	return cmp.Or(cmp.Compare(l.Crossing, o.Crossing), cmp.Compare(l.To, o.To), cmp.Compare(l.Class, o.Class))
}

// before is how many readings are not later than a moment.
func (s *series) before(at int64) int {
	return sort.Search(len(s.at), func(i int) bool { return s.at[i] > at })
}

// backward lists the readings that were true by valid and known by known, the
// newest first.
func (s *series) backward(valid, known int64) iter.Seq[*Queue] {
	if s.prompt {
		// Later ones were not known: there is no need to look at each.
		valid = min(valid, known)
	}
	return func(yield func(*Queue) bool) {
		for i := s.before(valid) - 1; i >= 0; i-- {
			if s.known[i] <= known && !yield(s.readings[i]) {
				return
			}
		}
	}
}

// newest is the first of backward; nil where there is none.
func (s *series) newest(valid, known int64) *Queue {
	for q := range s.backward(valid, known) {
		return q
	}
	return nil
}

// count is how many backward has.
func (s *series) count(valid, known int64) int {
	if s.prompt {
		return s.before(min(valid, known))
	}
	n := 0
	for range s.backward(valid, known) {
		n++
	}
	return n
}

// stretch adds the readings from one moment to another, both included, that were
// known by known.
func (s *series) stretch(out []*Queue, from, until, known int64) []*Queue {
	for i := s.before(from - 1); i < len(s.at) && s.at[i] <= until; i++ {
		if s.known[i] <= known {
			out = append(out, s.readings[i])
		}
	}
	return out
}

// ordered are the readings of the log, which has none while it is the zero Log.
func (l Log) ordered() *queues {
	if l.queues == nil {
		return &queues{}
	}
	return l.queues
}

// queueStatuses lists the newest readings. What another source says beside the
// newest is no older than a day more: before that, it has been told by now.
func (v view) queueStatuses() []QueueStatus {
	const apart = 24 * time.Hour
	all := v.ordered()
	newest := slices.Clone(v.reread)
	for i := range all.series {
		if q := all.series[i].newest(v.valid.UnixMicro(), v.by.UnixMicro()); q != nil {
			newest = append(newest, q)
		}
	}
	slices.SortFunc(newest, func(a, b *Queue) int {
		return cmp.Or(a.Line().compare(b.Line()), b.At.First().Compare(a.At.First()), cmp.Compare(a.ID, b.ID))
	})
	out := make([]QueueStatus, 0, len(newest))
	first := 0 // of the line
	for _, q := range newest {
		if len(out) > 0 && out[first].Queue.Line() != q.Line() {
			first = len(out)
		}
		line := out[first:]
		if len(line) > 0 && line[0].Queue.At.First().Sub(q.At.First()) > apart ||
			slices.ContainsFunc(line, func(s QueueStatus) bool { return s.Queue.Source() == q.Source() }) {
			continue
		}
		fresh := FreshnessOf(distance(v.valid, q.At), v.rules.Budgets.Queue)
		out = append(out, QueueStatus{Queue: q, Fresh: fresh, Trend: v.trend(q), Beside: len(line) > 0})
	}
	return out
}

// QueuesAt lists the queues at a crossing that were read within the last day, as
// Queues has them. What is older is history, and no queue to stand in.
func (b Board) QueuesAt(crossing ID) []QueueStatus {
	const day = 24 * time.Hour
	var out []QueueStatus
	for _, s := range b.Queues {
		if s.Queue.Crossing == crossing && b.Age(s.Queue.At) <= day {
			out = append(out, s)
		}
	}
	return out
}

// Readings lists what was read of a line from one moment to another, both
// included, as it was known by the board's, the oldest first: by one source, or by
// all where that is empty.
func (b Board) Readings(line Line, source ID, from, until time.Time) []*Queue {
	return b.view.stretch(line, source, from, until)
}

func (v view) stretch(line Line, source ID, from, until time.Time) []*Queue {
	var out []*Queue
	all := v.ordered()
	first, _ := slices.BinarySearchFunc(all.series, line, func(s series, l Line) int { return s.line.compare(l) })
	if v.valid.Before(until) {
		until = v.valid
	}
	for i := first; i < len(all.series) && all.series[i].line == line; i++ {
		if s := &all.series[i]; source == "" || s.source == source {
			out = s.stretch(out, from.UnixMicro(), until.UnixMicro(), v.by.UnixMicro())
		}
	}
	for _, q := range v.reread {
		if at := q.At.First(); q.Line() == line && (source == "" || q.Source() == source) && !at.Before(from) && !at.After(until) {
			out = append(out, q)
		}
	}
	slices.SortFunc(out, oldestFirst)
	return out
}

// measured lists the readings that rest on a source: of those that nobody amended
// the newest of each line, for a live source gives one every few minutes.
func (v view) measured(source ID) []Record {
	const most = 12
	var out []Record
	for _, s := range v.ordered().series {
		if s.sole && s.source != source {
			continue
		}
		listed := 0
		for q := range s.backward(v.valid.UnixMicro(), v.by.UnixMicro()) {
			if listed == most {
				break
			}
			if slices.Contains(q.Sources, source) {
				listed++
				out = append(out, q)
			}
		}
	}
	for _, q := range v.reread {
		if slices.Contains(q.Sources, source) {
			out = append(out, q)
		}
	}
	return out
}
