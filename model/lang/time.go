package lang

import (
	"fmt"
	"strconv"
	"time"

	"bordertop/model"
)

// Span is a length of time in its two greatest units: "19 d 6 h", "6 h 12 min",
// "45 s". It is never negative.
func (w Words) Span(d time.Duration) string {
	const day = 24 * time.Hour
	d = max(d, 0)
	switch {
	case d >= 100*day:
		return w.amount(d/day, w.Day)
	case d >= day:
		return w.two(d/day, w.Day, d%day/time.Hour, w.Hour)
	case d >= time.Hour:
		return w.two(d/time.Hour, w.Hour, d%time.Hour/time.Minute, w.Minute)
	case d >= time.Minute:
		return w.amount(d/time.Minute, w.Minute)
	}
	return w.amount(d/time.Second, w.Second)
}

// Age is a length of time in its greatest unit: "13 d", "5 h", "8 min".
func (w Words) Age(d time.Duration) string {
	const day = 24 * time.Hour
	d = max(d, 0)
	switch {
	case d >= day:
		return w.amount(d/day, w.Day)
	case d >= time.Hour:
		return w.amount(d/time.Hour, w.Hour)
	}
	return w.amount(d/time.Minute, w.Minute)
}

func (w Words) amount(n time.Duration, unit string) string {
	return strconv.FormatInt(int64(n), 10) + " " + unit
}

func (w Words) two(n time.Duration, unit string, m time.Duration, smaller string) string {
	if m == 0 {
		return w.amount(n, unit)
	}
	return w.amount(n, unit) + " " + w.amount(m, smaller)
}

// Date is a day: "27 Oct", with its year where that is not the year of now.
func (w Words) Date(day, now time.Time) string {
	if day.Year() != now.Year() {
		return w.FullDate(day)
	}
	return w.date(w.Dates.Day, day)
}

// FullDate is a day with its year.
func (w Words) FullDate(day time.Time) string { return w.date(w.Dates.Full, day) }

// date writes a day as a pattern of DateWords says.
func (w Words) date(pattern string, day time.Time) string {
	b := make([]byte, 0, 24)
	for i := 0; i < len(pattern); i++ {
		if pattern[i] != '%' || i+1 == len(pattern) {
			b = append(b, pattern[i])
			continue
		}
		i++
		switch pattern[i] {
		case 'Y':
			b = strconv.AppendInt(b, int64(day.Year()), 10)
		case 'm':
			b = day.AppendFormat(b, "01")
		case 'd':
			b = day.AppendFormat(b, "02")
		case 'e':
			b = strconv.AppendInt(b, int64(day.Day()), 10)
		case 'b':
			b = append(b, w.Months[day.Month()-1]...)
		case 'B':
			b = append(b, w.Alone[day.Month()-1]...)
		}
	}
	return string(b)
}

// Moment is a moment as exactly as it is known: an instant in zone, "20 Nov
// 00:00"; the end of a day as "30 Nov 24:00"; a day as a day, in the zone in
// which it was written; a month, a year, or two days with a dash. Years other
// than that of now are shown.
func (w Words) Moment(m model.Moment, zone *time.Location, now time.Time) string {
	if m.IsZero() {
		return ""
	}
	now = now.In(zone)
	first, last := m.Dates()
	switch m.Precision() {
	case model.Minute:
		at := m.First().In(zone)
		return w.Date(at, now) + " " + at.Format("15:04")
	case model.Midnight:
		if _, offset := m.First().In(zone).Zone(); offset != m.Offset() {
			at := m.First().In(zone)
			return w.Date(at, now) + " " + at.Format("15:04")
		}
		return w.Date(first, now) + " 24:00"
	case model.Day:
		return w.Date(first, now)
	case model.Month:
		return w.date(w.Dates.Month, first)
	case model.Year:
		return strconv.Itoa(first.Year())
	case model.Span:
		if first.Format(time.DateOnly) == last.Format(time.DateOnly) {
			return w.Date(first, now)
		}
		return fmt.Sprintf(w.Dates.Span, w.Date(first, now), w.Date(last, now))
	case model.None:
	}
	return ""
}

// DayOf is the day of a moment without its hour, in zone for an instant.
func (w Words) DayOf(m model.Moment, zone *time.Location, now time.Time) string {
	if m.Precision() == model.Minute {
		return w.Date(m.First().In(zone), now.In(zone))
	}
	if m.Precision() == model.Midnight {
		first, _ := m.Dates()
		return w.Date(first, now.In(zone))
	}
	return w.Moment(m, zone, now)
}

// Named is the day of a moment with its weekday: "Tue 11 Nov". What is longer or
// shorter than a day is named as DayOf does.
func (w Words) Named(m model.Moment, zone *time.Location, now time.Time) string {
	day, _ := m.Dates()
	switch m.Precision() {
	case model.Minute:
		day = m.First().In(zone)
	case model.Day, model.Midnight:
	case model.Month, model.Year, model.Span, model.None:
		return w.DayOf(m, zone, now)
	}
	return fmt.Sprintf(w.Dates.Named, w.Weekdays[day.Weekday()], w.DayOf(m, zone, now))
}

// Clock is a day and an hour with seconds left out: "11 Nov 2025 18:00".
func (w Words) Clock(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	return w.FullDate(t) + " " + t.Format("15:04")
}
