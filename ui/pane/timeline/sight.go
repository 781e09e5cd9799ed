package timeline

import (
	"time"

	"bordertop/model"
	"bordertop/ui/pane"
)

// sight is which part of time is in view, and how closely.
type sight struct {
	level level
	left  int // the first slot in view, in a view of so many slots
	slots int
	// zoomed tells that the reader chose the level.
	zoomed bool
}

// The cursor of a chart that begins anew stands at this share of its width: what
// is planned lies beyond it. margin is the share that stays in view on either
// side of it.
const (
	stand  = 4
	parts  = 5
	margin = 8
)

// window is what is in view of so many cells. It holds the cursor: where that
// left it, the view follows.
func (p *sight) window(s pane.Scene, story *model.Story, cells int) window {
	at := s.At()
	slots, cursor, left := p.fit(s.Zone, at, cells)
	if off := cursor - left; slots > 2*p.slots || off < -slots || off >= 2*slots {
		if !p.zoomed {
			p.level = closest(s, story, cells)
		}
		p.slots = max(cells/p.level.cells(), 1)
		p.left = scale{p.level, s.Zone}.slot(at) - p.slots*stand/parts
		slots, cursor, left = p.fit(s.Zone, at, cells)
	}
	edge := min(slots/margin, (slots-1)/2)
	if to := min(max(left, cursor-slots+edge+1), cursor-edge); to != left {
		p.left, p.slots, left = to, slots, to
	}
	w := newWindow(scale{p.level, s.Zone}, left, slots)
	w.cursor, w.now = cursor, w.slot(s.Now)
	return w
}

// fit is how many slots so many cells show, in which the cursor is, and which is
// the first: in a view of another width than before the cursor stands where it
// stood. Nothing is kept of that, so that a width that comes back shows the same.
func (p *sight) fit(zone *time.Location, at time.Time, cells int) (slots, cursor, left int) {
	slots, cursor, left = max(cells/p.level.cells(), 1), scale{p.level, zone}.slot(at), p.left
	if slots != p.slots && p.slots > 0 {
		left = cursor - (cursor-left)*slots/p.slots
	}
	return slots, cursor, left
}

// zoom goes closer by one level, or back where by is 1, and leaves the slot of an
// instant where it is on the screen.
func (p *sight) zoom(w window, by int, about time.Time) {
	to := level(min(max(int(p.level)+by, int(thirds)), int(months)))
	if to == p.level {
		return
	}
	at := w.cell(w.slot(about))
	p.level, p.zoomed = to, true
	p.left = scale{to, w.zone}.slot(about) - at/to.cells()
	p.slots = max(w.cells()/to.cells(), 1)
}

// closest is the level, a cell a slot at most, at which half of what happened by
// then is in view before the cursor.
func closest(s pane.Scene, story *model.Story, cells int) level {
	half := middle(story)
	for l := days; l < months; l++ {
		sc := scale{l, s.Zone}
		if half.IsZero() || sc.slot(s.At())-sc.slot(half) < cells*stand/parts {
			return l
		}
	}
	return months
}

// middle is the day by which half of what happened had; zero where nothing did.
func middle(story *model.Story) time.Time {
	n := 0
	for _, d := range story.Days {
		n += total(d.Sums)
	}
	for _, d := range story.Days {
		if n -= 2 * total(d.Sums); n <= 0 {
			return d.Start
		}
	}
	return time.Time{}
}

func total(sums []model.CategorySum) int {
	n := 0
	for _, sum := range sums {
		n += sum.Count
	}
	return n
}
