package model

import (
	"slices"
	"time"
)

// DifferenceKind is what differs between two boards.
type DifferenceKind uint8

// The kinds of difference, the gravest first.
const (
	StateChanged DifferenceKind = iota
	DeadlineChanged
	ClaimChanged
	ConditionChanged
	EventAdded
	RecordAmended
)

// Difference is one thing that is other on the second of two boards. ID is that
// of the crossing, of the deadline or its act, of the count, condition, incident or
// statement, or of the record that was amended. Of the turns that which Kind names
// is set.
type Difference struct {
	Kind DifferenceKind
	ID   ID
	// Records are those behind it, what decides first, each followed by what amended
	// it. Known is when the last of them became known; zero for what always was.
	Records []ID
	Known   time.Time

	State     *StateTurn
	Deadline  *DeadlineTurn
	Claim     *ClaimTurn
	Condition *ConditionTurn
	Event     Record
	Amendment *AmendmentTurn
}

// Diff lists what is other on board b than on a, which is the earlier, by kind and
// in the order of the boards; events the newest first. Boards of one log and
// moment have no difference. What only grew older is none, but where a state or a
// claim went stale.
func Diff(a, b Board) []Difference {
	d := differ{a, b}
	var out []Difference
	out = append(out, d.states()...)
	out = append(out, d.deadlines()...)
	out = append(out, d.claims()...)
	out = append(out, d.conditions()...)
	out = append(out, d.events()...)
	return append(out, d.amendments(out)...)
}

// Severe tells whether an incident is one of those that a reader must see.
func (i *Incident) Severe() bool { return i.Severity >= 3 }

// Severe tells whether the difference is a severe incident.
func (d Difference) Severe() bool {
	i, ok := d.Event.(*Incident)
	return ok && i.Severe()
}

// differ compares board a with the later b.
type differ struct{ a, b Board }

// difference makes one that rests on records. Those that have been amended since
// come first; where none was, all amendments count.
func (d differ) difference(kind DifferenceKind, id ID, records ...ID) Difference {
	out := Difference{Kind: kind, ID: id}
	later := d.since
	if !slices.ContainsFunc(records, func(id ID) bool { return len(d.since(id)) > 0 }) {
		later = func(id ID) []ID { return amending(d.b, id) }
	}
	slices.SortStableFunc(records, func(x, y ID) int { return compareBool(len(d.since(y)) > 0, len(d.since(x)) > 0) })
	for _, r := range records {
		for _, id := range append([]ID{r}, later(r)...) {
			if id == "" || slices.Contains(out.Records, id) {
				continue
			}
			out.Records = append(out.Records, id)
			if known := d.b.KnownAt(id); known.After(out.Known) {
				out.Known = known
			}
		}
	}
	return out
}

// since lists the amendments by which a record is another on b than on a.
func (d differ) since(id ID) []ID {
	return without(amending(d.b, id), amending(d.a, id))
}

// amending lists what changed a record, or took it away, by the moment of a board.
func amending(b Board, id ID) []ID {
	a, ok := b.Record(id)
	if !ok {
		return nil
	}
	var out []ID
	for _, c := range a.Changes {
		if !slices.Contains(out, c.By.ID) {
			out = append(out, c.By.ID)
		}
	}
	if a.Withdrawal != nil {
		out = append(out, a.Withdrawal.ID)
	}
	return out
}

// withdrawn tells whether a record was taken back by the moment of a board.
func (b Board) withdrawn(id ID) bool {
	a, ok := b.Record(id)
	return ok && a.Withdrawal != nil
}
