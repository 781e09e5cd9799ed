package query

import (
	"math/bits"
	"slices"
	"sync"
	"time"

	"bordertop/model"
)

// Index is the folded text of a log's events, and the names of its crossings and
// places. It is safe for use by several goroutines; Search lets one in at a time.
// A nil Index works too, and knows no names.
type Index struct {
	world world
	names names
	base  *segment

	mu     sync.Mutex
	texts  recent
	placed placing
}

// NewIndex folds the text of the log's events, which takes two seconds for a
// million.
func NewIndex(log model.Log) *Index {
	rest := log.Rest()
	x := &Index{world: worldOf(log, rest), names: namesOf(rest)}
	x.base = newSegment(log.Events(), x.world, x.names)
	x.base.mentions()
	return x
}

// worldOf is that of a log, given the rest of its records.
func worldOf(log model.Log, rest []model.Record) world {
	acts := map[model.ID][]model.Record{}
	for _, r := range rest {
		if m, ok := r.(*model.Measure); ok && m.Act != "" {
			acts[m.Act] = append(acts[m.Act], m)
		}
	}
	return world{log: log, acts: acts}
}

// orEmpty is the index, or that of an empty log.
func (x *Index) orEmpty() *Index {
	if x == nil {
		return NewIndex(model.Log{})
	}
	return x
}

// Search lists the events of the scope's board that match, as their places in
// Board.Events, in that order. The board must be of the log of the index; events
// of another are found too, but slowly. Neither function of the scope may ask the
// index anything.
func (x *Index) Search(q Query, s Scope) []int {
	x = x.orEmpty()
	x.mu.Lock()
	defer x.mu.Unlock()
	p := x.place(s.Board)
	if q.Empty() {
		return upTo(len(p.of))
	}
	hits := x.ask(x.base, s, &x.texts).eval(q.root, p.shown)
	more := x.ask(p.extra, s, nil).eval(q.root, allRows(p.extra.rows()))
	out := make([]int, 0, hits.count()+more.count())
	if p.straight {
		for i, w := range hits {
			for ; w > 0; w &= w - 1 {
				out = append(out, i<<6+bits.TrailingZeros64(w)-p.first)
			}
		}
		return out
	}
	for at, row := range p.of {
		if row >= 0 && hits.has(int(row)) || row < 0 && more.has(int(^row)) {
			out = append(out, at)
		}
	}
	return out
}

// Match tells whether one record matches, whatever its kind.
func (x *Index) Match(q Query, r model.Record, s Scope) bool {
	if q.Empty() {
		return true
	}
	x = x.orEmpty()
	one := newSegment(model.EventsOf(r), x.on(s.Board), x.names)
	return x.ask(one, s, nil).eval(q.root, allRows(1)).has(0)
}

// on is the world of a board.
func (x *Index) on(b model.Board) world {
	w := x.world
	w.board = &b
	return w
}

func (x *Index) ask(s *segment, scope Scope, kept *recent) asking {
	return asking{segment: s, scope: scope, names: x.names, log: x.world.log, kept: kept}
}

// placing tells where the events of a board are found.
type placing struct {
	events       model.Events
	valid, known time.Time
	// of has, by place on the board, the row of the index, or ^row of extra.
	of []int32
	// shown are the rows of the index that are on the board as they are.
	shown rows
	// extra are the events that are not as they were stated, or that tell of what
	// is not.
	extra *segment
	// straight tells that the board has rows of the index alone, one after the
	// other from first.
	straight bool
	first    int
}

// place finds the rows of a board's events, which are in the order of the rows.
// What was amended is another record by now, perhaps at another place.
func (x *Index) place(b model.Board) *placing {
	p := &x.placed
	if p.of != nil && p.events.Same(b.Events) && p.valid.Equal(b.Valid) && p.known.Equal(b.Known) {
		return p
	}
	*p = placing{events: b.Events, valid: b.Valid, known: b.Known, of: make([]int32, b.Events.Len()), shown: noRows(x.base.rows())}
	apart, ours := x.apart(b), b.Events.Of(x.world.log)
	var extra []model.Record
	p.straight = true
	for at := range p.of {
		if row, ok := b.Events.Stated(at); ok && ours && !apart.has(row) {
			p.put(at, row)
			continue
		}
		p.straight = false
		p.of[at] = ^int32(len(extra)) //nolint:gosec // there are fewer events than that
		extra = append(extra, b.Events.At(at))
	}
	p.extra = newSegment(model.EventsOf(extra...), x.on(b), x.names)
	return p
}

// put notes that an event is a row of the index.
func (p *placing) put(at, row int) {
	if at == 0 {
		p.first = row
	}
	p.straight = p.straight && row == p.first+at
	p.of[at] = int32(row) //nolint:gosec // there are fewer events than that
	p.shown.add(row)
}

// apart are the rows that say something else on this board.
func (x *Index) apart(b model.Board) rows {
	out := slices.Clone(x.base.unsettled)
	valid, known := b.Valid.UnixMicro(), b.Known.UnixMicro()
	for _, l := range x.base.late {
		if l.valid > valid || l.known > known {
			out.add(l.row)
		}
	}
	return out
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
