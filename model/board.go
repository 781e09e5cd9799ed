package model

import (
	"time"

	"bordertop/model/clean"
)

// Board is what was true at Valid according to what was public by Known. It is
// a value; what it holds is shared with the log and must not be changed.
type Board struct {
	Valid, Known time.Time
	// Crossings stand by how many acts and reports tell of them, then by id.
	Crossings []CrossingStatus
	// Deadlines stand soonest first; those over come last but for those without
	// a date.
	Deadlines []DeadlineStatus
	// Claims groups the claims of counts by what, unit and crossing; what is
	// stranded comes first.
	Claims []ClaimGroup
	// Conditions stand by side, the newest of each first.
	Conditions []ConditionStatus
	// Events are incidents and statements, the newest first, as amended by then.
	// What was withdrawn stays, and Board.Record tells so.
	Events Events
	// Tallies are the figures per period, by subject and period.
	Tallies []*Tally
	// Queues are the newest readings, by crossing, direction and class; of each, what
	// another source says of about the same time stands behind the newest.
	Queues []QueueStatus

	view view
}

// State is what is known of a passage.
type State uint8

// The states, the least known first. A passage whose last word is too old, or
// whose closure passed its end without a word, is Unknown: Passage.Last tells
// what was last known.
const (
	Unknown State = iota
	Closed
	Restricted
	OpenWithBans
	Open
)

// Passage is the state of one class of traffic in one direction.
type Passage struct {
	// Class is empty where the crossing tells no classes, To where it tells no
	// countries.
	Class Class
	To    Country
	State State
	// Last is what was last known, where State is Unknown; Unknown itself where
	// nothing ever was.
	Last State
	// Since is from when the state holds, or when it was last seen; zero where only
	// what came after shows it.
	Since Moment
	// Reported tells that the state rests on a report alone: Since is when it was
	// seen, not when it began.
	Reported bool
	// Until is the planned or decided end of what limits the passage; zero where
	// there is none.
	Until Moment
	// Seen is the nearest evidence of the state, and Fresh how good that still is.
	Seen  Moment
	Fresh Freshness
	// Allows names who may pass a restricted crossing in this direction.
	Allows []Permit
	// Bans are the bans in force for the class.
	Bans []*Measure
	// Rival is a report that contradicts the state; nil where none does.
	Rival *Report
	// Beside are reports of low confidence, which never outweigh others.
	Beside []*Report
	// Why lists the records behind the state, what decides first.
	Why []ID
}

// Disputed tells whether a report contradicts the state.
func (p Passage) Disputed() bool { return p.Rival != nil }

// Answer is whether a passage is to be had.
type Answer uint8

// The answers: not known, nobody, some, or everybody.
const (
	NotKnown Answer = iota
	May
	SomeMay
	MayNot
)

// May tells whether traffic of the class may pass. Who may pass must be allowed
// by each measure in force, so under a ban that allows nobody a restricted
// crossing lets nobody of the class through.
func (p Passage) May() Answer {
	switch p.State {
	case Unknown:
		return NotKnown
	case Closed:
		return MayNot
	case Restricted:
		for _, b := range p.Bans {
			if len(permits(b, p.To)) == 0 {
				return MayNot
			}
		}
		return SomeMay
	case OpenWithBans:
		return SomeMay
	case Open:
		return May
	}
	return NotKnown
}

// CrossingStatus is a crossing with the state of each class and direction that
// it serves. Headline is the one that lets most through, vehicles and trains first.
type CrossingStatus struct {
	Crossing *Crossing
	Headline Passage
	Passages []Passage
}

// Banned tells whether any class that may otherwise pass is under a ban.
func (c CrossingStatus) Banned() bool {
	for _, p := range c.Passages {
		if len(p.Bans) > 0 && (p.State == OpenWithBans || p.State == Restricted) {
			return true
		}
	}
	return false
}

// DeadlineState is how a deadline stands.
type DeadlineState uint8

// The states of a deadline, in the order in which the board lists them.
const (
	Running DeadlineState = iota
	BroughtForward
	Extended
	Coming
	LiftedEarly
	Elapsed
	NoDate
)

// DeadlineStatus is one end or due date. An act counts once.
type DeadlineStatus struct {
	// ID is that of the act, or of the record where it has none.
	ID    ID
	State DeadlineState
	// At is the end, the due date or, of what is Coming, the start; zero for
	// NoDate. Was is the end as it had been planned.
	At, Was, From Moment
	// Measures are the measures that end; Deadline is set instead where a
	// deadline of its own falls due.
	Measures []*Measure
	Deadline *Deadline
}

// Left is the time until the deadline at now; zero where it is past or has no
// date.
func (d DeadlineStatus) Left(now time.Time) time.Duration {
	if d.State == NoDate {
		return 0
	}
	return max(0, d.end().Sub(now))
}

// Over is the time since the deadline at now; zero where it lies ahead.
func (d DeadlineStatus) Over(now time.Time) time.Duration {
	if d.State == NoDate {
		return 0
	}
	return max(0, now.Sub(d.end()))
}

// Early is by how much the end came before the plan; zero where it did not.
func (d DeadlineStatus) Early() time.Duration {
	if d.Was.IsZero() || d.At.IsZero() {
		return 0
	}
	return max(0, d.Was.Last().Sub(d.At.Last()))
}

// Share is how much of the time from start to end is over at now, from 0 to 1;
// not ok where either is not known.
func (d DeadlineStatus) Share(now time.Time) (share float64, ok bool) {
	if d.From.IsZero() || d.At.IsZero() || d.State == Coming {
		return 0, false
	}
	whole := d.end().Sub(d.From.First())
	if whole <= 0 {
		return 0, false
	}
	return min(1, max(0, float64(now.Sub(d.From.First()))/float64(whole))), true
}

func (d DeadlineStatus) end() time.Time {
	if d.State == Coming {
		return d.At.First()
	}
	return d.At.Last()
}

// Claim is a claimant's newest count in its group, as amended.
type Claim struct {
	Count *Count
	Fresh Freshness
}

// ClaimGroup holds the claims of one what, unit and crossing, the newest of
// each claimant, newest first, but those of a part last. Claims of different
// units never meet.
type ClaimGroup struct {
	What     What
	Unit     Unit
	Crossing ID
	Claims   []Claim
	// Low and High span the claims that are not stale, but for claims of a part
	// where another of the group counts a whole; nil where none is.
	Low, High *int64
	// Working is the claim that the rule picks among those; nil where none is.
	Working *Claim
	// Independent is how many claimants stand behind the claims that are not
	// stale, once repeats and origins are folded.
	Independent int
}

// ConditionStatus is a condition with the moment from which its state holds.
type ConditionStatus struct {
	Condition *Condition
	Since     Moment
	Fresh     Freshness
}

// Title names the deadline where a record gives a title; empty for measures,
// whose kind and author name them.
func (d DeadlineStatus) Title() clean.Text {
	if d.Deadline != nil {
		return d.Deadline.Title
	}
	return clean.Text{}
}
