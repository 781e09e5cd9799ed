package pane

import (
	"bordertop/model"
	"bordertop/ui/theme"
)

// Sides tell whose claim is whose: the near country of the crossings, the far
// one, or somebody else. A side is free text; it is a country's where it is the
// country's name or code, and everybody else, such as carriers and media, is
// neither's.
type Sides struct {
	Near, Far model.Country
	scene     Scene
}

// Sides are those of the first crossing that joins two countries.
func (s Scene) Sides() Sides {
	for _, c := range s.Board.Crossings {
		if cs := c.Crossing.Countries; len(cs) >= 2 {
			return Sides{cs[0], cs[1], s}
		}
	}
	return Sides{scene: s}
}

// Of is the style and the mark of a side.
func (d Sides) Of(side string) (style theme.Style, mark string) {
	st := d.scene.Styles
	switch {
	case d.scene.Words.Names(d.Near, side):
		return st.SideA, st.Glyphs.SideA
	case d.scene.Words.Names(d.Far, side):
		return st.SideB, st.Glyphs.SideB
	}
	return st.SideC, st.Glyphs.SideC
}
