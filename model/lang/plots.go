package lang

// PlotWords are the words of plots: of claims over time, and of figures per
// period.
type PlotWords struct {
	// Claims and Tallies name the two.
	Claims, Tallies string
	// The key of the signs: over, under and the like, about and ranges, the span of
	// what is not stale, and claims of a day that clash.
	Above, Below, Around, Span, Clash string
	// Linear is the scale that is not logarithmic.
	Linear string
	// Replaced is said of a claim whose claimant has given another figure since,
	// Against before claims that contradict one.
	Replaced, Against string
	// Others counts plots for which there is no room.
	Others Plural
	// Partial is said of a figure for a part of a period, Gap of a period without one.
	Partial, Gap string
	// NoTally is said where there is no figure per period.
	NoTally string
	// Turn and Scale are what keys do.
	Turn, Scale string
}

func (w *Words) englishPlots() {
	w.Plots = PlotWords{
		Claims: "Claims over time", Tallies: "Per month and year",
		Above: "over", Below: "under, up to, almost", Around: "about, or a range", Span: "span of what is not stale",
		Clash: "clash on one day", Linear: "linear scale",
		Replaced: "replaced", Against: "against",
		Others:  Plural{One: "+%s other unit", Other: "+%s other units"},
		Partial: "part of the period", Gap: "no figure",
		NoTally: "no figure per month or year is known",
		Turn:    "page", Scale: "scale",
	}
}
