package keep

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
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
	"bordertop/model/clean"
)

// Reading is what a source answered last, its records apart, and how it fares since.
type Reading struct {
	Good, Of      time.Time
	Rows, Skipped int
	Flags         clean.Flags
	Notes         []clean.Text
	// Failing is how it fails since then; zero where it does not.
	Failing Failing
}

// Failing is how a source fails: since when, how often, when last, and why.
type Failing struct {
	Since, Last time.Time
	Times       int
	Why         string
	Detail      clean.Text
}

// stored is a reading as a file has it.
type stored struct {
	Good, Of      int64 // milliseconds since 1970, 0 for none: years may be any
	Rows, Skipped int
	Flags         clean.Flags
	Notes         []marked
	// Since, Last, Times, Why and Detail are of Failing.
	Since, Last int64  `json:",omitempty"`
	Times       int    `json:",omitempty"`
	Why         string `json:",omitempty"`
	Detail      marked `json:",omitzero"`
	// Whole tells that the records before it are all.
	Whole bool
}

// file is that of one source: a line for each record and each reading, of which the
// last holds. Several programs may write it.
type file struct {
	path string
	// lines is how many it has, as far as this program knows.
	lines int
	// stale tells that it lacks something, and is to be written anew.
	stale bool
}

// The bounds of what is read, and the times for which other programs that write are
// waited for.
const (
	mostBytes = 64 << 20
	longLine  = 1 << 20
	slack     = 1_000
	patience  = 500 * time.Millisecond
	retry     = 5 * time.Millisecond
)

// locked does something while no other program does. It makes the directory.
func (f *file) locked(ctx context.Context, do func() error) (err error) {
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	lock := flock.New(f.path+".lock", flock.SetPermissions(0o600))
	defer func() { err = errors.Join(err, lock.Close()) }()
	if _, err := lock.TryLockContext(ctx, retry); err != nil {
		return fmt.Errorf("wait for another bordertop: %w", err)
	}
	return do()
}

// content is what a file holds.
type content struct {
	records []model.Record
	reading *stored
	lines   int
	// damaged are the lines that could not be read.
	damaged []byte
}

// read reads the file; none holds nothing.
func (f *file) read() (c content, err error) {
	in, err := os.Open(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	defer in.Close() //nolint:errcheck // it was only read
	lines := bufio.NewReaderSize(io.LimitReader(in, mostBytes), 64<<10)
	for err == nil {
		var one []byte
		one, err = lines.ReadBytes('\n')
		if len(bytes.TrimSpace(one)) > 0 {
			c.take(one)
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return c, err
}

// take takes one line.
func (c *content) take(text []byte) {
	c.lines++
	var l line
	bad := len(text) > longLine || json.Unmarshal(text, &l) != nil || len(l) != 1
	for key, fields := range l {
		if bad {
			break
		}
		if key == readingKey {
			var s struct{ Reading stored }
			if bad = json.Unmarshal(text, &s) != nil; !bad {
				c.reading = &s.Reading
			}
			continue
		}
		r, err := decode(model.Kind(key), fields)
		if bad = err != nil; !bad {
			c.records = append(c.records, r)
		}
	}
	if bad && len(c.damaged)+len(text) <= longLine {
		c.damaged = append(append(c.damaged, bytes.TrimRight(text, "\n")...), '\n')
	}
}

// damagedPath is where lines go that could not be read.
func (f *file) damagedPath() string { return f.path + ".damaged" }

// append adds lines. Each time it begins a new one, for a crash may have left half of
// one.
func (f *file) append(records []model.Record, s stored) error {
	text := []byte("\n")
	for _, r := range records {
		one, err := encode(r)
		if err != nil {
			return err
		}
		text = append(text, one...)
	}
	text, err := s.line(text)
	if err != nil {
		return err
	}
	out, err := os.OpenFile(f.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = out.Write(text)
	f.lines += len(records) + 1
	return errors.Join(err, out.Close())
}

// write replaces the file.
func (f *file) write(records []model.Record, s stored) error {
	var text []byte
	for _, r := range records {
		one, err := encode(r)
		if err != nil {
			return err
		}
		text = append(text, one...)
	}
	text, err := s.line(text)
	if err != nil {
		return err
	}
	if err := maybe.WriteFile(f.path, text, 0o600); err != nil {
		return err
	}
	f.lines, f.stale = len(records)+1, false
	return nil
}

// setAside keeps lines that could not be read, beside the file.
func (f *file) setAside(lines []byte) error {
	if len(lines) == 0 {
		return nil
	}
	return maybe.WriteFile(f.damagedPath(), lines, 0o600)
}

func (r Reading) stored(whole bool) stored {
	s := stored{Good: milliseconds(r.Good), Of: milliseconds(r.Of), Rows: r.Rows, Skipped: r.Skipped, Flags: r.Flags, Whole: whole}
	for _, n := range r.Notes {
		s.Notes = append(s.Notes, marked{n.String(), n.Flags()})
	}
	if f := r.Failing; f.Times > 0 {
		s.Since, s.Last, s.Times = milliseconds(f.Since), milliseconds(f.Last), f.Times
		s.Why, s.Detail = f.Why, marked{f.Detail.String(), f.Detail.Flags()}
	}
	return s
}

// reading is what was stored; nothing where that was after now, for the clock was set.
func (s *stored) reading(now time.Time) Reading {
	if s == nil || max(s.Good, s.Last) > milliseconds(now) {
		return Reading{}
	}
	r := Reading{Good: instant(s.Good), Of: instant(s.Of), Rows: s.Rows, Skipped: s.Skipped, Flags: s.Flags}
	for _, n := range s.Notes {
		r.Notes = append(r.Notes, text("", n))
	}
	if s.Times > 0 && s.Since > 0 {
		r.Failing = Failing{instant(s.Since), instant(s.Last), s.Times, clean.Line(s.Why).String(), text("", s.Detail)}
	}
	return r
}

func milliseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func instant(milliseconds int64) time.Time {
	if milliseconds == 0 {
		return time.Time{}
	}
	return time.UnixMilli(milliseconds).UTC()
}

func (s stored) line(to []byte) ([]byte, error) {
	data, err := json.Marshal(map[string]stored{readingKey: s})
	return append(append(to, data...), '\n'), err
}
