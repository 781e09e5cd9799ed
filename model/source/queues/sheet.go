// Package queues makes records of what live sources tell of queues.
package queues

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
)

// Keys are the settings that sources of queues on the web take, with some more.
func Keys(more ...string) []string {
	return append([]string{"url", "headers", "ca", "plain", "local", "hosts", "crossings"}, more...)
}

// Sheet gathers what one source tells at one time.
type Sheet struct {
	settings source.Settings
	call     source.Call
	known    map[string]model.ID
	reading  source.Reading
	unplaced []string
	counted  map[string]int
}

// New is a sheet without readings. Known tells which crossing a code of the source
// means unless the settings say otherwise.
func New(s source.Settings, c source.Call, known map[string]model.ID) *Sheet {
	return &Sheet{settings: s, call: c, known: known, counted: map[string]int{}}
}

// Crossing gives the crossing that a checkpoint of these codes and names is, the
// last of which people know it by. It is empty where there is none on the board,
// which is told unless the settings want it so.
func (s *Sheet) Crossing(codes ...string) model.ID {
	for _, among := range []map[string]model.ID{s.settings.Crossings, s.known} {
		id, ok := lookUp(among, codes)
		if _, there := s.call.Log.Record(id).(*model.Crossing); there || ok && id == "" {
			return id
		}
	}
	s.reading.Skipped++
	s.unplaced = append(s.unplaced, codes[len(codes)-1])
	return ""
}

func lookUp(among map[string]model.ID, codes []string) (model.ID, bool) {
	for _, code := range codes {
		for known, id := range among {
			if same(known, code) {
				return id, true
			}
		}
	}
	return "", false
}

// same compares codes whatever their case and spaces.
func same(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// Add adds a reading. A time of more than a few minutes ahead is none: rows of
// hours to come are no facts.
func (s *Sheet) Add(q model.Queue) {
	const ahead = 10 * time.Minute
	at := q.At.First()
	if q.Crossing == "" {
		return
	}
	if at.After(s.call.Now.Add(ahead)) {
		s.Skip("of a time to come")
		return
	}
	q.Sources = []model.ID{s.settings.ID}
	q.ID = source.ID(string(s.settings.ID), string(q.Crossing), string(q.Class), string(q.To), at.Format("20060102t1504"), sum(q))
	if slices.ContainsFunc(s.reading.Records, func(r model.Record) bool { return r.Head().ID == q.ID }) {
		return
	}
	s.reading.Records = append(s.reading.Records, &q)
	s.reading.Rows++
	if at.After(s.reading.Of) {
		s.reading.Of = at
	}
}

// sum is short for the figures of a reading: a source may correct itself and give
// the same time.
func sum(q model.Queue) string {
	var b strings.Builder
	for _, n := range []*int64{q.Waiting, q.Called, q.PerHour, q.PerDay} {
		if n != nil {
			fmt.Fprint(&b, *n)
		}
		b.WriteByte(';')
	}
	if q.Wait != nil {
		b.WriteString(q.Wait.String())
	}
	all := sha256.Sum256([]byte(b.String() + q.Method.String() + q.Note.String()))
	return hex.EncodeToString(all[:3])
}

// Text cleans a text and keeps its flags.
func (s *Sheet) Text(raw string) clean.Text {
	t := clean.Line(raw)
	s.reading.Flags |= t.Flags()
	return t
}

// Skip counts a row that was left out, with a short reason of our own.
func (s *Sheet) Skip(why string) {
	s.reading.Skipped++
	s.counted[why]++
}

// Note says what people should know besides.
func (s *Sheet) Note(text string) { s.reading.Notes = append(s.reading.Notes, s.Text(text)) }

// Undated tells that the source does not say when its figures were true.
func (s *Sheet) Undated() { s.reading.Of = time.Time{} }

// Reading is what was gathered; an error where nothing was understood.
func (s *Sheet) Reading() (source.Reading, error) {
	if s.reading.Rows == 0 && s.reading.Skipped == 0 {
		return source.Reading{}, source.Troublef(source.Unexpected, "no queue was found in the answer")
	}
	if n := len(s.unplaced); n > 0 {
		const named = 3
		text := "no crossing is set for " + strings.Join(s.unplaced[:min(n, named)], ", ")
		if n > named {
			text += fmt.Sprintf(" and %d more", n-named)
		}
		s.Note(text)
	}
	for _, why := range slices.Sorted(maps.Keys(s.counted)) {
		s.Note(fmt.Sprintf("%d left out: %s", s.counted[why], why))
	}
	slices.SortFunc(s.reading.Records, func(a, b model.Record) int { return cmp.Compare(a.Head().ID, b.Head().ID) })
	return s.reading, nil
}
