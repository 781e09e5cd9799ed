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
	Want  Wants
	Frame int
	// Strip is the height of a strip over the bottom line, such as a timeline; a window that is not taller
	// than 30 lines has none.
	Strip int
}

// Wants are heights by pane.
type Wants [Last + 1]int

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
	return p.rows(p.shown(focused, body.Size()), body)
}

// shown returns the grid with only what has room in the body; the focused pane always has.
func (p Plan) shown(focused Pane, body Size) Grid {
	rows := drop(admit(p.Grid, focused), body.H/leastRows, focused, Row.panes, one)
	room := body.H / leastRows
	for y, r := range rows {
		columns := drop(r.Columns, body.W, focused, Column.panes, Column.leastCells)
		rows[y].Columns = columns
		later := len(rows) - y - 1
		for x, column := range columns {
			columns[x].Panes = drop(column.Panes, room-later, focused, Pane.panes, one)
		}
		room -= rows[y].height() / leastRows
	}
	return rows
}

// one is the room that a pane, or a row of panes, takes in a count of them.
func one[P any](P) int { return 1 }

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
	for y, r := range g {
		rows[y] = Row{r.Share, slices.Clone(r.Columns)}
		for x, column := range r.Columns {
			panes := slices.Clone(column.Panes)
			if i := slices.Index(panes, place); i >= 0 {
				panes[i] = focused
			}
			rows[y].Columns[x].Panes = panes
		}
	}
	return rows
}

// drop removes what is empty, and then the least important of parts until the others have what they need in
// room. At least one stays, and the one with the focused pane.
func drop[P any](parts []P, room int, focused Pane, panes func(P) []Pane, needs func(P) int) []P {
	parts = slices.DeleteFunc(parts, func(p P) bool { return len(panes(p)) == 0 })
	for {
		sum, weakest, standing := 0, -1, -1
		for i, p := range parts {
			sum += needs(p)
			if best := rank(panes(p)); best >= standing && !slices.Contains(panes(p), focused) {
				weakest, standing = i, best
			}
		}
		if sum <= room || weakest < 0 || len(parts) == 1 {
			return parts
		}
		parts = slices.Delete(parts, weakest, weakest+1)
	}
}

func (p Plan) rows(g Grid, body Rect) []Placement {
	parts := make([]Part, len(g))
	divide := Split
	for i, r := range g {
		parts[i].Min = r.height()
		if r.Share > 0 {
			parts[i].Weight = r.Share
			divide = Share
			continue
		}
		for _, column := range r.Columns {
			sum := 0
			for _, pane := range column.Panes {
				sum += p.want(pane)
			}
			parts[i].Want = max(parts[i].Want, sum)
			parts[i].Weight = max(parts[i].Weight, growth(column.Panes))
		}
	}
	var placed []Placement
	y := body.Y
	for i, h := range divide(body.H, parts...) {
		placed = append(placed, p.columns(g[i], Rect{X: body.X, Y: y, W: body.W, H: h})...)
		y += h
	}
	return placed
}

func (p Plan) columns(of Row, r Rect) []Placement {
	parts, divide := make([]Part, len(of.Columns)), Split
	if of.Share > 0 {
		divide = Share
	}
	for i, column := range of.Columns {
		parts[i] = Part{Min: column.Min, Weight: max(column.Weight, 1)}
	}
	var placed []Placement
	x := r.X
	for i, w := range divide(r.W, parts...) {
		placed = append(placed, p.stack(of.Columns[i].Panes, Rect{X: x, Y: r.Y, W: w, H: r.H})...)
		x += w
	}
	return placed
}

func (p Plan) stack(panes []Pane, r Rect) []Placement {
	parts := make([]Part, len(panes))
	for i, pane := range panes {
		parts[i] = Part{Min: leastRows, Want: p.want(pane), Weight: growth([]Pane{pane})}
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
func (p Plan) want(pane Pane) int {
	if pane < 0 || int(pane) >= len(p.Want) {
		return 0
	}
	return p.Want[pane] + max(p.Frame, 0)
}

// growth is the weight of panes for room that nobody wants: a list or a text ends well in empty space,
// between others it looks like something is missing.
func growth(panes []Pane) int {
	for _, p := range panes {
		if p == Incidents || p == Detail || p == Map || p == Timeline {
			return 1
		}
	}
	return 0
}
