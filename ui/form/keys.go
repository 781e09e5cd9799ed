package form

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/lang"
)

// Event is what a key asks for.
type Event uint8

// The events. Changed tells that something else is typed now.
const (
	None Event = iota
	Changed
	Save
	Leave
	Discard
)

// page is by how many lines the page keys move.
const page = 6

// Hints are the keys that work, those that matter most first.
func (f *Form) Hints(w lang.Words) []key.Binding {
	hint := func(name, does string) key.Binding {
		return key.NewBinding(key.WithKeys(name), key.WithHelp(name, does))
	}
	words := w.Desk
	if f.busy {
		return []key.Binding{hint("esc", words.Leave)}
	}
	out := []key.Binding{hint("ctrl+s", words.Save), hint("esc", words.Leave)}
	if l := f.current(); l != nil && l.Words != nil && !l.List {
		out = append(out, key.NewBinding(key.WithKeys("right"), key.WithHelp("←→", words.Choose)))
	} else if l != nil && l.choices() != nil {
		out = append(out, hint("tab", w.Palette.Complete))
	}
	return append(out, hint("enter", words.Next), hint("ctrl+x", words.Discard))
}

// Update takes a key.
func (f *Form) Update(msg tea.KeyMsg) Event {
	if f.busy {
		if msg.Type == tea.KeyEsc {
			return Leave
		}
		return None
	}
	discards, cycle := f.discards, f.cycle
	f.discards, f.cycle = false, nil
	switch msg.Type { //nolint:exhaustive // all others are typed
	case tea.KeyEsc:
		return Leave
	case tea.KeyCtrlS:
		return Save
	case tea.KeyCtrlX:
		f.discards = !discards
		if discards {
			return Discard
		}
	case tea.KeyEnter:
		return f.enter()
	case tea.KeyTab:
		return f.tab(cycle, 1)
	case tea.KeyShiftTab:
		return f.tab(cycle, -1)
	default:
		return f.typed(msg)
	}
	return None
}

// enter goes on, or does what the line says.
func (f *Form) enter() Event {
	switch f.at {
	case save:
		return Save
	case more:
		f.unfold()
	default:
		f.Move(1)
	}
	return None
}

// unfold shows the rare fields, with the cursor on the first that was not in view.
func (f *Form) unfold() {
	before := f.rows()
	f.rare = true
	for _, row := range f.rows() {
		if !slices.Contains(before, row) {
			f.at = row
			return
		}
	}
}

// Move goes so many lines down, or up.
func (f *Form) Move(by int) {
	rows := f.rows()
	at := max(slices.Index(rows, f.at), 0)
	f.at = rows[max(0, min(at+by, len(rows)-1))]
}

// typed types, or moves the cursor.
func (f *Form) typed(msg tea.KeyMsg) Event {
	l := f.current()
	switch {
	case msg.Type == tea.KeyUp:
		f.Move(-1)
	case msg.Type == tea.KeyDown:
		f.Move(1)
	case msg.Type == tea.KeyPgUp:
		f.Move(-page)
	case msg.Type == tea.KeyPgDown:
		f.Move(page)
	case l == nil:
	case l.Words != nil && !l.List && msg.Type == tea.KeyLeft:
		l.turn(-1)
		return Changed
	case l.Words != nil && !l.List && msg.Type == tea.KeyRight:
		l.turn(1)
		return Changed
	default:
		before := l.input.Text()
		l.input.Update(msg)
		if l.input.Text() != before {
			return Changed
		}
	}
	return None
}

// turn goes to another of the words that there are; before the first there is none.
func (l *line) turn(by int) {
	text := strings.TrimSpace(l.input.Text())
	at := slices.IndexFunc(l.Words, func(c Choice) bool { return c.Value == text })
	n := len(l.Words) + 1
	at = (at + 1 + by + n) % n
	text = ""
	if at > 0 {
		text = l.Words[at-1].Value
	}
	l.input.Set(text)
}

// cycle are the values that complete a field, of which one stands there, behind the
// others of a list.
type cycle struct {
	head    string
	choices []Choice
	at      int
}

// tab completes what is typed or, pressed again, puts another value in its place.
// Where there is nothing to complete it goes on.
func (f *Form) tab(c *cycle, by int) Event {
	l := f.current()
	switch {
	case l == nil || c != nil && len(c.choices) == 1:
		f.Move(by)
		return None
	case c != nil:
		c.at = (c.at + by + len(c.choices)) % len(c.choices)
	case by > 0:
		c = l.begin()
	}
	if c == nil {
		f.Move(by)
		return None
	}
	f.cycle = c
	l.input.Set(c.head + c.choices[c.at].Value)
	return Changed
}

// begin begins to complete; nil where nothing is typed, or all of it.
func (l *line) begin() *cycle {
	head, word := l.split()
	choices := l.choices()
	if word == "" || len(choices) == 0 || len(choices) == 1 && choices[0].Value == word {
		return nil
	}
	c := &cycle{head: head, choices: choices}
	if choices[0].Value == word {
		c.at = 1
	}
	return c
}

// split gives the value that is typed last, and what stands before it in a list.
func (l *line) split() (head, word string) {
	text := l.input.Text()
	if comma := strings.LastIndexByte(text, ','); l.List && comma >= 0 {
		head = strings.TrimRight(text[:comma], " ") + ", "
		text = text[comma+1:]
	}
	return head, strings.TrimSpace(text)
}

// choices are the values that may stand for what is typed last.
func (l *line) choices() []Choice {
	_, word := l.split()
	if l.Offer != nil {
		return l.Offer(word)
	}
	var out []Choice
	for _, c := range l.Words {
		if near(c, word) {
			out = append(out, c)
		}
	}
	return out
}
