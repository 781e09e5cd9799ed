package rows

import (
	"strings"
	"time"

	"bordertop/model/dataset"
	"bordertop/model/source"
)

// Check wants layouts that keep the date, in a zone, and do not rely on the
// abbreviations of zones, which mean nothing by themselves.
func Check(s source.Settings) []source.Fault {
	var faults []source.Fault
	fault := func(key, problem, remedy string) {
		faults = append(faults, source.Fault{Key: key, Problem: problem, Remedy: remedy})
	}
	for _, layout := range s.Layouts {
		switch {
		case strings.Contains(layout, "MST"):
			fault("layouts", dataset.Quote(layout)+" has an abbreviation of a zone, which means another offset elsewhere", "cut it off in rows, and set zone")
		case !daily(layout):
			fault("layouts", dataset.Quote(layout)+" keeps no date", `such as "02.01.2006 15:04" for the second of January`)
		case s.Zone == nil && !zoned(layout):
			fault("zone", "missing: times as in "+dataset.Quote(layout)+" have no offset", `such as zone = "Europe/Minsk"`)
		}
	}
	return faults
}

// moment is a time of a row as the dataset takes it: an instant, the date alone
// where a layout has no hours, or the text itself where no layout fits.
func (h *Harvest) moment(text string) any {
	text = strings.TrimSpace(text)
	for _, layout := range h.o.Layouts {
		zone := h.o.Zone
		if zone == nil {
			zone = time.UTC // Only for layouts with an offset.
		}
		at, err := time.ParseInLocation(layout, text, zone)
		switch {
		case err != nil:
		case hourless(layout):
			return at.Format(time.DateOnly)
		default:
			return h.shown(at)
		}
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at
	}
	return text
}

// shown is the time that is meant where clocks show it twice, as they do when summer
// time ends: the later one, unless it is still to come.
func (h *Harvest) shown(at time.Time) time.Time {
	const wall = "2006-01-02T15:04:05"
	best := at
	for _, other := range []time.Time{at.Add(-time.Hour), at.Add(time.Hour)} {
		if other.Format(wall) != at.Format(wall) {
			continue
		}
		if over := best.After(h.o.Now); over || other.After(best) && !other.After(h.o.Now) {
			best = other
		}
	}
	return best
}

// hourless tells whether a layout says which day, and not when.
func hourless(layout string) bool {
	noon := time.Date(2013, time.November, 22, 13, 0, 0, 0, time.UTC)
	return noon.Format(layout) == noon.Add(time.Hour).Format(layout)
}

// zoned tells whether a layout has an offset.
func zoned(layout string) bool {
	here, there := time.FixedZone("", 3600), time.FixedZone("", 7200)
	at := time.Date(2013, time.November, 22, 13, 0, 0, 0, here)
	return at.Format(layout) != time.Date(2013, time.November, 22, 13, 0, 0, 0, there).Format(layout)
}

// daily tells whether a layout says which day of which year.
func daily(layout string) bool {
	day := time.Date(2013, time.November, 22, 0, 0, 0, 0, time.UTC)
	at, err := time.Parse(layout, day.Format(layout))
	return err == nil && at.Equal(day)
}
