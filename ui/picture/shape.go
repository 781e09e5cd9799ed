package picture

import "math"

// The size of a cell in the units of a picture. Strokes of one unit around its
// middle lie on whole pixels where a unit is two of them.
const (
	cellW = 10.0
	cellH = 20.0
	midX  = cellW / 2
	midY  = cellH / 2
)

// point is a place in a cell, from its upper left corner.
type point struct{ x, y float64 }

// contour is a closed line around an area: corners, clockwise, or a circle. The
// area of a hole is not filled.
type contour struct {
	corners []point
	centre  point
	radius  float64 // of a circle; 0 where corners count
	hole    bool
}

// shape is a sign that is drawn instead of taken from a font: lines meet whatever
// the font of the reader, and no font needs to have it.
type shape []contour

func box(x0, y0, x1, y1 float64) contour {
	return contour{corners: []point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}}
}

func disc(x, y, r float64) contour { return contour{centre: point{x, y}, radius: r} }

// polygon is an area with these corners, in whichever direction.
func polygon(corners ...point) contour {
	area := 0.0
	for i, p := range corners {
		q := corners[(i+1)%len(corners)]
		area += p.x*q.y - q.x*p.y
	}
	if area < 0 {
		for i, j := 0, len(corners)-1; i < j; i, j = i+1, j-1 {
			corners[i], corners[j] = corners[j], corners[i]
		}
	}
	return contour{corners: corners}
}

// cut makes a hole of a contour.
func cut(c contour) contour {
	c.hole = !c.hole
	return c
}

// stroke is a line of a width along points, with round joints.
func stroke(width float64, points ...point) shape {
	var s shape
	for i := 1; i < len(points); i++ {
		p, q := points[i-1], points[i]
		length := math.Hypot(q.x-p.x, q.y-p.y)
		dx, dy := (q.y-p.y)/length*width/2, (p.x-q.x)/length*width/2
		s = append(s, polygon(point{p.x + dx, p.y + dy}, point{q.x + dx, q.y + dy}, point{q.x - dx, q.y - dy}, point{p.x - dx, p.y - dy}))
		if i > 1 {
			s = append(s, disc(p.x, p.y, width/2))
		}
	}
	return s
}

// shapeOf draws a sign; nil where it is for a font to do.
func shapeOf(r rune) shape {
	switch {
	case r >= 0x2500 && r < 0x2580:
		return line(r)
	case r >= 0x2580 && r < 0x25a0:
		return block(r)
	case r >= 0x2800 && r < 0x2900:
		return braille(r)
	}
	return sign(r)
}

// stretches tells whether a row of a sign is one sign that is wider.
func stretches(r rune) bool { return r == '─' || r == '━' || r >= '▀' && r <= '█' }

// braille has a dot for each bit of the pattern.
func braille(r rune) shape {
	var s shape
	for bit, at := range [8]point{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}} {
		if (r-0x2800)>>bit&1 == 1 {
			s = append(s, disc(2.5+5*at.x, 2.5+5*at.y, 1.25))
		}
	}
	return s
}

// block is a part of the cell that is filled.
func block(r rune) shape {
	const w, h = cellW, cellH
	switch n := float64(r - 0x2580); {
	case n == 0:
		return shape{box(0, 0, w, h/2)}
	case n <= 8: // eighths from below
		return shape{box(0, h-h*n/8, w, h)}
	case n < 0x10: // eighths from the left
		return shape{box(0, 0, w*(16-n)/8, h)}
	case n == 0x10:
		return shape{box(w/2, 0, w, h)}
	case n == 0x14:
		return shape{box(0, 0, w, h/8)}
	case n == 0x15:
		return shape{box(w-w/8, 0, w, h)}
	case n > 0x15:
		return quadrants(int(n) - 0x16)
	}
	return nil // shades
}

// quadrants are the quarters of the cell that the sign of a number has.
func quadrants(n int) shape {
	const upperLeft, upperRight, lowerLeft, lowerRight = 1, 2, 4, 8
	var s shape
	for i, q := range [4]contour{box(0, 0, midX, midY), box(midX, 0, cellW, midY), box(0, midY, midX, cellH), box(midX, midY, cellW, cellH)} {
		has := [10]int{
			lowerLeft, lowerRight, upperLeft, upperLeft | lowerLeft | lowerRight, upperLeft | lowerRight,
			upperLeft | upperRight | lowerLeft, upperLeft | upperRight | lowerRight, upperRight, upperRight | lowerLeft, upperRight | lowerLeft | lowerRight,
		}[n]
		if has>>i&1 == 1 {
			s = append(s, q)
		}
	}
	return s
}

// shade is how much of the cell a sign of the shades fills; 0 where it is none.
func shade(r rune) float64 {
	if r >= '░' && r <= '▓' {
		return float64(r-'░'+1) / 4
	}
	return 0
}
