package timeline

import (
	"strconv"
	"time"

	"bordertop/model"
)

// axis names the time in view: the months or the years, and below them the days or
// the months. Before them stands what a slot is, and more.
func (c *chart) axis(lines int, more string) []string {
	upper, lower := c.bare(), c.bare()
	c.write(upper, c.eras(), c.era)
	tick := c.tick(c.cursor)
	if c.level == weeks {
		tick = strconv.Itoa(c.date(c.cursor).Day())
	}
	set(lower, c.cell(c.cursor), tick, c.s.Styles.Accent)
	c.write(lower, c.ticks(), c.tick)
	c.signs(upper)
	label := c.s.Styles.Muted.Render(" " + c.of() + more)
	if lines == 1 {
		// The day is told below; what it is a day of is not.
		return []string{c.line(label, upper)}
	}
	at := c.s.Styles.Heading.Render(" " + c.s.Day(c.moment(c.cursor)))
	return []string{c.line(label, upper), c.line(at, lower)}
}

// bare gives cells with nothing in them.
func (c *chart) bare() []cell {
	cells := make([]cell, c.cells())
	for i := range cells {
		cells[i].text = " "
	}
	return cells
}

// signs mark the present and the moment from which is compared.
func (c *chart) signs(cells []cell) {
	st := c.s.Styles
	if at := c.cell(c.now); at >= 0 && at < len(cells) {
		set(cells, at, c.s.Words.Now, st.Accent)
	}
	if at, ok := c.at(c.s.Since); ok && !c.s.Since.IsZero() {
		set(cells, at, st.Glyphs.Marked, st.Warn)
	}
}

// write writes what some slots are called, where there is room.
func (c *chart) write(cells []cell, slots []int, called func(int) string) {
	for _, slot := range slots {
		put(cells, c.cell(slot), called(slot), c.s.Styles.Muted)
	}
}

// of names the level.
func (c *chart) of() string {
	w := c.s.Words.Timeline
	switch c.level {
	case weeks:
		return w.Weeks
	case months:
		return w.Months
	case thirds, days:
	}
	return w.Days
}

// eras lists the slots with which a month begins, or in the wider view a year; the
// first in view as well, where there is room before the next.
func (c *chart) eras() []int {
	var out []int
	for slot := c.left; slot < c.left+c.slots; slot++ {
		if c.begins(slot) {
			out = append(out, slot)
		}
	}
	room := c.slots
	if len(out) > 0 {
		room = out[0] - c.left
	}
	if room*c.level.cells() > len(split(c.era(c.left))) {
		out = append([]int{c.left}, out...)
	}
	return out
}

// begins tells whether a month, or in the wider view a year, begins in a slot.
func (c *chart) begins(slot int) bool {
	here, next := c.date(slot), c.date(slot+1).AddDate(0, 0, -1)
	if c.level == thirds || c.level == days {
		return here.Day() == 1
	}
	return here.YearDay() == 1 || here.Year() != next.Year()
}

// era names the month, or in the wider view the year, that a slot ends in.
func (c *chart) era(slot int) string {
	last := c.date(slot+1).AddDate(0, 0, -1)
	if c.level == thirds || c.level == days {
		return c.s.Words.Moment(model.MonthOf(last.Year(), last.Month(), time.UTC), time.UTC, last)
	}
	return strconv.Itoa(last.Year())
}

// ticks lists the slots that are named below: each day where it is three cells,
// else Mondays, and the months.
func (c *chart) ticks() []int {
	var out []int
	for slot := c.left; slot < c.left+c.slots; slot++ {
		here, next := c.date(slot), c.date(slot+1).AddDate(0, 0, -1)
		switch {
		case c.level == days && here.Weekday() != time.Monday:
		case c.level == weeks && here.Day() != 1 && here.Month() == next.Month():
		default:
			out = append(out, slot)
		}
	}
	return out
}

// tick names a slot: a day by its number, and a month by its name or, where that
// has no room, by its number.
func (c *chart) tick(slot int) string {
	last := c.date(slot+1).AddDate(0, 0, -1)
	if c.level == thirds || c.level == days {
		return strconv.Itoa(last.Day())
	}
	const room = 3
	if name := c.s.Words.Months[last.Month()-1]; len(split(name)) <= room {
		return name
	}
	return strconv.Itoa(int(last.Month()))
}
