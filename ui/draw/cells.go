// Package draw makes text of an exact size. Text may carry colours (SGR) and links (OSC 8), which take no
// room; any other control is never passed on. Widths are cells of a terminal.
package draw

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	esc       = '\x1b'
	reset     = "\x1b[0m"
	unlink    = "\x1b]8;;\x1b\\"
	ellipsis  = "…"
	mangled   = "\uFFFD"
	blanks    = "                                                                                                                                "
	maxASCII  = 0x7e
	firstMark = 0x0600 // nothing below that has a cell of its own joins with what is beside it
)

// kind says what becomes of a piece of text.
type kind uint8

const (
	drawn  kind = iota // it is drawn as it is
	styled             // a colour or link: passed on, no cells
	gap                // a control that separates words: drawn as a space
	waste              // any other control, or what has no cell to be in: dropped
	broken             // not text: drawn as U+FFFD
)

// piece is the smallest part of a line that may not be divided.
type piece struct {
	size, cells int
	kind        kind
}

// next returns the piece that s begins with; s is not empty.
func next(s string) piece {
	c := s[0]
	switch {
	case c == esc:
		if n := sequence(s); n > 0 {
			return piece{n, 0, styled}
		}
		return piece{1, 0, waste}
	case c == '\n' || c == '\t':
		return piece{1, 1, gap}
	case c < ' ' || c == 0x7f:
		return piece{1, 0, waste}
	case c < utf8.RuneSelf:
		if followedAlone(s[1:]) {
			return piece{1, 1, drawn}
		}
		return cluster(s)
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && n == 1:
		return piece{1, 1, broken}
	case r < 0xa0:
		return piece{n, 0, waste}
	case alone(r) && followedAlone(s[n:]):
		return piece{n, 1, drawn}
	}
	return cluster(s)
}

// alone reports whether r is one cell and never part of a longer cluster unless a mark follows. It spares
// the letters of our languages and our own signs the cost of segmentation.
func alone(r rune) bool {
	return r >= ' ' && r <= maxASCII ||
		r >= 0xa1 && r <= 0x2ff && r != 0xad ||
		r >= 0x400 && r <= 0x482 || r >= 0x48a && r <= 0x52f ||
		r >= 0x2010 && r <= 0x2027 ||
		r >= 0x2500 && r <= 0x25ff && r != 0x25fd && r != 0x25fe
}

// followedAlone reports whether what follows, rest, cannot be a mark on what came before.
func followedAlone(rest string) bool {
	if rest == "" || rest[0] < utf8.RuneSelf {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return alone(r)
}

func cluster(s string) piece {
	c, cells := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if !utf8.ValidString(c) {
		c, cells = ansi.FirstGraphemeCluster(valid(c), ansi.GraphemeWidth)
	}
	switch {
	case cells == 0:
		return piece{len(c), 0, waste}
	case joins(c):
		return piece{len(c), 1, broken}
	}
	return piece{len(c), cells, drawn}
}

// valid returns what c has before the first byte that is not text.
func valid(c string) string {
	for i, r := range c {
		if r == utf8.RuneError && !strings.HasPrefix(c[i:], mangled) {
			return c[:i]
		}
	}
	return c
}

// joins reports whether c would make one cluster with padding before or after it, as some vowel signs and
// marks of Indic and Arabic letters do, and so be drawn in other cells than it was measured in.
func joins(c string) bool {
	first, _ := utf8.DecodeRuneInString(c)
	last, _ := utf8.DecodeLastRuneInString(c)
	if first < firstMark && last < firstMark {
		return false
	}
	before, _ := ansi.FirstGraphemeCluster(" "+c, ansi.GraphemeWidth)
	after, _ := ansi.FirstGraphemeCluster(c+" ", ansi.GraphemeWidth)
	return before != " " || after != c
}

// sequence returns the length of the colour or link that s begins with, 0 if it is neither.
func sequence(s string) int {
	if strings.HasPrefix(s, "\x1b[") {
		for i := 2; i < len(s); i++ {
			switch c := s[i]; {
			case c == 'm':
				return i + 1
			case (c < '0' || c > ';'):
				return 0
			}
		}
		return 0
	}
	if !strings.HasPrefix(s, "\x1b]8;") {
		return 0
	}
	fields := 1
	for i := 4; i < len(s); i++ {
		switch c := s[i]; {
		case c == ';':
			fields++
		case c == esc && fields == 2 && strings.HasPrefix(s[i:], "\x1b\\"):
			return i + 2
		case c <= ' ' || c > maxASCII:
			return 0
		}
	}
	return 0
}

// tidy returns s with every piece as it is drawn, up to one cell more than w.
func tidy(s string, w int) string {
	var b strings.Builder
	for cells := 0; s != "" && cells <= w; {
		p := next(s)
		switch p.kind {
		case drawn, styled:
			b.WriteString(s[:p.size])
		case gap:
			b.WriteByte(' ')
		case broken:
			b.WriteString(mangled)
		case waste:
		}
		cells += p.cells
		s = s[p.size:]
	}
	return b.String()
}

// ascii returns the length of the printable ASCII that s begins with.
func ascii(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > maxASCII {
			return i
		}
	}
	return len(s)
}

// Width returns how many cells s takes when drawn.
func Width(s string) int {
	cells := ascii(s)
	if cells > 0 && cells < len(s) {
		cells-- // what follows may be a mark on the last letter
	}
	for s = s[cells:]; s != ""; {
		p := next(s)
		cells += p.cells
		s = s[p.size:]
	}
	return cells
}

func pad(n int) string {
	if n <= len(blanks) {
		return blanks[:max(n, 0)]
	}
	return strings.Repeat(" ", n)
}
