package dataset

import (
	"reflect"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// TypedOf is what somebody would type into a draft to get the fields that a record
// has, but for its id. Days and hours are by zone.
func TypedOf(r model.Record, zone *time.Location) []Typed {
	var out []Typed
	for _, f := range ordered(model.Fields(r)) {
		if text := typedValue(f.Value, zone); text != "" && f.Name != "id" {
			out = append(out, Typed{f.Name, text})
		}
	}
	return out
}

// typedValue is the value of a field as it is typed; empty where it has none, or one
// that cannot be written.
func typedValue(v reflect.Value, zone *time.Location) string {
	if v.IsZero() {
		return ""
	}
	switch value := v.Interface().(type) {
	case model.Moment:
		return typedMoment(value, zone)
	case clean.Text:
		return value.String()
	case clean.URL:
		return value.String()
	case time.Duration:
		return span(value)
	case []model.Figure:
		return strings.Trim(strings.ReplaceAll(encoded(value, zone), " = ", "="), "{ }")
	case []model.Permit, *model.Fee, []model.Name, []model.Assignment:
		return strings.ReplaceAll(encoded(value, zone), "\n", " ")
	}
	switch v.Kind() { //nolint:exhaustive // all others are written as they are
	case reflect.String:
		return v.String()
	case reflect.Slice:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = typedValue(v.Index(i), zone)
		}
		return strings.Join(items, ", ")
	}
	return encoded(v.Interface(), zone)
}

// encoded is a value as TOML; empty where it cannot be written.
func encoded(v any, zone *time.Location) string {
	text, err := encode(v, zone)
	if err != nil {
		return ""
	}
	return text
}

// typedMoment is a moment by the clocks of zone or, where they show it twice, with
// its offset.
func typedMoment(m model.Moment, zone *time.Location) string {
	local := m.First().In(zone).Format("2006-01-02 15:04")
	if same, err := model.ParseMoment(local, zone); err == nil && same.First().Equal(m.First()) && m.Precision() == model.Minute {
		return local
	}
	text, err := momentText(m, zone)
	if err != nil {
		return ""
	}
	return strings.Trim(text, `"`)
}

// Required lists what a record of a kind must say besides its id: of each group of
// fields one at least.
func Required(k model.Kind) [][]string { return required(k)[1:] }
