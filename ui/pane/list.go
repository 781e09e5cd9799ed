package pane

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
)

// Things is a list of things that a pane shows, each Rows lines high.
type Things struct {
	Len  int
	Rows int
	// High gives the lines of a thing where some have more than Rows; nil where all
	// have as many. It does not go with headings.
	High func(i int) int
	// ID names a thing; the cursor follows it when the list changes.
	ID func(i int) model.ID
	// Draw gives the lines of a thing at the scene's width.
	Draw func(i int) []string
	// Under gives the place of the heading that a thing stands under, and i itself
	// for a heading, on which no cursor stands. The first of the list is a heading,
	// and none is the last. Nil where there are none.
	Under func(i int) int
	// Place finds the place of a thing, or that of its neighbour where it is not in
	// the list; below 0 where nothing is known of it. Nil looks the list through.
	Place func(id model.ID) int
	// Behind lists the records that a thing rests on; nil where each is one.
	Behind func(i int) []model.ID
}

func (t Things) behind(i int) []model.ID {
	if t.Behind != nil {
		return t.Behind(i)
	}
	return []model.ID{t.ID(i)}
}

func (t Things) heading(i int) bool { return t.Under != nil && t.Under(i) == i }

// stuck tells whether a list whose view begins with a thing shows the heading of
// that above it.
func (t Things) stuck(top, fits int) bool {
	return t.Under != nil && fits > 1 && top < t.Len && !t.heading(top)
}

// List is a cursor and a scroll position in a list of things. The zero List
// stands on the first. The cursor follows its thing, not a row, and so does what
// is in view, unless that is the beginning of the list.
type List struct {
	cursor model.ID
	at     int // where the cursor was last found
	top    int // the first thing in view
}

// Index is the place of the cursor: that of its thing, or where that last was if
// it is gone, and the first where none was chosen; -1 in an empty list.
func (l *List) Index(t Things) int {
	if t.Len == 0 {
		return -1
	}
	if l.at < t.Len && l.cursor != "" && t.ID(l.at) == l.cursor {
		return l.at
	}
	at := min(l.at, t.Len-1)
	if l.cursor == "" {
		at = 0
	} else if found := t.place(l.cursor); found >= 0 {
		at = found
	}
	at = t.off(at, 1)
	if l.top > 0 {
		l.top = max(l.top+at-l.at, 0)
	}
	l.at = at
	return at
}

func (t Things) place(id model.ID) int {
	if t.Place != nil {
		return t.Place(id)
	}
	for i := range t.Len {
		if t.ID(i) == id {
			return i
		}
	}
	return -1
}

// off is the first place from i on that is no heading, in the direction of by.
func (t Things) off(i, by int) int {
	for ; i > 0 && t.heading(i); i += max(min(by, 1), -1) {
	}
	if i == 0 && t.heading(i) {
		return 1
	}
	return i
}

// Follow makes the cursor follow a thing, without asking for it to be selected;
// empty is the first of the list.
func (l *List) Follow(id model.ID) { l.cursor = id }

// Cursor is the thing that was chosen last; empty where none was.
func (l *List) Cursor() model.ID { return l.cursor }

// Under is the thing under the cursor, which is followed from now on; empty in an
// empty list. What a cursor followed before may come back, and is followed still.
func (l *List) Under(t Things) model.ID {
	i := l.Index(t)
	if i < 0 {
		return ""
	}
	if l.cursor == "" {
		l.cursor = t.ID(i)
	}
	return t.ID(i)
}

// First is the place of the first thing in view.
func (l *List) First() int { return l.top }

// Update moves the cursor where the message asks for it, and asks for what is
// then under it to be selected.
func (l *List) Update(s Scene, k *Keys, t Things, msg tea.Msg) Intent {
	i := l.Index(t)
	if i < 0 {
		return nil
	}
	rows := max(t.Rows, 1)
	if by, ok := k.Move(msg, s.Size.H/rows); ok {
		return l.Choose(t, t.off(min(max(i+by, 0), t.Len-1), by))
	}
	switch msg := msg.(type) {
	case tea.MouseMsg:
		if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft && msg.Y >= 0 {
			return l.hit(t, t.row(l.top, msg.Y), max(s.Size.H/rows, 1))
		}
	case tea.KeyMsg:
		if key.Matches(msg, k.Open) {
			return Open{t.ID(i)}
		}
	case OpenMsg:
		return Open{t.ID(i)}
	}
	return nil
}

// row is which of the things from the first in view on has a line.
func (t Things) row(top, y int) int {
	if t.High == nil {
		return y / max(t.Rows, 1)
	}
	i := top
	for ; i < t.Len && y >= t.High(i); i++ {
		y -= t.High(i)
	}
	return i - top
}

// from is the first thing in view, so that the one at a place is, and no room is
// left below the last: with as little movement as will do.
func (t Things) from(top, i, room int) int {
	top = max(0, min(top, i))
	high := func(from, to int) int {
		sum := 0
		for n := from; n < to; n++ {
			sum += t.High(n)
		}
		return sum
	}
	for top < i && high(top, i+1) > room {
		top++
	}
	for top > 0 && high(top-1, t.Len) <= room {
		top--
	}
	return top
}

// hit chooses the thing in a row of the view.
func (l *List) hit(t Things, row, fits int) Intent {
	if t.stuck(l.top, fits) {
		row--
	}
	if i := l.top + row; row >= 0 && i < t.Len && !t.heading(i) {
		return l.Choose(t, i)
	}
	return nil
}

// Choose puts the cursor on the thing at a place, and asks for it to be selected.
func (l *List) Choose(t Things, i int) Intent {
	l.at, l.cursor = i, t.ID(i)
	return Select{l.cursor}
}

// View draws the things around the cursor and fills the scene exactly. The row
// of the cursor is marked only where the pane has the focus or the thing is
// what is selected. The heading of what is in view stays in view.
func (l *List) View(s Scene, t Things) []string {
	i := l.Index(t)
	fits := max(s.Size.H/max(t.Rows, 1), 1)
	if t.High != nil {
		l.top = t.from(l.top, i, s.Size.H)
	} else {
		l.scroll(t, i, fits)
	}
	lines := make([]string, 0, s.Size.H+t.Rows)
	if t.stuck(l.top, fits) {
		lines = append(lines, t.Draw(t.Under(l.top))...)
	}
	for n := l.top; n < t.Len && len(lines) < s.Size.H; n++ {
		for row, line := range t.Draw(n) {
			if row == 0 && s.Embargoes != nil {
				line = s.Sealed(line, t.behind(n)...)
			}
			lines = append(lines, l.mark(s, line, n == i, t.ID(n)))
		}
	}
	return draw.Lines(lines, s.Size.W, s.Size.H)
}

// scroll brings the cursor into view, with as little movement as will do; after a
// jump of more than a page, with what stands on either side of it.
func (l *List) scroll(t Things, i, fits int) {
	last := max(t.Len-fits, 0)
	if t.stuck(last, fits) {
		last++
	}
	if i < l.top-fits || i >= l.top+2*fits {
		l.top = i - fits/2
	}
	l.top = min(max(l.top, i-fits+1), max(i, 0))
	l.top = max(0, min(l.top, last))
	if t.stuck(l.top, fits) && i-l.top+1 >= fits {
		l.top++
	}
	if t.stuck(l.top, fits) && t.heading(l.top-1) {
		l.top-- // its heading takes that row either way
	}
}

func (l *List) mark(s Scene, line string, here bool, id model.ID) string {
	switch {
	case here && s.Focused:
		return s.Styles.Selected.Over(draw.Fit(line, s.Size.W))
	case here && id == s.Selected:
		return s.Styles.SelectedBlurred.Over(draw.Fit(line, s.Size.W))
	}
	return line
}
