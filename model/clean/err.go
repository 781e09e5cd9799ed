package clean

import (
	"strings"

	"github.com/rivo/uniseg"
)

// errCells bounds what one error may take of a screen or a log.
const errCells = 400

// Err is the text of an error as one clean line of at most 400 cells; "" for nil. Errors carry what they complain
// about, so they are text from outside.
func Err(err error) string {
	if err == nil {
		return ""
	}
	s := Line(err.Error()).String()
	if uniseg.StringWidth(s) <= errCells {
		return s
	}
	var b strings.Builder
	for cells := 0; ; {
		cluster, rest, width, _ := uniseg.FirstGraphemeClusterInString(s, -1)
		if cells += width; cells >= errCells {
			return strings.TrimRight(b.String(), " ") + "…"
		}
		b.WriteString(cluster)
		s = rest
	}
}
