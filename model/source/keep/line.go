package keep

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
)

// line is what stands on one line of a file: a record under the name of its kind, by
// the names of its fields, or a reading.
type line map[string]json.RawMessage

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

// decode reads a record of a kind. Its texts go through the door again, for the file
// may have been edited.
func decode(k model.Kind, data json.RawMessage) (model.Record, error) {
	r := model.Blank(k)
	if r == nil {
		return nil, errors.New("no such kind of record")
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	for _, f := range model.Fields(r) {
		if raw, ok := fields[f.Name]; ok {
			if err := fill(f.Value, f.Name, raw); err != nil {
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
func fill(v reflect.Value, name string, raw json.RawMessage) error {
	switch p := v.Addr().Interface().(type) {
	case *clean.Text:
		var m marked
		err := json.Unmarshal(raw, &m)
		*p = text(name, m)
		return err
	case *clean.URL:
		var s string
		if err := json.Unmarshal(raw, &s); err != nil || s == "" {
			return err
		}
		url, err := clean.ParseURL(s)
		*p = url
		return err
	case *model.Moment:
		return json.Unmarshal(raw, p)
	case *model.Assignment:
		return assign(p, raw)
	}
	switch v.Kind() { //nolint:exhaustive // other kinds are as they are
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return fill(v.Elem(), name, raw)
	case reflect.Slice:
		return fillList(v, name, raw)
	case reflect.Struct:
		return fillParts(v, raw)
	}
	return fillWord(v, raw)
}

// fillWord sets a value that JSON has as it is. A word is one of its list.
func fillWord(v reflect.Value, raw json.RawMessage) error {
	if err := json.Unmarshal(raw, v.Addr().Interface()); err != nil {
		return err
	}
	if v.Kind() == reflect.String && !known(v) {
		return errors.New("no such word")
	}
	return nil
}

func fillList(v reflect.Value, name string, raw json.RawMessage) error {
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return err
	}
	v.Set(reflect.MakeSlice(v.Type(), len(items), len(items)))
	for i, item := range items {
		if err := fill(v.Index(i), name, item); err != nil {
			return err
		}
	}
	return nil
}

func fillParts(v reflect.Value, raw json.RawMessage) error {
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil {
		return err
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

func assign(a *model.Assignment, raw json.RawMessage) error {
	var set map[string]json.RawMessage
	if err := json.Unmarshal(raw, &set); err != nil {
		return err
	}
	for field, value := range set {
		of := model.AssignedType(field)
		if of == nil {
			return fmt.Errorf("no field %q", field)
		}
		v := reflect.New(of).Elem()
		if err := fill(v, field, value); err != nil {
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
