package journal

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

const (
	// leastFree is the room with which writing begins.
	leastFree = 16 << 20
	// ballast is the room that is kept for the last entries.
	ballast = 1 << 20
)

// FileSystem is what a disk lies on.
type FileSystem struct {
	// Name is that of its kind, such as "nfs"; empty where that does not matter.
	Name string
	// Network tells that other hosts may see the same files, and Layer that they go
	// with the container that they are in.
	Network, Layer bool
	// Free is how many bytes can still be written; negative where the system does not
	// tell.
	Free int64
}

// Warning is what somebody should know who keeps a journal there; empty where there
// is nothing.
func (s FileSystem) Warning() string {
	switch {
	case s.Network:
		return s.Name + " may lie on a network: keep the journal on a disk of this host, for an entry that a server acknowledges may not last there"
	case s.Layer:
		return s.Name + " is a layer of a container: what is written there goes with it; put the journal on a volume"
	}
	return ""
}

// ErrSpace is the cause of not beginning to write on a disk that is nearly full.
var ErrSpace = errors.New("there is too little room for the journal")

// ErrElsewhere is the cause of not writing to a journal on a network that another
// host writes to.
var ErrElsewhere = errors.New("another host writes to this journal")

// Warning is what is to be known about the disk of the journal; empty where there is
// nothing.
func (j *Journal) Warning() string { return j.disk.FileSystem().Warning() }

// ready tells why nothing may be written, and keeps room for the last entries.
func (j *Journal) ready() error {
	at := j.disk.FileSystem()
	if at.Network && !j.o.Shared {
		if err := j.own(at.Name); err != nil {
			return err
		}
	}
	if !j.begun && at.Free >= 0 && at.Free < leastFree {
		return fmt.Errorf("%w: %d MiB are free, and writing begins with %d: free some, or keep the journal on another disk; it can still be read",
			ErrSpace, at.Free>>20, leastFree>>20)
	}
	if at.Free > leastFree+ballast {
		_ = j.disk.Reserve(ballast) // An entry that can be written matters more.
	}
	return nil
}

// ownerName is a file that names the host that writes to a journal on a network.
const ownerName = "journal.owner"

// own refuses a journal of another host, for their locks may not hold here; one of
// nobody is this host's from then on.
func (j *Journal) own(network string) error {
	owner, err := j.owner()
	if errors.Is(err, fs.ErrNotExist) {
		if err := j.write(ownerName, j.o.Host+"\n", os.O_WRONLY|os.O_CREATE|os.O_EXCL); err != nil {
			return fmt.Errorf("own the journal: %w", err)
		}
		return j.disk.Sync()
	}
	if err != nil {
		return fmt.Errorf("read whose journal it is: %w", err)
	}
	if owner == j.o.Host {
		return nil
	}
	return fmt.Errorf("%w: it is %q's, on %s; where the server keeps locks, add --shared or shared = true on each host, and where %q writes no more, delete %s",
		ErrElsewhere, owner, network, owner, ownerName)
}

func (j *Journal) owner() (string, error) {
	f, err := j.disk.Open(ownerName, os.O_RDONLY)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // it was only read
	raw, err := io.ReadAll(io.LimitReader(f, 256))
	return strings.TrimSpace(string(raw)), err
}

// room makes room for what failed for the want of it: what was kept for that.
func (j *Journal) room(err error) bool { return isFull(err) && j.disk.Release() }

// isFull tells whether an error is for the want of room.
func isFull(err error) bool {
	return slices.ContainsFunc(append(wordsOfFull(), syscall.ENOSPC, syscall.EDQUOT), func(full error) bool { return errors.Is(err, full) })
}

// bytesOf is how many bytes some blocks have, as far as they can be told.
func bytesOf(blocks, size uint64) int64 {
	high, low := bits.Mul64(blocks, size)
	if high > 0 || low > math.MaxInt64 {
		return math.MaxInt64
	}
	return int64(low)
}

// advised is an error with what can be done about it.
func advised(err error) error {
	switch {
	case isFull(err):
		return fmt.Errorf("%w; free some space, and add it again", err)
	case errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w; mount it for writing, or keep the journal elsewhere", err)
	case errors.Is(err, syscall.EFBIG):
		return fmt.Errorf("%w; ulimit -f says how large a file may be", err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w; the directory of the journal must be yours to write", err)
	}
	return err
}

// ballastName is the file that keeps room.
const ballastName = "journal.ballast"

// FileSystem tells what the directory lies on, or will.
func (d Directory) FileSystem() FileSystem {
	path, err := filepath.Abs(string(d))
	if err != nil {
		return FileSystem{Free: -1}
	}
	for {
		_, err := os.Stat(path)
		if parent := filepath.Dir(path); err != nil && parent != path {
			path = parent
			continue
		}
		return fileSystem(path)
	}
}

// Reserve keeps room in a file that can be deleted for it. What is in it cannot be
// compressed.
func (d Directory) Reserve(size int) error {
	if info, err := d.Stat(ballastName); err == nil && info.Size() >= int64(size) {
		return nil
	}
	noise := make([]byte, size)
	_, _ = rand.Read(noise) // It never fails.
	return os.WriteFile(filepath.Join(string(d), ballastName), noise, 0o600)
}

// Release deletes the file that keeps room, and a place among files as well.
func (d Directory) Release() bool { return os.Remove(filepath.Join(string(d), ballastName)) == nil }
