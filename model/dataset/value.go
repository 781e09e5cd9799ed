package dataset

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// value puts v into dst, a field of a record, or leaves it empty and says why.
func (s site) value(v any, dst reflect.Value) {
	switch p := dst.Addr().Interface().(type) {
	case *clean.Text:
		*p = s.text(v, s.cleaner())
	case *clean.URL:
		*p = s.url(v)
	case *model.Moment:
		*p = s.moment(v)
	case *model.ID:
		*p = s.id(v)
	case *model.Country:
		*p = s.country(v)
	case *model.Lang:
		*p = s.lang(v)
	case *bool:
		*p = s.yes(v)
	case *int64:
		*p = s.severity(v)
	case **int64:
		*p = s.number(v)
	case *float64:
		if n := s.within(v, 0, maxNumber); n != nil {
			*p = *n
		}
	case **float64:
		*p = s.coordinate(v)
	case **time.Duration:
		*p = s.duration(v)
	default:
		s.list(v, dst)
	}
}

// list is value for what holds more than one value, and for words.
func (s site) list(v any, dst reflect.Value) {
	switch p := dst.Addr().Interface().(type) {
	case *[]model.ID:
		*p = each(s, v, site.id)
	case *[]model.Class:
		*p = each(s, v, site.class)
	case *[]model.Country:
		*p = each(s, v, site.country)
	case *[]clean.Text:
		*p = each(s, v, func(s site, v any) clean.Text { return s.text(v, clean.Line) })
	case *[]model.Name:
		*p = s.names(v)
	case *[]model.Permit:
		*p = s.permits(v)
	case **model.Fee:
		*p = s.fee(v)
	case *[]model.Figure:
		*p = s.figures(v)
	case *[]model.Assignment:
		*p = s.assignments(v)
	case model.Word:
		dst.SetString(s.word(v, p.Words()))
	default:
		s.fault("cannot be read from a file", "leave it out")
	}
}

// wrong says what stands where something else was wanted.
func (s site) wrong(want string, v any) {
	s.fault("want "+want+", got "+describe(v), "")
}

func describe(v any) string {
	switch v := v.(type) {
	case nil:
		return "nothing"
	case string:
		return "the text " + show(v)
	case int64:
		return "the number " + strconv.FormatInt(v, 10)
	case float64:
		return "the number " + strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		return "a time"
	case map[string]any:
		return "a table"
	}
	return "a list"
}

// cleaner is Body for the fields that may hold paragraphs, and Line for others.
func (s site) cleaner() func(string) clean.Text {
	switch s.path[strings.LastIndexByte(s.path, '.')+1:] {
	case "summary", "note", "reason", "text", "quote", "basis", "description", "affects", "scope":
		return clean.Body
	}
	return clean.Line
}

func (s site) text(v any, cleaner func(string) clean.Text) clean.Text {
	raw, ok := v.(string)
	if !ok {
		s.wrong("text in quotes", v)
		return clean.Text{}
	}
	t := cleaner(raw)
	if words := t.Flags().Words(); words != nil {
		s.report(Fault{Problem: "odd text: " + strings.Join(words, ", "), Remedy: "it is shown cleaned", Warning: true, Cleaned: true})
	}
	return t
}

func (s site) url(v any) clean.URL {
	raw, ok := v.(string)
	if !ok {
		s.wrong("an address in quotes", v)
		return clean.URL{}
	}
	u, err := clean.ParseURL(raw)
	if err != nil {
		s.report(Fault{Problem: clean.Err(err), Remedy: "the address is left out", Warning: true, Cleaned: true})
	}
	return u
}

func (s site) id(v any) model.ID {
	raw, ok := v.(string)
	if !ok {
		s.wrong("an id in quotes", v)
		return ""
	}
	id := model.ID(raw)
	if !id.Valid() {
		s.fault(show(raw)+" is not an id", "want 1 to 64 of a-z, 0-9 and -, the first not a -")
	}
	return id
}

func (s site) country(v any) model.Country {
	raw, _ := v.(string)
	c := model.Country(raw)
	if !c.Valid() {
		s.wrong(`a country such as "LT"`, v)
		return ""
	}
	return c
}

func (s site) lang(v any) model.Lang {
	raw, _ := v.(string)
	if len(raw) < 2 || len(raw) > 3 || strings.Trim(raw, "abcdefghijklmnopqrstuvwxyz") != "" {
		s.wrong(`a language such as "lt"`, v)
		return ""
	}
	return model.Lang(raw)
}

func (s site) yes(v any) bool {
	b, ok := v.(bool)
	if !ok {
		s.wrong("true or false", v)
	}
	return b
}

// maxNumber is above anything that a border has counted or charged.
const maxNumber = 1_000_000_000

func (s site) number(v any) *int64 {
	n, ok := v.(int64)
	if !ok || n < 0 || n > maxNumber {
		s.wrong("a whole number from 0 to 1000000000", v)
		return nil
	}
	return &n
}

func (s site) severity(v any) int64 {
	n, ok := v.(int64)
	if !ok || n < 1 || n > 4 {
		s.wrong("a whole number from 1 to 4", v)
		return 0
	}
	return n
}

func (s site) coordinate(v any) *float64 {
	if strings.HasSuffix(s.path, "lat") { // Also "set.lat".
		return s.within(v, -90, 90)
	}
	return s.within(v, -180, 180)
}

func (s site) within(v any, least, most float64) *float64 {
	f, ok := v.(float64)
	if n, whole := v.(int64); whole {
		f, ok = float64(n), true
	}
	// Written so that NaN fails too.
	if !ok || !(f >= least && f <= most) {
		s.wrong(fmt.Sprintf("a number from %g to %g", least, most), v)
		return nil
	}
	return &f
}

func (s site) duration(v any) *time.Duration {
	raw, ok := v.(string)
	d, err := time.ParseDuration(raw)
	if !ok || err != nil || d < 0 || d > 1000*time.Hour {
		s.wrong(`a duration such as "1h30m", at most 1000 hours`, v)
		return nil
	}
	return &d
}
