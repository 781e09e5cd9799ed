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
	// tree holds the tables by name, as the parser gives them; nil where the
	// file could not be parsed.
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

// read fills the tree and the tables, and binds the head. It never fails
// otherwise than by a fault.
func (f *file) read(open func() (io.ReadCloser, error)) {
	tree, keys, marks := f.parse(open)
	if tree == nil {
		return
	}
	f.tree, f.tables = tree, index(keys, marks)
	f.head()
	f.strangers()
}

// parse gives what a file holds, with its keys and their places, one for one.
// The tree is nil where there is a fault instead.
func (l *ledger) parse(open func() (io.ReadCloser, error)) (tree map[string]any, keys []toml.Key, marks []mark) {
	data, err := slurp(open)
	if err != nil {
		l.report(Fault{Problem: trouble(err)})
		return nil, nil, nil
	}
	marks, fault := guard(strings.TrimPrefix(data, byteOrderMark))
	if fault != nil {
		l.report(*fault)
		return nil, nil, nil
	}
	tree, keys, err = parse(strings.TrimPrefix(data, byteOrderMark), marks, pieceSize)
	switch {
	case err != nil:
		l.report(syntax(err))
		return nil, nil, nil
	case len(keys) != len(marks):
		l.report(Fault{Problem: "the guard and the parser read this file differently", Remedy: "write it more plainly"})
		return nil, nil, nil
	}
	return tree, keys, marks
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
