package timeline

import (
	"sort"
	"time"

	"bordertop/model"
)

// level is what a slot of the chart stands for. Each is numbered along the
// calendar of a zone; which number that is tells nothing.
type level uint8

// The levels, the closest first: a day in three cells, a day, a week, and a month
// in three cells, which have room for numbers.
const (
	thirds level = iota
	days
	weeks
	months
)

// cells is how many cells a slot takes.
func (l level) cells() int {
	switch l {
	case thirds, months:
		return 3
	case days, weeks:
	}
	return 1
}

// scale numbers the slots of a level in a zone.
type scale struct {
	level level
	zone  *time.Location
}

const secondsOfDay = 24 * 60 * 60

// dayNumber counts the days of the calendar of a zone from 1970; floor is what
// keeps those before in their order.
func dayNumber(t time.Time, zone *time.Location) int {
	year, month, day := t.In(zone).Date()
	return floor(int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()), secondsOfDay)
}

func floor(n, by int) int {
	if n < 0 {
		return -((-n + by - 1) / by)
	}
	return n / by
}

// thursday is the weekday with which 1970 began, counted from Monday.
const thursday = 3

// slot is the number of the slot that holds a moment.
func (s scale) slot(t time.Time) int {
	switch s.level {
	case weeks:
		return floor(dayNumber(t, s.zone)+thursday, 7)
	case months:
		year, month, _ := t.In(s.zone).Date()
		return year*12 + int(month) - 1
	case thirds, days:
	}
	return dayNumber(t, s.zone)
}

// date is the first day of a slot, at midnight in UTC whatever the zone.
func (s scale) date(slot int) time.Time {
	switch s.level {
	case weeks:
		return time.Unix(int64(slot*7-thursday)*secondsOfDay, 0).UTC()
	case months:
		return time.Date(floor(slot, 12), time.Month(slot-12*floor(slot, 12)+1), 1, 0, 0, 0, 0, time.UTC)
	case thirds, days:
	}
	return time.Unix(int64(slot)*secondsOfDay, 0).UTC()
}

// start is the first instant of a slot, by the clocks of the zone.
func (s scale) start(slot int) time.Time {
	year, month, day := s.date(slot).Date()
	return model.DayOf(year, month, day, s.zone).First()
}

// moment is a slot as dates name it.
func (s scale) moment(slot int) model.Moment {
	first, last := s.date(slot), s.date(slot+1).AddDate(0, 0, -1)
	from := model.DayOf(first.Year(), first.Month(), first.Day(), s.zone)
	switch s.level {
	case weeks:
		return model.SpanOf(from, model.DayOf(last.Year(), last.Month(), last.Day(), s.zone))
	case months:
		return model.MonthOf(first.Year(), first.Month(), s.zone)
	case thirds, days:
	}
	return from
}

// window is the part of a scale that is in view.
type window struct {
	scale

	left, slots int // the first slot in view, and how many are
	// bounds are the instants at which the cells begin, and at last the one at which
	// the last of them ends. What has three cells is divided into equal parts, also a
	// day of 25 hours.
	bounds []time.Time
	cursor int // the slot of the moment shown
	now    int // that of the present
}

func newWindow(s scale, left, slots int) window {
	w := window{scale: s, left: left, slots: slots}
	cells := s.level.cells()
	w.bounds = make([]time.Time, 0, slots*cells+1)
	from := s.start(left)
	for i := range slots {
		to := s.start(left + i + 1)
		for c := range cells {
			w.bounds = append(w.bounds, from.Add(to.Sub(from)*time.Duration(c)/time.Duration(cells)))
		}
		from = to
	}
	w.bounds = append(w.bounds, from)
	return w
}

// cells is how many cells the window has.
func (w window) cells() int { return len(w.bounds) - 1 }

// from and to are the first instant of the window, and that after its last.
func (w window) from() time.Time { return w.bounds[0] }
func (w window) to() time.Time   { return w.bounds[len(w.bounds)-1] }

// cell is the first cell of a slot, which may lie outside.
func (w window) cell(slot int) int { return (slot - w.left) * w.level.cells() }

// span tells which cells hold any time between two instants, from the first to
// before the last; none where both are the same.
func (w window) span(from, to time.Time) (first, last int) {
	if !from.Before(to) {
		return 0, 0
	}
	n := w.cells()
	first = sort.Search(n, func(i int) bool { return w.bounds[i+1].After(from) })
	last = sort.Search(n, func(i int) bool { return !w.bounds[i].Before(to) })
	return first, max(first, last)
}

// at is the cell that holds an instant; not ok where it is out of view.
func (w window) at(t time.Time) (cell int, ok bool) {
	if t.Before(w.from()) || !t.Before(w.to()) {
		return 0, false
	}
	return sort.Search(w.cells(), func(i int) bool { return w.bounds[i+1].After(t) }), true
}
