package dataset_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// words compares texts by what they say: text that was cleaned is clean now.
func words() cmp.Options {
	return cmp.Options{cmp.Comparer(func(a, b clean.Text) bool { return a.String() == b.String() }), cmp.Comparer(func(a, b clean.URL) bool { return a == b })}
}

// rewritten writes a dataset, reads that and tells of every difference.
func rewritten(tb testing.TB, d dataset.Dataset) dataset.Dataset {
	tb.Helper()
	var text bytes.Buffer
	if err := dataset.Write(&text, d); err != nil {
		tb.Fatal(err)
	}
	again, faults := read(dataset.Options{}, "written.toml", text.String())
	if faults.Err() != nil {
		tb.Fatalf("%v in\n%.2000s", faults, text.String())
	}
	if diff := cmp.Diff(byID(d.Records), byID(again.Records), words()); diff != "" {
		tb.Errorf("written (-before +read back):\n%s\nof\n%.2000s", diff, text.String())
	}
	var second bytes.Buffer
	if err := dataset.Write(&second, again); err != nil || second.String() != text.String() {
		tb.Errorf("written anew it is another text (%v):\n%s", err, cmp.Diff(text.String(), second.String()))
	}
	return again
}

func byID(records []model.Record) map[model.ID]model.Record {
	out := map[model.ID]model.Record{}
	for _, r := range records {
		out[r.Head().ID] = r
	}
	return out
}

func TestTheEmbeddedDatasetIsReadBackWhole(t *testing.T) {
	t.Parallel()
	d, faults := dataset.Embedded(dataset.Options{})
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	again := rewritten(t, d)
	if again.Title != d.Title || again.Zone.String() != d.Zone.String() || len(again.Zones) != 2 || again.Zones[1].Name.String() != "Minsk" {
		t.Errorf("head %q %s %v", again.Title, again.Zone, again.Zones)
	}
	// The flags of texts are the same as well: nothing of the embedded text was cleaned.
	one, err := model.NewLog(model.DefaultRules(), d.Records...)
	if err != nil {
		t.Fatal(err)
	}
	if both, err := one.With(again.Records...); err != nil || both.Len() != one.Len() {
		t.Errorf("not the same log: %v", err)
	}
}

func TestTheSampleIsReadBackWhole(t *testing.T) {
	t.Parallel()
	d, faults := read(options(), "sample.toml", sample(t))
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	rewritten(t, d)
}

func TestTimesAreWrittenAsTheyWere(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`2025-10-26`:                             `2025-10-26`, // 25 hours long
		`2025-03-30`:                             `2025-03-30`, // 23 hours long
		`"2025-10-26 24:00"`:                     `"2025-10-26 24:00"`,
		`"2025-10"`:                              `"2025-10"`,
		`"2025"`:                                 `"2025"`,
		`2025-10-26T03:30:00+03:00`:              `2025-10-26T03:30:00+03:00`,
		`2025-10-26T03:30:00+02:00`:              `2025-10-26T03:30:00+02:00`,
		`2025-11-01 12:00:00`:                    `2025-11-01T12:00:00+02:00`,
		`2025-11-01T10:00:00.25Z`:                `2025-11-01T10:00:00.25Z`,
		`"2025-10-25/2025-10-26"`:                `"2025-10-25/2025-10-26"`,
		`"2025-10-26 02:00/2025-10-26"`:          `"2025-10-26T02:00:00+03:00/2025-10-26"`,
		`"2025-10-26/2025-10-27 09:30"`:          `"2025-10-26/2025-10-27T09:30:00+02:00"`,
		`"2025-10-26 22:10/2025-10-27 09:30"`:    `"2025-10-26T22:10:00+02:00/2025-10-27T09:30:00+02:00"`,
		`"2025-10/2025-12"`:                      `"2025-10-01/2025-12-31"`,
		`"2025-11-30 24:00/2025-12-02 24:00"`:    `"2025-12-01/2025-12-02"`,
		`"2025-10-26T05:00:00+02:00/2025-10-30"`: `"2025-10-26T05:00:00+02:00/2025-10-30"`,
	} {
		d, faults := read(options(), "a.toml", zoned+"[[deadline]]\nid = \"d\"\ntitle = \"x\"\ndue = "+text+"\n")
		if faults.Err() != nil {
			t.Fatalf("%s: %v", text, faults)
		}
		var out strings.Builder
		if err := dataset.Write(&out, d); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if !strings.Contains(out.String(), "\ndue = "+want+"\n") {
			t.Errorf("%s is written as\n%s, want %s", text, out.String(), want)
		}
		rewritten(t, d)
	}
}

func TestNothingIsNotWrittenAsEmpty(t *testing.T) {
	t.Parallel()
	const text = zoned + `
[[measure]]
id = "a-every"
kind = "ban"
from = 2025-11-01
fee = { amount = 0 }

[[measure]]
id = "b-none"
kind = "ban"
crossings = []
from = 2025-11-01

[[count]]
id = "zero"
at = 2025-11-01
value = 0

[[amendment]]
id = "up"
of = ["zero"]
kind = "correction"
at = 2025-11-02
set = { value = 7, note = "", by = "x \u0022 \\ \u0027", at = 2025-11-01 }
`
	d, faults := read(options(), "a.toml", text)
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	again := byID(rewritten(t, d).Records)
	every, _ := again["a-every"].(*model.Measure)
	none, _ := again["b-none"].(*model.Measure)
	zero, _ := again["zero"].(*model.Count)
	if every.Crossings != nil || every.Fee == nil || none.Crossings == nil || zero.Value == nil || zero.Min != nil {
		t.Errorf("every %v, none %v, zero %v", every.Crossings, none.Crossings, zero.Value)
	}
}

func TestDaysByOtherClocksGoToAFileOfTheirOwn(t *testing.T) {
	t.Parallel()
	const deadline = "[[deadline]]\nid = %q\ntitle = \"x\"\ndue = 2025-11-02\n"
	d, faults := read(options(), "a.toml", "title = \"T\"\n"+zoned+fmt.Sprintf(deadline, "a"), "b.toml", "timezone = \"Europe/Minsk\"\n"+fmt.Sprintf(deadline, "b"))
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	if err := dataset.Write(&strings.Builder{}, d); err == nil || !strings.Contains(err.Error(), "deadline b: due: ") {
		t.Errorf("a day of Minsk by the clocks of Vilnius: %v", err)
	}
	files, err := dataset.Files(d)
	if err != nil || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	again, faults := read(options(), "1.toml", string(files[0]), "2.toml", string(files[1]))
	if diff := cmp.Diff(byID(d.Records), byID(again.Records), words()); diff != "" || faults.Err() != nil || again.Zone.String() != "Europe/Vilnius" {
		t.Errorf("%v (-before +read back):\n%s", faults, diff)
	}
}

func TestWhatOneFileCannotHoldIsRefusedOrSplit(t *testing.T) {
	t.Parallel()
	d := dataset.Dataset{Title: clean.Line("T"), Zone: time.UTC}
	for i := range 6000 {
		d.Records = append(d.Records, &model.Incident{
			Fact: model.Fact{ID: model.ID(fmt.Sprint("i-", i))}, At: model.DayOf(2025, 11, 1+i%28, time.UTC), Title: clean.Line(strings.Repeat("word ", 180)),
		})
	}
	var out strings.Builder
	if err := dataset.Write(&out, d); err == nil || out.Len() > 0 || !strings.Contains(err.Error(), "larger than 4 MiB") {
		t.Errorf("%d bytes written: %v", out.Len(), err)
	}
	files, err := dataset.Files(d)
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	fsys, names := fstest.MapFS{}, []string{}
	for i, text := range files {
		name := fmt.Sprint(i, ".toml")
		fsys[name], names = &fstest.MapFile{Data: text}, append(names, name)
	}
	again, faults := dataset.Read(fsys, names, dataset.Options{})
	if diff := cmp.Diff(byID(d.Records), byID(again.Records), words()); diff != "" || faults.Err() != nil {
		t.Errorf("%v (-before +read back):\n%.2000s", faults, diff)
	}
}

func TestNoWaitIsWrittenApartFromAnUnknownOne(t *testing.T) {
	t.Parallel()
	at := model.Exactly(time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC))
	again := rewritten(t, dataset.Dataset{Records: []model.Record{
		&model.Queue{Fact: model.Fact{ID: "none"}, Crossing: "x", At: at, Class: model.Car, Wait: new(time.Duration)},
		&model.Queue{Fact: model.Fact{ID: "unknown"}, Crossing: "x", At: at, Class: model.Truck},
		&model.Crossing{Fact: model.Fact{ID: "x"}, Name: clean.Line("X"), Serves: []model.Class{model.Car, model.Truck}},
	}})
	of := byID(again.Records)
	if none, ok := of["none"].(*model.Queue); !ok || none.Wait == nil || *none.Wait != 0 {
		t.Errorf("no wait was read back as %+v", of["none"])
	}
	if unknown, ok := of["unknown"].(*model.Queue); !ok || unknown.Wait != nil {
		t.Errorf("an unknown wait was read back as %+v", of["unknown"])
	}
}
