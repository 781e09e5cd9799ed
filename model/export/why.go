package export

import (
	"cmp"
	"fmt"
	"slices"

	"bordertop/model"
)

// Why is a chain behind a state or a figure, as a tree: what is said, by which
// records, what amended them, and the sources of all of these.
type Why struct {
	// Kind is crossing, state, figure, deadline, amendment or heading, or else the kind
	// of the record that ID names.
	Kind     string   `json:"kind"`
	ID       model.ID `json:"id"`
	Text     string   `json:"text"`
	URL      string   `json:"url,omitempty"`
	Children []Why    `json:"children"`

	mark Mark
}

// Chain gives the chain behind a crossing, an act, a deadline, a record or what is
// counted (a word such as stranded); not ok where the board knows of no such.
func Chain(b model.Board, of string, o Options) (Why, bool) {
	c := &chain{quoter: quoter{b, o}, told: map[model.ID]bool{}}
	id := model.ID(of)
	if status, ok := b.Crossing(id); ok {
		return c.crossing(status), true
	}
	if a, ok := b.Record(id); ok {
		return c.about(a), true
	}
	if ms := b.Act(id); len(ms) > 0 {
		return c.act(id, ms), true
	}
	return c.figures(model.What(of))
}

// chain makes a tree. A record that was told is not told again.
type chain struct {
	quoter

	told map[model.ID]bool
}

// crossing tells of each state that classes and directions have, and of the records
// behind it.
func (c *chain) crossing(s model.CrossingStatus) Why {
	root := Why{Kind: "crossing", ID: s.Crossing.ID, Text: c.o.Words.Turn(c.name(s.Crossing), c.stands(s.Headline), ""), mark: markOf(s.Headline)}
	var groups []model.Passage
	alike := map[int][]model.Passage{}
	for _, p := range s.Passages {
		i := slices.IndexFunc(groups, func(o model.Passage) bool {
			return c.stands(o) == c.stands(p) && slices.Equal(o.Why, p.Why) && o.Until == p.Until
		})
		if i < 0 {
			i = len(groups)
			groups = append(groups, p)
		}
		alike[i] = append(alike[i], p)
	}
	for i, p := range groups {
		root.Children = append(root.Children, c.state(c.traffic(s.Crossing, alike[i]), p))
	}
	c.told[s.Crossing.ID] = true
	if a, ok := c.b.Record(s.Crossing.ID); ok {
		root.Children = append(root.Children, c.changes(a)...)
	}
	return root
}

// state is the state of some traffic with the records behind it.
func (c *chain) state(traffic string, p model.Passage) Why {
	w := c.o.Words
	text := w.Turn(traffic, c.stands(p), "")
	switch {
	case p.State == model.Unknown && !p.Seen.IsZero():
		text = join(text, w.Seen+" "+c.when(p.Seen), w.Freshness(p.Fresh))
	case !p.Since.IsZero():
		text = join(text, w.Began(p)+" "+c.when(p.Since))
	}
	if !p.Until.IsZero() && p.State != model.Open {
		text = join(text, w.Until+" "+c.when(p.Until))
	}
	node := Why{Kind: "state", Text: text, mark: markOf(p)}
	for _, id := range p.Why {
		if a, ok := c.b.Record(id); ok {
			node.Children = append(node.Children, c.record(a))
		}
	}
	for _, r := range p.Beside {
		if a, ok := c.b.Record(r.ID); ok {
			node.Children = append(node.Children, c.record(a))
		}
	}
	if len(node.Children) == 0 {
		node.Children = []Why{{Kind: "heading", Text: w.Why.Nothing, mark: Faint}}
	}
	return node
}

// act tells of the measures of an act, and of the deadline that they make.
func (c *chain) act(id model.ID, ms []*model.Measure) Why {
	root := Why{Kind: "act", ID: id, Text: c.effect(ms)}
	root.Children = c.deadlines(id)
	for _, m := range ms {
		if a, ok := c.b.Record(m.ID); ok {
			root.Children = append(root.Children, c.record(a))
		}
	}
	return root
}

// deadlines tell how the ends of an act or a record stand.
func (c *chain) deadlines(id model.ID) []Why {
	var out []Why
	for _, d := range c.b.Deadlines {
		if d.ID != id && !slices.ContainsFunc(d.Measures, func(m *model.Measure) bool { return m.ID == id }) {
			continue
		}
		w := c.o.Words
		text := join(w.DeadlineState(d.State), c.when(d.At), w.Countdown(d, c.b.Valid))
		if !d.Was.IsZero() {
			text = join(text, w.Planned(c.when(d.Was)))
		}
		out = append(out, Why{Kind: "deadline", ID: d.ID, Text: w.Turn(w.Page.Deadline, text, "")})
	}
	return out
}

// about tells of a record, and beyond its own chain of what stands beside it.
func (c *chain) about(a model.Amended) Why {
	id := a.Record.Head().ID
	node := c.record(a)
	switch r := a.Record.(type) {
	case *model.Measure:
		node.Children = append(c.deadlines(id), node.Children...)
	case *model.Deadline:
		node.Children = append(c.deadlines(id), node.Children...)
	case *model.Count:
		node.Children = append(node.Children, c.rivals(r)...)
	case *model.Source:
		node.Children = append(node.Children, c.under(c.o.Words.Why.Resting, slices.Collect(c.b.Resting(id).Records()))...)
	case *model.Place, *model.Crossing, *model.Report, *model.Queue, *model.Incident, *model.Statement, *model.Condition,
		*model.Tally, *model.Amendment:
	}
	node.Children = append(node.Children, c.under(c.o.Words.Why.Telling, slices.Collect(c.b.Related(id).Records()))...)
	return node
}

// rivals tell what a claim repeats, and what others claim of the same.
func (c *chain) rivals(r *model.Count) []Why {
	var out []Why
	if a, ok := c.b.Record(r.Repeats); ok {
		out = append(out, Why{Kind: "heading", Text: c.o.Words.Why.Repeating, Children: []Why{c.record(a)}, mark: Faint})
	}
	g, _, ok := c.b.Claim(r.ID)
	if !ok {
		return out
	}
	node := c.group(g)
	node.Children = slices.DeleteFunc(node.Children, func(w Why) bool { return w.ID == r.ID })
	return append(out, node)
}

// figures tells of all claims of what is counted, group by group.
func (c *chain) figures(what model.What) (Why, bool) {
	root := Why{Kind: "figure", ID: model.ID(what), Text: c.o.Words.What(what)}
	for _, g := range c.b.Claims {
		if g.What == what {
			root.Children = append(root.Children, c.group(g))
		}
	}
	if len(root.Children) == 1 {
		return root.Children[0], true
	}
	return root, len(root.Children) > 0
}

// group tells the range of claims, the working figure, and each of them.
func (c *chain) group(g model.ClaimGroup) Why {
	w := c.o.Words
	node := Why{Kind: "figure", Text: c.figure(g)}
	for _, claim := range g.Claims {
		if a, ok := c.b.Record(claim.Count.ID); ok {
			child := c.record(a)
			child.Text = join(child.Text, w.Freshness(claim.Fresh))
			node.Children = append(node.Children, child)
		}
	}
	return node
}

// figure is the range of claims with the working figure, and how many there are.
func (c *chain) figure(g model.ClaimGroup) string {
	w := c.o.Words
	text := fmt.Sprintf(w.Why.Range, c.at(w.Group(g.Unit, g.What), []model.ID{g.Crossing}), cmp.Or(w.Range(g.Low, g.High), w.Ledger.AllStale))
	if g.Working != nil {
		text = join(text, fmt.Sprintf(w.Why.Working, w.Rule(c.b.Rules().Working), c.figured(g.Working.Count)))
	}
	return join(text, w.ClaimCount(len(g.Claims)), fmt.Sprintf(w.Why.Independent, w.Number(int64(g.Independent))))
}
