package export

import (
	"cmp"
	"fmt"
	"strings"

	"bordertop/model"
)

// maxListed is how many records a heading has below it.
const maxListed = 20

// under lists records below a heading; none where there are none.
func (c *chain) under(heading string, rs []model.Record) []Why {
	if len(rs) == 0 {
		return nil
	}
	node := Why{Kind: "heading", Text: heading, mark: Faint}
	for _, r := range rs[:min(len(rs), maxListed)] {
		node.Children = append(node.Children, c.leaf(r))
	}
	if more := len(rs) - maxListed; more > 0 {
		node.Children = append(node.Children, Why{Kind: "heading", Text: fmt.Sprintf(c.o.Words.Why.Left, c.o.Words.Number(int64(more))), mark: Faint})
	}
	return []Why{node}
}

// leaf is a record in a line.
func (c *chain) leaf(r model.Record) Why {
	return Why{Kind: string(r.Kind()), ID: r.Head().ID, Text: c.fact(r)}
}

// record is a record as it stands, with what amended it and its sources.
func (c *chain) record(a model.Amended) Why {
	head, w := a.Record.Head(), c.o.Words
	node := c.leaf(a.Record)
	if s, ok := a.Record.(*model.Source); ok {
		node = c.source(s)
	}
	if c.told[head.ID] {
		node.Text = join(node.Text, w.Why.Above)
		return node
	}
	c.told[head.ID] = true
	if a.Withdrawal != nil {
		node.Text = w.Page.Withdrawn + ": " + node.Text
	}
	if head.Confidence == model.Low || head.Confidence == model.Medium {
		node.Text = join(node.Text, w.Confidence(head.Confidence))
	}
	if known := c.b.KnownAt(head.ID); !known.IsZero() {
		node.Text = join(node.Text, w.Known+" "+c.public(known))
	}
	if m, ok := a.Record.(*model.Measure); ok {
		node.Children = append(node.Children, c.words("affects", line(m.Affects))...)
		node.Children = append(node.Children, c.words("allows", strings.Join(permitted(m.Allows), "; "))...)
	}
	node.Children = append(node.Children, c.changes(a)...)
	node.Children = append(node.Children, c.cited(head.Sources)...)
	if node.Kind != string(model.KindSource) && len(head.Sources) == 0 {
		node.Children = append(node.Children, Why{Kind: "heading", Text: w.Page.NoSources, mark: Faint})
	}
	return node
}

// words are the words of a field of a record, if it has some.
func (c *chain) words(field, text string) []Why {
	if text == "" {
		return nil
	}
	return []Why{{Kind: "words", Text: c.o.Words.Turn(c.o.Words.Field(field), text, "")}}
}

// changes tell of what amended a record, each with its sources.
func (c *chain) changes(a model.Amended) []Why {
	var out []Why
	seen := map[model.ID]bool{}
	add := func(by *model.Amendment, what string) {
		if seen[by.ID] {
			return
		}
		seen[by.ID] = true
		w := c.o.Words
		node := Why{Kind: "amendment", ID: by.ID, Text: join(w.Turn(w.Amendment(by.Type), what, ""), c.since(by))}
		if !by.By.Empty() {
			node.Text = join(node.Text, line(by.By))
		}
		if reason := line(by.Reason); reason != "" && reason != what {
			node.Text = join(node.Text, fmt.Sprintf(w.Changes.Reason, strings.TrimRight(short(reason, factRoom/2), ".")))
		}
		node.Children = c.cited(by.Sources)
		out = append(out, node)
	}
	for _, change := range a.Changes {
		if telling(change.Field) {
			add(change.By, c.turned(a, change.By))
		}
	}
	for _, d := range a.Disputes {
		add(d, cmp.Or(c.claimed(d), c.o.Words.Page.Unknown))
	}
	if a.Withdrawal != nil {
		add(a.Withdrawal, c.o.Words.Changes.TakenBack)
	}
	return out
}

// since is the day from which an amendment holds, or on which it became known.
func (c *chain) since(a *model.Amendment) string {
	if a.At.IsZero() {
		return c.public(c.b.KnownAt(a.ID))
	}
	return c.when(a.At)
}

// turned is what an amendment made of a record.
func (c *chain) turned(a model.Amended, by *model.Amendment) string {
	w := c.o.Words
	var parts []string
	for _, change := range a.Changes {
		if change.By.ID == by.ID {
			parts = append(parts, short(w.Turn(w.Field(change.Field), cmp.Or(c.o.value(change.New), w.Page.Unknown), c.o.value(change.Old)), factRoom/2))
		}
	}
	return strings.Join(parts, "; ")
}

// cited are sources by their ids; those that appeared later than the board knows are
// counted.
func (c *chain) cited(ids []model.ID) []Why {
	var out []Why
	later := 0
	for _, id := range ids {
		s := c.b.Source(id)
		switch {
		case s == nil:
		case s.Published.First().After(c.b.Known):
			later++
		default:
			out = append(out, c.source(s))
		}
	}
	if later > 0 {
		out = append(out, Why{Kind: "heading", Text: c.o.Words.LaterSources(later), mark: Faint})
	}
	return out
}

// source is a source with what it repeats.
func (c *chain) source(s *model.Source) Why {
	w := c.o.Words
	published := c.day(s.Published)
	if published == "" {
		published = w.Page.Undated
	}
	node := Why{
		Kind: string(model.KindSource), ID: s.ID, URL: s.URL.String(),
		Text: join(line(s.Publisher), short(line(s.Title), factRoom/3), c.sort(s), published),
	}
	if !s.Origin.Empty() {
		node.Text = join(node.Text, fmt.Sprintf(w.Page.Repeats, s.Origin))
	}
	return node
}
