package pane

import "bordertop/model"

// Event is an incident or a statement in the words of a list.
type Event struct {
	Title, Category string
	// Severity is from 1 to 4; 0 for a statement.
	Severity int
	// Withdrawn and Corrected tell what amendments did.
	Withdrawn, Corrected bool
}

// Event tells what a list shows of an incident or a statement.
func (s Scene) Event(r model.Record) Event {
	var e Event
	switch r := r.(type) {
	case *model.Incident:
		e = Event{Title: r.Title.String(), Category: s.Words.Category(r.Category), Severity: int(r.Severity)}
	case *model.Statement:
		e = Event{Title: r.Speaker.String() + ": " + r.Summary.String(), Category: s.Words.Kind(model.KindStatement)}
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Count,
		*model.Queue, *model.Condition, *model.Tally, *model.Amendment:
	}
	a, _ := s.Board.Record(r.Head().ID)
	e.Withdrawn = a.Withdrawal != nil
	for _, c := range a.Changes {
		e.Corrected = e.Corrected || c.By.Type == model.Correction
	}
	return e
}
