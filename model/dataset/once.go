package dataset

import (
	"bytes"
	"errors"
	"io"
	"os"
	"sync"
)

// errOdd is why something is not read: nobody knows when, or whether, it ends.
var errOdd = errors.New("not an ordinary file")

// Once keeps what can be read only once, such as what comes through a pipe, for
// the loads after the first one. Its zero value is ready. It is safe for use by
// several goroutines.
type Once struct {
	mu     sync.Mutex
	kept   map[string][]byte
	sealed bool
}

// Seal ends the first load: from then on ordinary files and directories are read,
// and what was kept.
func (o *Once) Seal() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.sealed = true
}

// Keeps tells whether what a path names is kept.
func (o *Once) Keeps(path string) bool {
	_, ok, _ := o.get(path)
	return ok
}

func (o *Once) get(path string) (data []byte, ok, sealed bool) {
	if o == nil {
		return nil, false, false
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	data, ok = o.kept[path]
	return data, ok, o.sealed
}

// open opens a file, or gives again what was read from it.
func (o *Once) open(path string) (io.ReadCloser, error) {
	data, ok, sealed := o.get(path)
	switch {
	case ok:
		return io.NopCloser(bytes.NewReader(data)), nil
	case o == nil:
		return os.Open(path)
	case sealed:
		return openOrdinary(path)
	}
	info, err := os.Stat(path)
	if err != nil || ordinary(info) {
		return os.Open(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	// The guard refuses what is longer.
	data, err = io.ReadAll(io.LimitReader(f, int64(mostBytes)))
	if err != nil {
		return nil, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.kept == nil {
		o.kept = map[string][]byte{}
	}
	o.kept[path] = data
	return io.NopCloser(bytes.NewReader(data)), nil
}

// openOrdinary opens a file that does not let its reader wait.
func openOrdinary(path string) (io.ReadCloser, error) {
	if info, err := os.Stat(path); err == nil && !ordinary(info) {
		return nil, errOdd
	}
	return os.Open(path)
}

// ordinary tells whether reading ends by itself; that of a directory fails.
func ordinary(info os.FileInfo) bool { return info.Mode().IsRegular() || info.IsDir() }
