package lang

import "bordertop/model/permit"

// MayWords are those of an answer whether somebody may pass.
type MayWords struct {
	// The answers, and who (%s) asks for what traffic (%s).
	Yes, No, NotKnown, Asked string
	// What was not asked: a class (%s), a country travelled to (%s).
	ClassAssumed, ToAssumed string
	// The reasons. TooOld has a state (%s) and its day (%s), InDispute what contradicts
	// (%s).
	NoWord, TooOld, InDispute, MaybeBanned, MaybeAllowed, WhoIsAboard, AtOdds string
	NotServed, Shut, Forbidden, NotListed, Listed, Free                       string
	// Titles of what follows, and what is said where nothing does.
	Rule, Only, Also, Nearby, NoNearby string
	// Away is a distance (%s), Rough one that may be wrong.
	Away, Rough string
	// Who can be asked for: the titles of the list.
	Classes, Served, Permitted, Affected string
}

func (w *Words) englishMay() {
	w.May = MayWords{
		Yes: "YES", No: "NO", NotKnown: "NOT KNOWN", Asked: "%s: %s",
		ClassAssumed: "no class was asked for: %s", ToAssumed: "no direction was asked for: to %s",
		NoWord:    "Nobody says what holds here for such traffic.",
		TooOld:    "The last word is too old: %s, seen %s.",
		InDispute: "The state is disputed: %s.", MaybeBanned: "A ban may or may not mean them: its words must tell.",
		MaybeAllowed: "A closure lets some pass; whether them, its words must tell.",
		WhoIsAboard:  "A closure lets only some people pass and does not speak of such traffic: it depends on who is aboard.",
		AtOdds:       "A ban forbids it, but a later measure has such traffic pass on terms.",
		NotServed:    "The crossing does not serve such traffic.", Shut: "The crossing is closed.", Forbidden: "A ban forbids it.",
		NotListed: "A closure lets only others pass.", Listed: "A closure lets them pass.", Free: "Nothing in force forbids it.",
		Rule: "By", Only: "May pass", Also: "Also", Nearby: "Instead", NoNearby: "no other crossing is known to let them pass",
		Away: "%s km as the crow flies", Rough: "roughly",
		Classes: "Who can be asked for", Served: "Traffic that crossings serve", Permitted: "Whom closures let pass", Affected: "Whom measures affect",
	}
}

// Verdict says in capitals whether somebody may pass.
func (w Words) Verdict(v permit.Verdict) string {
	switch v {
	case permit.Yes:
		return w.May.Yes
	case permit.No:
		return w.May.No
	case permit.Unknown:
	}
	return w.May.NotKnown
}

// Because says why somebody may pass or not. For TooOld and InDispute it has blanks.
func (w Words) Because(r permit.Reason) string {
	m := w.May
	return [...]string{
		permit.NoWord: m.NoWord, permit.TooOld: m.TooOld, permit.InDispute: m.InDispute, permit.MaybeBanned: m.MaybeBanned,
		permit.MaybeAllowed: m.MaybeAllowed, permit.WhoIsAboard: m.WhoIsAboard, permit.AtOdds: m.AtOdds, permit.NotServed: m.NotServed,
		permit.Shut: m.Shut, permit.Forbidden: m.Forbidden, permit.NotListed: m.NotListed, permit.Listed: m.Listed, permit.Free: m.Free,
	}[r]
}
