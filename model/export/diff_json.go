package export

import (
	"io"
	"slices"
	"time"

	"bordertop/model"
)

// changesDocument is what Changes.JSON writes.
type changesDocument struct {
	Schema      int          `json:"schema"`
	Board       string       `json:"board"`
	Since       time.Time    `json:"since"`
	SinceKnown  time.Time    `json:"since_known"`
	Until       time.Time    `json:"until"`
	UntilKnown  time.Time    `json:"until_known"`
	Differences []changed    `json:"differences"`
	Sources     []LookSource `json:"sources"`
}

// changed is a difference: in words, with what stands behind it, and as values.
// Known is null for what always was.
type changed struct {
	Kind     string     `json:"kind"`
	ID       model.ID   `json:"id"`
	Sentence string     `json:"sentence"`
	Name     string     `json:"name"`
	Is       string     `json:"is"`
	Was      string     `json:"was"`
	Note     string     `json:"note"`
	Known    *time.Time `json:"known"`
	Records  []model.ID `json:"records"`
	Sources  []model.ID `json:"sources"`

	State     *changedPair[*LookPassage]   `json:"state,omitempty"`
	Passages  []changedPair[*LookPassage]  `json:"passages,omitempty"`
	Fate      string                       `json:"fate,omitempty"`
	By        model.ID                     `json:"replaced_by,omitempty"`
	Deadline  *changedPair[*LookDeadline]  `json:"deadline,omitempty"`
	Claim     *changedPair[*LookClaim]     `json:"claim,omitempty"`
	Condition *changedPair[*LookCondition] `json:"condition,omitempty"`
	Event     *entry                       `json:"event,omitempty"`
	Amendment *amendment                   `json:"amendment,omitempty"`
	Amended   []model.ID                   `json:"amended,omitempty"`
	Changes   []change                     `json:"changes,omitempty"`
}

// changedPair is what it was and what it is; null where there was, or is, none.
type changedPair[T any] struct {
	Before T `json:"before"`
	After  T `json:"after"`
}

// JSON writes them for programs, all events among them.
func (c Changes) JSON(w io.Writer) error {
	before, after := &looker{text: text{b: c.From, o: c.Options}}, &looker{text: text{b: c.To, o: c.Options}}
	doc := changesDocument{
		Schema: schema, Board: c.Name, Since: seconds(c.From.Valid, c.Zone), SinceKnown: seconds(c.From.Known, c.Zone),
		Until: seconds(c.To.Valid, c.Zone), UntilKnown: seconds(c.To.Known, c.Zone), Differences: []changed{},
	}
	for _, d := range model.Diff(c.From, c.To) {
		if d.Kind == model.EventAdded && c.Only != nil && !c.Only(d.Event) {
			continue
		}
		doc.Differences = append(doc.Differences, c.changed(d, before, after))
	}
	for _, id := range before.cited {
		if !slices.Contains(after.cited, id) {
			after.cited = append(after.cited, id)
		}
	}
	doc.Sources = all(after.cited, after.source)
	return writeIndented(w, doc)
}

func (c Changes) changed(d model.Difference, before, after *looker) changed {
	t, told := Tell(c.To, d, c.Options), dossier{quoter: quoter{c.To, c.Options}}
	out := changed{
		Kind: changeName(d.Kind), ID: d.ID, Sentence: t.Sentence(c.Words), Name: t.Name, Is: t.Is, Was: t.Was, Note: t.Note,
		Records: all(d.Records, itself), Sources: after.backed(model.Moment{}, "", d.Records...).Sources,
	}
	if !d.Known.IsZero() {
		known := seconds(d.Known, c.Zone)
		out.Known = &known
	}
	switch d.Kind {
	case model.StateChanged:
		out.State = &changedPair[*LookPassage]{optional(&d.State.Before, before.passage), optional(&d.State.After, after.passage)}
		for _, p := range d.State.Passages {
			out.Passages = append(out.Passages, changedPair[*LookPassage]{optional(&p.Before, before.passage), optional(&p.After, after.passage)})
		}
	case model.DeadlineChanged:
		out.Fate, out.By = fateName(d.Deadline.Fate), d.Deadline.By
		out.Deadline = &changedPair[*LookDeadline]{optional(d.Deadline.Before, before.deadline), optional(d.Deadline.After, after.deadline)}
	case model.ClaimChanged:
		out.Claim = &changedPair[*LookClaim]{optional(d.Claim.Before, before.claim), optional(d.Claim.After, after.claim)}
	case model.ConditionChanged:
		out.Condition = &changedPair[*LookCondition]{optional(d.Condition.Before, before.condition), optional(d.Condition.After, after.condition)}
	case model.EventAdded:
		if a, ok := c.To.Record(d.ID); ok {
			e := told.entry(a)
			out.Event = &e
		}
	case model.RecordAmended:
		by := told.amended(d.Amendment.Amendment)
		out.Amendment, out.Amended = &by, all(d.Amendment.Records, func(r model.Record) model.ID { return r.Head().ID })
		for _, change := range d.Amendment.Changes {
			out.Changes = append(out.Changes, told.changeOf(change))
		}
	}
	return out
}

// optional is what something is made into; nil where there is none.
func optional[T, U any](t *T, made func(T) U) *U {
	if t == nil {
		return nil
	}
	u := made(*t)
	return &u
}

func (d dossier) changeOf(c model.Change) change {
	return change{c.Field, plain(c.Old), plain(c.New), d.amended(c.By)}
}

func changeName(k model.DifferenceKind) string {
	return [...]string{
		model.StateChanged: "state", model.DeadlineChanged: "deadline", model.ClaimChanged: "claim", model.ConditionChanged: "condition",
		model.EventAdded: "event", model.RecordAmended: "amendment",
	}[k]
}

func fateName(f model.DeadlineFate) string {
	return [...]string{
		model.Announced: "announced", model.Begun: "begun", model.MovedUp: "moved_up", model.MovedBack: "moved_back", model.Lifted: "lifted",
		model.Passed: "passed", model.Finished: "finished", model.Replaced: "replaced", model.CalledOff: "called_off",
	}[f]
}
