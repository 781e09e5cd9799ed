package keep

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
)

// line is what stands on one line of a file: a record under the name of its kind, by
// the names of its fields, or a reading.
type line map[string]map[string]any

// readingKey is under which a reading stands; no kind is called so.
const readingKey = "reading"

// encode writes a record as a line.
func encode(r model.Record) ([]byte, error) {
	out := map[string]any{}
	for _, f := range model.Fields(r) {
		if !f.Value.IsZero() {
			out[f.Name] = plain(f.Value)
		}
	}
	data, err := json.Marshal(map[string]any{string(r.Kind()): out})
	if err != nil {
		return nil, fmt.Errorf("keep %s: %w", r.Head().ID, err)
	}
	return append(data, '\n'), nil
}

// marked is a text that was cleaned: how stays with it.
type marked struct {
	Text  string      `json:"text"`
	Flags clean.Flags `json:"flags"`
}

// plain is a value as JSON can have it.
func plain(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case clean.Text:
		return marked{x.String(), x.Flags()}
	case clean.URL:
		return x.String()
	case model.Moment:
		return x
	case model.Assignment:
		return map[string]any{x.Field: plain(reflect.ValueOf(x.Value))}
	}
	switch v.Kind() { //nolint:exhaustive // other kinds are as they are
	case reflect.Pointer:
		return plain(v.Elem())
	case reflect.Slice:
		out := make([]any, v.Len())
		for i := range out {
			out[i] = plain(v.Index(i))
		}
		return out
	case reflect.Struct:
		out := map[string]any{}
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				out[v.Type().Field(i).Name] = plain(v.Field(i))
			}
		}
		return out
	}
	return v.Interface()
}

// errForm says that a value is of another form than its field.
func errForm() error { return errors.New("not of the form that it should have") }

// decode reads a record of a kind. Its texts go through the door again, for the file
// may have been edited.
func decode(k model.Kind, fields map[string]any) (model.Record, error) {
	r := model.Blank(k)
	if r == nil {
		return nil, errors.New("no such kind of record")
	}
	for _, f := range model.Fields(r) {
		if value, ok := fields[f.Name]; ok {
			if err := fill(f.Value, f.Name, value); err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name, err)
			}
		}
	}
	if !r.Head().ID.Valid() {
		return nil, errors.New("no valid id")
	}
	return r, nil
}

// fill sets a value of the field of a name.
func fill(v reflect.Value, name string, value any) error {
	switch p := v.Addr().Interface().(type) {
	case *clean.Text:
		m, ok := value.(map[string]any)
		s, isText := m["text"].(string)
		flags, isFlags := m["flags"].(float64)
		if !ok || !isText || !isFlags || flags != float64(clean.Flags(flags)) {
			return errForm()
		}
		*p = text(name, marked{s, clean.Flags(flags)})
		return nil
	case *clean.URL:
		s, ok := value.(string)
		if !ok {
			return errForm()
		}
		url, err := clean.ParseURL(s)
		*p = url
		return err
	case *model.Moment:
		s, ok := value.(string)
		if !ok {
			return errForm()
		}
		return p.UnmarshalText([]byte(s))
	case *model.Assignment:
		return assign(p, value)
	}
	return fillPlain(v, name, value)
}

func fillPlain(v reflect.Value, name string, value any) error {
	switch v.Kind() { //nolint:exhaustive // records have no other kinds
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return fill(v.Elem(), name, value)
	case reflect.Slice:
		items, ok := value.([]any)
		if !ok {
			return errForm()
		}
		v.Set(reflect.MakeSlice(v.Type(), len(items), len(items)))
		for i, item := range items {
			if err := fill(v.Index(i), name, item); err != nil {
				return err
			}
		}
		return nil
	case reflect.Struct:
		return fillParts(v, value)
	case reflect.String:
		s, ok := value.(string)
		v.SetString(s)
		if !ok || !known(v) {
			return errForm()
		}
		return nil
	}
	return fillNumber(v, value)
}

// fillNumber sets a number or a switch. JSON's numbers are exact up to 2^53.
func fillNumber(v reflect.Value, value any) error {
	is, isSwitch := value.(bool)
	n, isNumber := value.(float64)
	switch {
	case isSwitch && v.Kind() == reflect.Bool:
		v.SetBool(is)
	case isNumber && v.Kind() == reflect.Float64:
		v.SetFloat(n)
	case isNumber && v.Kind() == reflect.Int64 && n == math.Trunc(n) && math.Abs(n) <= 1<<53:
		v.SetInt(int64(n))
	default:
		return errForm()
	}
	return nil
}

func fillParts(v reflect.Value, value any) error {
	parts, ok := value.(map[string]any)
	if !ok {
		return errForm()
	}
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if part, ok := parts[name]; ok {
			if err := fill(v.Field(i), name, part); err != nil {
				return err
			}
		}
	}
	return nil
}

func assign(a *model.Assignment, value any) error {
	set, ok := value.(map[string]any)
	if !ok || len(set) != 1 {
		return errForm()
	}
	for field, to := range set {
		of := model.AssignedType(field)
		if of == nil {
			return errForm()
		}
		v := reflect.New(of).Elem()
		if err := fill(v, field, to); err != nil {
			return err
		}
		*a = model.Assignment{Field: field, Value: v.Interface()}
	}
	return nil
}

// text cleans a text again, as its field wants it, and keeps its flags.
func text(name string, m marked) clean.Text {
	t := clean.Line(m.Text)
	switch name {
	case "summary", "note", "reason", "text", "quote", "basis", "description", "affects", "scope":
		t = clean.Body(m.Text)
	}
	if t.String() == m.Text {
		return clean.Restore(m.Text, m.Flags)
	}
	return clean.Restore(t.String(), t.Flags()|m.Flags)
}

// known tells whether a word is one that its type has.
func known(v reflect.Value) bool {
	switch w := v.Interface().(type) {
	case model.Word:
		return v.String() == "" || slices.Contains(w.Words(), v.String())
	case model.ID:
		return w.Valid()
	case model.Country:
		return w.Valid()
	}
	return model.ID(strings.ReplaceAll(v.String(), "_", "-")).Valid()
}
