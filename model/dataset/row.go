package dataset

import (
	"encoding/json"
	"math"
	"math/big"
	"reflect"
	"strings"
	"time"

	"bordertop/model"
)

// Rows makes records of what is a tree already, such as JSON or what a program made
// of it. It serves one goroutine.
type Rows struct{ b *binder }

// NewRows makes records as they are at a moment; times without an offset are by the
// clocks of zone, and refused where it is nil.
func NewRows(now time.Time, zone *time.Location) Rows {
	f := &file{ledger: newLedger(""), zone: zone}
	return Rows{new(Dataset).binder(f, Options{Now: now, Zone: zone})}
}

// Record makes a record of a kind of its fields, which go through the same door as
// those of files. Numbers may be of any type that JSON is decoded to, and a field
// that is nil is not given. Each fault has its field for key; with an error among
// them there is no record. What others a record names is not looked for.
func (r Rows) Record(k model.Kind, fields map[string]any) (model.Record, Faults) {
	record := model.Blank(k)
	if record == nil {
		return nil, Faults{{Key: "record", Problem: "no kind of record is called " + show(string(k)), Remedy: Meant(string(k), kindNames())}}
	}
	r.b.ledger = newLedger("")
	s := site{f: r.b.file, b: r.b, table: &table{name: string(k)}}
	given, _ := asTable(fields).(map[string]any)
	s.fields(given, reflect.ValueOf(record).Elem())
	s.check(record, given)
	faults := r.b.sorted()
	for i := range faults {
		faults[i].Key = strings.TrimPrefix(faults[i].Key, string(k)+".")
	}
	if faults.Err() != nil {
		return nil, faults
	}
	return record, faults
}

// asTable is a value with the types that TOML has, and without what is nil.
func asTable(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64() // Infinite where it is too large, which no field takes.
		return whole(f)
	case int:
		return int64(v)
	case *big.Int:
		f, _ := v.Float64()
		return whole(f)
	case float64:
		return whole(v)
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = asTable(item)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, item := range v {
			if item != nil {
				out[key] = asTable(item)
			}
		}
		return out
	}
	return v
}

// whole is a number without a fraction as such, for programs divide and round.
func whole(f float64) any {
	const most = 1 << 53
	if f == math.Trunc(f) && math.Abs(f) < most {
		return int64(f)
	}
	return f
}
