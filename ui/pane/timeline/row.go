package timeline

import (
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// chart is what the rows of a picture have in common.
type chart struct {
	s     pane.Scene
	story *model.Story
	window

	label int // the cells before the first slot
	// dotted and plain are the cells of a row in which nothing happens, with a dot in
	// each slot and without.
	dotted, plain []cell
}

// newChart looks at a story through a window, behind labels of so many cells.
func newChart(s pane.Scene, story *model.Story, w window, label int) chart {
	c := chart{s: s, story: story, window: w, label: label}
	c.dotted, c.plain = c.empty(s.Styles.Glyphs.Dot), c.empty("")
	return c
}

// cell is one of a row: text of one cell, and its style.
type cell struct {
	text  string
	style theme.Style
	taken bool // something was put here
}

// empty gives the cells of a row in which nothing happens: a rule where a month or a
// year begins, one under the moment shown and, where filler is a sign, that in every
// slot of which anything could have been known.
func (c *chart) empty(filler string) []cell {
	cells := make([]cell, c.cells())
	each := c.level.cells()
	for i := range cells {
		cells[i].text = " "
		known := !c.bounds[i+1].Before(c.story.From) && !c.bounds[i].After(c.story.Until) && !c.story.From.IsZero()
		switch {
		case i%each != 0:
		case c.begins(c.left + i/each):
			cells[i] = cell{text: c.s.Styles.Glyphs.Span, style: c.s.Styles.Border}
		case known && filler != "":
			cells[i] = cell{text: filler, style: c.s.Styles.Faint}
		}
	}
	if at := c.cell(c.cursor); at >= 0 && at < len(cells) {
		cells[at] = cell{text: c.s.Styles.Glyphs.Vertical, style: c.s.Styles.Accent}
	}
	return cells
}

// put writes text into cells from one on, if there is room that nothing took, a
// cell on either side included.
func put(cells []cell, at int, text string, style theme.Style) bool {
	signs := split(text)
	end := at + len(signs)
	if at < 0 || end > len(cells) || at > 0 && cells[at-1].taken || end < len(cells) && cells[end].taken {
		return false
	}
	for i := range signs {
		if cells[at+i].taken {
			return false
		}
	}
	for i, sign := range signs {
		cells[at+i] = cell{sign, style, true}
	}
	return true
}

// set writes text into cells from one on, over what is there, as far as they go.
func set(cells []cell, at int, text string, style theme.Style) {
	for i, sign := range split(text) {
		if at+i >= 0 && at+i < len(cells) {
			cells[at+i] = cell{sign, style, true}
		}
	}
}

// split divides text into signs of one cell each. The words of dates and figures
// have no others; what is wider becomes an ellipsis.
func split(text string) []string {
	var out []string
	for _, r := range text {
		sign := string(r)
		switch draw.Width(sign) {
		case 1:
			out = append(out, sign)
		case 0:
		default:
			out = append(out, "…")
		}
	}
	return out
}

// line joins a label and cells. The slot of the moment shown stands out.
func (c *chart) line(label string, cells []cell) string {
	var b strings.Builder
	if c.label > 0 {
		b.WriteString(draw.FitTail(label, c.label-1, c.s.Styles.Glyphs.Ellipsis))
		b.WriteByte(' ')
	}
	first := c.cell(c.cursor)
	last := first + c.level.cells()
	mark := c.s.Styles.SelectedBlurred
	if c.s.Focused {
		mark = c.s.Styles.Selected
	}
	for i := 0; i < len(cells); {
		marked := i >= first && i < last
		end := i + 1
		for end < len(cells) && cells[end].style == cells[i].style && (end >= first && end < last) == marked {
			end++
		}
		var run strings.Builder
		for _, one := range cells[i:end] {
			run.WriteString(one.text)
		}
		text := cells[i].style.Render(run.String())
		if marked {
			text = mark.Over(text)
		}
		b.WriteString(text)
		i = end
	}
	return b.String()
}
