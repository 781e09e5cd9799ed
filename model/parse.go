package model

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrNoZone says that a time without an offset was met where no timezone is
// declared.
var ErrNoZone = errors.New("a time without an offset needs a timezone: declare one at the head of the file, or write the offset")

// ClockError says that a wall-clock time happens twice, or never, in its zone.
// Offsets are the ones to choose from.
type ClockError struct {
	Wall    string
	Zone    string
	Twice   bool
	Offsets []string
}

// Error names the hour and the offsets that would be valid.
func (e *ClockError) Error() string {
	what := "does not exist"
	if e.Twice {
		what = "happens twice"
	}
	return fmt.Sprintf("%s %s in %s, where the clocks change: write it with its offset, %s",
		e.Wall, what, e.Zone, strings.Join(e.Offsets, " or "))
}

// ParseMoment reads a moment as datasets and commands write it: an RFC 3339
// date-time, with or without seconds; a date-time without an offset, "2025-11-30 24:00", a day, a month
// or a year, all in zone; or two of them with a slash between ("A/B"). A nil
// zone refuses what needs one with ErrNoZone.
func ParseMoment(s string, zone *time.Location) (Moment, error) {
	if a, b, ok := strings.Cut(s, "/"); ok {
		return parseSpan(a, b, zone)
	}
	if t, ok := parse(strings.Replace(s, " ", "T", 1), time.RFC3339, "2006-01-02T15:04Z07:00"); ok {
		return Exactly(t), nil
	}
	if zone == nil && looksLikeTime(s) {
		return Moment{}, ErrNoZone
	}
	if date, ok := strings.CutSuffix(s, " 24:00"); ok {
		return endOfDay(date, zone)
	}
	if t, ok := parse(s, time.DateOnly); ok {
		return day(t, zone)
	}
	if t, ok := parse(s, "2006-01"); ok {
		return MonthOf(t.Year(), t.Month(), zone), nil
	}
	if t, ok := parse(s, "2006"); ok {
		return YearOf(t.Year(), zone), nil
	}
	if t, ok := parse(strings.Replace(s, " ", "T", 1), "2006-01-02T15:04", "2006-01-02T15:04:05"); ok {
		return Local(t, zone)
	}
	return Moment{}, badTime(s)
}

// parse reads a time by the first layout that fits.
func parse(s string, layouts ...string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

func endOfDay(date string, zone *time.Location) (Moment, error) {
	t, ok := parse(date, time.DateOnly)
	if !ok {
		return Moment{}, badTime(date + " 24:00")
	}
	if _, err := day(t, zone); err != nil {
		return Moment{}, err
	}
	return EndOfDay(t.Year(), t.Month(), t.Day(), zone), nil
}

// day gives the day of a date in zone, unless a clock change skipped it whole.
func day(t time.Time, zone *time.Location) (Moment, error) {
	m := DayOf(t.Year(), t.Month(), t.Day(), zone)
	if m.first == m.last {
		return Moment{}, fmt.Errorf("there was no %s in %s, where the clocks skipped it", t.Format(time.DateOnly), zone)
	}
	return m, nil
}

func parseSpan(a, b string, zone *time.Location) (Moment, error) {
	if strings.Contains(b, "/") {
		return Moment{}, badTime(a + "/" + b)
	}
	first, err := ParseMoment(strings.TrimSpace(a), zone)
	if err != nil {
		return Moment{}, err
	}
	last, err := ParseMoment(strings.TrimSpace(b), zone)
	if err != nil {
		return Moment{}, err
	}
	if last.last <= first.first {
		return Moment{}, fmt.Errorf("%q does not end after it begins", a+"/"+b)
	}
	return SpanOf(first, last), nil
}

// Local places the wall-clock time that t shows, whatever its location, in
// zone. An hour that a clock change repeats or skips there is a *ClockError.
func Local(t time.Time, zone *time.Location) (Moment, error) {
	if zone == nil {
		return Moment{}, ErrNoZone
	}
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
	at := shownAs(wall, zone)
	if len(at) == 1 {
		return Exactly(at[0]), nil
	}
	before, after := offsetsAbout(wall, zone)
	return Moment{}, &ClockError{
		Wall: wall.Format("2006-01-02 15:04"), Zone: zone.String(), Twice: len(at) > 1,
		Offsets: []string{offsetText(before), offsetText(after)},
	}
}

func offsetText(offset time.Duration) string {
	return time.Time{}.In(time.FixedZone("", int(offset/time.Second))).Format("-07:00")
}

func looksLikeTime(s string) bool {
	return len(s) >= 4 && len(s) <= 19 && strings.Trim(s, "0123456789-: T") == ""
}

func badTime(s string) error {
	return fmt.Errorf("%q is not a time: write 2025-10-26T22:10:00+02:00, 2025-10-26 22:10, 2025-10-26, \"2025-11-30 24:00\", 2025-10 or A/B", s)
}
