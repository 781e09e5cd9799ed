package state

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/google/renameio/v2/maybe"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// Draft is what somebody typed to add or to amend a record, and did not add yet.
type Draft struct {
	// Name tells drafts apart.
	Name model.ID `json:"name"`
	// At is when it was typed, and Edit counts how often it was changed.
	At   time.Time `json:"at"`
	Edit int       `json:"edit"`
	// Kind is that of the record, Of the record or act that it amends; empty for a new
	// one.
	Kind model.Kind `json:"kind"`
	Of   model.ID   `json:"of,omitempty"`
	// Typed are the fields by their names.
	Typed []dataset.Typed `json:"typed"`
}

// Drafts keeps drafts, each in a file of its own that only its owner reads. A nil
// Drafts keeps none. It is safe for use by several goroutines.
type Drafts struct {
	// Dir is the directory of the files, which need not be there yet.
	Dir string

	mu sync.Mutex
	// kept are the edits that were written, and dropped what is never written again.
	kept    map[model.ID]int
	dropped map[model.ID]bool
}

// The bounds of what is read. There is no end to what crashes may leave behind.
const (
	maxDraft  = 256 << 10
	maxDrafts = 20
)

// draftBegins is how the files are called.
const draftBegins = "draft-"

// Keep writes a draft down, unless a later edit was or it was dropped: writers may
// overtake each other.
func (d *Drafts) Keep(draft Draft) error {
	if d == nil {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dropped[draft.Name] || draft.Edit < d.kept[draft.Name] {
		return nil
	}
	raw, err := json.Marshal(draft)
	if err == nil {
		err = os.MkdirAll(d.Dir, 0o700)
	}
	if err == nil {
		err = maybe.WriteFile(d.path(draft.Name), raw, 0o600)
	}
	if err != nil {
		return fmt.Errorf("keep the draft: %w", err)
	}
	if d.kept == nil {
		d.kept = map[model.ID]int{}
	}
	d.kept[draft.Name] = draft.Edit
	return nil
}

// Drop forgets a draft for good.
func (d *Drafts) Drop(name model.ID) error {
	if d == nil {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	put(&d.dropped, name, true)
	if err := os.Remove(d.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("drop the draft: %w", err)
	}
	return nil
}

func (d *Drafts) path(name model.ID) string {
	return filepath.Join(d.Dir, draftBegins+string(name)+".json")
}

// Read lists the drafts that were kept, the latest first. Those that cannot be read
// are not among them; the error tells why.
func (d *Drafts) Read() ([]Draft, error) {
	if d == nil {
		return nil, nil
	}
	paths, err := filepath.Glob(filepath.Join(d.Dir, draftBegins+"*.json"))
	if err != nil {
		return nil, fmt.Errorf("read the drafts: %w", err)
	}
	var out []Draft
	var errs []error
	for _, path := range paths {
		draft, err := readDraft(path)
		if err != nil {
			errs = append(errs, fmt.Errorf("read %s: %w", clean.Line(filepath.Base(path)), err))
			continue
		}
		out = append(out, draft)
	}
	slices.SortFunc(out, func(a, b Draft) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.Name, b.Name)) })
	return out[:min(len(out), maxDrafts)], errors.Join(errs...)
}

func readDraft(path string) (Draft, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Draft{}, err
	}
	if !info.Mode().IsRegular() {
		return Draft{}, errors.New("it is no regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return Draft{}, err
	}
	raw, err := io.ReadAll(io.LimitReader(f, maxDraft+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return Draft{}, err
	}
	draft, err := ParseDraft(raw)
	if err == nil && draftBegins+string(draft.Name)+".json" != filepath.Base(path) {
		err = errors.New("it has another name inside")
	}
	return draft, err
}

// ParseDraft reads a draft. What was typed is clean afterwards: a file is nobody's
// word.
func ParseDraft(raw []byte) (Draft, error) {
	var d Draft
	if len(raw) > maxDraft {
		return d, fmt.Errorf("it has more than %d bytes", maxDraft)
	}
	if err := json.Unmarshal(raw, &d); err != nil {
		return Draft{}, errors.New("it is no draft")
	}
	if !d.Name.Valid() || d.Of != "" && !d.Of.Valid() || model.Blank(d.Kind) == nil || d.Edit < 0 {
		return Draft{}, errors.New("it is no draft")
	}
	for i, t := range d.Typed {
		d.Typed[i] = dataset.Typed{Field: clean.Line(t.Field).String(), Value: clean.Line(t.Value).String()}
	}
	return d, nil
}
