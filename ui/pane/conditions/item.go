package conditions

import (
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// density is how much is said of a condition.
type density uint8

const (
	// airy says all, with a blank line between sides.
	airy density = iota
	// whole says all.
	whole
	// short cuts texts to two lines.
	short
	// brief cuts texts to one.
	brief
	// terse is one line, with how the condition stands beside the text.
	terse
)

// indent holds the sign of a state, margin keeps text from the frame.
const indent, margin = 3, 1

// item is a condition with its texts wrapped to the column: what is wanted, and
// what others say of it.
type item struct {
	model.ConditionStatus
	text   []string
	rivals [][]string
}

func (it *item) wrap(s pane.Scene, w int) {
	w = max(w-indent-margin, 1)
	if it.text = draw.Wrap(it.Condition.Text.String(), w); len(it.text) == 0 {
		it.text = []string{""}
	}
	for _, rival := range rivals(s, it.Condition.ID) {
		it.rivals = append(it.rivals, draw.Wrap(s.Styles.Glyphs.Disputed+" "+rival, w))
	}
}

// keep is how many lines of a text the density allows.
func (d density) keep(text []string) int {
	switch d {
	case short:
		return min(2, len(text))
	case brief, terse:
		return min(1, len(text))
	case airy, whole:
	}
	return len(text)
}

// rows is how many lines draw gives.
func (d density) rows(it item) int {
	if d == terse {
		return 1
	}
	n := d.keep(it.text) + 1
	for _, rival := range it.rivals {
		n += d.keep(rival)
	}
	return n
}

// draw gives the lines of a condition: what is wanted, and below how it stands,
// since when, who says so and how old that is, and who says otherwise.
func (d density) draw(s pane.Scene, it item, w int) []string {
	style, shape := sign(s, it.Condition.State)
	first, next := " "+style.Render(shape)+" ", strings.Repeat(" ", indent)
	if d == terse {
		return []string{first + line(s, it, w-indent)}
	}
	out := make([]string, 0, d.rows(it))
	for _, text := range d.clip(s, it.text, w-indent-margin) {
		out = append(out, first+text)
		first = next
	}
	out = append(out, next+standing(s, it.ConditionStatus, w-indent-margin))
	for _, rival := range it.rivals {
		for _, text := range d.clip(s, rival, w-indent-margin) {
			out = append(out, next+s.Styles.Disputed.Render(text))
		}
	}
	return out
}

// clip keeps as many lines of a text as the density allows, and marks what is
// cut.
func (d density) clip(s pane.Scene, text []string, w int) []string {
	keep := d.keep(text)
	if keep == len(text) {
		return text
	}
	last := draw.FitTail(text[keep-1]+" "+text[keep], w, s.Styles.Glyphs.Ellipsis)
	return append(text[:keep-1:keep-1], last)
}

// rivals lists who says otherwise of a condition, and what.
func rivals(s pane.Scene, id model.ID) []string {
	a, _ := s.Board.Record(id)
	var out []string
	for _, d := range a.Disputes {
		text := told(s, d)
		if !d.By.Empty() {
			text = d.By.String() + ": " + text
		}
		out = append(out, text)
	}
	return out
}

// told is what a dispute says in place of the text or the state of a condition,
// else why.
func told(s pane.Scene, d *model.Amendment) string {
	for _, set := range d.Set {
		switch v := set.Value.(type) {
		case string:
			if word := s.Words.Condition(model.ConditionState(v)); set.Field == "state" && word != "" {
				return word
			}
		case clean.Text:
			if set.Field == "text" {
				return v.String()
			}
		}
	}
	return d.Reason.String()
}
