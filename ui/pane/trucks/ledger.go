package trucks

import (
	"slices"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// row is a line of the ledger: a claim, or where there is none the heading of
// its group.
type row struct {
	// id is what the cursor follows, record what it selects. A heading selects
	// the working claim, or the newest one.
	id, record model.ID
	group      *model.ClaimGroup
	claim      model.Claim
	// replaced tells that the claimant has given another figure since.
	replaced bool
}

// heading tells whether the row is that of a group.
func (r row) heading() bool { return r.claim.Count == nil }

// ledger is the list of all claims, by group.
type ledger struct {
	s     pane.Scene
	rows  []row
	table draw.Table
	sides pane.Sides
}

// newLedger lists the claims of each group, as the board has them or, where past
// is given by group, all that were made.
func newLedger(s pane.Scene, past [][]*model.Count) ledger {
	l := ledger{s: s, sides: s.Sides()}
	for i := range s.Board.Claims {
		g := &s.Board.Claims[i]
		head := g.Claims[0].Count.ID
		if g.Working != nil {
			head = g.Working.Count.ID
		}
		l.rows = append(l.rows, row{id: headingID(*g), record: head, group: g})
		claims, fresh := g.Claims, len(g.Claims)
		if past != nil {
			claims, fresh = all(*g, past[i])
		}
		for n, c := range claims {
			l.rows = append(l.rows, row{id: c.Count.ID, record: c.Count.ID, group: g, claim: c, replaced: n >= fresh})
		}
	}
	l.table = l.columns()
	return l
}

// claimed are the claims of a group.
func claimed(g model.ClaimGroup) []model.ID {
	out := make([]model.ID, len(g.Claims))
	for i, c := range g.Claims {
		out[i] = c.Count.ID
	}
	return out
}

// headingID is what the cursor follows on the heading of a group. The slash keeps it
// from meaning the claim below.
func headingID(g model.ClaimGroup) model.ID {
	return model.ID(string(g.What) + "/" + string(g.Unit) + "/" + string(g.Crossing))
}

// all gives the claims of a group and then, from the place that is told on, those
// that newer ones of the same claimant replaced, the newest first.
func all(g model.ClaimGroup, made []*model.Count) (claims []model.Claim, from int) {
	standing := make(map[model.ID]bool, len(g.Claims))
	for _, c := range g.Claims {
		standing[c.Count.ID] = true
	}
	claims = slices.Clone(g.Claims)
	for _, c := range slices.Backward(made) {
		if !standing[c.ID] {
			claims = append(claims, model.Claim{Count: c, Fresh: model.Stale})
		}
	}
	return claims, len(g.Claims)
}

// freshness is how far a claim may be relied on.
func (l ledger) freshness(r row) string {
	if r.replaced {
		return l.s.Words.Plots.Replaced
	}
	return l.s.Words.Freshness(r.claim.Fresh)
}

// columns are those of the table, as wide as what stands in them.
func (l ledger) columns() draw.Table {
	s := l.s
	day, number, fresh := 6, 8, s.FreshWidth()
	for _, r := range l.rows {
		if r.heading() {
			continue
		}
		day = max(day, draw.Width(s.Day(r.claim.Count.At)))
		number = max(number, draw.Width(figure(s, r.claim.Count)))
		fresh = max(fresh, draw.Width(l.freshness(r)))
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
	return draw.NewTable(s.Size.W-3, 1, s.Styles.Glyphs, columns...)
}

func (l ledger) things() pane.Things {
	return pane.Things{
		Len: len(l.rows), Rows: 1,
		ID:   func(i int) model.ID { return l.rows[i].id },
		Draw: func(i int) []string { return []string{l.line(l.rows[i])} },
		Behind: func(i int) []model.ID {
			if r := l.rows[i]; r.heading() {
				return claimed(*r.group)
			}
			return []model.ID{l.rows[i].record}
		},
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
	if r.heading() {
		return l.heading(r.group)
	}
	s, c := l.s, r.claim.Count
	style, mark := l.sides.Of(c.Side.String())
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
		s.Styles.Muted.Render(l.freshness(r)),
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
	if l.s.Size.W < roomy && c.Fresh != model.Fresh && (r.replaced || !stale(*r.group)) {
		age = dot + l.freshness(r)
	}
	if room-draw.Width(age+note) < minName {
		note = ""
	}
	return by(l.s, c.Count, room-draw.Width(age+note)) + l.s.Styles.Muted.Render(age+note)
}

// heading names a group with its range.
func (l ledger) heading(g *model.ClaimGroup) string { return heading(l.s, *g) }

func heading(s pane.Scene, g model.ClaimGroup) string {
	right := span(s, g)
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
