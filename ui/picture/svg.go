package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"strconv"
	"strings"
)

// fonts are those of common systems that are as wide as a cell, nearly: each run
// says how wide it is.
const fonts = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', 'Go Mono', monospace"

// baseline is from the top of a cell to where letters stand.
const baseline = 15.0

// writeSVG writes text as text, and everything else as areas by their colour.
func writeSVG(w io.Writer, f Frame) error {
	var b bytes.Buffer
	g := read(f)
	width, height := g.size()
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="%[1]g" height="%[2]g" viewBox="0 0 %[1]g %[2]g" role="img" aria-label="%[3]s" xml:lang="%[4]s">
<title>%[3]s</title>
<rect width="100%%" height="100%%" fill="%[5]s"/>
`, width, height, escaped(f.Caption), escaped(string(f.Lang)), hex(g.paper))
	writePaths(&b, g.papers())
	writePaths(&b, g.areas())
	fmt.Fprintf(&b, "<g font-family=\"%s\" font-size=\"16.5\" fill=\"%s\">\n", escaped(fonts), hex(g.ink))
	for _, r := range g.runs() {
		writeRun(&b, r, g)
	}
	b.WriteString("</g>\n</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}

// writePaths writes a path for each colour, the first used first.
func writePaths(b *bytes.Buffer, areas []area) {
	paths := map[color.RGBA]*strings.Builder{}
	var order []color.RGBA
	for _, a := range areas {
		if paths[a.ink] == nil {
			paths[a.ink] = new(strings.Builder)
			order = append(order, a.ink)
		}
		for _, c := range a.shape {
			c.path(paths[a.ink])
		}
	}
	for _, ink := range order {
		fmt.Fprintf(b, "<path fill=\"%s\" d=\"%s\"/>\n", hex(ink), paths[ink])
	}
}

// path writes a contour as data of a path. A hole goes the other way around than
// what it is in.
func (c contour) path(b *strings.Builder) {
	if c.radius > 0 {
		r, sweep := number(c.radius), "1"
		if c.hole {
			sweep = "0"
		}
		fmt.Fprintf(b, "M%s %sa%s %s 0 1 %s %s 0a%s %s 0 1 %s -%s 0z",
			number(c.centre.x-c.radius), number(c.centre.y), r, r, sweep, number(2*c.radius), r, r, sweep, number(2*c.radius))
		return
	}
	for i := range c.corners {
		p, before := c.corners[i], "L"
		if c.hole {
			p = c.corners[len(c.corners)-1-i]
		}
		if i == 0 {
			before = "M"
		}
		b.WriteString(before + number(p.x) + " " + number(p.y))
	}
	b.WriteByte('z')
}

// number is one with two decimals at most.
func number(n float64) string {
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(n, 'f', 2, 64), "0"), ".")
}

func writeRun(b *bytes.Buffer, r run, g grid) {
	at := g.corner(r.x, r.y)
	fmt.Fprintf(b, `<text x="%s" y="%s" textLength="%s"`, number(at.x), number(at.y+baseline), number(float64(r.cells)*cellW))
	if r.ink != g.ink {
		fmt.Fprintf(b, ` fill="%s"`, hex(r.ink))
	}
	if r.bold {
		b.WriteString(` font-weight="bold"`)
	}
	b.WriteString(">" + escaped(r.text) + "</text>\n")
}

// escaped is text as XML and HTML take it, between tags and in quotes. What does
// not print is U+FFFD.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(strings.Map(printed, text))) // a Builder takes everything
	return b.String()
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
