package lang

// PaletteWords are those of the command palette and of the help.
type PaletteWords struct {
	// Title names the palette; Run and Complete say what its keys do.
	Title, Run, Complete string
	// What follows commands, in capitals.
	Moment, Query, Name, File, Kind string
	// What the commands do.
	AsOf, Since, Filter, Find, Date, Pane, Preset, Theme, Lang, Export, JSON, Markdown, Add string

	// NoCommand is said with what was typed. NoChoice is said with what was typed and
	// then with all that could be; NoArgument with the name of a command.
	NoCommand, NoChoice, NoArgument string
	// NoSelection is said where nothing is selected that could be copied or marked.
	NoSelection string
	// Exporting is said while a file is written, Exported with its name when it is
	// (the first %s is the number of records, the second the name). NotExported
	// says why it was not; NoFormat lists the endings that names may have, NoExport
	// is said where no files can be made, and NothingToExport of an empty log.
	Exporting                                        string
	Exported                                         Plural
	NotExported, NoFormat, NoExport, NothingToExport string

	// Search is what the help's own key does; NotFound is said where nothing in the
	// help matches. Commands and Language are headings of the help.
	Search, NotFound, Commands, Language string
	// Syntax explains examples of the filter language.
	Syntax SyntaxWords
}

// SyntaxWords explain the filter language, an example each.
type SyntaxWords struct {
	Word, Phrase, Not, Or, Field, Compare, Time, Is string
}

func (w *Words) englishPalette() {
	w.Palette = PaletteWords{
		Title: "Commands", Run: "run", Complete: "complete",
		Moment: "MOMENT", Query: "QUERY", Name: "NAME", File: "FILE", Kind: "KIND",
		AsOf:     "show the board as it was known at a moment, or now",
		Since:    "show changes since a moment",
		Filter:   "show only what matches in the log",
		Find:     "find matches in the log",
		Date:     "go to a date in the log",
		Pane:     "go to a pane",
		Preset:   "arrange the panes",
		Theme:    "choose the colours",
		Lang:     "choose the language",
		Export:   "write the log (.ics: the deadlines) to a new file",
		Add:      "add a record to the journal, or go on with a draft",
		JSON:     "copy the record as JSON",
		Markdown: "copy the record as Markdown",

		NoCommand:   "there is no command %s",
		NoChoice:    "%s is none of: %s",
		NoArgument:  "nothing may follow %s",
		NoSelection: "nothing is selected",

		Exporting:   "writing the file",
		Exported:    Plural{One: "%s record written to %s", Other: "%s records written to %s"},
		NotExported: "not written: %s", NoFormat: "the name must end in one of: %s",
		NoExport: "no files can be made here", NothingToExport: "the log shows nothing to write",

		Search: "search", NotFound: "nothing in the help matches", Commands: "Commands", Language: "Filter language",
		Syntax: SyntaxWords{
			Word:    "a word or a name in any script, by its beginning",
			Phrase:  "words as they stand",
			Not:     "without it",
			Or:      "either; others must all match",
			Field:   "a field; or place, crossing, side, speaker, source, kind",
			Compare: "compare, or a range: severity:2..3",
			Time:    "a time, or how long ago; on is within",
			Is:      "or marked, disputed, stale, corrected, state-media",
		},
	}
}

// Exported says that so many records were written to a file.
func (w Words) Exported(n int, name string) string {
	return w.Count(w.Palette.Exported, int64(n), name)
}
