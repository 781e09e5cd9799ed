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
	runes := []rune(p.input.Value())
	before, after := string(runes[:p.input.Position()]), string(runes[p.input.Position():])
	under, _ := ansi.FirstGraphemeCluster(after, ansi.GraphemeWidth)
	rest := after[len(under):]
	at := st.Match.Render(under)
	if draw.Width(under) == 0 {
		under, at = " ", st.Accent.Render(st.Glyphs.Levels[len(st.Glyphs.Levels)-1]) // a full cell
	}
	if over := draw.Width(sign) + draw.Width(before) + draw.Width(under) - w; over > 0 {
		// One cell for the sign of what is cut, one for half a wide letter.
		before = ansi.TruncateLeft(before, over+2, st.Glyphs.Ellipsis)
	}
	return draw.FitTail(st.Key.Render(sign)+before+at+rest, w, st.Glyphs.Ellipsis)
}
