package query

import (
	"slices"

	"bordertop/model"
)

// about adds the crossings and places of what a record tells of.
func (d *document) about(ids []model.ID, w world) {
	for _, id := range ids {
		for _, r := range d.linked(w, id) {
			d.at(sites(r)...)
		}
	}
}

// sides adds whose words or figures it is that an incident tells of.
func (d *document) sides(w world, id model.ID) {
	for _, r := range d.linked(w, id) {
		switch r := r.(type) {
		case *model.Count:
			d.put(colSide, r.Side.String())
		case *model.Condition:
			d.put(colSide, r.Side.String())
		case *model.Statement:
			d.put(colSide, r.Side.String())
		case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Queue,
			*model.Incident, *model.Tally, *model.Amendment:
		}
	}
}

// linked gives the record of an id, or the measures of an act.
func (d *document) linked(w world, id model.ID) []model.Record {
	stated := w.acts[id]
	if r := w.log.Record(id); r != nil {
		stated = []model.Record{r}
	}
	var out []model.Record
	for _, r := range stated {
		d.lean(w, r)
		if now := w.record(r.Head().ID); now != nil {
			out = append(out, now)
		}
	}
	return out
}

// lean notes that the document depends on another record.
func (d *document) lean(w world, r model.Record) {
	if w.board != nil {
		return
	}
	d.settled = d.settled && !w.log.Amended(r)
	d.known = max(d.known, w.log.Known(r.Head().ID).UnixMicro())
}

// settle tells whether a record stands on every board as the document has it, and
// forgets from when on where that is from the beginning.
func (d *document) settle(r model.Record, w world) {
	if w.board != nil {
		return
	}
	d.settled = d.settled && !w.log.Amended(r)
	if d.known > 0 && d.known <= w.log.Known(r.Head().ID).UnixMicro() {
		d.known = 0
	}
	if d.valid <= r.Own().First().UnixMicro() {
		d.valid = 0
	}
}

// told adds what a statement says of an incident, once that has been said.
func (d *document) told(s *model.Statement, of model.ID, w world) {
	d.lean(w, s)
	d.valid = max(d.valid, s.At.First().UnixMicro())
	now, ok := w.record(s.ID).(*model.Statement)
	if !ok || w.board != nil && now.At.First().After(w.board.Valid) || !slices.Contains(now.About, of) {
		return
	}
	d.statement(now)
}

// sites lists the crossings and places that a record names.
func sites(r model.Record) []model.ID {
	switch r := r.(type) {
	case *model.Crossing:
		return []model.ID{r.ID}
	case *model.Place:
		return []model.ID{r.ID}
	case *model.Measure:
		return r.Crossings
	case *model.Report:
		return r.Crossings
	case *model.Count:
		return []model.ID{r.Crossing}
	case *model.Queue:
		return []model.ID{r.Crossing}
	case *model.Incident:
		return slices.Concat(r.Crossings, r.Places)
	case *model.Source, *model.Deadline, *model.Statement, *model.Condition, *model.Tally, *model.Amendment:
	}
	return nil
}
