package trucks

import (
	"slices"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// row is a line of the ledger: a claim, or where there is none the heading of
// its group.
type row struct {
	// id is what the cursor follows, record what it selects. A heading selects
	// the working claim, or the newest one.
	id, record model.ID
	group      *model.ClaimGroup
	claim      *model.Claim
}

// ledger is the list of all claims, by group.
type ledger struct {
	s     pane.Scene
	rows  []row
	table draw.Table
	sides sides
}

func newLedger(s pane.Scene) ledger {
	l := ledger{s: s, sides: newSides(s)}
	day, number, fresh := 6, 8, s.FreshWidth()
	for i := range s.Board.Claims {
		g := &s.Board.Claims[i]
		head := g.Claims[0].Count.ID
		if g.Working != nil {
			head = g.Working.Count.ID
		}
		// The slash keeps the cursor on a heading from meaning the claim below.
		key := model.ID(string(g.What) + "/" + string(g.Unit) + "/" + string(g.Crossing))
		l.rows = append(l.rows, row{id: key, record: head, group: g})
		for j := range g.Claims {
			c := &g.Claims[j]
			day = max(day, draw.Width(s.Day(c.Count.At)))
			number = max(number, draw.Width(figure(s, c.Count)))
			l.rows = append(l.rows, row{id: c.Count.ID, record: c.Count.ID, group: g, claim: c})
		}
	}
	columns := []draw.Column{
		{Min: min(number, 18), Align: draw.AlignRight, Priority: 6},
		{Min: 1, Priority: 5},
		{Min: 10, Flex: 1, Priority: 4},
		{Min: min(day, 14), Align: draw.AlignRight, Priority: 3},
		{Min: fresh, Priority: 2},
	}
	if s.Size.W < roomy {
		columns = columns[:4]
	}
	l.table = draw.NewTable(s.Size.W-3, 1, s.Styles.Glyphs, columns...)
	return l
}

func (l ledger) things() pane.Things {
	return pane.Things{
		Len: len(l.rows), Rows: 1,
		ID:   func(i int) model.ID { return l.rows[i].id },
		Draw: func(i int) []string { return []string{l.line(l.rows[i])} },
	}
}

// intent makes the place of the cursor the record that is meant.
func (l ledger) intent(in pane.Intent) pane.Intent {
	switch in := in.(type) {
	case pane.Select:
		return pane.Select{ID: l.record(in.ID)}
	case pane.Open:
		return pane.Open{ID: l.record(in.ID)}
	case pane.Seek, pane.Compare, pane.Say, pane.Visit:
	}
	return in
}

// record is what is meant by a row.
func (l ledger) record(id model.ID) model.ID {
	if i := slices.IndexFunc(l.rows, func(r row) bool { return r.id == id }); i >= 0 {
		return l.rows[i].record
	}
	return id
}

func (l ledger) line(r row) string {
	if r.claim == nil {
		return l.heading(r.group)
	}
	s, c := l.s, r.claim.Count
	style, mark := l.sides.of(c.Side.String())
	number, name := s.Styles.Text, l.claimant(r, l.table.Widths()[2])
	if r.claim.Fresh == model.Stale {
		number = s.Styles.Stale
		name = s.Styles.Stale.Over(name)
	}
	return "  " + l.table.Row(
		number.Render(figure(s, c)),
		style.Render(mark),
		name,
		s.Styles.Muted.Render(s.Day(c.At)),
		s.Styles.Muted.Render(s.Words.Freshness(r.claim.Fresh)),
	) + " "
}

// minName is what a note on a claim leaves to the name.
const minName = 10

// claimant names who claims, and where neither a column nor the heading tells it
// that the claim is not fresh any more; and where there is room that it repeats
// another or is a part of one.
func (l ledger) claimant(r row, room int) string {
	c := r.claim
	dot := " " + l.s.Styles.Glyphs.Dot + " "
	note, age := "", ""
	switch {
	case c.Count.Repeats != "":
		note = dot + l.s.Words.Ledger.Repeat
	case c.Count.PartOf != "":
		note = dot + l.s.Words.Ledger.Part
	}
	if l.s.Size.W < roomy && c.Fresh != model.Fresh && !stale(*r.group) {
		age = dot + l.s.Words.Freshness(c.Fresh)
	}
	if room-draw.Width(age+note) < minName {
		note = ""
	}
	return by(l.s, c.Count, room-draw.Width(age+note)) + l.s.Styles.Muted.Render(age+note)
}

// heading names a group with its range.
func (l ledger) heading(g *model.ClaimGroup) string {
	s := l.s
	right := span(s, *g)
	if right == "" {
		right = s.Words.Freshness(model.Stale)
	}
	room := s.Size.W - draw.Width(right) - 2
	title := s.Words.Group(g.Unit, g.What)
	if g.What == s.Board.Claims[0].What && draw.Width(title) >= room {
		title = s.Words.Unit(g.Unit) // The headline tells what was counted.
	}
	name := " " + s.Styles.Heading.Render(title)
	if c, ok := s.Board.Crossing(g.Crossing); ok {
		name += s.Styles.Muted.Render(" " + s.Styles.Glyphs.Dot + " " + s.Near(c.Crossing))
	}
	return draw.FitTail(name, room, s.Styles.Glyphs.Ellipsis) + " " + s.Styles.Muted.Render(right) + " "
}

// sides tells whose claim is whose: the near country of the crossings, the far
// one, or somebody else. A side is free text; it is a country's where it is the
// country's name or code, and everybody else, such as carriers and media, is
// neither's.
type sides struct {
	s    pane.Scene
	a, b model.Country
}

func newSides(s pane.Scene) sides {
	for _, c := range s.Board.Crossings {
		if cs := c.Crossing.Countries; len(cs) >= 2 {
			return sides{s, cs[0], cs[1]}
		}
	}
	return sides{s: s}
}

func (d sides) of(side string) (style theme.Style, mark string) {
	st := d.s.Styles
	switch {
	case d.s.Words.Names(d.a, side):
		return st.SideA, st.Glyphs.SideA
	case d.s.Words.Names(d.b, side):
		return st.SideB, st.Glyphs.SideB
	}
	return st.SideC, st.Glyphs.SideC
}
