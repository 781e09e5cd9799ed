package export

import (
	"strings"

	"github.com/rivo/uniseg"
)

// wrap breaks a text at spaces into lines of at most so many cells. The first line
// begins with first, the others with as many spaces. A word that is longer than a
// line, such as an address, is not cut.
func wrap(first, text string, width int) string {
	var b strings.Builder
	indent := strings.Repeat(" ", uniseg.StringWidth(first))
	line, used := first, 0
	for word := range strings.FieldsSeq(text) {
		n := uniseg.StringWidth(word)
		if used > 0 && uniseg.StringWidth(line)+1+n > width {
			b.WriteString(line + "\n")
			line, used = indent, 0
		}
		if used > 0 {
			line += " "
		}
		line += word
		used++
	}
	b.WriteString(line + "\n")
	return b.String()
}
