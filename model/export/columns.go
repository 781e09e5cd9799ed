package export

import (
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"bordertop/model"
	"bordertop/model/lang"
)

// section writes a title and rows in columns, as wide as the widest of the
// section asks; the first is as wide in all sections. The marks are those of the
// first cells, by row.
func (t text) section(title string, rows [][]string, marks map[int]Mark) {
	t.put("")
	t.write(t.o.marked(Heading, fit(strings.ToUpper(title), t.o.Width)))
	widths := []int{t.first}
	for _, row := range rows {
		for i, cell := range row[:max(len(row)-1, 0)] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
		}
	}
	for n, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell)+2))
			}
		}
		line := fit(b.String(), t.o.Width)
		if rest, whole := strings.CutPrefix(line, row[0]); whole {
			line = t.o.marked(marks[n], row[0]) + rest
		}
		t.write(line)
	}
}

// widestState has room for any state.
func widestState(w lang.Words) int {
	widest := 0
	for s := range model.Open + 1 {
		widest = max(widest, uniseg.StringWidth(w.State(model.Passage{State: s})), uniseg.StringWidth(w.State(model.Passage{Last: s})))
	}
	return widest
}

// fit cuts a line to w cells.
func fit(line string, w int) string {
	if uniseg.StringWidth(line) <= w {
		return line
	}
	var b strings.Builder
	for left := w - 1; line != ""; {
		cluster, rest, cells, _ := uniseg.FirstGraphemeClusterInString(line, -1)
		if left -= cells; left < 0 {
			break
		}
		b.WriteString(cluster)
		line = rest
	}
	return b.String() + "…"
}

// join puts the parts that say something beside each other.
func join(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, " · ")
}

// under puts the last of three cells on a line of its own, under the second.
func under(rows [][]string) [][]string {
	var out [][]string
	for _, row := range rows {
		out = append(out, row[:2], []string{"", row[2]})
	}
	return out
}
