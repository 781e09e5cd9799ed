package lang

import "fmt"

// TimelineWords are the words of the timeline.
type TimelineWords struct {
	Title string
	// What a cell stands for.
	Days, Weeks, Months string
	// The rows that are no category and no measure.
	All, Claims, Decisions string
	// What the signs mean. Severities has the least and the greatest (%s, %s).
	Severities, Planned, Endless, Doubt, Compared string
	// Nothing is said of a day, a week or a month of which nothing is known.
	Nothing string
}

func (w Words) englishTimeline() {
	w.Timeline = TimelineWords{
		Title: "Timeline", Days: "days", Weeks: "weeks", Months: "months",
		All: "all", Claims: "claims", Decisions: "decisions",
		Severities: "severity %s to %s", Planned: "planned", Endless: "no end date", Doubt: "end not known",
		Compared: "compared from here", Nothing: "nothing is known to have happened",
	}
}

// Severities says between which degrees severities lie.
func (w Words) Severities(least, greatest int) string {
	return fmt.Sprintf(w.Timeline.Severities, w.Number(int64(least)), w.Number(int64(greatest)))
}
