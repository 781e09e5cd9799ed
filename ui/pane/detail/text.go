package detail

import (
	"strings"

	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

// piece is a part of a line: text in a style, which may be part of a link.
type piece struct {
	text  string
	style theme.Style
	link  int // its place among the links of the page, from 1; 0 is none
}

// line is a line of the page, without its margin.
type line []piece

// tied holds the words of a text together, so that no line ends within it.
func tied(text string) string { return strings.ReplaceAll(text, " ", tie) }

// tie is a space at which no line is broken. It is drawn as any other.
const tie = "\u00a0"

// flow breaks pieces into lines of at most w cells, between words as draw.Wrap
// does.
func flow(w int, pieces ...piece) []line {
	if len(pieces) == 1 {
		return wrap(w, pieces[0])
	}
	if w <= 0 {
		return nil
	}
	var lines []line
	used := 0
	for _, word := range words(pieces) {
		cells := width(word)
		switch n := len(lines); {
		case n > 0 && used+1+cells <= w:
			lines[n-1] = lines[n-1].space(word[0]).join(word...)
			used += 1 + cells
		case cells > w:
			// A word that is longer than a line belongs to what it begins with.
			lines = append(lines, wrap(w, piece{plain(word), word[0].style, word[0].link})...)
			used = width(lines[len(lines)-1])
		default:
			lines, used = append(lines, word), cells
		}
	}
	return lines
}

func wrap(w int, one piece) []line {
	var lines []line
	for _, text := range draw.Wrap(one.text, w) {
		lines = append(lines, line{{text, one.style, one.link}})
	}
	return lines
}

// join appends pieces.
func (l line) join(pieces ...piece) line {
	for _, one := range pieces {
		if n := len(l); n > 0 && l[n-1].link == one.link && l[n-1].style == one.style {
			l[n-1].text += one.text
		} else {
			l = append(l, one)
		}
	}
	return l
}

// space appends a space before a piece. Within a link it is part of it; between
// two it is of neither.
func (l line) space(before piece) line {
	if last := l[len(l)-1]; last.link == before.link && last.style == before.style {
		return l.join(piece{" ", last.style, last.link})
	}
	return append(l, piece{text: " "})
}

// words cuts pieces at their spaces. A word may be of several pieces, as one
// with the comma after it.
func words(pieces []piece) []line {
	var out []line
	joined := false
	for _, one := range pieces {
		if one.text == "" {
			continue
		}
		joined = joined && !strings.ContainsAny(one.text[:1], spaces)
		for word := range strings.FieldsFuncSeq(one.text, func(r rune) bool { return strings.ContainsRune(spaces, r) }) {
			part := piece{word, one.style, one.link}
			if joined {
				out[len(out)-1] = append(out[len(out)-1], part)
			} else {
				out = append(out, line{part})
			}
			joined = false
		}
		joined = !strings.ContainsAny(one.text[len(one.text)-1:], spaces)
	}
	return out
}

const spaces = " \t\r\n"

// plain is the text of pieces.
func plain(pieces []piece) string {
	var b strings.Builder
	for _, one := range pieces {
		b.WriteString(one.text)
	}
	return b.String()
}

func width(l line) int {
	w := 0
	for _, one := range l {
		w += draw.Width(one.text)
	}
	return w
}
