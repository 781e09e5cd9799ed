package dataset

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"bordertop/model/clean"
)

// Fault is one thing that is wrong with a file. Its texts are clean and short,
// however the file looks. A Line of 0 means the file as a whole; columns count
// bytes.
type Fault struct { //nolint:errname // it is shown to people as a fault, and is an error besides
	File         string
	Line, Column int
	// Key is the table and the key, such as "measure.until".
	Key string
	// Problem says what is wrong, Remedy what to write instead where that is
	// known.
	Problem, Remedy string
	// Warning marks what does not keep the dataset from being used.
	Warning bool
	// Partial marks an error for which only that is left out which it is about, such as
	// one of the sources of settings.
	Partial bool
	// Cleaned marks the warnings about text that was changed, or an address
	// that was dropped, on its way in.
	Cleaned bool
}

// Error gives "file:line:column: key: problem; remedy".
func (f Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		b.WriteString(":" + strconv.Itoa(f.Line))
		if f.Column > 0 {
			b.WriteString(":" + strconv.Itoa(f.Column))
		}
	}
	if f.Warning {
		b.WriteString(": warning")
	}
	if f.Key != "" {
		b.WriteString(": " + f.Key)
	}
	b.WriteString(": " + f.Problem)
	if f.Remedy != "" {
		b.WriteString("; " + f.Remedy)
	}
	return strings.TrimPrefix(b.String(), ": ") // Where no file is at fault.
}

// String is Error.
func (f Fault) String() string { return f.Error() }

// Faults are all faults of one load, in the order of the files.
type Faults []Fault //nolint:errname // as Fault

// Error gives one fault a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Errors are the faults for which a dataset is refused.
func (fs Faults) Errors() Faults { return fs.only(func(f Fault) bool { return !f.Warning }) }

// Warnings are the faults with which a dataset is still used.
func (fs Faults) Warnings() Faults { return fs.only(func(f Fault) bool { return f.Warning }) }

// Err is nil where there are no errors but partial ones, and the errors otherwise.
func (fs Faults) Err() error {
	if len(fs.only(func(f Fault) bool { return !f.Warning && !f.Partial })) > 0 {
		return fs.Errors()
	}
	return nil
}

func (fs Faults) only(want func(Fault) bool) Faults {
	var out Faults
	for _, f := range fs {
		if want(f) {
			out = append(out, f)
		}
	}
	return out
}

// mostFaults bounds how many errors, and how many warnings, one file may have
// told: a hostile file must not buy memory with its faults.
const mostFaults = 200

// ledger collects the faults of one file.
type ledger struct {
	file             string
	list             Faults
	errors, warnings int
	// effort is what is left to spend on looking for places, and for the words
	// that were meant.
	effort int
}

func newLedger(file string) ledger { return ledger{file: fileName(file), effort: 16 << 20} }

// room counts a fault and tells whether it will be told.
func (l *ledger) room(f Fault) bool {
	n := &l.errors
	if f.Warning {
		n = &l.warnings
	}
	*n++
	return *n <= mostFaults
}

// add takes a fault for which there is room. The problem and the remedy are
// clean by then: only what show and clean let through is put into them.
func (l *ledger) add(f Fault) {
	f.File, f.Key = l.file, tidy(f.Key)
	l.list = append(l.list, f)
}

func (l *ledger) report(f Fault) {
	if l.room(f) {
		l.add(f)
	}
}

// sorted gives the faults by their place, and how many more there were.
func (l *ledger) sorted() Faults {
	list := slices.Clone(l.list)
	slices.SortStableFunc(list, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			strings.Compare(a.Key, b.Key), strings.Compare(a.Problem, b.Problem))
	})
	if n := l.errors - mostFaults; n > 0 {
		list = append(list, Fault{File: l.file, Problem: strconv.Itoa(n) + " more errors"})
	}
	if n := l.warnings - mostFaults; n > 0 {
		list = append(list, Fault{File: l.file, Problem: strconv.Itoa(n) + " more warnings", Warning: true})
	}
	return list
}

// tidy makes one clean line of at most 60 characters.
func tidy(raw string) string {
	const most = 60
	if len(raw) > 512 {
		raw = raw[:512]
	}
	s := clean.Line(raw).String()
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// fileName makes one clean line of a path. One that is very long loses its
// middle: the end is what tells files apart.
func fileName(raw string) string {
	const head, tail = 60, 300
	runes := []rune(clean.Line(raw).String())
	if len(runes) <= head+1+tail {
		return string(runes)
	}
	return string(runes[:head]) + "…" + string(runes[len(runes)-tail:])
}

// Unreadable is the fault of a file that could not be opened or read.
func Unreadable(path string, err error) Fault {
	return Fault{File: fileName(path), Problem: trouble(err)}
}

// show quotes a value from a file.
func show(raw string) string { return `"` + tidy(raw) + `"` }
