package picture

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
)

// writeHTML writes a page that needs nothing else: no script, no font, no file.
func writeHTML(w io.Writer, f Frame) error {
	g := read(f)
	var b, text bytes.Buffer
	classes := map[look]int{}
	var order []look
	for _, row := range g.rows {
		for x := 0; x < len(row); {
			n := same(row[x:], func(c cell) bool { return c.look == row[x].look })
			if row[x].look == (look{ink: g.ink, paper: g.paper}) {
				writeCells(&text, row[x:x+n])
			} else {
				if _, ok := classes[row[x].look]; !ok {
					classes[row[x].look] = len(order)
					order = append(order, row[x].look)
				}
				text.WriteString(`<span class="c` + strconv.Itoa(classes[row[x].look]) + `">`)
				writeCells(&text, row[x:x+n])
				text.WriteString("</span>")
			}
			x += n
		}
		text.WriteByte('\n')
	}
	fmt.Fprintf(&b, `<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="bordertop">
<title>%s</title>
<style>
body { margin: 0; background: %s; color: %s }
pre { margin: 12px; font: 16px/18px %s }
`, escaped(string(f.Lang)), escaped(f.Caption), hex(g.paper), hex(g.ink), fonts)
	for i, l := range order {
		b.WriteString(".c" + strconv.Itoa(i) + " { " + l.css(g) + "}\n")
	}
	b.WriteString("</style>\n</head>\n<body>\n<pre>\n")
	b.Write(text.Bytes())
	b.WriteString("</pre>\n</body>\n</html>\n")
	_, err := w.Write(b.Bytes())
	return err
}

func writeCells(b *bytes.Buffer, row []cell) {
	for _, c := range row {
		b.WriteString(escaped(c.text))
	}
}

// css says how a look differs from ordinary text.
func (l look) css(g grid) string {
	out := ""
	if l.ink != g.ink {
		out += "color: " + hex(l.ink) + "; "
	}
	if l.paper != g.paper {
		out += "background: " + hex(l.paper) + "; "
	}
	if l.bold {
		out += "font-weight: bold; "
	}
	switch {
	case l.underline && l.struck:
		out += "text-decoration: underline line-through; "
	case l.underline:
		out += "text-decoration: underline; "
	case l.struck:
		out += "text-decoration: line-through; "
	}
	return out
}
