package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"bordertop/model"
	"bordertop/model/atlas"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// look is how the reader looks at the map; the zero look is at the whole.
type look struct {
	mid  atlas.Point
	zoom float64 // beside the whole; 0 is that itself
}

// sheet is one drawing of the map.
type sheet struct {
	pane.Scene

	scape  *scape
	view   atlas.View
	ground *ground
	size   layout.Size // of the map itself
	on     model.ID    // the crossing under the cursor
	lit    []model.ID  // what is selected
	signs  []sign      // by spot
	taken  []bool      // by cell
	labels []label
	names  []name
}

// sign is where a spot is drawn.
type sign struct {
	x, y  int
	ok    bool
	label int
}

// sheet plans the drawing, or says why there is none.
func (p *Pane) sheet(s pane.Scene) (m *sheet, why string) {
	c := p.survey(s)
	switch {
	case len(s.Board.Crossings) == 0:
		return nil, s.Words.Map.NoCrossing
	case c.crossings == 0:
		return nil, s.Words.Map.NoPosition
	}
	m = &sheet{Scene: s, scape: c, size: room(s.Size), on: p.on(s, c), lit: selected(s)}
	m.view = p.view(m)
	m.ground = p.draw(s, c, m.view, m.size)
	m.taken = make([]bool, m.size.W*m.size.H)
	order := m.order()
	m.placeSigns(order)
	m.placeNames(order)
	m.placeCountries()
	return m, ""
}

// on is the crossing that the cursor is on: what is selected, wherever that was,
// else what was chosen here last.
func (p *Pane) on(s pane.Scene, c *scape) model.ID {
	if c.find(s.Selected) >= 0 {
		p.cursor = s.Selected
	}
	if c.crossings == 0 || c.find(p.cursor) >= 0 {
		return p.cursor
	}
	return c.spots[0].id
}

// selected lists the crossings and places that what is selected is about.
func selected(s pane.Scene) []model.ID {
	ids := []model.ID{s.Selected}
	a, _ := s.Board.Record(s.Selected)
	switch r := a.Record.(type) {
	case *model.Incident:
		ids = slices.Concat(ids, r.Crossings, r.Places)
	case *model.Measure:
		ids = append(ids, r.Crossings...)
	case *model.Report:
		ids = append(ids, r.Crossings...)
	case *model.Count:
		ids = append(ids, r.Crossing)
	case *model.Queue:
		ids = append(ids, r.Crossing)
	case *model.Source, *model.Place, *model.Crossing, *model.Deadline, *model.Statement, *model.Condition, *model.Tally, *model.Amendment:
	}
	return ids
}

// marked tells whether a spot is to be seen at once.
func (m *sheet) marked(sp *spot) bool {
	return sp.id != "" && (slices.Contains(m.lit, sp.id) || m.Focused && sp.id == m.on)
}

// whole is the view of everything.
func (m *sheet) whole() atlas.View { return atlas.Fit(m.scape.span, 2*m.size.W, 4*m.size.H) }

// view is what the reader looks at. A crossing that is chosen comes into view.
func (p *Pane) view(m *sheet) atlas.View {
	v := m.whole()
	if p.look.zoom == 0 {
		p.shown = m.on
		return v
	}
	v.Mid, v.Scale = p.look.mid, v.Scale*p.look.zoom
	v = v.Tidy()
	if i := m.scape.find(m.on); i >= 0 && p.shown != m.on {
		p.shown = m.on
		x, y := v.Project(m.scape.spots[i].at)
		if marginX, marginY := float64(v.W)/10, float64(v.H)/10; x < marginX || x > float64(v.W)-marginX || y < marginY || y > float64(v.H)-marginY {
			p.look.mid = m.scape.spots[i].at
			v.Mid = p.look.mid
		}
	}
	return v.Tidy()
}

// order lists the spots by what is to be drawn first.
func (m *sheet) order() []int {
	order := make([]int, len(m.scape.spots))
	rank := make([]int, len(order))
	for i := range order {
		order[i], rank[i] = i, m.scape.spots[i].rank
		if m.marked(&m.scape.spots[i]) {
			rank[i] = lit
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
	return order
}

// placeSigns puts each sign on the cell of its dot or, where that is taken, on the
// nearest beside it. Those of crossings are there even if cities must give way.
func (m *sheet) placeSigns(order []int) {
	m.signs = make([]sign, len(m.scape.spots))
	for _, i := range order {
		sp := &m.scape.spots[i]
		glyph, style := m.glyph(sp)
		x, y := m.view.Project(sp.at)
		if glyph == "" || !m.inside(x, y) {
			continue
		}
		if cx, cy, ok := m.cell(x, y); ok {
			m.signs[i] = sign{cx, cy, true, len(m.labels)}
			text := style.Render(glyph)
			if m.marked(sp) {
				text = m.highlight().Over(text)
			}
			m.put(cx, cy, 1, text)
		}
	}
}

func (m *sheet) inside(x, y float64) bool {
	return x >= -0.5 && y >= -0.5 && x < float64(m.view.W)-0.5 && y < float64(m.view.H)-0.5
}

// cell is the free cell nearest to a dot, among those around its own.
func (m *sheet) cell(x, y float64) (cx, cy int, ok bool) {
	dotX, dotY := int(math.Round(x)), int(math.Round(y))
	best := math.Inf(1)
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			at, row := dotX/2+dx, dotY/4+dy
			far := math.Hypot(float64(2*at)+0.5-x, float64(4*row)+1.5-y)
			if dx == 0 && dy == 0 {
				far = 0
			}
			if far < best && m.free(at, row, 1) {
				cx, cy, ok, best = at, row, true, far
			}
		}
	}
	return cx, cy, ok
}

// glyph is the sign of a spot; empty where it has a name alone.
func (m *sheet) glyph(sp *spot) (string, theme.Style) {
	g := m.Styles.Glyphs
	switch {
	case sp.crossing != nil:
		style, sign := m.State(sp.crossing.Headline)
		return sign, style
	case sp.kind == model.Airport:
		return g.Airport, m.Styles.Heading
	case sp.kind == model.Region:
		return "", m.Styles.Muted
	}
	return g.City, m.Styles.Muted
}

func (m *sheet) highlight() theme.Style {
	if m.Focused {
		return m.Styles.Selected
	}
	return m.Styles.SelectedBlurred
}

// mark is the mark of what happened somewhere of late: how many there were, if
// more than one.
func (m *sheet) mark(r recent) string {
	if r.count == 0 {
		return ""
	}
	text := m.Styles.Glyphs.Recent[r.fade]
	if r.count > 1 {
		text += strconv.Itoa(min(r.count, 99))
	}
	return text
}

func (m *sheet) markStyle(r recent) theme.Style {
	switch r.fade {
	case 0:
		return m.Styles.Severity(r.severity)
	case 1:
		return m.Styles.Muted
	}
	return m.Styles.Faint
}

// lines draws all of it.
func (m *sheet) lines() []string {
	c := m.ground.canvas.Copy()
	for _, l := range m.labels {
		c.Put(l.x, l.y, theme.Style{}, l.text)
	}
	return c.Lines(m.Styles.Glyphs, m.Styles.Border, m.Styles.Muted)
}

// width is that of a text in cells.
func width(text string) int { return draw.Width(text) }
