package picture

import (
	"math"
	"slices"
)

// The widths of light and heavy lines.
const (
	light = 1.0
	heavy = 2.0
)

// weights tells of each sign from U+2500 on how heavy its lines are that go up,
// right, down and left: 0 has none, 1 is light, 2 heavy. Those of which all are 0
// are drawn in another way, or are for the font.
const weights = "0101020210102020000000000000000000000000000000000110021001200220" +
	"0011001200210022110012002100220010011002200120021110121021101120" +
	"2120221012202220101110122011102120212012102220220111011202110212" +
	"0121012202210222110111021201120221012102220122021111111212111212" +
	"2111112121212112221111221221221212222122222122220000000000000000" +
	"0000000000000000000000000000000000000000000000000000000000000000" +
	"0000000000000000000000000000000000000000000000000000000000000000" +
	"0000000000000000000110000100001000022000020000200201102001022010"

// line draws the lines and corners of frames and of bars.
func line(r rune) shape {
	switch r {
	case '╭':
		return corner(1, 1)
	case '╮':
		return corner(-1, 1)
	case '╯':
		return corner(-1, -1)
	case '╰':
		return corner(1, -1)
	case '═':
		return shape{box(0, midY-2, cellW, midY-1), box(0, midY+1, cellW, midY+2)}
	case '║':
		return shape{box(midX-2, 0, midX-1, cellH), box(midX+1, 0, midX+2, cellH)}
	case '╱':
		return stroke(light, point{0, cellH}, point{cellW, 0})
	case '╲':
		return stroke(light, point{0, 0}, point{cellW, cellH})
	case '╳':
		return slices.Concat(stroke(light, point{0, cellH}, point{cellW, 0}), stroke(light, point{0, 0}, point{cellW, cellH}))
	}
	if s := dashed(r); s != nil {
		return s
	}
	at := 4 * int(r-0x2500)
	return arms(weights[at : at+4])
}

// arms draws lines from the middle of the cell to its edges.
func arms(w string) shape {
	width := func(i int) float64 { return [3]float64{0, light, heavy}[w[i]-'0'] }
	up, right, down, left := width(0), width(1), width(2), width(3)
	// A line ends where those across it do; one that meets none ends in the middle.
	down0, across := max(left, right)/2, max(up, down)/2
	var s shape
	if up > 0 && up == down {
		s, up, down = append(s, box(midX-up/2, 0, midX+up/2, cellH)), 0, 0
	}
	if left > 0 && left == right {
		s, left, right = append(s, box(0, midY-left/2, cellW, midY+left/2)), 0, 0
	}
	if up > 0 {
		s = append(s, box(midX-up/2, 0, midX+up/2, midY+down0))
	}
	if right > 0 {
		s = append(s, box(midX-across, midY-right/2, cellW, midY+right/2))
	}
	if down > 0 {
		s = append(s, box(midX-down/2, midY-down0, midX+down/2, cellH))
	}
	if left > 0 {
		s = append(s, box(0, midY-left/2, midX+across, midY+left/2))
	}
	return s
}

// dashed draws a line of two, three or four dashes; nil for other signs.
func dashed(r rune) shape {
	const horizontal, vertical = "╌╍┄┅┈┉", "╎╏┆┇┊┋"
	for way, signs := range []string{horizontal, vertical} {
		i := slices.Index([]rune(signs), r)
		if i < 0 {
			continue
		}
		n, width := i/2+2, light+float64(i%2)*(heavy-light)
		var s shape
		for k := range n {
			from, to := (float64(k)+0.2)/float64(n), (float64(k)+0.8)/float64(n)
			if way == 0 {
				s = append(s, box(cellW*from, midY-width/2, cellW*to, midY+width/2))
			} else {
				s = append(s, box(midX-width/2, cellH*from, midX+width/2, cellH*to))
			}
		}
		return s
	}
	return nil
}

// corner is a rounded corner of a frame whose lines go right or left, and down or
// up: 1 or -1.
func corner(x, y float64) shape {
	const turn, steps = midX, 6 // the radius to the middle of the line
	var outer, inner []point
	for i := range steps + 1 {
		sin, cos := math.Sincos(math.Pi / 2 * float64(i) / steps)
		at := func(r float64) point { return point{midX + x*(turn-r*cos), midY + y*(turn-r*sin)} }
		outer, inner = append(outer, at(turn+light/2)), append(inner, at(turn-light/2))
	}
	slices.Reverse(inner)
	s := shape{polygon(append(outer, inner...)...)}
	if y > 0 {
		return append(s, box(midX-light/2, midY+turn, midX+light/2, cellH))
	}
	return append(s, box(midX-light/2, 0, midX+light/2, midY-turn))
}
