package query

import (
	"strconv"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// column is what a segment keeps of each record, beside its text and dates.
type column uint8

const (
	colCategory column = iota
	colSide
	colSpeaker
	colKind
	colConfidence
	colUnit
	colClass
	colTo
	colWaiting // digits, as all numbers
	colWait    // in minutes
	colValue
	colSource // ids
	colSite   // ids of crossings and places
	colWhere
	columns
)

// document is what queries ask of a record: its texts, its values by column, and
// when it was.
type document struct {
	texts       []string
	values      [columns][]string
	severity    int8
	first, last int64
	dated       dating
	// settled tells that it is the same on every board that knows of the record,
	// from known and valid on.
	settled      bool
	known, valid int64
}

// world is where documents find what a record tells of: a log as it was stated,
// or a board.
type world struct {
	log   model.Log
	acts  map[model.ID][]model.Record
	board *model.Board
}

// record gives a record as it stands; nil where it is not known.
func (w world) record(id model.ID) model.Record {
	if w.board == nil {
		return w.log.Record(id)
	}
	a, _ := w.board.Record(id)
	return a.Record
}

// reset makes room for another record.
func (d *document) reset() {
	d.texts = d.texts[:0]
	for i := range d.values {
		d.values[i] = d.values[i][:0]
	}
	d.severity, d.settled, d.known, d.valid = 0, true, 0, 0
}

func (d *document) put(c column, text string) {
	if text != "" {
		d.values[c] = append(d.values[c], text)
	}
}

// count puts down a number, if there is one.
func (d *document) count(c column, n *int64) {
	if n != nil {
		d.put(c, strconv.FormatInt(*n, 10))
	}
}

func (d *document) tell(texts ...clean.Text) {
	for _, t := range texts {
		if !t.Empty() {
			d.texts = append(d.texts, t.String())
		}
	}
}

// said puts down who says it, and for whom.
func (d *document) said(by, side clean.Text) {
	d.put(colSpeaker, by.String())
	d.put(colSide, side.String())
	d.tell(by)
}

func (d *document) at(ids ...model.ID) {
	for _, id := range ids {
		d.put(colSite, string(id))
	}
}

// of makes the document of a record.
func (d *document) of(r model.Record, w world) {
	d.reset()
	d.first, d.last, d.dated = dates(r)
	head := r.Head()
	d.put(colKind, string(r.Kind()))
	d.put(colConfidence, string(head.Confidence))
	for _, id := range head.Sources {
		d.put(colSource, string(id))
	}
	switch r := r.(type) {
	case *model.Incident:
		d.incident(r, w)
	case *model.Statement:
		d.statement(r)
		d.about(r.About, w)
	case *model.Source, *model.Place, *model.Crossing:
		d.thing(r)
	case *model.Measure, *model.Report, *model.Deadline:
		d.act(r, w)
	case *model.Count, *model.Queue, *model.Condition, *model.Tally, *model.Amendment:
		d.claim(r)
	}
}

func (d *document) incident(i *model.Incident, w world) {
	d.put(colCategory, string(i.Category))
	d.put(colWhere, i.Where.String())
	d.severity = int8(max(0, min(i.Severity, mostSevere+1)))
	d.at(i.Crossings...)
	d.at(i.Places...)
	d.tell(i.Title, i.Summary, i.Where)
	d.about(i.About, w)
	for _, id := range i.About {
		d.sides(w, id)
	}
	// A board shows what was said of an incident with it and nowhere else.
	for _, told := range w.log.Telling(i.ID) {
		if s, ok := told.(*model.Statement); ok {
			d.told(s, i.ID, w)
		}
	}
}

func (d *document) statement(s *model.Statement) {
	d.said(s.Speaker, s.Side)
	d.tell(s.Role, s.Summary, s.Quote)
}

// thing is the document of what is named.
func (d *document) thing(r model.Record) {
	switch r := r.(type) {
	case *model.Source:
		d.put(colSource, string(r.ID))
		d.put(colKind, string(r.Type))
		d.tell(r.Publisher, r.Title, r.Description)
	case *model.Place:
		d.at(r.ID)
		d.put(colKind, string(r.Type))
		d.texts = append(d.texts, placeNames(r)...)
	case *model.Crossing:
		d.at(r.ID)
		d.texts = append(d.texts, crossingNames(r)...)
	case *model.Measure, *model.Report, *model.Deadline, *model.Count, *model.Queue, *model.Incident,
		*model.Statement, *model.Condition, *model.Tally, *model.Amendment:
	}
}

// act is the document of what limits passage, or shows or ends it.
func (d *document) act(r model.Record, w world) {
	switch r := r.(type) {
	case *model.Measure:
		d.put(colKind, string(r.Type))
		d.said(r.By, clean.Text{})
		d.at(r.Crossings...)
		d.traffic(r.To, r.Classes...)
		d.tell(r.Affects, r.Scope, r.Reason, r.Instrument, r.EndsWhen)
		for _, p := range r.Allows {
			d.tell(p.Who, p.Text)
		}
	case *model.Report:
		d.said(r.By, clean.Text{})
		d.at(r.Crossings...)
		d.traffic(r.To, r.Classes...)
	case *model.Deadline:
		d.said(r.By, clean.Text{})
		d.tell(r.Title)
		d.about(r.About, w)
	case *model.Source, *model.Place, *model.Crossing, *model.Count, *model.Queue, *model.Incident,
		*model.Statement, *model.Condition, *model.Tally, *model.Amendment:
	}
}

// queue is the document of a reading of a queue.
func (d *document) queue(q *model.Queue) {
	d.at(q.Crossing)
	d.traffic(q.To, q.Class)
	d.count(colWaiting, q.Waiting)
	if q.Wait != nil {
		d.count(colWait, new(int64(*q.Wait/time.Minute)))
	}
	d.tell(q.Method)
}

// traffic puts down whose passage it is about.
func (d *document) traffic(to model.Country, classes ...model.Class) {
	d.put(colTo, string(to))
	for _, c := range classes {
		d.put(colClass, string(c))
	}
}

// claim is the document of a figure, a demand or what changes a record.
func (d *document) claim(r model.Record) {
	switch r := r.(type) {
	case *model.Count:
		d.put(colKind, string(r.What))
		d.put(colUnit, string(r.Unit))
		d.put(colUnit, r.UnitText.String())
		d.said(r.By, r.Side)
		d.at(r.Crossing)
		for _, n := range []*int64{r.Value, r.Min, r.Max} {
			d.count(colValue, n)
		}
		d.tell(r.Summary, r.UnitText)
	case *model.Queue:
		d.queue(r)
	case *model.Condition:
		d.put(colKind, string(r.Type))
		d.said(r.By, r.Side)
		d.tell(r.Text)
	case *model.Tally:
		d.put(colUnit, r.Unit.String())
		d.said(r.By, clean.Text{})
		d.tell(r.Subject, r.Unit, r.Basis)
	case *model.Amendment:
		d.put(colKind, string(r.Type))
		d.said(r.By, clean.Text{})
		d.tell(r.Reason)
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline,
		*model.Incident, *model.Statement:
	}
}
