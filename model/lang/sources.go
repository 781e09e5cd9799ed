package lang

// SourcesWords are those of the pane of sources.
type SourcesWords struct {
	Title, None string
	// Count counts the sources, State those that a state controls, Repeating those
	// that repeat another: all three are said one after the other.
	Count, State, Repeating Plural
	// Records and Newest stand above how many records rest on a source, and the day
	// of the newest of them.
	Records, Newest string
}

func (w *Words) englishSources() {
	w.Sources = SourcesWords{
		Title: "Sources", None: "no source is known",
		Count: Plural{One: "%s source", Other: "%s sources"}, State: Plural{One: "%s of state media", Other: "%s of state media"},
		Repeating: Plural{One: "%s repeats another", Other: "%s repeat another"},
		Records:   "records", Newest: "newest",
	}
}
