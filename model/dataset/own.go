package dataset

import (
	"strings"

	"bordertop/model"
)

// many is so many tables that their text should not stay in memory for the few
// records that hold parts of it. A long log packs its incidents and statements;
// the other records get text of their own.
const many = 2000

// areMany tells whether files have so many tables.
func areMany(files []*file) bool {
	tables := 0
	for _, f := range files {
		for _, m := range f.marks {
			if m.header {
				tables++
			}
		}
	}
	return tables > many
}

// owns tells whether records of a kind get text of their own.
func (b *binder) owns(k model.Kind) bool {
	return b.many && k != model.KindIncident && k != model.KindStatement
}

// own is a value as the parser gives them, with text that is a part of nothing
// else.
func own(v any) any {
	switch v := v.(type) {
	case string:
		return strings.Clone(v)
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = own(item)
		}
		return out
	case []map[string]any:
		out := make([]map[string]any, len(v))
		for i, item := range v {
			out[i] = ownTable(item)
		}
		return out
	case map[string]any:
		return ownTable(v)
	}
	return v
}

func ownTable(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for key, v := range m {
		out[strings.Clone(key)] = own(v)
	}
	return out
}
