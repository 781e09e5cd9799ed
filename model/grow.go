package model

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"
)

// grown is With for a packed log. Its rows are moved, not made anew, and where
// nothing happens to events they are those of this log.
func (l Log) grown(records []Record) (Log, error) {
	fresh, err := l.unheard(records)
	if err != nil {
		return Log{}, err
	}
	if len(fresh) == 0 {
		return l, nil
	}
	out := l
	var events []Record
	out.records = maps.Clone(l.records)
	for _, r := range fresh {
		if isEvent(r) {
			events = append(events, r)
		} else {
			out.records[r.Head().ID] = r
		}
	}
	if len(events) < len(fresh) {
		out.refile()
	}
	out.seal(fresh)
	g := growth{old: l.events, log: &out, known: out.heardAnew(l.events, fresh)}
	g.take(events)
	if len(events)+len(g.known) > 0 || out.amends(l.events, fresh) {
		out.events = g.annals()
	}
	return out, nil
}

// unheard are records that the log does not have, each once.
func (l Log) unheard(records []Record) ([]Record, error) {
	var out []Record
	came := map[ID]Record{}
	for _, r := range records {
		id := r.Head().ID
		old := cmp.Or(came[id], l.Record(id))
		if old != nil && (old.Kind() != r.Kind() || !reflect.DeepEqual(old, r)) {
			return nil, &ClashError{id}
		}
		if old == nil {
			came[id] = r
			out = append(out, r)
		}
	}
	return out, nil
}

// refile sorts all records that are no events anew.
func (l *Log) refile() {
	l.known, l.amending, l.rewritten = make(map[ID]time.Time, len(l.records)), map[ID][]*Amendment{}, nil
	l.places, l.crossings, l.measures, l.reports, l.deadlines = nil, nil, nil, nil, nil
	l.counts, l.conds, l.readings, l.tallies = nil, nil, nil, nil
	for _, r := range l.records {
		l.file(r)
	}
	l.sort()
}

// heardAnew tells of events which cite a source that was not there before, and so may
// have been known at another time.
func (l *Log) heardAnew(old *annals, fresh []Record) map[int]int64 {
	known := map[int]int64{}
	for _, r := range fresh {
		if r.Kind() != KindSource {
			continue
		}
		for _, row := range l.citing[r.Head().ID] {
			known[int(row)] = l.knownFrom(old.record(int(row))).UnixMicro()
		}
	}
	return known
}

// amends tells whether an amendment among records is of an event.
func (l *Log) amends(old *annals, fresh []Record) bool {
	return slices.ContainsFunc(fresh, func(r Record) bool {
		a, ok := r.(*Amendment)
		return ok && slices.ContainsFunc(a.Of, func(id ID) bool { return old.row(id) >= 0 })
	})
}

// growth makes the annals of a packed log with more events.
type growth struct {
	old *annals
	log *Log
	// known is when rows became known that did at another time.
	known map[int]int64
	// more are the new events, packed, in their order; before are the old rows before
	// which they stand, and moved is where each old row is now.
	more   *annals
	before []int
	moved  []int32
}

// take gives the new events their rows.
func (g *growth) take(records []Record) {
	events := make([]event, len(records))
	byID := map[ID]Record{}
	for i, r := range records {
		events[i] = event{r, r.Own().First().UnixMicro(), g.log.knownFrom(r).UnixMicro()}
		byID[r.Head().ID] = r
	}
	g.more = newAnnals(events, byID, func(id ID) bool { return len(g.log.amending[id]) > 0 })
	for row, r := range g.more.plain {
		g.before = append(g.before, g.old.seek(g.more.at[row], r.Head().ID))
	}
	g.moved = make([]int32, g.old.len())
	after := 0
	for row := range g.moved {
		for after < len(g.before) && g.before[after] <= row {
			after++
		}
		g.moved[row] = number(row + after)
	}
}

// row is where a new event is now.
func (g *growth) row(i int) int { return g.before[i] + i }

// merged are the values of old rows with those of the new events between.
func merged[T any](g *growth, old, more []T) []T {
	out := make([]T, 0, len(old)+len(more))
	from := 0
	for i, to := range g.before {
		out = append(append(out, old[from:to]...), more[i])
		from = to
	}
	return append(out, old[from:]...)
}

// annals are those of the log as it grows.
func (g *growth) annals() *annals {
	a := &annals{at: merged(g, g.old.at, g.more.at), known: merged(g, g.old.known, g.more.known), traits: merged(g, g.old.traits, g.more.traits)}
	for row, known := range g.known {
		a.known[g.moved[row]] = known
	}
	a.packed = g.packed(a)
	g.amended(a)
	g.categorize(a)
	tales := g.link(a)
	a.findOdd(func(row int) []int32 { return tales[row] })
	return a
}

// amended marks the rows that amendments name now, and keeps their records.
func (g *growth) amended(a *annals) {
	for id := range g.log.amending {
		if row := a.row(id); row >= 0 {
			a.edited = append(a.edited, row)
		}
	}
	slices.Sort(a.edited)
	kept := map[int]Record{}
	for _, row := range a.edited {
		a.traits[row] |= amended
		kept[row] = a.record(row)
	}
	a.packed.kept = kept
}

// packed are the blocks of before, and behind them those of the new events.
func (g *growth) packed(a *annals) *packed {
	old := g.old.packed
	more := g.more.pack(old.squeezer).packed
	p := &packed{squeezer: old.squeezer, blocks: slices.Concat(old.blocks, more.blocks)}
	spots, fresh := make([]int32, g.old.len()), make([]int32, g.more.len())
	for row := range spots {
		spots[row] = number(old.spot(row))
	}
	for i := range fresh {
		fresh[i] = number(len(old.blocks)*inBlock + i)
	}
	p.spots = merged(g, spots, fresh)
	var ids strings.Builder
	ids.Grow(len(old.ids) + len(more.ids))
	p.ends = make([]uint32, 0, a.len())
	from := 0
	take := func(of *packed, from, to int) {
		for row := from; row < to; row++ {
			ids.WriteString(string(of.id(row)))
			p.ends = append(p.ends, uint32(ids.Len())) //nolint:gosec // ids of four gigabytes are none
		}
	}
	for i, to := range g.before {
		take(old, from, to)
		take(more, i, i+1)
		from = to
	}
	take(old, from, g.old.len())
	p.ids = ids.String()
	p.sorted = g.sorted(p, more)
	return p
}

// sorted are the rows in the order of their ids.
func (g *growth) sorted(p, more *packed) []int32 {
	out := make([]int32, 0, len(g.moved)+len(more.sorted))
	fresh := more.sorted
	for _, row := range g.old.packed.sorted {
		id := p.id(int(g.moved[row]))
		for len(fresh) > 0 && more.id(int(fresh[0])) < id {
			out = append(out, number(g.row(int(fresh[0]))))
			fresh = fresh[1:]
		}
		out = append(out, g.moved[row])
	}
	for _, i := range fresh {
		out = append(out, number(g.row(int(i))))
	}
	return out
}

// categorize ranks the categories with those of the new events.
func (g *growth) categorize(a *annals) {
	old := g.log.categories
	counts := map[ID]int{}
	for _, c := range g.old.category {
		counts[old[c]]++
	}
	for _, r := range g.more.plain {
		counts[categoryOf(r)]++
	}
	for _, row := range a.edited {
		g.log.meant(a.id(row), counts)
	}
	places := g.log.rank(counts)
	was := make([]int32, len(old))
	for i, id := range old {
		was[i] = places[id]
	}
	before, fresh, severe := make([]int32, len(g.old.category)), make([]int32, g.more.len()), make([]uint8, g.more.len())
	for row, c := range g.old.category {
		before[row] = was[c]
	}
	for i, r := range g.more.plain {
		fresh[i], severe[i] = places[categoryOf(r)], severityOf(r)
	}
	a.category, a.severity = merged(g, before, fresh), merged(g, g.old.severity, severe)
}

// link tells which rows name what now, and gives the tales of statements.
func (g *growth) link(a *annals) map[int][]int32 {
	l := g.log
	told := l.telling // before
	more := Log{events: g.more}
	more.link()
	l.telling, l.citing, l.there = g.rows(l.telling, more.telling), g.rows(l.citing, more.citing), g.rows(l.there, more.there)
	tales := map[int][]int32{}
	for _, o := range g.old.odd {
		if o.tale != nil {
			tales[int(g.moved[o.row])] = g.move(o.tale)
		}
	}
	for i, r := range g.more.plain {
		tales[g.row(i)] = a.tale(r)
		for _, row := range told[r.Head().ID] { // It was told of before it came.
			tales[int(g.moved[row])] = a.tale(g.old.record(int(row)))
		}
	}
	return tales
}

func (g *growth) move(rows []int32) []int32 {
	out := make([]int32, len(rows))
	for i, row := range rows {
		out[i] = g.moved[row]
	}
	return out
}

// rows are those of before and those of the new events.
func (g *growth) rows(old, more map[ID][]int32) map[ID][]int32 {
	out := make(map[ID][]int32, len(old)+len(more))
	for id, rows := range old {
		out[id] = g.move(rows)
	}
	for id, rows := range more {
		id = ID(strings.Clone(string(id)))
		for _, i := range rows {
			out[id] = append(out[id], number(g.row(int(i))))
		}
		slices.Sort(out[id])
	}
	return out
}
