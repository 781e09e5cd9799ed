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
	// ID names a thing; the cursor follows it when the list changes.
	ID func(i int) model.ID
	// Draw gives the lines of a thing at the scene's width.
	Draw func(i int) []string
}

// List is a cursor and a scroll position in a list of things. The zero List
// stands on the first. The cursor follows its thing, not a row.
type List struct {
	cursor model.ID
	at     int // where the cursor was last found
	top    int // the first thing in view
}

// Index is the place of the cursor: that of its thing, or where that last was if
// it is gone, and 0 where none was chosen; -1 in an empty list.
func (l *List) Index(t Things) int {
	if t.Len == 0 {
		return -1
	}
	if l.at < t.Len && t.ID(l.at) == l.cursor {
		return l.at
	}
	for i := range t.Len {
		if t.ID(i) == l.cursor {
			l.at = i
			return i
		}
	}
	l.at = min(l.at, t.Len-1)
	if l.cursor == "" {
		l.at = 0
	}
	return l.at
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
	if by, ok := k.Move(msg, s.Size.H/max(t.Rows, 1)); ok {
		return l.choose(t, min(max(i+by, 0), t.Len-1))
	}
	switch msg := msg.(type) {
	case tea.MouseMsg:
		hit := l.top + msg.Y/max(t.Rows, 1)
		if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft && msg.Y >= 0 && hit < t.Len {
			return l.choose(t, hit)
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

func (l *List) choose(t Things, i int) Intent {
	l.at, l.cursor = i, t.ID(i)
	return Select{l.cursor}
}

// View draws the things around the cursor and fills the scene exactly. The row
// of the cursor is marked only where the pane has the focus or the thing is
// what is selected.
func (l *List) View(s Scene, t Things) []string {
	i := l.Index(t)
	fits := max(s.Size.H/max(t.Rows, 1), 1)
	l.top = min(max(l.top, i-fits+1), max(i, 0))
	l.top = max(0, min(l.top, t.Len-fits))
	lines := make([]string, 0, s.Size.H+t.Rows)
	for n := l.top; n < t.Len && len(lines) < s.Size.H; n++ {
		for _, line := range t.Draw(n) {
			lines = append(lines, l.mark(s, line, n == i, t.ID(n)))
		}
	}
	return draw.Lines(lines, s.Size.W, s.Size.H)
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
