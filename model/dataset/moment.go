package dataset

import (
	"errors"
	"fmt"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

const timeRemedy = "write 2025-10-26T22:10:00+02:00"

// The names by which the parser marks times that had no offset. It gives them
// the machine's, which must not be looked at.
const (
	localDateTime = "datetime-local"
	localDate     = "date-local"
	localTime     = "time-local"
)

var errNoDate = errors.New("a time of day needs its date: " + timeRemedy)

func (s site) moment(v any) model.Moment {
	m, err := momentOf(v, s.b.zone)
	if err != nil {
		s.fault(clean.Err(err), "")
		return model.Moment{}
	}
	s.plausible(m)
	if m.Precision() == model.Minute {
		s.onTheClock(m)
	}
	return m
}

// momentOf reads a time; without an offset it is by the clocks of zone.
func momentOf(v any, zone *time.Location) (model.Moment, error) {
	switch v := v.(type) {
	case string:
		return model.ParseMoment(v, zone)
	case time.Time:
		switch v.Location().String() {
		case localDateTime:
			return model.Local(v, zone)
		case localDate:
			if zone == nil {
				return model.Moment{}, model.ErrNoZone
			}
			return model.DayOf(v.Year(), v.Month(), v.Day(), zone), nil
		case localTime:
			return model.Moment{}, errNoDate
		}
		return model.Exactly(v), nil
	}
	return model.Moment{}, errors.New("want a time, got " + describe(v) + ": " + timeRemedy)
}

// plausible refuses times before there were such borders, and warns of times
// that lie further ahead than their field can mean.
func (s site) plausible(m model.Moment) {
	switch year := m.First().Year(); {
	case year < 1900:
		s.fault(fmt.Sprintf("the year %d is not meant", year), "check the year")
		return
	case year < 2000:
		s.warn(fmt.Sprintf("the year %d is long past", year), "check the year")
	}
	now := s.b.now
	if now.IsZero() || !m.First().After(now.Add(s.ahead())) {
		return
	}
	s.warn(m.First().Format(time.DateOnly)+" lies too far ahead of today, "+now.UTC().Format(time.DateOnly), "check the date")
}

// ahead is how far ahead of now a field may lie. What has happened may not,
// but for clocks that differ; an end or a due date may be years away.
func (s site) ahead() time.Duration {
	const year = 366 * 24 * time.Hour
	switch s.path {
	case "until", "ended", "due", "set.until", "set.ended", "set.due":
		return 30 * year
	case "from", "set.from", "embargo", "set.embargo":
		return year
	case "at":
		if s.table.kind() == model.KindAmendment {
			return year
		}
	}
	return 5 * time.Minute
}

// onTheClock warns of an hour that a clock change skipped, written with an
// offset that no declared clock had then: the instant is clear, but probably not
// the one that was meant.
func (s site) onTheClock(m model.Moment) {
	const hour = 60 * 60
	offset := m.Offset()
	if offset < -12*hour || offset > 14*hour {
		s.fault("no place keeps such an offset", "check the offset")
		return
	}
	// What is written in UTC was not read off a clock.
	if offset == 0 {
		return
	}
	skipped := ""
	for _, zone := range s.b.clocks {
		there := m.First().In(zone)
		if _, o := there.Zone(); o == offset {
			return
		}
		wall := m.First().Add(time.Duration(offset) * time.Second)
		_, err := model.Local(wall, zone)
		if clock, ok := errors.AsType[*model.ClockError](err); ok && !clock.Twice {
			skipped = clock.Wall + " does not exist in " + clock.Zone + ", where it was " + there.Format("15:04") + " then"
		}
	}
	if skipped != "" {
		s.warn(skipped, "check the hour and the offset")
	}
}
