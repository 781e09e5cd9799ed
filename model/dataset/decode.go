package dataset

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"bordertop/model"
	"bordertop/model/clean"
)

// file is one file of a load, from its bytes to its records.
type file struct {
	ledger
	// data is what it holds and marks are where its keys stand; nil where it must not
	// be parsed.
	data  string
	marks []mark
	// lean tells that the file has shed what it can make anew.
	lean bool
	// blind tells that what the head declares is not known ahead.
	blind bool
	// tree holds the tables by name, as the parser gives them; nil before and after
	// they are bound.
	tree   map[string]any
	tables []table

	title clean.Text
	// zone is the declared timezone; nil where none is.
	zone    *time.Location
	zones   []Clock
	records []placed
}

// placed is a record and where it stands.
type placed struct {
	model.Record
	file  *file
	table *table
}

// open takes the bytes, if they may be parsed, and looks ahead at what the head
// declares, which may hold for other files. It never fails otherwise than by a fault.
func (f *file) open(open func() (io.ReadCloser, error)) {
	f.data, f.marks = f.slurp(open)
	head := f.data
	for _, m := range f.marks {
		if m.header {
			head = f.data[:m.at]
			break
		}
	}
	tree, _, err := parseWhole(head)
	if f.blind = err != nil; f.blind {
		return // It is told when the whole is parsed.
	}
	ahead := file{ledger: newLedger(f.file), tree: tree, tables: []table{{}}}
	ahead.head()
	f.title, f.zone, f.zones = ahead.title, ahead.zone, ahead.zones
}

// read fills the tree and the tables, and binds the head.
func (f *file) read() {
	if f.marks == nil && f.errors > 0 {
		return
	}
	tree, keys := f.parse(f.data, f.marks)
	if tree == nil {
		return
	}
	f.tree, f.tables = tree, index(keys, f.marks)
	f.head()
	f.strangers()
}

// shed lets go of what was needed to make the records. It is made anew for a fault
// that is found later.
func (f *file) shed() {
	f.tree, f.marks, f.lean = nil, nil, true
	for i := range f.tables {
		f.tables[i].keys, f.tables[i].marks = nil, nil
	}
}

// restore gives the tables of a file their keys again.
func (f *file) restore() {
	if !f.lean {
		return
	}
	f.lean = false
	f.marks, _ = guard(f.data) // It had no fault, nor has the parser.
	_, keys, _ := parse(f.data, f.marks, pieceSize)
	for i, t := range index(keys, f.marks) {
		f.tables[i].keys, f.tables[i].marks = t.keys, t.marks
	}
}

// slurp gives what a file holds, and the places of its keys; or a fault.
func (l *ledger) slurp(open func() (io.ReadCloser, error)) (data string, marks []mark) {
	data, err := slurp(open)
	if err != nil {
		l.report(Fault{Problem: trouble(err)})
		return "", nil
	}
	data = strings.TrimPrefix(data, byteOrderMark)
	marks, fault := guard(data)
	if fault != nil {
		l.report(*fault)
		return "", nil
	}
	return data, marks
}

// parse gives what a text holds, with its keys, one for each place. The tree is nil
// where there is a fault instead.
func (l *ledger) parse(data string, marks []mark) (tree map[string]any, keys []toml.Key) {
	tree, keys, err := parse(data, marks, pieceSize)
	switch {
	case err != nil:
		l.report(syntax(err))
		return nil, nil
	case len(keys) != len(marks):
		l.report(Fault{Problem: "the guard and the parser read this file differently", Remedy: "write it more plainly"})
		return nil, nil
	}
	return tree, keys
}

// mostBytes is one byte more than a file may have, so that the guard sees it.
const mostBytes = maxFile + len(byteOrderMark) + 1

func slurp(open func() (io.ReadCloser, error)) (string, error) {
	r, err := open()
	if err != nil {
		return "", err
	}
	defer r.Close() //nolint:errcheck // it was only read
	var b strings.Builder
	_, err = io.Copy(&b, io.LimitReader(r, int64(mostBytes)))
	return b.String(), err
}

func trouble(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "not allowed to read the file"
	}
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return "cannot read the file: " + clean.Err(err)
}

// syntax takes from a parser's error what is neither raw nor endless: not the
// line that it quotes.
func syntax(err error) Fault {
	p, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		return Fault{Problem: clean.Err(err)}
	}
	f := Fault{Line: p.Position.Line, Column: p.Position.Col, Key: p.LastKey, Problem: clean.Err(errors.New(p.Message))}
	if strings.HasPrefix(p.Message, "invalid datetime") {
		f.Remedy = timeRemedy
	}
	return f
}

// head binds the keys above the first table.
func (f *file) head() {
	top := &f.tables[0]
	for _, key := range slices.Sorted(maps.Keys(f.tree)) {
		s := site{f: f, table: top, path: key}
		v := f.tree[key]
		switch key {
		case "schema":
			if v != int64(1) {
				s.fault("not a schema that this program reads", "write schema = 1, or use a newer program")
			}
		case "title":
			f.title = s.text(own(v), clean.Line)
		case "timezone":
			if f.zone = s.zone(v); f.zone == nil {
				f.zone = time.UTC // The load is refused; its times need not be as well.
			}
		case "zones":
			f.zones = s.clocks(own(v))
		}
	}
}

func (s site) zone(v any) *time.Location {
	const remedy = `write a name such as "Europe/Vilnius"`
	name, ok := v.(string)
	if !ok {
		s.wrong("the name of a timezone", v)
		return nil
	}
	// Both of these would be the machine's own zone, or a silent UTC.
	if name == "" || strings.EqualFold(name, "local") {
		s.fault("not the name of a timezone: "+show(name), remedy)
		return nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		s.fault("unknown timezone "+show(name), remedy)
		return nil
	}
	return zone
}

func (s site) clocks(v any) []Clock {
	items, ok := tablesOf(v)
	if !ok {
		s.wrong(`a list such as [{ name = "Vilnius", zone = "Europe/Vilnius" }]`, v)
		return nil
	}
	clocks := make([]Clock, len(items))
	for i, item := range items {
		at := s.item(i)
		at.only(item, "name", "zone")
		clocks[i] = Clock{at.sub("name").text(item["name"], clean.Line), at.sub("zone").zone(item["zone"])}
	}
	return clocks
}

// strangers warns of tables and of keys of the head that have no meaning.
func (f *file) strangers() {
	kinds := kindNames()
	known := append([]string{"schema", "title", "timezone", "zones"}, kinds...)
	lower := map[string]string{}
	first := f.firsts()
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(f.tree))) { // Small letters first.
		s := site{f: f, table: cmp.Or(first[name], &f.tables[0]), path: name}
		if other, ok := lower[strings.ToLower(name)]; ok {
			s.fault("differs only by case from "+show(other), "keep one of them")
		}
		lower[strings.ToLower(name)] = name
		switch {
		case slices.Contains(kinds, name):
			if _, ok := f.tree[name].([]map[string]any); !ok {
				s.fault("want tables of records", "write [["+name+"]] above each")
			}
		case name == entryTable:
		case !slices.Contains(known, name) && s.table.name != "":
			s.warn("unknown table", f.meant(name, kinds))
		case !slices.Contains(known, name):
			s.warn("unknown key", f.meant(name, known[:4]))
		}
	}
}

// firsts gives the first table of each name.
func (f *file) firsts() map[string]*table {
	first := map[string]*table{}
	for i := range f.tables {
		if t := &f.tables[i]; t.nth == 0 {
			first[t.name] = t
		}
	}
	return first
}

func kindNames() []string {
	names := make([]string, 0, 13)
	for _, k := range model.Kinds() {
		names = append(names, string(k))
	}
	return names
}
