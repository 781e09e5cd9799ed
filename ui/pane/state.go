package pane

import (
	"bordertop/model"
	"bordertop/ui/theme"
)

// State gives the style and the sign of a passage. What is last known has the
// sign of what is unknown: its word tells the rest.
func (s Scene) State(p model.Passage) (theme.Style, string) {
	g := s.Styles.Glyphs
	if p.Disputed() {
		return s.Styles.Disputed, g.Disputed
	}
	switch p.State {
	case model.Closed:
		return s.Styles.Closed, g.Closed
	case model.Restricted:
		return s.Styles.Restricted, g.Restricted
	case model.OpenWithBans, model.Open:
		return s.Styles.Open, g.Open
	case model.Unknown:
	}
	return s.Styles.Unknown, g.Unknown
}
