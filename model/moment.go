package model

import "time"

// Precision is how exactly a moment was given.
type Precision uint8

// The precisions, the finest first. Midnight is an instant that was written as
// 24:00, the end of its day. None is the precision of the zero Moment.
const (
	None Precision = iota
	Minute
	Midnight
	Day
	Month
	Year
	Span
)

// Moment is a time with its precision: an instant, or a half-open interval
// somewhere in which it lies. Times are kept in UTC, with the offsets of the
// zone in which the moment was written, so that a day stays that day wherever
// it is shown. The zero Moment means that no time was given; moments compare
// with ==.
type Moment struct {
	first, last         time.Time
	firstOffset, offset int32
	precision           Precision
}

// Exactly is the instant t.
func Exactly(t time.Time) Moment {
	_, offset := t.Zone()
	t = t.UTC().Round(0)
	return Moment{first: t, last: t, firstOffset: int32(offset), offset: int32(offset), precision: Minute} //nolint:gosec // zone offsets are below a day
}

// EndOfDay is the midnight that ends the day of the given date in zone.
func EndOfDay(year int, month time.Month, day int, zone *time.Location) Moment {
	m := Exactly(time.Date(year, month, day+1, 0, 0, 0, 0, zone))
	m.precision = Midnight
	return m
}

// DayOf is the whole day of the given date in zone.
func DayOf(year int, month time.Month, day int, zone *time.Location) Moment {
	return between(time.Date(year, month, day, 0, 0, 0, 0, zone), time.Date(year, month, day+1, 0, 0, 0, 0, zone), Day)
}

// MonthOf is a whole month in zone.
func MonthOf(year int, month time.Month, zone *time.Location) Moment {
	return between(time.Date(year, month, 1, 0, 0, 0, 0, zone), time.Date(year, month+1, 1, 0, 0, 0, 0, zone), Month)
}

// YearOf is a whole year in zone.
func YearOf(year int, zone *time.Location) Moment {
	return between(time.Date(year, 1, 1, 0, 0, 0, 0, zone), time.Date(year+1, 1, 1, 0, 0, 0, 0, zone), Year)
}

// SpanOf lies somewhere from the first instant of a to the last of b.
func SpanOf(a, b Moment) Moment {
	return Moment{first: a.first, last: b.last, firstOffset: a.firstOffset, offset: b.offset, precision: Span}
}

func between(first, last time.Time, p Precision) Moment {
	a, b := Exactly(first), Exactly(last)
	return Moment{first: a.first, last: b.last, firstOffset: a.firstOffset, offset: b.offset, precision: p}
}

// IsZero tells whether no time was given.
func (m Moment) IsZero() bool { return m.precision == None }

// Precision tells how exactly the moment was given.
func (m Moment) Precision() Precision { return m.precision }

// Exact tells whether the moment is an instant.
func (m Moment) Exact() bool { return m.precision == Minute || m.precision == Midnight }

// First is the first instant of the moment, in UTC: what from, at and known
// count from.
func (m Moment) First() time.Time { return m.first }

// Last is the instant at which the moment is over, in UTC: what until and due
// run to. It is First for an instant and just after the last one otherwise.
func (m Moment) Last() time.Time { return m.last }

// Within tells whether t lies in the interval; never for an instant.
func (m Moment) Within(t time.Time) bool { return !t.Before(m.first) && t.Before(m.last) }

// Asked is what the moment means in a query: an instant itself, and of a day,
// month or interval the last instant.
func (m Moment) Asked() time.Time {
	if m.IsZero() || m.Exact() {
		return m.first
	}
	return m.last.Add(-time.Nanosecond)
}

// Dates gives the first and the last day of the moment as they were written, at
// any hour of them. The day of a 24:00 is the one that it ends.
func (m Moment) Dates() (first, last time.Time) {
	first = m.first.In(time.FixedZone("", int(m.firstOffset)))
	last = m.last.In(time.FixedZone("", int(m.offset)))
	if m.precision == Midnight || !m.Exact() {
		last = last.Add(-time.Second)
	}
	if m.Exact() {
		first = last
	}
	return first, last
}

// Offset is the offset from UTC, in seconds, of the clock that the moment was
// written by.
func (m Moment) Offset() int { return int(m.firstOffset) }

// Compare orders moments by their first instant, then their last; the zero
// Moment comes first.
func (m Moment) Compare(o Moment) int {
	if c := m.first.Compare(o.first); c != 0 {
		return c
	}
	return m.last.Compare(o.last)
}

// Equal tells whether both are the same; it serves go-cmp too.
func (m Moment) Equal(o Moment) bool { return m == o }
