package query

import (
	"reflect"
	"time"

	"bordertop/model"
)

// Query is a parsed filter. The zero Query matches everything.
type Query struct{ root *node }

// op is what a node of a query does.
type op uint8

const (
	opAll op = iota // the parts of all of its children, none of them being opAll
	opAny
	opNot
	opText
	opField
)

// node is a part of a query.
type node struct {
	op   op
	kids []*node
	// text is what opText looks for. Whole tells that it was quoted: its words are
	// whole, and no more than a text.
	text  string
	words []string
	whole bool
	// field, sign and items are those of opField.
	field Field
	sign  string
	items []item
}

// item is one of the values that a field may have.
type item struct {
	text  string
	words []string
	// low and high are the ends of a range of severities, vehicles or minutes.
	low, high int64
	// from and to are those of a range of times; zero where it is open.
	from, to when
}

// Empty tells whether the query matches everything because it asks nothing.
func (q Query) Empty() bool { return q.root == nil }

// Either tells whether it asks for one thing or another, so that a word behind it
// would narrow the last of them alone.
func (q Query) Either() bool { return q.root != nil && q.root.op == opAny }

// Equal tells whether two queries ask the same in the same words.
func (q Query) Equal(other Query) bool { return reflect.DeepEqual(q.root, other.root) }

// Fault is what is wrong with a query.
type Fault struct { //nolint:errname // a fault of a query, as dataset has them
	// At and Len are the bytes of the query that are at fault; Len may be 0 at its
	// end.
	At, Len int
	Problem string
	// Meant is what would have been valid there, such as "category"; empty where
	// nothing comes near.
	Meant string
	// Unfinished tells that nothing is wrong but that the text ends too soon, as it
	// does while it is being typed. Parse then gives the query of what is there.
	Unfinished bool
}

// Error tells the problem and the remedy in a line.
func (f *Fault) Error() string {
	if f.Meant == "" {
		return f.Problem
	}
	return f.Problem + ": did you mean " + f.Meant + "?"
}

// Scope is what a query is asked of.
type Scope struct {
	Board model.Board
	// At is the moment from which "3d" counts, Zone that of bare dates; nil is UTC.
	At   time.Time
	Zone *time.Location
	// Marked and New tell of what the reader did; nil means never.
	Marked, New func(model.ID) bool
}

func (s Scope) zone() *time.Location {
	if s.Zone == nil {
		return time.UTC
	}
	return s.Zone
}

// Field is a field of the language.
type Field string

// The fields.
const (
	fCategory   Field = "category"
	fPlace      Field = "place"
	fCrossing   Field = "crossing"
	fSource     Field = "source"
	fMonth      Field = "month"
	fSeverity   Field = "severity"
	fSide       Field = "side"
	fSpeaker    Field = "speaker"
	fKind       Field = "kind"
	fConfidence Field = "confidence"
	fUnit       Field = "unit"
	fClass      Field = "class"
	fTo         Field = "to"
	fWaiting    Field = "waiting"
	fWait       Field = "wait"
	fValue      Field = "value"
	fSince      Field = "since"
	fUntil      Field = "until"
	fOn         Field = "on"
	fIs         Field = "is"
)

// Fields lists the fields that Frequencies can count by, the most useful first.
func Fields() []Field {
	return []Field{fCategory, fPlace, fCrossing, fSource, fMonth, fSeverity, fSide, fSpeaker, fKind, fConfidence, fUnit}
}

// fieldNames lists the fields of the language, as they are completed.
func fieldNames() []string {
	fields := []Field{
		fCategory, fClass, fConfidence, fCrossing, fIs, fKind, fOn, fPlace, fSeverity, fSide, fSince, fSource, fSpeaker, fTo, fUnit, fUntil,
		fValue, fWait, fWaiting,
	}
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = string(f)
	}
	return out
}

// What is: may ask.
const (
	isNew        = "new"
	isMarked     = "marked"
	isDisputed   = "disputed"
	isStale      = "stale"
	isCorrected  = "corrected"
	isWithdrawn  = "withdrawn"
	isStateMedia = "state-media"
	isOfficial   = "official"
	isRising     = "rising"
	isFalling    = "falling"
	isSteady     = "steady"
)

func isWords() []string {
	return []string{isNew, isMarked, isDisputed, isStale, isCorrected, isWithdrawn, isStateMedia, isOfficial, isRising, isFalling, isSteady}
}
