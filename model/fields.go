package model

import (
	"reflect"
	"slices"
)

// Assignment is a new value for one field of a record, by the field's TOML
// name. Value has the type of the field; for a field that several kinds of
// record have with different lists of words (state, kind) it is a plain string.
type Assignment struct {
	Field string
	Value any
}

// Field is one field of a record: its TOML name and its place in the record.
type Field struct {
	Name  string
	Value reflect.Value
}

// Fields lists the fields of a record, those of Fact last. The values can be
// set, so only whoever makes the record may call it.
func Fields(r Record) []Field {
	own := fieldsOf(reflect.ValueOf(r).Elem())
	return append(own, fieldsOf(reflect.ValueOf(r.Head()).Elem())...)
}

func fieldsOf(v reflect.Value) []Field {
	out := make([]Field, 0, v.NumField()+5)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Tag.Get("toml"); name != "" {
			out = append(out, Field{name, v.Field(i)})
		}
	}
	return out
}

// AssignedType is the type that an amendment's value for a field has; nil where
// no kind of record has such a field.
func AssignedType(field string) reflect.Type {
	var found reflect.Type
	for _, k := range Kinds() {
		for _, f := range Fields(Blank(k)) {
			if f.Name != field || f.Value.Type() == found {
				continue
			}
			if found != nil {
				return reflect.TypeFor[string]()
			}
			found = f.Value.Type()
		}
	}
	return found
}

// Accepts tells whether records of kind k have the field and take the value.
func (a Assignment) Accepts(k Kind) bool {
	_, ok := a.apply(Blank(k))
	return ok
}

// apply sets the field and gives its old value; not ok where the record has no
// such field or where it is of another type.
func (a Assignment) apply(r Record) (old any, ok bool) {
	for _, f := range Fields(r) {
		if f.Name != a.Field || a.Field == "id" {
			continue
		}
		v := reflect.ValueOf(a.Value)
		switch {
		case !v.IsValid():
			return nil, false
		case v.Type() == f.Value.Type():
		case v.Kind() == reflect.String && f.Value.Kind() == reflect.String && isWord(f.Value, v.String()):
			v = v.Convert(f.Value.Type())
		default:
			return nil, false
		}
		old = f.Value.Interface()
		f.Value.Set(v)
		return old, true
	}
	return nil, false
}

func isWord(field reflect.Value, s string) bool {
	w, ok := reflect.TypeAssert[Word](field)
	if !ok {
		return false
	}
	return slices.Contains(w.Words(), s)
}

// clone makes a copy of a record whose fields can be set.
func clone(r Record) Record {
	c := Blank(r.Kind())
	reflect.ValueOf(c).Elem().Set(reflect.ValueOf(r).Elem())
	return c
}
