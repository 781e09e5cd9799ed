package timeline

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/pane"
)

// Update moves the board through time, looks closer or wider, or chooses a row.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	if s.Size.W <= 0 || s.Size.H <= 0 {
		return nil, nil
	}
	pic := p.picture(s)
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.press(&pic, msg), nil
	case tea.MouseMsg:
		return p.point(&pic, msg), nil
	case pane.OpenMsg:
		return p.open(&pic), nil
	}
	return nil, nil
}

func (p *Pane) press(pic *picture, msg tea.KeyMsg) pane.Intent {
	k := p.Keys
	if by, ok := p.moves(pic, msg); ok {
		return pic.seek(pic.beside(by))
	}
	switch {
	case key.Matches(msg, k.Top):
		return pic.seek(pic.slot(pic.story.From))
	case key.Matches(msg, k.Bottom):
		return pic.seek(pic.now)
	case key.Matches(msg, k.ZoomIn):
		p.sight.zoom(pic.window, -1, pic.s.At())
	case key.Matches(msg, k.ZoomOut):
		p.sight.zoom(pic.window, 1, pic.s.At())
	case key.Matches(msg, k.Up):
		return p.turn(pic, -1)
	case key.Matches(msg, k.Down):
		return p.turn(pic, 1)
	case key.Matches(msg, k.Open):
		return p.open(pic)
	}
	return nil
}

// moves tells by how many slots a key moves the board; not ok where it does not.
func (p *Pane) moves(pic *picture, msg tea.KeyMsg) (by int, ok bool) {
	k, page := p.Keys, max(pic.slots-1, 1)
	switch {
	case key.Matches(msg, k.Left):
		return -1, true
	case key.Matches(msg, k.Right):
		return 1, true
	case key.Matches(msg, k.HalfUp):
		return -max(page/2, 1), true
	case key.Matches(msg, k.HalfDown):
		return max(page/2, 1), true
	case key.Matches(msg, k.PageUp):
		return -page, true
	case key.Matches(msg, k.PageDown):
		return page, true
	}
	return 0, false
}

// beside is the slot so many before or after the cursor's; never a day that the
// clocks of the zone left out.
func (c *chart) beside(by int) int {
	slot := c.cursor + by
	for slot < c.now && c.start(slot).Equal(c.start(slot+1)) {
		slot += max(min(by, 1), -1)
	}
	return slot
}

// seek moves the board to the last instant of a slot: all that happened in it is
// known then. The slot of the present, and what is beyond, is the present; what is
// before the story is its beginning.
func (c *chart) seek(slot int) pane.Intent {
	first := c.cursor
	if !c.story.From.IsZero() {
		first = min(first, c.slot(c.story.From))
	}
	if slot = max(slot, first); slot >= c.now {
		return pane.Seek{}
	}
	return pane.Seek{At: c.start(slot + 1).Add(-time.Microsecond)}
}

// turn moves the cursor of rows.
func (p *Pane) turn(pic *picture, by int) pane.Intent {
	rows := pic.rows()
	on, ok := pic.on(p.row)
	if !ok {
		return nil
	}
	i := min(max(slices.Index(rows, on)+by, 0), len(rows)-1)
	return p.choose(pic, rows[i])
}

func (p *Pane) choose(pic *picture, on row) pane.Intent {
	p.row = on
	return pane.Select{ID: pic.record(on)}
}

func (p *Pane) open(pic *picture) pane.Intent {
	on, ok := pic.on(p.row)
	if !ok {
		return nil
	}
	return pane.Open{ID: pic.record(on)}
}

// point does what a click or the wheel asks for: a click on a slot moves the board
// there, one on a row chooses that, and the wheel looks closer or wider.
func (p *Pane) point(pic *picture, msg tea.MouseMsg) pane.Intent {
	told := msg.Y >= pic.chartLines()
	switch msg.Button { //nolint:exhaustive // other buttons do nothing
	case tea.MouseButtonWheelUp, tea.MouseButtonWheelDown:
		by := 1
		if msg.Button == tea.MouseButtonWheelUp {
			by = -1
		}
		if told {
			return p.turn(pic, by)
		}
		p.sight.zoom(pic.window, by, pic.start(pic.below(msg.X)))
	case tea.MouseButtonLeft:
		if msg.Action == tea.MouseActionPress && msg.X >= 0 && msg.Y >= 0 {
			return p.click(pic, msg.X, msg.Y)
		}
	}
	return nil
}

// chartLines is how many lines the chart takes, from the top.
func (pic *picture) chartLines() int { return pic.axisLines + pic.room + pic.apart + len(pic.bands) }

// below is the slot at a column of the pane, the nearest in view.
func (c *chart) below(x int) int {
	return c.left + min(max(x-c.label, 0)/c.level.cells(), c.slots-1)
}

func (p *Pane) click(pic *picture, x, y int) pane.Intent {
	lane := y - pic.axisLines
	if lane >= 0 && lane < pic.room {
		p.row = row{true, laneID(pic.lanes[pic.top+lane])}
		if x < pic.label {
			return p.choose(pic, p.row)
		}
	}
	if y < pic.chartLines() {
		if x < pic.label {
			return nil
		}
		return pic.seek(pic.below(x))
	}
	head := y - pic.chartLines() - 1
	if head >= 0 && head < pic.lines {
		return p.choose(pic, row{id: pic.heads[pic.first+head].Head().ID})
	}
	return nil
}
