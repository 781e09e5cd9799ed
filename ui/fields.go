package ui

import (
	"reflect"
	"slices"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/desk"
	"bordertop/model/lang"
	"bordertop/ui/form"
)

// The fields of a form are called as those of the record, but for what an amendment
// sets, and for a source that is made in passing.
const (
	setField    = "set."
	sourceField = "source."
)

// toAdd are the kinds of records that can be added, those that a desk hears of most
// first.
func toAdd() []model.Kind {
	return []model.Kind{
		model.KindIncident, model.KindCount, model.KindStatement, model.KindReport, model.KindQueue, model.KindMeasure,
		model.KindDeadline, model.KindCondition, model.KindSource, model.KindTally, model.KindPlace, model.KindCrossing,
	}
}

// usual are the fields of a kind that are not out of the way, in the order in which
// they are typed.
func usual(k model.Kind) []string {
	switch k {
	case model.KindIncident:
		return []string{"title", "at", "category", "severity", "crossings", "places", "where", "summary"}
	case model.KindCount:
		return []string{"value", "unit", "what", "qualifier", "by", "side", "crossing", "at"}
	case model.KindStatement:
		return []string{"speaker", "role", "side", "summary", "quote", "at", "about"}
	case model.KindReport:
		return []string{"crossings", "state", "to", "classes", "by", "at"}
	case model.KindQueue:
		return []string{"crossing", "to", "class", "waiting", "wait", "at"}
	case model.KindMeasure:
		return []string{"kind", "by", "crossings", "to", "classes", "from", "until", "ended", "reason"}
	case model.KindDeadline:
		return []string{"title", "due", "by", "about"}
	case model.KindCondition:
		return []string{"text", "kind", "side", "by", "state", "stated"}
	case model.KindSource:
		return []string{"publisher", "title", "url", "published", "kind"}
	case model.KindTally:
		return []string{"subject", "period", "value", "unit", "by"}
	case model.KindPlace:
		return []string{"name", "kind", "lat", "lon"}
	case model.KindCrossing:
		return []string{"name", "counterpart", "countries", "serves", "lat", "lon"}
	case model.KindAmendment:
		return []string{"kind", "reason", "at"}
	}
	return nil
}

// maker makes the fields of a form.
type maker struct {
	app  *App
	kind model.Kind
}

// toAmend are the fields of an amendment of a record: its own, and those of the
// record.
func (a *App) toAmend(r model.Record) []form.Field {
	of, by := maker{a, r.Kind()}, maker{a, model.KindAmendment}
	var out, rare []form.Field
	for _, name := range usual(model.KindAmendment) {
		rank := form.Usual
		if name == "reason" {
			rank = form.Needed
		}
		f := by.field(name, "", rank)
		switch name {
		case "kind":
			f.Default = string(model.Update)
		case "at":
			f.Label = a.words.Field("from") // the record itself says when, too
		}
		out = append(out, f)
	}
	for _, name := range usual(r.Kind()) {
		out = append(out, of.field(name, setField, form.Usual))
	}
	for _, name := range dataset.FieldsOf(r.Kind()) {
		if name != "id" && name != "known" && !slices.Contains(usual(r.Kind()), name) {
			rare = append(rare, of.field(name, setField, form.Rare))
		}
	}
	out = append(out, by.cited()...)
	for _, name := range []string{"by", "confidence", "note", "known", "id"} {
		rare = append(rare, by.field(name, "", form.Rare))
	}
	return append(out, rare...)
}

// toFill are the fields of a new record.
func (a *App) toFill(k model.Kind) []form.Field {
	m := maker{a, k}
	needed := m.needed()
	var out []form.Field
	for _, name := range usual(k) {
		rank := form.Usual
		if slices.Contains(needed, name) {
			rank = form.Needed
		}
		out = append(out, m.field(name, "", rank))
	}
	if k != model.KindSource {
		out = append(out, m.cited()...)
	}
	for _, name := range dataset.FieldsOf(k) {
		if !slices.ContainsFunc(out, func(f form.Field) bool { return f.Name == name }) {
			out = append(out, m.field(name, "", form.Rare))
		}
	}
	return out
}

// needed are the fields that somebody must fill in: what is made of now is none.
func (m maker) needed() []string {
	var out []string
	for _, one := range dataset.Required(m.kind) {
		if one[0] != "at" && one[0] != "stated" {
			out = append(out, one[0])
		}
	}
	return out
}

// cited are the fields of the sources: those that there are, or another.
func (m maker) cited() []form.Field {
	out := []form.Field{m.field("sources", "", form.Usual)}
	of := maker{m.app, model.KindSource}
	for _, name := range []string{"publisher", "title", "url"} {
		f := of.field(name, sourceField, form.Usual)
		f.Label = m.app.words.SourceMade(f.Label)
		out = append(out, f)
	}
	return out
}

// field makes a field of the kind.
func (m maker) field(name, prefix string, rank form.Rank) form.Field {
	w := m.app.words
	f := form.Field{Name: prefix + name, Label: w.Field(name), Rank: rank}
	t := m.typeOf(name)
	f.List = t.Kind() == reflect.Slice
	f.Hint = hintOf(t, w)
	switch {
	case prefix != "":
	case rank == form.Needed:
		f.Blank = w.Desk.Needed
	case name == "at" || name == "stated" || name == "known":
		f.Blank = w.Now
	}
	if about := dataset.About(m.kind, name); w.Lang() == model.English && f.Hint == "" {
		f.Hint = about
	}
	if t == reflect.TypeFor[model.Moment]() {
		f.Read = m.moment
		return f
	}
	if k, ok := desk.Names(name); ok {
		f.Known = true
		f.Offer = func(text string) []form.Choice { return m.named(k, text) }
		f.Read = m.names
		return f
	}
	f.Words = m.words(name, t)
	if f.Words == nil && !f.List && t == reflect.TypeFor[clean.Text]() || name == "category" {
		f.Offer = func(text string) []form.Choice { return m.said(name, text) }
	}
	return f
}

func (m maker) typeOf(name string) reflect.Type {
	for _, f := range model.Fields(model.Blank(m.kind)) {
		if f.Name == name {
			return f.Value.Type()
		}
	}
	return reflect.TypeFor[clean.Text]()
}

// hintOf says what may be typed into a field of a type; empty for plain text.
func hintOf(t reflect.Type, w lang.Words) string {
	switch t {
	case reflect.TypeFor[model.Moment]():
		return w.Desk.Moment
	case reflect.TypeFor[clean.URL]():
		return w.Desk.Link
	case reflect.TypeFor[[]model.Figure]():
		return w.Desk.Figures
	case reflect.TypeFor[time.Duration]():
		return w.Desk.Span
	case reflect.TypeFor[[]model.Permit](), reflect.TypeFor[*model.Fee](), reflect.TypeFor[[]model.Name]():
		return w.Desk.Table
	}
	switch t.Kind() { //nolint:exhaustive // all others are text
	case reflect.Slice:
		return w.Desk.List
	case reflect.Int64, reflect.Pointer:
		return w.Desk.Figure
	}
	return ""
}

// words are the words of a closed list; nil where there is none.
func (m maker) words(name string, t reflect.Type) []form.Choice {
	if t.Kind() == reflect.Bool {
		return []form.Choice{{Value: "true"}, {Value: "false"}}
	}
	if name == "severity" {
		return []form.Choice{{Value: "1"}, {Value: "2"}, {Value: "3"}, {Value: "4"}}
	}
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	var out []form.Choice
	of, _ := reflect.TypeAssert[model.Word](reflect.Zero(t))
	for _, word := range dataset.Words(m.kind, name) {
		c := form.Choice{Value: word, Means: m.app.words.Wording(of, word)}
		if m.kind == model.KindAmendment && name == "kind" {
			c.Means = m.app.words.Desk.Effects[word]
		}
		out = append(out, c)
	}
	return out
}
