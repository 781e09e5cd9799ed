package incidents

import (
	"slices"
	"time"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// when is the day of an event, and its hour where there is room; below the
// heading of its day the hour alone, where it is known.
func (p *Pane) when(s pane.Scene, own model.Moment) string {
	switch {
	case p.group == days && own.Precision() == model.Minute:
		return own.First().In(s.Zone).Format(hour)
	case p.group == days:
		return ""
	case s.Size.W >= roomy:
		return s.Moment(own)
	}
	return s.Day(own)
}

// hour is how an hour is written, in any language.
const hour = "15:04"

// told is when an event was; nothing where the row above tells the same. Of two
// days that have no room there is the first, with its year where that is another.
func (p *Pane) told(s pane.Scene, l *listed, c columns, i int) string {
	own := s.Board.Events.At(l.rows[i]).Own()
	text := p.when(s, own)
	if i > c.first && l.rows[i-1] >= 0 && p.when(s, s.Board.Events.At(l.rows[i-1]).Own()) == text {
		return ""
	}
	if draw.Width(text) > c.table.Widths()[0] {
		first, _ := own.Dates()
		return s.Words.Date(first, s.At().In(s.Zone)) + s.Styles.Glyphs.Ellipsis
	}
	return text
}

// dateWidth has room for any day of the years in view, and for an hour too where
// there is plenty of room.
func (p *Pane) dateWidth(s pane.Scene, seen []int) int {
	if p.group == days {
		return len(hour)
	}
	if p.asking != nil {
		// What comes into view changes with each key, and the titles stay where they are.
		seen = append(slices.Clip(seen), s.Board.Events.Len()-1)
	}
	now := s.At().In(s.Zone)
	years := s.Size.W >= roomy || slices.ContainsFunc(seen, func(at int) bool {
		return at >= 0 && s.Board.Events.Time(at).In(s.Zone).Year() != now.Year()
	})
	widest := 0
	for month := range s.Words.Months {
		day := time.Date(now.Year(), time.Month(month+1), 28, 0, 0, 0, 0, time.UTC)
		text := s.Words.Date(day, now)
		if years {
			text = s.Words.FullDate(day)
		}
		widest = max(widest, draw.Width(text))
	}
	if s.Size.W >= roomy {
		widest += len(" " + hour)
	}
	if slices.ContainsFunc(seen, func(at int) bool { return at >= 0 && draw.Width(s.Day(s.Board.Events.At(at).Own())) > widest }) {
		widest += draw.Width(s.Styles.Glyphs.Ellipsis)
	}
	return widest
}
