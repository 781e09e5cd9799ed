package crossings

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
)

// rows are the lines of a crossing without queues.
const rows = 2

// lines is how many a crossing would have: one more where something queues.
func (t table) lines(c model.CrossingStatus) int {
	if t.queues(c) == nil {
		return rows
	}
	return rows + 1
}

// high is how many lines a crossing has: that of its queues is there only where all
// crossings would have room without. Those of which least is told come last.
func (t table) high(c model.CrossingStatus) int {
	if rows*len(t.Board.Crossings) > t.Size.H {
		return rows
	}
	return t.lines(c)
}

// queues says what waits at a crossing, trucks first, in full and then shorter; nil
// where nothing does. What another source says beside it is on the page of the
// crossing.
func (t table) queues(c model.CrossingStatus) []string {
	var full, short []string
	here := slices.Clone(t.Board.QueuesAt(c.Crossing.ID))
	slices.SortStableFunc(here, func(a, b model.QueueStatus) int { return rank(a) - rank(b) })
	for _, q := range here {
		text := t.Queue(q)
		if text == "" || q.Beside {
			continue
		}
		aged := text + " (" + t.QueueAge(q) + ")"
		if full = append(full, aged); q.Fresh == model.Stale {
			text = aged // How old it is matters more than what it was.
		}
		short = append(short, text)
	}
	if full == nil {
		return nil
	}
	var out []string
	for _, texts := range [][]string{full, short} {
		out = append(out, shorter(texts, t.Words.More)...)
	}
	slices.SortStableFunc(out, func(a, b string) int { return draw.Width(b) - draw.Width(a) })
	return out
}

// rank puts trucks first.
func rank(q model.QueueStatus) int {
	if q.Queue.Class == model.Truck {
		return 0
	}
	return 1
}

// queueing draws the line of the queues in some cells.
func (t table) queueing(waits []string, indent int) string {
	room := t.Size.W - indent - 1
	text := draw.FitTail(part{texts: waits}.fit(room), room, t.Styles.Glyphs.Ellipsis)
	return strings.Repeat(" ", indent) + t.Styles.Text.Render(text)
}
