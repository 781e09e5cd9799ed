package model

// Kind is a kind of record, by the name of its TOML table.
type Kind string

// The kinds of record.
const (
	KindSource    Kind = "source"
	KindPlace     Kind = "place"
	KindCrossing  Kind = "crossing"
	KindMeasure   Kind = "measure"
	KindReport    Kind = "report"
	KindDeadline  Kind = "deadline"
	KindCount     Kind = "count"
	KindQueue     Kind = "queue"
	KindIncident  Kind = "incident"
	KindStatement Kind = "statement"
	KindCondition Kind = "condition"
	KindTally     Kind = "tally"
	KindAmendment Kind = "amendment"
)

// Kinds lists the kinds of record in the order of the design.
func Kinds() []Kind {
	return []Kind{
		KindSource, KindPlace, KindCrossing, KindMeasure, KindReport, KindDeadline, KindCount,
		KindQueue, KindIncident, KindStatement, KindCondition, KindTally, KindAmendment,
	}
}

// Blank makes an empty record of a kind; nil for a kind that does not exist.
func Blank(k Kind) Record {
	switch k {
	case KindSource:
		return &Source{}
	case KindPlace:
		return &Place{}
	case KindCrossing:
		return &Crossing{}
	case KindMeasure:
		return &Measure{}
	case KindReport:
		return &Report{}
	case KindDeadline:
		return &Deadline{}
	case KindCount:
		return &Count{}
	case KindQueue:
		return &Queue{}
	case KindIncident:
		return &Incident{}
	case KindStatement:
		return &Statement{}
	case KindCondition:
		return &Condition{}
	case KindTally:
		return &Tally{}
	case KindAmendment:
		return &Amendment{}
	}
	return nil
}

// Kind names the table.
func (*Source) Kind() Kind { return KindSource }

// Kind names the table.
func (*Place) Kind() Kind { return KindPlace }

// Kind names the table.
func (*Crossing) Kind() Kind { return KindCrossing }

// Kind names the table.
func (*Measure) Kind() Kind { return KindMeasure }

// Kind names the table.
func (*Report) Kind() Kind { return KindReport }

// Kind names the table.
func (*Deadline) Kind() Kind { return KindDeadline }

// Kind names the table.
func (*Count) Kind() Kind { return KindCount }

// Kind names the table.
func (*Queue) Kind() Kind { return KindQueue }

// Kind names the table.
func (*Incident) Kind() Kind { return KindIncident }

// Kind names the table.
func (*Statement) Kind() Kind { return KindStatement }

// Kind names the table.
func (*Condition) Kind() Kind { return KindCondition }

// Kind names the table.
func (*Tally) Kind() Kind { return KindTally }

// Kind names the table.
func (*Amendment) Kind() Kind { return KindAmendment }

// Own is zero: what a source says is dated by the records that cite it.
func (*Source) Own() Moment { return Moment{} }

// Own is zero: a place is always there.
func (*Place) Own() Moment { return Moment{} }

// Own is zero: a crossing is always there.
func (*Crossing) Own() Moment { return Moment{} }

// Own is when the measure takes effect.
func (m *Measure) Own() Moment { return m.From }

// Own is when the crossing was seen.
func (r *Report) Own() Moment { return r.At }

// Own is when it falls due.
func (d *Deadline) Own() Moment { return d.Due }

// Own is when the claim was made.
func (c *Count) Own() Moment { return c.At }

// Own is when the queue was read.
func (q *Queue) Own() Moment { return q.At }

// Own is when it happened.
func (i *Incident) Own() Moment { return i.At }

// Own is when it was said.
func (s *Statement) Own() Moment { return s.At }

// Own is when the condition was stated.
func (c *Condition) Own() Moment { return c.Stated }

// Own is the period that the figure is of.
func (t *Tally) Own() Moment { return t.Period }

// Own is from when an update holds; zero where the amendment does not say.
func (a *Amendment) Own() Moment { return a.At }

// mayPrecede tells which records may be known before their own time.
func mayPrecede(r Record) bool {
	switch r.Kind() {
	case KindMeasure, KindDeadline, KindAmendment:
		return true
	case KindSource, KindPlace, KindCrossing, KindReport, KindCount, KindQueue, KindIncident,
		KindStatement, KindCondition, KindTally:
	}
	return false
}
