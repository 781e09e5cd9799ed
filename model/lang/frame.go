package lang

// FrameWords are the messages of the dashboard itself.
type FrameWords struct {
	// Reconfigured is said when new settings hold.
	Reconfigured string
	// Kept is said when new settings are at fault (%s), and KeptMore when there are
	// more faults (their number, %s) than the one that is told.
	Kept, KeptMore string
	// Polled is said with the reason (%s) why changed files will be found late.
	Polled string
	// Marked and Unmarked are said of a record.
	Marked, Unmarked string
	// Copied is said with the beginning of what was copied (%s), NotCopied with the
	// reason why nothing was.
	Copied, NotCopied string
	// NoSource is why a record without a source cannot be quoted.
	NoSource string
	// Visit asks whether to open a page at a host (%s), with the key that does
	// (%s). Visited, NotVisited and Remote tell what came of it.
	Visit, Visited, NotVisited, Remote string
	// NotSaved is said with the reason why marks could not be kept.
	NotSaved string
	// Indexing is said while the text of the log is not ready for search.
	Indexing string
	// New is the word for records that came since the last visit.
	New string
	// News counts them.
	News Plural
}

func (w *Words) englishFrame() {
	w.Frame = FrameWords{
		Reconfigured: "new settings in force",
		Polled:       "changed files are found only every half minute: %s",
		Kept:         "old settings kept: %s", KeptMore: "old settings kept: %s (and %s more)",
		Marked: "marked", Unmarked: "mark taken away",
		Copied: "copied: %s", NotCopied: "not copied: %s", NoSource: "it has no source to quote",
		Visit: "open %s in the browser? %s opens it, any other key does not", Visited: "opened in the browser",
		NotVisited: "not opened: %s", Remote: "not opened: this board runs on another machine; y copies the link",
		NotSaved: "marks could not be saved: %s",
		Indexing: "reading the log", New: "new", News: Plural{One: "%s new", Other: "%s new"},
	}
}
