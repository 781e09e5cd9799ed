package picture

import "image/color"

// margin is around the cells, in units.
const margin = 12.0

// size is that of the whole picture, in units.
func (g grid) size() (w, h float64) {
	return 2*margin + float64(g.width)*cellW, 2*margin + float64(len(g.rows))*cellH
}

// corner is where a cell begins.
func (g grid) corner(x, y int) point {
	return point{margin + float64(x)*cellW, margin + float64(y)*cellH}
}

// area is a shape at its place, in a colour.
type area struct {
	ink color.RGBA
	shape
}

// papers lists the grounds of cells that have their own.
func (g grid) papers() []area {
	var out []area
	for y, row := range g.rows {
		for x := 0; x < len(row); {
			n := same(row[x:], func(c cell) bool { return c.paper == row[x].paper })
			if row[x].paper != g.paper {
				out = append(out, area{row[x].paper, shape{box(0, 0, float64(n)*cellW, cellH)}.moved(g.corner(x, y))})
			}
			x += n
		}
	}
	return out
}

// areas lists what is painted on them: shapes, and the lines through text.
func (g grid) areas() []area {
	var out []area
	for y, row := range g.rows {
		for x := 0; x < len(row); {
			n := 1
			if stretches(row[x].sign()) {
				n = same(row[x:], func(c cell) bool { return c == row[x] })
			}
			if a := row[x].area(n); a.shape != nil {
				out = append(out, area{a.ink, a.moved(g.corner(x, y))})
			}
			x += n
		}
	}
	return out
}

// area is what of a cell, or of some that are the same, is not for a font.
func (c cell) area(cells int) area {
	a := area{c.ink, shapeOf(c.sign()).stretched(cells)}
	wide := float64(cells) * cellW
	if part := shade(c.sign()); part > 0 {
		a = area{mix(c.paper, c.ink, part), shape{box(0, 0, wide, cellH)}}
	}
	if c.underline {
		a.shape = append(a.shape, box(0, 17, wide, 18))
	}
	if c.struck {
		a.shape = append(a.shape, box(0, 10, wide, 11))
	}
	return a
}

// stretched is a shape that goes on through more cells.
func (s shape) stretched(cells int) shape {
	if cells == 1 {
		return s
	}
	return s.mapped(func(p point) point {
		if p.x >= cellW {
			p.x += float64(cells-1) * cellW
		}
		return p
	})
}

// moved is a shape at its place in the picture.
func (s shape) moved(to point) shape {
	return s.mapped(func(p point) point { return point{p.x + to.x, p.y + to.y} })
}

func (s shape) mapped(to func(point) point) shape {
	out := make(shape, len(s))
	for i, c := range s {
		out[i] = c
		out[i].centre = to(c.centre)
		out[i].corners = make([]point, len(c.corners))
		for j, p := range c.corners {
			out[i].corners[j] = to(p)
		}
	}
	return out
}

// same counts the cells at the front of a row for which something holds.
func same(row []cell, holds func(cell) bool) int {
	n := 1
	for n < len(row) && holds(row[n]) {
		n++
	}
	return n
}

// run is text of one look.
type run struct {
	x, y  int
	cells int
	text  string
	wide  bool // it is one sign of more than a cell
	look
}

// runs lists the text that is for a font, line by line. A run does not go over two
// spaces or a shape, so that a font of another width cannot carry it far.
func (g grid) runs() []run {
	var out []run
	for y, row := range g.rows {
		for x := 0; x < len(row); {
			if !lettered(row[x]) {
				x++
				continue
			}
			r := run{x: x, y: y, wide: row[x].width > 1, look: row[x].look}
			for x < len(row) && r.takes(row[x:]) {
				r.text += row[x].text
				r.cells += max(row[x].width, 1)
				x = r.x + r.cells
			}
			out = append(out, r)
		}
	}
	return out
}

// lettered tells whether a cell is for a font to draw.
func lettered(c cell) bool { return !c.blank() && shapeOf(c.sign()) == nil && shade(c.sign()) == 0 }

// takes tells whether the run goes on with what a row begins with: what looks the
// same, a space with more behind it, and a wide sign by itself.
func (r run) takes(row []cell) bool {
	switch c := row[0]; {
	case r.text == "":
		return true
	case c.look != r.look || c.width > 1 || r.wide:
		return false
	case c.blank():
		return len(row) > 1 && lettered(row[1]) && row[1].look == r.look && row[1].width == 1
	default:
		return lettered(c)
	}
}
