package pane

import (
	"cmp"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/lang"
)

// Name is what a record or an act is called, in a line; its id where nothing is
// known of it at the moment shown.
func (s Scene) Name(id model.ID) string {
	if a, ok := s.Board.Record(id); ok {
		return s.Title(a.Record)
	}
	if ms := s.Board.Act(id); len(ms) > 0 {
		return s.Title(ms[0])
	}
	return string(id)
}

// NamesOf names records and acts, in a line.
func (s Scene) NamesOf(ids []model.ID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = s.Name(id)
	}
	return strings.Join(parts, ", ")
}

// Title is what a record is called, after a sign where it is under embargo.
func (s Scene) Title(r model.Record) string {
	return s.sign(r.Head().ID) + s.called(r)
}

func (s Scene) called(r model.Record) string {
	w := s.Words
	switch r := r.(type) {
	case *model.Source:
		return r.Publisher.String()
	case *model.Place:
		return s.Place(r)
	case *model.Crossing:
		return s.Crossing(r)
	case *model.Measure:
		return w.MeasureTitle(r)
	case *model.Report:
		return s.NamesOf(r.Crossings) + ": " + w.Report(r.State)
	case *model.Deadline:
		return r.Title.String()
	case *model.Incident, *model.Statement:
		return s.Event(r).Title
	case *model.Condition:
		return s.Side(r.Side) + ": " + r.Text.String()
	case *model.Count, *model.Queue, *model.Tally:
		return s.figure(r)
	case *model.Amendment:
		return w.Amendment(r.Type) + ": " + s.NamesOf(r.Of)
	}
	return string(r.Head().ID)
}

// figure is what a record of a figure is called.
func (s Scene) figure(r model.Record) string {
	w := s.Words
	switch r := r.(type) {
	case *model.Count:
		return w.Counted(s.Figure(w.Figure(r)), lang.Most(r), r.Unit, r.What)
	case *model.Queue:
		return s.Join(w.Kind(model.KindQueue)+" "+s.Name(r.Crossing), w.Class(r.Class), s.Towards(r.To))
	case *model.Tally:
		return r.Subject.String() + ": " + s.Figure(w.Tally(r))
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Incident,
		*model.Statement, *model.Condition, *model.Amendment:
	}
	return ""
}

// Figure is a figure, or the word that there is none: unknown is not zero.
func (s Scene) Figure(figure string) string { return cmp.Or(figure, s.Words.Page.Unknown) }

// Towards is a direction; empty for both ways.
func (s Scene) Towards(to model.Country) string {
	if to == "" {
		return ""
	}
	return s.Styles.Glyphs.Right + " " + s.Words.Country(to)
}

// Join puts what there is of parts into a line, a dot between two.
func (s Scene) Join(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return strings.Join(parts, " "+s.Styles.Glyphs.Dot+" ")
}
