package dataset_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	_ "time/tzdata" // Zones must not depend on the machine.

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// options are those of the tests: a fixed present, and Vilnius for exact times.
func options() dataset.Options {
	return dataset.Options{Now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC), Zone: zone("Europe/Vilnius")}
}

func zone(name string) *time.Location {
	z, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return z
}

// read reads files given as name, text, name, text.
func read(o dataset.Options, nameAndText ...string) (dataset.Dataset, dataset.Faults) {
	files, names := fstest.MapFS{}, []string(nil)
	for i := 0; i < len(nameAndText); i += 2 {
		names = append(names, nameAndText[i])
		files[nameAndText[i]] = &fstest.MapFile{Data: []byte(nameAndText[i+1])}
	}
	return dataset.Read(files, names, o)
}

func sample(tb testing.TB) string {
	tb.Helper()
	text, err := os.ReadFile("testdata/sample.toml")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// compared lets cmp look at records.
func compared() cmp.Options {
	return cmp.Options{
		cmp.Comparer(func(a, b clean.Text) bool { return a == b }),
		cmp.Comparer(func(a, b clean.URL) bool { return a == b }),
	}
}

func TestEveryFieldOfEveryKindIsRead(t *testing.T) {
	t.Parallel()
	d, faults := read(options(), "sample.toml", sample(t))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var full []model.Kind
	for _, r := range d.Records {
		var empty []string
		for _, f := range model.Fields(r) {
			if f.Value.IsZero() {
				empty = append(empty, f.Name)
			}
		}
		if empty == nil {
			full = append(full, r.Kind())
		} else if id := string(r.Head().ID); strings.HasSuffix(id, "-1") {
			t.Errorf("%s %s lacks %v", r.Kind(), id, empty)
		}
	}
	for _, k := range model.Kinds() {
		if !slices.Contains(full, k) {
			t.Errorf("no whole %s was read", k)
		}
	}
}

func TestRecordsStandInTheOrderOfTheFileAndKnowTheirPlace(t *testing.T) {
	t.Parallel()
	d, _ := read(options(), "sample.toml", sample(t))
	lines := strings.Split(sample(t), "\n")
	last := 0
	for _, r := range d.Records {
		file, line, ok := d.Place(r.Head().ID)
		if !ok || file != "sample.toml" || line <= last || lines[line-1] != "[["+string(r.Kind())+"]]" {
			t.Errorf("%s stands at %s:%d after line %d", r.Head().ID, file, line, last)
		}
		last = line
	}
	if _, _, ok := d.Place("nothing"); ok {
		t.Error("a record that does not exist has a place")
	}
}

func TestTheHeadIsRead(t *testing.T) {
	t.Parallel()
	d, _ := read(options(), "sample.toml", sample(t))
	got := []string{d.Title.String(), d.Zone.String()}
	for _, z := range d.Zones {
		got = append(got, z.Name.String(), z.Zone.String())
	}
	want := []string{"A border", "Europe/Vilnius", "Vilnius", "Europe/Vilnius", "Minsk", "Europe/Minsk"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("head (-want +got):\n%s", diff)
	}
}

func TestValuesHaveTheTypesOfTheirFields(t *testing.T) {
	t.Parallel()
	d, _ := read(options(), "sample.toml", sample(t))
	fields := map[string]any{}
	for _, r := range d.Records {
		for _, f := range model.Fields(r) {
			fields[string(r.Head().ID)+" "+f.Name] = f.Value.Interface()
		}
	}
	day := func(month time.Month, day int) model.Moment { return model.DayOf(2025, month, day, d.Zone) }
	number := func(n int64) *int64 { return &n }
	degrees := 25.0
	want := map[string]any{
		"s-2 published":      model.Moment{},
		"vno sources":        []model.ID{"s-1"},
		"vno names":          []model.Name{{Lang: "be", Text: clean.Line("Аэрапорт Вільня")}, {Lang: "lt", Text: clean.Line("Vilniaus oro uostas")}},
		"vno lon":            &degrees,
		"medininkai serves":  []model.Class{model.Car, model.Truck, model.Bus},
		"medininkai aliases": []clean.Text{clean.Line("Kamenny Loh")},
		"m-0 crossings":      []model.ID{},
		"m-1 until":          model.EndOfDay(2025, 11, 30, d.Zone),
		"m-1 ended":          model.SpanOf(day(11, 19), day(11, 20)),
		"m-1 allows":         []model.Permit{{Who: clean.Line("diplomats")}, {Who: clean.Line("citizens"), To: "LT", Text: clean.Line("with family")}},
		"m-1 fee":            &model.Fee{Amount: 120, Currency: clean.Line("EUR"), Per: clean.Line("day"), Each: clean.Line("vehicle")},
		"r-1 at":             model.Exactly(time.Date(2026, 3, 10, 12, 30, 0, 0, d.Zone)),
		"c-1 value":          number(1000),
		"c-1 unit":           model.UnitTruck,
		"c-2 value":          (*int64)(nil),
		"c-2 at":             model.MonthOf(2025, 11, d.Zone),
		"q-1 wait":           new(200 * time.Minute),
		"i-1 until":          model.Exactly(time.Date(2025, 10, 27, 1, 30, 0, 0, d.Zone)),
		"i-1 figures":        []model.Figure{{Name: "flights", Value: 30}, {Name: "passengers", Value: 4000}},
		"i-1 summary":        clean.Body("Balloons.\n\nMany of them."),
		"a-1 set": []model.Assignment{
			{Field: "classes", Value: []model.Class{model.Car, model.Truck}},
			{Field: "ended", Value: model.Exactly(time.Date(2025, 11, 20, 0, 0, 0, 0, d.Zone))},
			{Field: "fee", Value: &model.Fee{Amount: 60.5}},
			{Field: "kind", Value: "closure"},
			{Field: "reason", Value: clean.Body("it is over")},
		},
	}
	for field, want := range want {
		if diff := cmp.Diff(want, fields[field], compared()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", field, diff)
		}
	}
}

func TestWhatWasReadIsReadAgainAlike(t *testing.T) {
	t.Parallel()
	one, _ := read(options(), "sample.toml", sample(t))
	other, faults := read(options(), "sample.toml", sample(t), "copy.toml", sample(t))
	if len(faults) > 0 || !reflect.DeepEqual(one.Records, other.Records) {
		t.Errorf("the same records in two files are not one: %d and %d, %v", len(one.Records), len(other.Records), faults)
	}
}

func TestEveryFieldRefusesAValueOfAnotherType(t *testing.T) {
	t.Parallel()
	for _, k := range model.Kinds() {
		for _, f := range model.Fields(model.Blank(k)) {
			for _, value := range []string{"99999999999", "[{ a = 1 }]", "[[1]]", "{ A = nan }"} {
				_, faults := read(options(), "f.toml", "[["+string(k)+"]]\n"+f.Name+" = "+value)
				key := string(k) + "." + f.Name
				if !slices.ContainsFunc(faults.Errors(), func(f dataset.Fault) bool { return f.Line == 2 && strings.HasPrefix(f.Key, key) }) {
					t.Errorf("%s = %s is not refused: %v", key, value, faults)
				}
			}
		}
	}
}
