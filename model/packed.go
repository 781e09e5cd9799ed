package model

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Squeezer makes bytes fewer and gives them back. Several goroutines may use it at
// once.
type Squeezer interface {
	// Squeeze gives the bytes in fewer; it keeps neither.
	Squeeze(raw []byte) []byte
	// Expand gives back what was squeezed, in the room of dst where that has enough.
	Expand(dst, squeezed []byte) ([]byte, error)
}

// inBlock is how many rows are squeezed together: enough to have words in common,
// and not so many that one record costs much.
const inBlock = 32

// packed are the records of annals in little room. A record is made anew when it
// is looked at, and holds nothing but its own text.
type packed struct {
	squeezer Squeezer
	blocks   []squeezed
	// spots are the places of the rows in the blocks, where those are not in the order
	// of the rows; nil where they are.
	spots []int32
	// ids are all ids one after the other, and ends where that of each row ends.
	ids  string
	ends []uint32
	// sorted are the rows in the order of their ids.
	sorted []int32
	// kept are the rows that amendments name: each fold looks at them.
	kept map[int]Record

	mu   sync.Mutex
	last block
	// recent are records that were looked at, each at its row modulo their number.
	recent [256]struct {
		row    int
		record Record
	}
}

// Packed gives a log of the same records that holds its incidents and statements
// in little room, which pays where there are thousands. They are made anew when
// they are looked at.
func (l Log) Packed(s Squeezer) Log {
	plain := l.annals()
	if plain.packed != nil {
		return l
	}
	l.events = plain.pack(s)
	all := l.records
	l.records = make(map[ID]Record, len(l.known))
	for id := range l.known {
		l.records[id] = all[id]
	}
	for _, q := range l.readings {
		l.records[q.ID] = q
	}
	l.telling, l.citing, l.there = byOwn(l.telling), byOwn(l.citing), byOwn(l.there)
	return l
}

// byOwn is the same by ids that hold nothing else.
func byOwn(rows map[ID][]int32) map[ID][]int32 {
	out := make(map[ID][]int32, len(rows))
	for id, of := range rows {
		out[ID(strings.Clone(string(id)))] = slices.Clip(of)
	}
	return out
}

// squeezed are the bytes of a block, which may be plain.
type squeezed struct {
	bytes []byte
	plain bool
}

// pack makes annals of the same rows that hold no record and no text of those
// that they are made from.
func (a *annals) pack(s Squeezer) *annals {
	p := &packed{squeezer: s, blocks: make([]squeezed, (a.len()+inBlock-1)/inBlock), kept: map[int]Record{}}
	out := *a
	out.plain, out.byID, out.packed = nil, nil, p
	p.name(a)
	// Both halves of the blocks at once.
	half := len(p.blocks) / 2
	var wait sync.WaitGroup
	wait.Go(func() { p.fill(a, 0, half) })
	p.fill(a, half, len(p.blocks))
	wait.Wait()
	for _, row := range a.edited {
		p.kept[row] = out.unpack(row, string(a.write(nil, row)))
	}
	return &out
}

// name keeps the ids.
func (p *packed) name(a *annals) {
	var ids strings.Builder
	p.ends, p.sorted = make([]uint32, a.len()), make([]int32, a.len())
	for row, r := range a.plain {
		ids.WriteString(string(r.Head().ID))
		p.ends[row] = uint32(ids.Len()) //nolint:gosec // ids of four gigabytes are none
		p.sorted[row] = number(row)
	}
	p.ids = strings.Clone(ids.String())
	slices.SortFunc(p.sorted, func(x, y int32) int { return cmp.Compare(p.id(int(x)), p.id(int(y))) })
}

// arena is how much memory is asked for at once: what blocks need is no round
// number.
const arena = 64 << 10

// fill packs the blocks from one to before another.
func (p *packed) fill(a *annals, from, to int) {
	var raw, one, back, room []byte
	for b := from; b < to; b++ {
		raw = raw[:0]
		for row := b * inBlock; row < min((b+1)*inBlock, a.len()); row++ {
			one = a.write(one[:0], row)
			raw = append(binary.AppendUvarint(raw, uint64(len(one))), one...)
		}
		squeezed := p.squeezer.Squeeze(raw)
		// What does not come back stays as it is, so that reading never fails.
		var err error
		if back, err = p.squeezer.Expand(back, squeezed); err != nil || !bytes.Equal(back, raw) {
			squeezed, p.blocks[b].plain = raw, true
		}
		if len(room)+len(squeezed) > cap(room) {
			room = make([]byte, 0, max(arena, len(squeezed)))
		}
		start := len(room)
		room = append(room, squeezed...)
		p.blocks[b].bytes = room[start:len(room):len(room)]
	}
}

// write adds the bytes of a row's record.
func (a *annals) write(to []byte, row int) []byte {
	w := wire{out: to, base: a.at[row]}
	switch r := a.plain[row].(type) {
	case *Incident:
		c := *r // Others read the record meanwhile.
		w.incident(&c)
	case *Statement:
		c := *r
		w.statement(&c)
	case *Source, *Place, *Crossing, *Measure, *Report, *Deadline, *Count, *Queue, *Condition, *Tally, *Amendment:
	}
	return w.out
}

// unpack makes the record of a row from its bytes, of which it holds parts.
func (a *annals) unpack(row int, text string) Record {
	w := wire{reads: true, in: text, base: a.at[row]}
	if a.is(row, said) {
		s := &Statement{Fact: Fact{ID: a.id(row)}}
		w.statement(s)
		return s
	}
	i := &Incident{Fact: Fact{ID: a.id(row)}}
	w.incident(i)
	return i
}

// id is that of a row.
func (p *packed) id(row int) ID {
	from := uint32(0)
	if row > 0 {
		from = p.ends[row-1]
	}
	return ID(p.ids[from:p.ends[row]])
}

// row is that of an id; negative where it has none.
func (p *packed) row(id ID) int {
	i := sort.Search(len(p.sorted), func(i int) bool { return p.id(int(p.sorted[i])) >= id })
	if i == len(p.sorted) || p.id(int(p.sorted[i])) != id {
		return -1
	}
	return int(p.sorted[i])
}

// record is that of a row.
func (p *packed) record(a *annals, row int) Record {
	if r := p.kept[row]; r != nil {
		return r
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	r := &p.recent[row%len(p.recent)]
	if r.record == nil || r.row != row {
		r.row, r.record = row, a.unpack(row, p.last.text(p, row))
	}
	return r.record
}

// reader is annals.reader.
func (p *packed) reader(a *annals) func(row int) Record {
	var b block
	return func(row int) Record {
		if r := p.kept[row]; r != nil {
			return r
		}
		return a.unpack(row, b.text(p, row))
	}
}

// block is one that was expanded. The zero block is none.
type block struct {
	number int // counts from 1
	room   []byte
	texts  [inBlock][]byte
}

// text gives the bytes of a row, as a string that nothing else holds.
func (b *block) text(p *packed, row int) string {
	spot := p.spot(row)
	if n := spot/inBlock + 1; b.number != n {
		b.number = n
		b.expand(p)
	}
	return string(b.texts[spot%inBlock])
}

// piece is where the bytes of a row are.
type piece struct {
	block *byte
	place int
}

// at is where the bytes of a row are, which no other row of any log has.
func (p *packed) at(row int) piece {
	spot := p.spot(row)
	return piece{&p.blocks[spot/inBlock].bytes[0], spot % inBlock}
}

// spot is the place of a row in the blocks.
func (p *packed) spot(row int) int {
	if p.spots == nil {
		return row
	}
	return int(p.spots[row])
}

func (b *block) expand(p *packed) {
	squeezed := p.blocks[b.number-1]
	raw := squeezed.bytes
	if !squeezed.plain {
		// It was tried when it was squeezed.
		b.room, _ = p.squeezer.Expand(b.room, raw)
		raw = b.room
	}
	for i := range b.texts {
		size, n := binary.Uvarint(raw)
		end := n + int(size) //nolint:gosec // it was a length
		b.texts[i], raw = raw[n:end], raw[end:]
	}
}
