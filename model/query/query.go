// Package query is the filter language: one grammar for the screen, the command
// line, alerts and feeds. It parses queries, finds the events of a log that match,
// and tells which words of a text a query looks for.
package query

import (
	"time"

	"bordertop/model"
)

// Query is a parsed filter. The zero Query matches everything.
type Query struct {
	text string
}

// Parse reads a query. Dates are by the clocks of zone. The error is a *Fault.
func Parse(text string, zone *time.Location) (Query, error) {
	_ = zone
	return Query{text: text}, nil
}

// String writes the query so that parsing it again gives the same query.
func (q Query) String() string { return q.text }

// Empty tells whether the query matches everything.
func (q Query) Empty() bool { return q.text == "" }

// Fault is what is wrong with a query.
type Fault struct {
	// At and Len are the bytes of the query that are at fault; Len may be 0 at its
	// end.
	At, Len int
	Problem string
	// Meant is what would have been valid there, such as "category"; empty where
	// nothing comes near.
	Meant string
}

// Error tells the problem and the remedy in a line.
func (f *Fault) Error() string { return f.Problem }

// Scope is what a query is asked of.
type Scope struct {
	Board model.Board
	// At is the moment from which "3d" counts, Zone that of bare dates.
	At   time.Time
	Zone *time.Location
	// Marked and New tell of what the reader did; nil means never.
	Marked, New func(model.ID) bool
}

// Index is the folded text of a log's events. It is safe for use by several
// goroutines.
type Index struct{}

// NewIndex folds the text of the log's events, which takes a second for a
// million.
func NewIndex(log model.Log) *Index {
	_ = log
	return &Index{}
}

// Search lists the events of the scope's board that match, as their places in
// Board.Events, in that order. The board must be of the log of the index.
func (*Index) Search(q Query, s Scope) []int {
	_ = q
	out := make([]int, len(s.Board.Events))
	for i := range out {
		out[i] = i
	}
	return out
}

// Match tells whether one record matches, whatever its kind.
func (*Index) Match(q Query, r model.Record, s Scope) bool {
	_, _, _ = q, r, s
	return true
}

// Span is a piece of a text, in bytes.
type Span struct{ From, To int }

// Highlights tells which pieces of a text the query's words match, in order and
// apart from each other.
func (*Index) Highlights(q Query, text string) []Span {
	_, _ = q, text
	return nil
}

// Field is a field of the language.
type Field string

// Fields lists the fields that Frequencies can count by, the most useful first.
func Fields() []Field {
	return []Field{"category", "place", "crossing", "source", "month", "severity", "side", "speaker", "kind"}
}

// Frequency is how many records have a value of a field.
type Frequency struct {
	Value string
	N     int
	// Query finds those records, such as "category:airport".
	Query string
}

// Frequencies counts records by a field, the most frequent first, but months and
// severities in their own order.
func (*Index) Frequencies(f Field, records []model.Record, s Scope) []Frequency {
	_, _, _ = f, records, s
	return nil
}
