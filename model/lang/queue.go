package lang

import (
	"fmt"

	"bordertop/model"
)

// QueueWords are said of queues.
type QueueWords struct {
	// NoWait is said where nobody waits, Estimated of a wait (%s) that was worked out.
	NoWait, Estimated string
	// Trend is the name of how a queue moves, and the rest are how it may.
	Trend, Rising, Falling, Steady string
	// LastDay is said of a line of the last day, with the most (%s) of it.
	LastDay string
	// Rival is a reading (%s) of another source beside the newest.
	Rival string
}

func (w *Words) englishQueue() {
	w.Queue = QueueWords{
		NoWait: "no wait", Estimated: "%s est.", Trend: "trend", Rising: "rising", Falling: "falling", Steady: "steady",
		LastDay: "24 h, at most %s", Rival: "another source: %s",
	}
}

// Wait is how long one waits in a queue; empty where that is not known.
func (w Words) Wait(q *model.Queue) string {
	if q.Wait == nil {
		return ""
	}
	text := w.Queue.NoWait
	if *q.Wait > 0 {
		text = w.Span(*q.Wait)
	}
	if q.Estimate() {
		return fmt.Sprintf(w.Queue.Estimated, text)
	}
	return text
}

// Moves says how a queue moves; empty where that is not known.
func (w Words) Moves(t model.Trend) string {
	switch t {
	case model.Rising:
		return w.Queue.Rising
	case model.Falling:
		return w.Queue.Falling
	case model.Steady:
		return w.Queue.Steady
	case model.Trendless:
	}
	return ""
}
