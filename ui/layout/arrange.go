package layout

import "slices"

// Plan is what an arrangement is made from.
type Plan struct {
	Window  Size // the whole terminal
	Grid    Grid
	Focused Pane // always shown; none means the first of the grid
	Zoom    bool // the focused pane fills the room of all
	// Want is how many lines of content each pane has, and Frame how many lines its frame adds. Panes that
	// have less to say leave their room to those that have more.
	Want  map[Pane]int
	Frame int
	// Strip is the height of a strip over the bottom line, such as a timeline; a window that is not taller
	// than 30 lines has none.
	Strip int
}

// Placement is a pane and its place.
type Placement struct {
	Pane Pane
	Rect Rect
}

// Layout is a window divided. Its rectangles do not overlap and together cover the window.
type Layout struct {
	Class  Class
	Top    Rect // one line; the whole window when the class is Line
	Tabs   Rect // one line when the class is Narrow
	Panes  []Placement
	Strip  Rect
	Bottom Rect // one line
}

// roomy is the height from which a window can spare lines for a strip.
const roomy = 31

// Arrange divides a window.
func Arrange(p Plan) Layout {
	w, h := max(p.Window.W, 0), max(p.Window.H, 0)
	l := Layout{Class: Classify(p.Window)}
	if l.Class == Line {
		l.Top = Rect{W: w, H: h}
		return l
	}
	l.Top = Rect{W: w, H: 1}
	l.Bottom = Rect{Y: h - 1, W: w, H: 1}
	body := Rect{Y: 1, W: w, H: h - 2}
	if l.Class == Narrow {
		l.Tabs = Rect{Y: 1, W: w, H: 1}
		body.Y, body.H = 2, body.H-1
	}
	if strip := min(max(p.Strip, 0), h/4); h >= roomy && strip > 0 {
		body.H -= strip
		l.Strip = Rect{Y: body.Y + body.H, W: w, H: strip}
	}
	l.Panes = p.place(body, l.Class)
	return l
}

// place puts the panes into the body.
func (p Plan) place(body Rect, c Class) []Placement {
	all := p.Grid.Panes()
	focused := p.Focused
	if focused == 0 && len(all) > 0 {
		focused = all[0]
	}
	if p.Zoom || c == Narrow || len(all) == 0 {
		return []Placement{{Pane: focused, Rect: body}}
	}
	return p.rows(p.shown(focused, body.H), body)
}

// shown returns the grid with only the panes that have room in a body of height h: the focused one always.
func (p Plan) shown(focused Pane, h int) Grid {
	rows := admit(p.Grid, focused)
	var shown Grid
	room := h
	for i, row := range rows {
		later := 0
		for _, r := range rows[i+1:] {
			later += r.least()
		}
		var kept Row
		for _, column := range row {
			column.Panes = thin(column.Panes, focused, room-later)
			if len(column.Panes) > 0 {
				kept = append(kept, column)
			}
		}
		if len(kept) > 0 {
			shown = append(shown, kept)
			room -= kept.least()
		}
	}
	return shown
}

// admit returns a copy of the grid in which the focused pane has a place, if need be another's.
func admit(g Grid, focused Pane) Grid {
	all := g.Panes()
	place := focused
	if !slices.Contains(all, focused) {
		place = all[0]
		for _, p := range stands(focused) {
			if slices.Contains(all, p) {
				place = p
				break
			}
		}
	}
	rows := make(Grid, len(g))
	for y, row := range g {
		rows[y] = slices.Clone(row)
		for x, column := range row {
			rows[y][x].Panes = slices.Clone(column.Panes)
			if i := slices.Index(column.Panes, place); i >= 0 {
				rows[y][x].Panes[i] = focused
			}
		}
	}
	return rows
}

// thin drops panes from a column until the others have the least they need, and keeps at least one.
func thin(panes []Pane, focused Pane, h int) []Pane {
	for len(panes) > 1 && stack(panes) > h {
		drop := -1
		for i, p := range panes {
			if p != focused && (drop < 0 || rank(p) >= rank(panes[drop])) {
				drop = i
			}
		}
		panes = slices.Delete(panes, drop, drop+1)
	}
	return panes
}

// stack is the least height of panes on top of each other.
func stack(panes []Pane) int {
	sum := 0
	for _, p := range panes {
		sum += leastRows(p)
	}
	return sum
}

// least is the least height of a row with one pane in each column.
func (r Row) least() int {
	tallest := 0
	for _, c := range r {
		for _, p := range c.Panes {
			tallest = max(tallest, leastRows(p))
		}
	}
	return tallest
}

func (p Plan) rows(g Grid, body Rect) []Placement {
	parts := make([]Part, len(g))
	for i, row := range g {
		for _, column := range row {
			sum := 0
			for _, pane := range column.Panes {
				sum += p.want(pane)
			}
			parts[i].Min = max(parts[i].Min, stack(column.Panes))
			parts[i].Want = max(parts[i].Want, sum)
			parts[i].Weight = max(parts[i].Weight, growth(column.Panes))
		}
	}
	var placed []Placement
	y := body.Y
	for i, h := range Split(body.H, parts...) {
		placed = append(placed, p.columns(g[i], Rect{X: body.X, Y: y, W: body.W, H: h})...)
		y += h
	}
	return placed
}

func (p Plan) columns(row Row, r Rect) []Placement {
	parts := make([]Part, len(row))
	for i, column := range row {
		parts[i] = Part{Min: column.Min, Weight: max(column.Weight, 1)}
	}
	var placed []Placement
	x := r.X
	for i, w := range Split(r.W, parts...) {
		placed = append(placed, p.stack(row[i].Panes, Rect{X: x, Y: r.Y, W: w, H: r.H})...)
		x += w
	}
	return placed
}

func (p Plan) stack(panes []Pane, r Rect) []Placement {
	parts := make([]Part, len(panes))
	for i, pane := range panes {
		parts[i] = Part{Min: leastRows(pane), Want: p.want(pane), Weight: growth([]Pane{pane})}
	}
	placed := make([]Placement, len(panes))
	y := r.Y
	for i, h := range Split(r.H, parts...) {
		placed[i] = Placement{Pane: panes[i], Rect: Rect{X: r.X, Y: y, W: r.W, H: h}}
		y += h
	}
	return placed
}

// want is the height that a pane can fill, its frame included.
func (p Plan) want(pane Pane) int { return p.Want[pane] + max(p.Frame, 0) }

// growth is the weight of panes for room that nobody wants: a list or a text ends well in empty space,
// between others it looks like something is missing.
func growth(panes []Pane) int {
	for _, p := range panes {
		if p == Incidents || p == Detail || p == Map {
			return 1
		}
	}
	return 0
}
