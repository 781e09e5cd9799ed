package lang

// PageWords are the words of the page that tells all of one record.
type PageWords struct {
	Select string
}

func (w *Words) englishPage() {
	w.Page = PageWords{Select: "nothing is selected"}
}
