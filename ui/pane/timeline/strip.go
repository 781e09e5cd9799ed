package timeline

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// StripLines is how high a strip is.
const StripLines = 2

// Strip is the story in two lines, for the edge of a screen: how bad each day was,
// and the closures of the crossing that most is told of. It shares with its pane
// what was worked out, and looks at time in its own way.
type Strip struct {
	kept  *kept
	sight sight
}

// Strip makes a strip beside the pane.
func (p *Pane) Strip() *Strip { return &Strip{kept: p.kept} }

func (t *Strip) chart(s pane.Scene) chart {
	label := min(labelled(s.Size.W), labelled(medium-1))
	story := t.kept.of(s)
	return newChart(s, story, t.sight.window(s, story, max(s.Size.W-label, 1)), label)
}

// View draws the strip.
func (t *Strip) View(s pane.Scene) []string {
	if s.Size.W <= 0 || s.Size.H <= 0 {
		return draw.Lines(nil, s.Size.W, s.Size.H)
	}
	c := t.chart(s)
	upper, lower := slices.Clone(c.dotted), slices.Clone(c.plain)
	for i, of := range c.sums() {
		if sum := whole(of); sum.Count > 0 {
			c.degree(upper, i, sum)
		}
	}
	name := ""
	if l, ok := c.main(); ok {
		lower, name = c.lane(l), c.titled(l)
	}
	c.months(upper, lower)
	lines := []string{c.line("   "+s.Styles.Muted.Render(s.Words.Incidents), upper), c.line(name, lower)}
	return draw.Lines(lines, s.Size.W, s.Size.H)
}

// main is the lane of the crossing that most is told of, for all its traffic; not ok
// where it was never closed.
func (c *chart) main() (model.Lane, bool) {
	for _, l := range c.story.Lanes {
		if len(c.s.Board.Crossings) > 0 && len(l.Crossings) > 0 && len(l.Classes) == 0 && l.Kind == model.Closure &&
			l.Crossings[0] == c.s.Board.Crossings[0].Crossing.ID {
			return l, true
		}
	}
	return model.Lane{}, false
}

// months names the months or the years where that hides nothing.
func (c *chart) months(rows ...[]cell) {
	g := c.s.Styles.Glyphs
	for _, slot := range c.eras() {
		last := c.date(slot+1).AddDate(0, 0, -1)
		names := []string{c.s.Words.Months[last.Month()-1], strconv.Itoa(int(last.Month()))}
		if c.level == weeks || c.level == months {
			names = []string{strconv.Itoa(last.Year())}
		}
		for _, name := range names {
			if c.spare(rows, c.cell(slot), name, g.Dot+g.Span+" ") {
				break
			}
		}
	}
}

// spare writes a name into the first of some rows that has nothing but filler there.
func (c *chart) spare(rows [][]cell, at int, name, filler string) bool {
	signs := split(name)
	for _, cells := range rows {
		free := at >= 0 && at+len(signs) <= len(cells)
		for i := at; free && i < at+len(signs); i++ {
			free = !cells[i].taken && cells[i].text != "" && strings.Contains(filler, cells[i].text)
		}
		if free {
			set(cells, at, name, c.s.Styles.Muted)
			return true
		}
	}
	return false
}

// Update does what a click or the wheel on the strip asks for.
func (t *Strip) Update(s pane.Scene, msg tea.MouseMsg) pane.Intent {
	if s.Size.W <= 0 || s.Size.H <= 0 {
		return nil
	}
	c := t.chart(s)
	switch msg.Button { //nolint:exhaustive // other buttons do nothing
	case tea.MouseButtonWheelUp:
		t.sight.zoom(c.window, -1, c.start(c.below(msg.X)))
	case tea.MouseButtonWheelDown:
		t.sight.zoom(c.window, 1, c.start(c.below(msg.X)))
	case tea.MouseButtonLeft:
		if msg.Action == tea.MouseActionPress && msg.X >= c.label {
			return c.seek(c.below(msg.X))
		}
	}
	return nil
}
