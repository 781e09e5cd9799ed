package incidents

import (
	"strings"

	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// choices are words of which one may stand in the place of the text from a byte
// up to the cursor.
type choices struct {
	from  int
	words []string
	in    int // the one that stands there; -1 for what was typed
}

// offer finds how the word before the cursor may go on; nothing within a word.
func (a *prompt) offer(s pane.Scene) {
	a.choices = choices{in: -1}
	before, after := a.parts()
	if a.purpose != dating && before+after != "" && (after == "" || strings.ContainsAny(after[:1], " )")) {
		a.choices.from, a.choices.words = s.Index.Complete(before+after, len(before))
		if len(a.choices.words) == 1 && before[min(a.choices.from, len(before)):] == a.choices.words[0] {
			a.choices.words = nil // It is whole.
		}
	}
}

// complete puts the next choice (by 1) or the one before (by -1) in the place of
// the word before the cursor. After the only one, those of what may follow are
// offered.
func (a *prompt) complete(s pane.Scene, by int) {
	c := &a.choices
	if len(c.words) == 0 {
		return
	}
	before, after := a.parts()
	if c.in < 0 && by < 0 {
		c.in = 0
	}
	c.in = (c.in + by + len(c.words)) % len(c.words)
	a.replace(before[:min(c.from, len(before))]+c.words[c.in], after)
	if len(c.words) == 1 {
		a.offer(s)
	}
}

// hint tells how one may go on.
func (t typed) hint(s pane.Scene) string {
	room := s.Size.W - draw.Width(t.label) - 1
	switch {
	case t.purpose == dating:
		return s.Styles.Faint.Render(draw.Cut(s.Words.Log.NotDate, room))
	case t.text == "":
		return s.Styles.Faint.Render(draw.Cut(s.Words.Log.Example, room))
	}
	return t.choices.draw(s, room)
}

// draw shows the words that there is room for, from the one that stands in the
// text.
func (c choices) draw(s pane.Scene, room int) string {
	var b strings.Builder
	first := max(c.in, 0)
	for i, word := range c.words[min(first, len(c.words)):] {
		width := draw.Width(word) + 2
		if width > room {
			b.WriteString(s.Styles.Faint.Render(s.Styles.Glyphs.Ellipsis))
			break
		}
		style := s.Styles.Faint
		if i+first == c.in {
			style = s.Styles.Match
		}
		b.WriteString(style.Render(word) + "  ")
		room -= width
	}
	return b.String()
}
