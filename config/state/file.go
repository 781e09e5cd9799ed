package state

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"bordertop/model"
	"bordertop/model/dataset"
)

// The bounds of the file. Of a board with more records than maxKnown nothing is
// new, nor is it where more than maxUnseen came at once: that is another dataset
// and no news. More marks than maxMarks cannot be kept. Where the file would outgrow
// maxSize, the most that dataset.Guard lets through, or maxBoards, the boards not
// visited for the longest time are forgotten.
const (
	schema    = 1
	maxKnown  = 500_000
	maxUnseen = 100_000
	maxMarks  = 20_000
	maxBoards = 32
	maxSize   = 4 << 20
)

// board is what the file says of a board. All lists are in order.
type board struct {
	title         string
	visited       time.Time
	marks         []model.ID
	known, unseen []uint32
}

// file is all that the file says, the board visited last first.
type file []board

// at gives a board, after putting it first.
func (f *file) at(title string) *board {
	b := board{title: title}
	if i := slices.IndexFunc(*f, func(b board) bool { return b.title == title }); i >= 0 {
		b = (*f)[i]
		*f = slices.Delete(*f, i, i+1)
	}
	*f = slices.Insert(*f, 0, b)
	return &(*f)[0]
}

const preamble = "# What bordertop remembers of its reader: marks, and which records were seen.\n# It can be deleted without harm.\n\n"

// encode writes the file within its bounds.
func (f file) encode() ([]byte, error) {
	f = f[:min(len(f), maxBoards)]
	for {
		out := bytes.NewBufferString(preamble + fmt.Sprintf("schema = %d\n", schema))
		for _, b := range f {
			if err := b.encode(out); err != nil {
				return nil, err
			}
		}
		if out.Len() <= maxSize {
			return out.Bytes(), nil
		}
		if len(f) == 1 {
			return nil, errors.New("there is more to remember than 4 MiB")
		}
		f = f[:len(f)-1]
	}
}

// head is what TOML must quote of a board.
type head struct {
	Title   string `toml:"title"`
	Visited string `toml:"visited"`
}

// encode writes a board. Its lists take many lines, for no line may be long, and
// hold nothing that needs to be quoted.
func (b board) encode(out *bytes.Buffer) error {
	if len(b.known) > maxKnown {
		b.known, b.unseen = nil, nil
	}
	if len(b.unseen) > maxUnseen {
		b.unseen = nil
	}
	var marks strings.Builder
	for _, id := range b.marks {
		marks.WriteString(string(id) + "\n")
	}
	out.WriteString("\n[[board]]\n")
	if err := toml.NewEncoder(out).Encode(head{b.title, b.visited.UTC().Format(time.RFC3339)}); err != nil {
		return err
	}
	fmt.Fprintf(out, "marks = \"\"\"\n%s\"\"\"\nknown = \"\"\"\n%s\"\"\"\nunseen = \"\"\"\n%s\"\"\"\n",
		marks.String(), pack(b.known), pack(b.unseen))
	return nil
}

// errNewer says that the file is left alone: the program that wrote it still reads
// it.
var errNewer = errors.New("it is of a newer bordertop")

// decode reads what the file holds. Its text is guarded as that of a dataset is.
func decode(name string, data []byte) (file, error) {
	doc := dataset.ParseDocument(name, string(data))
	if err := doc.Faults().Err(); err != nil {
		return nil, err
	}
	tree := doc.Tree()
	switch got, ok := tree["schema"].(int64); {
	case ok && got > schema:
		return nil, errNewer
	case !ok || got != schema:
		return nil, fmt.Errorf("schema: want %d", schema)
	}
	tables, ok := tree["board"].([]map[string]any)
	if !ok && tree["board"] != nil || len(tables) > maxBoards {
		return nil, errors.New("board: want at most 32 tables")
	}
	var f file
	for _, t := range tables {
		b, err := readBoard(t)
		if err != nil {
			return nil, fmt.Errorf("board: %w", err)
		}
		if slices.ContainsFunc(f, func(o board) bool { return o.title == b.title }) {
			return nil, errors.New("board: a title stands twice")
		}
		f = append(f, b)
	}
	return f, nil
}

func readBoard(t map[string]any) (board, error) {
	var b board
	var ok, is bool
	var marks, known, unseen, visited string
	b.title, ok = t["title"].(string)
	for key, text := range map[string]*string{"marks": &marks, "known": &known, "unseen": &unseen, "visited": &visited} {
		*text, is = t[key].(string)
		ok = ok && is
	}
	if !ok {
		return b, errors.New("want title, visited, marks, known and unseen as strings")
	}
	// It orders nothing and may be anything.
	b.visited, _ = time.Parse(time.RFC3339, visited)
	for id := range strings.FieldsSeq(marks) {
		if !model.ID(id).Valid() || len(b.marks) == maxMarks {
			return b, errors.New("marks: want at most 20000 ids")
		}
		b.marks = append(b.marks, model.ID(id))
	}
	slices.Sort(b.marks)
	b.marks = slices.Compact(b.marks)
	var errKnown, errUnseen error
	b.known, errKnown = unpack(known)
	b.unseen, errUnseen = unpack(unseen)
	return b, cmp.Or(errKnown, errUnseen)
}

// packed is the length of the lines of packed hashes.
const packed = 96

// pack writes hashes in order as base64 of the distances between them, which
// takes about three bytes for each of a hundred thousand.
func pack(hashes []uint32) string {
	var raw []byte
	last := uint64(0)
	for _, h := range hashes {
		raw = binary.AppendUvarint(raw, uint64(h)-last)
		last = uint64(h)
	}
	text := base64.StdEncoding.EncodeToString(raw)
	var b strings.Builder
	for line := range slices.Chunk([]byte(text), packed) {
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// unpack reads what pack wrote.
func unpack(text string) ([]uint32, error) {
	raw, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, errors.New("known: want base64")
	}
	var out []uint32
	last := uint64(0)
	for len(raw) > 0 {
		by, n := binary.Uvarint(raw)
		if n <= 0 || by > math.MaxUint32 || last+by > math.MaxUint32 || by == 0 && out != nil {
			return nil, errors.New("known: want hashes in order")
		}
		last += by
		out = append(out, uint32(last)) //nolint:gosec // it was compared above
		raw = raw[n:]
	}
	return out, nil
}
