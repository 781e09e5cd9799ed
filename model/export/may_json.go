package export

import (
	"encoding/json"
	"io"
	"time"

	"bordertop/model"
	"bordertop/model/permit"
)

// mayDocument is what WriteMay writes.
type mayDocument struct {
	Schema   int           `json:"schema"`
	Board    string        `json:"board"`
	AsOf     time.Time     `json:"as_of"`
	Known    time.Time     `json:"known"`
	Question mayQuestion   `json:"question"`
	Answer   string        `json:"answer"`
	Reason   string        `json:"reason"`
	Sentence string        `json:"sentence"`
	Clause   string        `json:"clause"`
	Passage  LookPassage   `json:"passage"`
	Behind   []mayRecord   `json:"behind"`
	Also     []mayRecord   `json:"also"`
	Nearby   []mayCrossing `json:"nearby"`
	Sources  []LookSource  `json:"sources"`
}

type mayQuestion struct {
	Who          string        `json:"who"`
	At           model.ID      `json:"at"`
	To           model.Country `json:"to"`
	Class        model.Class   `json:"class"`
	ToAssumed    bool          `json:"to_assumed"`
	ClassAssumed bool          `json:"class_assumed"`
}

// mayRecord is a record behind an answer. Affects are its words on whom it means.
type mayRecord struct {
	ID      model.ID   `json:"id"`
	Text    string     `json:"text"`
	Affects string     `json:"affects"`
	Sources []model.ID `json:"sources"`
}

// mayCrossing is another crossing. Km is null where a place is not known, and Rough
// tells that one is known with low confidence.
type mayCrossing struct {
	ID     model.ID `json:"id"`
	Name   string   `json:"name"`
	Km     *float64 `json:"km"`
	Rough  bool     `json:"rough"`
	Reason string   `json:"reason"`
}

// WriteMay writes an answer for programs.
func WriteMay(w io.Writer, b model.Board, a permit.Answer, o Options) error {
	q := quoter{b, o}
	l := &looker{text: text{b: b, o: o}}
	doc := mayDocument{
		Schema: schema, Board: o.Name, AsOf: seconds(b.Valid, o.Zone), Known: seconds(b.Known, o.Zone),
		Question: mayQuestion{a.Who.Text, a.At, a.To, a.Class, a.ToAssumed, a.ClassAssumed},
		Answer:   verdictName(a.Verdict), Reason: reasonName(a.Reason), Sentence: q.because(a), Clause: line(a.Clause), Passage: l.passage(a.Passage),
		Nearby: all(a.Nearby, func(n permit.Nearby) mayCrossing {
			return mayCrossing{n.Crossing.ID, q.name(n.Crossing), n.Kilometres, n.Rough, reasonName(n.Reason)}
		}),
		Also: all(a.Also, func(m *model.Measure) mayRecord { return l.mayRecord(q, m.ID) }),
	}
	doc.Behind = all(a.Behind, func(id model.ID) mayRecord { return l.mayRecord(q, id) })
	doc.Sources = all(l.cited, l.source)
	return writeIndented(w, doc)
}

// writeIndented writes a document that holds nothing which a page could take for
// its own markup.
func writeIndented(w io.Writer, doc any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(true)
	out.SetIndent("", "  ")
	return out.Encode(doc)
}

func (l *looker) mayRecord(q quoter, id model.ID) mayRecord {
	out := mayRecord{ID: id, Sources: l.backed(model.Moment{}, "", id).Sources}
	if record, ok := l.b.Record(id); ok {
		out.Text = q.fact(record.Record)
		if m, ok := record.Record.(*model.Measure); ok {
			out.Affects = line(m.Affects)
		}
	}
	return out
}

func verdictName(v permit.Verdict) string {
	return [...]string{permit.Unknown: "unknown", permit.No: "no", permit.Yes: "yes"}[v]
}

func reasonName(r permit.Reason) string {
	return [...]string{
		permit.NoWord: "no_word", permit.TooOld: "too_old", permit.InDispute: "in_dispute", permit.MaybeBanned: "maybe_banned",
		permit.MaybeAllowed: "maybe_allowed", permit.WhoIsAboard: "who_is_aboard", permit.AtOdds: "at_odds", permit.NotServed: "not_served",
		permit.Shut: "shut", permit.Forbidden: "forbidden", permit.NotListed: "not_listed", permit.Listed: "listed", permit.Free: "free",
	}[r]
}
