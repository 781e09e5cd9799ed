package export

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// value is the value of a field in words; empty where it has none. What is true
// or false is told in other ways.
func (o Options) value(v any) string {
	if w, ok := v.(model.Word); ok {
		return o.word(w)
	}
	switch v := v.(type) {
	case model.Moment:
		return o.Words.Dated(v, o.Zone)
	case clean.Text:
		return line(v)
	case clean.URL:
		return v.String()
	case *int64:
		if v == nil {
			return ""
		}
		return o.Words.Number(*v)
	case *float64:
		if v == nil {
			return ""
		}
		return strconv.FormatFloat(*v, 'f', -1, 64)
	case int64:
		if v == 0 {
			return ""
		}
		return o.Words.Number(v)
	case *time.Duration:
		if v == nil {
			return ""
		}
		return o.Words.Span(*v)
	case *model.Fee:
		if v == nil {
			return ""
		}
		return o.Words.Fee(*v)
	}
	return o.list(reflect.ValueOf(v))
}

// word is a word of the model in the reader's language.
func (o Options) word(word model.Word) string {
	w := o.Words
	switch v := word.(type) {
	case model.Unit:
		return w.Unit(v)
	case model.What:
		return w.What(v)
	case model.Class:
		return w.Class(v)
	case model.Qualifier:
		return w.Qualifier(v)
	case model.MeasureKind:
		return w.Measure(v)
	case model.ReportState:
		return w.Report(v)
	case model.ConditionKind:
		return w.Demand(v)
	case model.ConditionState:
		return w.Condition(v)
	case model.AmendmentKind:
		return w.Amendment(v)
	case model.SourceKind:
		return w.Source(v)
	case model.PlaceKind:
		return w.Place(v)
	case model.Confidence:
		return w.Confidence(v)
	case model.Lang:
		return w.Language(v)
	}
	return o.list(reflect.ValueOf(word))
}

// list is a value of one of the kinds that are lists or words.
func (o Options) list(v reflect.Value) string {
	switch v.Kind() { //nolint:exhaustive // records have no other kinds
	case reflect.String:
		return v.String()
	case reflect.Slice:
		var parts []string
		for i := range v.Len() {
			if text := o.item(v.Index(i).Interface()); text != "" {
				parts = append(parts, text)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

func (o Options) item(v any) string {
	switch v := v.(type) {
	case model.Country:
		return o.Words.Country(v)
	case model.Name:
		return v.Text.String() + " (" + string(v.Lang) + ")"
	case model.Permit:
		return o.Words.Who([]model.Permit{v})
	case model.Figure:
		return o.Words.Measured(v)
	case model.Assignment:
		return o.Words.Field(v.Field) + ": " + o.value(v.Value)
	}
	return o.value(v)
}
