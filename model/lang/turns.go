package lang

// TurnWords are those of the pane of changes.
type TurnWords struct {
	Title string
	// Since has a moment (%s), SinceVisit that of the last visit.
	Since, SinceVisit string
	// Nothing is said where nothing changed since then (%s).
	Nothing string
}

func (w *Words) englishTurns() {
	w.Turns = TurnWords{
		Title: "Changes", Since: "since %s", SinceVisit: "since your last visit, %s", Nothing: "nothing changed %s",
	}
}
