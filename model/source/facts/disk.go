package facts

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source"
	"bordertop/model/source/rows"
)

// mostBytes bounds a document, and mostFiles a directory.
const (
	mostBytes = 8 << 20
	mostFiles = 500
)

// keys are the settings that say how rows are read.
func keys(more ...string) []string { return append(more, "crossings", "to", "layouts", "zone") }

// File is the kind of source that is a file: a dataset in TOML or lines of JSON.
func File() source.Kind { return onDisk("file") }

// Dir is the kind of source that is a directory of such files: those whose names end
// in .toml, .jsonl, .ndjson or .json and do not begin with a dot.
func Dir() source.Kind { return onDisk("dir") }

func onDisk(kind string) source.Kind {
	return source.Kind{
		Name: kind, Keys: keys("path"), Floor: time.Second, Every: 30 * time.Second, Stale: 24 * time.Hour,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			faults := rows.Check(s)
			if s.Path == "" {
				faults = append(faults, source.Fault{Key: "path", Problem: "missing", Remedy: `add path = "facts.toml"`})
			}
			if len(faults) > 0 {
				return nil, faults
			}
			return &disk{settings: s, isDir: kind == "dir"}, nil
		},
	}
}

// disk is a file or a directory.
type disk struct {
	settings source.Settings
	isDir    bool
	// sum is of what it held when it was last read without an error.
	sum [sha256.Size]byte
}

// Ask reads it, if it holds something else than before.
func (d *disk) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	docs, odd, err := d.documents(ctx)
	if err != nil {
		return source.Reading{}, failed(err)
	}
	sum := sumOf(docs, odd)
	if sum == d.sum {
		return source.Reading{}, source.ErrUnchanged
	}
	out, err := read(docs, d.settings, c)
	if err != nil {
		return source.Reading{}, err
	}
	for _, why := range odd {
		out.Skipped++
		out.Notes = append(out.Notes, clean.Line(why))
	}
	d.sum = sum
	return out, nil
}

// sumOf is short for what there was to read.
func sumOf(docs []document, odd []string) [sha256.Size]byte {
	var b strings.Builder
	for _, doc := range docs {
		fmt.Fprintf(&b, "%q %d %s", doc.name, len(doc.text), doc.text)
	}
	fmt.Fprint(&b, odd)
	return sha256.Sum256([]byte(b.String()))
}

// failed says what went wrong with a file, without its path where that is told.
func failed(err error) error {
	if _, ok := errors.AsType[*source.TroubleError](err); ok {
		return err
	}
	return source.Troublef(source.Failed, "%w", err)
}

// documents are what there is to read, with what could not be read in words.
func (d *disk) documents(ctx context.Context) (docs []document, odd []string, err error) {
	if !d.isDir {
		text, err := slurp(d.settings.Path)
		return []document{{filepath.Base(d.settings.Path), text}}, nil, err
	}
	names, err := list(d.settings.Path)
	if err != nil {
		return nil, nil, err
	}
	total := 0
	for _, name := range names {
		if ctx.Err() != nil {
			return nil, nil, context.Cause(ctx)
		}
		text, err := slurp(filepath.Join(d.settings.Path, name))
		if err != nil {
			odd = append(odd, "left out: "+dataset.FileName(name)+": "+clean.Err(reason(err)))
			continue
		}
		if total += len(text); total > 4*mostBytes {
			return nil, nil, source.Troublef(source.TooLarge, "more than %d MiB in the directory", 4*mostBytes>>20)
		}
		docs = append(docs, document{name, text})
	}
	return docs, odd, nil
}

// reason is an error without the path that it begins with.
func reason(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}

// list gives the names of the files that count, in their order.
func list(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("list: %w", err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	const most = 10 * mostFiles
	all, err := f.Readdirnames(most)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("list: %w", err)
	}
	names := slices.DeleteFunc(all, func(name string) bool {
		return strings.HasPrefix(name, ".") || !slices.Contains([]string{".toml", ".jsonl", ".ndjson", ".json"}, filepath.Ext(name))
	})
	if len(names) > mostFiles || len(all) == most {
		return nil, source.Troublef(source.TooLarge, "more than %d files in the directory", mostFiles)
	}
	slices.Sort(names)
	return names, nil
}

var errOdd = errors.New("not an ordinary file")

// slurp reads an ordinary file. Another one, such as a pipe, may never end; nor may
// opening it.
func slurp(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", fmt.Errorf("read: %w", err)
	}
	if !info.Mode().IsRegular() {
		return "", errOdd
	}
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("read: %w", err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	body, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err != nil {
		return "", fmt.Errorf("read: %w", err)
	}
	if len(body) > mostBytes {
		return "", source.Troublef(source.TooLarge, "more than %d MiB", mostBytes>>20)
	}
	return string(body), nil
}
