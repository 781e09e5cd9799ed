package screen

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// cell is one column of a line. The column after a wide character has no text
// and no width.
type cell struct {
	text  string // one grapheme cluster
	link  string // "id=...;url" of OSC 8, or empty
	style style
	width uint8
}

// replacement stands for what terminals could not agree on.
const replacement = "\uFFFD"

// maxLink is the longest OSC 8 parameter that is passed on.
const maxLink = 2500

// scanner reads a line into cells.
type scanner struct {
	cells []cell
	width int
	style style
	link  string
}

// scan returns the cells of a line, width of them, in dst's memory. A line
// stands alone: style and link start afresh on each. Whatever is no text, no
// SGR and no link of ours is left out, and what is too long is cut.
func scan(dst []cell, line string, width int) []cell {
	s := scanner{cells: dst[:0], width: width}
	for i := 0; i < len(line) && len(s.cells) < width; {
		i += s.next(line[i:])
	}
	for len(s.cells) < width {
		s.cells = append(s.cells, cell{text: " ", width: 1})
	}
	return s.cells
}

// next reads what stands at the front of rest and returns its length.
func (s *scanner) next(rest string) int {
	b := rest[0]
	switch {
	case b == 0x1b:
		return s.sequence(rest)
	case b == '\t':
		s.put(" ", 1)
		return 1
	case b < ' ' || b == 0x7f:
		return 1
	case b < 0x7f && (len(rest) == 1 || rest[1] < utf8.RuneSelf):
		s.put(rest[:1], 1)
		return 1
	}
	if n := letter(rest); n > 0 {
		s.put(rest[:n], 1)
		return n
	}
	return s.cluster(rest)
}

// letter returns the length of a letter or a line-drawing character at the
// front of s that surely is a cluster of one cell, or 0. It spares Cyrillic and
// borders the segmenter.
func letter(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if !alone(r) {
		return 0
	}
	if n < len(s) && s[n] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(s[n:]); !alone(r) {
			return 0
		}
	}
	return n
}

// alone reports whether r is one cell wide and never joins its neighbours.
func alone(r rune) bool {
	switch {
	case r < 0x400:
		return r >= 0xC0 && r < 0x300
	case r < 0x530:
		return r < 0x483 || r > 0x489
	}
	return r >= 0x2500 && r < 0x25A0
}

// cluster reads one grapheme cluster. One whose width is in dispute is replaced,
// and keeps the room that the layout gave it.
func (s *scanner) cluster(rest string) int {
	text, width := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
	switch {
	case !agreed(text, width):
		s.put(replacement, 1)
		for range width - 1 {
			s.put(" ", 1)
		}
	case width > 0:
		s.put(text, width)
	}
	return max(len(text), 1)
}

// agreed reports whether all terminals move on by width cells after text.
// Those that do not know clusters add up the widths of the runes.
func agreed(text string, width int) bool {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 && r < 0xA0 }) {
		return false
	}
	return ansi.StringWidthWc(text) == width
}

// put adds a cluster, or a blank where only half of it would fit.
func (s *scanner) put(text string, width int) {
	room := s.width - len(s.cells)
	if room <= 0 {
		return
	}
	if width > room {
		text, width = " ", 1
	}
	s.cells = append(s.cells, cell{text, s.link, s.style, uint8(width)})
	for range width - 1 {
		s.cells = append(s.cells, cell{link: s.link, style: s.style})
	}
}

// sequence reads an escape sequence: SGR and OSC 8 count, others are left out.
func (s *scanner) sequence(rest string) int {
	seq, _, n, state := ansi.DecodeSequence(rest, ansi.NormalState, nil)
	if state != ansi.NormalState {
		return max(n, 1) // it does not end in this line
	}
	if body, ok := strings.CutPrefix(seq, "\x1b["); ok && strings.HasSuffix(body, "m") {
		if body = body[:len(body)-1]; strings.Trim(body, "0123456789;:") == "" {
			s.style.apply(body)
		}
	}
	if body, ok := strings.CutPrefix(seq, "\x1b]8;"); ok {
		s.link = link(body)
	}
	return max(n, 1)
}

// link returns the "id=...;url" of an OSC 8 that opens a link, or "" for one that
// closes it and for one that draw.Link would not have made.
func link(body string) string {
	body, ended := strings.CutSuffix(body, "\x1b\\")
	id, url, _ := strings.Cut(body, ";")
	hex, named := strings.CutPrefix(id, "id=")
	web := strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
	unfit := func(r rune) bool { return r <= ' ' || r > '~' || r == ';' }
	if !ended || !named || hex == "" || strings.Trim(hex, "0123456789abcdef") != "" ||
		!web || len(body) > maxLink || strings.ContainsFunc(url, unfit) {
		return ""
	}
	return body
}
