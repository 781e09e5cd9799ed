package state

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/google/renameio/v2/maybe"

	"bordertop/model"
	"bordertop/model/clean"
)

// The bounds of the log of what left: of an export so many records are told one by
// one, and the file never holds more bytes. The oldest half of it goes first.
const (
	mostCopied = 1000
	mostLog    = 2 << 20
)

// copyLine is a line of the file: a Copy as JSON.
type copyLine struct {
	At      time.Time    `json:"at"`
	Board   string       `json:"board"`
	To      string       `json:"to,omitempty"`
	Records []copiedLine `json:"records"`
	More    int          `json:"more,omitempty"`
}

type copiedLine struct {
	ID      string   `json:"id"`
	Text    string   `json:"text,omitempty"`
	Amended []string `json:"amended,omitempty"`
}

// Note writes down what left the board, beside what other programs write. The same
// that goes to the same place again, as from a timer, is not noted again.
func (p Place) Note(ctx context.Context, c Copy) error {
	if len(c.Records) == 0 {
		return nil
	}
	c.Board = p.Board
	if n := len(c.Records) - mostCopied; n > 0 {
		c.Records, c.More = c.Records[:mostCopied], n
	}
	line, err := json.Marshal(lineOf(c))
	if err != nil {
		return fmt.Errorf("log of copies: %w", err)
	}
	err = p.locked(ctx, func() error {
		text, err := p.text()
		if err != nil {
			return err
		}
		if copies, _ := p.parse(text); !c.To.Empty() && slices.ContainsFunc(copies, c.same) {
			return nil
		}
		return p.add(text, append(line, '\n'))
	})
	if err != nil {
		return fmt.Errorf("log of copies: %w", err)
	}
	return nil
}

// same tells whether the same records went to the same place, saying the same.
func (c Copy) same(o Copy) bool {
	return c.To == o.To && c.More == o.More && slices.EqualFunc(c.Records, o.Records, func(a, b Copied) bool {
		return a.ID == b.ID && a.Text == b.Text && slices.Equal(a.Amended, b.Amended)
	})
}

// add appends a line or, where the file would outgrow its bounds, writes the newest
// half of it anew. It is for the person alone, whoever made the file.
func (p Place) add(text, line []byte) error {
	if n := len(text); n > 0 && text[n-1] != '\n' {
		line = append([]byte{'\n'}, line...) // A crash tore off what stood there.
	}
	if err := os.Chmod(p.Path, 0o600); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(text)+len(line) > mostLog {
		text = text[max(len(text)-mostLog/2, 0):]
		text = text[bytes.IndexByte(text, '\n')+1:]
		return maybe.WriteFile(p.Path, append(text, line...), 0o600)
	}
	f, err := os.OpenFile(p.Path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(line)
	return errors.Join(err, f.Close())
}

// Copies reads what left the board, the oldest first. An error tells that some of
// the file cannot be read; what can be is given all the same.
func (p Place) Copies() ([]Copy, error) {
	text, err := p.text()
	if err != nil {
		return nil, fmt.Errorf("log of copies: %w", err)
	}
	copies, bad := p.parse(text)
	if bad > 0 {
		return copies, fmt.Errorf("log of copies: %s: %d lines are damaged and left out", filepath.Base(p.Path), bad)
	}
	return copies, nil
}

// ClearCopies forgets all that left, of every board.
func (p Place) ClearCopies(ctx context.Context) error {
	err := p.locked(ctx, func() error { return os.Remove(p.Path) })
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("log of copies: %w", err)
	}
	return nil
}

// text is that of the file, or the end of one that is too long.
func (p Place) text() ([]byte, error) {
	f, size, err := p.open()
	if f == nil {
		return nil, err
	}
	text, err := io.ReadAll(io.NewSectionReader(f, max(size-mostLog, 0), mostLog))
	return text, errors.Join(err, f.Close())
}

// parse reads the lines of this board, and counts those that cannot be read.
func (p Place) parse(text []byte) (copies []Copy, bad int) {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		var l copyLine
		if err := json.Unmarshal(line, &l); err != nil {
			bad++
			continue
		}
		c, ok := l.copy()
		switch {
		case !ok:
			bad++
		case c.Board == p.Board:
			copies = append(copies, c)
		}
	}
	return copies, bad
}

func lineOf(c Copy) copyLine {
	l := copyLine{At: c.At.UTC(), Board: c.Board, To: c.To.String(), More: c.More}
	for _, r := range c.Records {
		one := copiedLine{ID: string(r.ID), Text: r.Text.String()}
		for _, id := range r.Amended {
			one.Amended = append(one.Amended, string(id))
		}
		l.Records = append(l.Records, one)
	}
	return l
}

// copy cleans what a line says; not ok where that is no copy.
func (l copyLine) copy() (Copy, bool) {
	c := Copy{At: l.At, Board: l.Board, To: clean.Line(l.To), More: max(l.More, 0)}
	ok := !l.At.IsZero() && len(l.Records) > 0 && len(l.Records) <= mostCopied
	for _, r := range l.Records {
		one := Copied{ID: model.ID(r.ID), Text: clean.Line(r.Text)}
		ok = ok && one.ID.Valid()
		for _, id := range r.Amended {
			one.Amended = append(one.Amended, model.ID(id))
		}
		c.Records = append(c.Records, one)
	}
	return c, ok
}
