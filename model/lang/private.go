package lang

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
}

func (w *Words) englishPrivate() {
	w.Private = PrivateWords{
		Embargo: "EMBARGO until %s", Short: "EMBARGO %s", Shortest: "EMBARGO",
		Stays:     "EMBARGO until %s: it is seen on this screen alone and leaves by no way out",
		Sealed:    Plural{One: "%s under embargo", Other: "%s under embargo"},
		NotCopied: "it is under embargo until %s",
		Publicly:  "copied without what is under embargo: %s",
		Without:   Plural{One: "%s record under embargo was left out", Other: "%s records under embargo were left out"},
	}
}
