package clean

import (
	"strings"
	"unicode"
)

// class is the rule that a rune falls under.
type class uint8

const (
	letter    class = iota // kept: also numbers, punctuation and symbols
	mark                   // kept, up to a number
	space                  // squeezed
	lineBreak              // squeezed
	control                // shown as U+FFFD
	unknown                // shown as U+FFFD: private use, unassigned, not a character
	drawing                // shown as a dot
	regional               // shown as a letter
	tone                   // dropped: skin tones
	direction              // dropped
	invisible              // dropped
)

// flag is what meeting the class says about a text.
func (k class) flag() Flags {
	switch k {
	case control:
		return Control
	case unknown:
		return Private
	case drawing:
		return Glyph
	case regional, tone:
		return Width
	case direction:
		return Bidi
	case invisible:
		return Invisible
	case letter, mark, space, lineBreak:
	}
	return 0
}

const (
	firstRegional = 0x1F1E6
	lastRegional  = 0x1F1FF
	firstTone     = 0x1F3FB
	lastTone      = 0x1F3FF
)

func classify(c rune) class {
	if _, ok := ordinary(c); ok {
		return letter
	}
	switch {
	case c == ' ', c == '\t':
		return space
	case '\n' <= c && c <= '\r', c == 0x85, c == 0x2028, c == 0x2029:
		return lineBreak
	case unicode.Is(unicode.Bidi_Control, c):
		return direction
	case unseen(c):
		return invisible
	case firstTone <= c && c <= lastTone:
		return tone
	case firstRegional <= c && c <= lastRegional:
		return regional
	case drawn(c):
		return drawing
	case unicode.Is(unicode.M, c):
		return mark
	case unicode.Is(unicode.Zs, c):
		return space
	case unicode.IsControl(c):
		return control
	case !unicode.IsGraphic(c), c == 0xFFFC:
		return unknown
	}
	return letter
}

// unseen reports whether c takes no ink. Of the last row, the first is the blank of braille, which Unicode calls a
// symbol; the others are fillers of hieroglyphs, Khitan and music.
func unseen(c rune) bool {
	return unicode.In(c, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) ||
		c == 0x2800 || c == 0x13441 || c == 0x13442 || c == 0x16FE4 || c == 0x1D159
}

// drawn reports whether c is one of the signs by which the screen speaks, or passes for one: a title must not be
// able to draw a frame, a bar of a chart, or the sign of a state. Arrows, stars and the ASCII signs stay, because
// plain text is written with them and the screen gives them no meaning.
func drawn(c rune) bool { return picture(c) || sign(c) }

// picture reports whether c is a piece of a larger drawing.
func picture(c rune) bool {
	switch {
	case 0x2500 <= c && c <= 0x259F, // boxes and blocks
		0x2800 <= c && c <= 0x28FF,                           // braille, which the map is drawn with
		0x1FB00 <= c && c <= 0x1FBFF,                         // more blocks
		0x239B <= c && c <= 0x23BD,                           // pieces of brackets, which pass for a frame
		0x2758 <= c && c <= 0x275A, c == 0x23D0, c == 0xFFE8: // bars
		return true
	}
	return false
}

// sign reports whether c passes for the sign of a state: a circle, square, triangle or lozenge in any size and
// colour, a tick or a cross, or the signs of a warning and of a clash.
func sign(c rune) bool {
	switch {
	case 0x25A0 <= c && c <= 0x25FF, 0x23F4 <= c && c <= 0x23FA, 0x26AA <= c && c <= 0x26AC,
		0x274F <= c && c <= 0x2752, 0x2B12 <= c && c <= 0x2B2F, 0x2B55 <= c && c <= 0x2B58,
		0x1F532 <= c && c <= 0x1F53D, 0x1F780 <= c && c <= 0x1F7FF,
		0x2610 <= c && c <= 0x2612, 0x2713 <= c && c <= 0x2718, 0x274C <= c && c <= 0x274E:
		return true
	}
	return strings.ContainsRune("\u2705\u26A0\u26A1\u2756\uFFED\uFFEE", c)
}
