package journal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// File is an open file of a Disk.
type File interface {
	io.ReadWriteCloser
	Sync() error
	Truncate(size int64) error
	Stat() (fs.FileInfo, error)
}

// Disk is what the journal asks of a file system. Names are relative to one
// directory.
type Disk interface {
	Folder
	// Open takes the flags of os.OpenFile; files are made for their owner alone.
	Open(name string, flag int) (File, error)
	Stat(name string) (fs.FileInfo, error)
	Rename(from, to string) error
}

// Folder is the directory of a Disk as a whole.
type Folder interface {
	// Names lists the files in order; none where there is no directory.
	Names() ([]string, error)
	// Sync makes last which files there are.
	Sync() error
	// Lock makes the directory where it is missing, and keeps all other processes out
	// until that is undone.
	Lock(ctx context.Context) (unlock func() error, err error)
	FileSystem() FileSystem
	// Reserve keeps some room, unless that is kept already, and Release gives it back:
	// false where there was none.
	Reserve(size int) error
	Release() bool
}

// Directory is the disk of a directory of the operating system.
type Directory string

// Open opens a file of the directory.
func (d Directory) Open(name string, flag int) (File, error) { //nolint:ireturn // other disks have other files
	return os.OpenFile(filepath.Join(string(d), name), flag, 0o600)
}

// Stat tells of a file of the directory.
func (d Directory) Stat(name string) (fs.FileInfo, error) {
	return os.Stat(filepath.Join(string(d), name))
}

// Rename gives a file of the directory another name.
func (d Directory) Rename(from, to string) error {
	return os.Rename(filepath.Join(string(d), from), filepath.Join(string(d), to))
}

// Names lists the files of the directory; none where there is no directory.
func (d Directory) Names() ([]string, error) {
	entries, err := os.ReadDir(string(d))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil, nil
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, err
}

// prepare makes the directory and those above it.
func (d Directory) prepare() error {
	if _, err := os.Stat(string(d)); err == nil {
		return nil
	}
	if err := os.MkdirAll(string(d), 0o700); err != nil {
		return err
	}
	return Directory(filepath.Dir(string(d))).Sync()
}

// lockName is a file of its own: editors replace the files that they save.
const lockName = "journal.lock"

// Lock takes the lock file, trying for as long as ctx allows.
func (d Directory) Lock(ctx context.Context) (unlock func() error, err error) {
	if err := d.prepare(); err != nil {
		return nil, fmt.Errorf("make the directory of the journal: %w", err)
	}
	lock := flock.New(filepath.Join(string(d), lockName), flock.SetPermissions(0o600))
	ok, err := lock.TryLockContext(ctx, 20*time.Millisecond)
	if err != nil {
		return nil, fmt.Errorf("lock the journal: %w", err)
	}
	if !ok {
		return nil, fmt.Errorf("lock the journal: %w", context.DeadlineExceeded)
	}
	return lock.Unlock, nil
}
