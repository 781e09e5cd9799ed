package alert

import (
	"encoding/base64"
	"encoding/binary"
	"hash/fnv"
	"slices"
	"time"

	"bordertop/model"
)

const (
	// recent is how long ago what is remembered as seen may have happened: what turns up
	// later is history.
	recent = 30 * 24 * time.Hour
	// mostSeen is how many records are remembered. Of more none is.
	mostSeen = 50_000
)

// seen are the records that were there at a look, as hashes in order: those that boards
// are compared by, but of events only the recent ones.
type seen []uint32

// seenOf lists them of a board and its log.
func seenOf(b model.Board, log model.Log) seen {
	var out seen
	for _, r := range log.Rest() {
		if remembered(r) {
			out = append(out, hashOf(r.Head().ID))
		}
	}
	for i := range b.Events.Len() {
		if b.Valid.Sub(b.Events.Time(i)) > recent || len(out) > mostSeen {
			break
		}
		out = append(out, hashOf(b.Events.ID(i)))
	}
	if len(out) > mostSeen {
		return nil
	}
	slices.Sort(out)
	return out
}

// remembered tells whether a record that is no event is remembered. Queues come and go
// by themselves, and nothing is told of sources.
func remembered(r model.Record) bool {
	return r.Kind() != model.KindQueue && r.Kind() != model.KindSource
}

func hashOf(id model.ID) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id)) //nolint:gosec // it never fails
	return h.Sum32()
}

func (s seen) has(id model.ID) bool {
	_, ok := slices.BinarySearch(s, hashOf(id))
	return ok
}

// before is a log without what had not been seen at a moment: records become known in
// the past that nobody had here, for a source is asked later than it speaks.
func (s seen) before(log model.Log, rules model.Rules, at time.Time) model.Log {
	if len(s) == 0 {
		return log
	}
	var old []model.Record
	for r := range log.Events().Records() {
		if at.Sub(r.Own().First()) > recent || s.has(r.Head().ID) {
			old = append(old, r)
		}
	}
	for _, r := range log.Rest() {
		if !remembered(r) || s.has(r.Head().ID) {
			old = append(old, r)
		}
	}
	if len(old) == log.Len() {
		return log
	}
	out, err := model.NewLog(rules, old...)
	if err != nil {
		return log // Each has an id of its own.
	}
	return out
}

// MarshalText writes it as text.
func (s seen) MarshalText() ([]byte, error) {
	var raw []byte
	for _, h := range s {
		raw = binary.BigEndian.AppendUint32(raw, h)
	}
	return base64.StdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText reads what MarshalText wrote.
func (s *seen) UnmarshalText(text []byte) error {
	raw, err := base64.StdEncoding.AppendDecode(nil, text)
	if err != nil {
		return err
	}
	for chunk := range slices.Chunk(raw[:len(raw)/4*4], 4) {
		*s = append(*s, binary.BigEndian.Uint32(chunk))
	}
	slices.Sort(*s)
	return nil
}
