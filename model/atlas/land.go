package atlas

import (
	"cmp"
	"slices"
)

// nowhere is what is no country's, or that of nobody knows which.
const nowhere = -1

// crossed is a path that a line across the map meets.
type crossed struct {
	at   float64 // dots along the line
	path *Path
}

// Land tells which country each of some points of a view lies in, by its place in Names, row by row; -1 where the lines
// do not say. The points stand at the given dots.
//
// The nearest borders to the north, south, east and west of a point all have its country on one side: where two of them
// or more agree on one country alone, it is that. Areas contain what is inside an odd number of their outlines.
func (a *Atlas) Land(v View, xs, ys []float64) [][]int {
	rows, columns := a.meets(v, xs, ys)
	out := make([][]int, len(ys))
	for y := range ys {
		out[y] = make([]int, len(xs))
		for x := range xs {
			if out[y][x] = inside(rows[y], xs[x]); out[y][x] == nowhere {
				out[y][x] = agreed(beside(rows[y], xs[x]), beside(columns[x], ys[y]))
			}
		}
	}
	return out
}

// meets finds where the rows and the columns meet paths, in order.
func (a *Atlas) meets(v View, xs, ys []float64) (rows, columns [][]crossed) {
	rows, columns = make([][]crossed, len(ys)), make([][]crossed, len(xs))
	for i := range a.Paths {
		p := &a.Paths[i]
		if len(p.Sides) == 0 && !p.Coast {
			continue
		}
		x0, y0 := v.Project(p.Points[0])
		for _, next := range p.Points[1:] {
			x1, y1 := v.Project(next)
			if !v.Seam(x0, x1) {
				meet(rows, ys, p, y0, x0, y1, x1)
				meet(columns, xs, p, x0, y0, x1, y1)
			}
			x0, y0 = x1, y1
		}
	}
	for _, line := range slices.Concat(rows, columns) {
		slices.SortFunc(line, func(a, b crossed) int { return cmp.Compare(a.at, b.at) })
	}
	return rows, columns
}

// meet takes down where a straight piece of a path meets lines across the map that stand at some dots, in order. The
// piece goes from a0 to a1 across these lines, and from b0 to b1 along them.
func meet(lines [][]crossed, at []float64, p *Path, a0, b0, a1, b1 float64) {
	first, _ := slices.BinarySearch(at, min(a0, a1))
	for n := first; n < len(at) && at[n] < max(a0, a1); n++ {
		lines[n] = append(lines[n], crossed{b0 + (b1-b0)*(at[n]-a0)/(a1-a0), p})
	}
}

// inside is the country whose area contains the point at a dot of a row.
func inside(row []crossed, at float64) int {
	in := map[int]int{} // by area, its country while inside
	for _, c := range row {
		if c.at >= at {
			break
		}
		if c.path.Area == 0 {
			continue
		}
		if _, ok := in[c.path.Area]; ok {
			delete(in, c.path.Area)
		} else {
			in[c.path.Area] = c.path.Sides[0]
		}
	}
	best := nowhere
	for _, country := range in {
		best = max(best, country)
	}
	return best
}

// beside are the nearest lines before and after a dot; nil where there is none.
func beside(line []crossed, at float64) [2]*Path {
	var near [2]*Path
	i, _ := slices.BinarySearchFunc(line, at, func(c crossed, at float64) int { return cmp.Compare(c.at, at) })
	if i > 0 {
		near[0] = line[i-1].path
	}
	if i < len(line) {
		near[1] = line[i].path
	}
	return near
}

// agreed is the one country that all borders around a point have on a side; none where there are more, or fewer than
// two borders.
func agreed(around ...[2]*Path) int {
	votes := map[int]int{}
	borders := 0
	for _, pair := range around {
		for _, p := range pair {
			if p == nil || p.Area != 0 || len(p.Sides) == 0 {
				continue
			}
			borders++
			for _, side := range p.Sides {
				votes[side]++
			}
		}
	}
	best, ties := nowhere, 0
	for side, n := range votes {
		if n == borders {
			best = side
			ties++
		}
	}
	if borders < 2 || ties != 1 {
		return nowhere
	}
	return best
}
