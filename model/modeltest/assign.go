package modeltest

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// assign sets the field of a record that a word such as from=2025-10-29 names.
func assign(r model.Record, word string) error {
	name, value, _ := strings.Cut(word, "=")
	if field, ok := strings.CutPrefix(name, "set."); ok {
		return assignLater(r, field, value)
	}
	for _, f := range model.Fields(r) {
		if f.Name == name {
			v, err := convert(value, f.Value.Type())
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			f.Value.Set(v)
			return nil
		}
	}
	return fmt.Errorf("no field %s", name)
}

// assignLater adds to what an amendment sets.
func assignLater(r model.Record, field, value string) error {
	a, ok := r.(*model.Amendment)
	t := model.AssignedType(field)
	if !ok || t == nil {
		return fmt.Errorf("cannot set %s", field)
	}
	v, err := convert(value, t)
	if err != nil {
		return fmt.Errorf("set %s: %w", field, err)
	}
	a.Set = append(a.Set, model.Assignment{Field: field, Value: v.Interface()})
	return nil
}

func convert(s string, t reflect.Type) (reflect.Value, error) {
	switch t {
	case reflect.TypeFor[model.Moment]():
		zone, err := time.LoadLocation("Europe/Vilnius")
		if err != nil {
			return reflect.Value{}, err
		}
		m, err := model.ParseMoment(s, zone)
		return reflect.ValueOf(m), err
	case reflect.TypeFor[clean.Text]():
		return reflect.ValueOf(clean.Line(s)), nil
	case reflect.TypeFor[model.Permit]():
		who, to, _ := strings.Cut(s, ">")
		return reflect.ValueOf(model.Permit{Who: clean.Line(who), To: model.Country(to)}), nil
	}
	return convertKind(s, t)
}

func convertKind(s string, t reflect.Type) (reflect.Value, error) {
	v := reflect.New(t).Elem()
	switch t.Kind() { //nolint:exhaustive // the kinds that records hold
	case reflect.String:
		v.SetString(s)
	case reflect.Int64:
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return v, err
		}
		v.SetInt(n)
	case reflect.Pointer:
		p := reflect.New(t.Elem())
		e, err := convert(s, t.Elem())
		if err != nil {
			return v, err
		}
		p.Elem().Set(e)
		v.Set(p)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(t, 0, 1))
		for item := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == ',' }) {
			e, err := convert(item, t.Elem())
			if err != nil {
				return v, err
			}
			v.Set(reflect.Append(v, e))
		}
	default:
		return v, fmt.Errorf("a value of type %s cannot be written here", t)
	}
	return v, nil
}
