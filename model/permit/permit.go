// Package permit answers whether somebody may pass a crossing. Who is named, and
// what rules there are, it reads from the records: the closures and bans in force,
// whom they let pass and whom they affect. What a text does not say plainly it does
// not guess: the answer is then that it is not known, with the words to judge by.
package permit

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
)

// Rules are what the records of a log say of who may pass.
type Rules struct {
	log     model.Log
	nations []nation
	// vocabulary are the words of those whom records name.
	vocabulary []string
}

// RulesOf reads the records of a log.
func RulesOf(log model.Log) *Rules {
	r := &Rules{log: log, nations: nations()}
	for _, m := range r.measures() {
		for _, p := range m.Allows {
			r.learn(p.Who)
		}
		r.learn(m.Affects)
	}
	slices.Sort(r.vocabulary)
	r.vocabulary = slices.Compact(r.vocabulary)
	return r
}

// measures lists those that limit passage, as they were stated.
func (r *Rules) measures() []*model.Measure {
	var out []*model.Measure
	for _, record := range r.log.Rest() {
		if m, ok := record.(*model.Measure); ok {
			out = append(out, m)
		}
	}
	return out
}

func (r *Rules) learn(t clean.Text) {
	for _, t := range read(r.nations, t.String()) {
		if t.nation == nil && !t.plain() && !t.narrows() {
			r.vocabulary = append(r.vocabulary, strings.ToLower(t.word))
		}
	}
}

// Verdict is whether somebody may pass.
type Verdict uint8

// The verdicts.
const (
	Unknown Verdict = iota
	No
	Yes
)

// Reason is why.
type Reason uint8

// The reasons. Of Unknown: nothing tells of the state; it is too old; it is
// disputed; a measure may or may not mean them; a permit may; permits tell of people
// and the question of vehicles; a ban and a later requirement say different things.
// Of No: the crossing serves no such traffic; it is closed; a ban; a closure that
// does not let them pass. Of Yes: a permit; nothing forbids it.
const (
	NoWord Reason = iota
	TooOld
	InDispute
	MaybeBanned
	MaybeAllowed
	WhoIsAboard
	AtOdds
	NotServed
	Shut
	Forbidden
	NotListed
	Listed
	Free
)

// Question is who wants to pass where, in which direction. An empty Class is that
// of Who or, where that names none, the first that the crossing serves; an empty To
// the country of Who or, where the crossing does not lead there, its near one.
type Question struct {
	Who   Who
	At    model.ID
	To    model.Country
	Class model.Class
}

// Answer is what the records say. ClassAssumed and ToAssumed tell what the question
// left open.
type Answer struct {
	Question

	Verdict Verdict
	Reason  Reason
	Passage model.Passage
	// Behind are the records that decide, the first of them first; Clause are the words
	// of that which name whom it means, if it has some.
	Behind []model.ID
	Clause clean.Text
	// Also are fees, requirements and bans elsewhere that may concern them too.
	Also []*model.Measure
	// Nearby are other crossings that they may pass, the nearest first.
	Nearby []Nearby

	ClassAssumed, ToAssumed bool
}

// Ask answers a question of a crossing of the board; not ok where the board does
// not know it.
func (r *Rules) Ask(b model.Board, q Question) (Answer, bool) {
	c, ok := b.Crossing(q.At)
	if !ok {
		return Answer{}, false
	}
	a := Answer{Question: q}
	a.assume(c.Crossing)
	r.judge(b, c, &a)
	a.Also = r.also(b, a)
	if a.Verdict != Yes {
		a.Nearby = r.nearby(b, c.Crossing, a)
	}
	return a, true
}

// assume settles what the question leaves open.
func (a *Answer) assume(c *model.Crossing) {
	if a.Class == "" {
		a.Class = a.Who.Class
	}
	if a.Class == "" && len(c.Serves) > 0 {
		a.Class, a.ClassAssumed = c.Serves[0], true
	}
	if a.To == "" && len(c.Countries) > 0 {
		a.To, a.ToAssumed = c.Countries[0], true
		if slices.Contains(c.Countries, a.Who.Country) {
			a.To = a.Who.Country
		}
	}
}
