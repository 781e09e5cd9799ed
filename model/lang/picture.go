package lang

// PictureWords stand in the last line of a picture of the board.
type PictureWords struct {
	// Records and Sources count what it was made from: both are said one after the
	// other. Newest says of which day (%s) the newest is.
	Records, Sources Plural
	Newest           string
	// Known says by which day (%s) what is shown was known, where that is not its
	// own moment.
	Known string
	// Made names the program.
	Made string
}

func (w *Words) englishPicture() {
	w.Picture = PictureWords{
		Records: Plural{One: "%s record", Other: "%s records"}, Sources: Plural{One: "from %s source", Other: "from %s sources"},
		Newest: "newest %s", Known: "as known on %s", Made: "made with bordertop",
	}
}
