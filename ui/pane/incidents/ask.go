package incidents

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"bordertop/model/query"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// promptLines is the height of the prompt: what is typed, and what is wrong with
// it.
const promptLines = 2

// labelled is the width from which the prompt has a word before it.
const labelled = 40

// drawPrompt draws the prompt in its room, which may be none.
func (p *Pane) drawPrompt(s pane.Scene) []string {
	if p.asking == nil || s.Size.H == 0 {
		return nil
	}
	t := p.typed(s)
	return draw.Lines([]string{t.line(s), t.under(s)}, s.Size.W, s.Size.H)
}

// typed is what is typed as it is set in its line.
type typed struct {
	*prompt

	label, right string
	text         string
	from, cursor int // the bytes at which the view begins, and of the cursor
	room         int // the cells of the text
}

func (p *Pane) typed(s pane.Scene) typed {
	t := typed{prompt: p.asking, text: p.asking.input.Value()}
	w := s.Words.Log
	word, sign := w.Filter, p.keys.Filter
	switch t.purpose {
	case finding:
		word, sign = w.Find, p.keys.Find
	case dating:
		word, sign = w.Date, p.keys.Date
	case filtering, purposes:
	}
	t.label = " " + sign.Help().Key + " "
	if s.Size.W >= labelled {
		t.label = " " + word + ": "
		t.right = " " + p.outcome(s) + " "
	}
	t.room = max(s.Size.W-draw.Width(t.label)-draw.Width(t.right), 1)
	before, _ := t.parts()
	t.cursor = len(before)
	starts := make([]int, 0, t.cursor+1)
	for i := range before {
		starts = append(starts, i)
	}
	starts = append(starts, t.cursor)
	t.from = starts[sort.Search(len(starts)-1, func(i int) bool { return draw.Width(before[starts[i]:]) < t.room })]
	return t
}

// outcome is what the text comes to: how many are left, how many were found, or
// the moment that is meant.
func (p *Pane) outcome(s pane.Scene) string {
	w := s.Words
	switch a := p.asking; {
	case a.purpose == dating:
		return s.Moment(a.moment)
	case s.Index == nil:
		return w.Frame.Indexing
	case a.purpose == finding:
		return p.position(s)
	}
	return fmt.Sprintf(w.Log.Of, w.Number(int64(len(p.listed(s).found))), w.Number(int64(s.Board.Events.Len())))
}

// line is the text with its cursor, and the word at fault marked.
func (t typed) line(s pane.Scene) string {
	st := s.Styles
	var b strings.Builder
	end := t.cursor + character(t.text[t.cursor:])
	for at := t.from; at < len(t.text); {
		next := len(t.text)
		style := st.Text
		for _, edge := range []int{t.cursor, end, t.faultFrom(), t.faultTo()} {
			if edge > at {
				next = min(next, edge)
			}
		}
		if t.fault != nil && !t.unfinished() && at >= t.faultFrom() && at < t.faultTo() {
			style = st.Error
		}
		piece := style.Render(t.text[at:next])
		if at == t.cursor && s.Focused {
			piece = st.Selected.Over(st.Match.Render(t.text[at:next]))
		}
		b.WriteString(piece)
		at = next
	}
	if t.cursor == len(t.text) && s.Focused {
		b.WriteString(st.Selected.Over(st.Match.Render(" ")))
	}
	return st.Key.Render(t.label) + draw.Fit(b.String(), t.room) + st.Muted.Render(t.right)
}

// character is the length of the letter that a text begins with, and of its
// marks.
func character(text string) int {
	for i, r := range text {
		if i > 0 && !unicode.Is(unicode.M, r) {
			return i
		}
	}
	return len(text)
}

// faultFrom and faultTo bound what is at fault, within the text whatever the
// parser says; both are past it where nothing is.
func (t typed) faultFrom() int {
	if t.fault == nil {
		return len(t.text)
	}
	return max(0, min(t.fault.At, len(t.text)))
}

func (t typed) faultTo() int {
	if t.fault == nil {
		return len(t.text)
	}
	return max(t.faultFrom(), min(t.fault.At+t.fault.Len, len(t.text)))
}

// unfinished tells that what is at fault is being typed: it is told of calmly.
func (t typed) unfinished() bool {
	return t.fault != nil && !t.pressed && t.cursor == len(t.text) && t.faultTo() == len(t.text)
}

// explain tells what is wrong, and what was meant.
func explain(s pane.Scene, f *query.Fault) string { return s.Words.Mistake(f.Problem, f.Meant) }

// under is the line below the text: carets under the word at fault and what is
// wrong with it, or else how one may go on.
func (t typed) under(s pane.Scene) string {
	indent := draw.Width(t.label)
	if t.fault == nil || t.unfinished() && len(t.choices.words) > 0 {
		return strings.Repeat(" ", indent) + t.hint(s)
	}
	style := s.Styles.Error
	if t.unfinished() {
		style = s.Styles.Muted
	}
	from := max(t.faultFrom(), t.from)
	to := max(t.faultTo(), from)
	x := min(indent+draw.Width(t.text[t.from:from]), max(indent+t.room-1, 0))
	carets := max(1, min(draw.Width(t.text[from:to]), indent+t.room-x))
	text := explain(s, t.fault)
	width := draw.Width(text)
	mark := strings.Repeat("^", carets)
	switch right := s.Size.W - x - carets - 2; {
	case width <= right || right >= x && right >= minExplained:
		return strings.Repeat(" ", x) + style.Render(mark+" "+draw.Cut(text, right))
	case x-2 >= minExplained || x-2 >= width:
		text = draw.Cut(text, x-2)
		return strings.Repeat(" ", x-1-draw.Width(text)) + style.Render(text+" "+mark)
	}
	return " " + style.Render(draw.Cut(text, max(s.Size.W-2, 0)))
}

// minExplained is the least room beside the carets for what is wrong; with less
// it takes the whole line.
const minExplained = 24
