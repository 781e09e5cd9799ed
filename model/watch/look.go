package watch

import (
	"hash/maphash"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// largeFile is the size from which a file that has the same size and time of
// change as before is not read again.
const largeFile = 1 << 20

// looks tells what files hold, as a text that differs where they do.
type looks struct {
	seed  maphash.Seed
	match func(name string) bool
	large map[string]stamp
}

// stamp is how a large file looked when it was read.
type stamp struct {
	info os.FileInfo
	sum  string
}

// of is how a file, or a directory with the files of it that count, looks.
func (l looks) of(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return missing(err)
	}
	if !info.IsDir() {
		return l.file(path, info)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return missing(err)
	}
	var all strings.Builder
	for _, e := range entries {
		name := filepath.Join(path, e.Name())
		if info, err := os.Stat(name); l.match(e.Name()) && (err != nil || !info.IsDir()) {
			all.WriteString(e.Name() + "\x00" + l.of(name) + "\n")
		}
	}
	return all.String()
}

// missing is how what cannot be read looks. A reason that says no more than that
// is enough: the path is known.
func missing(err error) string {
	if os.IsNotExist(err) {
		return "missing"
	}
	return "unreadable: " + err.Error()
}

// file is the sum of what a file holds. What is no ordinary file is not read: it
// might wait for ever.
func (l looks) file(path string, info os.FileInfo) string {
	if !info.Mode().IsRegular() {
		return info.Mode().Type().String()
	}
	before, ok := l.large[path]
	if ok && os.SameFile(before.info, info) && before.info.Size() == info.Size() && before.info.ModTime().Equal(info.ModTime()) {
		return before.sum
	}
	f, err := os.Open(path)
	if err != nil {
		return missing(err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	var h maphash.Hash
	h.SetSeed(l.seed)
	n, err := io.Copy(&h, f)
	if err != nil {
		return missing(err)
	}
	sum := strconv.FormatInt(n, 10) + " bytes, " + strconv.FormatUint(h.Sum64(), 16)
	delete(l.large, path)
	if info.Size() >= largeFile {
		l.large[path] = stamp{info, sum}
	}
	return sum
}
