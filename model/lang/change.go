package lang

import (
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
)

// ChangeWords say what differs between two boards.
type ChangeWords struct {
	// The kinds of difference.
	State, Deadline, Claim, Condition, New, Amended string
	// Turned has what it is (%s), how it is (%s) and how it was (%s), Told no last.
	// Noted has that (%s) and what else there is to say (%s).
	Turned, Told, Noted string
	// LastKnown has a state (%s), Toward a class (%s) and a country (%s) that it travels
	// to, Rival a state (%s) and what contradicts it (%s).
	LastKnown, Toward, Rival string
	// WithBans is open to all but some, Some a restricted state (%s) with how many may
	// pass (%s).
	WithBans, Some string
	// OtherAllows and OtherBans are said where the state itself is the same.
	OtherAllows, OtherBans string
	// What became of a deadline: these have a moment (%s), but Lifted that and by how
	// much (%s) it came early, Replaced a measure (%s), CalledOff and Over nothing.
	ToEnd, ToBegin, DueOn, InForce, MovedUp, MovedBack, Lifted, Unheard, Ended, Replaced, CalledOff, Over string
	// Aged is said of a figure (%s) that went stale, Gone of a claim or a condition.
	Aged, Gone string
	// On has a kind of event (%s) and its day (%s), By what was amended (%s) and who did
	// (%s).
	On, By string
	// Reason has why (%s), TakenBack is what a withdrawal does.
	Reason, TakenBack string
	// Nothing is said where nothing differs, Lesser of the other incidents and
	// statements.
	Nothing string
	Lesser  Plural
}

func (w *Words) englishChanges() {
	w.Changes = ChangeWords{
		State: "state", Deadline: "deadline", Claim: "claim", Condition: "condition", New: "new", Amended: "amended",
		Turned: "%s: %s, was %s", Told: "%s: %s", Noted: "%s; %s",
		LastKnown: "unknown (last %s)", Toward: "%s to %s", Rival: "%s, disputed: %s",
		WithBans: "open with bans", Some: "%s (%s)",
		OtherAllows: "others may pass", OtherBans: "other bans",
		ToEnd: "until %s", ToBegin: "begins %s", DueOn: "due %s", InForce: "in force since %s", MovedUp: "brought forward to %s",
		MovedBack: "extended to %s", Lifted: "ended %s, %s early", Unheard: "%s passed without confirmation", Ended: "ended %s",
		Replaced: "replaced by %s", CalledOff: "called off", Over: "no longer in force",
		Aged: "%s, now stale", Gone: "stands no more",
		On: "%s, %s", By: "%s by %s", Reason: "reason: %s", TakenBack: "withdrawn",
		Nothing: "nothing changed",
		Lesser:  Plural{One: "%s other incident or statement, less severe", Other: "%s other incidents and statements, less severe"},
	}
}

// Difference names what differs between two boards.
func (w Words) Difference(k model.DifferenceKind) string {
	switch k {
	case model.StateChanged:
		return w.Changes.State
	case model.DeadlineChanged:
		return w.Changes.Deadline
	case model.ClaimChanged:
		return w.Changes.Claim
	case model.ConditionChanged:
		return w.Changes.Condition
	case model.EventAdded:
		return w.Changes.New
	case model.RecordAmended:
	}
	return w.Changes.Amended
}

// Turn says what it is, how it is now and, where that is known, how it was.
func (w Words) Turn(name, is, was string) string {
	if was == "" {
		return fmt.Sprintf(w.Changes.Told, name, is)
	}
	return fmt.Sprintf(w.Changes.Turned, name, is, was)
}

// Stands is the state of a passage within a sentence: "restricted", "unknown
// (last open)".
func (w Words) Stands(p model.Passage) string {
	if p.State == model.Unknown && p.Last != model.Unknown {
		return fmt.Sprintf(w.Changes.LastKnown, w.Stands(model.Passage{State: p.Last}))
	}
	if p.State == model.OpenWithBans {
		return w.Changes.WithBans
	}
	return strings.ToLower(w.plain(p.State))
}

// StandsFor is a state with how many groups may pass.
func (w Words) StandsFor(p model.Passage) string {
	if p.State != model.Restricted || len(p.Allows) == 0 {
		return w.Stands(p)
	}
	return fmt.Sprintf(w.Changes.Some, w.Stands(p), w.MayPass(len(p.Allows)))
}

// Traffic names classes of traffic in a direction: "cars, buses to Lithuania".
func (w Words) Traffic(cs []model.Class, to model.Country) string {
	name := w.Classes(slices.DeleteFunc(slices.Clone(cs), func(c model.Class) bool { return c == "" }))
	if to == "" {
		return name
	}
	return fmt.Sprintf(w.Changes.Toward, name, w.Country(to))
}

// LessSevere counts incidents and statements that are not told of.
func (w Words) LessSevere(n int) string { return w.Count(w.Changes.Lesser, int64(n)) }
