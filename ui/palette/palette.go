// Package palette is the command palette: a prompt, and under it the commands
// that come near what is typed.
package palette

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Item is a command to choose.
type Item struct {
	// Name is what is typed.
	Name string
	// Argument names what may follow; empty where nothing does.
	Argument string
	// Does says what it does, Key which key does so; empty where none does.
	Does, Key string
	// Needs tells that it does nothing without what follows.
	Needs bool
	// Choices are all that may follow; nil where that is open.
	Choices []string
	// Tells says what a choice does; nil where that is plain.
	Tells func(choice string) string
	// Complete gives how the last word of what follows may go on, and at which of its
	// bytes that word begins; nil where nobody knows.
	Complete func(text string) (from int, words []string)
}

// Find gives the item of a name, or the only one whose name begins so.
func Find(items []Item, name string) (Item, bool) {
	var found []Item
	for _, item := range items {
		if item.Name == name {
			return item, true
		}
		if name != "" && strings.HasPrefix(item.Name, name) {
			found = append(found, item)
		}
	}
	if len(found) != 1 {
		return Item{}, false
	}
	return found[0], true
}

// Palette is what was typed, and the place in the list. The zero Palette is
// closed.
type Palette struct {
	prompt Prompt
	open   bool
	cursor int
	fault  string
	at     mark     // of the fault
	used   []string // lines that were run, the latest first
}

// mark is a part of what was typed, in bytes; none where it is empty.
type mark struct{ from, to int }

// Open shows the palette with some text typed.
func (p *Palette) Open(text string) {
	p.prompt = NewPrompt()
	p.prompt.Set(text)
	p.open = true
	p.renew()
}

// renew begins with what is typed now.
func (p *Palette) renew() { p.cursor, p.fault, p.at = 0, "", mark{} }

// Close hides it.
func (p *Palette) Close() { p.open = false }

// IsOpen tells whether it shows.
func (p *Palette) IsOpen() bool { return p.open }

// Fail says what is wrong with what was typed, which stays, or is shown again.
func (p *Palette) Fail(fault string) { p.open, p.fault, p.at = true, fault, mark{} }

// FailAt is Fail for a part of what was typed, which goes on for some bytes from
// one of them.
func (p *Palette) FailAt(fault, part string, from, n int) {
	p.Fail(fault)
	if at := strings.LastIndex(p.prompt.Text(), part); at >= 0 {
		from = min(max(from, 0), len(part))
		p.at = mark{at + from, at + min(from+max(n, 0), len(part))}
	}
}

// Completes tells whether a word is typed that an item knows how to complete.
func (p *Palette) Completes(items []Item) bool {
	name, _, more := strings.Cut(strings.TrimLeft(p.prompt.Text(), " "), " ")
	item, ok := Find(items, name)
	return p.open && more && ok && item.Complete != nil
}

// kept is how many lines are remembered.
const kept = 20

// Remember puts a line that was run before the others.
func (p *Palette) Remember(line string) {
	p.used = slices.DeleteFunc(p.used, func(old string) bool { return old == line })
	p.used = slices.Insert(p.used, 0, line)
	p.used = p.used[:min(len(p.used), kept)]
}

// page is by how many rows the page keys move.
const page = 8

// Update takes a key. Where that chooses something, run is true and line is what
// to do: an item's name and perhaps what follows it, not known to be valid.
func (p *Palette) Update(msg tea.KeyMsg, items []Item) (line string, run bool) {
	switch msg.Type { //nolint:exhaustive // all others are typed
	case tea.KeyEsc:
		p.Close()
	case tea.KeyEnter:
		return p.choose(p.cursor, items)
	case tea.KeyTab:
		p.complete(items)
	case tea.KeyUp, tea.KeyCtrlP, tea.KeyShiftTab:
		p.Move(-1, items)
	case tea.KeyDown, tea.KeyCtrlN:
		p.Move(1, items)
	case tea.KeyPgUp:
		p.Move(-page, items)
	case tea.KeyPgDown:
		p.Move(page, items)
	default:
		p.typed(msg)
	}
	return "", false
}

// typed gives a key to the prompt. To delete what is not there closes the
// palette, as in vi.
func (p *Palette) typed(msg tea.KeyMsg) {
	before := p.prompt.Text()
	if msg.Type == tea.KeyBackspace && before == "" {
		p.Close()
		return
	}
	p.prompt.Update(msg)
	if p.prompt.Text() != before {
		p.renew()
	}
}

// Move moves the cursor in the list.
func (p *Palette) Move(by int, items []Item) {
	p.cursor = max(0, min(p.cursor+by, len(p.rows(items))-1))
}

// choose gives the line of a row, or what was typed where there are no rows. A
// line that needs more is put into the prompt.
func (p *Palette) choose(i int, items []Item) (line string, run bool) {
	line = strings.TrimSpace(p.prompt.Text())
	if rows := p.rows(items); i < len(rows) {
		line = rows[i].line
		if rows[i].begun {
			p.put(line)
			return "", false
		}
	}
	name, argument, _ := strings.Cut(line, " ")
	if item, ok := Find(items, name); ok && item.Needs && strings.TrimSpace(argument) == "" {
		p.put(item.Name + " ")
		return "", false
	}
	return line, line != ""
}

// complete puts what is under the cursor into the prompt, or what is below it where
// that is typed already.
func (p *Palette) complete(items []Item) {
	rows := p.rows(items)
	if p.cursor >= len(rows) {
		return
	}
	r := rows[p.cursor]
	if p.cursor+1 < len(rows) && p.Completes(items) && r.line == strings.TrimSpace(p.prompt.Text()) {
		r = rows[p.cursor+1]
	}
	line := r.line
	if r.item.Argument != "" && !strings.Contains(line, " ") {
		line += " "
	}
	p.put(line)
}

// put types a line instead of what was typed.
func (p *Palette) put(line string) {
	p.prompt.Set(line)
	p.renew()
}
