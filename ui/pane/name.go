package pane

import (
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/draw"
)

// Crossing names a crossing by both its sides, in the language of the scene where
// the record has a name in that.
func (s Scene) Crossing(c *model.Crossing) string {
	near, far := s.Words.Crossing(c)
	if far == "" {
		return near
	}
	return near + " " + s.Styles.Glyphs.Dash + " " + far
}

// Near names a crossing by its near side, as it is spoken of where room is scarce.
func (s Scene) Near(c *model.Crossing) string {
	near, _ := s.Words.Crossing(c)
	return near
}

// Place names a place, in the language of the scene where the record has a name in
// that.
func (s Scene) Place(p *model.Place) string { return s.Words.NameOf(p.Names, p.Name) }

// Side names a side as datasets write it in the words of the scene.
func (s Scene) Side(side clean.Text) string { return s.Words.Side(side.String()) }

// Named is the day of a moment with its weekday, in the words and the zone of the
// scene.
func (s Scene) Named(m model.Moment) string { return s.Words.Named(m, s.Zone, s.At()) }

// DateWidth has room for any day with its year.
func (s Scene) DateWidth() int {
	w := 0
	for month := range s.Words.Months {
		w = max(w, draw.Width(s.Words.FullDate(time.Date(2025, time.Month(month+1), 28, 0, 0, 0, 0, time.UTC))))
	}
	return w
}

// FreshWidth has room for any freshness.
func (s Scene) FreshWidth() int {
	w := 0
	for f := model.Fresh; f <= model.Stale; f++ {
		w = max(w, draw.Width(s.Words.Freshness(f)))
	}
	return w
}

// Sources splits the sources of a record into those that had appeared by the
// board's moment, the newest first, and the number of those that came later.
func (s Scene) Sources(id model.ID) (out []*model.Source, later int) {
	for _, source := range s.Board.Sources(id) {
		if source.Published.First().After(s.Board.Known) {
			later++
		} else {
			out = append(out, source)
		}
	}
	return out, later
}
