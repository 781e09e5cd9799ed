package journal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The bounds of what is written.
const (
	// maxSegment is when another segment begins; what reads them reads no more.
	maxSegment = 4 << 20
	// mostBytes is what no segment has, whoever edits it.
	mostBytes = 16 * maxSegment
	// maxEntry leaves room for many in a segment.
	maxEntry = 256 << 10
)

// ErrDamaged is the cause of refusing to write while there are faults that nobody
// accepted.
var ErrDamaged = errors.New("the journal is not as it was written")

// ErrLost is the cause of not accepting that entries are gone.
var ErrLost = errors.New("put the newer copy back, or accept the loss")

// Options say how a journal is kept.
type Options struct {
	// Preamble stands at the head of each segment, TOML that holds for all entries.
	Preamble string
	// Anchor is the head that the caller remembers; the zero Head remembers nothing.
	Anchor Head
	// Recall gives the head that processes of this host remember together, and Remember
	// writes down another, both while no other process writes; nil does nothing.
	Recall   func() (Head, error)
	Remember func(Head) error
	// Now names what is set aside.
	Now func() time.Time
	// Host is this host among those that may see the journal on a network, and Shared
	// tells that several of them write to it: its server keeps their locks.
	Host   string
	Shared bool
}

// Journal is open for reading and adding. It is safe for use by several
// goroutines, and several processes may have the same one open.
type Journal struct {
	disk Disk
	o    Options

	mu       sync.Mutex
	segments []segment
	// forgot is why the last head could not be remembered.
	forgot error
	// begun tells that something was written: then writing goes on to the last byte.
	begun bool
}

// Open reads a journal; a directory that is not there is an empty one. It changes
// nothing.
func Open(d Disk, o Options) (*Journal, error) {
	j := &Journal{disk: d, o: o}
	return j, j.load()
}

// Refresh reads what was added meanwhile, by others too.
func (j *Journal) Refresh() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.load()
}

// Entries lists what was added, but for seals, the oldest first; also what is not
// as it was written.
func (j *Journal) Entries() []Entry {
	j.mu.Lock()
	defer j.mu.Unlock()
	var out []Entry
	for _, e := range j.all() {
		if !strings.HasPrefix(e.Text, seal) {
			out = append(out, e)
		}
	}
	return out
}

// Head is that of the chain.
func (j *Journal) Head() Head {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.head()
}

// Faults lists what is not as it was written and was not accepted.
func (j *Journal) Faults() []Fault {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.faults()
}

// Torn is what stands behind the last entry and was never acknowledged: the next
// to write sets it aside.
func (j *Journal) Torn() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	if len(j.segments) == 0 {
		return ""
	}
	return j.last().torn
}

func (j *Journal) last() *segment { return &j.segments[len(j.segments)-1] }

func (j *Journal) head() Head {
	if len(j.segments) == 0 {
		return Head{}
	}
	return j.last().end
}

func (j *Journal) all() []Entry {
	var out []Entry
	for _, s := range j.segments {
		out = append(out, s.entries...)
	}
	return out
}

func (j *Journal) faults() []Fault {
	var out []Fault
	for i, s := range j.segments {
		out = append(out, s.faults...)
		if s.torn != "" && i < len(j.segments)-1 {
			out = append(out, Fault{Kind: Litter, Segment: s.name, Line: 1, Seq: s.end.Seq, Sum: s.end.sum(s.end.Seq, s.torn)})
		}
	}
	all := j.all()
	if a := j.o.Anchor; a.Seq > 0 && !contains(all, a) {
		out = append(out, Fault{Kind: RolledBack, Seq: a.Seq, Sum: a.Sum})
	}
	return unaccepted(out, all)
}

func contains(entries []Entry, h Head) bool {
	for _, e := range entries {
		if e.Head == h {
			return true
		}
	}
	return false
}

// load reads the segments that are other files, or other content, than before.
func (j *Journal) load() error {
	names, err := j.disk.Names()
	if err != nil {
		return fmt.Errorf("read the journal: %w", err)
	}
	old := j.segments
	j.segments = nil
	var before Head
	for _, name := range names {
		if number(name) == 0 {
			continue
		}
		s, err := j.read(name, before, old)
		if err != nil {
			j.segments = old
			return fmt.Errorf("read the journal: %w", err)
		}
		j.segments = append(j.segments, s)
		before = s.end
	}
	return nil
}

// read reads a segment, unless it was read and is the same file still.
func (j *Journal) read(name string, before Head, old []segment) (segment, error) {
	// A network tells what a file is when it is opened, and may be late otherwise.
	f, err := j.disk.Open(name, os.O_RDONLY)
	if err != nil {
		return segment{}, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	info, err := f.Stat()
	if err != nil {
		return segment{}, err
	}
	for _, s := range old {
		if s.name == name && s.before == before && unchanged(s.info, info) {
			return s, nil
		}
	}
	data, err := io.ReadAll(io.LimitReader(f, mostBytes))
	if err != nil {
		return segment{}, err
	}
	if len(data) == mostBytes {
		data = nil // It is no segment.
	}
	s := scan(name, string(data), before)
	s.breakOff(string(data), j.o.Anchor)
	s.info = info
	return s, nil
}

// unchanged tells whether a file is the one that it was, as far as can be seen
// from outside.
func unchanged(was, is fs.FileInfo) bool {
	return was != nil && same(was, is) && was.Size() == is.Size() && was.ModTime().Equal(is.ModTime())
}

// same tells whether two are of one file; those of a disk that is not the system's
// are where their Sys is the same.
func same(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) || a.Sys() != nil && a.Sys() == b.Sys()
}

// number is that of a segment by its name; 0 for other files.
func number(name string) int {
	digits := strings.TrimSuffix(strings.TrimPrefix(name, "journal-"), ".toml")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || nameOf(n) != name {
		return 0
	}
	return n
}

func nameOf(segment int) string { return fmt.Sprintf("journal-%06d.toml", segment) }

// with does something while no other process writes, after reading what those
// wrote.
func (j *Journal) with(ctx context.Context, do func() error) (err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	unlock, err := j.disk.Lock(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	if err := j.load(); err != nil {
		return err
	}
	if err := j.recall(); err != nil {
		return err
	}
	return do()
}

// recall takes the latest head that anybody remembers for the anchor.
func (j *Journal) recall() error {
	if len(j.faults()) == 0 && j.head().Seq > j.o.Anchor.Seq {
		j.o.Anchor = j.head()
	}
	if j.o.Recall == nil {
		return nil
	}
	h, err := j.o.Recall()
	if err == nil && h.Seq > j.o.Anchor.Seq {
		j.o.Anchor = h
	}
	return err
}

// remember makes a head that was reached the anchor.
func (j *Journal) remember(h Head) {
	j.o.Anchor = h
	if j.o.Remember != nil {
		j.forgot = j.o.Remember(h)
	}
}

// Forgot is why the head could not be remembered when something was added last; nil
// where it was.
func (j *Journal) Forgot() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.forgot
}
