package chart

import (
	"strings"
	"unicode"

	"bordertop/ui/draw"
)

// label is a text on the map.
type label struct {
	x, y, cells int
	text        string
}

// free tells whether cells are on the map and nothing is there yet.
func (m *sheet) free(x, y, cells int) bool {
	if x < 0 || y < 0 || y >= m.size.H || x+cells > m.size.W {
		return false
	}
	for _, taken := range m.taken[y*m.size.W+x : y*m.size.W+x+cells] {
		if taken {
			return false
		}
	}
	return true
}

func (m *sheet) put(x, y, cells int, text string) {
	for i := range cells {
		m.taken[y*m.size.W+x+i] = true
	}
	m.labels = append(m.labels, label{x, y, cells, text})
}

// name is the name of a spot as it may be written.
type name struct {
	spot    *spot
	at      sign
	x, y    int
	cells   int
	written bool
}

// placeNames writes the names beside the signs, those that matter most first: each
// in the first of several places that is free. Where there is no such place it is
// left out.
// What may follow a name is written where there is room then.
func (m *sheet) placeNames(order []int) {
	for _, i := range order {
		if at := m.signs[i]; at.ok {
			n := name{spot: &m.scape.spots[i], at: at}
			m.find(&n, m.plain(n.spot))
			m.names = append(m.names, n)
		}
	}
	for i := range m.names {
		n := &m.names[i]
		more := ""
		switch {
		case n.written && n.spot.more != "":
			more = m.extend(n)
		case !n.written && n.spot.recent.count > 0:
			m.find(n, m.mark(n.spot.recent))
			if n.written {
				m.write(n, m.markStyle(n.spot.recent).Render(m.mark(n.spot.recent)))
			}
			continue
		}
		switch {
		case n.written:
			m.write(n, m.styled(n.spot)+more)
		case n.spot.rank == town: // a sign alone says nothing
			m.labels[n.at.label] = label{}
		}
	}
}

// plain is the name with the mark of what happened, without styles.
func (m *sheet) plain(sp *spot) string {
	if mark := m.mark(sp.recent); mark != "" {
		return mark + " " + sp.name
	}
	return sp.name
}

func (m *sheet) styled(sp *spot) string {
	style := m.Styles.Text
	switch {
	case m.marked(sp):
		style = m.highlight()
	case sp.crossing == nil:
		style = m.Styles.Muted
	}
	text := style.Render(sp.name)
	if mark := m.mark(sp.recent); mark != "" {
		text = m.markStyle(sp.recent).Render(mark) + " " + text
	}
	return text
}

// find looks for a place for a text beside its sign, with a blank cell on either
// side of it, and takes the cells.
func (m *sheet) find(n *name, text string) {
	w, x, y := draw.Width(text), n.at.x, n.at.y
	if w == 0 {
		return
	}
	for _, at := range [][2]int{
		{x + 2, y},
		{x - 1 - w, y},
		{x + 1, y - 1},
		{x + 1, y + 1},
		{x - w, y - 1},
		{x - w, y + 1},
		{x - w/2, y - 1},
		{x - w/2, y + 1},
		{x + 2, y - 1},
		{x + 2, y + 1},
	} {
		if m.free(at[0], at[1], w) && m.apart(n, at[0], at[1], w) && m.clear(n, at[0], at[1], w) {
			n.x, n.y, n.cells, n.written = at[0], at[1], w, true
			m.take(n.x, n.y, w)
			return
		}
	}
}

// apart tells whether no other text touches the cells; the text's own sign may.
func (m *sheet) apart(n *name, x, y, w int) bool {
	for _, side := range []int{x - 1, x + w} {
		own := side == n.at.x && y == n.at.y
		if side >= 0 && side < m.size.W && !own && !m.free(side, y, 1) {
			return false
		}
	}
	return true
}

// clear tells whether no other sign stands so near to the ends of a text that it
// would be read as that of the text.
func (m *sheet) clear(n *name, x, y, w int) bool {
	for _, side := range []int{x - 2, x + w + 1} {
		if y != n.at.y && side >= 0 && side < m.size.W && !m.free(side, y, 1) {
			return false
		}
	}
	return true
}

func (m *sheet) take(x, y, cells int) {
	for i := range cells {
		m.taken[y*m.size.W+x+i] = true
	}
}

// extend makes room for what may follow a name, and gives that; empty where there
// is none.
func (m *sheet) extend(n *name) string {
	more := " " + n.spot.more
	w := draw.Width(more)
	right, left := n.x+n.cells, n.x-w
	switch {
	case n.x > n.at.x && m.free(right, n.y, w) && m.apart(n, right+1, n.y, w-1):
		m.take(right, n.y, w)
	case n.x <= n.at.x && m.free(left, n.y, w) && m.apart(n, left, n.y, w-1):
		m.take(left, n.y, w)
		n.x = left
	default:
		return ""
	}
	n.cells += w
	return m.Styles.Muted.Render(more)
}

// write puts a name between blanks or, where it is selected, between brackets, as
// far as there is room beside it.
func (m *sheet) write(n *name, text string) {
	before, after := " ", " "
	if m.marked(n.spot) {
		before, after = "[", "]"
	}
	x, cells := n.x, n.cells
	if m.free(x-1, n.y, 1) {
		m.take(x-1, n.y, 1)
		x, text, cells = x-1, before+text, cells+1
	}
	if m.free(n.x+n.cells, n.y, 1) {
		m.take(n.x+n.cells, n.y, 1)
		text, cells = text+after, cells+1
	}
	m.labels = append(m.labels, label{x, n.y, cells, text})
}

// placeCountries writes the names of the countries where their land is, as near to
// its middle as there is room.
func (m *sheet) placeCountries() {
	least := m.size.W * m.size.H / (acrossSample * downSample) / 40
	for i, c := range m.ground.names {
		if c.count <= least {
			continue
		}
		name := strings.ToUpper(c.name)
		if wide := spaced(name); !m.country(i, wide) {
			m.country(i, name)
		}
	}
}

// spaced is a name with its letters apart; as it is where letters cannot be.
func spaced(name string) string {
	letters := make([]string, 0, len(name))
	for _, r := range name {
		if !unicode.IsLetter(r) && r != ' ' {
			return name
		}
		letters = append(letters, string(r))
	}
	return strings.Join(letters, " ")
}

func (m *sheet) country(which int, text string) bool {
	c, w := m.ground.names[which], draw.Width(text)
	best, x, y := -1, 0, 0
	if w == 0 {
		return true
	}
	for row := range m.size.H {
		for column := 1; column+w < m.size.W; column++ {
			far := abs(column+w/2-c.x) + 2*abs(row-c.y)
			if (best < 0 || far < best) && m.lies(which, column, row, w) {
				best, x, y = far, column, row
			}
		}
	}
	if best < 0 {
		return false
	}
	m.take(x, y, w)
	m.labels = append(m.labels, label{x, y, w, m.Styles.Faint.Render(text)})
	return true
}

// lies tells whether cells and the one on either side are free and in a country.
func (m *sheet) lies(which, x, y, w int) bool {
	for at := x - 1; at <= x+w; at += acrossSample {
		if m.ground.of(at, y) != which {
			return false
		}
	}
	return m.ground.of(x+w, y) == which && m.free(x-1, y, w+2) && m.ground.canvas.Blank(x-1, y, w+2)
}

func abs(n int) int { return max(n, -n) }
