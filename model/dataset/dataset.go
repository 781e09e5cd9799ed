// Package dataset reads records from TOML files, and holds the records of the
// Lithuania–Belarus border that come with the program. Files come from outside:
// they are guarded before they are parsed, their text is cleaned, and a dataset
// with an error is not used at all.
package dataset

import (
	"cmp"
	"embed"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

//go:embed embedded/*.toml
var embedded embed.FS

// Dataset is what one or more files hold. The zero Dataset holds nothing.
type Dataset struct {
	// Title is that of the first file that has one, by the order of the names,
	// and so are the other two.
	Title clean.Text
	// Zone is the timezone for times without an offset; nil if none is declared.
	Zone *time.Location
	// Zones are the clocks to show.
	Zones []Clock
	// Records stand in the order of the files.
	Records []model.Record

	places map[model.ID]place
}

// place is where a record stands, and by whose clocks its times were read.
type place struct {
	file string
	line int
	zone *time.Location
}

// Clock is a place whose time is to be shown.
type Clock struct {
	Name clean.Text
	Zone *time.Location
}

// Place tells in which file and on which line a record stands; not ok where the
// dataset has no such record.
func (d Dataset) Place(id model.ID) (file string, line int, ok bool) {
	p, ok := d.places[id]
	return p.file, p.line, ok
}

// Holds counts the records of each file that has any, by the names that Place
// gives.
func (d Dataset) Holds() map[string]int {
	out := map[string]int{}
	for _, p := range d.places {
		out[p.file]++
	}
	return out
}

// Options are what the reading of a dataset depends on beside its files.
type Options struct {
	// Now is the present, for times that lie too far ahead; zero means that none
	// does.
	Now time.Time
	// Zone is by whose clocks exact times are judged where the files declare
	// none. No time is read by it.
	Zone *time.Location
	// Base are records that the files may refer to and must not contradict, such
	// as those of the dataset that a journal continues.
	Base []model.Record
	// Known gives such a record by its id, beside those; nil gives none.
	Known func(model.ID) model.Record
	// Around is a log that the files may refer to, and may contradict.
	Around model.Log
	// More are read after the files, such as the segments of a journal.
	More []Text
	// Once keeps for the next load what Open can read only once; nil keeps nothing.
	Once *Once
	// Progress is told how many bytes of all were read, in any order and from several
	// goroutines; nil tells nobody.
	Progress func(read, all int64)
}

// Embedded is the dataset that comes with the program.
func Embedded(o Options) (Dataset, Faults) {
	names, err := fs.Glob(embedded, "embedded/*.toml")
	if err != nil {
		return Dataset{}, Faults{{Problem: clean.Err(err)}}
	}
	return Read(embedded, names, o)
}

// Read reads the named files of fsys as one dataset. With an error among the
// faults the dataset is the zero one.
func Read(fsys fs.FS, names []string, o Options) (Dataset, Faults) {
	sources := make([]source, len(names))
	for i, name := range names {
		sources[i] = source{name, func() (io.ReadCloser, error) { return fsys.Open(name) }}
	}
	return load(sources, o)
}

// Open reads files, and the .toml files of directories, as one dataset.
func Open(paths []string, o Options) (Dataset, Faults) {
	var sources []source
	var faults Faults
	for _, path := range paths {
		if o.Once.Keeps(path) {
			sources = append(sources, source{path, func() (io.ReadCloser, error) { return o.Once.open(path) }})
			continue
		}
		names, f := expand(path)
		faults = append(faults, f...)
		for _, name := range names {
			open := o.Once.open
			if name != path { // It is in a directory, which may hold anything.
				open = openOrdinary
			}
			sources = append(sources, source{name, func() (io.ReadCloser, error) { return open(name) }})
		}
	}
	if len(sources) == 0 && len(faults) > 0 {
		return Dataset{}, faults
	}
	d, more := load(sources, o)
	if faults = append(faults, more...); faults.Err() != nil {
		return Dataset{}, faults
	}
	return d, faults
}

// Paths lists the files that Open reads, and FileName tells how faults name one.
func Paths(paths []string) []string {
	var all []string
	for _, path := range paths {
		names, _ := expand(path) // Open tells why there are none.
		all = append(all, names...)
	}
	return all
}

// FileName is a path as faults have it: clean, and not too long.
func FileName(path string) string { return fileName(path) }

// expand gives the .toml files of a directory in the order of their names, and
// any other path itself.
func expand(path string) ([]string, Faults) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, Faults{{File: fileName(path), Problem: trouble(err)}}
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, Faults{{File: fileName(path), Problem: trouble(err)}}
	}
	var names []string
	for _, e := range entries {
		// Editors keep their own copies under names that begin with a dot.
		if name := e.Name(); !e.IsDir() && filepath.Ext(name) == ".toml" && !strings.HasPrefix(name, ".") {
			names = append(names, filepath.Join(path, name))
		}
	}
	if names == nil {
		return nil, Faults{{File: fileName(path), Problem: "the directory holds no .toml file", Remedy: "put the dataset there, or name another"}}
	}
	return names, nil
}

// source is a file to read.
type source struct {
	name string
	open func() (io.ReadCloser, error)
}

func load(sources []source, o Options) (Dataset, Faults) {
	for _, text := range o.More {
		sources = append(sources, source{text.Name, func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text.Content)), nil }})
	}
	if len(sources) == 0 {
		return Dataset{}, Faults{{Problem: "no file to read"}}
	}
	files := make([]*file, len(sources))
	parallel(len(files), func(i int) {
		files[i] = &file{ledger: newLedger(sources[i].name)}
		files[i].open(sources[i].open)
	})
	var d Dataset
	d.heads(files)
	crowd := areMany(files)
	tell := progress(files, o.Progress)
	// A file at a time: what a parser makes takes many times the room of the records.
	parallel(len(files), func(i int) {
		size := len(files[i].data)
		files[i].read()
		b := d.binder(files[i], o)
		b.many = crowd
		b.bind()
		files[i].shed()
		tell(size)
	})
	whole := !slices.ContainsFunc(files, func(f *file) bool { return f.tables == nil })
	c := newChecker(o)
	for _, f := range files {
		c.add(f)
	}
	if whole {
		c.check(files)
	}
	return d.finish(files)
}

// progress tells somebody of each file that is read.
func progress(files []*file, somebody func(read, all int64)) (tell func(size int)) {
	if somebody == nil {
		return func(int) {}
	}
	var read atomic.Int64
	var all int64
	for _, f := range files {
		all += int64(len(f.data))
	}
	return func(size int) { somebody(read.Add(int64(size)), all) }
}

// finish puts the files together, unless there is an error in one of them.
func (d Dataset) finish(files []*file) (Dataset, Faults) {
	var faults Faults
	d.places = map[model.ID]place{}
	for _, f := range files {
		faults = append(faults, f.sorted()...)
		for _, p := range f.records {
			d.Records = append(d.Records, p.Record)
			d.places[p.Head().ID] = place{f.file, int(p.table.mark.line), cmp.Or(f.zone, d.Zone)}
		}
	}
	if faults.Err() != nil {
		return Dataset{}, faults
	}
	if len(d.Records) == 0 {
		faults = append(faults, Fault{
			File: files[0].file, Problem: "no records in it", Remedy: "an empty file is not the same as no data", Warning: true,
		})
	}
	return d, faults
}

// heads takes from the files what the first one that declares it declares for all.
func (d *Dataset) heads(files []*file) {
	whole := true
	for _, f := range files {
		if d.Title.Empty() {
			d.Title = f.title
		}
		if d.Zone == nil {
			d.Zone = f.zone
		}
		if d.Zones == nil {
			d.Zones = f.zones
		}
		whole = whole && f.errors == 0 && !f.blind
	}
	if !whole && d.Zone == nil {
		// The file that could not be parsed may have declared it.
		d.Zone = time.UTC
	}
}

// parallel calls do for 0 to n-1, on every processor.
func parallel(n int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}
