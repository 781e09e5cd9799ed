package chart

import (
	"slices"

	"bordertop/model"
	"bordertop/model/atlas"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// ground is the map under the crossings: it is the same until the view changes.
type ground struct {
	sight  sight
	canvas *draw.Canvas
	names  []country
	// land tells by its rows of samples which of the names each has; -1 is none.
	land [][]int
}

// sight is what the ground depends on.
type sight struct {
	view    atlas.View
	atlas   *atlas.Atlas
	version int
}

// country is one with a name on the map.
type country struct {
	name  string
	count int // of samples
	x, y  int // their middle, in cells
}

// The pens of the ground.
const (
	plain = iota
	strong
)

// The grid of samples that tells which country lies where, in cells.
const acrossSample, downSample = 3, 2

// chart gives the map: the desk's own, or the one that comes with the program.
func (p *Pane) chart(s pane.Scene) *atlas.Atlas {
	if s.Atlas != nil {
		return s.Atlas
	}
	if p.embedded == nil {
		// It is ours, and a test holds that it has no fault; an empty one is a map still.
		if p.embedded, _ = atlas.Embedded(); p.embedded == nil {
			p.embedded = new(atlas.Atlas)
		}
	}
	return p.embedded
}

// draw gives the ground of a view, as kept or anew.
func (p *Pane) draw(s pane.Scene, c *scape, v atlas.View, size layout.Size) *ground {
	now := sight{v, p.chart(s), s.Version}
	if p.ground != nil && p.ground.sight == now {
		return p.ground
	}
	if g := p.ground; g != nil && g.sight.view == v && g.sight.atlas == now.atlas {
		// The board moved on, and the borders stay.
		g.sight = now
		g.nameAll(s)
		return g
	}
	g := &ground{sight: now, canvas: draw.NewCanvas(size.W, size.H)}
	g.lines(s, c)
	g.sample(size)
	g.nameAll(s)
	p.ground = g
	return g
}

// lines draws borders and coasts. Points that fall on the dot of the one before
// are passed over.
func (g *ground) lines(s pane.Scene, c *scape) {
	v, a := g.sight.view, g.sight.atlas
	for i := range a.Paths {
		path := &a.Paths[i]
		g.canvas.Pen(plain)
		if own(s, a, path, c.border) {
			g.canvas.Pen(strong)
		}
		x0, y0 := v.Project(path.Points[0])
		for n, next := range path.Points[1:] {
			x1, y1 := v.Project(next)
			if same(x0, x1) && same(y0, y1) && n < len(path.Points)-2 {
				continue
			}
			if !v.Seam(x0, x1) {
				g.canvas.Line(x0, y0, x1, y1)
			}
			x0, y0 = x1, y1
		}
	}
}

func same(a, b float64) bool { return a-b < 0.5 && b-a < 0.5 }

// own tells whether a path is the border that the crossings are on.
func own(s pane.Scene, a *atlas.Atlas, p *atlas.Path, border []model.Country) bool {
	if len(p.Sides) != 2 || len(border) != 2 {
		return false
	}
	for _, side := range p.Sides {
		if !slices.ContainsFunc(border, func(c model.Country) bool { return s.Words.Names(c, a.Names[side].String()) }) {
			return false
		}
	}
	return true
}

// sample asks of every few cells which country they are in.
func (g *ground) sample(size layout.Size) {
	var xs, ys []float64
	for x := 0; x < size.W; x += acrossSample {
		xs = append(xs, float64(2*x)+0.5)
	}
	for y := 0; y < size.H; y += downSample {
		ys = append(ys, float64(4*y)+1.5)
	}
	g.land = g.sight.atlas.Land(g.sight.view, xs, ys)
}

// nameAll names the countries in the words of the scene.
func (g *ground) nameAll(s pane.Scene) {
	a := g.sight.atlas
	g.names = make([]country, len(a.Names))
	for i, n := range a.Names {
		g.names[i].name = s.Words.Country(model.Country(n.String()))
	}
	for y, row := range g.land {
		for x, n := range row {
			if n >= 0 {
				c := &g.names[n]
				c.count++
				c.x += x * acrossSample
				c.y += y * downSample
			}
		}
	}
	for i := range g.names {
		if c := &g.names[i]; c.count > 0 {
			c.x /= c.count
			c.y /= c.count
		}
	}
}

// of tells which country a cell is in, as far as the samples say.
func (g *ground) of(x, y int) int {
	y, x = y/downSample, x/acrossSample
	if y < 0 || y >= len(g.land) || x < 0 || x >= len(g.land[y]) {
		return -1
	}
	return g.land[y][x]
}
