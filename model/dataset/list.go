package dataset

import (
	"maps"
	"reflect"
	"slices"
	"strconv"

	"bordertop/model"
	"bordertop/model/clean"
)

// each binds every item of a list; a single value is a list of one. A list that
// is empty is not nil, for that may mean something else.
func each[T any](s site, v any, item func(site, any) T) []T {
	items, ok := v.([]any)
	if !ok {
		if tables, isTables := v.([]map[string]any); isTables {
			s.wrong("a list of values", tables)
			return nil
		}
		return []T{item(s, v)}
	}
	out := make([]T, len(items))
	for i, v := range items {
		out[i] = item(s.item(i), v)
	}
	return out
}

// item is the site of an item of a list, counted from 1.
func (s site) item(i int) site {
	s.path += "[" + strconv.Itoa(i+1) + "]"
	return s
}

// tablesOf takes a list of tables, however it was written.
func tablesOf(v any) ([]map[string]any, bool) {
	switch v := v.(type) {
	case []map[string]any:
		return v, true
	case []any:
		out := make([]map[string]any, len(v))
		for i, item := range v {
			m, ok := item.(map[string]any)
			if !ok {
				return nil, false
			}
			out[i] = m
		}
		return out, true
	}
	return nil, false
}

func (s site) inner(v any) map[string]any {
	m, ok := v.(map[string]any)
	if !ok {
		s.wrong("a table such as { key = value }", v)
	}
	return m
}

func (s site) names(v any) []model.Name {
	m := s.inner(v)
	out := make([]model.Name, 0, len(m))
	for _, key := range slices.Sorted(maps.Keys(m)) {
		at := s.sub(key)
		if lang := at.lang(key); lang != "" {
			out = append(out, model.Name{Lang: lang, Text: at.text(m[key], clean.Line)})
		}
	}
	return out
}

func (s site) permits(v any) []model.Permit {
	items, ok := tablesOf(v)
	if !ok {
		s.wrong(`a list such as [{ who = "diplomats" }]`, v)
		return nil
	}
	out := make([]model.Permit, len(items))
	for i, m := range items {
		at := s.item(i)
		at.fields(m, reflect.ValueOf(&out[i]).Elem())
		if out[i].Who.Empty() {
			at.fault("nobody is named", `add who = "…"`)
		}
	}
	return out
}

func (s site) fee(v any) *model.Fee {
	m := s.inner(v)
	if m == nil {
		return nil
	}
	fee := new(model.Fee)
	s.fields(m, reflect.ValueOf(fee).Elem())
	if m["amount"] == nil {
		s.fault("no amount is given", "add amount = 120")
	}
	return fee
}

func (s site) figures(v any) []model.Figure {
	m := s.inner(v)
	out := make([]model.Figure, 0, len(m))
	for _, key := range slices.Sorted(maps.Keys(m)) {
		at := s.sub(key)
		name, n := at.id(key), at.number(m[key])
		if n != nil {
			out = append(out, model.Figure{Name: name, Value: *n})
		}
	}
	return out
}

// assignments binds the new values of an amendment, each with the type of the
// field that it is for.
func (s site) assignments(v any) []model.Assignment {
	m := s.inner(v)
	out := make([]model.Assignment, 0, len(m))
	for _, key := range slices.Sorted(maps.Keys(m)) {
		at := s.sub(key)
		switch t := s.b.assignedType(key); {
		case t == nil || key == "id":
			at.fault("no record has such a field to set", at.f.meantKey(key, s.b.fieldNames()))
		case t == reflect.TypeFor[string]():
			if word := at.anyWord(key, m[key]); word != "" {
				out = append(out, model.Assignment{Field: key, Value: word})
			}
		default:
			dst := reflect.New(t).Elem()
			at.value(m[key], dst)
			out = append(out, model.Assignment{Field: key, Value: dst.Interface()})
		}
	}
	return out
}

func (b *binder) assignedType(field string) reflect.Type {
	t, ok := b.assigned[field]
	if !ok {
		t = model.AssignedType(field)
		b.assigned[field] = t
	}
	return t
}

// fieldNames lists the fields of all kinds of record.
func (b *binder) fieldNames() []string {
	all := map[string]bool{}
	for _, k := range model.Kinds() {
		for name := range b.plan(reflect.TypeOf(model.Blank(k)).Elem()) {
			all[name] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
