// Package keep keeps what is remembered of alerts in a file, which several programs
// may share.
package keep

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"github.com/google/renameio/v2/maybe"

	"bordertop/model/alert"
	"bordertop/model/clean"
)

const (
	// largest is what the file may measure, patience for how long another program may
	// hold it.
	largest  = 4 << 20
	patience = 2 * time.Second
)

// File keeps the memory of one board. The zero File keeps it as long as the program
// runs. It is safe for use by several goroutines.
type File struct {
	path string

	mu   sync.Mutex
	last alert.Memory
}

// In is the file of a board in a directory; with an empty one, nothing outlives the
// program.
func In(dir, board string) *File {
	if dir == "" {
		return &File{}
	}
	sum := sha256.Sum256([]byte(board))
	return &File{path: filepath.Join(dir, "alerts-"+hex.EncodeToString(sum[:4])+".json")}
}

// Change changes what is remembered, while no other program does, and gives what is
// remembered then. Where the file cannot be had it is remembered as long as the
// program runs, and the error says why.
func (f *File) Change(ctx context.Context, change func(alert.Memory) alert.Memory) (alert.Memory, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.path == "" {
		f.last = change(f.last)
		return f.last, nil
	}
	m, err := f.change(ctx, change)
	if err != nil {
		return m, fmt.Errorf("remember alerts: %w", err)
	}
	return m, nil
}

func (f *File) change(ctx context.Context, change func(alert.Memory) alert.Memory) (alert.Memory, error) {
	err := os.MkdirAll(filepath.Dir(f.path), 0o700)
	if err == nil {
		var unlock func()
		if unlock, err = f.lock(ctx); err == nil {
			defer unlock()
			var kept alert.Memory
			if kept, err = f.read(); err == nil {
				f.last = kept
			}
		}
	}
	before := f.last
	f.last = change(f.last)
	if err != nil || reflect.DeepEqual(before, f.last) {
		return f.last, err
	}
	text, err := json.Marshal(f.last)
	if err != nil {
		return f.last, err
	}
	return f.last, maybe.WriteFile(f.path, text, 0o600)
}

// lock waits for other programs, but not for long.
func (f *File) lock(ctx context.Context) (unlock func(), err error) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	lock := flock.New(f.path + ".lock")
	if _, err := lock.TryLockContext(ctx, 20*time.Millisecond); err != nil {
		return nil, err
	}
	return func() { _ = lock.Unlock() }, nil
}

// read reads the file. One that is damaged is as none: then nothing old is told.
func (f *File) read() (m alert.Memory, err error) {
	file, err := os.Open(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return f.last, nil
	}
	if err != nil {
		return m, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	text, err := io.ReadAll(io.LimitReader(file, largest))
	if err != nil {
		return m, err
	}
	if json.Unmarshal(text, &m) != nil {
		return alert.Memory{}, nil
	}
	for i, a := range m.Alerts {
		m.Alerts[i].Text = clean.Line(a.Text).String()
		m.Alerts[i].Rule = clean.Line(a.Rule).String()
		if !a.ID.Valid() {
			m.Alerts[i].ID = ""
		}
	}
	return m, nil
}
