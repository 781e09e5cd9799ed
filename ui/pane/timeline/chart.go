package timeline

import (
	"slices"
	"strconv"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// What room the parts of the picture take.
const (
	wide, medium, small = 120, 70, 44 // widths of the pane
	tall, low, flat     = 16, 10, 4   // and heights
)

// labelled is how many cells of a width the names of rows take.
func labelled(w int) int {
	switch {
	case w >= wide:
		return w * 3 / 10
	case w >= medium:
		return 24
	case w >= small:
		return 15
	case w >= small/2:
		return 8
	}
	return 0
}

// enough headlines tell of most days.
const enough = 4

// picture is all that the pane shows, from the top.
type picture struct {
	chart

	axisLines int
	lanes     []model.Lane // all that are in view
	room      int          // for so many of them
	top       int          // the first that is shown
	apart     int          // the empty lines below them
	bands     []band
	summed    bool // the line of the moment shown is there
	heads     []model.Record
	lines     int // for the headlines
	first     int // the first that is shown
	keyed     bool
}

// picture divides the pane: what happens is told below the chart, of which the
// lanes take what the bands leave.
func (p *Pane) picture(s pane.Scene) picture {
	label := labelled(s.Size.W)
	story := p.kept.of(s)
	c := newChart(s, story, p.sight.window(s, story, max(s.Size.W-label, 1)), label)
	out := picture{chart: c, lanes: c.seen(), bands: c.bands(), heads: p.kept.headlines(s, c.window)}
	out.divide(s.Size.H)
	out.scroll(p.row)
	return out
}

// divide gives each part its lines. How many headlines there are has no part in
// that, so that nothing jumps while the board moves from day to day.
func (p *picture) divide(h int) {
	p.axisLines = 1
	if h >= low {
		p.axisLines = 2
	}
	rest := h - p.axisLines
	p.keyed = h >= tall
	if p.keyed {
		rest--
	}
	p.summed = h > flat
	told := 0
	if p.summed {
		rest--
		told = min(max(rest/5, 1), enough)
		rest -= told
	}
	rest = max(rest, 0)
	few := min(len(p.bands), max((rest+1)/2, rest-len(p.lanes)))
	p.room = min(len(p.lanes), rest-few)
	p.bands = foremost(p.bands, rest-p.room)
	rest -= p.room + len(p.bands)
	if rest > 0 && p.room > 0 {
		p.apart = 1
	}
	if p.summed {
		// What nobody took goes to the headlines.
		p.lines = min(len(p.heads), told+rest-p.apart)
	}
}

// scroll brings what the cursor of rows is on into view.
func (p *picture) scroll(on row) {
	if i := p.laneOf(on); i >= 0 {
		p.top = min(max(i-p.room/2, 0), len(p.lanes)-p.room)
	}
	if i := p.headOf(on); i >= 0 {
		p.first = min(max(i-p.lines+1, 0), len(p.heads)-p.lines)
	}
}

// row is what the cursor of rows is on: a lane, by the first of its measures, or a
// headline. The zero row is none that was chosen.
type row struct {
	lane bool
	id   model.ID
}

// laneOf is the place of a lane; -1 where it is not in view.
func (p *picture) laneOf(on row) int {
	if !on.lane {
		return -1
	}
	return slices.IndexFunc(p.lanes, func(l model.Lane) bool { return laneID(l) == on.id })
}

// laneID names a lane by the first of its measures, and by what shares that.
func laneID(l model.Lane) model.ID {
	id := l.Bars[0].Measure.ID
	if len(l.Crossings) > 0 {
		id += "/" + l.Crossings[0]
	}
	return id
}

// headOf is the place of a headline; -1 where it is none of these.
func (p *picture) headOf(on row) int {
	if on.lane {
		return -1
	}
	return slices.IndexFunc(p.heads, func(r model.Record) bool { return r.Head().ID == on.id })
}

// rows lists all that the cursor of rows may be on, from the top.
func (p *picture) rows() []row {
	var out []row
	for _, l := range p.lanes {
		if p.room > 0 {
			out = append(out, row{true, laneID(l)})
		}
	}
	for _, r := range p.heads {
		if p.lines > 0 {
			out = append(out, row{id: r.Head().ID})
		}
	}
	return out
}

// on is the row that the cursor is on: that which was chosen, else the first
// headline, or the first lane.
func (p *picture) on(chosen row) (row, bool) {
	rows := p.rows()
	switch {
	case slices.Contains(rows, chosen):
		return chosen, true
	case len(p.heads) > 0:
		return row{id: p.heads[0].Head().ID}, true
	case len(rows) > 0:
		return rows[0], true
	}
	return row{}, false
}

// record is what a row tells of: a headline, or the measure of a lane that is in
// force at the moment shown, or was or will be next to it.
func (p *picture) record(on row) model.ID {
	if i := p.laneOf(on); i >= 0 {
		b, _ := here(p.lanes[i], p.s.Board.Valid)
		return b.Measure.ID
	}
	return on.id
}

// draw draws the picture.
func (p *picture) draw(chosen row) []string {
	on, ok := p.on(chosen)
	lines := p.axis(p.axisLines, p.hidden())
	for _, l := range p.lanes[p.top : p.top+p.room] {
		here := row{true, laneID(l)}
		title := draw.FitTail(p.titled(l), p.label-1, p.s.Styles.Glyphs.Ellipsis)
		lines = append(lines, p.line(p.lit(title, here, ok && here == on), p.lane(l)))
	}
	for range p.apart {
		lines = append(lines, p.line("", p.plain))
	}
	for _, b := range p.bands {
		lines = append(lines, p.line("   "+p.s.Styles.Muted.Render(b.name), b.cells))
	}
	if p.summed {
		lines = append(lines, p.summary())
	}
	hours := slices.ContainsFunc(p.heads, func(r model.Record) bool { return r.Own().Exact() })
	for _, r := range p.heads[p.first : p.first+p.lines] {
		here := row{id: r.Head().ID}
		line := draw.FitTail(p.headline(r, hours), p.s.Size.W, p.s.Styles.Glyphs.Ellipsis)
		lines = append(lines, p.lit(line, here, ok && here == on))
	}
	if p.keyed {
		for len(lines) < p.s.Size.H-1 {
			lines = append(lines, "")
		}
		lines = append(lines, p.legend())
	}
	return draw.Lines(lines, p.s.Size.W, p.s.Size.H)
}

// hidden tells how many lanes there are above and below those that have room.
func (p *picture) hidden() string {
	text := ""
	if p.top > 0 {
		text += "  " + p.s.Styles.Glyphs.Up + strconv.Itoa(p.top)
	}
	if below := len(p.lanes) - p.top - p.room; below > 0 && p.room > 0 {
		text += "  " + p.s.Styles.Glyphs.Down + strconv.Itoa(below)
	}
	return text
}

// lit marks the row that the cursor is on, where the pane has the focus or what it
// tells of is selected.
func (p *picture) lit(line string, here row, on bool) string {
	switch {
	case on && p.s.Focused:
		return p.s.Styles.Selected.Over(line)
	case on && p.record(here) == p.s.Selected:
		return p.s.Styles.SelectedBlurred.Over(line)
	}
	return line
}
