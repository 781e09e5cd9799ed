// Package table sets rows in columns: aligned for people, apart by tabs for simple
// tools, and as CSV for spreadsheets. It knows nothing of what they mean. Texts are
// clean, and have one line.
package table

import (
	"slices"
	"strings"

	"github.com/rivo/uniseg"
)

// Table is rows under the titles of their columns. A row of one cell alone is a
// heading for those below it.
type Table struct {
	Columns []Column
	Rows    [][]Cell
}

// Column is what the cells below a title have in common.
type Column struct {
	Title string
	// Right sets numbers under each other.
	Right bool
	// Least is how narrow the column may become, in cells, when lines are broken to
	// fit; 0 keeps it as wide as its widest cell. Longer words are broken only where
	// nothing else helps, and those of Names never.
	Least int
	Names bool
	// Aside columns are left out where not even narrow ones have room, the last
	// first.
	Aside bool
}

// Cell is one figure or text.
type Cell struct {
	Text string
	// Whole stands for the text where nothing is left out; empty for the same.
	Whole string
	// Paint colours the text; nil leaves it as it is.
	Paint func(text string) string
}

// All is the text of a cell with nothing left out.
func (c Cell) All() string {
	if c.Whole == "" {
		return c.Text
	}
	return c.Whole
}

// Text is a cell of nothing else.
func Text(text string) Cell { return Cell{Text: text} }

const (
	// gap is how far columns stand apart.
	gap = 2
	// mostLines is how many lines a cell may have.
	mostLines = 6
	// longWord is how long a word may be before it is broken.
	longWord = 14
)

// Lines sets the table as lines of at most width cells, the titles first. What has
// no room is broken at words; only what would be longer than a few lines is cut.
func (t Table) Lines(width int, heading func(text string) string) []string {
	columns := t.kept(width)
	widths := t.fitted(columns, width)
	if sum(widths)+gap*(len(columns)-1) > width {
		return t.stacked(width, heading)
	}
	titles := make([]Cell, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = Cell{Text: strings.ToUpper(c.Title), Paint: heading}
	}
	out := t.row(titles, columns, widths, width)
	for _, row := range t.Rows {
		if len(row) < len(t.Columns) {
			for _, line := range Break(row[0].Text, width, mostLines) {
				out = append(out, painted(row[0], line))
			}
			continue
		}
		out = append(out, t.row(row, columns, widths, width)...)
	}
	return out
}

// stacked sets each row as lines of its own, a column each with its title, where
// columns have no room beside each other.
func (t Table) stacked(width int, heading func(text string) string) []string {
	var out []string
	for _, row := range t.Rows {
		if len(out) > 0 {
			out = append(out, "")
		}
		for i, c := range row {
			switch {
			case c.Text == "":
			case len(row) < len(t.Columns):
				out = append(out, t.titled("", c, width, heading)...)
			default:
				out = append(out, t.titled(strings.ToUpper(t.Columns[i].Title), c, width, heading)...)
			}
		}
	}
	return out
}

// titled sets a cell after its title.
func (t Table) titled(title string, c Cell, width int, heading func(text string) string) []string {
	lines := Break(strings.TrimSpace(title+" "+c.Text), width, mostLines)
	for n, line := range lines {
		if rest, whole := strings.CutPrefix(line, title); n == 0 && whole && title != "" {
			lines[n] = painted(Cell{Paint: heading}, title) + painted(c, rest)
			continue
		}
		lines[n] = painted(c, line)
	}
	return lines
}

// kept are the columns that have room, by their places.
func (t Table) kept(width int) []int {
	columns := make([]int, len(t.Columns))
	for i := range columns {
		columns[i] = i
	}
	for sum(t.narrow(columns, longWord))+gap*(len(columns)-1) > width {
		last := -1
		for i, c := range columns {
			if t.Columns[c].Aside {
				last = i
			}
		}
		if last < 0 {
			break
		}
		columns = slices.Delete(columns, last, last+1)
	}
	return columns
}

// narrow gives the least widths of columns in which no word is broken, but those
// that are longer than a length.
func (t Table) narrow(columns []int, long int) []int {
	widths := t.natural(columns)
	for i, c := range columns {
		if least := t.Columns[c].Least; least > 0 {
			widths[i] = min(widths[i], max(least, t.word(c, long)))
		}
	}
	return widths
}

// word is the width of the longest word of a column.
func (t Table) word(column, long int) int {
	widest := 0
	for _, text := range t.texts(column) {
		for word := range strings.SplitSeq(text, " ") {
			if n := uniseg.StringWidth(word); n <= long || t.Columns[column].Names {
				widest = max(widest, n)
			}
		}
	}
	return widest
}

// texts lists what stands in a column, the title first.
func (t Table) texts(column int) []string {
	out := []string{t.Columns[column].Title}
	for _, row := range t.Rows {
		if len(row) == len(t.Columns) {
			out = append(out, row[column].Text)
		}
	}
	return out
}

// natural gives the widths that columns ask for.
func (t Table) natural(columns []int) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		for _, text := range t.texts(c) {
			widths[i] = max(widths[i], uniseg.StringWidth(text))
		}
	}
	return widths
}

// fitted gives widths that fit, taking from the widest of those that give.
func (t Table) fitted(columns []int, width int) []int {
	widths, least := t.natural(columns), t.narrow(columns, longWord)
	for long := longWord; long > 0 && sum(least)+gap*(len(columns)-1) > width; long -= 2 {
		least = t.narrow(columns, long-2)
	}
	for over := sum(widths) + gap*(len(columns)-1) - width; over > 0; over-- {
		widest := -1
		for i := range widths {
			if widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths
}

// row sets a row as one line, or as several where cells are broken.
func (t Table) row(cells []Cell, columns, widths []int, width int) []string {
	broken := make([][]string, len(columns))
	height := 1
	for i, c := range columns {
		broken[i] = Break(cells[c].Text, widths[i], mostLines)
		height = max(height, len(broken[i]))
	}
	out := make([]string, height)
	for n := range out {
		var b strings.Builder
		start, at := 0, 0
		for i, c := range columns {
			if n < len(broken[i]) {
				room := min(widths[i], width-start)
				text := Cut(broken[i][n], room)
				from := start
				if t.Columns[c].Right {
					from += max(0, room-uniseg.StringWidth(text))
				}
				if text != "" {
					b.WriteString(strings.Repeat(" ", from-at) + painted(cells[c], text))
					at = from + uniseg.StringWidth(text)
				}
			}
			start += widths[i] + gap
		}
		out[n] = b.String()
	}
	return out
}

func painted(c Cell, text string) string {
	if c.Paint == nil {
		return text
	}
	return c.Paint(text)
}

func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}

// Plain gives a line for each row, its cells apart by tabs and nothing cut.
func (t Table) Plain() []string {
	out := make([]string, len(t.Rows))
	for i, row := range t.Rows {
		cells := make([]string, len(row))
		for j, c := range row {
			cells[j] = c.All()
		}
		out[i] = strings.Join(cells, "\t")
	}
	return out
}
