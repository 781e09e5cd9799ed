package model

import (
	"cmp"
	"slices"
	"sort"
	"time"
)

// annals are the incidents and statements of a log as they were stated, each a
// row: the newest first, then by id. The records are plain or, in a long log,
// packed; what a board asks of all of them is not.
type annals struct {
	plain  []Record
	byID   map[ID]Record // the plain records among others
	packed *packed
	// at and known are in microseconds since 1970.
	at, known []int64
	traits    []trait
	// severity is that of an incident, category its place among those of the log.
	severity []uint8
	category []int32
	// odd are the rows that a board may show otherwise than as they were stated, or
	// not from their own time on.
	odd []oddity
	// edited are the rows that amendments name, and late those that became known
	// after they happened, in the order in which they did.
	edited, late []int
}

// trait is what is asked of a row before its record is.
type trait uint8

const (
	said    trait = 1 << iota // it is a statement
	amended                   // amendments name it
	wide                      // it lies somewhere in a long time
)

// long is more than an incident's time mostly says.
const long = 26 * time.Hour

// oddity is a row with those of the incidents that it tells of, if it is a
// statement: a board draws it there.
type oddity struct {
	row  int
	tale []int32
}

// event is an incident or a statement before it has a row.
type event struct {
	record    Record
	at, known int64
}

// isEvent tells whether a record is an incident or a statement.
func isEvent(r Record) bool {
	k := r.Kind()
	return k == KindIncident || k == KindStatement
}

// aboutOf lists what an event tells of.
func aboutOf(r Record) []ID {
	switch r := r.(type) {
	case *Incident:
		return r.About
	case *Statement:
		return r.About
	case *Source, *Place, *Crossing, *Measure, *Report, *Deadline, *Count, *Queue, *Condition, *Tally, *Amendment:
	}
	return nil
}

// newAnnals gives events their rows.
func newAnnals(events []event, byID map[ID]Record, isAmended func(ID) bool) *annals {
	slices.SortFunc(events, func(a, b event) int {
		return cmp.Or(cmp.Compare(b.at, a.at), cmp.Compare(a.record.Head().ID, b.record.Head().ID))
	})
	n := len(events)
	a := &annals{plain: make([]Record, n), byID: byID, at: make([]int64, n), known: make([]int64, n), traits: make([]trait, n)}
	for row, e := range events {
		a.plain[row], a.at[row], a.known[row] = e.record, e.at, e.known
		if e.record.Kind() == KindStatement {
			a.traits[row] |= said
		}
		if isAmended(e.record.Head().ID) {
			a.traits[row] |= amended
			a.edited = append(a.edited, row)
		}
		if vague(e.record, long) {
			a.traits[row] |= wide
		}
	}
	return a
}

// findOdd looks for the odd rows.
func (a *annals) findOdd(tale func(row int) []int32) {
	a.odd, a.late = nil, nil
	for row := range a.at {
		o := oddity{row: row, tale: tale(row)}
		if a.known[row] > a.at[row] {
			a.late = append(a.late, row)
		}
		if a.known[row] > a.at[row] || a.is(row, amended) || o.tale != nil {
			a.odd = append(a.odd, o)
		}
	}
	slices.SortFunc(a.late, func(x, y int) int { return cmp.Or(cmp.Compare(a.known[x], a.known[y]), cmp.Compare(x, y)) })
}

// tale are the rows of the incidents that a statement tells of.
func (a *annals) tale(r Record) []int32 {
	s, ok := r.(*Statement)
	if !ok {
		return nil
	}
	var out []int32
	for _, id := range s.About {
		if row := a.row(id); row >= 0 && !a.is(row, said) {
			out = append(out, number(row))
		}
	}
	return out
}

// oddityOf is what is odd about a row, which may be nothing.
func (a *annals) oddityOf(row int) oddity {
	i, ok := slices.BinarySearchFunc(a.odd, row, func(o oddity, row int) int { return cmp.Compare(o.row, row) })
	if ok {
		return a.odd[i]
	}
	return oddity{row: row}
}

func (a *annals) len() int { return len(a.at) }

// is tells whether a row has a trait.
func (a *annals) is(row int, t trait) bool { return a.traits[row]&t != 0 }

// number is a row as lists hold it.
func number(row int) int32 {
	return int32(row) //nolint:gosec // memory ends before numbers do
}

// since is the first row that is not later than a moment.
func (a *annals) since(at int64) int {
	return sort.Search(len(a.at), func(row int) bool { return a.at[row] <= at })
}

// seek is the first row that does not come before an event of that time and id.
func (a *annals) seek(at int64, id ID) int {
	return sort.Search(len(a.at), func(row int) bool {
		return a.at[row] < at || a.at[row] == at && a.id(row) >= id
	})
}

// row is that of an id; negative where it has none.
func (a *annals) row(id ID) int {
	if a.packed != nil {
		return a.packed.row(id)
	}
	r, ok := a.byID[id]
	if !ok || !isEvent(r) {
		return -1
	}
	return a.seek(r.Own().First().UnixMicro(), id)
}

// id is that of a row.
func (a *annals) id(row int) ID {
	if a.packed != nil {
		return a.packed.id(row)
	}
	return a.plain[row].Head().ID
}

// record is that of a row; a copy where it is packed.
func (a *annals) record(row int) Record {
	if a.packed != nil {
		return a.packed.record(a, row)
	}
	return a.plain[row]
}

// reader gives records as record does, but quickly one after the other. It serves
// one goroutine.
func (a *annals) reader() func(row int) Record {
	if a.packed != nil {
		return a.packed.reader(a)
	}
	return func(row int) Record { return a.plain[row] }
}
