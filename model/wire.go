package model

import (
	"encoding/binary"

	"bordertop/model/clean"
)

// wire writes events down as bytes and reads them again. Either way each value
// goes through the same list of fields, and what comes back takes its place: so
// nothing is read that was not written.
type wire struct {
	reads bool
	out   []byte
	in    string
	// base is the time of the event, which its other times are near.
	base int64
}

// incident takes all but the id, which the annals have.
func (w *wire) incident(i *Incident) {
	w.fact(&i.Fact)
	i.At = w.moment(i.At)
	i.Until = w.moment(i.Until)
	i.Category = word(w, i.Category)
	i.Severity = w.int(i.Severity)
	i.Places = w.ids(i.Places)
	i.Where = w.text(i.Where)
	i.Crossings = w.ids(i.Crossings)
	i.About = w.ids(i.About)
	i.Figures = list(w, i.Figures, func(f Figure) Figure { return Figure{word(w, f.Name), w.int(f.Value)} })
	i.Title = w.text(i.Title)
	i.Summary = w.text(i.Summary)
}

func (w *wire) statement(s *Statement) {
	w.fact(&s.Fact)
	s.At = w.moment(s.At)
	s.Speaker = w.text(s.Speaker)
	s.Role = w.text(s.Role)
	s.Side = w.text(s.Side)
	s.Summary = w.text(s.Summary)
	s.Quote = w.text(s.Quote)
	s.Language = word(w, s.Language)
	s.About = w.ids(s.About)
}

func (w *wire) fact(f *Fact) {
	f.Sources = w.ids(f.Sources)
	f.Known = w.moment(f.Known)
	f.Embargo = w.moment(f.Embargo)
	f.Confidence = word(w, f.Confidence)
	f.Note = w.text(f.Note)
}

// moment keeps the precision first, and nothing else of the zero Moment.
func (w *wire) moment(m Moment) Moment {
	m.precision = Precision(w.uint(uint64(m.precision))) //nolint:gosec // it was one when it was written
	if m.IsZero() {
		return m
	}
	m.first = w.base + w.int(m.first-w.base)
	m.last = m.first + w.int(m.last-m.first)
	first := w.int(int64(m.firstOffset.seconds()))
	last := first + w.int(int64(m.offset.seconds())-first)
	m.firstOffset, m.offset = offsetIn(int(first)), offsetIn(int(last))
	return m
}

func (w *wire) text(t clean.Text) clean.Text {
	flags := clean.Flags(w.uint(uint64(t.Flags()))) //nolint:gosec // as above
	s := w.string(t.String())
	if !w.reads {
		return t
	}
	return clean.Restore(s, flags)
}

func (w *wire) string(s string) string {
	n := w.uint(uint64(len(s)))
	if !w.reads {
		w.out = append(w.out, s...)
		return s
	}
	n = min(n, uint64(len(w.in)))
	s, w.in = w.in[:n], w.in[n:]
	return s
}

func (w *wire) int(n int64) int64 {
	u := w.uint(uint64(n)<<1 ^ uint64(n>>63)) //nolint:gosec // so that those near zero are short
	return int64(u>>1) ^ -int64(u&1)
}

func (w *wire) uint(n uint64) uint64 {
	if !w.reads {
		w.out = binary.AppendUvarint(w.out, n)
		return n
	}
	n = 0
	for shift := 0; len(w.in) > 0; shift += 7 {
		b := w.in[0]
		w.in = w.in[1:]
		n |= uint64(b&0x7F) << shift
		if b < 0x80 {
			break
		}
	}
	return n
}

func word[T ~string](w *wire, s T) T { return T(w.string(string(s))) }

func (w *wire) ids(ids []ID) []ID {
	return list(w, ids, func(id ID) ID { return word(w, id) })
}

// list tells one that is empty from none.
func list[T any](w *wire, items []T, item func(T) T) []T {
	n := uint64(len(items)) + 1
	if items == nil {
		n = 0
	}
	n = w.uint(n)
	if !w.reads {
		for _, it := range items {
			item(it)
		}
		return items
	}
	if n == 0 {
		return nil
	}
	items = make([]T, min(n-1, uint64(len(w.in))))
	for i := range items {
		items[i] = item(items[i])
	}
	return items
}
