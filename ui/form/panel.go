package form

import (
	"strings"

	"bordertop/model/lang"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
)

// panel is what is told of the field under the cursor, for which there is so much
// room, and of all.
func (f *Form) panel(size layout.Size, room int, st theme.Styles, w lang.Words) []string {
	var out []string
	say := func(style theme.Style, text string) {
		for _, line := range draw.Wrap(text, size.W-2) {
			out = append(out, " "+style.Render(line))
		}
	}
	say(st.Error, f.fault)
	whole := st.Muted // it is no fault while the form is being filled in
	if f.tried {
		whole = st.Error
	}
	say(whole, f.report.Faults[""])
	if f.discards {
		say(st.Warn, w.Desk.Sure)
	}
	own := f.told(size.W-2, room, st, w)
	all := f.outcome(size.W-2, st, w)
	// What the board would show is never crowded out by what is offered.
	if left := size.H - len(out) - min(len(all), max(size.H/2, 1)) - 1; len(own) > left {
		own = own[:max(left, min(len(own), 1))]
	}
	for _, line := range own {
		out = append(out, " "+line)
	}
	if len(own) > 0 && len(out)+len(all) < size.H {
		out = append(out, "")
	}
	for _, line := range all {
		out = append(out, " "+line)
	}
	return out
}

// told is what there is to say of the field under the cursor: what is wrong with it,
// how it is understood or what may be typed, and what is offered.
func (f *Form) told(w, room int, st theme.Styles, words lang.Words) []string {
	l := f.current()
	if l == nil {
		return nil
	}
	var out []string
	read := l.reading()
	listed := l.Words != nil && !l.List // and there it says what each means
	switch fault := f.faultOf(l); {
	case listed && fault == "":
	case fault != "":
		out = paint(st.Error, draw.Wrap(fault, w))
	case read != "" && !l.beside(read, room):
		out = paint(st.Accent, draw.Wrap("= "+read, w))
	case l.Hint != "":
		out = paint(st.Muted, draw.Wrap(l.Hint, w))
	}
	choices := l.choices()
	if len(choices) == 0 && l.Known && strings.TrimSpace(l.input.Text()) != "" && read == "" {
		return append(out, st.Warn.Render(words.Desk.Nothing))
	}
	return append(out, f.offered(l, choices, w, st)...)
}

// beside tells whether there is room for how a field is understood where it stands.
func (l *line) beside(read string, room int) bool {
	return draw.Width(l.input.Text())+draw.Width(read)+len(" =   ") <= room
}

func paint(style theme.Style, lines []string) []string {
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}

// offered lists choices, one a line, the one that stands in the field among them.
func (f *Form) offered(l *line, choices []Choice, w int, st theme.Styles) []string {
	if f.cycle != nil {
		choices = f.cycle.choices
	} else if l.Words != nil && !l.List {
		choices = l.Words
	}
	_, word := l.split()
	value, at := 0, 0
	for i, c := range choices {
		value = max(value, draw.Width(c.Value))
		if c.Value == word {
			at = i
		}
	}
	value = min(value, max(w/2, 1))
	const most = 8
	top := max(0, min(at-most/2, len(choices)-most))
	var out []string
	for _, c := range choices[top:min(top+most, len(choices))] {
		style, sign := st.Text, "  "
		if c.Value == word {
			style, sign = st.Match, st.Glyphs.Right+" "
		}
		line := sign + style.Render(draw.Cut(c.Value, value))
		if c.Means != "" && c.Means != c.Value {
			line += strings.Repeat(" ", max(value-draw.Width(c.Value), 0)) + "  " + st.Muted.Render(c.Means)
		}
		out = append(out, draw.Cut(line, w))
	}
	if len(choices) > most && len(out) > 0 {
		out = append(out, st.Faint.Render("  "+position(top+most, len(choices))))
	}
	return out
}

// outcome is what would come of what is typed.
func (f *Form) outcome(w int, st theme.Styles, words lang.Words) []string {
	if !f.reported {
		return nil
	}
	var out []string
	for _, note := range f.report.Notes {
		out = append(out, paint(st.Warn, draw.Wrap(note, w))...)
	}
	for _, twin := range f.report.Twins {
		out = append(out, paint(st.Warn, draw.Wrap(twin, w))...)
	}
	switch {
	case len(f.report.Faults) > 0 || !f.touched() && len(f.report.Shows) > 0:
		return append(out, paint(st.Muted, draw.Wrap(words.Desk.NotYet, w))...)
	case len(f.report.Shows) == 0:
		return append(out, paint(st.Muted, draw.Wrap(words.Desk.Same, w))...)
	}
	out = append(out, st.Heading.Render(words.Desk.Shows))
	for _, text := range f.report.Shows {
		for i, line := range draw.Wrap(text, w-2) {
			sign := "  "
			if i == 0 {
				sign = st.Glyphs.Dot + " "
			}
			out = append(out, sign+line)
		}
	}
	return out
}
