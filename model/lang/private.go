package lang

import "bordertop/model"

// PrivateWords are of what a desk keeps to itself.
type PrivateWords struct {
	// Embargo marks a record with until when (%s) it must not leave; Short does so
	// where room is scarce, and Shortest says no more than that it must not.
	Embargo, Short, Shortest string
	// Stays says so on the page of the record (%s).
	Stays string
	// Sealed counts the records under embargo.
	Sealed Plural
	// NotCopied is why a record (until %s) is not copied. Publicly is said with the
	// beginning of what was copied (%s) where that is other than what the screen
	// shows, and Without where records were left out of an export (%s).
	NotCopied, Publicly string
	Without             Plural
	// YouCopied has what was copied and when (%s), YouExported what, to where and when.
	YouCopied, YouExported string
	// What became of it after that, each with when (%s).
	Updated, Corrected, Withdrawn, Disputed string
	// Left is the heading of those, NotNoted says that it could not be written down
	// (%s), Empty that nothing was, and Clipboard where a copy went.
	Left, NotNoted, Empty, Clipboard string
}

// Became says what an amendment did to what was copied, with room for when.
func (w PrivateWords) Became(k model.AmendmentKind) string {
	switch k {
	case model.Withdrawal:
		return w.Withdrawn
	case model.Correction:
		return w.Corrected
	case model.Dispute:
		return w.Disputed
	case model.Update:
	}
	return w.Updated
}

func (w *Words) englishPrivate() {
	w.Private = PrivateWords{
		Embargo: "EMBARGO until %s", Short: "EMBARGO %s", Shortest: "EMBARGO",
		Stays:     "EMBARGO until %s: it is seen on this screen alone and leaves by no way out",
		Sealed:    Plural{One: "%s under embargo", Other: "%s under embargo"},
		NotCopied: "it is under embargo until %s",
		Publicly:  "copied without what is under embargo: %s",
		Without:   Plural{One: "%s record under embargo was left out", Other: "%s records under embargo were left out"},
		YouCopied: "you copied “%s” at %s", YouExported: "you exported “%s” to %s at %s",
		Updated: "updated %s", Corrected: "corrected %s", Withdrawn: "withdrawn %s", Disputed: "disputed %s",
		Left: "What you copied", NotNoted: "what left could not be noted: %s",
		Empty: "Nothing was copied or exported.", Clipboard: "clipboard",
	}
}
