package picture

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// grid is a frame as cells.
type grid struct {
	rows       [][]cell
	width      int // of the widest row, in cells
	ink, paper color.RGBA
}

// cell is a sign and how it looks. A wide one is followed by one without text.
type cell struct {
	text  string
	width int
	look
}

// look is how a cell is drawn.
type look struct {
	ink, paper              color.RGBA
	bold, underline, struck bool
}

// blank tells whether a cell shows nothing but its paper.
func (c cell) blank() bool { return c.text == "" || c.text == " " }

// sign is the only character of a cell; 0 where there are more.
func (c cell) sign() rune {
	if r, n := utf8.DecodeRuneInString(c.text); n == len(c.text) {
		return r
	}
	return 0
}

// read reads a frame. What is no text does not get into a picture.
func read(f Frame) grid {
	g := grid{ink: rgb(f.Ground.Ink()), paper: rgb(f.Ground.Paper())}
	text := uv.NewStyledString(f.Text)
	screen := uv.NewScreenBuffer(text.UnicodeWidth(), text.Height())
	screen.Method = ansi.GraphemeWidth
	text.Draw(screen, screen.Bounds())
	g.width = screen.Width()
	for y := range screen.Height() {
		row := make([]cell, g.width)
		for x := range row {
			row[x] = g.cell(screen.CellAt(x, y))
		}
		g.rows = append(g.rows, row)
	}
	return g
}

func (g grid) cell(c *uv.Cell) cell {
	if c == nil {
		c = &uv.EmptyCell
	}
	out := cell{text: strings.Map(printed, c.Content), width: c.Width, look: look{
		ink: g.ink, paper: g.paper,
		bold: c.Style.Attrs&uv.AttrBold != 0, struck: c.Style.Attrs&uv.AttrStrikethrough != 0, underline: c.Style.Underline != uv.UnderlineNone,
	}}
	if c.Style.Fg != nil {
		out.ink = opaque(c.Style.Fg)
	}
	if c.Style.Bg != nil {
		out.paper = opaque(c.Style.Bg)
	}
	if c.Style.Attrs&uv.AttrReverse != 0 {
		out.ink, out.paper = out.paper, out.ink
	}
	if c.Style.Attrs&uv.AttrFaint != 0 {
		out.ink = mix(out.ink, out.paper, 0.5)
	}
	return out
}

// printed is a character that prints, in the place of one that does not.
func printed(r rune) rune {
	if !unicode.IsPrint(r) {
		return utf8.RuneError
	}
	return r
}

// opaque is a colour of a terminal as one of a picture.
func opaque(c color.Color) color.RGBA {
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff} //nolint:gosec // 16 bits of which the upper 8 are taken
}

// mix is a colour with so much, 0 to 1, of another.
func mix(a, b color.RGBA, share float64) color.RGBA {
	part := func(x, y uint8) uint8 { return uint8(float64(x)*(1-share) + float64(y)*share) }
	return color.RGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), 0xff}
}

// rgb reads "#rrggbb", as themes write colours.
func rgb(hex string) color.RGBA {
	var c [3]uint8
	for i := range c {
		c[i] = digit(hex[1+2*i])<<4 | digit(hex[2+2*i])
	}
	return color.RGBA{c[0], c[1], c[2], 0xff}
}

func digit(c byte) uint8 {
	if c >= 'a' {
		return c - 'a' + 10
	}
	return c - '0'
}
