package source

import (
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// State is how a source fares.
type State string

// The states.
const (
	Waiting State = "waiting" // not asked yet
	Fresh   State = "fresh"
	Ageing  State = "ageing" // past half of its limit
	Stale   State = "stale"  // past its limit: no longer taken for the present
	Failing State = "failing"
	Off     State = "off"
)

// States lists the states.
func States() []State { return []State{Waiting, Fresh, Ageing, Stale, Failing, Off} }

// Health is how a source fares, as its last requests tell. It is a value.
type Health struct {
	ID    model.ID
	Kind  string
	Title clean.Text
	Off   bool
	// Every is the time between requests, Stale the limit of its data's age.
	Every, Stale time.Duration

	// Asked is when it was last asked, Good when it last answered well, even that
	// nothing is new, Of when what it said was true, Next when it will be asked. Each is
	// zero where there is none.
	Asked, Good, Of, Next time.Time
	// Since is when it began to fail; zero while it does not. Failures counts from
	// there, and Why and Detail say why it failed last.
	Since    time.Time
	Failures int
	Why      Why
	Detail   clean.Text

	// These are of the last good answer; see Reading. Took is how long it took.
	Rows, Skipped int
	Flags         clean.Flags
	Notes         []clean.Text
	Took          time.Duration
}

// ahead is how far a clock may be ahead of ours. Data of the future are not those of
// the present.
const ahead = 5 * time.Minute

// Age is how old its data are; ok tells whether there are any. It is never negative.
func (h Health) Age(now time.Time) (age time.Duration, ok bool) {
	of := h.Of
	if of.IsZero() {
		of = h.Good
	}
	return max(0, now.Sub(of)), !of.IsZero()
}

// State is how it fares at a moment.
func (h Health) State(now time.Time) State {
	age, ok := h.Age(now)
	switch {
	case h.Off:
		return Off
	case !h.Since.IsZero():
		return Failing
	case !ok:
		return Waiting
	case age > h.Stale || h.Of.Sub(now) > ahead:
		return Stale
	case age > h.Stale/2:
		return Ageing
	}
	return Fresh
}
