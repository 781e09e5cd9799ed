package query

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
)

// Frequency is how many records have a value of a field.
type Frequency struct {
	// Value is as records write it, the first of them; of crossings and places their
	// name.
	Value string
	N     int
	// Query finds those records, such as "category=airport".
	Query string
}

// tallying counts values by the folded text as which they count.
type tallying struct {
	asking

	field Field
	rows  map[string]*Frequency
	// counts has all that a value counts as, shown or not.
	counts map[string]int
	// known are the values met so far, with what they count as.
	known [columns]map[string][]string
}

// Frequencies counts records by a field, the most frequent first, but months and
// severities in their own order. A record with two values counts for both; one
// with none, for none.
func (x *Index) Frequencies(f Field, records iter.Seq[model.Record], s Scope) []Frequency {
	x = x.orEmpty()
	t := tallying{asking: x.ask(nil, s, nil), field: f, rows: map[string]*Frequency{}, counts: map[string]int{}}
	w := x.on(s.Board)
	var doc document
	for r := range records {
		doc.of(r, w)
		t.count(&doc)
	}
	out := make([]Frequency, 0, len(t.rows))
	for key, row := range t.rows {
		row.N = t.counts[key]
		out = append(out, *row)
	}
	own := f == fMonth || f == fOn || f == fSeverity
	slices.SortFunc(out, func(a, b Frequency) int {
		if own {
			return cmp.Compare(a.Query, b.Query)
		}
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value), cmp.Compare(a.Query, b.Query))
	})
	return out
}

// count counts what a record has.
func (t *tallying) count(d *document) {
	switch t.field {
	case fMonth, fOn:
		if d.dated != undated {
			month := t.month(d)
			t.show(month, month, "on:"+month)
			t.counts[month]++
		}
		return
	case fSeverity:
		if s := int64(d.severity); s >= leastSevere && s <= mostSevere {
			text := strconv.FormatInt(s, 10)
			t.show(text, text, "severity:"+text)
			t.counts[text]++
		}
		return
	case fIs, fSince, fUntil, fWaiting, fWait, fValue:
		return
	case fCategory, fPlace, fCrossing, fSource, fSide, fSpeaker, fKind, fConfidence, fUnit, fClass, fTo:
	}
	var keys []string
	for _, c := range t.columns() {
		for _, v := range d.values[c] {
			keys = append(keys, t.meet(c, v)...)
		}
	}
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		t.counts[key]++
	}
}

// meet gives what a value counts as, and shows it when it is met first.
func (t *tallying) meet(c column, v string) []string {
	keys, ok := t.known[c][v]
	if !ok {
		if t.known[c] == nil {
			t.known[c] = map[string][]string{}
		}
		keys = t.keys(c, t.field, v)
		t.known[c][v] = keys
		t.value(c, v)
	}
	return keys
}

// columns are where the values of the field are.
func (t *tallying) columns() []column {
	if t.field == fPlace {
		return []column{colSite, colWhere}
	}
	return []column{t.field.column()}
}

// value shows a value, in the words of the record or by the name of what it
// names.
func (t *tallying) value(c column, v string) {
	query := func(text string) string { return string(t.field) + "=" + quoted(text) }
	switch c {
	case colSite:
		at, ok := t.names.places[model.ID(v)]
		if !ok || t.names.entities[at].crossing != (t.field == fCrossing) {
			return
		}
		t.show(fold(v), t.named(model.ID(v)), query(v))
	case colSource:
		if s, ok := t.log.Record(model.ID(v)).(*model.Source); ok && fold(s.Publisher.String()) != "" {
			v = s.Publisher.String()
		}
		t.show(fold(v), v, query(v))
	case colKind, colConfidence, colClass:
		t.show(fold(v), v, string(t.field)+":"+v)
	case colCategory, colSide, colSpeaker, colUnit, colTo, colWaiting, colWait, colValue, colWhere, columns:
		t.show(fold(v), v, query(v))
	}
}

// show makes a row for a value that can be asked for.
func (t *tallying) show(key, value, query string) {
	if key != "" && t.rows[key] == nil {
		// A value is a part of its record, which it would keep in memory.
		t.rows[key] = &Frequency{Value: strings.Clone(value), Query: query}
	}
}

// named is the name of a crossing or a place on the board.
func (t *tallying) named(id model.ID) string {
	a, _ := t.scope.Board.Record(id)
	switch r := a.Record.(type) {
	case *model.Crossing:
		return r.Name.String()
	case *model.Place:
		return r.Name.String()
	case *model.Source, *model.Measure, *model.Report, *model.Deadline, *model.Count, *model.Queue, *model.Incident,
		*model.Statement, *model.Condition, *model.Tally, *model.Amendment:
	}
	return string(id)
}

// month is the one in which a record began: by the clocks of the scope, or as it
// was written.
func (t *tallying) month(d *document) string {
	zone := t.scope.zone()
	if d.dated == byCalendar {
		zone = time.UTC
	}
	return time.UnixMicro(d.first).In(zone).Format("2006-01")
}
