package picture

import (
	"io"
	"strings"
)

// writeText writes the letters alone, without the spaces at the ends of lines.
func writeText(w io.Writer, f Frame) error {
	g := read(f)
	lines := make([]string, len(g.rows))
	for y, row := range g.rows {
		var line strings.Builder
		for _, c := range row {
			line.WriteString(c.text)
		}
		lines[y] = strings.TrimRight(line.String(), " ")
	}
	return writeANSI(w, strings.Join(lines, "\n"))
}

// writeANSI writes the frame as a terminal takes it.
func writeANSI(w io.Writer, text string) error {
	_, err := io.WriteString(w, text+"\n")
	return err
}
