package lang

// DataWords are said when the records are read again while the board is open.
type DataWords struct {
	// Came, Changed and Gone count records since they were read last; In joins them
	// (%s) with the file where they stand (%s), or with how many Files there are.
	Came, Changed, Gone, Files Plural
	In                         string
	// Same is said when nothing became of the records, Healed when files are as they
	// should be again, Reading while they are read.
	Same, Healed, Reading string
	// Kept is said when files are at fault (%s), KeptMore when there are more faults
	// (their number, %s), and Anyway when a key (%s) takes them as they are after what
	// is wrong (%s).
	Kept, KeptMore, Anyway string
	// Old tells for how long files have been at fault (%s), OldWhy which key says why
	// (%s), too.
	Old, OldWhy string
}

func (w *Words) englishData() {
	w.Data = DataWords{
		Came:    Plural{One: "%s record new", Other: "%s records new"},
		Changed: Plural{One: "%s record changed", Other: "%s records changed"},
		Gone:    Plural{One: "%s record gone", Other: "%s records gone"},
		Files:   Plural{One: "%s file", Other: "%s files"}, In: "%s in %s",
		Same: "nothing new in the data", Healed: "the data are fine again", Reading: "reading the data",
		Kept: "old data kept: %s", KeptMore: "old data kept: %s (and %s more)", Anyway: "%s; %s takes it as it is",
		Old: "data %s old", OldWhy: "data %s old, %s tells why",
	}
}
