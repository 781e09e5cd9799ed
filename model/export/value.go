package export

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// value is the value of a field in words; empty where it has none.
func (o Options) value(v any) string {
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
	case time.Duration:
		if v == 0 {
			return ""
		}
		return o.Words.Span(v)
	case *model.Fee:
		if v == nil {
			return ""
		}
		return o.Words.Fee(*v)
	}
	return o.list(reflect.ValueOf(v))
}

// list is a value of one of the kinds that are lists or words.
func (o Options) list(v reflect.Value) string {
	switch v.Kind() { //nolint:exhaustive // records have no other kinds
	case reflect.String:
		return o.Words.Plain(v.String())
	case reflect.Bool:
		if v.Bool() {
			return "true"
		}
		return ""
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
	case model.ID:
		return string(v)
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
