// Package incidents is the pane of what happened and what was said, the newest
// first: the log, with its filter, its orders and its jumps.
package incidents

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/query"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

// Pane lists incidents and statements, a line each.
type Pane struct {
	keys *pane.Keys
	list pane.List

	filter, find asked
	tab          clean.Text // the saved filter in force; empty shows all
	order        order
	group        group
	wrapped      wrapped // what the last search went around

	asking   *prompt // nil while nothing is typed
	counting *table  // nil while the list is in view
	past     [purposes][]string

	kept kept
}

// asked is a query and how it was typed.
type asked struct {
	text  string
	query query.Query
}

// New makes the pane.
func New(keys *pane.Keys) *Pane { return &Pane{keys: keys} }

// Searches tells whether the pane is asked, by hand or by saved filters, for what
// only the index answers.
func (p *Pane) Searches(s pane.Scene) bool {
	return p.asking != nil || p.counting != nil || p.filter.text != "" || p.find.text != "" || len(s.Filters) > 0
}

// Title names the pane, counts what it lists, and tells what narrows and orders
// that.
func (p *Pane) Title(s pane.Scene) string {
	w, l := s.Words, p.listed(s)
	all := s.Board.Events.Len()
	count := w.Number(int64(all))
	if len(l.found) < all {
		count = fmt.Sprintf(w.Log.Of, w.Number(int64(len(l.found))), count)
	}
	parts := []string{w.Incidents + "  " + count}
	if p.filter.text != "" {
		parts = append(parts, p.filter.text)
	}
	if p.find.text != "" {
		parts = append(parts, p.hits(s))
	}
	if p.order != byTime {
		parts = append(parts, s.Styles.Glyphs.Down+" "+p.order.name(w))
	}
	if p.group != ungrouped {
		parts = append(parts, p.group.name(w))
	}
	return strings.Join(parts, " "+s.Styles.Glyphs.Dot+" ")
}

// Wants is a line for each event, whatever filter holds, so that nothing moves
// while one is typed.
func (*Pane) Wants(s pane.Scene) int { return s.Board.Events.Len() + tabLines(s) }

// Typing tells whether the prompt is open.
func (p *Pane) Typing() bool { return p.asking != nil }

// Shown lists the records in the list, in its order.
func (p *Pane) Shown(s pane.Scene) []model.Record { return slices.Collect(p.listed(s).records(s)) }

// Forget forgets what was worked out from a board.
func (p *Pane) Forget() { p.kept = kept{} }

// Leaves tells whether there is a prompt, a table, a search or a filter to leave.
func (p *Pane) Leaves() bool {
	return p.asking != nil || p.counting != nil || p.find.text != "" || p.filter.text != "" || !p.tab.Empty()
}

// Leave takes back what was put over the list last: the table, what is looked
// for, the filter, the tab. It tells whether there was any.
func (p *Pane) Leave() bool {
	switch {
	case p.asking != nil:
		p.takeBack()
	case p.counting != nil:
		p.counting = nil
	case p.find.text != "":
		p.find = asked{}
	case p.filter.text != "":
		p.filter = asked{}
	case !p.tab.Empty():
		p.tab = clean.Text{}
	default:
		return false
	}
	return true
}

// Update does what a key, a click or the app asks for.
func (p *Pane) Update(s pane.Scene, msg tea.Msg) (pane.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		p.wrapped = 0
		if p.asking != nil {
			return p.write(s, msg), nil
		}
		return p.press(s, msg), nil
	case tea.MouseMsg:
		return p.point(s, msg), nil
	case pane.OpenMsg:
		return p.open(s, msg), nil
	case pane.FilterMsg:
		return p.filterBy(s, msg.Query), nil
	case pane.DateMsg:
		return p.date(s, model.Exactly(msg.At)), nil
	case pane.RevealMsg:
		p.reveal(s, msg.ID)
	}
	return nil, nil
}

// open does with what is under the cursor what the Open binding does.
func (p *Pane) open(s pane.Scene, msg tea.Msg) pane.Intent {
	if p.counting != nil {
		return p.narrow(s)
	}
	return p.list.Update(s.Within(p.areas(s).body), p.keys, p.things(s), msg)
}

// areas are the sizes of the parts of the pane, from the top.
type areas struct{ tabs, body, prompt layout.Size }

// The heights from which the pane has room for more than its list: tabs, and a
// second line below the prompt.
const (
	minTabbed  = 4
	minPrompts = 4
)

// areas divides the room. It depends on what is typed only in whether anything
// is.
func (p *Pane) areas(s pane.Scene) areas {
	of := func(h int) layout.Size { return layout.Size{W: s.Size.W, H: h} }
	prompt, tabs := 0, 0
	switch {
	case p.asking == nil:
	case s.Size.H >= minPrompts:
		prompt = promptLines
	default:
		prompt = min(1, s.Size.H)
	}
	if s.Size.H >= minTabbed {
		tabs = tabLines(s)
	}
	return areas{tabs: of(tabs), prompt: of(prompt), body: of(max(s.Size.H-prompt-tabs, 0))}
}

// View draws the tabs, the list or the table, and the prompt.
func (p *Pane) View(s pane.Scene) string {
	a := p.areas(s)
	return strings.Join(slices.Concat(
		p.drawTabs(s.Within(a.tabs)),
		p.drawBody(s.Within(a.body)),
		p.drawPrompt(s.Within(a.prompt)),
	), "\n")
}

func (p *Pane) drawBody(s pane.Scene) []string {
	if p.counting != nil {
		return p.drawTable(s)
	}
	things := p.things(s)
	switch {
	case s.Board.Events.Len() == 0:
		return draw.Lines([]string{" " + s.Styles.Muted.Render(s.Words.NothingYet)}, s.Size.W, s.Size.H)
	case things.Len == 0:
		return draw.Lines([]string{" " + s.Styles.Muted.Render(s.Words.Log.None)}, s.Size.W, s.Size.H)
	}
	return p.list.View(s, things)
}
