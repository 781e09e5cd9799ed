package export

import (
	"encoding/json"
	"io"
	"reflect"
	"strconv"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// schema is the version of what writeJSON writes. It changes when a name goes or
// means something else, and not when one is added.
const schema = 1

// document is what writeJSON writes, of one record and of many.
type document struct {
	header
	Records []entry    `json:"records" doc:"the records"`
	Sources []citation `json:"sources" doc:"the sources that the records name, each once"`
}

// entry is a record, as amended.
type entry struct {
	ID         model.ID         `json:"id" doc:"the id of the record"`
	Kind       model.Kind       `json:"kind" doc:"its table in datasets"`
	Known      *time.Time       `json:"known,omitempty" doc:"when it became public"`
	Confidence model.Confidence `json:"confidence,omitempty" enum:"high,medium,low" doc:"how far it is trusted by whoever wrote it down"`
	Note       string           `json:"note,omitempty" doc:"what fits no field"`
	Freshness  string           `json:"freshness,omitempty" enum:"fresh,ageing,stale" doc:"how far it may still be relied on; left out for what does not age"`
	Sources    []model.ID       `json:"sources" doc:"the ids of the sources that say so"`
	// Unsourced says in the reader's words that nobody is named who says so.
	Unsourced string         `json:"unsourced,omitempty" doc:"in words, that nobody is named who says so"`
	Fields    map[string]any `json:"fields" doc:"what is its own, by the names that datasets use; what is not known is left out"`
	Changes   []change       `json:"changes,omitempty" doc:"the fields that amendments gave another value"`
	Disputes  []amendment    `json:"disputes,omitempty" doc:"rival claims, which change nothing"`
	Withdrawn *amendment     `json:"withdrawn,omitempty" doc:"the amendment that took it back"`
}

// change is a field whose value an amendment replaced.
type change struct {
	Field string    `json:"field" doc:"the field"`
	Old   any       `json:"old" doc:"the value before"`
	New   any       `json:"new" doc:"the value now"`
	By    amendment `json:"by" doc:"the amendment"`
}

type amendment struct {
	ID      model.ID            `json:"id" doc:"the id of the amendment"`
	Kind    model.AmendmentKind `json:"kind" enum:"update,correction,withdrawal,dispute" doc:"what it does"`
	At      *span               `json:"at,omitempty" doc:"from when it holds, or else when it became known"`
	By      string              `json:"by,omitempty" doc:"by whom"`
	Reason  string              `json:"reason,omitempty" doc:"why"`
	Sources []model.ID          `json:"sources" doc:"the ids of its sources"`
	Set     map[string]any      `json:"set,omitempty" doc:"the values that it gives, by their fields"`
}

type citation struct {
	ID         model.ID         `json:"id" doc:"the id of the source"`
	Publisher  string           `json:"publisher" doc:"who published it"`
	Title      string           `json:"title,omitempty" doc:"its title"`
	URL        string           `json:"url,omitempty" doc:"its address"`
	Published  *span            `json:"published,omitempty" doc:"when it appeared"`
	Kind       model.SourceKind `json:"kind,omitempty" doc:"what sort of source it is"`
	StateMedia bool             `json:"state_media" doc:"whether a state controls it"`
	Origin     string           `json:"origin,omitempty" doc:"the source or agency that it repeats"`
}

// span is a moment: it lies somewhere from First up to Last, which are the same
// for an instant, by the clock that it was written by.
type span struct {
	First     string `json:"first" doc:"the first instant"`
	Last      string `json:"last" doc:"the last instant, the same where it is exact"`
	Precision string `json:"precision" enum:"minute,midnight,day,month,year,span" doc:"how exactly it is known"`
	// Text is the moment in words; empty in a document of records.
	Text string `json:"text,omitempty" doc:"in words"`
}

// String is the moment in words, for templates.
func (s *span) String() string {
	if s == nil {
		return ""
	}
	return s.Text
}

// writeJSON writes records for programs.
func writeJSON(w io.Writer, d dossier) error {
	doc := document{d.header(), []entry{}, []citation{}}
	cited := map[model.ID]bool{}
	for _, a := range d.records {
		doc.Records = append(doc.Records, d.entry(a))
		for _, s := range d.cites(a.Record) {
			if !cited[s.ID] {
				cited[s.ID] = true
				doc.Sources = append(doc.Sources, cite(s))
			}
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(true)
	out.SetIndent("", "  ")
	return out.Encode(doc)
}

func (d dossier) entry(a model.Amended) entry {
	head := a.Record.Head()
	e := entry{
		ID: head.ID, Kind: a.Record.Kind(), Confidence: head.Confidence, Note: head.Note.String(),
		Sources: listed(head.Sources), Unsourced: d.unsourced(a.Record), Fields: map[string]any{},
	}
	if known := d.b.KnownAt(head.ID); !known.IsZero() {
		known = known.In(d.o.Zone)
		e.Known = &known
	}
	if f, ok := d.freshness(a.Record); ok {
		e.Freshness = freshness(f)
	}
	for _, f := range model.Fields(a.Record) {
		if !f.Value.IsZero() && !common(f.Name) {
			e.Fields[f.Name] = plain(f.Value.Interface())
		}
	}
	for _, c := range a.Changes {
		e.Changes = append(e.Changes, d.changeOf(c))
	}
	for _, by := range a.Disputes {
		e.Disputes = append(e.Disputes, d.amended(by))
	}
	if a.Withdrawal != nil {
		by := d.amended(a.Withdrawal)
		e.Withdrawn = &by
	}
	return e
}

// freshness is the word of programs for one.
func freshness(f model.Freshness) string {
	return [...]string{model.Fresh: "fresh", model.Ageing: "ageing", model.Stale: "stale"}[f]
}

func listed(ids []model.ID) []model.ID {
	if ids == nil {
		return []model.ID{}
	}
	return ids
}

func (d dossier) amended(a *model.Amendment) amendment {
	out := amendment{ID: a.ID, Kind: a.Type, At: moment(d.made(a)), By: a.By.String(), Reason: a.Reason.String(), Sources: listed(a.Sources)}
	for _, set := range a.Set {
		if out.Set == nil {
			out.Set = map[string]any{}
		}
		out.Set[set.Field] = plain(set.Value)
	}
	return out
}

func cite(s *model.Source) citation {
	return citation{
		ID: s.ID, Publisher: s.Publisher.String(), Title: s.Title.String(), URL: s.URL.String(), Published: moment(s.Published),
		Kind: s.Type, StateMedia: s.StateMedia, Origin: s.Origin.String(),
	}
}

func moment(m model.Moment) *span {
	if m.IsZero() {
		return nil
	}
	precisions := [...]string{
		model.None: "", model.Minute: "minute", model.Midnight: "midnight", model.Day: "day", model.Month: "month", model.Year: "year", model.Span: "span",
	}
	first, last := m.Dates()
	return &span{
		First: m.First().In(first.Location()).Format(time.RFC3339), Last: m.Last().In(last.Location()).Format(time.RFC3339),
		Precision: precisions[m.Precision()],
	}
}

// plain is a value of a field as JSON has it.
func plain(v any) any {
	switch v := v.(type) {
	case model.Moment:
		return moment(v)
	case clean.Text:
		return v.String()
	case clean.URL:
		return v.String()
	case *time.Duration:
		if v == nil {
			return nil
		}
		return strconv.Itoa(int(*v/time.Minute)) + "m"
	case *model.Fee:
		if v == nil {
			return nil
		}
		return map[string]any{"amount": v.Amount, "currency": v.Currency.String(), "per": v.Per.String(), "each": v.Each.String()}
	case model.Permit:
		return map[string]string{"who": v.Who.String(), "to": string(v.To), "text": v.Text.String()}
	case model.Name:
		return map[string]string{"lang": string(v.Lang), "text": v.Text.String()}
	case model.Figure:
		return map[string]any{"name": v.Name, "value": v.Value}
	case model.Assignment:
		return map[string]any{"field": v.Field, "value": plain(v.Value)}
	}
	r := reflect.ValueOf(v)
	if r.Kind() != reflect.Slice {
		return v
	}
	out := make([]any, r.Len())
	for i := range out {
		out[i] = plain(r.Index(i).Interface())
	}
	return out
}
