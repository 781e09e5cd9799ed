package lang

// BriefWords are those of the handover on one page.
type BriefWords struct {
	// Title has what the board is of (%s), Since from when (%s) changes are told.
	Title, Since string
	// The sections. Due has the hours (%s) and the days (%s) that it looks ahead, Worst
	// the days (%s) that it looks back.
	Crossings, Changed, Due, Disputed, Stale, Worst string
	// In has how long it is until a date (%s) and that (%s), Last a figure (%s) and its
	// age (%s), Unconfirmed a condition (%s) and its age (%s).
	In, Last, Unconfirmed string
	// NoneDue and NoneWorst are said where there is nothing, LeftOut of what there was no
	// room for: Left has the section (%s) and how many (%s).
	NoneDue, NoneWorst, LeftOut, Left string
}

func (w *Words) englishBrief() {
	w.Brief = BriefWords{
		Title: "Handover: %s", Since: "Changes since %s.",
		Crossings: "Crossings", Changed: "What changed", Due: "Due within %s h and %s d", Disputed: "Disputed figures", Stale: "Stale",
		Worst: "Worst of the last %s days",
		In:    "%s, in %s", Last: "%s is %s old", Unconfirmed: "%s, not confirmed for %s",
		NoneDue: "nothing that is known falls due by then", NoneWorst: "no other severe incident is known", LeftOut: "Left out:", Left: "%s %s",
	}
}
