package pane

import (
	"fmt"

	"bordertop/model"
	"bordertop/ui/draw"
)

// Embargo tells until when the first of some records must not leave the desk that
// must not; empty where all may.
func (s Scene) Embargo(ids ...model.ID) string {
	for _, id := range ids {
		if end, ok := s.Embargoes[id]; ok {
			return s.Moment(model.Exactly(end))
		}
	}
	return ""
}

// Sealed is a line with the mark at its end that a record that it rests on is under
// embargo, in as many words as half the line has room for.
func (s Scene) Sealed(line string, ids ...model.ID) string {
	until := s.Embargo(ids...)
	if until == "" {
		return line
	}
	w := s.Words.Private
	var mark string
	for _, words := range []string{fmt.Sprintf(w.Embargo, until), fmt.Sprintf(w.Short, until), w.Shortest, ""} {
		if mark = s.Styles.Glyphs.Embargo + " " + words; draw.Width(mark) <= s.Size.W/2 {
			break
		}
	}
	room := max(s.Size.W-draw.Width(mark)-2, 0)
	return draw.Fit(draw.FitTail(line, room, s.Styles.Glyphs.Ellipsis), room) + " " + s.Styles.Warn.Render(mark) + " "
}

// sign goes before what is called by a record under embargo.
func (s Scene) sign(id model.ID) string {
	if s.Embargo(id) == "" {
		return ""
	}
	return s.Styles.Glyphs.Embargo + " "
}
