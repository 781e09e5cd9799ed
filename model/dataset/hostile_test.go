package dataset_test

import (
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"bordertop/model/dataset"
)

// hostile gives the files of testdata/hostile, and one that is too large to keep.
func hostile(tb testing.TB) map[string]string {
	tb.Helper()
	names, err := fs.Glob(os.DirFS("testdata/hostile"), "*.toml")
	if err != nil {
		tb.Fatal(err)
	}
	files := map[string]string{"text-1mb.toml": count("2026-07-01T12:00:00+03:00") + "note = \"" + strings.Repeat("x", 1<<20) + "\"\n" + crossing}
	for _, name := range names {
		text, err := os.ReadFile("testdata/hostile/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		files[name] = string(text)
	}
	return files
}

func TestHostileFilesHaveTheOutcomeThatIsExpected(t *testing.T) {
	t.Parallel()
	table, err := os.ReadFile("testdata/hostile/expect.tsv")
	if err != nil {
		t.Fatal(err)
	}
	files := hostile(t)
	rows := strings.Split(strings.TrimRight(string(table), "\n"), "\n")[1:]
	if len(rows) != len(files) {
		t.Errorf("%d files but %d outcomes", len(files), len(rows))
	}
	for _, row := range rows {
		cell := strings.Split(row, "\t")
		t.Run(cell[0], func(t *testing.T) {
			t.Parallel()
			d, faults := read(options(), cell[0], files[cell[0]])
			if got := outcome(faults); got != cell[1] {
				t.Errorf("%s, want %s: %v", got, cell[1], faults)
			}
			if cell[2] != "" && strconv.Itoa(faults[0].Line) != cell[2] {
				t.Errorf("on line %d, want %s", faults[0].Line, cell[2])
			}
			placed(t, cell[0], faults)
			decent(t, d, faults)
		})
	}
}

// placed fails where a fault does not name its file and line.
func placed(tb testing.TB, file string, faults dataset.Faults) {
	tb.Helper()
	for _, f := range faults {
		if f.File != file || f.Line == 0 && file != "empty.toml" {
			tb.Errorf("a fault without its place: %s", f)
		}
	}
}

// outcome is the word for what became of a file.
func outcome(faults dataset.Faults) string {
	word := "accept"
	for _, f := range faults {
		switch {
		case !f.Warning:
			return "reject"
		case f.Cleaned:
			word = "clean"
		case word == "accept":
			word = "warn"
		}
	}
	return word
}

// decent fails where a text holds what could steer a terminal or deceive its
// reader, where a fault is endless, and where a faulty dataset is used.
func decent(tb testing.TB, d dataset.Dataset, faults dataset.Faults) {
	tb.Helper()
	for _, f := range faults {
		if s := f.Error(); len(s) > 2_000 || !printable(s) {
			tb.Errorf("an indecent fault: %.2000q", s)
		}
	}
	for _, r := range d.Records {
		if s := fmt.Sprintf("%+v", reflect.ValueOf(r).Elem()); !printable(s) {
			tb.Errorf("an indecent record: %q", s)
		}
		if !r.Head().ID.Valid() {
			tb.Errorf("a record with the id %q", r.Head().ID)
		}
	}
	if faults.Err() != nil && !reflect.ValueOf(d).IsZero() {
		tb.Error("a faulty dataset is used")
	}
}

func printable(s string) bool {
	for _, r := range s {
		if r != ' ' && r != '\n' && !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) || unicode.Is(unicode.Variation_Selector, r) {
			return false
		}
	}
	return true
}

func TestFilesThatExhaustParsersAreRefusedBeforeThem(t *testing.T) {
	t.Parallel()
	x := strings.Repeat
	for name, text := range map[string]string{
		"array-10MB":        "a = " + x("[", 10<<20),
		"array-1M":          "a = " + x("[", 1e6) + x("]", 1e6),
		"array-2M":          "a = " + x("[", 2e6) + x("]", 2e6),
		"inline-10k":        "a = " + x("{a=", 1e4) + "1" + x("}", 1e4),
		"inline-100k":       "a = " + x("{a=", 1e5) + "1" + x("}", 1e5),
		"dotted-10k":        x("a.", 1e4) + "a = 1",
		"dotted-100k":       x("a.", 1e5) + "a = 1",
		"header-100k":       "[" + x("a.", 1e5) + "a]\nx=1",
		"prefix-1000x1000":  x(x("a.", 1000)+"k = 1\n", 1000),
		"string-10MB":       "a = \"" + x("x", 10<<20) + "\"",
		"unterminated-10MB": "a = \"" + x("x", 10<<20),
		"ff-10MB":           "a = 1\n" + x("\u00ff", 5<<20),
		"keys-1M":           x("k = 1\n", 1e6),
		"tables-1M":         x("[[crossing]]\n", 1e6),
		"digits-1MB":        "a = " + x("9", 1<<20),
		"ints-5M":           "a = [" + x("1,", 5<<20) + "]",
		"newlines-10MB":     x("\n", 10<<20),
		// Each key below a long one costs as much as the long one.
		"long-header": "[[" + x("k", 60_000) + "]]\n" + x("k = 1\n", 1e5),
		// The parser takes the last quote for the end, others the fifth.
		"six-quotes": `a = ["""\\"""""", ` + x("[", 30_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if f := dataset.Guard(name, []byte(text)); f == nil || f.File != name {
				t.Fatalf("the guard lets it through: %v", f)
			}
			files := counted{fstest.MapFS{name: {Data: []byte(text)}}, new(int)}
			d, faults := dataset.Read(files, []string{name}, options())
			if len(faults) != 1 {
				t.Errorf("want one fault, got %v", faults)
			}
			decent(t, d, faults)
			if *files.read > 4<<20+64<<10 {
				t.Errorf("%d bytes are read of it", *files.read)
			}
		})
	}
}

// counted counts the bytes that are read.
type counted struct {
	fs.FS
	read *int
}

func (c counted) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	return countedFile{f, c.read}, err
}

type countedFile struct {
	fs.File
	read *int
}

func (f countedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	*f.read += n
	return n, err
}
