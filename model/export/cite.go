package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bordertop/model"
)

// citer numbers the sources that sentences rest on, in the order in which they are
// named.
type citer struct {
	quoter

	named []*model.Source
}

// behindAll are at most so many sources of records: first the best of each, then the
// others.
func (q quoter) behindAll(records []model.ID, most int) []*model.Source {
	var first, others []*model.Source
	for _, id := range records {
		for i, s := range q.sources(id) {
			switch {
			case slices.Contains(first, s) || slices.Contains(others, s):
			case i == 0:
				first = append(first, s)
			default:
				others = append(others, s)
			}
		}
	}
	all := append(first, others...)
	return all[:min(len(all), most)]
}

// marks are the numbers of sources, behind a sentence: " [s1][s4]". They say so
// where there is none.
func (c *citer) marks(sources []*model.Source) string {
	if len(sources) == 0 {
		return " [" + escape(c.o.Words.Page.NoSources) + "]"
	}
	var b strings.Builder
	b.WriteString(" ")
	for _, s := range sources {
		b.WriteString("[s" + strconv.Itoa(c.number(s)) + "]")
	}
	return b.String()
}

// number is that of a source.
func (c *citer) number(s *model.Source) int {
	i := slices.Index(c.named, s)
	if i < 0 {
		c.named = append(c.named, s)
		i = len(c.named) - 1
	}
	return i + 1
}

// list writes the sources as items of Markdown: publisher, title, kind, day and
// link, those of state media marked.
func (c *citer) list(b *strings.Builder) {
	if len(c.named) == 0 {
		return
	}
	b.WriteString("\n## " + escape(c.o.Words.Page.Sources) + "\n\n")
	for i, s := range c.named {
		fmt.Fprintf(b, "- s%d: %s\n", i+1, c.entry(s))
	}
}

// entry is a source for a page of Markdown.
func (c *citer) entry(s *model.Source) string {
	published := c.day(s.Published)
	if published == "" {
		published = c.o.Words.Page.Undated
	}
	text := escape(join(line(s.Publisher), short(line(s.Title), factRoom/4), c.sort(s), published))
	if s.URL.IsZero() {
		return text
	}
	// An address holds no <, > nor space.
	return text + " · <" + s.URL.String() + ">"
}

// sort is the kind of a source, with whether a state controls it where the kind does
// not say so.
func (q quoter) sort(s *model.Source) string {
	kind := q.o.Words.Source(s.Type)
	if s.StateMedia && s.Type != model.BYStateMedia && s.Type != model.RUStateMedia {
		return join(kind, q.o.Words.Page.StateMedia)
	}
	return kind
}
