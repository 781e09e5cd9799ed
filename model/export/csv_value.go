package export

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// csvText is the value of a field as a text; a dash for none.
func csvText(v any) string {
	if text := fmt.Sprint(csvValue(v)); text != "" && text != "<nil>" {
		return text
	}
	return "–"
}

// csvValue is the value of a field: a number, a text, or nil.
func csvValue(v any) any {
	switch v := v.(type) {
	case model.Moment:
		return written(v)
	case clean.Text:
		return line(v)
	case clean.URL:
		return v.String()
	case bool:
		return v
	case int64:
		if v == 0 {
			return nil
		}
		return v
	case *int64:
		if v == nil {
			return nil
		}
		return *v
	case *float64:
		if v == nil {
			return nil
		}
		return *v
	case *time.Duration:
		if v == nil {
			return nil
		}
		return int64(*v / time.Minute)
	}
	return csvList(v)
}

// csvList is what has several values, in one text.
func csvList(v any) any {
	switch v := v.(type) {
	case *model.Fee:
		if v == nil {
			return nil
		}
		return strings.Join(strings.Fields(strconv.FormatFloat(v.Amount, 'f', -1, 64)+" "+line(v.Currency)+" "+line(v.Per)+" "+line(v.Each)), " ")
	case model.Name:
		return string(v.Lang) + "=" + line(v.Text)
	case model.Figure:
		return string(v.Name) + "=" + strconv.FormatInt(v.Value, 10)
	case model.Permit:
		if v.To != "" {
			return line(v.Who) + " to " + string(v.To)
		}
		return line(v.Who)
	case model.Assignment:
		return v.Field + "=" + csvText(v.Value)
	}
	r := reflect.ValueOf(v)
	if r.Kind() != reflect.Slice {
		return r.String()
	}
	between := " "
	if r.Type().Elem().Kind() == reflect.Struct {
		between = " | "
	}
	parts := make([]string, r.Len())
	for i := range parts {
		parts[i] = fmt.Sprint(csvValue(r.Index(i).Interface()))
	}
	return strings.Join(parts, between)
}

// edge is a part of a moment; nil where it has none.
func edge(m model.Moment, part func(*span) string) any {
	if s := moment(m); s != nil {
		return part(s)
	}
	return nil
}

// written is a moment as datasets write it.
func written(m model.Moment) string {
	s := moment(m)
	if s == nil {
		return ""
	}
	first, last := m.Dates()
	switch m.Precision() {
	case model.Minute, model.None:
		return s.First
	case model.Midnight:
		return last.Format(time.DateOnly) + " 24:00"
	case model.Day:
		return first.Format(time.DateOnly)
	case model.Month:
		return first.Format("2006-01")
	case model.Year:
		return first.Format("2006")
	case model.Span:
	}
	if _, _, whole := days(m); whole {
		return first.Format(time.DateOnly) + "/" + last.Format(time.DateOnly)
	}
	return s.First + "/" + s.Last
}
