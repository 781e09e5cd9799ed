package sources

import (
	"bordertop/model"
	"bordertop/model/source"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// The widths of the columns of live sources.
const (
	mostRows    = 6
	leastRemark = 20
)

// liveTable sets the columns: how a source fares and what it is before all else, then
// how old its data are, why it fails, when it is asked next and what it gave.
func liveTable(s pane.Scene) draw.Table {
	w := s.Words
	state, age, next := draw.Width(w.Live.State), draw.Width(w.Live.Data), draw.Width(w.Live.Next)
	for _, h := range s.Feeds {
		text, _ := pane.Faring(s, h)
		state = max(state, draw.Width(text))
		age = max(age, draw.Width(pane.DataAge(s, h)))
		next = max(next, draw.Width(pane.Due(s, h)))
	}
	return draw.NewTable(s.Size.W-2, 2, s.Styles.Glyphs,
		draw.Column{Min: state, Priority: 7},
		draw.Column{Min: leastName, Max: mostName, Flex: 2, Priority: 6},
		draw.Column{Min: age, Priority: 5, Align: draw.AlignRight},
		draw.Column{Min: next, Priority: 3, Align: draw.AlignRight},
		draw.Column{Min: max(mostRows, draw.Width(w.Live.Rows)), Priority: 2, Align: draw.AlignRight},
		draw.Column{Min: leastRemark, Flex: 4, Priority: 4},
	)
}

func liveHeader(s pane.Scene) string {
	w := s.Words.Live
	cells := []string{w.State, s.Words.Field("title"), w.Data, w.Next, w.Rows, w.Remark}
	for i, cell := range cells {
		cells[i] = s.Styles.Faint.Render(cell)
	}
	return " " + liveTable(s).Row(cells...)
}

func liveRow(s pane.Scene, h source.Health) string {
	muted := s.Styles.Muted.Render
	rows := s.Styles.Glyphs.Dash
	if !h.Good.IsZero() {
		rows = s.Words.Number(int64(h.Rows))
	}
	state, style := pane.Faring(s, h)
	return " " + liveTable(s).Row(style.Render(state), title(h), pane.DataAge(s, h), muted(pane.Due(s, h)), muted(rows), muted(pane.Remark(s, h)))
}

// title names a source; its id where it has no title.
func title(h source.Health) string {
	if h.Title.Empty() {
		return string(h.ID)
	}
	return h.Title.String()
}

// failing counts the live sources that fail.
func failing(s pane.Scene) int64 {
	n := int64(0)
	for _, h := range s.Feeds {
		if h.State(s.Now) == source.Failing {
			n++
		}
	}
	return n
}

// things lists the live sources and then the others, each under the names of its
// columns; only the others, without those, where there are no live ones.
func (p *Pane) things(s pane.Scene) pane.Things {
	others := p.others(s)
	if len(s.Feeds) == 0 {
		return others
	}
	head := len(s.Feeds) + 1 // of the others
	all := pane.Things{
		Len: head, Rows: 1,
		ID: func(i int) model.ID {
			switch {
			case i == 0 || i == head:
				return ""
			case i < head:
				return s.Feeds[i-1].ID
			}
			return others.ID(i - head - 1)
		},
		Draw: func(i int) []string {
			switch {
			case i == 0:
				return []string{liveHeader(s)}
			case i == head:
				return []string{p.measure(s).header(s)}
			case i < head:
				return []string{liveRow(s, s.Feeds[i-1])}
			}
			return others.Draw(i - head - 1)
		},
		Under: func(i int) int {
			if i < head {
				return 0
			}
			return head
		},
	}
	if others.Len > 0 {
		all.Len += 1 + others.Len
	}
	return all
}
