package lang

// LogWords are the words of the log of incidents: its prompt, its tabs, its
// orders and what it says of jumps.
type LogWords struct {
	// All is the tab that no saved filter narrows, Of how many of all there are (%s of %s).
	All, Of string
	// What the prompt asks for.
	Filter, Find, Date string
	// What its keys do, and those of the table.
	Keep, TakeBack, Clear, Complete, Earlier, Later, Go, Narrow, OtherField string
	// Meant adds to a problem (%s) what would have been valid (%s).
	Meant string
	// None is said of a filter that nothing passes, Uncounted of a field that no
	// record has.
	None, Uncounted string
	// Found is what is looked for (%s) and where among its matches the cursor is, or
	// how many there are (%s).
	Found string
	// NoMatch is said where nothing is found, NotSought where nothing was looked for
	// yet, with the key that does (%s). FromTop and FromBottom tell that the search
	// went around an end.
	NoMatch, NotSought, FromTop, FromBottom string
	// What is said where a jump leads nowhere. NothingBefore has a moment (%s).
	SevereBelow, SevereAbove, AllRead, ReadHere, EarliestDay, LatestDay, NothingBefore string
	// NotDate says how a date is written, Example shows what a filter may be.
	NotDate, Example string
	// The orders and the groups, as the title names them.
	ByTime, BySeverity, ByCategory, BySource, Days, Categories string

	// Fields name the fields of the filter language by which the log counts.
	Fields map[string]string
}

func (w *Words) englishLog() {
	w.Log = LogWords{
		All: "all", Of: "%s of %s",
		Filter: "filter", Find: "find", Date: "date",
		Keep: "keep", TakeBack: "take back", Clear: "clear", Complete: "complete", Earlier: "earlier", Later: "later", Go: "go there",
		Narrow: "only these", OtherField: "another field",
		Meant: "%[2]s? %[1]s",
		None:  "nothing matches", Uncounted: "no record says so",
		Found:   "find %s %s",
		NoMatch: "no match", NotSought: "nothing is looked for yet: %s finds", FromTop: "from the top again", FromBottom: "from the bottom again",
		SevereBelow: "no severe incident further down", SevereAbove: "no severe incident further up",
		AllRead: "everything has been read", ReadHere: "nothing new here",
		EarliestDay: "no earlier day", LatestDay: "no later day", NothingBefore: "nothing is older than %s",
		NotDate: "write 2025-11-30, 2025-11, 2025-11-30 18:00, 3d or yesterday",
		Example: `words  "exact words"  -without  category:airport  severity>=3  since:3d  place:vilnius  is:new`,
		ByTime:  "time", BySeverity: "severity", ByCategory: "category", BySource: "source", Days: "by day", Categories: "by category",
		Fields: map[string]string{
			"category": "category", "place": "place", "crossing": "crossing", "source": "source", "month": "month",
			"severity": "severity", "side": "side", "speaker": "speaker", "kind": "kind",
			"confidence": "confidence", "unit": "unit",
		},
	}
}

// FieldCounted names a field of the filter language by which the log counts.
func (w Words) FieldCounted(field string) string {
	if s := w.Log.Fields[field]; s != "" {
		return s
	}
	return w.Plain(field)
}
