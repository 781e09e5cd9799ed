package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
)

// The page is A4 with margins of 2 cm in a proportional face of 10 points: so many
// characters a line, and so many lines, of which those that are blank take half. They
// are counted as they are printed, without the addresses of links.
const (
	pageWidth = 100
	pageLines = 66
)

// soon and later are how far a handover looks ahead, recently how far back.
const (
	soon     = 72 * time.Hour
	afar     = 30 * 24 * time.Hour
	recently = 30 * 24 * time.Hour
)

// Brief writes a handover of the changes' later board on one page of Markdown: the
// state of each crossing, what changed, what falls due, which figures are disputed,
// what is stale, and the worst incidents. Each sentence ends with the numbers of its
// sources, which end the page. What has no room is counted, with the command that
// tells it.
func (c Changes) Brief(w io.Writer) error {
	p := &brief{citer: citer{quoter: quoter{c.To, c.Options}}, c: c}
	p.sections = []section{
		{title: c.Words.Brief.Crossings, of: "status"},
		{title: c.Words.Brief.Changed, of: "diff --since '" + p.moment(c.From.Valid) + "'"},
		{title: fmt.Sprintf(c.Words.Brief.Due, inHours(soon), inDays(afar)), of: "deadlines"},
		{title: c.Words.Brief.Disputed, of: "trucks"},
		{title: c.Words.Brief.Stale, of: "status"},
		{title: fmt.Sprintf(c.Words.Brief.Worst, inDays(recently)), of: "incidents 'severity>=3'"},
	}
	p.fill()
	_, err := io.WriteString(w, p.write())
	return err
}

func inHours(d time.Duration) string { return strconv.Itoa(int(d / time.Hour)) }
func inDays(d time.Duration) string  { return strconv.Itoa(int(d / (24 * time.Hour))) }

// The sections of the page, in their order.
const (
	onCrossings = iota
	onChanges
	onDue
	onFigures
	onStale
	onWorst
)

// section is a title with items, and how many had no room. The command of tells
// them.
type section struct {
	title, of string
	items     []item
	left      int
}

// item is a sentence in Markdown with its sources, of which there may be none.
type item struct {
	text    string
	sources []*model.Source
}

// brief is a page that is being filled.
type brief struct {
	citer

	c        Changes
	sections []section
	// used is how many lines are taken, cited how many of them by the sources.
	used, cited int
}

// sentence is one item for a section, with the records behind it.
type sentenceOf struct {
	section int
	text    string
	records []model.ID
}

// fill puts sentences on the page: first one of each kind, what matters most first,
// and then the others, as long as there is room for them and for the sources that
// they are the first to name.
func (p *brief) fill() {
	p.used = frame
	changes := p.changed()
	worst, others := p.worst()
	near, far := p.due()
	first, more := cut(p.crossings(), maxCrossings)
	all := [][]sentenceOf{first, near, changes[0], p.figures(), far, worst, changes[1], p.stale(), more, changes[2], others, changes[3]}
	for i := range p.sections {
		if p.nothing(i) != "" && !slices.ContainsFunc(all, func(of []sentenceOf) bool { return len(of) > 0 && of[0].section == i }) {
			p.used += 4
		}
	}
	for i := range all {
		if len(all[i]) > 0 && len(p.sections[all[i][0].section].items) == 0 {
			p.put(all[i][0])
			all[i] = all[i][1:]
		}
	}
	for _, kind := range all {
		for _, s := range kind {
			p.put(s)
		}
	}
}

// maxCrossings is how many crossings stand before other things.
const maxCrossings = 12

// cut gives the first of some sentences, and the others.
func cut(all []sentenceOf, first int) (some, others []sentenceOf) {
	first = min(first, len(all))
	return all[:first], all[first:]
}

// frame is how many lines the title, the moments, what was left out and the heading
// of the sources take.
const frame = 4 + 5 + 3

// put adds a sentence, or counts it as left out.
func (p *brief) put(s sentenceOf) {
	most := 1
	if s.section == onCrossings || s.section == onFigures {
		most = 2
	}
	i := item{escape(sentence(s.text)), p.behindAll(s.records, most)}
	before := len(p.named)
	cited := p.marks(i.sources)
	need := printed("- "+i.text+cited) + printed(p.listed(printedName)) - p.cited
	if len(p.sections[s.section].items) == 0 {
		need += 3
	}
	if p.used+need > pageLines {
		p.named = p.named[:before]
		p.sections[s.section].left++
		return
	}
	p.used += need
	p.cited = printed(p.listed(printedName))
	p.sections[s.section].items = append(p.sections[s.section].items, i)
}

// printed is how many lines a text takes on the page.
func printed(text string) int {
	return strings.Count(wrap("", strings.ReplaceAll(text, `\`, ""), pageWidth), "\n")
}

// write puts the page together.
func (p *brief) write() string {
	w := p.o.Words
	var b strings.Builder
	now := make([]string, 0, len(p.o.Clocks))
	for i, clock := range p.o.Clocks {
		text := p.b.Valid.In(clock.Zone).Format("15:04") + " " + clock.Name
		if i == 0 {
			text = w.Clock(p.b.Valid, clock.Zone) + " " + clock.Name
		}
		now = append(now, text)
	}
	if len(now) == 0 {
		now = []string{w.Clock(p.b.Valid, p.o.Zone)}
	}
	b.WriteString("# " + escape(fmt.Sprintf(w.Brief.Title, p.o.Name)) + "\n\n")
	b.WriteString(escape(strings.Join(now, " · ")+". "+fmt.Sprintf(w.Brief.Since, w.Clock(p.c.From.Valid, p.o.Zone))) + "\n")
	p.named = nil // They are numbered anew, in the order in which they are read.
	for i, s := range p.sections {
		switch empty := p.nothing(i); {
		case len(s.items) > 0:
		case s.left == 0 && empty != "":
			b.WriteString("\n## " + escape(s.title) + "\n\n- " + escape(sentence(empty)) + "\n")
			continue
		default:
			continue
		}
		b.WriteString("\n## " + escape(s.title) + "\n\n")
		for _, i := range s.items {
			b.WriteString("- " + i.text + p.marks(i.sources) + "\n")
		}
	}
	b.WriteString(p.leftOut())
	if len(p.named) > 0 {
		b.WriteString("\n## " + escape(w.Page.Sources) + "\n\n" + p.listed(linkedName) + ".\n")
	}
	return b.String()
}

// nothing is what a section says that has nothing to tell; empty for one that is
// left out then.
func (p *brief) nothing(section int) string {
	switch section {
	case onChanges:
		return p.o.Words.Changes.Nothing
	case onDue:
		return p.o.Words.Brief.NoneDue
	case onWorst:
		return p.o.Words.Brief.NoneWorst
	}
	return ""
}

// leftOut says of what there is more, how much, and which command tells it.
func (p *brief) leftOut() string {
	var parts []string
	for _, s := range p.sections {
		if s.left > 0 {
			parts = append(parts, escape(fmt.Sprintf(p.o.Words.Brief.Left, s.title, p.o.Words.Number(int64(s.left))))+" (`bordertop "+s.of+"`)")
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "\n*" + escape(p.o.Words.Brief.LeftOut) + "* " + strings.Join(parts, ", ") + ".\n"
}

// listed are the sources in a row: number, publisher, as named, kind and day.
func (p *brief) listed(named func(*model.Source) string) string {
	parts := make([]string, len(p.named))
	for i, s := range p.named {
		about := strings.Join(filled(p.sort(s), cmp.Or(p.day(s.Published), p.o.Words.Page.Undated)), ", ")
		parts[i] = fmt.Sprintf("s%d %s, %s", i+1, named(s), escape(about))
	}
	return strings.Join(parts, "; ")
}

// printedName is the publisher of a source, linkedName that with its address, which
// is not printed.
func printedName(s *model.Source) string {
	return escape(short(cmp.Or(line(s.Publisher), line(s.Title), s.URL.Host(), string(s.ID)), factRoom/4))
}

func linkedName(s *model.Source) string {
	if s.URL.IsZero() {
		return printedName(s)
	}
	// An address holds no <, > nor space.
	return "[" + printedName(s) + "](<" + s.URL.String() + ">)"
}

// filled are the texts that are not empty.
func filled(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// moment is a time as the command line takes it.
func (p *brief) moment(t time.Time) string { return t.In(p.o.Zone).Format("2006-01-02 15:04") }

// crossings tell the state of each, those that share it and its reasons together.
func (p *brief) crossings() []sentenceOf {
	var out []sentenceOf
	var of []model.CrossingStatus
	for _, c := range p.b.Crossings {
		i := slices.IndexFunc(of, func(o model.CrossingStatus) bool {
			return p.state(o) == p.state(c) && slices.Equal(o.Headline.Why, c.Headline.Why)
		})
		if i >= 0 {
			out[i].text = p.name(c.Crossing) + ", " + out[i].text
			continue
		}
		of = append(of, c)
		out = append(out, sentenceOf{onCrossings, p.o.Words.Turn(p.name(c.Crossing), p.state(c), ""), c.Headline.Why})
	}
	return out
}

// state is what is said of a crossing, from when until when.
func (p *brief) state(c model.CrossingStatus) string {
	w, h := p.o.Words, c.Headline
	parts := []string{p.stands(h)}
	switch {
	case h.State == model.Unknown && !h.Seen.IsZero():
		parts = append(parts, w.Seen+" "+p.when(h.Seen), w.Freshness(h.Fresh))
	case !h.Since.IsZero():
		parts = append(parts, w.Began(h)+" "+p.when(h.Since))
	}
	if !h.Until.IsZero() && h.State != model.Open {
		parts = append(parts, w.Until+" "+p.when(h.Until))
	}
	return strings.Join(append(parts, w.Limits(c)...), ", ")
}
