package dataset

import (
	"io"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Document is a TOML file that holds no records, such as settings. It is guarded
// and parsed as a dataset is, and tells faults in the same form; what its keys
// mean is for its reader to say.
type Document struct {
	ledger
	tree  map[string]any
	keys  []toml.Key
	marks []mark
}

// ParseDocument reads what a file holds. The name is told in faults.
func ParseDocument(name, data string) *Document {
	return document(name, func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(data)), nil })
}

// OpenDocument reads a file. One that cannot be read has a fault and no keys.
func OpenDocument(path string) *Document {
	return document(path, func() (io.ReadCloser, error) { return os.Open(path) })
}

func document(name string, open func() (io.ReadCloser, error)) *Document {
	d := &Document{ledger: newLedger(name)}
	text, marks := d.slurp(open)
	if d.errors > 0 {
		return d
	}
	d.marks = marks
	d.tree, d.keys = d.parse(text, marks)
	return d
}

// Tree holds the values by key, as the parser gives them: string, int64,
// float64, bool, time.Time, []any, map[string]any or []map[string]any. It is
// nil where the file could not be parsed.
func (d *Document) Tree() map[string]any { return d.tree }

// Fault tells what is wrong with the value of a key, which is named by its
// path; a key that does not stand in the file is told of without a place.
func (d *Document) Fault(problem, remedy string, path ...string) {
	d.Report(Fault{Problem: problem, Remedy: remedy}, path...)
}

// Report is Fault for one that may be marked.
func (d *Document) Report(f Fault, path ...string) {
	f.Key = strings.Join(path, ".")
	if !d.room(f) {
		return
	}
	if d.effort -= len(d.keys); d.effort > 0 {
		m := d.place(path)
		f.Line, f.Column = int(m.line), int(m.column)
	}
	d.add(f)
}

// place is where a key stands or, where only keys below it or above it do, the
// first or the last of those.
func (d *Document) place(path []string) mark {
	var best mark
	for i, key := range d.keys {
		switch n := min(len(key), len(path)); {
		case !slices.Equal([]string(key[:n]), path[:n]):
		case len(key) >= len(path):
			return d.marks[i]
		default:
			best = d.marks[i]
		}
	}
	return best
}

// Wrong tells that something else was wanted than what a key has.
func (d *Document) Wrong(want string, got any, path ...string) {
	d.Fault("want "+want+", got "+describe(got), "", path...)
}

// Faults are all faults told so far, by their place.
func (d *Document) Faults() Faults { return d.sorted() }

// Meant is the remedy for a word that is not one of words: the one that was
// probably meant, or else all of them.
func Meant(word string, words []string) string {
	l := newLedger("")
	return l.meant(word, words)
}

// Nearest is the one of words that was probably meant by another; "" where none
// is near.
func Nearest(word string, words []string) string {
	l := newLedger("")
	return l.nearest(word, slices.Values(words))
}

// Quote shows text from outside in quotes, as one clean line, and short.
func Quote(text string) string { return show(text) }
