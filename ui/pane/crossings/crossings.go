// Package crossings is the pane of the crossings: who may pass where, since
// when and until when.
package crossings

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// Pane lists the crossings, two lines each.
type Pane struct {
	keys pane.Keys
	list pane.List
}

// New makes the pane.
func New(keys pane.Keys) *Pane { return &Pane{keys: keys} }

// Title names the pane.
func (*Pane) Title(s pane.Scene) string { return s.Words.Crossings }

// Wants is two lines a crossing.
func (*Pane) Wants(s pane.Scene) int { return 2 * len(s.Board.Crossings) }

// Typing is never so.
func (*Pane) Typing() bool { return false }

// ShortHelp lists the keys that matter most.
func (p *Pane) ShortHelp() []key.Binding { return []key.Binding{p.keys.Open} }

// FullHelp lists the keys.
func (p *Pane) FullHelp() [][]key.Binding {
	return [][]key.Binding{p.keys.Moves(), {p.keys.Open}}
}

// Update moves the cursor.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	return p.list.Update(s, p.keys, p.things(s), msg), nil
}

// View draws the list.
func (p *Pane) View(s pane.Scene) string {
	return strings.Join(p.list.View(s, p.things(s)), "\n")
}

func (p *Pane) things(s pane.Scene) pane.Things {
	return pane.Things{
		Len: len(s.Board.Crossings), Rows: 2,
		ID:   func(i int) model.ID { return s.Board.Crossings[i].Crossing.ID },
		Draw: func(i int) []string { return row(s, s.Board.Crossings[i]) },
	}
}

// row draws a crossing: its state and name and since when, and below who may
// pass and until when.
func row(s pane.Scene, c model.CrossingStatus) []string {
	p := c.Headline
	style, sign := s.State(p)
	word := s.Words.State(p)
	if p.Disputed() {
		word = s.Words.Disputed
	}
	indent := strings.Repeat(" ", stateWidth+3)
	head := " " + style.Render(sign+" "+draw.Fit(word, stateWidth)) + s.Styles.Heading.Render(name(s, c.Crossing))
	since := since(s, p)
	room := s.Size.W - draw.Width(since) - 1
	return []string{
		draw.Fit(head, room) + s.Styles.Muted.Render(since) + " ",
		indent + s.Styles.Muted.Render(draw.Fit(passing(s, c), s.Size.W-len(indent))),
	}
}

// stateWidth holds "LAST RESTRICTED", the longest state, and a space.
const stateWidth = 16

func name(s pane.Scene, c *model.Crossing) string {
	n := c.Name.String()
	if !c.Counterpart.Empty() {
		n += " " + s.Styles.Glyphs.Dash + " " + c.Counterpart.String()
	}
	return n
}

// since says from when a state holds and for how long, or when what was last
// known was last seen.
func since(s pane.Scene, p model.Passage) string {
	if p.Since.IsZero() {
		return ""
	}
	if p.State == model.Unknown {
		return s.Day(p.Seen)
	}
	return s.Words.Since + " " + s.Day(p.Since) + "  " + s.Words.Age(s.At().Sub(p.Since.First()))
}

// passing says until when the state is to last and who may pass meanwhile.
func passing(s pane.Scene, c model.CrossingStatus) string {
	p := c.Headline
	var parts []string
	if !p.Until.IsZero() && p.State != model.Open {
		parts = append(parts, s.Words.Until+" "+s.Moment(p.Until))
	}
	switch p.State {
	case model.Restricted:
		parts = append(parts, s.Words.Who(p.Allows))
	case model.Closed:
		parts = append(parts, s.Words.Nobody)
	case model.Unknown:
		if p.Last != model.Unknown {
			parts = append(parts, s.Words.Freshness(p.Fresh)+", "+s.Words.Age(s.At().Sub(p.Seen.First()))+" "+s.Words.Ago)
		}
	case model.Open, model.OpenWithBans:
	}
	if limits := s.Words.Limits(c); limits != "" {
		parts = append(parts, limits)
	}
	return strings.Join(parts, " "+s.Styles.Glyphs.Dot+" ")
}
