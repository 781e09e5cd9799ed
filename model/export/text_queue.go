package export

import (
	"fmt"
	"strings"

	"bordertop/model"
)

// queues tells of what queues, as it was read within the last day; nothing where
// nobody reads it.
func (t text) queues() {
	w := t.o.Words
	var rows [][]string
	marks := map[int]Mark{}
	for _, c := range t.b.Crossings {
		name, _ := w.Crossing(c.Crossing)
		for _, q := range t.b.QueuesAt(c.Crossing.ID) {
			when := w.Back(t.b.Age(q.Queue.At))
			if q.Fresh == model.Stale {
				when += ", " + w.Freshness(q.Fresh)
				marks[len(rows)] = Faint
			}
			figures := t.waiting(q)
			if q.Beside {
				figures = fmt.Sprintf(w.Queue.Rival, figures)
			}
			to := strings.Join(strings.Fields(w.Class(q.Queue.Class)+" → "+w.Country(q.Queue.To)), " ")
			rows = append(rows, []string{when, name, join(to, figures)})
		}
	}
	if len(rows) > 0 {
		t.section(w.Lists.Queues, rows, marks)
	}
}

// waiting is how many wait and how long, and how that moves.
func (t text) waiting(q model.QueueStatus) string {
	w := t.o.Words
	var parts []string
	if q.Queue.Waiting != nil {
		parts = append(parts, fmt.Sprintf(w.Numbered, w.Field("waiting"), w.Number(*q.Queue.Waiting)))
	}
	return join(append(parts, w.Wait(q.Queue), w.Moves(q.Trend))...)
}
