package picture

import (
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

const (
	// scale is how many pixels a unit has, so that letters are sharp on any screen.
	scale = 2
	// advance is the width of a letter of Go Mono, in its heights.
	advance = 0.6
)

// writePNG paints areas as they are and text in Go Mono.
func writePNG(w io.Writer, g grid) error {
	width, height := g.size()
	img := image.NewRGBA(image.Rect(0, 0, int(width*scale), int(height*scale)))
	draw.Draw(img, img.Bounds(), image.NewUniform(g.paper), image.Point{}, draw.Src)
	p := painter{img: img}
	for _, a := range append(g.papers(), g.areas()...) {
		p.fill(a)
	}
	plain, err := load(gomono.TTF)
	if err != nil {
		return err
	}
	bold, err := load(gomonobold.TTF)
	if err != nil {
		return err
	}
	for y, row := range g.rows {
		for x, c := range row {
			switch {
			case !lettered(c):
			case c.bold:
				p.letter(bold, c, g.corner(x, y))
			default:
				p.letter(plain, c, g.corner(x, y))
			}
		}
	}
	return png.Encode(w, img)
}

// typeface is a font at the size of the cells. Go Mono is that of the Go project
// (Bigelow & Holmes, under the BSD licence of Go). It has the letters of Latin,
// Greek and Cyrillic, and comes as a module: there is nothing to ship.
type typeface struct {
	font *opentype.Font
	face font.Face
}

func load(ttf []byte) (typeface, error) {
	f, err := opentype.Parse(ttf)
	if err != nil {
		return typeface{}, fmt.Errorf("read the font: %w", err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: cellW * scale / advance, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return typeface{}, fmt.Errorf("size the font: %w", err)
	}
	return typeface{f, face}, nil
}

// has tells whether the font has a sign.
func (t typeface) has(r rune) bool {
	i, err := t.font.GlyphIndex(nil, r)
	return err == nil && i != 0
}

// painter paints on an image.
type painter struct {
	img    *image.RGBA
	raster vector.Rasterizer
}

// letter writes the sign of a cell. One that the font has not is an empty frame.
func (p *painter) letter(t typeface, c cell, at point) {
	d := font.Drawer{Dst: p.img, Src: image.NewUniform(c.ink), Face: t.face}
	for _, r := range c.text {
		switch {
		case t.has(r):
			d.Dot = fixed.P(int(at.x*scale), int((at.y+baseline)*scale))
			d.DrawString(string(r))
		case !unicode.Is(unicode.M, r):
			p.fill(area{c.ink, hollow(1, 4, float64(c.width)*cellW-1, 16).moved(at)})
			return
		}
	}
}

// fill paints an area, in the rectangle that it takes.
func (p *painter) fill(a area) {
	var outlines [][]point
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, c := range a.shape {
		outlines = append(outlines, c.outline())
		for _, q := range outlines[len(outlines)-1] {
			low, high = point{min(low.x, q.x), min(low.y, q.y)}, point{max(high.x, q.x), max(high.y, q.y)}
		}
	}
	r := image.Rect(int(low.x), int(low.y), int(math.Ceil(high.x)), int(math.Ceil(high.y)))
	p.raster.Reset(r.Dx(), r.Dy())
	for _, outline := range outlines {
		for i, q := range outline {
			x, y := float32(q.x-float64(r.Min.X)), float32(q.y-float64(r.Min.Y))
			if i == 0 {
				p.raster.MoveTo(x, y)
			} else {
				p.raster.LineTo(x, y)
			}
		}
		p.raster.ClosePath()
	}
	p.raster.Draw(p.img, r, image.NewUniform(a.ink), image.Point{})
}

// outline is a contour in pixels, the other way around where it is a hole.
func (c contour) outline() []point {
	corners := c.corners
	if c.radius > 0 {
		const steps = 24
		corners = make([]point, steps)
		for i := range steps {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / steps)
			corners[i] = point{c.centre.x + c.radius*cos, c.centre.y + c.radius*sin}
		}
	}
	out := make([]point, len(corners))
	for i, p := range corners {
		if c.hole {
			i = len(corners) - 1 - i
		}
		out[i] = point{p.x * scale, p.y * scale}
	}
	return out
}
