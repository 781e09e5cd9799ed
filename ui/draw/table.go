package draw

import (
	"strings"

	"bordertop/ui/theme"
)

// Align says where a cell's text stands.
type Align int

// The alignments.
const (
	AlignLeft Align = iota
	AlignRight
)

// Column describes a column of a table.
type Column struct {
	Min  int // cells; a column without them all is left out
	Max  int // cells that a column with Flex grows to; 0 is no bound
	Flex int // its share of the room that is left, against the others' Flex
	// Priority keeps a column when the table is narrow: the lowest goes first, among equals the rightmost.
	Priority int
	Align    Align
}

// Table is a set of columns in a given width. The zero Table has no columns and rows of no width.
type Table struct {
	columns []Column
	widths  []int
	gap, w  int
	tail    string
}

// NewTable fits columns into w cells with gap cells between them. Work it out once per frame.
func NewTable(w, gap int, g theme.Glyphs, columns ...Column) Table {
	t := Table{columns: columns, widths: make([]int, len(columns)), gap: max(gap, 0), w: max(w, 0), tail: g.Ellipsis}
	if t.w == 0 {
		return t
	}
	for i, c := range columns {
		t.widths[i] = max(c.Min, 1)
	}
	for t.used() > t.w && t.shown() > 1 {
		t.widths[t.weakest()] = 0
	}
	if over := t.used() - t.w; over > 0 {
		t.widths[t.weakest()] -= over
	}
	t.stretch()
	return t
}

// Widths returns the cells of each column, 0 for one that is left out.
func (t Table) Widths() []int { return t.widths }

func (t Table) shown() int {
	n := 0
	for _, w := range t.widths {
		if w > 0 {
			n++
		}
	}
	return n
}

func (t Table) used() int {
	sum := 0
	for _, w := range t.widths {
		sum += w
	}
	return sum + max(t.shown()-1, 0)*t.gap
}

// weakest returns the shown column that is the first to go.
func (t Table) weakest() int {
	found := -1
	for i, w := range t.widths {
		if w > 0 && (found < 0 || t.columns[i].Priority <= t.columns[found].Priority) {
			found = i
		}
	}
	return found
}

// stretch gives the room that is left to the columns with Flex, until each has its Max.
func (t Table) stretch() {
	if t.shown() == 0 {
		return
	}
	for room := t.w - t.used(); room > 0; room = t.w - t.used() {
		flex := 0
		for i := range t.columns {
			flex += t.appetite(i)
		}
		if flex == 0 {
			return
		}
		for i, c := range t.columns {
			share := (room*t.appetite(i) + flex - 1) / flex
			if c.Max > 0 {
				share = min(share, c.Max-t.widths[i])
			}
			t.widths[i] += max(min(share, t.w-t.used()), 0)
		}
	}
}

// appetite is the Flex of a column that may still grow.
func (t Table) appetite(i int) int {
	c := t.columns[i]
	if t.widths[i] == 0 || c.Max > 0 && t.widths[i] >= c.Max {
		return 0
	}
	return min(max(c.Flex, 0), 1<<16)
}

// Row returns one row of the table's width. Cells may be styled; missing ones are blank, others ignored.
func (t Table) Row(cells ...string) string {
	var b strings.Builder
	b.Grow(t.w + 64)
	used := 0
	for i, w := range t.widths {
		if w == 0 {
			continue
		}
		if used > 0 {
			b.WriteString(pad(t.gap))
			used += t.gap
		}
		used += w
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		if t.columns[i].Align == AlignRight {
			b.WriteString(alignRight(cell, w, t.tail))
		} else {
			b.WriteString(FitTail(cell, w, t.tail))
		}
	}
	b.WriteString(pad(t.w - used))
	return b.String()
}
