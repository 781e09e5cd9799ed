package palette

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

// longest is how much can be typed, in runes.
const longest = 1000

// Prompt is a line to type in. What comes into it is cleaned.
type Prompt struct{ input textinput.Model }

// NewPrompt makes an empty prompt.
func NewPrompt() Prompt {
	in := textinput.New()
	in.CharLimit = longest
	in.Cursor.SetMode(cursor.CursorStatic)
	// The clipboard that it would read is that of the machine, which over SSH is
	// not the reader's. Terminals paste by themselves.
	in.KeyMap.Paste = key.NewBinding(key.WithDisabled())
	in.Focus()
	return Prompt{in}
}

// Allow makes room for so many runes.
func (p *Prompt) Allow(runes int) { p.input.CharLimit = runes }

// Text is what was typed.
func (p *Prompt) Text() string { return p.input.Value() }

// Set puts text into the prompt, with the cursor at its end.
func (p *Prompt) Set(text string) {
	p.input.SetValue(tidy(text))
	p.input.CursorEnd()
}

// Update types, deletes or moves the cursor, as in a shell.
func (p *Prompt) Update(msg tea.KeyMsg) {
	p.input, _ = p.input.Update(msg) // a cursor that does not blink has no commands
	text := p.input.Value()
	if tidied := tidy(text); tidied != text {
		at := utf8.RuneCountInString(tidy(string([]rune(text)[:p.input.Position()])))
		p.input.SetValue(tidied)
		p.input.SetCursor(at)
	}
}

// tidy cleans what is typed, but keeps a space at either end: the next word is
// still to come.
func tidy(text string) string {
	const fence = "|"
	return strings.TrimSuffix(strings.TrimPrefix(clean.Line(fence+text+fence).String(), fence), fence)
}

// View draws the prompt behind a sign in exactly w cells, so that the cursor is
// in view.
func (p *Prompt) View(sign string, w int, st theme.Styles) string {
	before, under, rest := p.parts()
	at := st.Match.Render(under)
	if draw.Width(under) == 0 {
		under, at = " ", cursorAt(st)
	}
	if over := draw.Width(sign) + draw.Width(before) + draw.Width(under) - w; over > 0 {
		// One cell for the sign of what is cut, one for half a wide letter.
		before = ansi.TruncateLeft(before, over+2, st.Glyphs.Ellipsis)
	}
	return draw.FitTail(st.Key.Render(sign)+before+at+rest, w, st.Glyphs.Ellipsis)
}

// parts are the text before the cursor, what is under it, and what follows.
func (p *Prompt) parts() (before, under, rest string) {
	runes := []rune(p.input.Value())
	before, after := string(runes[:p.input.Position()]), string(runes[p.input.Position():])
	under, _ = ansi.FirstGraphemeCluster(after, ansi.GraphemeWidth)
	return before, under, after[len(under):]
}

// cursorAt is the cursor behind the text: a full cell.
func cursorAt(st theme.Styles) string {
	return st.Accent.Render(st.Glyphs.Levels[len(st.Glyphs.Levels)-1])
}

// Lines draws the prompt in lines of at most w cells, no more than so many of them,
// so that the cursor is in view.
func (p *Prompt) Lines(w, most int, st theme.Styles) []string {
	before, under, rest := p.parts()
	if most < 2 || w < 2 || draw.Width(before+under+rest)+1 <= w {
		return []string{p.View("", w, st)}
	}
	var lines []string
	line, cells := "", 0
	put := func(text string, width int) {
		if cells+width > w {
			lines = append(lines, line)
			line, cells = "", 0
		}
		line, cells = line+text, cells+width
	}
	each := func(text string) {
		for text != "" {
			piece, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
			put(piece, draw.Width(piece))
			text = text[len(piece):]
		}
	}
	each(before)
	if at := st.Match.Render(under); draw.Width(under) > 0 {
		put(at, draw.Width(under))
	} else {
		put(cursorAt(st), 1)
	}
	row := len(lines)
	each(rest)
	lines = append(lines, line)
	top := max(0, min(row-most/2, len(lines)-most))
	return lines[top:min(top+most, len(lines))]
}
