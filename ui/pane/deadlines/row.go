package deadlines

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

const (
	// indent holds the sign of a state.
	indent = 3
	// gap parts the columns, margin keeps them from the frame.
	gap, margin = 2, 1
	// roomy is the width from which the clocks elsewhere stand by the date.
	roomy = 80
	// share is the width of a per cent, and minBar that of the shortest bar.
	share, minBar = 6, 6
	// said is what the words beside a bar are left with, where that can be.
	said = 32
	// stump is the least that a note is cut to; a shorter rest is left out.
	stump = 10
)

// columns are the widths of a frame's columns; what is 0 or less where only the
// figure and the date have room.
type columns struct {
	figure, when, what, bar int

	// rows is the height of a deadline.
	rows int
}

func measure(s pane.Scene, entries []entry) columns {
	var c columns
	for i, e := range entries {
		if s.Size.W >= roomy && e.clocks != "" {
			entries[i].when, entries[i].clocks = e.when+dot(s)+e.clocks, ""
		}
		c.figure = max(c.figure, draw.Width(e.figure))
		c.when = max(c.when, draw.Width(entries[i].when))
	}
	c.what = s.Size.W - indent - c.figure - gap - c.when - gap - margin
	c.bar = min(s.Size.W-indent-share-gap-said, c.figure+gap+c.when-share)
	c.bar = max(c.bar, minBar)
	return c
}

// row draws a deadline: its time and what ends, and below how much of the time
// is over and what else is to be said. A name too long for its column changes
// places with the bar.
func (c columns) row(s pane.Scene, e entry) []string {
	notes := e.notes(s)
	names := e.names(s)
	room := s.Size.W - indent - margin
	// A count of crossings says less than their names below.
	short := slices.Concat(names[:1], names[len(names)-1:])
	if name, ok := fits(short, c.what); ok {
		notes = e.placed(s, notes, name)
		below := ""
		if bar := gauge(s, e, c.bar); bar != "" {
			below = bar + strings.Repeat(" ", gap)
		}
		return c.under(s, c.head(s, e)+s.Styles.Heading.Render(name), below, notes)
	}
	beside := ""
	switch {
	case e.runs() && c.what >= minBar+share:
		beside = gauge(s, e, min(c.what-share, c.figure+c.when))
	case !e.runs() && len(notes) > 0 && draw.Width(notes[0].text) <= c.what:
		beside = notes[0].style.Render(notes[0].text)
		notes = notes[1:]
	}
	name, _ := fits(names, room)
	if c.rows > lines {
		name, _ = fits(short, room)
		notes = e.placed(s, notes, name)
	}
	// Where no room is left beside the date, blanks are no text to be cut.
	head := strings.TrimRight(c.head(s, e)+beside, " ")
	return c.under(s, head, "", slices.Insert(notes, 0, note{text: name, style: s.Styles.Heading}))
}

// placed are the notes with the crossings that a name does not tell.
func (e entry) placed(s pane.Scene, notes []note, name string) []note {
	if where := e.where(s, name); where.text != "" {
		return slices.Insert(notes, min(e.fated(), len(notes)), where)
	}
	return notes
}

// under sets notes below a line, in the lines that there are, the first of them
// behind something else.
func (c columns) under(s pane.Scene, head, below string, notes []note) []string {
	out := []string{head}
	for len(out) < c.rows {
		room := s.Size.W - indent - margin - draw.Width(below)
		n := len(notes)
		if len(out) < c.rows-1 {
			n = whole(s, notes, room)
		}
		out = append(out, strings.Repeat(" ", indent)+below+join(s, notes[:n], room))
		below, notes = "", notes[n:]
	}
	return out
}

// whole counts the notes that a line has room for without cutting one; the first
// is in it in any case.
func whole(s pane.Scene, notes []note, room int) int {
	for i, n := range notes {
		if room -= draw.Width(n.text); i > 0 && room < 0 {
			return i
		}
		room -= draw.Width(dot(s))
	}
	return len(notes)
}

func (c columns) head(s pane.Scene, e entry) string {
	style, sign := e.sign(s)
	figure := s.Styles.Figure
	if !e.runs() && e.State != model.Coming {
		figure = s.Styles.Muted
	}
	if e.State == model.NoDate {
		figure = s.Styles.Text
	}
	pad := strings.Repeat(" ", c.figure-draw.Width(e.figure))
	return " " + style.Render(sign) + " " + pad + figure.Render(e.figure) + "  " + draw.Fit(e.when, c.when) + "  "
}

// gauge draws how much of the time is over; nothing where none runs out or the
// start is not known.
func gauge(s pane.Scene, e entry, w int) string {
	part, ok := e.Share(s.At())
	if !ok || !e.runs() {
		return ""
	}
	bar := draw.Bar(part, w, s.Styles.BarFull, s.Styles.BarEmpty, s.Styles.Glyphs)
	return bar + s.Styles.Muted.Render(draw.FitRight(s.Words.Percent(part), share))
}

// fits gives the first of the texts that fits, else the last.
func fits(texts []string, w int) (text string, ok bool) {
	for _, text := range texts {
		if draw.Width(text) <= w {
			return text, true
		}
	}
	return texts[len(texts)-1], false
}

// join puts notes in a row as far as there is room for them.
func join(s pane.Scene, notes []note, room int) string {
	var b strings.Builder
	for i, n := range notes {
		if n.short != "" && draw.Width(n.text) > room {
			n.text = n.short
		}
		if i > 0 {
			room -= draw.Width(dot(s))
		}
		w := draw.Width(n.text)
		if i > 0 && w > room && (room < stump || n.exact) {
			break
		}
		if i > 0 {
			b.WriteString(s.Styles.Muted.Render(dot(s)))
		}
		b.WriteString(n.style.Render(draw.FitTail(n.text, min(w, room), s.Styles.Glyphs.Ellipsis)))
		room -= w
		if room <= 0 {
			break
		}
	}
	return b.String()
}
