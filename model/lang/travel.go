package lang

// TravelWords are said of moving through time.
type TravelWords struct {
	// Title stands over the keys for it.
	Title string
	// First is said before the first change of the board, Present in the present.
	First, Present string
	// More is said of a change (%s) with which there were others (their number, %s).
	More string
	// AsKnownThen and AsKnownNow tell which of both is shown, and NoHindsight that it
	// makes no difference.
	AsKnownThen, AsKnownNow, NoHindsight string
	// From is said when a comparison begins at a moment (%s), with the key (%s) that
	// ends it.
	From string
	// Pace is how much time (%s) passes in a second.
	Pace string
}

func (w *Words) englishTravel() {
	w.Travel = TravelWords{
		Title: "Time",
		First: "nothing is known before this", Present: "this is the present", More: "%s, and %s more",
		AsKnownThen: "as known then", AsKnownNow: "as known now", NoHindsight: "the present is shown as it is known",
		From: "compared from %s; go to another moment and press %s", Pace: "playing %s a second",
	}
}
