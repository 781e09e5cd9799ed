package model

import (
	"cmp"
	"time"
)

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
// somewhere in which it lies. Times are kept in UTC to the microsecond, with the
// offsets of the zone in which the moment was written, so that a day stays that
// day wherever it is shown. The zero Moment means that no time was given; moments
// compare with ==.
//
// It is small, because each of a million records holds three.
type Moment struct {
	first, last         int64 // microseconds since 1970
	firstOffset, offset offset
	precision           Precision
}

// offset is one from UTC, in seconds in three bytes: none is a day long.
type offset [3]int8

func offsetIn(seconds int) offset {
	return offset{int8(seconds / 3600), int8(seconds / 60 % 60), int8(seconds % 60)} //nolint:gosec // each part is below 60
}

func (o offset) seconds() int { return int(o[0])*3600 + int(o[1])*60 + int(o[2]) }

// Exactly is the instant t.
func Exactly(t time.Time) Moment {
	_, seconds := t.Zone()
	at, here := t.UnixMicro(), offsetIn(seconds)
	return Moment{first: at, last: at, firstOffset: here, offset: here, precision: Minute}
}

// EndOfDay is the midnight that ends the day of the given date in zone.
func EndOfDay(year int, month time.Month, day int, zone *time.Location) Moment {
	m := between(time.Time{}, dayStart(year, month, day+1, zone), Midnight)
	m.first, m.firstOffset = m.last, m.offset
	return m
}

// DayOf is the whole day of the given date in zone. It is empty for one that a
// clock change skipped.
func DayOf(year int, month time.Month, day int, zone *time.Location) Moment {
	return between(dayStart(year, month, day, zone), dayStart(year, month, day+1, zone), Day)
}

// MonthOf is a whole month in zone.
func MonthOf(year int, month time.Month, zone *time.Location) Moment {
	return between(dayStart(year, month, 1, zone), dayStart(year, month+1, 1, zone), Month)
}

// YearOf is a whole year in zone.
func YearOf(year int, zone *time.Location) Moment {
	return between(dayStart(year, 1, 1, zone), dayStart(year+1, 1, 1, zone), Year)
}

// SpanOf lies somewhere from the first instant of a to the last of b.
func SpanOf(a, b Moment) Moment {
	return Moment{first: a.first, last: b.last, firstOffset: a.firstOffset, offset: b.offset, precision: Span}
}

// between runs from first to last, which is of the day before by its offset: a
// clock may change at midnight.
func between(first, last time.Time, p Precision) Moment {
	a, b := Exactly(first), Exactly(last.Add(-time.Nanosecond))
	return Moment{first: a.first, last: Exactly(last).last, firstOffset: a.firstOffset, offset: b.offset, precision: p}
}

// dayStart is the first instant of a day in zone. A clock change may skip or
// repeat midnight.
func dayStart(year int, month time.Month, day int, zone *time.Location) time.Time {
	wall := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if at := shownAs(wall, zone); len(at) > 0 {
		return at[0]
	}
	before, _ := offsetsAbout(wall, zone)
	change, _ := wall.Add(-before).In(zone).ZoneBounds()
	return change
}

// shownAs lists the instants at which the clocks of a zone show what wall shows
// in UTC: none where a change skips it, two where it repeats it.
func shownAs(wall time.Time, zone *time.Location) []time.Time {
	var at []time.Time
	before, after := offsetsAbout(wall, zone)
	for _, offset := range []time.Duration{before, after} {
		t := wall.Add(-offset).In(zone)
		if offsetOf(t) == offset && (len(at) == 0 || !t.Equal(at[0])) {
			at = append(at, t)
		}
	}
	return at
}

// offsetsAbout gives the offsets of a zone well before and well after a
// wall-clock time, on either side of a change near it.
func offsetsAbout(wall time.Time, zone *time.Location) (before, after time.Duration) {
	const far = 26 * time.Hour
	return offsetOf(wall.Add(-far).In(zone)), offsetOf(wall.Add(far).In(zone))
}

func offsetOf(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}

// IsZero tells whether no time was given.
func (m Moment) IsZero() bool { return m.precision == None }

// Precision tells how exactly the moment was given.
func (m Moment) Precision() Precision { return m.precision }

// Exact tells whether the moment is an instant.
func (m Moment) Exact() bool { return m.precision == Minute || m.precision == Midnight }

// First is the first instant of the moment, in UTC: what from, at and known
// count from.
func (m Moment) First() time.Time { return m.instant(m.first) }

// Last is the instant at which the moment is over, in UTC: what until and due
// run to. It is First for an instant and just after the last one otherwise.
func (m Moment) Last() time.Time { return m.instant(m.last) }

func (m Moment) instant(at int64) time.Time {
	if m.IsZero() {
		return time.Time{}
	}
	return time.UnixMicro(at).UTC()
}

// Within tells whether t lies in the interval; never for an instant.
func (m Moment) Within(t time.Time) bool { return !t.Before(m.First()) && t.Before(m.Last()) }

// Asked is what the moment means in a query: an instant itself, and of a day,
// month or interval the last instant.
func (m Moment) Asked() time.Time {
	if m.IsZero() || m.Exact() {
		return m.First()
	}
	return m.Last().Add(-time.Nanosecond)
}

// Dates gives the first and the last day of the moment as they were written, at
// any hour of them. The day of a 24:00 is the one that it ends.
func (m Moment) Dates() (first, last time.Time) {
	first = m.First().In(time.FixedZone("", m.firstOffset.seconds()))
	last = m.Last().In(time.FixedZone("", m.offset.seconds()))
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
func (m Moment) Offset() int { return m.firstOffset.seconds() }

// Compare orders moments by their first instant, then their last; the zero
// Moment comes first.
func (m Moment) Compare(o Moment) int {
	return cmp.Or(m.First().Compare(o.First()), m.Last().Compare(o.Last()))
}

// Equal tells whether both are the same; it serves go-cmp too.
func (m Moment) Equal(o Moment) bool { return m == o }
