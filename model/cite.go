package model

import (
	"cmp"
	"math"
	"slices"
)

// Citation is a source with what rests on it, as Board.Resting lists it.
type Citation struct {
	Source *Source
	// Records counts the records that name the source, Repeats the sources that
	// repeat it.
	Records, Repeats int
	// Newest is the newest of the records that is not ahead; nil where there is none
	// that has a time.
	Newest Record
}

// Citations lists the sources that something rests on, and that had appeared by
// the board's moment, the newest first; undated ones come last.
func (b Board) Citations() []Citation {
	t := tallying{b.view, map[ID]*Citation{}}
	for id := range b.view.known {
		if s, ok := b.view.records[id].(*Source); ok && !s.Published.First().After(b.Known) {
			t.cited[s.ID] = &Citation{Source: s}
		}
	}
	t.events()
	t.others(b)
	var out []Citation
	for _, c := range t.cited {
		if c.Records+c.Repeats > 0 {
			out = append(out, *c)
		}
	}
	slices.SortFunc(out, func(x, y Citation) int {
		return cmp.Or(y.Source.Published.Compare(x.Source.Published), cmp.Compare(x.Source.ID, y.Source.ID))
	})
	return out
}

// tallying counts what rests on each source.
type tallying struct {
	view  view
	cited map[ID]*Citation
}

// events counts incidents and statements. They are many, and read only where one
// is the newest.
func (t tallying) events() {
	a := t.view.annals()
	for id, c := range t.cited {
		newest := -1
		for _, row := range t.view.citing[id] {
			if t.view.standing(nil, int(row), func(int) bool { return true }) == nil {
				continue
			}
			c.Records++
			if newest < 0 {
				newest = int(row)
			}
		}
		if newest >= 0 {
			c.Newest = a.record(newest)
		}
	}
	for _, r := range t.view.edits(window{math.MinInt64, math.MaxInt64}, func(Record) bool { return true }) {
		t.add(r)
	}
}

// others counts all other records.
func (t tallying) others(b Board) {
	for id := range t.view.known {
		a, ok := b.Record(id)
		if !ok || a.Withdrawal != nil || !mayPrecede(a.Record) && a.Record.Own().First().After(b.Valid) {
			continue
		}
		t.add(a.Record)
	}
	t.readings()
}

// readings counts those of queues, of which there are many: where all of a series
// have one source, without looking at each.
func (t tallying) readings() {
	all, valid, known := t.view.ordered(), t.view.valid.UnixMicro(), t.view.by.UnixMicro()
	for _, s := range all.series {
		c, n := t.cited[s.source], s.count(valid, known)
		switch {
		case !s.sole:
			for q := range s.backward(valid, known) {
				t.add(q)
			}
		case c != nil && n > 0:
			t.add(s.newest(valid, known))
			c.Records += n - 1
		}
	}
	for _, q := range t.view.reread {
		t.add(q)
	}
}

// add counts a record for each of its sources, and for the one that it repeats.
func (t tallying) add(r Record) {
	ids, origin := slices.Clone(r.Head().Sources), ID("")
	if s, ok := r.(*Source); ok {
		origin = ID(s.Origin.String())
		ids = append(ids, origin)
	}
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		c := t.cited[id]
		switch {
		case c == nil:
			continue
		case id == origin:
			c.Repeats++
			continue
		}
		c.Records++
		at := r.Own()
		if at.IsZero() || at.First().After(t.view.valid) {
			continue
		}
		if c.Newest == nil || newestFirst(r, c.Newest) < 0 {
			c.Newest = r
		}
	}
}
