package dataset_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"bordertop/model"
	"bordertop/model/dataset"
)

func TestTheFirstFileSpeaksForTheOthers(t *testing.T) {
	t.Parallel()
	d, faults := read(options(),
		"a.toml", crossing,
		"b.toml", "title = \"B\"\ntimezone = \"Europe/Warsaw\"\n",
		"c.toml", "title = \"C\"\n"+zoned+"[[count]]\nid = \"c\"\nat = 2025-07-01 12:00:00\n",
		"d.toml", "zones = [{ name = \"Minsk\", zone = \"Europe/Minsk\" }]\n[[count]]\nid = \"d\"\nat = 2025-07-01 12:00:00\n")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if d.Title.String() != "B" || d.Zone.String() != "Europe/Warsaw" || len(d.Zones) != 1 {
		t.Errorf("title %q, zone %s, %d clocks", d.Title, d.Zone, len(d.Zones))
	}
	// A file that declares a timezone is read by its own.
	if got := d.Records[1].Own().First().Hour(); got != 9 {
		t.Errorf("noon in Vilnius is %d UTC, want 9", got)
	}
	if got := d.Records[2].Own().First().Hour(); got != 10 {
		t.Errorf("noon in Warsaw is %d UTC, want 10", got)
	}
}

func TestAnIDNamesOneRecordInAllFiles(t *testing.T) {
	t.Parallel()
	if d, faults := read(options(), "a.toml", crossing, "b.toml", "# The same.\n"+crossing); len(faults) > 0 || len(d.Records) != 1 {
		t.Errorf("a record in two files is %d records, with %v", len(d.Records), faults)
	}
	_, faults := read(options(), "a.toml", "\n"+crossing, "b.toml", strings.Replace(crossing, "Medininkai", "Other", 1))
	want := `b.toml:2:1: crossing.id: the id "medininkai" is taken at a.toml:2; give one of them another id, or write an amendment`
	if got := faults.Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	_, faults = read(options(), "a.toml", crossing+crossing)
	want = `a.toml:5:1: crossing.id: the id "medininkai" is taken on line 1; give one of them another id, or write an amendment`
	if got := faults.Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestFilesMayReferToEachOtherAndToTheBase(t *testing.T) {
	t.Parallel()
	const withdrawal = "[[amendment]]\nid = \"a\"\nof = \"medininkai\"\nkind = \"withdrawal\"\nat = 2025-11-01T00:00:00Z\n"
	base, faults := read(options(), "a.toml", crossing, "b.toml", withdrawal)
	if len(faults) > 0 || len(base.Records) != 2 {
		t.Fatal(faults)
	}
	o := options()
	o.Base = base.Records
	again := "[[amendment]]\nid = \"b\"\nof = [\"a\", \"medininkai\"]\nkind = \"update\"\nat = 2025-11-01T00:00:00Z\nset = { reason = \"x\" }\n"
	_, faults = read(o, "c.toml", again)
	want := `c.toml:6:9: amendment.set.reason: a crossing has no such field, or not such a value; it is not read`
	if got := faults.Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if d, faults := read(o, "c.toml", crossing+strings.ReplaceAll(withdrawal, `"a"`, `"c"`)); len(faults) > 0 || len(d.Records) != 1 {
		t.Errorf("a record of the base is read again: %d records, %v", len(d.Records), faults)
	}
	_, faults = read(o, "c.toml", strings.Replace(crossing, "Medininkai", "Other", 1))
	want = `c.toml:2:1: crossing.id: the id "medininkai" is taken by another crossing; give one of them another id, or write an amendment`
	if got := faults.Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAFileThatCannotBeParsedHidesNoOtherFault(t *testing.T) {
	t.Parallel()
	_, faults := read(options(), "a.toml", zoned+crossing+"x =", "b.toml", "[[queue]]\nid = \"Q\"\ncrossing = \"medininkai\"\nat = 2025-11-01")
	if n := len(faults); n != 2 || faults[1].Key != "queue.id" {
		// Neither the crossing nor the timezone of b.toml is known to be missing.
		t.Errorf("want one fault in each file, got %v", faults)
	}
}

func TestOpenReadsFilesAndDirectories(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"b.toml": strings.ReplaceAll(crossing, "medininkai", "b"), "a.toml": strings.ReplaceAll(crossing, "medininkai", "a"),
		".b.toml": "not = = toml", "notes.txt": "no data", "c.toml.bak": "no data",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	other := filepath.Join(t.TempDir(), "other")
	if err := os.WriteFile(other, []byte(crossing), 0o600); err != nil {
		t.Fatal(err)
	}
	d, faults := dataset.Open([]string{dir, other}, options())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var ids []model.ID
	for _, r := range d.Records {
		ids = append(ids, r.Head().ID)
	}
	if len(ids) != 3 || ids[0] != "a" || ids[1] != "b" || ids[2] != "medininkai" {
		t.Errorf("read %v, want a, b, medininkai", ids)
	}
	if file, line, _ := d.Place("b"); filepath.Base(file) != "b.toml" || line != 1 {
		t.Errorf("b stands at %s:%d", file, line)
	}
}

func TestOpenSaysWhatIsNotThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.toml")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(dir, "x\x1b[2J.toml")
	for path, want := range map[string]string{
		missing:                               "there is no such file",
		dir:                                   "", // It holds an empty file.
		empty:                                 "no records in it; an empty file is not the same as no data",
		filepath.Join(dir, "empty.toml", "x"): "cannot read the file: not a directory",
	} {
		d, faults := dataset.Open([]string{path}, options())
		if len(faults) != 1 || !strings.HasSuffix(faults.Error(), want) || strings.Contains(faults.Error(), "\x1b") || len(d.Records) > 0 {
			t.Errorf("%q: got %q, want one fault that ends %q", path, faults.Error(), want)
		}
	}
	if _, faults := dataset.Open([]string{t.TempDir()}, options()); faults.Err() == nil {
		t.Error("a directory without a dataset is none")
	}
	if _, faults := dataset.Open(nil, options()); len(faults) == 0 {
		t.Error("no file at all is not no data")
	}
}

func TestALongPathIsStillToldApartByItsEnd(t *testing.T) {
	t.Parallel()
	deep := "data/" + strings.Repeat("d", 80) + "/" + strings.Repeat("e", 80) + "/border.toml"
	deeper := "/data/" + strings.Repeat(strings.Repeat("d", 80)+"/", 20) + "border\x1b[2J.toml"
	for path, want := range map[string]string{
		deep:   deep + ": there is no such file",
		deeper: "/border\uFFFD[2J.toml: there is no such file",
	} {
		_, faults := dataset.Open([]string{path}, dataset.Options{})
		if len(faults) != 1 || !strings.HasSuffix(faults[0].Error(), want) || len(faults[0].Error()) > 500 {
			t.Errorf("%v, want %s", faults, want)
		}
	}
	if f := dataset.Guard(deep, []byte{0}); f == nil || f.File != deep {
		t.Errorf("the guard names the file in %v", f)
	}
	if _, faults := read(options(), deep, "id = "); len(faults) != 1 || faults[0].File != deep {
		t.Errorf("the parser's fault names the file in %v", faults)
	}
}

func TestProgressTellsOfEveryByte(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var size int64
	for name, text := range map[string]string{
		"a.toml": "timezone = \"UTC\"\n\n[[place]]\nid = \"a\"\nname = \"A\"\n",
		"b.toml": "[[place]]\nid = \"b\"\nname = \"Broken\n",
	} {
		size += int64(len(text))
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var mu sync.Mutex
	var most, all int64
	_, faults := dataset.Open([]string{dir}, dataset.Options{Progress: func(read, of int64) {
		mu.Lock()
		defer mu.Unlock()
		most, all = max(most, read), of
	}})
	if len(faults) == 0 || most != size || all != size {
		t.Errorf("%d of %d bytes are told, want %d of as many", most, all, size)
	}
}
