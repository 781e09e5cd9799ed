package lang

// CalendarWords are those of a calendar of deadlines. All but Title have what it is
// that ends (%s).
type CalendarWords struct {
	// Title has the name of the board (%s).
	Title string
	// Ends stands before what is to end, Ended before what did so as planned.
	Ends, Ended string
	// Lifted, Withdrawn, Replaced and CalledOff stand before what will not end then.
	Lifted, Withdrawn, Replaced, CalledOff string
	// By has who takes its place (%s).
	By string
}

func (w *Words) englishCalendar() {
	w.Calendar = CalendarWords{
		Title: "%s: deadlines",
		Ends:  "Ends: %s", Ended: "Ended: %s",
		Lifted: "LIFTED EARLY: %s", Withdrawn: "WITHDRAWN: %s", Replaced: "REPLACED: %s", CalledOff: "CALLED OFF: %s",
		By: "replaced by %s",
	}
}
