package lang

// WhyWords are those of the chain behind a figure or a state.
type WhyWords struct {
	// Nothing is said of what nobody tells of, Below of a record that was told above.
	Nothing, Above string
	// Resting is what rests on a source, Telling what tells of a record, Repeating what
	// a claim repeats.
	Resting, Telling, Repeating string
	// Range has a group of claims (%s) and its figures (%s), Working the rule (%s) and
	// the figure (%s) that it picks, Independent how many (%s) stand by themselves.
	Range, Working, Independent string
	// Left has how many (%s) are not listed.
	Left string
}

func (w *Words) englishWhy() {
	w.Why = WhyWords{
		Nothing: "no record tells of it", Above: "as above",
		Resting: "what rests on it", Telling: "told in", Repeating: "repeats",
		Range: "%s: %s", Working: "working figure (%s): %s", Independent: "%s independent", Left: "and %s more",
	}
}
