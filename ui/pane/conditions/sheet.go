package conditions

import (
	"slices"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// abreast is the width from which sides stand next to each other.
const abreast = 90

// between parts two columns.
const between = 2

// side is a side with its conditions.
type side struct {
	name  string
	items []item
}

// sidesOf parts the conditions by side, in the order of the board.
func sidesOf(s pane.Scene) []side {
	var out []side
	for _, c := range s.Board.Conditions {
		name := s.Side(c.Condition.Side)
		if name == "" {
			name = s.Words.NoSide()
		}
		i := slices.IndexFunc(out, func(o side) bool { return o.name == name })
		if i < 0 {
			i, out = len(out), append(out, side{name: name})
		}
		out[i].items = append(out[i].items, item{ConditionStatus: c})
	}
	w, _ := columns(s, len(out))
	for _, side := range out {
		for i := range side.items {
			side.items[i].wrap(s, w)
		}
	}
	return out
}

// columns tells how wide and how many they are.
func columns(s pane.Scene, sides int) (w, n int) {
	if s.Size.W >= abreast && sides > 1 {
		return (s.Size.W - between) / 2, 2
	}
	return s.Size.W, 1
}

// block is a run of lines: of a condition, else the heading of a side, else a
// blank line.
type block struct {
	rows    int
	density density
	item    *item
	side    *side
}

func (b block) id() model.ID {
	if b.item == nil {
		return ""
	}
	return b.item.Condition.ID
}

func (b block) draw(s pane.Scene, w int) []string {
	switch {
	case b.item != nil:
		return b.density.draw(s, *b.item, w)
	case b.side != nil:
		return []string{heading(s, *b.side, w)}
	}
	return []string{""}
}

// sheet is all that the pane has to show, in columns of the same width.
type sheet struct {
	width   int
	columns [][]block
}

// fit gives the fullest sheet that the scene has room for, else the tersest. In
// that the condition under the cursor is open where it has room or the focus.
func fit(s pane.Scene, cursor model.ID) sheet {
	sides := sidesOf(s)
	for _, d := range []density{airy, whole, short, brief} {
		if out := arrange(s, sides, d, ""); out.height() <= s.Size.H {
			return out
		}
	}
	if out := arrange(s, sides, terse, cursor); s.Focused || out.height() <= s.Size.H {
		return out
	}
	return arrange(s, sides, terse, "")
}

// arrange puts each side into the column that is the shortest by then, and says
// all of the condition that is open.
func arrange(s pane.Scene, sides []side, d density, open model.ID) sheet {
	w, n := columns(s, len(sides))
	out := sheet{width: w, columns: make([][]block, n)}
	for i := range sides {
		side := &sides[i]
		to := 0
		for i, c := range out.columns {
			if height(c) < height(out.columns[to]) {
				to = i
			}
		}
		c := slices.Grow(out.columns[to], len(side.items)+2)
		if d == airy && len(c) > 0 {
			c = append(c, block{rows: 1})
		}
		c = append(c, block{rows: 1, side: side})
		for i := range side.items {
			b := block{density: d, item: &side.items[i]}
			if b.id() == open {
				b.density = whole
			}
			b.rows = b.density.rows(side.items[i])
			c = append(c, b)
		}
		out.columns[to] = c
	}
	return out
}

func height(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += b.rows
	}
	return n
}

func (t sheet) height() int {
	n := 0
	for _, c := range t.columns {
		n = max(n, height(c))
	}
	return n
}

// span gives the lines of a condition, and the heading above the first of a
// side where both fit.
func (t sheet) span(id model.ID, fits int) (from, to int) {
	for _, c := range t.columns {
		y := 0
		for i, b := range c {
			if b.id() == id {
				from, to = y, y+b.rows
				if i > 0 && c[i-1].item == nil && to-from < fits {
					from -= c[i-1].rows
				}
				return from, to
			}
			y += b.rows
		}
	}
	return 0, 0
}

// at gives the condition on a cell; empty where there is none.
func (t sheet) at(x, y int) model.ID {
	i := min(max(x, 0)/(t.width+between), len(t.columns)-1)
	for _, b := range t.columns[i] {
		if y -= b.rows; y < 0 {
			return b.id()
		}
	}
	return ""
}

// lines draws the columns from a line on, the cursor marked only where the pane
// has the focus or its condition is what is selected.
func (t sheet) lines(s pane.Scene, cursor model.ID, top int) []string {
	parts := make([][]string, 0, 2*len(t.columns)-1)
	for i, c := range t.columns {
		if i > 0 {
			parts = append(parts, draw.Lines(nil, between, s.Size.H))
		}
		w := t.width
		if i == len(t.columns)-1 {
			w = s.Size.W - i*(t.width+between)
		}
		parts = append(parts, t.column(s.Within(layout.Size{W: w, H: s.Size.H}), c, cursor, top))
	}
	return draw.Beside(parts...)
}

func (t sheet) column(s pane.Scene, c []block, cursor model.ID, top int) []string {
	lines := make([]string, 0, s.Size.H)
	y := -top
	for _, b := range c {
		y += b.rows
		if y <= 0 || y-b.rows >= s.Size.H {
			continue
		}
		drawn := b.draw(s, t.width)
		drawn[0] = s.Sealed(drawn[0], b.id())
		for _, line := range drawn[max(0, b.rows-y):min(b.rows, b.rows-y+s.Size.H)] {
			lines = append(lines, mark(s, draw.Fit(line, s.Size.W), b.id(), cursor))
		}
	}
	blank := draw.Fit("", s.Size.W)
	for len(lines) < s.Size.H {
		lines = append(lines, blank)
	}
	return lines
}

func mark(s pane.Scene, line string, id, cursor model.ID) string {
	switch {
	case id != cursor:
		return line
	case s.Focused:
		return s.Styles.Selected.Over(line)
	case id == s.Selected:
		return s.Styles.SelectedBlurred.Over(line)
	}
	return line
}
