package theme

import "github.com/lucasb-eyer/go-colorful"

// Dimmed is a palette for a dark room: every ink as near to its ground as it can
// still be read there, and no text brighter than what matters least. Terminals that
// show 256 colours or fewer keep those that they have.
func Dimmed(p Palette, g Ground) Palette {
	for name, ink := range p.inks() {
		if least(name) > 1 {
			ink.TrueColor = dim(ink.TrueColor, g, least(name))
		}
	}
	p.Muted, p.text = p.Faint, p.Faint
	return p
}

// dim mixes a colour with the ground, in small steps, while its contrast is at least
// what it must be.
func dim(hex string, g Ground, want float64) string {
	ink, errInk := colorful.Hex(hex)
	ground, errGround := colorful.Hex(g.colour())
	if errInk != nil || errGround != nil {
		return hex
	}
	for share := 0.02; share < 1; share += 0.02 {
		mixed := ink.BlendRgb(ground, share).Clamped().Hex()
		if contrast(mixed, g.colour()) < want {
			break
		}
		hex = mixed
	}
	return hex
}
