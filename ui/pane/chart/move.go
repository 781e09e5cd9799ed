package chart

import (
	"math"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/atlas"
	"bordertop/ui/pane"
)

// How much closer a key and a turn of the wheel bring the map.
const (
	keyZoom   = 1.5
	wheelZoom = 1.25
)

// The limits of the zoom beside the whole.
const farthest, closest = 0.05, 200

// Update moves the cursor or the map.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	m, why := p.sheet(s)
	if why != "" || m.size.W <= 0 || m.size.H <= 0 {
		return nil, nil
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.pressed(m, msg), nil
	case tea.MouseMsg:
		return p.pointed(m, msg), nil
	case pane.OpenMsg:
		return pane.Open{ID: m.on}, nil
	}
	return nil, nil
}

func (p *Pane) pressed(m *sheet, msg tea.KeyMsg) pane.Intent {
	k := p.Keys
	const part = 6.0 // of the map, for a move
	for _, move := range []struct {
		step, pan key.Binding
		x, y      float64
	}{
		{k.Left, k.PanLeft, -1, 0}, {k.Right, k.PanRight, 1, 0}, {k.Up, k.PanUp, 0, -1}, {k.Down, k.PanDown, 0, 1},
	} {
		switch {
		case key.Matches(msg, move.step):
			if id := m.next(move.x, move.y); id != "" {
				return p.choose(id)
			}
			fallthrough
		case key.Matches(msg, move.pan):
			p.see(m, m.view.Pan(move.x*float64(m.view.W)/part, move.y*float64(m.view.H)/part))
			return nil
		}
	}
	switch {
	case key.Matches(msg, k.ZoomIn):
		p.see(m, m.view.Zoom(keyZoom, m.about()))
	case key.Matches(msg, k.ZoomOut):
		p.see(m, m.view.Zoom(1/keyZoom, m.about()))
	case key.Matches(msg, k.Top):
		p.look = look{}
	case key.Matches(msg, k.Open):
		return pane.Open{ID: m.on}
	}
	return nil
}

func (p *Pane) choose(id model.ID) pane.Intent {
	p.cursor = id
	return pane.Select{ID: id}
}

// see looks at the map as in a view.
func (p *Pane) see(m *sheet, v atlas.View) {
	zoom := v.Scale / m.whole().Scale
	if zoom >= farthest && zoom <= closest {
		p.look = look{v.Mid, zoom}
	}
}

// about is what stays where it is while the map comes closer: the crossing under
// the cursor if it is in view.
func (m *sheet) about() atlas.Point {
	if i := m.scape.find(m.on); i >= 0 {
		at := m.scape.spots[i].at
		if x, y := m.view.Project(at); m.inside(x, y) {
			return at
		}
	}
	return m.view.Mid
}

// next is the crossing nearest to the cursor in a direction, in view or not. Those
// that lie on one spot follow each other downwards.
func (m *sheet) next(dx, dy float64) model.ID {
	from := m.scape.find(m.on)
	if from < 0 {
		return ""
	}
	x0, y0 := m.view.Project(m.scape.spots[from].at)
	best, found := math.Inf(1), model.ID("")
	for i := range m.scape.spots[:m.scape.crossings] {
		x, y := m.view.Project(m.scape.spots[i].at)
		x, y = x-x0, y-y0+1e-6*float64(i-from)
		along, across := x*dx+y*dy, math.Abs(x*dy)+math.Abs(y*dx)
		if cost := along + 2*across; along > 0 && across <= 3*along && cost < best {
			best, found = cost, m.scape.spots[i].id
		}
	}
	return found
}

func (p *Pane) pointed(m *sheet, msg tea.MouseMsg) pane.Intent {
	if msg.X < 0 || msg.X >= m.size.W || msg.Y < 0 || msg.Y >= m.size.H || msg.Action != tea.MouseActionPress {
		return nil
	}
	at := m.view.Unproject(float64(2*msg.X)+0.5, float64(4*msg.Y)+1.5)
	switch msg.Button { //nolint:exhaustive // others do nothing here
	case tea.MouseButtonWheelUp:
		p.see(m, m.view.Zoom(wheelZoom, at))
	case tea.MouseButtonWheelDown:
		p.see(m, m.view.Zoom(1/wheelZoom, at))
	case tea.MouseButtonLeft:
		if id := m.nearest(msg.X, msg.Y); id != "" {
			return p.choose(id)
		}
	}
	return nil
}

// nearest is the crossing whose name is on a cell, or else whose sign is nearest;
// empty where none is in view.
func (m *sheet) nearest(x, y int) model.ID {
	for _, n := range m.names {
		if n.written && n.spot.crossing != nil && y == n.y && x >= n.x && x < n.x+n.cells {
			return n.spot.id
		}
	}
	best, found := math.Inf(1), model.ID("")
	for i := range m.scape.spots[:m.scape.crossings] {
		at := m.signs[i]
		// A cell is twice as high as it is wide.
		if far := math.Hypot(float64(at.x-x), 2*float64(at.y-y)); at.ok && far < best {
			best, found = far, m.scape.spots[i].id
		}
	}
	return found
}
