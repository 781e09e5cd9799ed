package incidents

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/pane"
)

// ShortHelp lists the keys that matter most just now.
func (p *Pane) ShortHelp() []key.Binding {
	switch {
	case p.asking != nil:
		return p.asking.keys.short()
	case p.counting != nil:
		return p.counting.keys
	}
	if p.find.text != "" {
		return []key.Binding{p.keys.Open, p.keys.NextMatch, p.keys.Filter}
	}
	return []key.Binding{p.keys.Open, p.keys.Filter}
}

// FullHelp lists the keys that work just now.
func (p *Pane) FullHelp() [][]key.Binding {
	switch {
	case p.asking != nil:
		return [][]key.Binding{p.asking.keys.full()}
	case p.counting != nil:
		return [][]key.Binding{p.keys.Moves(), p.counting.keys}
	}
	return [][]key.Binding{p.keys.Moves(), {p.keys.Left, p.keys.Right, p.keys.Open}, p.keys.Log()}
}

// press does what a key asks for, while nothing is typed.
func (p *Pane) press(s pane.Scene, msg tea.KeyMsg) pane.Intent {
	if p.counting != nil {
		return p.tabulate(s, msg)
	}
	k := p.keys
	switch {
	case key.Matches(msg, k.Filter):
		p.ask(s, filtering)
	case key.Matches(msg, k.Find):
		p.ask(s, finding)
	case key.Matches(msg, k.Date):
		p.ask(s, dating)
	case key.Matches(msg, k.Sort):
		p.order = (p.order + 1) % orders
	case key.Matches(msg, k.Group):
		p.group = (p.group + 1) % groups
	case key.Matches(msg, k.Frequency):
		p.tally(s)
	case key.Matches(msg, k.Left) && tabLines(s) > 0:
		return p.turn(s, -1)
	case key.Matches(msg, k.Right) && tabLines(s) > 0:
		return p.turn(s, 1)
	default:
		return p.jump(s, msg)
	}
	return nil
}

// jump moves the cursor.
func (p *Pane) jump(s pane.Scene, msg tea.KeyMsg) pane.Intent {
	k := p.keys
	switch {
	case key.Matches(msg, k.NextMatch):
		return p.match(s, 1)
	case key.Matches(msg, k.PreviousMatch):
		return p.match(s, -1)
	case key.Matches(msg, k.NextSevere):
		return p.heavy(s, 1)
	case key.Matches(msg, k.PreviousSevere):
		return p.heavy(s, -1)
	case key.Matches(msg, k.DayBack):
		return p.day(s, 1)
	case key.Matches(msg, k.DayForward):
		return p.day(s, -1)
	case key.Matches(msg, k.NextUnread):
		return p.unread(s)
	}
	return p.list.Update(s.Within(p.areas(s).body), p.keys, p.things(s), msg)
}

// point does what a click or the wheel asks for.
func (p *Pane) point(s pane.Scene, msg tea.MouseMsg) pane.Intent {
	a := p.areas(s)
	click := msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft
	if click && msg.Y < a.tabs.H {
		if i, ok := newStrip(p.labels(s), p.tabIndex(s)+1, s.Size.W).at(msg.X); ok {
			return p.turnTo(s, i-1)
		}
		return nil
	}
	msg.Y -= a.tabs.H
	if click && (msg.Y < 0 || msg.Y >= a.body.H) {
		return nil
	}
	if p.counting == nil {
		return p.list.Update(s.Within(a.body), p.keys, p.things(s), msg)
	}
	if click && msg.Y == 0 {
		strip := p.fields(s)
		if i, ok := strip.at(msg.X); ok {
			p.counting.turn(i - strip.in)
		}
		return nil
	}
	msg.Y--
	p.counting.list.Update(s.Within(p.tableSize(s)), p.keys, p.values(s), msg)
	return nil
}
