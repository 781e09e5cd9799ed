package lang

// ListWords are the words of lists that no record has as a field: titles of columns,
// and of lists that have no pane.
type ListWords struct {
	// Queues, Statements are titles of lists.
	Queues, Statements string
	// Left is the time left, What what ends or happened, Who who may pass, Said what
	// was said, AsOf when it was so, Severity a narrow word for that, Records how many
	// rest on a source.
	Left, What, Who, Said, AsOf, Severity, Records string
}

func (w *Words) englishLists() {
	w.Lists = ListWords{
		Queues: "Queues", Statements: "Statements",
		Left: "left", What: "what", Who: "who may pass", Said: "what was said", AsOf: "as of", Severity: "sev", Records: "records",
	}
}
