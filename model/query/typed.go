package query

import (
	"strconv"
	"strings"
	"time"

	"bordertop/model"
)

// Typed reads a moment as somebody types it into a record, as exactly as it is
// meant: "18:40", "yesterday 23:30", "30 Nov", "30 Nov 24:00", "3h" (ago), "now",
// or what datasets write. Days without a year are the nearest to now. Hours are by
// the clocks of zone.
func Typed(text string, now time.Time, zone *time.Location) (model.Moment, error) {
	text = strings.Join(strings.Fields(text), " ")
	now = now.In(zone)
	lower := strings.ToLower(text)
	if lower == "now" {
		return model.Exactly(now.Truncate(time.Minute)), nil
	}
	if ago, ok := parseAgo(lower); ok && ago.days == 0 {
		return model.Exactly(now.Add(-ago.span).Truncate(time.Minute)), nil
	} else if ok {
		day := now.AddDate(0, 0, -ago.days)
		return model.DayOf(day.Year(), day.Month(), day.Day(), zone), nil
	}
	first, rest, _ := strings.Cut(text, " ")
	if isClock(first) && rest == "" {
		return model.ParseMoment(now.Format(time.DateOnly)+" "+padded(first), zone)
	}
	for i, name := range namedDays() {
		if strings.EqualFold(first, name) {
			return onDay(now.AddDate(0, 0, i-1), rest, zone)
		}
	}
	month, clock, _ := strings.Cut(rest, " ")
	if day, ok := nearest(first, month, now); ok {
		return onDay(day, clock, zone)
	}
	return model.ParseMoment(text, zone)
}

// onDay is an hour of a day, or the whole day where none is given.
func onDay(day time.Time, clock string, zone *time.Location) (model.Moment, error) {
	return model.ParseMoment(strings.TrimSpace(day.Format(time.DateOnly)+" "+padded(clock)), zone)
}

// isClock tells whether a text is an hour of the day, up to 24:00.
func isClock(text string) bool {
	_, err := time.Parse("15:04", text)
	return err == nil || text == "24:00"
}

// padded gives an hour two digits, as datasets write it.
func padded(clock string) string {
	if len(clock) == len("9:30") && isClock("0"+clock) {
		return "0" + clock
	}
	return clock
}

// nearest is the day of a month without a year that is nearest to now; not ok where
// the words are no such day.
func nearest(day, month string, now time.Time) (time.Time, bool) {
	n, err := strconv.Atoi(strings.TrimSuffix(day, "."))
	if err != nil || len(month) < 3 {
		return time.Time{}, false
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if !strings.HasPrefix(name, strings.ToLower(month)) {
			continue
		}
		best, found := time.Time{}, false
		for _, year := range []int{now.Year(), now.Year() - 1, now.Year() + 1} {
			at := time.Date(year, m, n, 12, 0, 0, 0, now.Location())
			if at.Day() == n && (!found || at.Sub(now).Abs() < best.Sub(now).Abs()) {
				best, found = at, true
			}
		}
		return best, found
	}
	return time.Time{}, false
}
