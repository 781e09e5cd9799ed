// Package wall is the board for a screen across the room: what is left to the next
// deadline, the working figure and the states of crossings, large, and a beat by
// which a screen that stands still is seen to.
package wall

import (
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// Pane shows all that fits, the most urgent first.
type Pane struct {
	keys   *pane.Keys
	severe *model.Incident // the newest one
	of     sight
}

// sight is what the newest severe incident was looked for in.
type sight struct {
	version, events int
	valid           time.Time
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{keys: keys} }

// Title names the pane.
func (*Pane) Title(s pane.Scene) string { return s.Words.Wall.Title }

// Wants is all that there is.
func (*Pane) Wants(s pane.Scene) int { return s.Size.H }

// Typing is never so.
func (*Pane) Typing() bool { return false }

// ShortHelp lists nothing: a wall is looked at.
func (*Pane) ShortHelp() []key.Binding { return nil }

// FullHelp lists the key that opens what happened.
func (p *Pane) FullHelp() [][]key.Binding { return [][]key.Binding{{p.keys.Open}} }

// Update opens the newest severe incident.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	pressed, ok := msg.(tea.KeyMsg)
	if i := p.newest(s); i != nil && ok && key.Matches(pressed, p.keys.Open) {
		return pane.Open{ID: i.ID}, nil
	}
	return nil, nil
}

// Under is the newest severe incident.
func (p *Pane) Under(s pane.Scene) model.ID {
	if i := p.newest(s); i != nil {
		return i.ID
	}
	return ""
}

// The heights of the parts.
const (
	// blockRows is a crossing's: its sign and word, its name, and since when.
	blockRows, mostBlock = 3, 44
	// figureRows stand around big digits: what they are, and who says so.
	figureRows = 3
	// digitRows is the height of digits at scale 1, and mostScale the greatest.
	digitRows, mostScale = 5, 3
)

// View draws the pane.
func (p *Pane) View(s pane.Scene) string {
	lines := []string{beat(s), ""}
	below := p.news(s)
	room := s.Size.H - len(lines) - len(below)
	blocks := blocks(s, room/2)
	lines = append(lines, figures(s.Within(layout.Size{W: s.Size.W, H: room - len(blocks)}))...)
	lines = append(lines, blocks...)
	return strings.Join(draw.Lines(append(lines, below...), s.Size.W, s.Size.H), "\n")
}

// beat tells the time to the second, with a sign that changes with it, and how old
// the newest record is: a screen that stands still does not.
func beat(s pane.Scene) string {
	sign := s.Styles.Glyphs.Open
	if s.Now.Unix()%2 == 0 {
		sign = s.Styles.Glyphs.Dot
	}
	clock := s.Styles.Accent.Render(sign) + " " + s.Styles.Title.Render(s.Now.In(s.Zone).Format("15:04:05"))
	newest, ok := newest(s)
	if !ok {
		return " " + clock
	}
	age := s.At().Sub(newest)
	text := s.Styles.Muted.Render(fmt.Sprintf(s.Words.Wall.Newest, s.Words.Back(age)))
	if age > s.Board.Rules().Budgets.Status {
		text = s.Styles.Warn.Render(fmt.Sprintf(s.Words.Wall.Newest, s.Words.Back(age)) + " " + s.Styles.Glyphs.Dot + " " + s.Words.Freshness(model.Stale))
	}
	read := s.Styles.Muted.Render(fmt.Sprintf(s.Words.Wall.Folded, s.Words.Age(s.At().Sub(s.Board.Valid))))
	right := text + "  " + read + " "
	if draw.Width(clock)+draw.Width(right)+3 > s.Size.W {
		right = text + " "
	}
	return draw.Fit(" "+clock, s.Size.W-draw.Width(right)) + right
}

// newest is when the newest record of the board was made.
func newest(s pane.Scene) (at time.Time, ok bool) {
	if s.Board.Events.Len() > 0 {
		at = s.Board.Events.Time(0)
	}
	for _, g := range s.Board.Claims {
		if t := g.Claims[0].Count.At.First(); t.After(at) {
			at = t
		}
	}
	return at, !at.IsZero()
}

// figure is a number to be read across the room: what it is, the number with the
// units around it, and who says so.
type figure struct {
	title, number, after, source string
	style                        theme.Style
}

// figures draws the time left to the next deadline beside the working figure, or
// above it where there is no room.
func figures(s pane.Scene) []string {
	if s.Size.H < 1 {
		return nil
	}
	left, right := deadline(s), working(s)
	half := s.Within(layout.Size{W: s.Size.W / 2, H: s.Size.H})
	other := s.Within(layout.Size{W: s.Size.W - half.Size.W, H: s.Size.H})
	scale := min(left.scale(half), right.scale(other)) // no number matters more for being short
	return draw.Beside(left.draw(half, scale), right.draw(other, scale))
}

// scale is the greatest for which there is room; 0 where digits have none.
func (f figure) scale(s pane.Scene) int {
	if f.number == "" {
		return mostScale
	}
	scale := min((s.Size.H-figureRows)/digitRows, mostScale)
	for scale > 0 && draw.BigWidth(f.number, scale)+draw.Width(f.after)+3 > s.Size.W {
		scale--
	}
	return max(scale, 0)
}

// draw draws a figure at a scale.
func (f figure) draw(s pane.Scene, scale int) []string {
	lines := []string{" " + s.Styles.Muted.Over(f.title)}
	if scale < 1 || f.number == "" {
		lines = append(lines, " "+s.Styles.Figure.Render(strings.TrimSpace(f.number+" "+f.after)))
	} else {
		digits := draw.Big(f.number, scale, f.style, s.Styles.Glyphs)
		for i, line := range digits {
			if i == len(digits)-1 {
				line += " " + s.Styles.Figure.Render(f.after)
			}
			lines = append(lines, " "+line)
		}
	}
	lines = append(lines, " "+s.Styles.Muted.Render(f.source))
	for i, line := range lines {
		lines[i] = draw.FitTail(line, s.Size.W, s.Styles.Glyphs.Ellipsis)
	}
	return draw.Lines(lines, s.Size.W, s.Size.H)
}

// deadline is what is left to the next one.
func deadline(s pane.Scene) figure {
	d, ok := s.Board.NextDeadline()
	if !ok {
		return figure{title: s.Words.DeadlineIn, after: s.Words.NoDeadline}
	}
	number, unit, _ := strings.Cut(s.Words.Span(d.Left(s.At())), " ")
	f := figure{number: number, after: unit, style: s.Styles.Figure}
	title, id := d.Title().String(), d.ID
	if len(d.Measures) > 0 {
		title, id = s.Title(d.Measures[0]), d.Measures[0].ID
	}
	f.title = s.Words.DeadlineIn + ": " + title
	f.source = s.Join(s.Moment(d.At), sources(s, id))
	return f
}

// working is the working figure of what is stranded or, where no claim is fresh,
// the last claim, marked as stale.
func working(s pane.Scene) figure {
	if len(s.Board.Claims) == 0 {
		return figure{title: s.Words.Trucks, after: s.Words.NothingYet}
	}
	g := s.Board.Claims[0]
	c, f := g.Claims[0].Count, figure{title: s.Words.Ledger.NoFresh, style: s.Styles.Stale}
	if g.Working != nil {
		c, f = g.Working.Count, figure{title: s.Words.WorkingBy(s.Board.Rules().Working), style: s.Styles.Figure}
	}
	f.title = strings.TrimSpace(s.Words.Group(c.Unit, c.What) + ": " + f.title + " " + s.Words.Qualifier(c.Qualifier))
	f.number = s.Words.Range(c.Min, c.Max)
	if f.number == "" && lang.Most(c) != nil {
		f.number = s.Words.Number(*lang.Most(c))
	}
	f.number = strings.ReplaceAll(f.number, " – ", "–")
	if g.Working == nil {
		f.title = s.Styles.Warn.Render(strings.ToUpper(s.Words.Freshness(model.Stale))) + " " + f.title
	}
	f.source = s.Join(c.By.String(), s.Day(c.At), sources(s, c.ID))
	return f
}

// sources names those of a record that had appeared by the moment shown.
func sources(s pane.Scene, id model.ID) string {
	out, _ := s.Sources(id)
	var names []string
	for _, source := range out {
		name := source.Publisher.String()
		if source.StateMedia {
			name += s.Styles.Glyphs.StateMedia
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// blocks draws the crossings beside each other, as many as have room in so many
// lines, each with a bar of its sign, its word and its name.
func blocks(s pane.Scene, room int) []string {
	n := max(s.Size.W/mostBlock, 1)
	w := s.Size.W / n
	var lines []string
	for i := 0; i < len(s.Board.Crossings) && len(lines)+blockRows <= room; i += n {
		columns := [][]string{}
		for j := range n {
			columns = append(columns, block(s, i+j, w))
		}
		lines = append(lines, draw.Beside(columns...)...)
		lines = append(lines, "")
	}
	return lines
}

// block draws one crossing.
func block(s pane.Scene, i, w int) []string {
	if i >= len(s.Board.Crossings) {
		return draw.Lines(nil, w, blockRows)
	}
	c := s.Board.Crossings[i]
	style, sign := s.State(c.Headline)
	word := s.Words.State(c.Headline)
	if c.Headline.Disputed() {
		word = s.Words.Disputed
	}
	bar := " " + style.Render(strings.Repeat(sign, 3)) + "  "
	since := ""
	if !c.Headline.Since.IsZero() {
		since = s.Words.Began(c.Headline) + " " + s.Day(c.Headline.Since)
	}
	by := ""
	if len(c.Headline.Why) > 0 {
		by = sources(s, c.Headline.Why[0])
	}
	lines := []string{
		bar + style.Render(word), bar + s.Styles.Heading.Render(s.Crossing(c.Crossing)),
		bar + s.Styles.Muted.Render(s.Join(since, queue(s, c.Crossing.ID), by)),
	}
	for n, line := range lines {
		lines[n] = draw.FitTail(line, w-1, s.Styles.Glyphs.Ellipsis) + " "
	}
	return lines
}

// queue is the longest queue of vehicles at a crossing that is not stale, with its
// age; empty where there is none.
func queue(s pane.Scene, crossing model.ID) string {
	var longest *model.QueueStatus
	for _, q := range s.Board.QueuesAt(crossing) {
		if q.Beside || q.Fresh == model.Stale || q.Queue.Waiting == nil || longest != nil && *q.Queue.Waiting <= *longest.Queue.Waiting {
			continue
		}
		longest = &q
	}
	if longest == nil {
		return ""
	}
	return s.Join(s.Queue(*longest), s.QueueAge(*longest))
}
