package picture

import "slices"

// sign draws the signs of the board that common fonts have not, or have in other
// sizes; nil for others.
func sign(r rune) shape {
	const thin = 1.1
	switch r {
	case '■':
		return shape{box(1, midY-4, 9, midY+4)}
	case '□':
		return hollow(1, midY-4, 9, midY+4)
	case '▪':
		return shape{box(2.5, midY-2.5, 7.5, midY+2.5)}
	case '▫':
		return hollow(2.5, midY-2.5, 7.5, midY+2.5)
	case '◧':
		return append(hollow(1, midY-4, 9, midY+4), box(1, midY-4, midX, midY+4))
	case '◨':
		return append(hollow(1, midY-4, 9, midY+4), box(midX, midY-4, 9, midY+4))
	case '●':
		return shape{disc(midX, midY, 4)}
	case '○':
		return ring(4)
	case '◉':
		return append(ring(4.3), disc(midX, midY, 2.2))
	case '⊘':
		return append(ring(4.3), stroke(thin, point{2.6, midY + 2.8}, point{7.4, midY - 2.8})...)
	case '◆':
		return shape{diamond(4.8)}
	case '◇':
		return shape{diamond(4.8), cut(diamond(3.2))}
	case '✓':
		return stroke(1.4, point{1.5, 10.5}, point{4, 14}, point{8.5, 5.5})
	case '✗':
		return slices.Concat(stroke(1.4, point{1.8, 6}, point{8.2, 14}), stroke(1.4, point{8.2, 6}, point{1.8, 14}))
	case '↯':
		return append(stroke(thin, point{6.5, 3.5}, point{2.5, 10}, point{7, 9.5}, point{4, 15}), triangle(2.2, 12.8, 6.4, 14.4, 3.2, 17.5))
	case '⇄':
		return slices.Concat(arrow(1, 9, 7), arrow(9, 1, 13))
	}
	return pointed(r)
}

// pointed draws stars and triangles; nil for other signs.
func pointed(r rune) shape {
	up, down := triangle(midX, 5, 9.5, 14, 0.5, 14), triangle(0.5, 6, 9.5, 6, midX, 15)
	switch r {
	case '✶':
		return slices.Concat(stroke(1.5, point{midX, 5}, point{midX, 15}), stroke(1.5, point{1, 7.5}, point{9, 12.5}), stroke(1.5, point{9, 7.5}, point{1, 12.5}))
	case '✧':
		return shape{spark(4.8), cut(spark(3))}
	case '▲', '▴':
		return shape{up}
	case '▵', '△':
		return shape{up, cut(triangle(midX, 7.6, 7.6, 12.8, 2.4, 12.8))}
	case '▼', '▾':
		return shape{down}
	case '▿', '▽':
		return shape{down, cut(triangle(2.4, 7.2, 7.6, 7.2, midX, 12.4))}
	case '▸', '▶':
		return shape{triangle(1.5, 5.5, 9, midY, 1.5, 14.5)}
	case '◂', '◀':
		return shape{triangle(8.5, 5.5, 8.5, 14.5, 1, midY)}
	}
	return nil
}

func triangle(x0, y0, x1, y1, x2, y2 float64) contour {
	return polygon(point{x0, y0}, point{x1, y1}, point{x2, y2})
}

// hollow is a square that is not filled.
func hollow(x0, y0, x1, y1 float64) shape {
	return shape{box(x0, y0, x1, y1), cut(box(x0+1, y0+1, x1-1, y1-1))}
}

func ring(r float64) shape { return shape{disc(midX, midY, r), cut(disc(midX, midY, r-1.1))} }

func diamond(r float64) contour {
	return polygon(point{midX, midY - r}, point{midX + r, midY}, point{midX, midY + r}, point{midX - r, midY})
}

// spark is a star of four points.
func spark(r float64) contour {
	n := r / 3
	return polygon(
		point{midX, midY - r}, point{midX + n, midY - n}, point{midX + r, midY}, point{midX + n, midY + n},
		point{midX, midY + r}, point{midX - n, midY + n}, point{midX - r, midY}, point{midX - n, midY - n},
	)
}

// arrow goes from one side to the other at a height.
func arrow(from, to, y float64) shape {
	way := 1.0
	if to < from {
		way = -1
	}
	return append(stroke(1.1, point{from, y}, point{to - 2*way, y}), triangle(to, y, to-3.2*way, y-2.4, to-3.2*way, y+2.4))
}
