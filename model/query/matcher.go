package query

import "bordertop/model"

// Matcher matches single records, as Index.Match does, without an index of all events:
// it is made at once, however many there are.
type Matcher struct{ x *Index }

// NewMatcher makes one for the records of a log.
func NewMatcher(log model.Log) Matcher {
	rest := log.Rest()
	return Matcher{&Index{world: worldOf(log, rest), names: namesOf(rest)}}
}

// Match tells whether a record matches, whatever its kind.
func (m Matcher) Match(q Query, r model.Record, s Scope) bool { return m.x.Match(q, r, s) }
