package journal_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"

	"bordertop/model/journal"
)

// memory is a disk that can fail at any call, and be crashed: what was not synced
// may then be there, or not, or in part.
type memory struct {
	names, lasting map[string]*node // as seen, and as a crash leaves them at least
	calls          int
	fail           func(call int, name string) error
	// short is how much of a failing write is written all the same.
	short func(size int) int
	clock time.Time
	// on is what it lies on, and kept the room for the last entries.
	on   journal.FileSystem
	kept int
}

// node is the content of a file: what lasts, and what was done since the last sync.
type node struct {
	lasting []byte
	since   []change
	time    time.Time
}

// change is a write at an offset, or a truncation to it where data is nil.
type change struct {
	at   int
	data []byte
}

func newMemory() *memory {
	return &memory{names: map[string]*node{}, lasting: map[string]*node{}, clock: time.Unix(0, 0), on: journal.FileSystem{Free: 1 << 40}}
}

func (n *node) content(changes []change) []byte {
	out := slices.Clone(n.lasting)
	for _, c := range changes {
		if c.data == nil {
			out = append(out, make([]byte, max(c.at-len(out), 0))...)[:c.at]
			continue
		}
		out = append(out, make([]byte, max(c.at+len(c.data)-len(out), 0))...)
		copy(out[c.at:], c.data)
	}
	return out
}

func (m *memory) call(name string) error {
	m.calls++
	if m.fail == nil {
		return nil
	}
	return m.fail(m.calls, name)
}

func (m *memory) Open(name string, flag int) (journal.File, error) { //nolint:ireturn // other disks have other files
	if err := m.call("open"); err != nil {
		return nil, err
	}
	n, ok := m.names[name]
	switch {
	case ok && flag&os.O_EXCL != 0:
		return nil, fs.ErrExist
	case !ok && flag&os.O_CREATE == 0:
		return nil, fs.ErrNotExist
	case !ok:
		n = &node{}
		m.names[name] = n
	}
	if flag&os.O_TRUNC != 0 {
		n.since = append(n.since, change{at: 0})
	}
	return &handle{m: m, n: n, name: name}, nil
}

func (m *memory) Stat(name string) (fs.FileInfo, error) {
	if err := m.call("stat"); err != nil {
		return nil, err
	}
	if n, ok := m.names[name]; ok {
		return infoOf(name, n), nil
	}
	return nil, fs.ErrNotExist
}

func (m *memory) Rename(from, to string) error {
	if err := m.call("rename"); err != nil {
		return err
	}
	m.names[to] = m.names[from]
	delete(m.names, from)
	return nil
}

func (m *memory) Names() ([]string, error) {
	return slices.Sorted(maps.Keys(m.names)), m.call("names")
}

func (m *memory) Sync() error {
	if err := m.call("syncdir"); err != nil {
		return err
	}
	m.lasting = maps.Clone(m.names)
	return nil
}

func (m *memory) Lock(context.Context) (func() error, error) {
	return func() error { return nil }, m.call("lock")
}

func (m *memory) FileSystem() journal.FileSystem { return m.on }

func (m *memory) Reserve(size int) error {
	m.kept = size
	return nil
}

func (m *memory) Release() bool {
	had := m.kept > 0
	m.kept = 0
	return had
}

// crashed is what may be left: the names that last or all, and of each file what
// keep makes of the changes since its last sync.
func (m *memory) crashed(names map[string]*node, keep func(n *node) []byte) *memory {
	out := newMemory()
	for name, n := range names {
		out.names[name] = &node{lasting: keep(n)}
	}
	out.lasting = maps.Clone(out.names)
	return out
}

type handle struct {
	m    *memory
	n    *node
	name string
	at   int
}

func (h *handle) Read(p []byte) (int, error) {
	all := h.n.content(h.n.since)
	if h.at >= len(all) {
		return 0, io.EOF
	}
	n := copy(p, all[h.at:])
	h.at += n
	return n, nil
}

// Write writes at the end: no file of the journal is written elsewhere.
func (h *handle) Write(p []byte) (int, error) {
	err := h.m.call("write")
	n := len(p)
	if err != nil {
		n = 0
		if h.m.short != nil {
			n = h.m.short(len(p))
		}
	}
	h.n.since = append(h.n.since, change{len(h.n.content(h.n.since)), slices.Clone(p[:n])})
	h.m.clock = h.m.clock.Add(time.Second)
	h.n.time = h.m.clock
	return n, err
}

func (h *handle) Sync() error {
	if err := h.m.call("sync"); err != nil {
		return err
	}
	h.n.lasting, h.n.since = h.n.content(h.n.since), nil
	return nil
}

func (h *handle) Truncate(size int64) error {
	if err := h.m.call("truncate"); err != nil {
		return err
	}
	h.n.since = append(h.n.since, change{at: int(size)})
	h.m.clock = h.m.clock.Add(time.Second)
	h.n.time = h.m.clock
	return nil
}

func (h *handle) Close() error { return h.m.call("close") }

func (h *handle) Stat() (fs.FileInfo, error) {
	if err := h.m.call("fstat"); err != nil {
		return nil, err
	}
	return infoOf(h.name, h.n), nil
}

// info tells of a file as it was.
type info struct {
	n    *node
	name string
	size int64
	time time.Time
}

func infoOf(name string, n *node) info {
	return info{n, name, int64(len(n.content(n.since))), n.time}
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return 0o600 }
func (i info) ModTime() time.Time { return i.time }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return i.n }

var errDisk = errors.New("input/output error")
