package palette

import (
	"strconv"
	"strings"

	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
)

// Height is how many lines the palette takes of those that there are.
func Height(room int) int { return max(min(room, 18), 0) }

// View draws the palette in a box of exactly the size.
func (p *Palette) View(title string, items []Item, size layout.Size, st theme.Styles) []string {
	w, h := draw.Inner(size.W, size.H)
	rows := p.rows(items)
	body := []string{p.prompt.View(":", w, st)}
	for _, line := range p.faults(w, h) {
		body = append(body, " "+st.Error.Render(line))
	}
	table := columns(rows, w, st)
	top := p.top(h - len(body))
	for i := top; i < len(rows) && len(body) < h; i++ {
		line := rows[i].draw(table, st)
		if i == p.cursor {
			line = st.Selected.Over(line)
		}
		body = append(body, line)
	}
	footer := strconv.Itoa(min(p.cursor+1, len(rows))) + "/" + strconv.Itoa(len(rows))
	box := draw.BoxStyle{Border: st.BorderFocused, Title: st.Accent, Glyphs: st.Glyphs}
	return draw.Box(title, st.Muted.Render(footer), body, size.W, size.H, box)
}

// faults are the lines of the fault, under the part that it is of where all of the
// prompt is in view; at most half of the box.
func (p *Palette) faults(w, h int) []string {
	lines := draw.Wrap(p.fault, w-2)
	if text := p.prompt.Text(); p.at.to > p.at.from && draw.Width(text)+2 <= w {
		carets := strings.Repeat(" ", draw.Width(text[:p.at.from])) + strings.Repeat("^", draw.Width(text[p.at.from:p.at.to]))
		lines = append([]string{carets}, lines...)
	}
	return lines[:max(min(len(lines), h/2), 0)]
}

// top is the first row in view, of so many.
func (p *Palette) top(room int) int { return max(0, p.cursor-max(room, 1)+1) }

// Click chooses the row at a line of the box that View drew, as Update does.
func (p *Palette) Click(y int, items []Item, size layout.Size) (line string, run bool) {
	w, h := draw.Inner(size.W, size.H)
	frame := (size.H - h) / 2
	above := 1 + len(p.faults(w, h))
	row := y - frame - above
	if row < 0 || y-frame >= h || row+p.top(h-above) >= len(p.rows(items)) {
		return "", false
	}
	return p.choose(row+p.top(h-above), items)
}

// The columns of the list.
const (
	keyWidth  = 10
	leastName = 12
	widest    = 60 // what it does; the key stays near it in a wide window
)

// columns divides a row of the list: the name with what follows, what it does, and
// the key.
func columns(rows []row, w int, st theme.Styles) draw.Table {
	named := leastName
	for _, r := range rows {
		named = max(named, draw.Width(r.label()))
	}
	named = min(named, max(w/2, leastName))
	return draw.NewTable(w-2, 2, st.Glyphs,
		draw.Column{Min: named, Priority: 3}, draw.Column{Min: leastName, Flex: 1, Max: widest, Priority: 2}, draw.Column{Min: keyWidth},
	)
}

// label is the name of a row, with what may follow.
func (r row) label() string {
	if r.item.Argument == "" || r.name != r.item.Name {
		return r.name
	}
	return r.name + " " + r.item.Argument
}

func (r row) draw(t draw.Table, st theme.Styles) string {
	label := lit(r.name, r.named, st.Match)
	if rest := r.label()[len(r.name):]; rest != "" {
		label += st.Faint.Render(rest)
	}
	return " " + t.Row(label, st.Muted.Over(lit(r.item.Does, r.described, st.Match)), st.Key.Render(r.item.Key)) + " "
}
