package draw

import (
	"slices"
	"strings"

	"bordertop/ui/layout"
)

// Lines returns exactly h lines of exactly w cells: lines fitted, the rest blank.
func Lines(lines []string, w, h int) []string {
	if h <= 0 {
		return nil
	}
	fitted := make([]string, h)
	blank := pad(w)
	for i := range fitted {
		if i < len(lines) {
			fitted[i] = Fit(lines[i], w)
		} else {
			fitted[i] = blank
		}
	}
	return fitted
}

// Block is Lines as one string.
func Block(lines []string, w, h int) string { return strings.Join(Lines(lines, w, h), "\n") }

// Beside puts columns next to each other. It measures nothing: every column has the same number of lines,
// and the lines of one column the same width.
func Beside(columns ...[]string) []string {
	if len(columns) == 0 {
		return nil
	}
	rows := make([]string, len(columns[0]))
	var b strings.Builder
	for y := range rows {
		b.Reset()
		for _, c := range columns {
			if y < len(c) {
				b.WriteString(c[y])
			}
		}
		rows[y] = b.String()
	}
	return rows
}

// Piece is a part of a frame: a rectangle and the lines that fill it exactly.
type Piece struct {
	Rect  layout.Rect
	Lines []string
}

// Compose puts pieces in their places in a frame of exactly size. It measures nothing; where there is no
// piece the frame is blank. Pieces do not overlap.
func Compose(size layout.Size, pieces []Piece) []string {
	pieces = slices.Clone(pieces)
	slices.SortStableFunc(pieces, func(a, b Piece) int { return a.Rect.X - b.Rect.X })
	frame := make([]string, max(size.H, 0))
	var b strings.Builder
	for y := range frame {
		b.Reset()
		x := 0
		for _, p := range pieces {
			row := y - p.Rect.Y
			if row < 0 || row >= p.Rect.H || row >= len(p.Lines) || p.Rect.W <= 0 {
				continue
			}
			b.WriteString(pad(p.Rect.X - x))
			b.WriteString(p.Lines[row])
			x = p.Rect.X + p.Rect.W
		}
		b.WriteString(pad(size.W - x))
		frame[y] = b.String()
	}
	return frame
}

// Wrap breaks text without colours into lines of at most w cells: between words, or within a word that is
// longer than a line. Line feeds are kept, runs of spaces are not. A link that is broken goes on in the next
// line. Empty text has no lines.
func Wrap(s string, w int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	var lines []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines = wrapParagraph(lines, paragraph, w)
	}
	if strings.Contains(s, "\x1b]8;") {
		return relink(lines)
	}
	return lines
}

func wrapParagraph(lines []string, paragraph string, w int) []string {
	line, cells := "", 0
	for word := range strings.FieldsFuncSeq(paragraph, func(r rune) bool { return r == ' ' || r == '\t' || r == '\r' }) {
		width := Width(word)
		spaced := width + 1
		if !followedAlone(word) {
			spaced = Width(" " + word) // it may begin with a mark, which goes on the space
		}
		switch {
		case line != "" && cells+spaced <= w:
			line, cells = line+" "+word, cells+spaced
			continue
		case line != "":
			lines = append(lines, line)
		}
		for width > w {
			head, rest, cells := split(word, w)
			// To measure the rest again each time would take hours for a hostile word.
			lines, word, width = append(lines, head), rest, width-cells
		}
		line, cells = word, width
	}
	return append(lines, line)
}

// split divides a word after as many cells as fit in w, and tells how many cells of the word it took. A
// sign that is wider than the whole line becomes an ellipsis, so that the reader knows of it.
func split(word string, w int) (head, rest string, cells int) {
	i := 0
	for i < len(word) {
		p := next(word[i:])
		if cells+p.cells > w {
			break
		}
		i, cells = i+p.size, cells+p.cells
	}
	if cells == 0 {
		p := next(word[i:])
		return word[:i] + ellipsis, word[i+p.size:], p.cells
	}
	return word[:i], word[i:], cells
}
