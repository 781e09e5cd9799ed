package dataset_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// embeddedRecords reads the embedded dataset, which nobody may break.
func embeddedRecords(t *testing.T) []model.Record {
	t.Helper()
	d, faults := dataset.Embedded(dataset.Options{Now: time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)})
	for _, f := range faults {
		t.Error(f)
	}
	return d.Records
}

func TestEmbeddedHoldsEveryRow(t *testing.T) {
	t.Parallel()
	got := make(map[model.Kind]int)
	for _, r := range embeddedRecords(t) {
		got[r.Kind()]++
	}
	want := map[model.Kind]int{
		model.KindSource: 245, model.KindPlace: 1, model.KindCrossing: 8, model.KindMeasure: 31, model.KindReport: 8,
		model.KindDeadline: 3, model.KindCount: 34, model.KindQueue: 6, model.KindIncident: 131, model.KindStatement: 31,
		model.KindCondition: 10, model.KindTally: 39, model.KindAmendment: 74,
	}
	if !cmp.Equal(want, got) {
		t.Errorf("records (-want +got):\n%s", cmp.Diff(want, got))
	}
}

// compiledFacts is testdata/facts.toml, from which the embedded dataset was made: its
// tables by name.
func compiledFacts(t *testing.T) map[string][]map[string]any {
	t.Helper()
	data, err := os.ReadFile("testdata/facts.toml")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := toml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	tables := map[string][]map[string]any{}
	for name, v := range all {
		if rows, ok := v.([]map[string]any); ok {
			tables[name] = rows
		}
	}
	return tables
}

// family is what became of the rows of the compiled file.
type family struct {
	byID map[model.ID]model.Record
	// kin lists, by an id, the record of that id, the measures of that act, what
	// is stated of that crossing, and the amendments of all of them.
	kin map[model.ID][]model.Record
}

func familyOf(records []model.Record) family {
	f := family{byID: map[model.ID]model.Record{}, kin: map[model.ID][]model.Record{}}
	amended := map[model.ID][]model.Record{}
	for _, r := range records {
		f.byID[r.Head().ID] = r
		if a, ok := r.(*model.Amendment); ok {
			for _, id := range a.Of {
				amended[id] = append(amended[id], r)
			}
		}
	}
	for _, r := range records {
		ids := []model.ID{r.Head().ID}
		switch r := r.(type) {
		case *model.Measure:
			ids = append(append(ids, r.Crossings...), r.Act)
			amended[r.ID] = append(amended[r.ID], amended[r.Act]...)
		case *model.Report:
			ids = append(ids, r.Crossings...)
		case *model.Queue:
			ids = append(ids, r.Crossing)
		default:
		}
		for _, id := range ids {
			f.kin[id] = append(append(f.kin[id], r), amended[r.Head().ID]...)
		}
	}
	return f
}

// rowID gives the id under which a row is found: its own, or, where the compiled
// file gives none, the one made from its period or its place in the table.
func rowID(table string, n int, row map[string]any) model.ID {
	if id, ok := row["id"].(string); ok {
		return model.ID(id)
	}
	switch table {
	case "airport_month":
		return model.ID(fmt.Sprint("airport-vno-", row["month"]))
	case "balloon_month":
		return model.ID(fmt.Sprint("balloons-", row["month"]))
	case "balloon_year":
		return model.ID(fmt.Sprint("balloons-", row["year"]))
	}
	return []model.ID{"unplaced-airport-1", "unplaced-airport-2", "unplaced-trucks-1"}[n]
}

// textsOf lists the texts of records, the ids and the words among them.
func textsOf(records []model.Record) []string {
	var out []string
	for _, r := range records {
		out = collectTexts(reflect.ValueOf(r).Elem(), out)
	}
	return out
}

func collectTexts(v reflect.Value, out []string) []string {
	switch x := v.Interface().(type) {
	case clean.Text:
		return append(out, x.String())
	case clean.URL:
		return append(out, x.String())
	case model.Moment:
		return out
	}
	switch k := v.Kind(); {
	case k == reflect.String:
		return append(out, v.String())
	case k == reflect.Slice:
		for i := range v.Len() {
			out = collectTexts(v.Index(i), out)
		}
	case k == reflect.Struct:
		for _, field := range v.Fields() {
			out = collectTexts(field, out)
		}
	case (k == reflect.Interface || k == reflect.Pointer) && !v.IsNil():
		out = collectTexts(v.Elem(), out)
	}
	return out
}

// notKept lists the keys of the compiled file whose values are no texts of a
// record: what the fold works out, times, and words that the design has others
// for.
func notKept() []string {
	return []string{
		"status", "status_since", "status_as_of", "start", "end", "planned_end", "time", "date", "stated", "published",
		"month", "deadline", "qualifier", "name_be_local", "kind", "categories", "side", "confidence",
	}
}

func stringsIn(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, stringsIn(e)...)
		}
		return out
	}
	return nil
}

// everyRow calls do for each row of the compiled file.
func everyRow(t *testing.T, do func(table string, id model.ID, row map[string]any)) {
	t.Helper()
	n := 0
	for table, rows := range compiledFacts(t) {
		for i, row := range rows {
			n++
			do(table, rowID(table, i, row), row)
		}
	}
	if n != 507 {
		t.Errorf("the compiled file has %d rows, want 507", n)
	}
}

func TestEmbeddedKeepsEveryTextOfEveryRow(t *testing.T) {
	t.Parallel()
	kin := familyOf(embeddedRecords(t)).kin
	everyRow(t, func(table string, id model.ID, row map[string]any) {
		if len(kin[id]) == 0 {
			t.Errorf("%s: no record %q", table, id)
		}
		kept := strings.Join(textsOf(kin[id]), "\n")
		for key, v := range row {
			for _, want := range stringsIn(v) {
				if !slices.Contains(notKept(), key) && !strings.Contains(kept, want) {
					t.Errorf("%s %s: %s %q is in none of its records", table, id, key, want)
				}
			}
		}
	})
}

func TestEmbeddedKeepsEverySourceAndNumberOfARow(t *testing.T) {
	t.Parallel()
	f := familyOf(embeddedRecords(t))
	everyRow(t, func(table string, id model.ID, row map[string]any) {
		var cited []model.ID
		for _, r := range f.kin[id] {
			cited = append(cited, r.Head().Sources...)
		}
		for _, s := range stringsIn(row["sources"]) {
			if !slices.Contains(cited, model.ID(s)) {
				t.Errorf("%s %s: source %s is lost", table, id, s)
			}
		}
		if want, got := numbersOf(row), f.numbers(table, id, row); !cmp.Equal(want, got) {
			t.Errorf("%s %s: numbers (-want +got):\n%s", table, id, cmp.Diff(want, got))
		}
	})
}
