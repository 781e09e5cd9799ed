package state

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	"github.com/google/renameio/v2/maybe"

	"bordertop/model"
)

// Place is where what is remembered of one board is kept.
type Place struct {
	// Path is that of the file, which is shared by all boards.
	Path string
	// Board tells the boards apart: the title of the dataset.
	Board string
	// Now is the wall clock.
	Now func() time.Time
}

// The times for which other programs that write are waited for.
const (
	patience = 2 * time.Second
	retry    = 10 * time.Millisecond
)

// DamagedError says that the file cannot be understood. The next Save keeps it
// beside the new one, with the ending .bad.
type DamagedError struct {
	Path string
	Err  error
}

// Error names the file, and says what becomes of it.
func (e *DamagedError) Error() string {
	return fmt.Sprintf("marks begin anew: %s is damaged and kept as %[1]s.bad: %s", filepath.Base(e.Path), e.Err)
}

// Unwrap gives what is wrong with it.
func (e *DamagedError) Unwrap() error { return e.Err }

// Open gives the reader of the board that holds these records: those that were
// not there at the last visit are new. On the first visit ever nothing is. The
// reader is whole, and begins anew, where the error tells why nothing was
// remembered.
func (p Place) Open(ids []model.ID) (*Reader, error) {
	r := &Reader{since: changes{visit: true}}
	f, err := p.read()
	b := f.at(p.Board)
	r.known, r.visited = b.known, b.visited
	for _, id := range b.marks {
		put(&r.marks, id, true)
	}
	unseen := map[uint32]bool{}
	for _, h := range b.unseen {
		unseen[h] = true
	}
	if len(b.known) == 0 {
		// All is met at once: a sorted list is smaller than a map.
		all := make([]uint32, len(ids))
		for i, id := range ids {
			all[i] = hash(id)
		}
		r.known = union(nil, all)
		r.since.met = r.known
		return r, err
	}
	for _, id := range ids {
		if unseen[hash(id)] {
			put(&r.unseen, id, true)
		}
	}
	r.Learn(ids)
	return r, err
}

// Save writes down what a reader marked and saw, beside what other programs wrote
// meanwhile. It may wait for those for two seconds.
func (p Place) Save(ctx context.Context, s *Saving) error {
	if s == nil {
		return nil
	}
	return s.box.write(func(c changes) error {
		if err := p.locked(ctx, func() error { return p.change(c) }); err != nil {
			return fmt.Errorf("state %s: %w", filepath.Base(p.Path), err)
		}
		return nil
	})
}

// locked does something while no other program does.
func (p Place) locked(ctx context.Context, do func() error) (err error) {
	if err := os.MkdirAll(filepath.Dir(p.Path), 0o700); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	lock := flock.New(p.Path+".lock", flock.SetPermissions(0o600))
	defer func() { err = errors.Join(err, lock.Close()) }()
	if _, err := lock.TryLockContext(ctx, retry); err != nil {
		return fmt.Errorf("wait for another bordertop: %w", err)
	}
	return do()
}

// change does changes to the file.
func (p Place) change(c changes) error {
	f, err := p.read()
	var damaged *DamagedError
	switch {
	case errors.As(err, &damaged):
		if err := os.Rename(p.Path, p.Path+".bad"); err != nil {
			return err
		}
	case err != nil:
		return err
	}
	b := f.at(p.Board)
	c.apply(b)
	if len(b.marks) > maxMarks {
		return fmt.Errorf("there are more than %d marks", maxMarks)
	}
	if now := p.Now().UTC(); now.Year() > 0 && now.Year() < 10000 {
		b.visited = now
	}
	data, err := f.encode()
	if err != nil {
		return err
	}
	return maybe.WriteFile(p.Path, data, 0o600)
}

// open opens the file, if it is one, and tells its size; nil where there is none.
func (p Place) open() (f *os.File, size int64, err error) {
	info, err := os.Stat(p.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, nil
	case err != nil:
		return nil, 0, err
	case !info.Mode().IsRegular():
		return nil, 0, fmt.Errorf("%s is no regular file", filepath.Base(p.Path))
	}
	f, err = os.Open(p.Path)
	if err != nil {
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// read gives what the file says: nothing where there is none.
func (p Place) read() (file, error) {
	opened, _, err := p.open()
	if opened == nil {
		return nil, err
	}
	// One byte too many is told from the most that there may be.
	data, err := io.ReadAll(io.LimitReader(opened, maxSize+1))
	if err = errors.Join(err, opened.Close()); err != nil {
		return nil, err
	}
	f, err := decode(filepath.Base(p.Path), data)
	switch {
	case errors.Is(err, errNewer):
		return nil, fmt.Errorf("read %s: %w", filepath.Base(p.Path), err)
	case err != nil:
		return nil, &DamagedError{p.Path, err}
	}
	return f, nil
}
