package incidents

import (
	"slices"
	"strings"
	"sync"

	"bordertop/model"
	"bordertop/model/query"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// things are the rows as a list shows them.
func (p *Pane) things(s pane.Scene) pane.Things {
	l := p.listed(s)
	// The columns depend on what is in view, which is settled when the first line
	// is drawn.
	c := sync.OnceValue(func() columns { return p.columns(s, l) })
	t := pane.Things{
		Len: len(l.rows), Rows: 1,
		ID: func(i int) model.ID {
			if at := l.rows[i]; at >= 0 {
				return s.Board.Events.ID(at)
			}
			return ""
		},
		Draw: func(i int) []string {
			if at := l.rows[i]; at < 0 {
				return []string{p.heading(s, l, ^at)}
			}
			return []string{p.row(s, l, c(), i)}
		},
		Place: func(id model.ID) int { return p.kept.place(s, l, id) },
	}
	if l.heads != nil {
		t.Under = l.head
	}
	return t
}

// place finds the row of a record, or that of its neighbour where it is filtered
// out; -1 where the board does not list it.
func (k *kept) place(s pane.Scene, l *listed, id model.ID) int {
	if k.sought.of != l || k.sought.id != id {
		at := s.Board.Events.Place(id)
		k.sought.of, k.sought.id, k.sought.row = l, id, -1
		if at >= 0 {
			k.sought.row = l.near(at)
		}
	}
	return k.sought.row
}

// heading is the line above a group: what it has in common, and how many there
// are.
func (p *Pane) heading(s pane.Scene, l *listed, g int) string {
	first := s.Board.Events.At(l.rows[l.heads[g]+1])
	name := s.Words.Named(first.Own(), s.Zone, s.At())
	if p.group == categories {
		name = s.Event(first).Category
	}
	text := " " + s.Styles.Heading.Render(name) + " " + s.Styles.Muted.Render(s.Words.Number(int64(l.size(g)))) + " "
	rule := max(s.Size.W-draw.Width(text)-1, 0)
	return text + s.Styles.Border.Render(strings.Repeat(s.Styles.Glyphs.Horizontal, rule))
}

// columns are how the rows in view are set.
type columns struct {
	table draw.Table
	first int // the first row in view
	// hits are the rows of what is looked for.
	hits []int
}

// roomy is the width from which the hour is shown, and sorted that from which the
// category is: what happened comes first.
const (
	roomy  = 84
	sorted = 60
)

// columns fits them to what is in view.
func (p *Pane) columns(s pane.Scene, l *listed) columns {
	first := p.list.First()
	seen := l.rows[first:min(first+max(s.Size.H, 1), len(l.rows))]
	c := columns{first: first, hits: p.matches(s)}
	all := []draw.Column{
		{Min: p.dateWidth(s, seen), Priority: 2}, {Min: 4, Priority: 1}, {Min: 12, Flex: 1, Priority: 3}, {Min: 11},
	}
	if !p.sorts(s) {
		all = all[:3]
	}
	c.table = draw.NewTable(s.Size.W-2, 1, s.Styles.Glyphs, all...)
	return c
}

// sorts tells whether a row has its category: where there is room or the list is
// in the order of it, but not below a heading that tells it.
func (p *Pane) sorts(s pane.Scene) bool {
	return p.group != categories && (s.Size.W >= sorted || p.order == byCategory)
}

func (p *Pane) row(s pane.Scene, l *listed, c columns, i int) string {
	r := s.Board.Events.At(l.rows[i])
	e := s.Event(r)
	title := p.lit(s, e.Title)
	// What became of an incident is never what is cut.
	fate := func(a model.AmendmentKind, st theme.Style) {
		word := " " + s.Words.Amendment(a)
		room := c.table.Widths()[2] - draw.Width(word)
		title = draw.FitTail(st.Over(title), min(draw.Width(title), room), s.Styles.Glyphs.Ellipsis) + s.Styles.Warn.Render(word)
	}
	switch {
	case e.Withdrawn:
		fate(model.Withdrawal, s.Styles.Struck)
	case e.Corrected:
		fate(model.Correction, s.Styles.Text)
	}
	if e.Severity == 4 {
		title = s.Styles.Heading.Over(title)
	}
	weight := s.Styles.Severity(e.Severity).Render(strings.Repeat(s.Styles.Glyphs.Severity, e.Severity))
	if _, ok := r.(*model.Statement); ok {
		weight = s.Styles.Faint.Render(`"`)
	}
	return margin(s, r.Head().ID) +
		c.table.Row(s.Styles.Muted.Render(p.told(s, l, c, i)), weight, title, s.Styles.Faint.Render(e.Category)) + c.pointer(s, i)
}

// margin tells that a record is marked, or that it is new. It takes no room, so
// nothing moves where there is any.
func margin(s pane.Scene, id model.ID) string {
	switch {
	case s.Reader.Marked(id):
		return s.Styles.Warn.Render(s.Styles.Glyphs.Marked)
	case s.Reader.New(id):
		return s.Styles.Accent.Render(s.Styles.Glyphs.Unread)
	}
	return " "
}

// pointer points at what was found, for its words may stand elsewhere than in the
// title.
func (c columns) pointer(s pane.Scene, row int) string {
	if _, ok := slices.BinarySearch(c.hits, row); ok {
		return s.Styles.Accent.Render(s.Styles.Glyphs.Left)
	}
	return ""
}

// lit is a text with what filter and search look for made visible, as far as it
// may come into view: a word is cut only where nobody sees it.
func (p *Pane) lit(s pane.Scene, text string) string {
	text = draw.Cut(text, 2*s.Size.W)
	if s.Index == nil {
		return text
	}
	spans := slices.Concat(s.Index.Highlights(p.filter.query, text), s.Index.Highlights(p.find.query, text))
	slices.SortFunc(spans, func(a, b query.Span) int { return a.From - b.From })
	var b strings.Builder
	done := 0
	for _, span := range spans {
		if from := max(span.From, done); from < span.To {
			b.WriteString(text[done:from])
			b.WriteString(s.Styles.Match.Render(text[from:span.To]))
			done = span.To
		}
	}
	b.WriteString(text[done:])
	return b.String()
}
