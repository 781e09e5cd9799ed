package changes

import (
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// line is one of the pane, and the place of the change that it tells of; -1 where
// it tells of none.
type line struct {
	text string
	item int
}

// sheet is all that the pane has to show.
type sheet []line

// at is the place of the change in a line; -1 where there is none.
func (s sheet) at(y int) int {
	if y < 0 || y >= len(s) {
		return -1
	}
	return s[y].item
}

// span are the lines of a change: the first, and the one after the last.
func (s sheet) span(item int) (from, to int) {
	for i, l := range s {
		if l.item == item {
			if to == 0 {
				from = i
			}
			to = i + 1
		}
	}
	return from, to
}

// sheet sets the changes in lines as wide as the scene.
func (p *Pane) sheet(s pane.Scene) sheet {
	d := p.difference(s)
	if p.kept.sheet != nil && p.kept.width == s.Size.W {
		return p.kept.sheet
	}
	w := writer{s: s}
	w.left()
	before := len(w.lines)
	for k := model.StateChanged; k <= model.RecordAmended; k++ {
		w.kind(d, k)
	}
	if len(w.lines) == before {
		w.add(-1, " "+s.Styles.Muted.Render(draw.FitTail(fmt.Sprintf(s.Words.Turns.Nothing, d.since(s)), max(s.Size.W-1, 0), s.Styles.Glyphs.Ellipsis)))
	}
	p.kept.sheet, p.kept.width = w.lines, s.Size.W
	return w.lines
}

// kind writes the changes of a kind below its name.
func (w *writer) kind(d *difference, k model.DifferenceKind) {
	n := d.counts[k]
	lesser := k == model.EventAdded && d.lesser > 0
	if n == 0 && !lesser {
		return
	}
	w.heading(title(w.s, k), n)
	for i, it := range d.items {
		if it.Kind == k {
			w.change(i, it)
		}
	}
	if n > most {
		w.text(-1, w.s.Styles.Muted, fmt.Sprintf(w.s.Words.Page.More, w.s.Words.Number(int64(n-most))))
	}
	if lesser {
		w.text(-1, w.s.Styles.Muted, w.s.Words.LessSevere(d.lesser))
	}
}

// writer writes a sheet.
type writer struct {
	s     pane.Scene
	lines sheet
}

func (w *writer) add(item int, text string) { w.lines = append(w.lines, line{text, item}) }

// indent holds the sign of a change, margin keeps text from the frame.
const indent, margin = 3, 1

// left tells what became of what the person copied and exported.
func (w *writer) left() {
	fates := w.s.Fates
	if len(fates) == 0 {
		return
	}
	w.heading(w.s.Words.Private.Left, len(fates))
	for _, f := range fates[:min(len(fates), most)] {
		w.text(-1, w.s.Styles.Warn, f.Sentence(w.s.Words, w.s.Zone, w.s.Now))
	}
	if more := len(fates) - most; more > 0 {
		w.text(-1, w.s.Styles.Muted, fmt.Sprintf(w.s.Words.Page.More, w.s.Words.Number(int64(more))))
	}
}

// heading names a kind of change and counts them.
func (w *writer) heading(title string, n int) {
	if len(w.lines) > 0 {
		w.add(-1, "")
	}
	s := w.s
	text := " " + s.Styles.Heading.Render(title) + " " + s.Styles.Muted.Render(s.Words.Number(int64(n))) + " "
	rule := max(s.Size.W-draw.Width(text)-margin, 0)
	w.add(-1, text+s.Styles.Border.Render(strings.Repeat(s.Styles.Glyphs.Horizontal, rule)))
}

func title(s pane.Scene, k model.DifferenceKind) string {
	w := s.Words
	switch k {
	case model.StateChanged:
		return w.Crossings
	case model.DeadlineChanged:
		return w.Deadlines
	case model.ClaimChanged:
		return w.Trucks
	case model.ConditionChanged:
		return w.Conditions
	case model.EventAdded:
		return w.Incidents
	case model.RecordAmended:
	}
	return w.Page.Amendments
}

// change writes what changed and when that became known, how it was and how it is,
// and what else there is to say.
func (w *writer) change(i int, it item) {
	s := w.s
	if it.Claim != nil && it.Claim.Aged() {
		w.aged(i, it)
		return
	}
	style, sign := mark(s, it)
	known := ""
	if !it.Known.IsZero() {
		known = public(s, it)
	}
	name, then := it.turn.Name, it.turn.Is
	if it.Kind == model.EventAdded { // what happened comes before what sort of thing it is
		name, then = then, name
	}
	if until := s.Embargo(slices.Concat(it.Records, []model.ID{it.record()})...); until != "" {
		name = s.Styles.Glyphs.Embargo + " " + fmt.Sprintf(s.Words.Private.Short, until) + ": " + name
	}
	room := s.Size.W - indent - margin
	names := draw.Wrap(name, max(room-draw.Width(known)-2, room/2, 1))
	for n, text := range names {
		before := strings.Repeat(" ", indent)
		if n == 0 {
			before = " " + style.Render(sign) + strings.Repeat(" ", max(indent-1-draw.Width(sign), 0))
		}
		text = s.Styles.Heading.Render(text)
		if gap := room - draw.Width(text) - draw.Width(known); n == 0 && known != "" && gap >= 2 {
			text += strings.Repeat(" ", gap) + s.Styles.Muted.Render(known)
		}
		w.add(i, before+text)
	}
	w.turned(i, it, then)
	w.text(i, s.Styles.Muted, it.turn.Note)
	w.text(i, s.Styles.Faint, said(s, it))
}

// aged writes what only went stale: that is no news of its own.
func (w *writer) aged(i int, it item) {
	s := w.s
	for n, text := range draw.Wrap(s.Words.Turn(it.turn.Name, it.turn.Is, ""), max(s.Size.W-indent-margin, 1)) {
		before := strings.Repeat(" ", indent)
		if n == 0 {
			before = " " + s.Styles.Stale.Render(s.Styles.Glyphs.Dot) + before[2:]
		}
		w.add(i, before+s.Styles.Stale.Render(text))
	}
}

// turned writes how it was and how it is. Where an arrow would have to be broken
// from one line to the next each has its own.
func (w *writer) turned(i int, it item, is string) {
	s := w.s
	style := s.Styles.Text
	switch {
	case it.State != nil && it.State.Headline():
		style, _ = state(s, it.State.After)
	case it.Kind == model.EventAdded:
		style = s.Styles.Muted
	}
	was := it.turn.Was
	arrow := " " + s.Styles.Glyphs.Right + " "
	switch room := s.Size.W - indent - margin; {
	case was == "":
		w.text(i, style, is)
	case draw.Width(was+arrow+is) <= room:
		w.add(i, strings.Repeat(" ", indent)+s.Styles.Muted.Render(was)+s.Styles.Faint.Render(arrow)+style.Render(is))
	default:
		w.text(i, s.Styles.Muted, was)
		w.text(i, style, s.Styles.Glyphs.Right+" "+is)
	}
}

// text writes a text in as many lines as it takes.
func (w *writer) text(i int, style theme.Style, text string) {
	for _, line := range draw.Wrap(text, max(w.s.Size.W-indent-margin, 1)) {
		w.add(i, strings.Repeat(" ", indent)+style.Render(line))
	}
}
