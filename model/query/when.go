package query

import (
	"strconv"
	"strings"
	"time"

	"bordertop/model"
)

// when is a time as a query writes it. Some count from the moment at which the
// query is asked. The zero when is open.
type when struct {
	kind   whenKind
	moment model.Moment
	// days and span are how long ago it was, or how many days from today.
	days int
	span time.Duration
}

type whenKind uint8

const (
	whenOpen whenKind = iota
	whenMoment
	whenAgo
	whenDay
	whenClock // span is the time of day
)

// namedDays are the days that have a word, by how far they are from today.
func namedDays() []string { return []string{"yesterday", "today", "tomorrow"} }

// parseWhen reads a time: "3d", "12h", "18:00", a word, or what datasets write.
func parseWhen(text string, zone *time.Location) (when, error) {
	word := strings.ToLower(text)
	for i, name := range namedDays() {
		if word == name {
			return when{kind: whenDay, days: i - 1}, nil
		}
	}
	if word == "now" {
		return when{kind: whenAgo}, nil
	}
	if clock, err := time.Parse("15:04", word); err == nil {
		return when{kind: whenClock, span: time.Duration(clock.Hour())*time.Hour + time.Duration(clock.Minute())*time.Minute}, nil
	}
	if w, ok := parseAgo(word); ok {
		return w, nil
	}
	m, err := model.ParseMoment(text, zone)
	return when{kind: whenMoment, moment: m}, err
}

// Moment reads a time as a query writes it, such as "3d" or "yesterday", counted
// from at; a day, month or range means its last instant. It is never the zero time,
// which stands for no time at all.
func Moment(text string, at time.Time, zone *time.Location) (time.Time, error) {
	w, err := parseWhen(strings.TrimSpace(text), zone)
	if err != nil {
		return time.Time{}, err
	}
	first, last := w.bounds(Scope{At: at, Zone: zone})
	switch {
	case first.IsZero() && w.exact():
		return first.Add(time.Nanosecond), nil
	case w.exact():
		return first, nil
	}
	return last.Add(-time.Nanosecond), nil
}

// parseAgo reads how long ago it was. Days are those of the calendar, and may
// have 23 hours.
func parseAgo(word string) (when, bool) {
	digits := len(word) - len(strings.TrimLeft(word, "0123456789"))
	n, err := strconv.Atoi(word[:digits])
	if err != nil || digits > 4 {
		return when{}, false
	}
	switch word[digits:] {
	case "min":
		return when{kind: whenAgo, span: time.Duration(n) * time.Minute}, true
	case "h":
		return when{kind: whenAgo, span: time.Duration(n) * time.Hour}, true
	case "d":
		return when{kind: whenAgo, days: n}, true
	case "w":
		return when{kind: whenAgo, days: 7 * n}, true
	}
	return when{}, false
}

// exact tells whether it is an instant.
func (w when) exact() bool {
	return w.kind == whenAgo || w.kind == whenClock || w.kind == whenMoment && w.moment.Exact()
}

// bounds are the first instant and the one at which it is over.
func (w when) bounds(s Scope) (first, last time.Time) {
	now := s.At.In(s.zone())
	switch w.kind {
	case whenOpen:
	case whenMoment:
		return w.moment.First(), w.moment.Last()
	case whenAgo:
		at := now.AddDate(0, 0, -w.days).Add(-w.span)
		return at, at
	case whenDay:
		m := model.DayOf(now.Year(), now.Month(), now.Day()+w.days, s.zone())
		return m.First(), m.Last()
	case whenClock:
		// The last time that the clocks showed it. Where a change repeats or skips it
		// that day, any moment near is what was meant.
		for day := now.Day(); ; day-- {
			at := time.Date(now.Year(), now.Month(), day, 0, int(w.span/time.Minute), 0, 0, s.zone())
			if !at.After(now) {
				return at, at
			}
		}
	}
	return time.Time{}, time.Time{}
}

// period is from when until when a record may be, in microseconds since 1970:
// low is its first instant and high the one that is over. What is not exact was
// written by the days of some clock, and keeps them; so there are two of each.
type period struct {
	low, high [datings]int64
}

// dating is how a record is dated.
type dating = uint8

const (
	byInstant dating = iota
	byCalendar
	undated
	datings = undated
)

const (
	longAgo = -1 << 62
	farOff  = 1 << 62
)

// period gives the instants that an item of a time field asks for. The signs >
// and < leave out the time itself.
func (i item) period(sign string, s Scope) period {
	p := period{low: [datings]int64{longAgo, longAgo}, high: [datings]int64{farOff, farOff}}
	if i.from.kind != whenOpen {
		low, last := i.from.bounds(s)
		if sign == ">" {
			low = i.from.after(last)
		}
		p.low = onClocks(low, s.zone())
	}
	if i.to.kind != whenOpen {
		first, last := i.to.bounds(s)
		high := i.to.after(last)
		if sign == "<" {
			high = first
		}
		p.high = onClocks(high, s.zone())
	}
	return p
}

// after is the first instant after a time that is over at last.
func (w when) after(last time.Time) time.Time {
	if w.exact() {
		return last.Add(time.Microsecond)
	}
	return last
}

// onClocks gives an instant and what the clocks of a zone show then.
func onClocks(t time.Time, zone *time.Location) [datings]int64 {
	_, offset := t.In(zone).Zone()
	return [datings]int64{t.UnixMicro(), t.UnixMicro() + int64(offset)*1e6}
}

// dates tells when a record was: its first instant and its last, and how it is
// dated.
func dates(r model.Record) (first, last int64, how dating) {
	m := r.Own()
	if s, ok := r.(*model.Source); ok {
		m = s.Published
	}
	switch {
	case m.IsZero():
		return 0, 0, undated
	case m.Exact():
		return m.First().UnixMicro(), m.Last().UnixMicro(), byInstant
	}
	from, to := m.Dates()
	_, before := from.Zone()
	_, after := to.Zone()
	return m.First().UnixMicro() + int64(before)*1e6, m.Last().UnixMicro() + int64(after)*1e6 - 1, byCalendar
}
